"""Puts a meeting kit into one file: after its publication and when one of its documents changes, never while a reader waits."""

import hashlib
import tempfile
from collections.abc import Iterable
from functools import partial
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.core.files.base import ContentFile, File
from django.core.files.storage import default_storage
from django.db import transaction
from django.utils import timezone, translation
from django_tasks import task
from wagtail.models import Page, ReferenceIndex

from home.kits.contents import Part, parts_of
from home.kits.packages import KitPackage, inside
from pages import cards, shelf

State = KitPackage.State
OLDEST = (1980, 1, 1, 0, 0, 0)  # a ZIP knows nothing earlier; the same parts make the same bytes


def order(page) -> None:
    """Until it is built the page says so."""
    KitPackage.objects.update_or_create(page_key=page.translation_key, language=page.locale.language_code, defaults={"state": State.WAITING})
    transaction.on_commit(partial(build_package.enqueue, page.pk))


def documents_changed(keys: Iterable[int]) -> None:
    """Of learning.library.changes."""
    kits = apps.get_model("kits.MeetingKitPage").objects.live().select_related("locale")
    document = ContentType.objects.get_for_model(apps.get_model("library.LibraryDocument"))
    named = ReferenceIndex.objects.filter(to_content_type=document, to_object_id__in=[str(key) for key in keys])
    named = named.filter(content_type=ContentType.objects.get_for_model(kits.model))
    pages = [int(pk) for pk in named.values_list("object_id", flat=True).distinct()]
    for page in kits.filter(pk__in=pages):
        order(page)


@task(backend="reading")
def build_package(page_pk: int) -> None:
    page = apps.get_model("kits.MeetingKitPage").objects.live().filter(cards.public(), pk=page_pk).select_related("locale").first()
    if page is None:
        return
    try:
        build(page)
    except OSError:  # the store does not answer, or a file is lost: build_kits tries again
        KitPackage.objects.of(page).update(state=State.FAILED)


def build(page) -> KitPackage:
    """The same page with the same documents gives the same bytes; then the file stays."""
    with translation.override(page.language.code), shelf.opened(shelf.Shelf(page)):
        poster, parts = parts_of(page)
        documents = inside(page.documents)
        with tempfile.TemporaryFile() as target:
            write(target, parts)
            size = target.tell()
            target.seek(0)
            sha256 = hashlib.file_digest(target, "sha256").hexdigest()
            package = KitPackage.objects.of(page).first() or KitPackage(page_key=page.translation_key, language=page.locale.language_code)
            old = [file.name for file in (package.file, package.poster) if file]
            if package.sha256 != sha256 or not old or not all(map(default_storage.exists, old)):
                target.seek(0)
                package.file = default_storage.save(f"kits/{sha256[:20]}.zip", File(target))
                package.poster = default_storage.save(f"kits/{sha256[:20]}.pdf", ContentFile(poster.data))
    package.size, package.sha256, package.documents = size, sha256, documents
    package.poster_size = len(poster.data)
    package.state, package.built_at = State.READY, timezone.now()
    package.save()
    kept = {package.file.name, package.poster.name}
    transaction.on_commit(partial(sweep, [name for name in old if name not in kept]), robust=True)
    return package


def write(target, parts: Iterable[Part]) -> None:
    with ZipFile(target, "w") as archive:
        for part in parts:
            entry = ZipInfo(part.name, OLDEST)
            entry.compress_type = ZIP_DEFLATED if part.compressible else ZIP_STORED
            entry.external_attr, entry.create_system = 0o644 << 16, 3
            with part.open() as source, archive.open(entry, "w", force_zip64=False) as place:
                while chunk := source.read(64 * 1024):
                    place.write(chunk)


def sweep(names: Iterable[str]) -> None:
    for name in names:
        default_storage.delete(name)


def remove_gone() -> int:
    """Packages of kits that are no longer there, with their files; how many."""
    live = Page.objects.live().filter(translation_key__in=KitPackage.objects.values("page_key")).values_list("translation_key", "locale__language_code")
    there = set(live)
    gone = [package for package in KitPackage.objects.all() if (package.page_key, package.language) not in there]
    KitPackage.objects.filter(pk__in=[package.pk for package in gone]).delete()
    sweep(file.name for package in gone for file in (package.file, package.poster) if file)
    return len(gone)
