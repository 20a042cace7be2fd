"""A kit as a chairwoman gives it to her branch: her links in the messages, her name and number on the poster."""

import pytest
from django.test import Client

from sharing.models import ShortLink
from tests import cast as people
from tests import factories
from tests.desk.ground import unit
from tests.pages.reading import soup
from tests.sharing.printed import Printed, read_codes

pytestmark = pytest.mark.django_db


@pytest.fixture
def kit(tree, cast):
    return factories.make_kit(lesson=factories.make_lesson(), slug="thang-nay")


VIEW = "/sinh-hoat/thang-nay/cua-chi-hoi/"
POSTER = f"{VIEW}ap-phich/"


def of_branch():
    return ShortLink.objects.filter(unit=unit(people.BRANCH))


def told(answer) -> str:
    return soup(answer).find("main").get_text(" ", strip=True)


@pytest.mark.postgres
def test_a_look_makes_no_link_and_a_button_makes_them_once(kit, enter):
    hoa = enter("hoa")
    assert hoa.get(VIEW).status_code == 200
    assert hoa.get(POSTER).status_code == 302
    assert not of_branch().exists()
    for _ in range(2):
        assert hoa.post(VIEW).status_code == 302
    assert sorted(of_branch().values_list("key", flat=True), key=str) == sorted([kit.translation_key, kit.lesson.translation_key], key=str)
    assert set(of_branch().values_list("made_by__username", flat=True)) == {"hoa"}


def test_messages_carry_the_branchs_own_links(kit, enter):
    hoa = enter("hoa")
    hoa.post(VIEW)
    answer = hoa.get(VIEW)
    assert answer["Cache-Control"] == "private, no-store"
    words = told(answer)
    assert str(unit(people.BRANCH)) in words
    assert all(link.address in words for link in of_branch())


def test_poster_leads_to_the_lesson_and_names_the_branch(kit, enter):
    hoa = enter("hoa")
    hoa.post(VIEW)
    answer = hoa.get(POSTER)
    assert (answer["Content-Type"], answer["Cache-Control"]) == ("application/pdf", "private, no-store")
    printed = Printed(answer.content)
    [code] = read_codes(printed.picture())
    assert code.text == of_branch().get(key=kit.lesson.translation_key).printed
    assert "Nà Mạc" in printed.text()


def test_her_number_is_printed_only_if_she_says_so(kit, enter, cast):
    cast.hoa.phone = "+84912345678"
    cast.hoa.save()
    hoa = enter("hoa")
    hoa.post(VIEW)
    assert "0912 345 678" not in Printed(hoa.get(POSTER).content).text()
    assert "0912 345 678" in Printed(hoa.get(f"{POSTER}?so=1").content).text()


def test_the_commune_sees_the_kit_of_a_branch_without_its_chairwomans_number(kit, enter, cast):
    cast.tam.phone = "+84987654321"
    cast.tam.save()
    tam, asked = enter("tam"), f"?don-vi={unit(people.BRANCH).pk}"
    tam.post(VIEW, {"don-vi": unit(people.BRANCH).pk})
    assert of_branch().exists()
    assert tam.get(VIEW + asked).status_code == 200
    assert "0987 654 321" not in Printed(tam.get(f"{POSTER}{asked}&so=1").content).text()


@pytest.mark.parametrize("address", [VIEW, POSTER])
def test_ladder(kit, enter, address):
    answer = Client().get(address)
    assert (answer.status_code, answer["Location"].partition("?")[0]) == (302, "/dang-nhap/")
    assert enter("lan").get(address).status_code == 404
    assert enter("hoa").get(f"{address}?don-vi={unit(people.OTHER_BRANCH).pk}").status_code == 404
    assert enter("hoa").get(f"{address}?don-vi=abc").status_code == 404
    assert enter("hoa").get(address.replace("thang-nay", "khong-co")).status_code == 404
    assert enter("hoa").put(address).status_code == 405


def test_a_link_for_another_branch_is_not_made(kit, enter):
    assert enter("hoa").post(VIEW, {"don-vi": unit(people.OTHER_BRANCH).pk}).status_code == 404
    assert not ShortLink.objects.filter(unit__isnull=False).exists()


def test_the_desk_leads_to_the_kit_of_the_month_and_to_what_is_new(kit, enter):
    page = soup(enter("hoa").get("/chi-hoi/"))
    assert page.find("a", href=f"{VIEW}?don-vi={unit(people.BRANCH).pk}")
    assert page.find("a", href="/moi-cho-nhom/")
