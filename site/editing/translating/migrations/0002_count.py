"""Translations that were begun before are counted from the beginning."""

from django.db import migrations
from django.db.models import Count, Max, OuterRef, Q, Subquery


def count(apps, schema_editor):
    Standing, Translation = apps.get_model("translating", "Standing"), apps.get_model("wagtail_localize", "Translation")
    Segment, StringTranslation = apps.get_model("wagtail_localize", "StringSegment"), apps.get_model("wagtail_localize", "StringTranslation")
    for translation in Translation.objects.select_related("source").iterator():
        ours = StringTranslation.objects.filter(translation_of=OuterRef("string_id"), context=OuterRef("context_id"), locale=translation.target_locale_id)
        counts = (
            Segment.objects.filter(source=translation.source_id)
            .annotate(good=Subquery(ours.filter(has_error=False).values("pk")[:1]), written=Subquery(ours.values("updated_at")[:1]))
            .aggregate(missing=Count("pk", filter=Q(good=None)), words_at=Max("written"))
        )
        Standing.objects.create(
            translation_id=translation.pk,
            key=translation.source.object_id,
            locale_id=translation.target_locale_id,
            source_locale_id=translation.source.locale_id,
            **(counts if translation.enabled else {}),
        )


class Migration(migrations.Migration):
    dependencies = [("translating", "0001_initial")]

    operations = [migrations.RunPython(count, migrations.RunPython.noop)]
