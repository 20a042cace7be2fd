"""Every file that a document has had is kept, and each of them can come back."""

import hashlib

import pytest
from django.core.files.base import ContentFile
from django.db import IntegrityError, transaction

from learning.library import domain
from learning.library.models import DocumentVersion, LibraryDocument, Reading
from tests import factories

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]
OLD, NEW = b"%PDF-1.4 ban dau", b"%PDF-1.4 ban hai"


@pytest.fixture
def document(cast):
    return factories.make_document(title="Sổ tay", content=OLD, uploaded_by_user=cast.ngan)


@pytest.fixture
def replaced(document, cast):
    return replace(document, NEW, by=cast.nhung)


def replace(document, content, by, name="Bản mới.pdf"):
    document.file, document.changed_by = ContentFile(content, name=name), by
    document.save()
    return document


def bytes_of(version) -> bytes:
    with version.file.storage.open(version.file.name) as file:
        return file.read()


def test_first_file_is_the_first_version(document, cast):
    (version,) = document.versions.all()
    assert (version.number, version.created_by, version.size, version.sha256) == (1, cast.ngan, len(OLD), hashlib.sha256(OLD).hexdigest())
    assert document.version == version == LibraryDocument.objects.get(pk=document.pk).version
    assert version.reading == Reading.objects.get(sha256=version.sha256, extension="pdf")


def test_replacing_keeps_the_old_file_and_tells_who(replaced, cast):
    new, old = replaced.versions.all()
    assert [(version.number, version.created_by, bytes_of(version)) for version in (old, new)] == [(1, cast.ngan, OLD), (2, cast.nhung, NEW)]
    assert new.filename == "Bản mới.pdf" and replaced.version == new
    assert replaced.sha256 == hashlib.sha256(NEW).hexdigest() == LibraryDocument.objects.get(pk=replaced.pk).sha256


def test_saving_words_makes_no_version(replaced):
    again = LibraryDocument.objects.get(pk=replaced.pk)
    again.title = "Sổ tay mới"
    again.save()
    assert again.versions.count() == 2 and again.version.number == 2


def test_restored_version_is_what_readers_get(replaced, cast, client):
    back = domain.restore(version=replaced.versions.get(number=1), by=cast.ngan)
    assert (back.number, back.created_by, back.restored_from.number, back.filename) == (3, cast.ngan, 1, replaced.versions.get(number=1).filename)
    assert b"".join(client.get(replaced.download_address).streaming_content) == OLD
    today = LibraryDocument.objects.get(pk=replaced.pk)
    assert (today.version, today.size, today.sha256, today.get_file_hash()) == (back, len(OLD), hashlib.sha256(OLD).hexdigest(), hashlib.sha1(OLD).hexdigest())
    assert replaced.versions.count() == 3 and back.reading == replaced.versions.get(number=1).reading


def test_a_printed_address_opens_the_newest_of_three(replaced, cast, client):
    printed = replaced.download_address
    replace(replaced, b"%PDF-1.4 ban ba", by=cast.ngan)
    assert b"".join(client.get(printed).streaming_content) == b"%PDF-1.4 ban ba"


def test_the_same_bytes_are_read_once_and_known_as_twins(document):
    twin = factories.make_document(title="Cũng sổ tay", content=OLD)
    assert list(document.twins) == [twin] and list(twin.twins) == [document]
    assert twin.version.reading == document.version.reading
    assert Reading.objects.count() == 1


def test_nothing_is_the_twin_of_a_file_that_nobody_has_looked_at(document):
    LibraryDocument.objects.update(sha256="")
    document.refresh_from_db()
    factories.make_document()
    assert not document.twins.exists()


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("one_by_one", [True, False])
def test_deleted_document_takes_all_its_files_along(tree, one_by_one):
    document = replace(factories.make_document(content=OLD), NEW, by=None)
    files = document.versions.all().files()
    if one_by_one:
        document.delete()
    else:
        LibraryDocument.objects.filter(pk=document.pk).delete()
    assert len(files) == 2 and not DocumentVersion.objects.exists()
    assert not [name for storage, name in files if storage.exists(name)]


@pytest.mark.django_db(transaction=True)
def test_file_stays_when_the_deletion_is_taken_back(tree):
    document = factories.make_document(content=OLD)
    with transaction.atomic():
        LibraryDocument.objects.filter(pk=document.pk).delete()
        transaction.set_rollback(True)
    assert bytes_of(document.version) == OLD and document.versions.count() == 1


def test_one_number_is_one_version(document):
    with pytest.raises(IntegrityError), transaction.atomic():
        DocumentVersion.objects.create(document=document, number=1, file="x", filename="x", size=1)
