"""A kit in one file: what is in it, that it is the same each time, and that it never outlives the openness of what it holds."""

import hashlib
from io import BytesIO, StringIO
from urllib.parse import unquote
from zipfile import ZipFile

import pytest
from django.conf import settings as configured
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import call_command
from django.utils.translation import gettext
from wagtail.models import Collection, Page, PageViewRestriction

from home.kits import packing
from home.kits.models import KitPackage
from learning.library.models import CollectionAudience
from pages.templatetags.numbers import kb
from sharing.links import general_address
from tests import factories
from tests.factories.content import publish
from tests.pages.reading import soup

pytestmark = pytest.mark.django_db
PDF = b"%PDF-1.4 noi dung cua so tay"


@pytest.fixture
def done(settings, django_capture_on_commit_callbacks):
    """What follows a change happens at once, as where no worker is set up."""
    settings.TASKS = configured.TASKS | {"reading": configured.IMMEDIATE}
    return lambda: django_capture_on_commit_callbacks(execute=True)


@pytest.fixture
def document(tree):
    return factories.make_document(content=PDF, title="Sổ tay: của chị/em")


@pytest.fixture
def kit(tree, done, document):
    with done():
        return factories.make_kit(title="An toàn trên mạng", picture=factories.make_picture(), documents=[document])


def fetched(client, page, **headers):
    return client.get(f"{page.address}tai-ve/", headers=headers)


def opened(client, page) -> ZipFile:
    answer = fetched(client, page)
    assert answer.status_code == 200
    return ZipFile(BytesIO(answer.getvalue()))


def is_offered(client, page) -> bool:
    return any(link["href"] == f"{page.address}tai-ve/" for link in soup(client.get(page.address)).find_all("a", href=True))


def test_it_opens_and_holds_the_parts_under_vietnamese_names(kit, client):
    archive = opened(client, kit)
    assert archive.testzip() is None
    names = archive.namelist()
    script, messages, poster, picture, document = names
    assert [name.rsplit(".")[-1] for name in (script, messages, poster)] == ["pdf", "txt", "pdf"]
    assert picture == f"{gettext('4. Pictures')}/1.jpg"
    assert document == f"{gettext('5. Documents')}/1. Sổ tay- của chị-em.pdf"
    assert all(entry.flag_bits & 0x800 for entry in archive.infolist() if not entry.filename.isascii())
    assert archive.read(document) == PDF
    assert archive.read(picture).startswith(b"\xff\xd8\xff")
    assert archive.read(script).startswith(b"%PDF")


def test_messages_are_ready_to_be_pasted(kit, client):
    archive = opened(client, kit)
    raw = archive.read(archive.namelist()[1])
    assert raw.startswith("\ufeff".encode())
    assert f"Tối thứ bảy họp chi hội, các chị nhé.\r\n{general_address(kit)}" in raw.decode("utf-8-sig")


@pytest.mark.postgres
def test_its_size_is_the_one_that_the_page_shows(kit, client):
    answer = fetched(client, kit)
    content = answer.getvalue()
    package = KitPackage.objects.get()
    assert package.size == len(content) == int(answer["Content-Length"])
    assert package.sha256 == hashlib.sha256(content).hexdigest()
    link = soup(client.get(kit.address)).find("a", href=f"{kit.address}tai-ve/")
    assert kb(len(content)) in link.text


def test_a_second_build_gives_the_same_bytes_and_writes_no_file(kit):
    before = KitPackage.objects.get()
    packing.build(kit)
    after = KitPackage.objects.get()
    assert (after.file.name, after.sha256, after.size) == (before.file.name, before.sha256, before.size)


def test_a_new_text_takes_the_place_of_the_old_file(kit, done, client):
    before = KitPackage.objects.get().file.name
    kit.title = "Tháng này học gì"
    with done():
        publish(kit)
    assert KitPackage.objects.get().file.name != before
    assert not default_storage.exists(before)


def test_a_part_of_it_may_be_asked_for(kit, client):
    whole = fetched(client, kit).getvalue()
    answer = fetched(client, kit, range="bytes=10-19")
    assert (answer.status_code, answer.getvalue()) == (206, whole[10:20])
    assert answer["Content-Range"] == f"bytes 10-19/{len(whole)}"


def test_the_file_is_named_in_vietnamese(kit, client):
    answer = fetched(client, kit)
    assert answer["Content-Type"] == "application/zip"
    assert answer["Content-Disposition"].startswith("attachment; filename*=utf-8''")
    assert "An%20to%C3%A0n%20tr%C3%AAn%20m%E1%BA%A1ng.zip" in answer["Content-Disposition"]


def test_until_it_is_there_the_page_and_the_address_say_so(tree, client):
    page = factories.make_kit()
    assert not is_offered(client, page)
    answer = fetched(client, page)
    assert (answer.status_code, answer["Retry-After"]) == (503, "120")
    sentence = gettext("The file with everything is being put together. Come back in a few minutes.")
    assert sentence in answer.content.decode()
    assert sentence in client.get(page.address).content.decode()


def test_looking_at_a_kit_builds_and_writes_nothing(tree, client, django_assert_num_queries):
    page = factories.make_kit()
    before = list(KitPackage.objects.values())
    client.get(page.address)
    fetched(client, page)
    assert list(KitPackage.objects.values()) == before


# What was closed


def close(document) -> None:
    folder = Collection.get_first_root_node().add_child(name="Nội bộ")
    CollectionAudience.objects.create(collection=folder, audience=CollectionAudience.Audience.OFFICIALS)
    type(document).objects.filter(pk=document.pk).update(collection=folder)  # by whatever road: nobody is told


@pytest.mark.postgres
def test_a_document_closed_since_is_not_handed_out(kit, document, client):
    assert is_offered(client, kit)
    close(document)
    assert not is_offered(client, kit)
    assert fetched(client, kit).status_code == 503


def test_the_next_build_leaves_it_out(kit, document, client):
    close(document)
    packing.build(kit)
    assert is_offered(client, kit)
    assert not [name for name in opened(client, kit).namelist() if "Sổ tay" in name]


def test_a_document_in_a_closed_collection_never_gets_in(tree, done, client):
    closed = factories.make_document(content=b"%PDF-1.4 chuyenkindao")
    close(closed)
    with done():
        page = factories.make_kit(documents=[closed])
    archive = opened(client, page)
    assert not [name for name in archive.namelist() if b"chuyenkindao" in archive.read(name)]
    assert KitPackage.objects.get().documents == {}


def test_a_replaced_document_has_its_kits_built_anew(kit, document, done, client):
    with done():
        document.file = ContentFile(b"%PDF-1.4 ban moi", name="ban-moi.pdf")
        document.save()
    assert opened(client, kit).read(opened(client, kit).namelist()[-1]) == b"%PDF-1.4 ban moi"


@pytest.mark.postgres
def test_a_deleted_document_has_its_kits_built_anew(kit, document, done, client):
    with done():
        document.delete()
    assert KitPackage.objects.get().documents == {}
    assert is_offered(client, kit)


def test_closing_the_kit_closes_its_file(kit, client):
    PageViewRestriction.objects.create(page=Page.objects.get(pk=kit.pk), restriction_type=PageViewRestriction.LOGIN)
    assert fetched(client, kit).status_code == 404


def test_a_kit_taken_off_has_no_file(kit, client):
    kit.unpublish()
    assert fetched(client, kit).status_code == 404


def test_files_lie_where_nobody_is_served(kit, client):
    name = KitPackage.objects.get().file.name
    assert client.get(f"/media/{name}").status_code == 404
    assert client.get(f"/media/images/../{name}").status_code == 404


def test_each_language_has_its_own(kit, done, client):
    with done():
        english = factories.translate(kit, "en", {"An toàn trên mạng": "Safe online"})
    assert KitPackage.objects.count() == 2
    archive = opened(client, english)
    assert b"Safe online" in archive.read(archive.namelist()[1])
    assert "Safe online" in unquote(fetched(client, english)["Content-Disposition"])


def test_a_lost_file_breaks_no_publication(kit, document, done, client):
    default_storage.delete(document.file.name)
    kit.title = "Tháng này học gì"
    with done():
        publish(kit)
    assert KitPackage.objects.get().state == KitPackage.State.FAILED
    assert not is_offered(client, kit)


def test_build_kits_mends_what_was_lost_and_removes_what_is_gone(kit, client):
    other = factories.make_kit()
    packing.build(other)
    gone = KitPackage.objects.of(other).get().file.name
    other.unpublish()
    default_storage.delete(KitPackage.objects.of(kit).get().file.name)
    call_command("build_kits", stdout=StringIO())
    assert opened(client, kit).testzip() is None
    assert not KitPackage.objects.of(other).exists()
    assert not default_storage.exists(gone)
