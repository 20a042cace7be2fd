"""Links between pages lead to the reader's language, and never to what she cannot open."""

import pytest

from home.models import HomePage
from tests import factories
from tests.pages.reading import soup, ways


def body_with(page, words="Sổ tay"):
    return factories.stream(("text", f"<p>{factories.link_to(page, words)}</p>"))


@pytest.fixture
def target(tree):
    return factories.make_standard(slug="so-tay")


@pytest.fixture
def page(target):
    """Vietnamese and English, with a link to the target."""
    page = factories.make_standard(slug="gioi-thieu", body=body_with(target))
    factories.translate(page, "en")
    return page


def link(client, address) -> list[str | None]:
    return ways(soup(client.get(address)).main, "Sổ tay")


def test_link_leads_to_the_translation(page, target, client):
    factories.translate(target, "en")
    assert link(client, "/en/gioi-thieu/") == ["/en/so-tay/"]
    assert link(client, "/gioi-thieu/") == ["/so-tay/"]


def test_link_leads_to_vietnamese_where_there_is_no_translation(page, client):
    assert link(client, "/en/gioi-thieu/") == ["/so-tay/"]


def test_link_leads_to_vietnamese_while_the_translation_is_a_draft(page, target, client):
    factories.translate(target, "en", live=False)
    assert link(client, "/en/gioi-thieu/") == ["/so-tay/"]


def test_link_to_a_draft_leaves_only_its_words(page, target, client):
    target.unpublish()
    assert link(client, "/gioi-thieu/") == [None]
    assert link(client, "/en/gioi-thieu/") == [None]


def test_link_to_a_deleted_page_leaves_only_its_words(page, target, client):
    target.delete()
    assert link(client, "/gioi-thieu/") == [None]


def test_cards_of_chosen_pages_are_in_the_language_of_the_reader(tree, client):
    lesson = factories.make_lesson(title="Đi chợ trên mạng")
    home = HomePage.objects.get(pk=tree.vi.pk)
    home.chosen_lessons = factories.stream(("lesson", lesson.pk))
    factories.publish(home)
    assert ways(soup(client.get("/en/")).main, "Đi chợ trên mạng") == [lesson.address]
    factories.translate(lesson, "en", {"Đi chợ trên mạng": "Shop online"})
    shown = soup(client.get("/en/")).main
    assert ways(shown, "Shop online") == ["/en" + lesson.address]
    assert not ways(shown, "Đi chợ trên mạng")


def test_next_lesson_is_in_the_language_of_this_one(tree, client):
    course = factories.make_course()
    first, second = factories.make_lesson(course), factories.make_lesson(course, title="Bài thứ hai")
    factories.translate(first, "en")
    assert "/en" + second.address not in [a.get("href") for a in soup(client.get("/en" + first.address)).select(".next a")]
    factories.translate(second, "en")
    assert [a["href"] for a in soup(client.get("/en" + first.address)).select(".next a")] == ["/en" + second.address]


def test_way_up_and_navigation_stay_in_the_language(tree, client):
    lesson = factories.make_lesson()
    factories.translate(lesson, "en")
    shown = soup(client.get("/en" + lesson.address))
    assert shown.select_one("a.back")["href"] == "/en" + lesson.get_parent().specific.address
    assert shown.select_one("a.brand")["href"] == "/en/"
    bar = [a["href"] for a in shown.select("nav.bar a")]
    assert bar == ["/en/", "/en/hoc/", "/guong-dien-hinh/", "/tin-tuc/", "/mo-hinh/", "/en/toi/"]


def test_every_link_of_a_translated_page_answers(tree, client):
    lesson = factories.make_lesson(link=factories.make_standard(), topic=factories.make_topic())
    factories.translate(lesson, "en")
    addresses = {a["href"] for a in soup(client.get("/en" + lesson.address)).find_all("a", href=True) if a["href"].startswith("/")}
    assert len(addresses) > 10
    assert {address: client.get(address, follow=True).status_code for address in addresses} == dict.fromkeys(addresses, 200)
