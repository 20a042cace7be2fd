"""The home page leads to topics about which there is something to read."""

import pytest
from wagtail.models import PageViewRestriction

from tests import factories
from tests.pages.reading import soup, ways


@pytest.fixture
def topic(tree):
    return factories.make_topic(name="Bán hàng")


def shown(client) -> bool:
    return bool(ways(soup(client.get("/")), "Bán hàng"))


def test_topic_of_a_public_page_is_shown(topic, client):
    assert not shown(client)
    factories.make_news(topic=topic)
    assert shown(client)


@pytest.mark.parametrize("place", ["page", "parent"])
def test_topic_of_restricted_pages_alone_is_not(topic, tree, client, place):
    page = factories.make_news(topic=topic)
    PageViewRestriction.objects.create(page=page if place == "page" else tree.news, restriction_type=PageViewRestriction.LOGIN)
    assert not shown(client)
