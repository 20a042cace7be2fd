"""Short links to documents: to the edition in their language, never past who may read it, never to nothing."""

import pytest

from learning.library.models import LibraryDocument
from sharing import targets
from sharing.domain import short_link
from sharing.models import ShortLink
from tests import factories
from tests.sharing.test_short_links import link_to, way

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]


@pytest.fixture
def library(tree):
    return factories.make_library(tree)


@pytest.fixture
def document(library):
    return factories.make_document(title="Sổ tay bật máy")


def test_each_document_has_a_general_link_from_the_beginning(document):
    link = ShortLink.objects.general().get(kind="document", key=document.work_key)
    assert (link.language, link) == ("vi", link_to(document))


def test_leads_to_the_edition_in_its_language_else_to_the_vietnamese_one(client, document):
    link = link_to(document, "en")
    assert way(client, link) == f"{document.address}?k={link.code}#chua-dich-en"
    english = factories.make_document(title="A handbook", language_code="en", work_key=document.work_key)
    assert way(client, link) == f"{english.address}?k={link.code}"


def test_survives_another_title_and_another_collection(client, document):
    link = link_to(document)
    document.title = "Sổ tay mới"
    document.save()
    assert way(client, link) == f"{document.address}?k={link.code}"
    assert "so-tay-moi" in document.address


def test_old_address_keeps_the_code(client, document):
    assert client.get(f"/thu-vien/{document.pk}-cu/?k=ABCDE")["Location"] == f"{document.address}?k=ABCDE"


def test_deleted_leads_to_the_library(client, document, library):
    link = link_to(document)
    LibraryDocument.objects.get(pk=document.pk).delete()
    assert way(client, link) == f"{library.address}?k={link.code}#khong-con"


def test_a_closed_document_does_not_say_its_title(client, enter, library):
    closed = factories.make_closed("officials", title="Kế hoạch kín")
    link = link_to(closed)
    answer = client.get(link.path)
    assert answer["Location"] == f"/thu-vien/{closed.pk}-tai-lieu/?k={link.code}"
    door = client.get(answer["Location"])
    assert door.status_code == 302 and "ke-hoach" not in door["Location"]
    assert enter("lan").get(answer["Location"]).status_code == 404
    assert enter("hoa").get(answer["Location"], follow=True).status_code == 200


def test_what_a_reader_may_not_open_is_not_told_to_her(cast, library):
    closed = factories.make_closed("officials")
    kind = targets.KINDS["document"]
    assert kind.readable([closed.work_key], cast.lan) == kind.readable([closed.work_key], None) == []
    assert [edition.title for edition in kind.readable([closed.work_key], cast.hoa)] == [closed.title]


def test_links_of_documents_and_pages_with_one_key_are_two(document):
    page_link = short_link(target=targets.Target("page", document.work_key), language="vi")
    assert page_link != link_to(document)
