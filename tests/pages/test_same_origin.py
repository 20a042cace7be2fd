"""Forms of public pages carry no token: the browser's word that it was our page is asked instead."""

import re
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import get_resolver, reverse
from django.urls.resolvers import URLResolver

from pages.same_origin import LARGEST_BODY
from tests.factories.quizzes import make_quiz

pytestmark = pytest.mark.django_db

HOST = "http://testserver"
EXEMPT = {
    "tim-kiem/khong-thay/",
    "bai-lam/<uuid:quiz_key>/",
    "bai-lam/<uuid:quiz_key>/gui/",
    "toi/tien-do/",
    "toi/tien-do/xong/",
    "thu-vien/<int:pk>/dem/",
    "Q/<str:code>/mo/",
    "q/<str:code>/mo/",
}


@pytest.fixture
def quiz(tree):
    return make_quiz(kinds=("single", "text"))


@pytest.fixture
def form(quiz):
    return {"phien-ban": quiz.frozen_id, "lan": str(uuid4()), "c0": "0", "c1": "Zalo & <b>"}


@pytest.fixture
def browser():
    """A client that Django's own check of tokens does not spare."""
    return Client(enforce_csrf_checks=True)


def send(browser, quiz, form, **headers):
    return browser.post(reverse("quiz_submit", args=[quiz.translation_key]), form, headers=headers)


def test_form_of_our_own_page_is_taken(browser, quiz, form):
    assert send(browser, quiz, form, sec_fetch_site="same-origin").status_code == 303


def test_origin_counts_where_the_browser_says_nothing_else(browser, quiz, form):
    assert send(browser, quiz, form, origin=HOST).status_code == 303


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"origin": "null"},
        {"origin": "http://testserver.example"},
        {"origin": "https://testserver"},
        {"sec_fetch_site": "cross-site"},
        {"sec_fetch_site": "same-site", "origin": HOST},
        {"sec_fetch_site": "none"},
        {"sec_fetch_site": "cross-site", "origin": HOST},
    ],
    ids=str,
)
def test_anything_else_is_asked_for_one_more_tap(browser, quiz, form, headers):
    page = send(browser, quiz, form, **headers)
    assert page.status_code == 403
    assert page["Cache-Control"] == "private, no-store"
    fields = dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', page.content.decode()))
    token = fields.pop("csrfmiddlewaretoken")
    assert fields == {**{name: str(value) for name, value in form.items()}, "c1": "Zalo &amp; &lt;b&gt;"}
    assert f'action="{page.request["PATH_INFO"]}"' in page.content.decode()
    again = send(browser, quiz, {**form, "csrfmiddlewaretoken": token}, **headers)
    assert again.status_code == 303


def test_a_made_up_token_is_none(browser, quiz, form):
    send(browser, quiz, form)
    assert send(browser, quiz, {**form, "csrfmiddlewaretoken": "x" * 64}).status_code == 403


def test_token_of_another_browser_is_none(browser, quiz, form):
    other = send(Client(enforce_csrf_checks=True), quiz, form).content.decode()
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', other)[1]
    assert send(browser, quiz, {**form, "csrfmiddlewaretoken": token}).status_code == 403


@pytest.mark.parametrize("json", [True, False])
def test_what_is_too_large_is_refused(browser, quiz, form, json):
    answer = send(
        browser, quiz, {**form, "c1": "x" * 5_000_000}, sec_fetch_site="same-origin", **({"accept": "application/json"} if json else {"accept": "text/html"})
    )
    assert answer.status_code == 413
    assert answer.json()["error"] if json else "<h1>" in answer.content.decode()


def test_the_largest_body_fits(browser, quiz, form):
    empty = len("c1=") + sum(len(f"{name}={value}&") for name, value in form.items() if name != "c1")
    body = "&".join(f"{name}={value}" for name, value in {**form, "c1": "x" * (LARGEST_BODY - empty)}.items())
    assert len(body) == LARGEST_BODY
    address, kind = reverse("quiz_submit", args=[quiz.translation_key]), "application/x-www-form-urlencoded"
    assert browser.post(address, body, content_type=kind, headers={"sec-fetch-site": "same-origin"}).status_code == 409  # read, and too long an answer
    assert browser.post(address, body + "x", content_type=kind, headers={"sec-fetch-site": "same-origin"}).status_code == 413


def exempt_addresses(patterns, before=""):
    for entry in patterns:
        address = before + str(entry.pattern)
        if isinstance(entry, URLResolver):
            yield from exempt_addresses(entry.url_patterns, address)
        elif getattr(entry.callback, "csrf_exempt", False):
            yield address, getattr(entry.callback, "same_origin", False)


def test_only_these_addresses_do_without_a_token(tree):
    """Outside of Wagtail's own, which is exempt where it only reads."""
    found = {address: guarded for address, guarded in exempt_addresses(get_resolver().url_patterns) if not address.startswith("cms/")}
    assert set(found) == EXEMPT
    assert all(found.values())


def test_public_quiz_page_has_no_token(client, quiz):
    page = client.get(quiz.address)
    assert "csrf" not in page.content.decode()
    assert not page.cookies
