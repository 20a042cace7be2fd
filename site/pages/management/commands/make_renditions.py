"""manage.py make_renditions: every picture in every size of pages.pictures.ROLES, and nothing that is no longer shown."""

from django.core.management.base import BaseCommand, CommandError

from pages.pictures import SPECS, Picture

EVERY = 20  # pictures between two lines of progress


class Command(BaseCommand):
    help = "Makes the renditions that are missing and deletes those of old sizes and old focal points. Run it after changing pages.pictures.ROLES."

    def handle(self, *args, **options):
        total, made, dropped, broken = Picture.objects.count(), 0, 0, []
        for number, picture in enumerate(Picture.objects.order_by("pk").iterator(chunk_size=100), 1):
            try:
                more, less = bring_up_to_date(picture)
            except (OSError, ValueError) as error:  # its file is gone or cannot be read: the others still get theirs
                broken.append(f"Tranh {picture.pk}, “{picture.title}”, tệp {picture.file.name}: {error}. Hãy tải tranh lên lại.")
                continue
            made, dropped = made + more, dropped + less
            if number % EVERY == 0 or number == total:
                self.stdout.write(f"Tranh {number}/{total}: thêm {made}, bỏ {dropped}.")
        if broken:
            raise CommandError("\n".join(broken))


def bring_up_to_date(picture: Picture) -> tuple[int, int]:
    """(renditions made, renditions deleted). The sizes that Wagtail makes for its own admin stay."""
    before = {rendition.pk: rendition for rendition in picture.renditions.all()}
    for rendition in before.values():
        ours = rendition.filter_spec in SPECS
        if (not ours and "quality-" in rendition.filter_spec) or (ours and not rendition.file.storage.exists(rendition.file.name)):
            rendition.delete()
    picture.make_renditions()
    for rendition in picture.renditions.filter(weight=None):
        rendition.weigh()
    after = set(picture.renditions.values_list("pk", flat=True))
    return len(after - before.keys()), len(before.keys() - after)
