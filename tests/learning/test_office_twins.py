"""The same bytes uploaded again: the twin is shown, if she may see it, and can be used instead."""

import json

import pytest
from django.urls import reverse
from wagtail.models import UploadedFile

from learning.library.models import CollectionAudience, LibraryDocument
from learning.library.office.uploading import likely_kind
from tests import factories
from tests.cast import client_of
from tests.learning.office import PDF, add, edit, edit_address, filled, folder, let_in, newest, upload
from tests.pages.reading import soup

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]


@pytest.fixture
def twin(cast):
    return factories.make_document(title="Sổ tay cũ", content=PDF)


def warning(answer):
    return soup(answer).select_one(".w-field:has([name=again]) .error-message")


def send_several(client, name="so-tay.pdf", content=PDF):
    answer = client.post(reverse("wagtaildocs:add_multiple"), {"title": "so-tay", "collection": "", "files[]": upload(name, content)})
    return json.loads(answer.content)


def make_several(client, reply, **fields):
    pk = reply["uploaded_file_id"]
    data = {f"uploaded-document-{pk}-{name}": value for name, value in filled(**fields).items()}
    return json.loads(client.post(reverse("wagtaildocs:create_multiple_from_uploaded_document", args=[pk]), data).content)


def test_twin_is_shown_with_its_address_and_nothing_is_made(editor, twin):
    answer = add(editor, file=upload())
    assert warning(answer).select_one(f'a[href="{edit_address(twin)}"]').text == "Sổ tay cũ"
    assert LibraryDocument.objects.count() == 1


def test_uploaded_all_the_same_without_sending_the_file_again(editor, twin):
    form = soup(add(editor, file=upload(), summary="Chữ đã gõ")).select_one("form[data-edit-form]")
    assert form.select_one("#id_summary")["value"] == "Chữ đã gõ" and form.select_one("[name=again][type=checkbox]")
    assert add(editor, kept=form.select_one("[name=kept]")["value"], again="on").status_code == 302
    assert newest().sha256 == twin.sha256 and LibraryDocument.objects.count() == 2


def test_twin_is_shown_when_a_file_is_replaced(editor, twin):
    other = factories.make_document(content=b"%PDF-1.4 khac")
    assert warning(edit(editor, other, file=upload()))
    assert edit(editor, other, file=upload(), again="on").status_code == 302
    other.refresh_from_db()
    assert other.sha256 == twin.sha256


def test_own_file_and_other_bytes_are_no_twins(editor, twin):
    assert edit(editor, twin, file=upload()).status_code == 302
    assert add(editor, file=upload(content=PDF + b" ")).status_code == 302
    assert edit(editor, twin, title="Chỉ đổi tên").status_code == 302


def test_old_version_is_no_twin(editor, twin):
    edit(editor, twin, file=upload(content=b"%PDF-1.4 moi"))
    assert add(editor, file=upload()).status_code == 302


@pytest.mark.parametrize("audience", ["public", "members", "officials"])
def test_twin_is_named_only_to_those_who_may_see_it(cast, twin, audience):
    mine, theirs = folder("Của Thu"), folder("Của tỉnh Lạng Sơn")
    LibraryDocument.objects.filter(pk=twin.pk).update(collection=theirs)
    CollectionAudience.objects.create(collection=theirs, audience=audience, unit=cast.vui.unit)
    let_in(cast.thu, mine)
    answer = add(client_of("thu"), file=upload())
    if audience == "public":
        assert warning(answer).select_one("a")["href"] == twin.address, "she reads it, but does not edit it"
    else:
        assert answer.status_code == 302 and newest().collection == mine
        assert "Sổ tay cũ" not in answer.content.decode()


def test_several_at_once_show_the_twin_before_a_document_is_made(editor, twin):
    reply = send_several(editor)
    assert reply["success"] and edit_address(twin) in reply["form"] and "Sổ tay cũ" in reply["form"]
    assert LibraryDocument.objects.count() == 1
    assert edit_address(twin) in make_several(editor, reply)["form"]
    assert make_several(editor, reply, again="on")["success"]
    assert newest().sha256 == twin.sha256 and not UploadedFile.objects.exists()


def test_several_at_once_are_silent_without_a_twin(editor, twin):
    reply = send_several(editor, content=b"%PDF-1.4 khac")
    assert "checkbox" not in reply["form"]
    assert make_several(editor, reply, title="Khác")["success"]
    assert (newest().title, newest().version.created_by.username) == ("Khác", "ngan")


@pytest.mark.parametrize(
    ("name", "kind"), [("a.mp3", "audio"), ("A.MP4", "clip"), ("a.pptx", "slides"), ("a.docx", "form"), ("a.pdf", "handbook"), ("a", "handbook")]
)
def test_likely_kind_is_offered(name, kind):
    assert likely_kind(name) == kind


def test_kind_must_fit_the_waiting_file(editor, cast):
    reply = make_several(editor, send_several(editor), kind="audio")
    assert not reply["success"] and not LibraryDocument.objects.exists()


def test_short_forms_do_not_ask_for_the_work_or_the_owner(editor, cast):
    reply = send_several(editor)
    assert "same_work" not in reply["form"] and "-owner" not in reply["form"] and "-summary" in reply["form"]


def test_chooser_shows_the_twin_too(editor, twin):
    data = {f"document-chooser-upload-{name}": value for name, value in filled(file=upload()).items()}
    answer = json.loads(editor.post(reverse("wagtaildocs_chooser:create"), data).content)
    assert edit_address(twin) in answer["htmlFragment"] and LibraryDocument.objects.count() == 1
    data["document-chooser-upload-again"], data["document-chooser-upload-file"] = "on", upload()
    assert json.loads(editor.post(reverse("wagtaildocs_chooser:create"), data).content)["step"] == "chosen"
