"""A document has an address of its own, which its number decides; a restricted one does not exist."""

import pytest
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from wagtail.models import Collection, CollectionViewRestriction

from pages.models import Topic
from tests import factories
from tests.factories import papers
from tests.factories.tree import locale

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]


@pytest.fixture
def document(tree):
    return factories.make_document(title="Sổ tay Điện thoại", content=b"%PDF-1.4 so tay")


@pytest.fixture(params=["login", "password", "groups"])
def hidden(request, tree):
    """In a collection below a restricted one."""
    above = Collection.get_first_root_node().add_child(name="Nội bộ")
    CollectionViewRestriction.objects.create(collection=above, restriction_type=request.param, password="x")  # noqa: S106
    return factories.make_document(title="Danh sách mật", collection=above.add_child(name="Danh sách"))


def test_address_is_made_of_number_and_title(document):
    assert document.address == f"/thu-vien/{document.pk}-so-tay-dien-thoai/"
    assert document.url == document.download_address == f"{document.address}tai-ve/"


def test_page_shows_title_and_size_before_the_tap(document, client):
    html = client.get(document.address).content.decode()
    assert "Sổ tay Điện thoại" in html and "PDF" in html and "1 KB" in html and document.download_address in html


@pytest.mark.parametrize("words", ["cu", "so-tay", "Sổ-tay", "so-tay-dien-thoai-2"])
def test_other_words_lead_to_the_address_of_today(document, client, words):
    answer = client.get(f"/thu-vien/{document.pk}-{words}/")
    expected = (301, document.address) if words.isascii() else (404, None)
    assert (answer.status_code, answer.get("Location")) == expected


def test_renamed_document_is_found_at_its_old_address(document, client):
    old = document.address
    document.title = "Sổ tay mới"
    document.save()
    assert client.get(old)["Location"] == document.address == f"/thu-vien/{document.pk}-so-tay-moi/"


def test_download_is_the_file_under_its_name(document, client):
    answer = client.get(document.download_address)
    assert b"".join(answer.streaming_content) == b"%PDF-1.4 so tay"
    assert answer["Content-Type"] == "application/pdf" and document.filename in answer["Content-Disposition"]
    assert answer["Content-Length"] == "15" and answer["ETag"] == f'"{document.sha256}"'
    assert client.get(document.download_address, HTTP_IF_NONE_MATCH=answer["ETag"]).status_code == 304


def test_download_survives_an_old_title(document, client):
    assert client.get(f"/thu-vien/{document.pk}-cu/tai-ve/").status_code == 200


def test_replaced_file_keeps_the_address_and_changes_the_tag(document, client):
    before, address = client.get(document.download_address)["ETag"], document.address
    document.file = ContentFile(b"%PDF-1.4 moi hon", name="moi.pdf")
    document.save()
    answer = client.get(document.download_address)
    assert b"".join(answer.streaming_content) == b"%PDF-1.4 moi hon"
    assert (answer["ETag"] != before, document.address, document.size) == (True, address, 16)


@pytest.mark.parametrize("address", ["/thu-vien/999-x/", "/thu-vien/999-x/tai-ve/", "/documents/999/x.pdf"])
def test_missing_document_is_not_found(tree, client, address):
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("who", [None, "lan", "ngan"])
def test_restricted_document_does_not_exist_at_any_address(hidden, client, enter, who):
    asking = enter(who) if who else client
    for address in (
        hidden.address,
        hidden.download_address,
        f"/thu-vien/{hidden.pk}-khac/",
        f"/thu-vien/{hidden.pk}-khac/tai-ve/",
        f"/documents/{hidden.pk}/{hidden.filename}",
        f"/media/{hidden.file.name}",
        f"/media/images/../{hidden.file.name}",
    ):
        answer = asking.get(address)
        assert answer.status_code == 404, address
        assert "Danh sách mật" not in answer.content.decode()


def test_restricted_document_is_no_edition_of_an_open_one(hidden, document, client):
    type(hidden).objects.filter(pk=hidden.pk).update(work_key=document.work_key, language_code="en")
    assert f"/thu-vien/{hidden.pk}-" not in client.get(document.address).content.decode()


def test_restricted_document_is_not_shown_on_pages(hidden, client):
    link = f'<a linktype="document" id="{hidden.pk}">tờ rơi</a>'
    body = factories.stream(("document", hidden.pk), ("clip", hidden.pk), ("text", f"<p>{link}</p>"))
    page = factories.make_standard(body=body, related_documents=factories.stream(("document", hidden.pk)), narration=hidden)
    html = client.get(page.address).content.decode()
    assert "tờ rơi" in html
    assert "Danh sách mật" not in html and "/thu-vien/" not in html


def test_editions_are_linked_in_their_language(document, client):
    english = factories.make_document(title="Handbook", language_code="en", work_key=document.work_key)
    html = client.get(document.address).content.decode()
    assert f'<a href="{english.address}" lang="en">English</a>' in html


def test_topic_of_a_document_leads_there(document, client):
    document.topic = Topic.objects.create(name="Điện thoại", slug="dien-thoai", locale=locale("vi"))
    document.save()
    assert 'href="/chu-de/dien-thoai/"' in client.get(document.address).content.decode()


@pytest.mark.parametrize(
    ("kind", "name", "fine"),
    [
        ("audio", "a.mp3", True),
        ("audio", "a.pdf", False),
        ("clip", "a.mp4", True),
        ("clip", "a.mp3", False),
        ("handbook", "a.pdf", True),
        ("handbook", "a.exe", False),
        ("handbook", "a.svg", False),
        ("handbook", "a.html", False),
    ],
)
def test_library_takes_only_files_that_fit_their_kind(tree, editor, kind, name, fine):
    sent = {
        "title": "Tài liệu",
        "file": SimpleUploadedFile(name, papers.make(name[2:]) if fine else b"noi dung"),
        "kind": kind,
        "language_code": "vi",
        "tags": "",
    }
    answer = editor.post(reverse("wagtaildocs:add"), sent)
    assert answer.status_code == (302 if fine else 200)
