"""An opened link is counted by the day, once a visit; programs are left out, and nobody is named."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from members.models import Unit
from pages.middleware import STAFF_COOKIE
from sharing import targets
from sharing.domain import short_link
from sharing.models import LinkDay, ShortLink
from tests import factories
from tests.learning.test_library_counting import ANDROID, PROGRAMS, READERS

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]
HERE = {"sec-fetch-site": "same-origin", "user-agent": ANDROID}
VISIT, ANOTHER = "0123456789abcdef", "fedcba9876543210"


@pytest.fixture
def link(tree) -> ShortLink:
    return short_link(target=targets.of(factories.make_lesson()), language="vi")


def tell(code, visit=VISIT, client=None, **headers):
    """As a phone's beacon does."""
    client = client or Client(enforce_csrf_checks=True)
    return client.post(f"/Q/{code}/mo/", f"visit={visit}", content_type="text/plain;charset=UTF-8", headers=HERE | headers)


def counted() -> list[tuple]:
    return list(LinkDay.objects.values_list("link", "day", "opens"))


def test_opens_are_added_up_by_link_and_day(link):
    other = short_link(target=link.target, language="en")
    for code, visit in ((link.code, VISIT), (link.code.lower(), ANOTHER), (other.code, VISIT)):
        answer = tell(code, visit)
        assert (answer.status_code, answer.content, answer["Cache-Control"]) == (204, b"", "private, no-store")
        assert not answer.cookies
    assert sorted(counted()) == [(link.pk, timezone.localdate(), 2), (other.pk, timezone.localdate(), 1)]


def test_a_beacon_sent_twice_in_a_visit_counts_once(link):
    for _ in range(3):
        assert tell(link.code).status_code == 204
    assert counted() == [(link.pk, timezone.localdate(), 1)]


def test_a_form_is_taken_as_well_as_a_beacon(link, client):
    client.post(f"/Q/{link.code}/mo/", {"visit": VISIT}, headers=HERE)
    assert counted() == [(link.pk, timezone.localdate(), 1)]


@pytest.mark.parametrize("visit", ["", "x", "0123", "0" * 100, "%00" * 8, "0123456789ABCDEF", "lo-thi-lan-0912345678"])
def test_nonsense_is_answered_and_not_counted(link, visit):
    assert tell(link.code, visit).status_code == 204
    assert counted() == []


def test_unknown_codes_are_answered_alike(link):
    assert {tell(code).status_code for code in ("ZZZZZ", "x", "0" * 300)} == {204}
    assert counted() == []


@pytest.mark.parametrize("name", PROGRAMS)
def test_bots_and_previews_count_nothing(link, name):
    assert tell(link.code, **{"user-agent": name}).status_code == 204
    assert counted() == []


@pytest.mark.parametrize("name", READERS)
def test_people_inside_zalo_and_facebook_count(link, name):
    tell(link.code, **{"user-agent": name})
    assert counted() == [(link.pk, timezone.localdate(), 1)]


def test_staff_count_nothing(link):
    client = Client()
    client.cookies[STAFF_COOKIE] = "1"
    tell(link.code, client=client)
    assert counted() == []


def test_other_sites_count_nothing(link):
    assert tell(link.code, **{"sec-fetch-site": "cross-site"}).status_code == 403
    assert counted() == []


def test_opening_and_fetching_write_nothing(link, client):
    """Chat apps fetch what is sent in them."""
    for address in (link.path, client.get(link.path)["Location"]):
        for name in (ANDROID, PROGRAMS[5]):
            with CaptureQueriesContext(connection) as asked:
                client.get(address, headers={"user-agent": name})
            assert not [query for query in asked if not query["sql"].startswith("SELECT")]
    assert client.get(f"/Q/{link.code}/mo/").status_code == 405
    assert counted() == []


def test_no_column_could_hold_a_person():
    assert {field.name: field.get_internal_type() for field in LinkDay._meta.get_fields()} == {
        "id": "BigAutoField",
        "link": "ForeignKey",
        "day": "DateField",
        "opens": "PositiveIntegerField",
    }


def test_the_page_is_the_same_bytes_with_a_code_and_without(tree, client):
    unit = Unit.objects.get(kind="commune", code="03922")
    link = short_link(target=targets.of(factories.make_lesson()), language="vi", unit=unit)
    page = client.get(link.leads_to.partition("?")[0])
    coded = client.get(link.leads_to)
    assert coded.content == page.content
    assert link.code not in coded.content.decode()
    assert f'<link rel="canonical" href="http://testserver{page.request["PATH_INFO"]}">' in coded.content.decode()


def test_the_page_cache_keeps_one_copy_for_all_codes(link, client, settings):
    settings.PAGE_CACHE_SECONDS = 60
    way = link.leads_to
    client.get(way.partition("?")[0])
    with CaptureQueriesContext(connection) as asked:
        assert client.get(way).status_code == 200
    assert len(asked) == 0
