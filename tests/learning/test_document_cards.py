"""A document's card: its first page and title, as closed as its file."""

from io import BytesIO

import pytest
from bs4 import BeautifulSoup
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import call_command
from django.test import Client
from PIL import Image
from wagtail.models import Collection

from learning.library import link_cards, tasks
from learning.library.models import CollectionAudience, LibraryDocument
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def committed(django_capture_on_commit_callbacks):
    return lambda: django_capture_on_commit_callbacks(execute=True)


@pytest.fixture
def handbook(tree) -> LibraryDocument:
    return read(factories.make_document(title="Sổ tay"))


def read(document) -> LibraryDocument:
    """As after its upload."""
    tasks.read(document.reading)
    return fresh(document)


def fresh(document) -> LibraryDocument:
    return LibraryDocument.objects.get(pk=document.pk)


def tags(client, address: str) -> dict[str, str]:
    soup = BeautifulSoup(client.get(address).content, "html.parser")
    return {tag["property"]: tag["content"] for tag in soup.find_all("meta", property=True)}


def test_document_shows_its_card(handbook, client):
    found = tags(client, handbook.address)
    assert found["og:image"] == f"http://testserver{handbook.card_address}"
    answer = client.get(handbook.card_address)
    body = b"".join(answer.streaming_content)
    assert (answer["Content-Type"], Image.open(BytesIO(body)).size) == ("image/jpeg", (1200, 630))
    assert len(body) <= 120_000


def test_new_title_has_a_card_at_another_address(handbook, committed, client):
    before = handbook.card
    handbook.title = "Sổ tay mới"
    with committed():
        handbook.save()
    now = fresh(handbook)
    assert now.card.name != before.name
    assert not default_storage.exists(before.name)
    old = handbook.card_address.rsplit("/", 1)[-1]
    assert client.get(f"{now.address}the/{old}").status_code == 404


def test_first_page_is_on_the_card(handbook, committed):
    words_alone = handbook.card.name
    page = BytesIO()
    Image.new("RGB", (240, 340), "#00ff00").save(page, "WEBP")
    reading = handbook.reading
    reading.cover = default_storage.save(reading.cover_name, ContentFile(page.getvalue()))
    reading.save()
    with committed():
        handbook.save()
    now = fresh(handbook)
    assert now.card.name != words_alone
    with now.card.open() as file:
        red, green, blue = Image.open(file).convert("RGB").getpixel((600, 150))
    assert green > 200 > red


def test_document_that_waits_to_be_read_gets_its_card_afterwards(handbook, committed):
    LibraryDocument.objects.update(card="")
    reading = handbook.reading
    reading.state = reading.State.WAITING
    reading.save()
    assert not link_cards.bring_up_to_date(handbook.pk)
    tasks.read(reading)
    assert fresh(handbook).card


@pytest.fixture
def closed(handbook) -> LibraryDocument:
    folder = Collection.get_first_root_node().add_child(name="Hội viên")
    CollectionAudience.objects.create(collection=folder, audience="members")
    LibraryDocument.objects.filter(pk=handbook.pk).update(collection=folder)
    return fresh(handbook)


def test_closing_its_collection_closes_the_card_at_once(closed, client, enter):
    assert closed.card
    assert client.get(closed.card_address).status_code == 302
    assert Client().get(f"/media/{closed.card.name}").status_code == 404
    answer = enter("lan").get(closed.card_address)
    assert (answer.status_code, answer["Cache-Control"]) == (200, "private, no-store")


def test_closed_document_names_no_picture_even_to_members(closed, enter):
    found = tags(enter("lan"), closed.address)
    assert found["og:title"] == "Sổ tay" and "og:image" not in found


def test_deleted_document_leaves_no_card(handbook, committed):
    name = handbook.card.name
    with committed():
        handbook.delete()
    assert not default_storage.exists(name)


def test_deleting_several_leaves_no_card(handbook, committed):
    name = handbook.card.name
    with committed():
        LibraryDocument.objects.filter(pk=handbook.pk).delete()
    assert not default_storage.exists(name)


def test_command_fills_gaps(handbook):
    default_storage.delete(handbook.card.name)
    other = read(factories.make_document(title="Khác"))
    LibraryDocument.objects.filter(pk=other.pk).update(card="")
    call_command("make_document_cards")
    assert fresh(other).card and default_storage.exists(handbook.card.name)
