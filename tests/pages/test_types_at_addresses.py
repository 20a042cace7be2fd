"""The site remembers which type of page stood at an address. The page itself it asks for anew."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from home.models import StandardPage
from home.news.models import NewsPage
from pages import serving
from tests import factories

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]


@pytest.fixture(autouse=True)
def nothing_known(monkeypatch):
    monkeypatch.setattr(serving, "_types", {})


@pytest.fixture
def page(tree, client):
    page = factories.make_standard(slug="hop-to", title="Họp tổ")
    assert client.get("/hop-to/").status_code == 200
    return page


def tables(asked) -> set[str]:
    return {table for query in asked.captured_queries for table in ("home_standardpage", "news_newspage") if f'JOIN "{table}"' in query["sql"]}


def test_a_known_address_asks_one_table_of_the_types(page):
    with CaptureQueriesContext(connection) as asked:
        assert serving.page_at(page.url_path) == page
    assert len(asked) == 1
    assert tables(asked) <= {"home_standardpage"}


def test_a_change_shows_at_once(page, client):
    StandardPage.objects.filter(pk=page.pk).update(title="Họp tổ và chi hội")
    assert "Họp tổ và chi hội" in client.get("/hop-to/").text


def test_another_type_at_the_same_address(page, tree, client):
    old = page.url_path
    page.slug = "hop-to-cu"
    page.save()
    news = factories.make_news(title="Tin họp tổ")
    NewsPage.objects.filter(pk=news.pk).update(slug="hop-to", url_path=old)
    assert isinstance(serving.page_at(old), NewsPage)
    assert "Tin họp tổ" in client.get("/hop-to/").text


def test_a_page_that_is_gone_is_missing(page, client):
    page.unpublish()
    assert client.get("/hop-to/").status_code == 404
