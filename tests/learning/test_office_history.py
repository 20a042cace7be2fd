"""Every file that a document has had: seen, downloaded and brought back by whoever may edit it."""

import os

import pytest
from django.urls import reverse

from learning.library.models import CollectionAudience
from tests import factories
from tests.cast import client_of
from tests.learning.office import OUTSIDERS, PDF, edit, edit_address, folder, let_in, turned_away, upload
from tests.pages.reading import soup

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]
SECOND = b"%PDF-1.4 lan hai"


@pytest.fixture
def document(cast, editor):
    """Replaced once by Ngan."""
    made = factories.make_document(title="Sổ tay", content=PDF, uploaded_by_user=cast.nhung)
    edit(editor, made, file=upload("bản mới.pdf", SECOND))
    made.refresh_from_db()
    return made


def address(version) -> str:
    return reverse("library_version_file", args=[version.pk])


def restore(client, version):
    return client.post(reverse("library_version_restore", args=[version.pk]))


def rows(client, document) -> list[list[str]]:
    return [[cell.get_text(" ", strip=True) for cell in row.select("td")] for row in soup(client.get(edit_address(document))).select("#phien-ban tbody tr")]


def test_history_names_file_size_and_person(editor, document):
    newest, oldest = rows(editor, document)
    assert (newest[0], newest[1], newest[4]) == ("2", "bản mới.pdf", "Đinh Kim Ngân")
    assert (oldest[0], oldest[4]) == ("1", "Phạm Hồng Nhung") and oldest[2]


def test_only_other_versions_can_be_restored(editor, document):
    page = soup(editor.get(edit_address(document)))
    (button,) = page.select("#phien-ban button")
    (form,) = page.select(f"form#{button['form']}")
    assert form["action"] == reverse("library_version_restore", args=[document.versions.get(number=1).pk])
    assert not form.find_parent("form"), "browsers drop a form within another"


def test_one_press_brings_a_version_back_and_loses_nothing(enter, document, client):
    first = document.versions.get(number=1)
    answer = restore(enter("nhung"), first)
    assert (answer.status_code, answer.url) == (302, edit_address(document))
    document.refresh_from_db()
    assert b"".join(client.get(document.download_address).streaming_content) == PDF
    assert (document.version.number, document.version.restored_from, document.version.created_by.username) == (3, first, "nhung")
    assert rows(enter("nhung"), document)[0][0].startswith("3 (")


def test_restoring_what_readers_get_makes_no_version(editor, document):
    restore(editor, document.version)
    assert document.versions.count() == 2


def test_each_version_can_be_downloaded_under_its_own_name(editor, document):
    for version, content in ((document.versions.get(number=1), PDF), (document.version, SECOND)):
        answer = editor.get(address(version))
        assert b"".join(answer.streaming_content) == content
        assert answer["Content-Disposition"].startswith("attachment") and "no-store" in answer["Cache-Control"]
    assert "b%E1%BA%A3n%20m%E1%BB%9Bi.pdf" in answer["Content-Disposition"]


def test_editor_downloads_what_is_closed_to_readers(editor, document):
    CollectionAudience.objects.create(collection=document.collection, audience="officials")
    assert editor.get(address(document.version)).status_code == 200
    assert f'href="{address(document.version)}"' in editor.get(edit_address(document)).content.decode()


def test_lost_file_is_said_and_breaks_nothing(editor, document):
    first = document.versions.get(number=1)
    os.remove(first.file.path)
    assert editor.get(address(first)).status_code == 404
    assert restore(editor, first).status_code == 302
    document.refresh_from_db()
    assert document.version.number == 2 and document.sha256 == document.version.sha256


@pytest.mark.parametrize("who", OUTSIDERS)
def test_others_have_neither(client, enter, document, who):
    asking, first = enter(who) if who else client, document.versions.get(number=1)
    assert turned_away(asking.get(address(first))) and turned_away(restore(asking, first))
    assert document.versions.count() == 2


def test_editor_of_another_folder_has_neither(cast, document):
    let_in(cast.thu, folder("Của Thu"))
    thu, first = client_of("thu"), document.versions.get(number=1)
    assert turned_away(thu.get(address(first))) and turned_away(restore(thu, first))
    assert document.versions.count() == 2


def test_restore_is_no_link(editor, document):
    assert editor.get(reverse("library_version_restore", args=[document.version_id])).status_code == 405


@pytest.mark.parametrize("name", ["library_version_file", "library_version_restore"])
def test_missing_version_is_not_found(editor, document, name):
    address = reverse(name, args=[99999])
    assert (editor.get if name.endswith("file") else editor.post)(address).status_code == 404
