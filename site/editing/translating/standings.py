"""How far each translation is, kept beside it: counted anew for 2,000 pages in nine languages it would take seconds.

Only words are counted here. Whether a page exists, is live or is older than its source is asked of the pages themselves.
wagtail-localize has no hook where words change, so its models' signals and its one choke of segments are used;
tests/editing/translating/test_standings.py does everything that may change a count and compares.
"""

from django.db import models, transaction
from django.db.models import Count, Max, Q
from django.db.models.signals import post_delete, post_save
from django.utils.translation import gettext_lazy as _


class StandingQuerySet(models.QuerySet):
    @transaction.atomic
    def recount(self) -> int:
        """Counted one after another while each is held, so that two who write at once leave the right number; how many were wrong."""
        return sum(standing.recount() for standing in self.select_for_update().order_by("pk"))


class Standing(models.Model):
    translation = models.OneToOneField("wagtail_localize.Translation", models.CASCADE, related_name="standing")
    # The translation's own, repeated so that a board needs one look a page. They never change.
    key = models.UUIDField(editable=False)
    locale = models.ForeignKey("wagtailcore.Locale", models.CASCADE, related_name="+")
    source_locale = models.ForeignKey("wagtailcore.Locale", models.CASCADE, related_name="+")
    # Joins without columns: the two pages, known by key and language.
    page = models.ForeignObject("wagtailcore.Page", models.DO_NOTHING, ["key", "locale"], ["translation_key", "locale"], related_name="standings", null=True)
    source = models.ForeignObject("wagtailcore.Page", models.DO_NOTHING, ["key", "source_locale"], ["translation_key", "locale"], related_name="+", null=True)
    missing = models.PositiveIntegerField(_("missing strings"), null=True)  # None: no longer kept in step, the page is written by hand
    words_at = models.DateTimeField(_("last word"), null=True)  # when a string that is in use was last written

    objects = StandingQuerySet.as_manager()

    class Meta:
        verbose_name = _("state of a translation")
        verbose_name_plural = _("states of translations")
        indexes = [
            models.Index(fields=["key", "locale", "missing", "words_at", "translation", "source_locale"], name="standings_of_page"),
            models.Index(fields=["locale"], condition=Q(missing__gt=0), name="standings_waiting"),
        ]

    def __str__(self):
        return f"{self.key} {self.locale_id}: {self.missing}"

    def recount(self) -> bool:
        """Whether it was wrong."""
        missing, words_at = counted(self.translation)
        if (missing, words_at) == (self.missing, self.words_at):
            return False
        type(self).objects.filter(pk=self.pk).update(missing=missing, words_at=words_at)
        return True


def counted(translation) -> tuple:
    """From the strings themselves: how many lack a good translation, and when the newest was written."""
    if not translation.enabled:
        return None, None
    from wagtail_localize.models import StringTranslation  # its models need ours to be loaded

    ours = StringTranslation.objects.filter(
        translation_of=models.OuterRef("string_id"), context=models.OuterRef("context_id"), locale=translation.target_locale_id
    )
    segments = translation.source.stringsegment_set.annotate(
        good=models.Subquery(ours.filter(has_error=False).values("pk")[:1]), written=models.Subquery(ours.values("updated_at")[:1])
    )
    counts = segments.aggregate(missing=Count("pk", filter=Q(good=None)), words_at=Max("written"))
    return counts["missing"], counts["words_at"]


def follow(translations) -> None:
    """Recount these, and begin to count those that are new."""
    known = set(Standing.objects.filter(translation__in=translations).values_list("translation", flat=True))
    fresh = [
        Standing(
            translation=translation, key=translation.source.object_id, locale_id=translation.target_locale_id, source_locale_id=translation.source.locale_id
        )
        for translation in translations.select_related("source")
        if translation.pk not in known
    ]
    Standing.objects.bulk_create(fresh, ignore_conflicts=True)
    Standing.objects.filter(translation__in=translations).select_related("translation__source").recount()


def install() -> None:
    """Connect to wagtail-localize."""
    from wagtail_localize.models import StringTranslation, Translation, TranslationSource  # its models need ours to be loaded

    from editing.translating import carrying, overrides

    refresh_segments = TranslationSource.refresh_segments

    @transaction.atomic
    def refresh_and_follow(self):
        refresh_segments(self)
        overrides.make_room(self)
        carrying.carry(self)
        follow(self.translations.all())

    def begun_or_stopped(sender, instance, **kwargs):
        follow(Translation.objects.filter(pk=instance.pk))

    def written(sender, instance, raw=False, **kwargs):
        if instance.context_id and not raw:
            Standing.objects.filter(key=instance.context.object_id, locale=instance.locale_id).select_related("translation__source").recount()

    TranslationSource.refresh_segments = refresh_and_follow
    post_save.connect(begun_or_stopped, Translation, dispatch_uid="count what a translation lacks from its beginning", weak=False)
    for signal in (post_save, post_delete):
        signal.connect(written, StringTranslation, dispatch_uid="count what a translation lacks", weak=False)
