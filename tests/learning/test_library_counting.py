"""A document read or taken is counted by the day, once a visit, and nobody is named."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from learning.library.models import DocumentDay
from sharing.robots import is_program
from tests import factories

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]
ANDROID = "Mozilla/5.0 (Linux; Android 8.1.0; SM-J260G) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/70.0 Mobile Safari/537.36"
HERE = {"sec-fetch-site": "same-origin", "user-agent": ANDROID}


@pytest.fixture
def document(tree):
    return factories.make_document()


def tell(document, what="doc", client=None, pk=None, **headers):
    client = client or Client(enforce_csrf_checks=True)
    address = f"/thu-vien/{pk or document.pk}/dem/"
    return client.post(address, f"what={what}", content_type="text/plain;charset=UTF-8", headers=HERE | headers)


def counted() -> list[tuple]:
    return list(DocumentDay.objects.values_list("document", "day", "reads", "downloads"))


def test_reads_and_downloads_are_added_up_by_the_day(document):
    for what in ("doc", "doc", "tai"):
        answer = tell(document, what)
        assert (answer.status_code, answer.content, answer["Cache-Control"]) == (204, b"", "private, no-store")
    assert counted() == [(document.pk, timezone.localdate(), 2, 1)]


def test_a_form_is_taken_as_well_as_a_beacon(document, client):
    client.post(f"/thu-vien/{document.pk}/dem/", {"what": "tai"}, headers=HERE)
    assert counted() == [(document.pk, timezone.localdate(), 0, 1)]


@pytest.mark.parametrize("what", ["", "x", "doc&what=", "reads", "doc" * 1000, "%00", "doc%00"])
def test_nonsense_is_answered_and_not_counted(document, what):
    assert tell(document, what).status_code == 204
    assert counted() == []


def test_document_that_is_not_there_is_answered_alike(document):
    assert {tell(None, pk=pk).status_code for pk in (999, 10**30)} == {204}
    assert counted() == []


def test_who_may_not_read_counts_nothing(tree, enter):
    closed = factories.make_closed("officials")
    assert {tell(closed).status_code, tell(closed, client=enter("lan")).status_code} == {204}
    assert counted() == []
    tell(closed, client=enter("hoa"))
    assert counted() == [(closed.pk, timezone.localdate(), 1, 0)]


def test_other_sites_count_nothing(document):
    assert tell(document, **{"sec-fetch-site": "cross-site"}).status_code == 403
    assert counted() == []


def test_looking_at_it_and_fetching_it_write_nothing(document, client):
    factories.make_reading(document)
    for way in ("", "doc/", "tai-ve/"):
        with CaptureQueriesContext(connection) as asked:
            client.get(document.address + way, headers=HERE)
        assert not [query for query in asked if not query["sql"].startswith("SELECT")]
    assert client.get(f"/thu-vien/{document.pk}/dem/").status_code == 405
    assert counted() == []


READERS = [
    ANDROID,
    ANDROID + " Zalo android/12090660 ZaloTheme/light ZaloLanguage/vi",
    "Mozilla/5.0 (iPhone; CPU iPhone OS 16_1 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148 Zalo iOS/472 ZaloTheme/light ZaloLanguage/vn",
    ANDROID + " [FB_IAB/FB4A;FBAV/440.0.0.0;]",
    "Mozilla/5.0 (Linux; Android 9; CUBOT_X19) AppleWebKit/537.36 Chrome/90.0 Mobile Safari/537.36",
    "Mozilla/5.0 (Linux; Android 9; CUBOT) AppleWebKit/537.36 Chrome/90.0 Mobile Safari/537.36",
    "Opera/9.80 (Android; Opera Mini/36.2/119.132; U; vi) Presto/2.12.423 Version/12.16",
]
PROGRAMS = [
    "",
    "curl/8.5.0",
    "Wget/1.21",
    "python-requests/2.31",
    "Go-http-client/1.1",
    "facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)",
    "Mozilla/5.0 (compatible; facebookexternalhit/1.1)",
    "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
    "Mozilla/5.0 (compatible; ZaloBot/1.0)",
    "Mozilla/5.0 (compatible; coccocbot-web/1.0; +http://help.coccoc.com/searchengine)",
    "Mozilla/5.0 (compatible; bingbot/2.0)",
    "Mozilla/5.0 (compatible; Baiduspider/2.0)",
    "TelegramBot (like TwitterBot)",
    "WhatsApp/2.23",
    "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 HeadlessChrome/120.0 Safari/537.36",
]


@pytest.mark.parametrize("name", READERS)
def test_people_inside_zalo_and_on_any_phone_are_readers(name):
    assert not is_program(name)


@pytest.mark.parametrize("name", PROGRAMS)
def test_previews_and_crawlers_are_not(name):
    assert is_program(name)


def test_what_a_program_sends_is_answered_and_not_counted(document):
    assert tell(document, **{"user-agent": PROGRAMS[5]}).status_code == 204
    assert counted() == []
