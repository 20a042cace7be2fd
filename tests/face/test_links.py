"""A walk through the demo in all languages: every link leads somewhere, every picture is there, nothing comes from elsewhere."""

from urllib.parse import urlsplit

import pytest

from config.languages import LANGUAGES
from tests.face.crawling import Site, without_fragment

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def site(site_server, face):
    """The demo itself, not our copy with more in it."""
    walked = Site(site_server.url, face.get)
    walked.crawl(*(language.prefix for language in LANGUAGES))
    return walked


def test_no_link_is_broken(site):
    assert len(site.pages) > 80
    broken = [f"{address} ({status}) on {site.named_on.get(address)}" for address, status in site.status.items() if status >= 400]
    assert not broken, "\n".join(broken)


def test_every_fragment_has_its_place(site):
    lost = []
    for address, seen in site.pages.items():
        for link in filter(site.inner, seen.links):
            target = site.end_of(link)
            place, fragment = without_fragment(target), urlsplit(target).fragment
            if fragment and place in site.pages and fragment not in site.pages[place].ids:
                lost.append(f"{link} -> {target} on {address}")
    assert not lost, "\n".join(sorted(lost)[:20])


def test_no_page_says_an_id_twice(site):
    twice = [(address, name) for address, seen in site.pages.items() for name in set(seen.ids) if seen.ids.count(name) > 1]
    assert not twice


def test_readers_are_never_led_to_the_editors_door(site):
    """Only the members' own door says where staff go in."""
    places = {address: urlsplit(address).path for address in site.pages}
    readers = {address: site.pages[address] for address, path in places.items() if not path.endswith("/dang-nhap/") and not path.startswith("/cms/")}
    assert not [(link, address) for address, seen in readers.items() for link in seen.links if urlsplit(link).path.startswith("/cms/")]


def test_pictures_have_size_and_words_and_no_style_is_inline(site):
    faults = [f"{fault} on {address}" for address, seen in site.pages.items() for fault in seen.faults]
    assert not faults, "\n".join(faults[:20])


def test_nothing_is_fetched_from_elsewhere(site):
    foreign = {fetched for seen in site.pages.values() for fetched in seen.fetched if not site.inner(fetched)}
    assert not foreign


def test_what_leads_elsewhere_is_encrypted(site):
    plain = {link for seen in site.pages.values() for link in seen.links if urlsplit(link).scheme == "http" and not site.inner(link)}
    assert not plain


def test_every_page_of_the_sitemap_is_reached(site, face):
    """But for a topic about which nothing has been written yet."""
    listed = face.get(site.root + "/sitemap.xml")[2].decode().split("<loc>")[1:]
    lost = {place.split("</loc>")[0] for place in listed} - site.pages.keys()
    assert not [place for place in lost if "/chu-de/" not in place or b'class="card"' in face.get(place)[2]]
