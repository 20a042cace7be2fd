"""/cms/lien-ket/: who may edit a page or document finds its links there and makes more, one or one for each branch."""

import io
import zipfile

import openpyxl
import pytest
from django.urls import reverse
from django.utils import timezone

from members.models import Unit
from sharing import targets
from sharing.domain import short_link
from sharing.models import LinkDay, ShortLink
from tests import factories
from tests.cast import client_of
from tests.desk.ground import people, unit
from tests.pages.reading import soup

pytestmark = pytest.mark.django_db


@pytest.fixture
def lesson(tree):
    return factories.make_lesson(title="Gọi điện có hình")


def screen(thing) -> str:
    target = targets.of(thing)
    return reverse("short_links", args=[target.kind, target.key])


def addresses(answer) -> set[str]:
    return {box["value"] for box in soup(answer).select('input[data-w-clipboard-target="value"]')}


def opens_of(answer) -> dict[str, str]:
    """By code, as the table tells them."""
    rows = soup(answer).select("table.listing tbody tr")
    return {row.select_one("input")["value"].rsplit("/", 1)[1]: " ".join(row.select("td")[4].text.split()) for row in rows}


def grow(count: int) -> list[Unit]:
    commune = unit(people.COMMUNE)
    return [commune.add_child(kind=Unit.Kind.BRANCH, name=f"=Chi hội {number}", code=f"x{number}") for number in range(count)]


def test_shows_the_link_and_qr_of_each_living_language(editor, lesson):
    factories.translate(lesson, "en")
    factories.translate(lesson, "fr", live=False)
    answer = editor.get(screen(lesson))
    general = ShortLink.objects.general().to(targets.of(lesson))
    assert {link.language for link in general} == {"vi", "en"}
    assert addresses(answer) == {link.address for link in general}
    assert len(soup(answer).select("section div[style] > svg")) == 2


def test_a_link_for_a_unit_is_one_form(editor, lesson, cast):
    answer = editor.post(screen(lesson), {"unit": unit(people.BRANCH).pk, "language": "hmn", "campaign": "  Hội   chợ "})
    assert answer["Location"] == screen(lesson)
    link = ShortLink.objects.get(unit=unit(people.BRANCH))
    assert (link.target, link.language, link.campaign, link.made_by) == (targets.of(lesson), "hmn", "Hội chợ", cast.ngan)
    assert link.address in addresses(editor.get(screen(lesson)))


def test_bad_fields_are_said(editor, lesson):
    assert editor.post(screen(lesson), {"unit": "x", "language": "vi"}).status_code == 422
    assert editor.post(screen(lesson), {"language": "xx"}).status_code == 422
    assert ShortLink.objects.to(targets.of(lesson)).count() == 1


def test_opens_of_units_are_told_from_five_to_five(editor, lesson):
    told = {}
    for place, opens, said in ((None, 3, "3"), (people.BRANCH, 4, "dưới 5"), (people.OTHER_BRANCH, 13, "từ 10")):
        link = short_link(target=targets.of(lesson), language="vi", unit=place and unit(place))
        LinkDay.objects.create(link=link, day=timezone.localdate(), opens=opens)
        told[link.code] = said
    shown = opens_of(editor.get(screen(lesson)))
    assert {code: opens.removesuffix(" lượt mở") for code, opens in shown.items()} == told


def test_all_branches_of_a_commune_in_one_table(editor, lesson):
    made = [unit(people.BRANCH), *grow(3)]
    known = short_link(target=targets.of(lesson), language="vi", unit=made[0])
    form = {"cac-unit": unit(people.COMMUNE).pk, "cac-language": "vi", "cac-campaign": ""}
    answer = editor.post(f"{screen(lesson)}chi-hoi/", form)
    content = b"".join(answer.streaming_content)
    assert zipfile.is_zipfile(io.BytesIO(content))
    _head, *rows = openpyxl.load_workbook(io.BytesIO(content)).active.iter_rows(values_only=True)
    links = {link.unit.place or link.unit.name: link for link in ShortLink.objects.exclude(unit=None).select_related("unit")}
    assert [row[0] for row in rows] == [str(each) for each in made]
    assert [(row[1], row[2], row[3]) for row in rows] == [(links[row[0]].code, links[row[0]].address, "Tiếng Việt") for row in rows]
    assert rows[0][1] == known.code
    b"".join(editor.post(f"{screen(lesson)}chi-hoi/", form).streaming_content)
    assert ShortLink.objects.exclude(unit=None).count() == 4


def test_a_unit_without_branches_is_answered_with_a_sentence(editor, lesson):
    bare = unit(people.PROVINCE).add_child(kind=Unit.Kind.COMMUNE, name="Xã mới", code="y")
    for chosen in (bare.pk, "", "999999"):
        answer = editor.post(f"{screen(lesson)}chi-hoi/", {"cac-unit": chosen, "cac-language": "vi"})
        assert answer.status_code == 422
        assert soup(answer).select_one(".error-message")
    assert not ShortLink.objects.exclude(unit=None).exists()


def test_picture_of_the_code_to_print(editor, lesson):
    link = ShortLink.objects.general().get(key=lesson.translation_key)
    answer = editor.get(reverse("link_png", args=[link.code]))
    assert answer.content.startswith(b"\x89PNG") and f"{link.code}.png" in answer["Content-Disposition"]
    assert editor.get(reverse("link_png", args=["ZZZZZ"])).status_code == 404


@pytest.mark.parametrize(("who", "status"), [(None, 302), ("lan", 302), ("hoa", 302), ("ngan", 200), ("nhung", 200), ("yen", 404)])
def test_only_who_may_edit_the_page(client, lesson, cast, who, status):
    asking = client_of(who) if who else client
    assert asking.get(screen(lesson)).status_code == status
    if status != 200:
        asking.post(screen(lesson), {"unit": unit(people.BRANCH).pk, "language": "vi"})
        asking.post(f"{screen(lesson)}chi-hoi/", {"cac-unit": unit(people.COMMUNE).pk, "cac-language": "vi"})
        assert not ShortLink.objects.exclude(unit=None).exists()


def test_translators_make_links_of_what_they_translate(lesson, cast):
    factories.translate(lesson, "en")
    assert client_of("yen").get(screen(lesson)).status_code == 200


def test_documents_have_the_same_screen(editor, tree, cast):
    factories.make_library(tree)
    document = factories.make_document()
    assert editor.get(screen(document)).status_code == 200
    assert screen(document) in editor.get(reverse("wagtaildocs:edit", args=[document.pk])).content.decode()
    assert client_of("hoa").get(screen(document)).status_code == 302


def test_odd_targets_are_not_there(editor, lesson):
    key = lesson.translation_key
    for kind in ("x", "document"):
        assert editor.get(reverse("short_links", args=[kind, key])).status_code == 404


def test_the_way_there_stands_in_the_menus_of_living_pages(editor, lesson):
    draft = factories.make_lesson(lesson.get_parent().specific, live=False)
    for address in (reverse("wagtailadmin_pages:edit", args=[lesson.pk]), reverse("wagtailadmin_explore", args=[lesson.get_parent().pk])):
        assert screen(lesson) in editor.get(address).content.decode()
    assert screen(draft) not in editor.get(reverse("wagtailadmin_explore", args=[lesson.get_parent().pk])).content.decode()


def test_looking_makes_nothing(editor, lesson):
    ShortLink.objects.all().delete()
    answer = editor.get(screen(lesson))
    assert answer.status_code == 200 and not addresses(answer)
    assert not ShortLink.objects.exists()
