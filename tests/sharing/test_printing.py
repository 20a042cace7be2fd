"""A short link's code and sheets: for anyone who has the code, and of nothing that is closed to her."""

from io import BytesIO
from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils.translation import gettext, override
from PIL import Image
from wagtail.models import Collection, PageViewRestriction

from learning.library.models import CollectionAudience
from members.models import Member, Unit
from sharing.domain import short_link
from sharing.printing import edition_of, sheets_of
from sharing.sheets import SIZES
from sharing.shortlinks import ShortLink
from sharing.targets import of
from tests import factories
from tests.desk.ground import people, unit
from tests.pages.reading import soup
from tests.sharing.printed import Printed, read_codes

pytestmark = pytest.mark.django_db


@pytest.fixture
def lesson(tree):
    return factories.make_lesson(title="Chụp ảnh", summary="Chụp một tấm ảnh rõ.", cover=factories.make_picture((320, 200)))


@pytest.fixture
def link(lesson) -> ShortLink:
    return short_link(target=of(lesson), language="vi")


def test_code_as_picture_opens_the_link(client, link):
    answer = client.get(f"/Q/{link.code}.png")
    assert answer["Content-Type"] == "image/png"
    assert [code.text for code in read_codes(Image.open(BytesIO(answer.content)))] == [link.printed]
    drawing = client.get(f"/Q/{link.code}.svg")
    assert drawing["Content-Type"] == "image/svg+xml" and drawing.content.startswith(b"<svg")
    for sent in (answer, drawing):
        assert sent["Cache-Control"] == "private, max-age=86400"


@pytest.mark.parametrize("size", SIZES)
def test_sheet_shows_title_sentence_address_and_code(client, link, size):
    answer = client.get(f"/Q/{link.code}/to/{size}.pdf")
    assert (answer.status_code, answer["Content-Type"], answer["Cache-Control"]) == (200, "application/pdf", "private, no-store")
    assert f'filename="chup-anh-{size}.pdf"' in answer["Content-Disposition"]
    sheet = Printed(answer.content)
    for words in ("Chụp ảnh", "Chụp một tấm ảnh rõ.", f"testserver/Q/{link.code}"):
        assert words in sheet.text()
    assert {code.text for code in read_codes(sheet.picture())} == {link.printed}


def test_small_letters_open_too(client, link):
    assert client.get(f"/q/{link.code.lower()}.svg").status_code == 200


@pytest.mark.parametrize("rest", ["a3.pdf", "a4.svg", "../a4.pdf"])
def test_other_sizes_are_not_found(client, link, rest):
    assert client.get(f"/Q/{link.code}/to/{rest}").status_code == 404


@pytest.mark.parametrize("rest", [".svg", ".png", "/to/a4.pdf"])
def test_unknown_code_is_not_found_and_nothing_is_posted(client, link, rest):
    assert client.get(f"/Q/22222{rest}").status_code == 404
    assert client.post(f"/Q/{link.code}{rest}").status_code in {403, 405}


def test_link_itself_still_leads_to_its_page(client, link, lesson):
    assert client.get(f"/Q/{link.code}")["Location"].startswith(lesson.address)


def test_sheet_of_a_branch_names_it_and_the_number_that_its_officer_gives(client, lesson):
    branch = Unit.objects.filter(depth__gt=2).last()
    link = short_link(target=of(lesson), language="vi", unit=branch)
    assert str(branch) in Printed(client.get(f"/Q/{link.code}/to/a4.pdf").content).text()
    made = sheets_of([(link, edition_of(link))], "a4", phones={branch.pk: "0912 345 678"})
    with override("vi"):
        assert "0912 345 678" in Printed(made).text() and gettext("Ask, call:") in Printed(made).text()


def test_closed_page_is_printed_for_those_who_may_read_it(client, enter, lesson, link):
    PageViewRestriction.objects.create(page=lesson, restriction_type="login")
    assert client.get(f"/Q/{link.code}/to/a4.pdf").status_code == 404
    assert client.get(f"/Q/{link.code}.svg").status_code == 200, "the address alone says nothing"
    assert "Chụp ảnh" in Printed(enter("lan").get(f"/Q/{link.code}/to/a4.pdf").content).text()


def test_closed_document_is_printed_for_those_who_may_read_it(client, enter, tree):
    folder = Collection.get_first_root_node().add_child(name="Kín")
    CollectionAudience.objects.create(collection=folder, audience="members")
    document = factories.make_document(title="Chỉ hội viên", collection=folder)
    link = short_link(target=of(document), language="vi")
    assert client.get(f"/Q/{link.code}/to/a4.pdf").status_code == 404
    assert "Chỉ hội viên" in Printed(enter("lan").get(f"/Q/{link.code}/to/a4.pdf").content).text()


def test_document_has_a_poster(client, tree):
    document = factories.make_document(title="Sổ tay")
    link = short_link(target=of(document), language="vi")
    assert "Sổ tay" in Printed(client.get(f"/Q/{link.code}/to/a4.pdf").content).text()


def test_link_whose_page_is_gone_has_no_sheet(client, tree):
    link = ShortLink.objects.create(kind="page", key=uuid4(), language="vi", code="BBBBB")
    assert client.get(f"/Q/{link.code}/to/a4.pdf").status_code == 404


def test_lost_picture_stops_no_poster(client, lesson, link):
    lesson.cover.file.storage.delete(lesson.cover.file.name)
    assert client.get(f"/Q/{link.code}/to/a4.pdf").status_code == 200


def test_who_asks_for_sheet_after_sheet_waits(client, link):
    answers = [client.get(f"/Q/{link.code}/to/a6.pdf").status_code for _ in range(61)]
    assert answers[:59] == [200] * 59 and answers[-1] == 429


def test_sheet_makes_no_rendition_and_few_queries(client, link, monkeypatch, django_assert_max_num_queries):
    from pages.pictures import Picture

    monkeypatch.setattr(Picture, "create_rendition", lambda *args: pytest.fail("encoded"))
    with django_assert_max_num_queries(12):
        client.get(f"/Q/{link.code}/to/a4.pdf")


def test_editor_prints_a_sheet_for_each_branch_of_a_commune(editor, lesson):
    commune = Unit.objects.get(pk=unit(people.COMMUNE).pk)
    branches = list(Unit.objects.within(commune).of_kind(Unit.Kind.BRANCH))
    address = reverse("short_links_of_branches", args=["page", lesson.translation_key])
    form = {"cac-unit": commune.pk, "cac-language": "vi", "cac-campaign": ""}
    answer = editor.post(address, form | {"to": "a4"})
    sheets = Printed(answer.content)
    assert sheets.pages == len(branches) > 0
    assert {code.text for page in range(sheets.pages) for code in read_codes(sheets.picture(page, dpi=150))} == {
        link.printed for link in ShortLink.objects.filter(unit__in=branches)
    }
    assert editor.post(address, form | {"to": "a3"}).status_code == 404


def printed_at_the_desk(client, link, **fields):
    return client.post(f"/chi-hoi/lien-ket/{link.code}/in/", {"giay": "a4", **fields})


@pytest.fixture
def of_branch(lesson, cast) -> ShortLink:
    return short_link(target=of(lesson), language="vi", unit=unit(people.BRANCH))


def test_chairwoman_prints_her_branchs_sheet_with_her_number_if_she_wants(enter, of_branch):
    Member.objects.filter(username="hoa").update(phone="+84912345678")
    hoa = enter("hoa")
    assert "0912 345 678" in Printed(printed_at_the_desk(hoa, of_branch, so="1").content).text()
    assert "0912" not in Printed(printed_at_the_desk(hoa, of_branch).content).text()
    assert b"giay" in hoa.get("/chi-hoi/lien-ket/").content


def test_sheet_at_the_desk_is_for_officers_of_the_unit(enter, client, of_branch):
    assert printed_at_the_desk(client, of_branch).status_code == 302
    assert [printed_at_the_desk(enter(name), of_branch).status_code for name in ("lan", "mai")] == [404, 404]
    assert enter("hoa").get(f"/chi-hoi/lien-ket/{of_branch.code}/in/").status_code == 405
    assert printed_at_the_desk(enter("hoa"), of_branch, giay="a3").status_code == 404
    assert "0912" not in Printed(printed_at_the_desk(enter("thu"), of_branch, so="1").content).text()


def test_page_of_the_code_shows_it_large_and_what_can_be_printed(client, link):
    shown = soup(client.get(f"/Q/{link.code}/qr/"))
    assert shown.select_one("main strong").text == link.address
    assert shown.select_one("main img")["src"] == f"/Q/{link.code}.svg"
    for size in SIZES:
        assert client.get(shown.select_one(f"main a[href$='/to/{size}.pdf']")["href"]).status_code == 200


def test_page_of_the_code_of_what_is_closed_names_nothing(client, lesson, link):
    PageViewRestriction.objects.create(page=lesson, restriction_type=PageViewRestriction.LOGIN)
    answer = client.get(f"/Q/{link.code}/qr/")
    assert lesson.title not in answer.text
    assert not soup(answer).select("main a[href*='/to/']")
