"""The factories make pages that are live, and translations that are whole."""

import pytest

from tests import factories

pytestmark = pytest.mark.django_db


def test_homes_are_live_siblings_and_translations_of_each_other(tree, client):
    assert len(tree.homes) == 9
    assert len({home.translation_key for home in tree.homes.values()}) == 1
    assert all(home.live and home.depth == 2 for home in tree.homes.values())
    assert client.get("/").status_code == 200


@pytest.mark.parametrize(
    "make", [factories.make_course, factories.make_lesson, factories.make_news, factories.make_story, factories.make_guide, factories.make_standard]
)
def test_every_factory_makes_a_live_page(tree, client, make):
    page = make()
    assert page.live
    assert client.get(page.address).status_code == 200


def test_translation_is_whole_and_live(tree, client):
    lesson = factories.make_lesson(steps=1, title="Chụp ảnh sản phẩm")
    english = factories.translate(lesson, "en", {"Chụp ảnh sản phẩm": "Take pictures of goods"})
    assert (english.title, english.live, english.slug) == ("Take pictures of goods", True, lesson.slug)
    assert "[en] " in english.share_message
    assert client.get(english.address).status_code == 200


def test_topic_is_translated(tree, client):
    topic = factories.make_topic(name="Bán hàng")
    english = factories.translate(topic, "en", {"Bán hàng": "Selling"})
    assert (english.name, english.live, english.slug) == ("Selling", True, topic.slug)


def test_each_member_is_where_she_belongs(cast):
    assert cast.lan.unit == cast.hoa.unit
    assert cast.mai.unit != cast.lan.unit
    assert str(cast.lan.unit) == "Chi hội bản Nà Mạc, Gia Phù"


def test_editor_enters_the_admin_and_member_does_not(enter):
    assert enter("ngan").get("/cms/").status_code == 200
    assert enter("lan").get("/cms/").status_code == 302


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("turn", [1, 2])
def test_tree_stands_again_after_a_transactional_test(cast, enter, turn):
    assert enter("nhung").get("/cms/").status_code == 200
