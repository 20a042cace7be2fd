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
