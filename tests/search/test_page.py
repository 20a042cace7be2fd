"""The search page: what it shows, and what it never lets out."""

import json

import pytest
from wagtail.models import Collection, PageViewRestriction

from learning.library.models import CollectionAudience
from search.finding import A_KIND, A_SCREEN
from tests import factories
from tests.factories.quick import quickly
from tests.pages.reading import soup

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]

ADDRESS = "/tim-kiem/"


def titles(response) -> list[str]:
    return [link.get_text() for link in soup(response).select("main li.card h3 a")]


def headings(response) -> list[str]:
    return [heading.get_text() for heading in soup(response).select("main h2")]


def ask(client, words: str, address: str = ADDRESS, **chosen):
    response = client.get(address, {"q": words, **{name.replace("_", "-"): value for name, value in chosen.items()}})
    assert response.status_code == 200
    return response


@pytest.fixture
def site(tree):
    """A lesson in three languages, a story and a document about chickens."""
    topic = factories.make_topic(name="Chăn nuôi")
    lesson = factories.make_lesson(title="Nuôi gà thả đồi", summary="Chọn giống, làm chuồng.", topic=topic)
    factories.translate(lesson, "en", {"Nuôi gà thả đồi": "Raising chickens on the hill"})
    factories.make_story(title="Chị Lả và đàn gà", summary="Từ mười con gà.")
    factories.make_document(title="Sổ tay nuôi gà", summary="Cách phòng bệnh cho gà.")
    return topic


def test_results_stand_under_their_kinds(site, client):
    response = ask(client, "ga")
    assert titles(response) == ["Nuôi gà thả đồi", "Sổ tay nuôi gà", "Chị Lả và đàn gà"]
    assert len(headings(response)) == 3


def test_words_are_marked_where_they_stand(site, client):
    marked = {mark.get_text() for mark in soup(ask(client, "nuoi ga")).select("main mark")}
    assert marked == {"Nuôi", "nuôi", "gà"}


def test_kind_topic_and_language_narrow_without_script(site, client):
    assert titles(ask(client, "ga", loai="story")) == ["Chị Lả và đàn gà"]
    assert titles(ask(client, "ga", chu_de="chan-nuoi")) == ["Nuôi gà thả đồi"]
    assert titles(ask(client, "hill", ngon_ngu="en")) == ["Raising chickens on the hill"]
    assert titles(ask(client, "hill", ngon_ngu="tat-ca")) == ["Raising chickens on the hill"]
    assert titles(ask(client, "hill", address="/en/tim-kiem/")) == ["Raising chickens on the hill"]


def test_senseless_choices_count_as_none(site, client):
    for chosen in ({"loai": "khong-co"}, {"chu-de": "khong-co"}, {"ngon-ngu": "xx"}, {"trang": "abc"}, {"trang": "-1"}, {"trang": "٣"}):
        assert titles(ask(client, "ga", **chosen))[0] == "Nuôi gà thả đồi", chosen


def test_nothing_found_says_where_else_there_is_something(site, client):
    shown = soup(ask(client, "hill"))
    assert "hill" in shown.select_one("main .lead").get_text()
    assert [link["href"] for link in shown.select("[data-missed] a")] == ["?q=hill&ngon-ngu=en"]


def test_guess_is_shown_with_its_tones(site, client):
    response = ask(client, "nuooi gaf")
    assert titles(response)[0] == "Nuôi gà thả đồi"
    assert "“nuôi gà”" in soup(response).main.get_text()


def test_many_of_a_kind_are_led_on_to_and_turned_over(site, tree, client):
    for number in range(A_SCREEN + 3):
        factories.make_news(title=f"Hội thi dệt {number:02}")
    first = ask(client, "hội thi")
    assert len(titles(first)) == A_KIND
    onward = soup(first).select_one("section a.more")["href"]
    assert "loai=news" in onward
    screens = [titles(client.get(ADDRESS + onward + f"&trang={number}")) for number in (1, 2)]
    assert [len(screen) for screen in screens] == [A_SCREEN, 3]
    assert sorted({title for screen in screens for title in screen}) == [f"Hội thi dệt {number:02}" for number in range(A_SCREEN + 3)]


HOSTILE = [
    '"', "'", "' OR 1=1 --", '") OR (whole : "a', "NEAR(a b)", "title : ga", "ga*", "-ga", "ga AND", "(((", "^ga", "a" * 10_000, "gà " * 150, "\x00", "%", "_",
    "\\", ":*", "&|!", "<->", "😀😀", "\ufffe", "\u202egà", "<script>alert(1)</script>", "{{ q }}", "gà\x00&loai=x", "ﷺ", "𝕘𝕒", "İ", "ǅ", "ꪀ" * 50,
]  # fmt: skip


def test_nothing_typed_breaks_it(site, client):
    for words in HOSTILE:
        for address in (ADDRESS, ADDRESS + "goi-y/"):
            response = client.get(address, {"q": words})
            assert response.status_code == (200 if len(response.request["QUERY_STRING"]) <= 2000 else 400), ascii(words)
            assert b"<script>alert" not in response.content
        assert client.post(ADDRESS + "khong-thay/", {"q": words}, headers={"sec-fetch-site": "same-origin"}).status_code == 204, ascii(words)


def test_query_of_any_length_is_cut(site):
    from search.finding import Asked, Finding

    assert not Finding(Asked("gà " * 5000 + "a" * 10_000, "vi")).guessed


def test_snippets_escape_what_editors_write(site, client):
    factories.make_news(title="<b>Ong</b> & mật", summary='<img src=x onerror="alert(1)"> mật ong')
    response = ask(client, "mat ong")
    assert "<img src=x" not in response.content.decode()
    assert titles(response) == ["<b>Ong</b> & mật"]


def test_answer_is_the_same_for_everybody_and_fills_no_cache(site, client, enter, settings):
    settings.PAGE_CACHE_SECONDS = 60
    strangers = ask(client, "ga")
    assert strangers["Cache-Control"] == "public, max-age=60"
    assert strangers["Vary"] == "Accept-Encoding"
    assert not strangers.cookies
    assert ask(enter("lan"), "ga").content == strangers.content
    assert titles(ask(client, "hill", ngon_ngu="en")) == ["Raising chickens on the hill"]
    assert titles(client.get(ADDRESS)) == []


def test_page_speaks_each_language(tree, client):
    for code in ("en", "fr", "hmn", "blt"):
        assert soup(client.get(f"/{code}/tim-kiem/")).html["lang"].split("-")[0] == code


# What nobody may see

TOKEN = "zqxjkvbim"


@pytest.fixture
def hidden(site):
    """The token in everything that is not public; also in a page that is, until it is closed."""
    factories.make_news(title=f"Bản nháp {TOKEN}", live=False)
    factories.make_news(title=f"Tin {TOKEN}").unpublish()
    closed = factories.make_course(title=f"Khóa {TOKEN}")
    factories.make_lesson(closed, title=f"Bài {TOKEN}", summary=TOKEN)
    PageViewRestriction.objects.create(page=closed, restriction_type=PageViewRestriction.LOGIN)
    for number, audience in enumerate((CollectionAudience.Audience.MEMBERS, CollectionAudience.Audience.OFFICIALS)):
        collection = Collection.get_first_root_node().add_child(name=f"Riêng {number}")
        CollectionAudience.objects.create(collection=collection, audience=audience)
        document = factories.make_document(title=f"Kế hoạch {TOKEN}", transcript=TOKEN, collection=collection, issuing_body=TOKEN)
        document.tags.add(TOKEN)
    return closed


def test_what_is_not_public_leaks_nowhere(hidden, client, enter):
    for who in (client, enter("lan"), enter("ngan")):
        for words in (TOKEN, TOKEN[:5], TOKEN[:-1] + "x", "ke hoach", "zqxjkvbin"):
            for language in ("vi", "tat-ca"):
                shown = ask(who, words, ngon_ngu=language)
                assert titles(shown) == []
                assert words == TOKEN or TOKEN not in shown.content.decode()
            assert TOKEN not in who.get(ADDRESS + "goi-y/", {"q": words}).content.decode()


def test_restriction_hides_at_once_and_its_end_shows_again(site, tree, client):
    restriction = PageViewRestriction.objects.create(page=tree.learning, restriction_type=PageViewRestriction.PASSWORD, password="x")
    assert titles(ask(client, "ga")) == ["Sổ tay nuôi gà", "Chị Lả và đàn gà"]
    assert titles(ask(client, "hill", ngon_ngu="en")) == []
    restriction.delete()
    assert "Nuôi gà thả đồi" in titles(ask(client, "ga"))


def test_collection_that_closes_hides_its_documents_at_once(site, client):
    CollectionAudience.objects.create(collection=Collection.get_first_root_node(), audience=CollectionAudience.Audience.MEMBERS)
    assert "Sổ tay nuôi gà" not in titles(ask(client, "ga"))


# While she types


def suggestions(client, words: str, prefix: str = "") -> list:
    return json.loads(client.get(f"{prefix}{ADDRESS}goi-y/", {"q": words}).content)["found"]


def test_titles_are_suggested_from_their_beginnings(site, client):
    assert [title for title, _ in suggestions(client, "nuoi g")] == ["Sổ tay nuôi gà", "Nuôi gà thả đồi"]
    assert [title for title, _ in suggestions(client, "nuôi gà th")] == ["Nuôi gà thả đồi"]
    assert suggestions(client, "raising ch", "/en")[0][1].startswith("/en/hoc/")
    assert suggestions(client, "g") == suggestions(client, "") == []


def test_suggestions_lead_to_what_they_name(site, client):
    for _title, address in suggestions(client, "ga"):
        assert client.get(address).status_code == 200


# How much it asks the database


def test_many_results_cost_as_many_questions_as_one(site, tree, client, django_assert_max_num_queries):
    ask(client, "ga")
    with django_assert_max_num_queries(12) as first:
        ask(client, "ga")
    for number in range(12):
        quickly(tree.vi, type(tree.news)(title=f"Gà {number}", slug=f"ga-{number}"))
        factories.make_document(title=f"Gà {number}")
    with django_assert_max_num_queries(len(first)):
        ask(client, "ga")
    with django_assert_max_num_queries(14):
        ask(client, "gaf nuooi chuoongf xyz")
