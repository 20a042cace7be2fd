"""Photos on their way from a phone into the library.

They are kept as soon as they arrive, so that a mistake elsewhere in the form costs her no megabyte twice.
"""

import io

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import ngettext
from PIL import Image
from wagtail.models import Collection
from wagtail.permissions import policy_registry

from editing.start.short.form import ALT_LENGTH, Shot
from editing.start.short.models import ConsentPaper, WaitingPhoto, Writing
from learning.library import uploads
from pages.models import Picture
from pages.picture_forms import PictureField, clean_picture
from pages.storing import UNAVAILABLE, StorageUnavailable, store
from pages.text import shorten

THUMB = (240, 240)  # px, twice what is shown


def receive(writing: Writing, files: list[UploadedFile], *, room: int) -> list[str]:
    """Keep those that can be read; sentences about the others."""
    problems = []
    for file in files[: max(room, 0)]:
        try:
            _receive(writing, file)
        except ValidationError as error:
            problems.append(f"{file.name}: {' '.join(error.messages)}")
    if (left := len(files) - max(room, 0)) > 0:
        text = ngettext("%(count)s photo more than the form takes was left out.", "%(count)s photos more than the form takes were left out.", left)
        problems.append(text % {"count": left})
    return problems


def _receive(writing: Writing, file: UploadedFile) -> None:
    """Raises ValidationError."""
    name = uploads.safe_name(file.name)[-200:]
    small = clean_picture(PictureField().clean(file))
    photo = WaitingPhoto(writing=writing, name=name, file=ContentFile(small.read(), name=small.name))
    _store(photo)


def receive_paper(writing: Writing, file: UploadedFile, member) -> None:
    """A photo or a PDF of the consent. Raises ValidationError."""
    name = uploads.safe_name(file.name)[-200:]
    if uploads.ending_of(file.name) == "pdf":
        uploads.check(file)
        content = ContentFile(file.read(), name="dong-y.pdf")
    else:
        small = clean_picture(PictureField().clean(file))
        content = ContentFile(small.read(), name=small.name)
    _store(ConsentPaper(writing=writing, page=writing.page, name=name, file=content, kept_by=member))


def _store(row) -> None:
    try:
        store(row, "file")
    except StorageUnavailable as error:
        raise ValidationError(UNAVAILABLE) from error
    row.save()


def collection_for(member) -> Collection | None:
    """Where her pictures go: where her last one went, else the innermost that she may add to. None if she may not add any."""
    policy = policy_registry.get_by_type(Picture)
    hers = policy.collections_user_has_permission_for(member, "add")
    last = Picture.objects.filter(uploaded_by_user=member, collection__in=hers.values("pk")).order_by("-pk").select_related("collection").first()
    if last:
        return last.collection
    given = [row.collection for row in policy.get_cached_permissions_for_user(member) if row.permission.codename == "add_image"]
    return max(given, key=lambda collection: collection.depth) if given else hers.order_by("path").first()


def into_library(photos: list[WaitingPhoto], *, member, title: str, alts: dict[int, str]) -> None:
    """Each becomes a picture once, outside any transaction: a store that hangs must not hold the database."""
    collection = collection_for(member)
    for number, photo in enumerate(photos, start=1):
        if photo.picture_id or not photo.file or not collection:
            continue
        picture = Picture(
            title=f"{shorten(title, 200)} ({number})", description=alts.get(photo.pk, "")[:ALT_LENGTH], collection=collection, uploaded_by_user=member
        )
        with photo.file.open() as file:
            picture.file = ContentFile(file.read(), name=photo.file.name.rsplit("/", 1)[-1])
        picture.store_file()
        picture.save()
        _take(photo, picture)


def _take(photo: WaitingPhoto, picture: Picture) -> None:
    """Another press of the button may have been quicker: then its picture stays, and this one goes."""
    name = photo.file.name
    if WaitingPhoto.objects.filter(pk=photo.pk, picture=None).update(picture=picture, file=""):
        photo.picture, photo.file = picture, ""
        transaction.on_commit(lambda: WaitingPhoto.file.field.storage.delete(name), robust=True)
    else:
        picture.delete()
        photo.refresh_from_db()


def thumbnail(file) -> bytes:
    """A JPEG of some kilobytes."""
    with file.open() as source, Image.open(source) as picture:
        picture.draft("RGB", THUMB)
        picture = picture.convert("RGB")
        picture.thumbnail(THUMB)
        made = io.BytesIO()
        picture.save(made, "JPEG", quality=70)
    return made.getvalue()


def shots(photos: list[WaitingPhoto], alts: dict[int, str]) -> list[Shot]:
    return [Shot(photo.picture_id, alts.get(photo.pk, "")[:ALT_LENGTH]) for photo in photos if photo.picture_id]


def undescribed(count: int) -> str:
    return ngettext("Say of %(count)s photo what it shows.", "Say of %(count)s photos what they show.", count) % {"count": count}
