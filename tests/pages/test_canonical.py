"""Each screen of a list is a page of its own to search engines."""

import pytest

from tests import factories
from tests.pages.reading import soup


@pytest.fixture
def index(tree):
    for _ in range(tree.news.per_page + 1):
        factories.make_news()
    return tree.news


def named(client, address) -> set[str]:
    shown = soup(client.get(address))
    return {shown.find("link", rel="canonical")["href"], shown.find("meta", property="og:url")["content"]}


@pytest.mark.parametrize(
    ("query", "expected"), [("", ""), ("?trang=1", ""), ("?trang=2", "?trang=2"), ("?trang=x", ""), ("?trang=99", "?trang=2"), ("?k=A&trang=2", "?trang=2")]
)
def test_screen_is_named_by_its_number(index, client, query, expected):
    assert named(client, index.address + query) == {f"http://testserver{index.address}{expected}"}
