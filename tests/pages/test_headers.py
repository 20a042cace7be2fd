"""Private by default, and under a policy: whatever address is asked."""

import re
from contextlib import suppress

import pytest
from django.urls import NoReverseMatch, get_resolver, reverse
from django.urls.resolvers import LocalePrefixPattern, RoutePattern, URLResolver
from wagtail.models import PageViewRestriction

from pages import policies
from pages.middleware import PUBLIC, STAFF_COOKIE
from pages.styles import stylesheet_hash
from tests import factories
from tests.factories.each import one_of_each

pytestmark = pytest.mark.django_db

READER = (
    "default-src 'none'; script-src 'self'; style-src '{hash}'; img-src 'self' data:; media-src 'self'; font-src 'self'; connect-src 'self'; "
    "manifest-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
CMS = (
    "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; media-src 'self'; "
    "font-src 'self' data:; connect-src 'self'; frame-src 'self'; worker-src 'self' blob:; object-src 'none'; base-uri 'self'; form-action 'self'; "
    "frame-ancestors 'self'"
)
SHARED_BY_THE_ADMIN = {"wagtailadmin_sprite", "wagtailadmin_javascript_catalog"}  # the same for every editor, and Wagtail says how long


def views(patterns, prefix="", namespaces=()):
    """(name with its namespaces, parameters, address pattern) of every view of the site."""
    for entry in patterns:
        if isinstance(entry, URLResolver):
            inner = namespaces if entry.namespace is None else (*namespaces, entry.namespace)
            below = "" if isinstance(entry.pattern, LocalePrefixPattern) else str(entry.pattern)
            yield from views(entry.url_patterns, prefix + below, inner)
        elif entry.name:
            yield ":".join((*namespaces, entry.name)), entry.pattern, prefix


def example(name, pattern) -> str | None:
    """An address of the view, with parameters that lead nowhere."""
    if isinstance(pattern, RoutePattern):
        with suppress(NoReverseMatch):
            return reverse(name, kwargs=dict.fromkeys(pattern.converters, "1"))
    for arguments in ((), ("1",), ("1", "1"), ("1", "1", "1")):
        with suppress(NoReverseMatch):
            return reverse(name, args=arguments)
    return None


def addresses_of_all_views() -> dict[str, str]:
    found = {}
    for name, pattern, _prefix in views(get_resolver().url_patterns):
        if address := example(name, pattern):
            found[name] = address
    return found


def private(answer) -> bool:
    said = {part.strip() for part in answer.get("Cache-Control", "").split(",")}
    return {"private", "no-store"} <= said and "public" not in said


@pytest.mark.parametrize("who", [None, "ngan"])
def test_every_view_is_private_unless_it_has_said_public(tree, enter, client, who):
    """Strangers get the sign-in, an editor the admin itself. The public ones are named here, one by one."""
    asking = enter(who) if who else client
    asking.raise_request_exception = False
    told, public = addresses_of_all_views(), set()
    assert len(told) > 150
    for name, address in told.items():
        if name in {"wagtailadmin_logout", "wagtailadmin_error_test"}:  # signs out; fails on purpose
            continue
        answer = asking.get(address)
        assert answer.status_code < 500, f"{name} {address}"
        if not private(answer):
            public.add(name)
    assert public <= SHARED_BY_THE_ADMIN | {"wagtail_serve", "sitemap", "robots", "news_feed", "latest", "latest_feed", "search", "search_suggestions"}


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/khong-co/", 404),
        ("/en/khong-co/", 404),
        ("/thu-vien/999-khong-co/", 404),
        ("/media/images/khong-co.jpg", 404),
        ("/hoc", 301),
        ("/favicon.ico", 302),
        ("/tinh-trang/", 200),
        ("/tinh-trang/song", 200),
        ("/cms/", 302),
        ("/cms/login/", 200),
        ("/cms/khong-co/", 302),
        ("/cms/pages/1/edit/", 302),
    ],
)
def test_answer_that_nobody_has_made_public_is_kept_nowhere(tree, client, address, status):
    answer = client.get(address)
    assert answer.status_code == status
    assert private(answer), answer.get("Cache-Control")


def test_moved_page_redirects_privately(tree, client):
    from wagtail.contrib.redirects.models import Redirect

    Redirect.objects.create(old_path="/cu", redirect_link="/hoc/")
    answer = client.get("/cu/")
    assert (answer.status_code, answer["Location"]) == (301, "/hoc/")
    assert private(answer)


def test_restricted_page_is_kept_nowhere(tree, enter, client):
    PageViewRestriction.objects.create(page=tree.news, restriction_type="login")
    page = factories.make_news()
    stranger, member = client.get(page.address), enter("lan").get(page.address)
    assert (stranger.status_code, member.status_code) == (302, 200)
    assert private(stranger) and private(member)


def test_password_is_asked_for_privately(tree, client):
    PageViewRestriction.objects.create(page=tree.news, restriction_type="password", password="x")  # noqa: S106
    answer = client.get(tree.news.address)
    assert answer.status_code == 200 and private(answer)


def test_server_error_is_private_and_under_the_policy(tree, client, monkeypatch):
    monkeypatch.setattr("wagtail.models.Site.get_site_root_paths", broken)
    client.raise_request_exception = False
    answer = client.get("/hoc/")
    assert answer.status_code == 500 and private(answer)
    assert answer["Content-Security-Policy"] == policies.reader()


def broken(*args, **kwargs):
    raise RuntimeError("broken")


def test_staff_pass_by_the_caches(tree, client):
    client.cookies[STAFF_COOKIE] = "1"
    for address in ("/", "/hoc/", "/robots.txt"):
        answer = client.get(address)
        assert answer["Cache-Control"] == "private, no-store"


def test_staff_cookie_comes_with_the_admin_and_goes_with_the_session(tree, enter, client):
    editor = enter("ngan")
    given = editor.get("/cms/").cookies[STAFF_COOKIE]
    assert given.value == "1" and given["httponly"] and given["samesite"] == "Lax"
    editor.post("/cms/logout/")
    assert editor.get("/cms/").cookies[STAFF_COOKIE]["max-age"] == 0
    assert STAFF_COOKIE not in client.get("/cms/login/").cookies


def test_reader_pages_have_the_strict_policy_and_the_admin_its_own(tree, client, enter):
    for page in one_of_each(tree).values():
        answer = client.get(page.address)
        assert answer["Content-Security-Policy"] == READER.format(hash=stylesheet_hash()), page.address
    for address in ("/khong-co/", "/sitemap.xml", "/en/", "/favicon.ico", "/hoc", "/a\x00b"):
        assert client.get(address)["Content-Security-Policy"] == READER.format(hash=stylesheet_hash()), address
    for address in ("/cms/", "/cms/pages/", "/cms/images/", "/cms/khong-co/"):
        assert enter("ngan").get(address)["Content-Security-Policy"] == CMS, address
    assert client.get("/cms/login/")["Content-Security-Policy"] == CMS


def test_style_that_pages_carry_is_the_one_that_the_policy_allows(tree, client):
    import base64
    import hashlib

    html = client.get("/").content.decode()
    styles = re.findall(r"<style>(.*?)</style>", html, re.DOTALL)
    assert ["sha256-" + base64.b64encode(hashlib.sha256(css.encode()).digest()).decode() for css in styles] == [stylesheet_hash()]


def test_reader_pages_carry_no_inline_script_handler_or_style(tree, client):
    for page in one_of_each(tree).values():
        html = client.get(page.address).content.decode()
        scripts = re.findall(r"<script(?![^>]*\bsrc=)[^>]*>", html)
        assert set(scripts) <= {'<script type="application/ld+json">'}, page.address
        assert not re.search(r"<[a-z][^>]*\s(on[a-z]+|style)=", html), page.address
        assert not re.search(r'(?:src|srcset|href)="(?:https?:)?//(?!testserver|www\.facebook\.com/sharer)', html), page.address


@pytest.mark.parametrize("address", ["/", "/khong-co/", "/cms/login/", "/robots.txt", "/hoc", "/a\x00b"])
def test_every_answer_wears_the_same_armour(tree, client, address):
    answer = client.get(address)
    assert answer["Referrer-Policy"] == "strict-origin-when-cross-origin"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["X-Frame-Options"] == "DENY"
    assert answer["Permissions-Policy"] == policies.PERMISSIONS
    assert {"camera=()", "microphone=()", "geolocation=()"} <= set(answer["Permissions-Policy"].split(", "))


def test_picture_and_download_wear_it_too(tree, client):
    picture, document = factories.make_picture(), factories.make_document()
    for address in (picture.made("card")["image/jpeg"].url, document.download_address):
        answer = client.get(address)
        assert (
            answer.status_code == 200 and answer["X-Content-Type-Options"] == "nosniff" and answer["Content-Security-Policy"].startswith("default-src 'none'")
        )


def test_no_public_page_carries_a_token(tree, client):
    for page in one_of_each(tree).values():
        assert b"csrfmiddlewaretoken" not in client.get(page.address).content


def test_public_is_what_the_design_says():
    assert PUBLIC == "public, max-age=60, stale-while-revalidate=86400"
