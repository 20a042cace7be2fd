"""Who may read a page holds in every language at once, and a stranger finds its words nowhere."""

import pytest
from django.contrib.auth.models import Group
from wagtail.models import Page, PageViewRestriction

from home.models import HomePage
from tests import factories

pytestmark = pytest.mark.postgres
LOGIN, GROUPS, PASSWORD = PageViewRestriction.LOGIN, PageViewRestriction.GROUPS, PageViewRestriction.PASSWORD


@pytest.fixture
def page(tree):
    """In Vietnamese, English and Hmong; French is a draft."""
    page = factories.make_standard(slug="noi-bo")
    factories.translate(page, "en")
    factories.translate(page, "hmn")
    factories.translate(page, "fr", live=False)
    return page


def restrict(page, kind=LOGIN, **fields) -> PageViewRestriction:
    return PageViewRestriction.objects.create(page=Page.objects.get(pk=page.pk), restriction_type=kind, **fields)


def restrictions(page) -> dict[str, str]:
    """Language to kind, of the page's own restrictions."""
    same = PageViewRestriction.objects.filter(page__translation_key=page.translation_key)
    return {each.page.locale.language_code: each.restriction_type for each in same}


def status(client, *prefixes) -> list[int]:
    return [client.get(f"{prefix}/noi-bo/").status_code for prefix in prefixes]


def test_restriction_closes_every_language_at_once(page, client):
    assert status(client, "", "/en", "/hmn") == [200, 200, 200]
    restrict(page)
    assert status(client, "", "/en", "/hmn") == [302, 302, 302]
    assert client.get("/en/noi-bo/")["Location"] == "/en/dang-nhap/?next=/en/noi-bo/"


def test_restriction_set_in_the_editor_closes_every_language(page, client, enter):
    response = enter("nhung").post(f"/cms/pages/{page.pk}/privacy/", {"restriction_type": "login", "password": "", "groups": []})
    assert response.status_code == 200
    assert restrictions(page) == dict.fromkeys(("vi", "en", "hmn", "fr"), LOGIN)


def test_change_of_its_kind_is_mirrored(page):
    restriction = restrict(page)
    restriction.restriction_type, restriction.password = PASSWORD, "cho-que"
    restriction.save()
    assert restrictions(page) == dict.fromkeys(("vi", "en", "hmn", "fr"), PASSWORD)
    assert set(PageViewRestriction.objects.values_list("password", flat=True)) == {"cho-que"}


def test_change_of_its_groups_is_mirrored(page, cast, enter):
    mine, other = Group.objects.create(name="Chi hội"), Group.objects.create(name="Tỉnh")
    cast.lan.groups.add(mine)
    restriction = restrict(page, GROUPS)
    restriction.groups.set([mine])
    assert status(enter("lan"), "", "/en", "/hmn") == [200, 200, 200]
    restriction.groups.set([other])
    assert set(status(enter("lan"), "", "/en", "/hmn")) == {302}
    restriction.groups.add(mine)
    assert status(enter("lan"), "", "/en", "/hmn") == [200, 200, 200]
    restriction.groups.clear()
    assert set(status(enter("lan"), "", "/en", "/hmn")) == {302}


def test_lifting_it_opens_every_language(page, client):
    restrict(page).delete()
    assert restrictions(page) == {}
    assert status(client, "", "/en", "/hmn") == [200, 200, 200]


def test_translation_made_later_is_closed_too(tree, client):
    page = factories.make_standard(slug="noi-bo")
    restrict(page)
    factories.translate(page, "en")
    assert restrictions(page) == {"vi": LOGIN, "en": LOGIN}
    assert status(client, "/en") == [302]


def test_groups_of_a_translation_made_later_are_the_same(tree, cast, enter):
    group = Group.objects.create(name="Chi hội")
    cast.lan.groups.add(group)
    page = factories.make_standard(slug="noi-bo")
    restrict(page, GROUPS).groups.set([group])
    factories.translate(page, "en")
    assert status(enter("lan"), "", "/en") == [200, 200]
    assert set(status(enter("mai"), "", "/en")) == {302}


def test_restriction_above_closes_what_is_below_in_every_language(tree, client):
    lesson = factories.make_lesson(steps=0)
    factories.translate(lesson, "en")
    restrict(lesson.get_parent())
    assert client.get(lesson.address).status_code == 302
    assert client.get("/en" + lesson.address).status_code == 302


def test_translation_made_later_below_a_restricted_page_is_closed(tree, client):
    lesson = factories.make_lesson(steps=0)
    restrict(lesson.get_parent())
    factories.translate(lesson, "en")
    assert client.get("/en" + lesson.address).status_code == 302


def test_stricter_rule_of_one_translation_is_its_own(page, client):
    restrict(Page.objects.get(translation_key=page.translation_key, locale__language_code="en"))
    assert status(client, "", "/en", "/hmn") == [200, 302, 200]


def test_deleting_the_vietnamese_page_opens_none_of_its_translations(page, client):
    restrict(page)
    Page.objects.get(pk=page.pk).delete()
    assert status(client, "/en", "/hmn") == [302, 302]


def test_page_moved_below_a_restricted_one_is_closed_in_every_language(page, client, tree):
    closed = factories.make_standard()
    restrict(closed)
    page.move(closed, pos="last-child")
    for code in ("en", "hmn"):
        translation = Page.objects.get(translation_key=page.translation_key, locale__language_code=code).specific
        assert client.get(translation.address).status_code == 302


# What a stranger must not find

SECRET = "Chuyện chỉ trong chi hội"
HIDDEN = "Tóm tắt chỉ trong chi hội"


@pytest.fixture
def secrets(tree, client):
    """A restricted lesson, story and news item, named everywhere that a page can be named. Addresses that name them."""
    picture = factories.make_picture()
    topic = factories.make_topic(name="An toàn")
    fields = {"title": SECRET, "summary": HIDDEN, "topic": topic, "cover": picture}
    course = factories.make_course(topic=topic)
    lesson, story, news = factories.make_lesson(course=course, **fields), factories.make_story(**fields), factories.make_news(**fields)
    before = factories.make_lesson(course=course, next_lesson=lesson)
    guide = factories.make_guide(stories=[story])
    home = HomePage.objects.get(pk=tree.vi.pk)
    home.hero_story = story
    home.banner_title, home.banner_link = "Phong trào", news
    home.weekly_lessons = factories.stream(("week", {"from_date": "2026-01-05", "lesson": lesson.pk}))
    home.chosen_lessons = factories.stream(("lesson", lesson.pk))
    factories.publish(home)
    for page in (lesson, story, news, before, guide, topic):
        for code in ("en", "hmn"):
            factories.translate(page, code, {SECRET: f"{SECRET} {code}", HIDDEN: f"{HIDDEN} {code}"})
    named = ["/", "/hoc/", course.address, before.address, guide.address, "/guong-dien-hinh/", "/tin-tuc/", "/tin-tuc/rss/", "/chu-de/an-toan/", "/khong-co/"]
    return (lesson, story, news), named


def test_stranger_reads_no_restricted_word_in_any_language(secrets, client):
    pages, named = secrets
    everywhere = [prefix + address for prefix in ("", "/en", "/hmn") for address in (*named, *(page.address for page in pages))]
    assert sum(SECRET in client.get(address).text for address in everywhere) >= 30  # they are named indeed
    for page in pages:
        restrict(page)
    for address in [*everywhere, "/sitemap.xml"]:
        text = client.get(address).getvalue().decode()
        assert SECRET not in text, address
        assert HIDDEN not in text, address


def test_link_to_a_restricted_page_leaves_only_its_words(tree, client):
    closed = factories.make_standard(slug="noi-bo")
    restrict(closed)
    page = factories.make_standard(body=factories.stream(("text", f"<p>{factories.link_to(closed, 'Sổ tay')}</p>")))
    assert "<a>Sổ tay</a>" in client.get(page.address).text
