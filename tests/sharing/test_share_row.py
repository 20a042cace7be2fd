"""Every page can be passed on: a ready message with its short link, as text to select and as plain links."""

import re
from urllib.parse import parse_qs, urlsplit

import pytest

from sharing.domain import make_general_links
from sharing.shortlinks import ShortLink
from tests import factories
from tests.factories.each import one_of_each
from tests.pages.reading import soup, ways

pytestmark = pytest.mark.django_db

SHORT = re.compile(r"https?://[^/]+/Q/([2-9A-HJKMNP-Z]{5,6})$")


def message(response) -> list[str]:
    """The page's own, which stands last; line by line, as it is copied."""
    return list(soup(response).select("[data-message]")[-1].stripped_strings)


def code_in(response) -> str:
    return SHORT.fullmatch(message(response)[-1])[1]


@pytest.fixture
def pages(tree):
    pages = one_of_each(tree)
    make_general_links("page")
    return pages


def test_every_type_of_page_has_a_message_that_ends_in_its_short_link(pages, client):
    for name, page in pages.items():
        answer = client.get(page.address)
        assert client.get(f"/Q/{code_in(answer)}").headers["Location"].split("?")[0] == page.address, name
        assert len(soup(answer).select("[data-share]")) == 1 or name == "MeetingKitPage", name  # which has more of them


def test_message_says_title_and_sentence(tree, client):
    page = factories.make_news(title="Chợ phiên mở lại", summary="Từ thứ bảy này.")
    assert message(client.get(page.address))[:2] == ["Chợ phiên mở lại", "Từ thứ bảy này."]


def test_lesson_is_sent_in_the_words_its_editor_chose(tree, client):
    lesson = factories.make_lesson(share_message="Chị em ơi, em vừa học bài này.")
    assert message(client.get(lesson.address))[0] == "Chị em ơi, em vừa học bài này."


def test_translation_is_sent_by_a_link_of_its_own_language(tree, client):
    page = factories.make_news()
    factories.translate(page, "en")
    make_general_links("page")
    link = ShortLink.objects.get(code=code_in(client.get(f"/en{page.address}")))
    assert link.language == "en"


def test_facebook_is_told_the_same_address(tree, client):
    answer = client.get(factories.make_news().address)
    way = ways(soup(answer), "Facebook")[0]
    assert parse_qs(urlsplit(way).query)["u"] == [message(answer)[-1]]


def test_page_without_a_link_yet_is_sent_by_its_own_address(tree, client):
    page = factories.make_news()
    ShortLink.objects.all().delete()
    assert message(client.get(page.address))[-1] == page.canonical


def test_topic_is_sent_by_its_own_address(tree, client):
    topic = factories.make_topic()
    assert message(client.get(topic.url))[-1].endswith(topic.url)


def test_document_and_its_text_are_sent_by_the_link_of_the_document(tree, client):
    document = factories.make_document()
    factories.make_reading(document)
    assert code_in(client.get(document.address)) == code_in(client.get(document.text_address))
