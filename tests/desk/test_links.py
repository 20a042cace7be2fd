"""/chi-hoi/lien-ket/: a branch's own links and opens; above it sums that tell of no small group."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from home.models import HomePage
from sharing import targets
from sharing.domain import short_link
from sharing.models import LinkDay, ShortLink
from sharing.opens import months, weeks
from tests import factories
from tests.desk.ground import LADDER, climb, people, unit
from tests.factories.content import publish, stream
from tests.pages.reading import soup

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]
LINKS = "/chi-hoi/lien-ket/"


@pytest.fixture
def lesson(tree):
    return factories.make_lesson(title="Gọi điện có hình", share_message="Em vừa học xong bài này.")


def link_of(thing, place=people.BRANCH, **more) -> ShortLink:
    return short_link(target=targets.of(thing), language=more.pop("language", "vi"), unit=unit(place), **more)


def opened(link, times, day=None):
    LinkDay.objects.create(link=link, day=day or timezone.localdate(), opens=times)


def text(answer) -> str:
    return " ".join(soup(answer).main.get_text(" ").split())


def sums(answer) -> dict[str, list[str]]:
    """Unit: what is told of this month and the one before."""
    cards = soup(answer).select("main .rows .card:not([id])")
    return {card.h3.get_text(strip=True): [" ".join(strong.text.split()) for strong in card.select("strong")] for card in cards}


def make(client, place=people.BRANCH, **fields):
    return client.post(LINKS, {"don-vi": unit(place).pk, "language": "vi", **fields})


def set_week(lesson):
    home = HomePage.objects.get(locale__language_code="vi")
    home.weekly_lessons = stream(("week", {"from_date": "2026-01-05", "lesson": lesson.pk}))
    publish(home)


def test_everybody_else_has_no_links_here(enter, client, cast):
    assert climb(enter, client, LINKS) == LADDER


@pytest.mark.parametrize(("who", "place"), [("hoa", people.COMMUNE), ("hoa", people.OTHER_BRANCH), ("tam", people.OTHER_BRANCH), ("thu", people.FAR_BRANCH)])
def test_units_outside_her_scope_are_not_there(enter, lesson, who, place):
    assert enter(who).get(LINKS, {"don-vi": unit(place).pk}).status_code == 404
    assert make(enter(who), place, address=lesson.address).status_code == 404
    assert not ShortLink.objects.filter(unit=unit(place)).exists()


def test_chairwoman_pastes_an_address_and_gets_her_link(enter, lesson, cast):
    client = enter("hoa")
    answer = make(client, address=f"http://testserver{lesson.address}?k=ABCDE")
    link = ShortLink.objects.get(unit=cast.hoa.unit)
    assert (link.target, link.language, link.made_by) == (targets.of(lesson), "vi", cast.hoa)
    assert answer["Location"].endswith(f"&link={link.code}#link-{link.code}")
    page = soup(client.get(answer["Location"]))
    message = page.select_one(f"#link-{link.code} [data-message]")
    assert " ".join(message.text.split()) == f"Em vừa học xong bài này. {link.address}"
    assert make(client, address=lesson.address)["Location"] == answer["Location"]
    assert ShortLink.objects.filter(unit=cast.hoa.unit).count() == 1


def test_this_weeks_lesson_in_one_press_and_in_the_groups_language(enter, lesson, cast):
    client = enter("hoa")
    assert not soup(client.get(LINKS)).select('button[name="bai-tuan"]')
    set_week(lesson)
    assert "Gọi điện có hình" in text(client.get(LINKS))
    make(client, language="hmn", **{"bai-tuan": "1"})
    assert ShortLink.objects.get(unit=cast.hoa.unit).language == "hmn"


@pytest.mark.parametrize("fields", [{}, {"address": "http://evil.example/"}, {"address": "/khong-co/"}, {"bai-tuan": "1"}, {"address": "/", "language": "xx"}])
def test_bad_input_is_answered_with_a_sentence(enter, cast, fields):
    answer = make(enter("hoa"), **fields)
    assert answer.status_code == 422
    assert soup(answer).select_one('main [role="alert"]') or "language" in fields
    assert not ShortLink.objects.filter(unit=cast.hoa.unit).exists()


def test_chairwoman_sees_her_opens_by_the_week_exactly(enter, lesson, cast):
    link, today = link_of(lesson), timezone.localdate()
    this, last, *_rest, oldest = weeks(today, 4)
    for day, times in ((this, 1), (last, 2), (oldest, 3), (oldest - timedelta(days=1), 9)):
        opened(link, times, day)
    facts = [" ".join(span.text.split()) for span in soup(enter("hoa").get(LINKS)).select(f"#link-{link.code} .facts span")]
    assert [[word for word in fact.split() if word.isdecimal()][0] for fact in facts] == ["1", "2", "3"]


def test_officer_above_sees_months_and_nothing_small(enter, lesson, cast):
    link = link_of(lesson)
    this, before = months(timezone.localdate())
    opened(link, 4, this)
    opened(link, 12, before)
    client = enter("tam")
    few, many = sums(client.get(LINKS))["Chi hội bản Nà Mạc"]
    assert "12" in many and few.startswith(("dưới", "under"))
    inside = client.get(LINKS, {"don-vi": unit(people.BRANCH).pk})
    assert [strong.text.split()[0] for strong in soup(inside).select("main .facts strong")] in (["dưới", "12"], ["under", "12"])
    assert "4" not in [word for span in soup(inside).select(f"#link-{link.code} .facts") for word in span.text.split()]


def test_sums_hold_no_hidden_cell(enter, lesson, cast):
    """The province sees what its communes can tell: whoever subtracts gets nothing."""
    this, _before = months(timezone.localdate())
    second = unit(people.COMMUNE).add_child(kind="branch", name="Chi hội hai", code="x-2")
    opened(link_of(lesson), 3, this)
    opened(short_link(target=targets.of(lesson), language="vi", unit=second), 20, this)
    assert "20" in sums(enter("thu").get(LINKS))["Gia Phù"][0]
    answer = enter("tam").get(LINKS)
    of_commune = sums(answer)
    assert soup(answer).select_one("main .facts strong").text.split()[0] == "20", "all together"
    assert "20" in of_commune["Chi hội hai"][0] and not any(sign.isdigit() and sign != "5" for sign in of_commune["Chi hội bản Nà Mạc"][0])


def test_links_of_others_and_of_nobody_are_not_hers(enter, lesson, cast):
    link_of(lesson, people.OTHER_BRANCH)
    assert not soup(enter("hoa").get(LINKS)).select("main .card")


def test_a_target_that_is_gone_or_closed_to_her_is_not_named(enter, cast, tree):
    closed = factories.make_closed("officials", unit=unit(people.FAR_PROVINCE), title="Kế hoạch kín")
    page = factories.make_standard(title="Trang đã gỡ")
    links = [link_of(closed), link_of(page)]
    page.unpublish()
    answer = enter("hoa").get(LINKS)
    assert "Kế hoạch kín" not in text(answer) and "Trang đã gỡ" not in text(answer)
    assert all(link.address in text(answer) for link in links)


def test_same_queries_for_one_link_and_for_eight(enter, cast, tree):
    client = enter("hoa")
    factories.make_library(tree)
    opened(link_of(factories.make_lesson()), 1)
    link_of(factories.make_document())

    def queries() -> int:
        client.get(LINKS)
        with CaptureQueriesContext(connection) as asked:
            assert client.get(LINKS).status_code == 200
        assert not [query for query in asked if not query["sql"].startswith("SELECT")]
        return len(asked)

    few = queries()
    for _ in range(3):
        opened(link_of(factories.make_lesson()), 1)
        link_of(factories.make_document())
    assert queries() == few <= 25
