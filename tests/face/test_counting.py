"""A reader's phone tells that she read and took a document, once a visit."""

import sqlite3
from contextlib import closing

import pytest

pytestmark = pytest.mark.browser
ZALO = "Mozilla/5.0 (Linux; Android 8.1.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/70.0 Mobile Safari/537.36 Zalo android/12090660 ZaloLanguage/vi"


def counted(face) -> tuple[int, int]:
    """Of all documents and days: the demo has some of its own."""
    with closing(sqlite3.connect(face.server.var / "db.sqlite3")) as database:
        return database.execute("SELECT COALESCE(SUM(reads), 0), COALESCE(SUM(downloads), 0) FROM library_documentday").fetchone()


def test_a_document_read_and_taken_twice_in_a_visit_counts_once(face, open_page):
    reads, downloads = counted(face)
    page = open_page(face.url("document_text"), user_agent=ZALO)
    page.wait_for_timeout(2000)
    assert counted(face) == (reads, downloads)
    with page.expect_request("**/dem/"):
        pass
    page.reload()
    page.wait_for_timeout(6500)
    for _ in range(2):
        page.locator("a[href$='/tai-ve/']").first.evaluate("link => { link.addEventListener('click', event => event.preventDefault()); link.click(); }")
        page.wait_for_timeout(700)
    assert counted(face) == (reads + 1, downloads + 1)


def link(face) -> tuple[str, int]:
    """A page's short link, and how often it was opened."""
    with closing(sqlite3.connect(face.server.var / "db.sqlite3")) as database:
        return database.execute(
            "SELECT code, COALESCE(SUM(opens), 0) FROM sharing_shortlink AS link LEFT JOIN sharing_linkday AS day ON day.link_id = link.id "
            "WHERE kind = 'page' AND language = 'vi' AND unit_id IS NULL GROUP BY link.id ORDER BY link.id LIMIT 1"
        ).fetchone()


@pytest.mark.parametrize(("user_agent", "counts"), [(ZALO, 1), (f"{ZALO} facebookexternalhit/1.1", 0)])
def test_a_short_link_opened_twice_in_a_visit_counts_once_and_for_bots_never(face, open_page, user_agent, counts):
    code, before = link(face)
    page = open_page(f"{face.server.url}/q/{code.lower()}", user_agent=user_agent)
    with page.expect_request("**/mo/"):
        pass
    assert page.url.endswith(f"?k={code}")
    page.reload()
    page.wait_for_timeout(2500)
    page.goto(f"{face.server.url}/Q/{code}")
    page.wait_for_timeout(2500)
    assert link(face) == (code, before + counts)
    assert not page.context.cookies()
