"""Everything on a page is marked with its own language, so that a phone reads it out in the right voice."""

import re

import pytest

from config.languages import LANGUAGES
from home.models import HomePage
from tests import factories
from tests.pages.reading import SPOKEN, language_of, soup, spoken

TONES = re.compile(r"[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]", re.IGNORECASE)
NAMES = {language.own_name for language in LANGUAGES} | {"Chị em học số"}  # names are not marked
TAGS = {"en": "en", "fr": "fr", "hmn": "hmn-Latn-VN"}


def make(kind, tree):
    """A page of this kind, with a picture without words of its own."""
    cover = factories.make_picture(description="Hai chị bên bếp lửa")
    fields = {"cover": cover, "written_by": "", "checked_by": ""}
    made = {
        "course": lambda: factories.make_lesson(factories.make_course(**fields)).get_parent().specific,
        "lesson": lambda: make_lesson(cover, fields),
        "story": lambda: factories.make_story(**fields),
        "guide": lambda: factories.make_guide(stories=[factories.make_story(**fields)], **fields),
        "news": lambda: factories.make_news(**fields),
        "plain": lambda: factories.make_standard(
            document=factories.make_document(), transcript="Lời đọc", narration=factories.make_document("audio"), **fields
        ),
        "all lessons": lambda: factories.make_course(**fields).get_parent().specific,
        "all news": lambda: factories.make_news(**fields).get_parent().specific,
    }
    return made[kind]()


def make_lesson(cover, fields):
    """The first of two, with a sound on each step."""
    course = factories.make_course(**fields)
    lesson = factories.make_lesson(course, steps=1, picture=cover, audio=factories.make_document("audio"), narration=factories.make_document("audio"), **fields)
    factories.make_lesson(course, steps=0, **fields)
    return lesson


KINDS = ["course", "lesson", "story", "guide", "news", "plain", "all lessons", "all news"]


def is_name(text: str) -> bool:
    """Names and addresses."""
    return text.startswith("http") or any(name in text for name in NAMES)


@pytest.mark.parametrize("kind", KINDS)
def test_translated_page_speaks_two_languages_and_keeps_them_apart(tree, client, kind):
    """On a Hmong page the words of the page are Hmong, those of the site Vietnamese."""
    page = factories.translate(make(kind, tree), "hmn")
    heard = [(text, language) for text, language in spoken(soup(client.get(page.address))) if not is_name(text)]
    hmong = {text for text, language in heard if language == "hmn-Latn-VN"}
    assert len(hmong) > 1
    assert {text for text, language in heard if "[hmn]" in text and language != "hmn-Latn-VN"} == set()
    assert {text for text in hmong if "[hmn]" not in text} == set()


@pytest.mark.parametrize("kind", KINDS)
def test_vietnamese_left_on_an_english_page_is_marked(tree, client, kind):
    page = factories.translate(make(kind, tree), "en")
    heard = [(text, language) for text, language in spoken(soup(client.get(page.address))) if not is_name(text)]
    vietnamese = {text for text, language in heard if TONES.search(text) and "[en]" not in text}
    assert vietnamese  # pictures, documents and navigation at least
    assert {text for text, language in heard if text in vietnamese and language != "vi"} == set()
    assert {text for text, language in heard if language == "vi" and not TONES.search(text) and not re.search(r"\d", text)} == set()


@pytest.fixture
def home(tree):
    """With this week's lesson, chosen lessons and a story, none of them translated."""
    fields = {"title": "Đi chợ trên mạng", "summary": "Chị học đặt hàng.", "cover": factories.make_picture()}
    lesson, story = factories.make_lesson(**fields), factories.make_story(**fields)
    home = HomePage.objects.get(pk=tree.vi.pk)
    home.hero_story = story
    home.weekly_lessons = factories.stream(("week", {"from_date": "2026-01-05", "lesson": lesson.pk}))
    home.chosen_lessons = factories.stream(("lesson", lesson.pk))
    return factories.publish(home)


@pytest.mark.parametrize(("address", "words", "voice"), [("/en/", "Start learning", "en"), ("/fr/", "Commencer", "fr"), ("/hmn/", "Vào học", "vi")])
def test_lesson_of_the_week_is_vietnamese_and_its_button_is_not(home, client, address, words, voice):
    week = soup(client.get(address)).select_one("section.week")
    assert language_of(week.h2) == "vi"
    assert week.h2.get_text() == "Đi chợ trên mạng"
    button = week.select_one("a.button")
    assert (words in button.get_text(), language_of(button)) == (True, voice)


def test_cards_of_untranslated_pages_are_vietnamese_and_their_facts_are_not(home, client):
    shown = soup(client.get("/en/"))
    card = shown.select_one("li.card")
    assert (card.a.get_text(), language_of(card.a)) == ("Đi chợ trên mạng", "vi")
    minutes = card.find(string=re.compile("10 minutes"))
    assert language_of(minutes.parent) == "en"
    hero = shown.select_one("section.flip")
    assert (language_of(hero.h2), language_of(hero.select_one(".kicker")), language_of(hero.select_one("a.button"))) == ("vi", "en", "en")


def test_card_of_a_translated_page_is_not_marked(home, client):
    lesson = home.chosen_lessons[0].value
    factories.translate(lesson, "en", {"Đi chợ trên mạng": "Shop online"})
    card = soup(client.get("/en/")).select_one("li.card")
    assert (card.a.get_text(), language_of(card.a)) == ("Shop online", "en")


@pytest.mark.parametrize(("prefix", "voice"), [("", "vi"), ("/en", "vi"), ("/hmn", "vi")])
def test_description_from_the_picture_library_is_vietnamese(tree, client, prefix, voice):
    page = factories.make_standard(cover=factories.make_picture(description="Hai chị bên bếp lửa"))
    if prefix:
        factories.translate(page, prefix.strip("/"))
    picture = soup(client.get(prefix + page.address)).find("img", alt="Hai chị bên bếp lửa")
    assert language_of(picture) == voice


def test_words_written_for_a_cover_are_translated(tree, client):
    page = factories.make_standard(cover=factories.make_picture(), cover_alt="Chị Lả cười")
    factories.translate(page, "en", {"Chị Lả cười": "Lả smiles"})
    assert language_of(soup(client.get("/en" + page.address)).find("img", alt="Lả smiles")) == "en"


def test_document_on_a_page_is_marked_with_its_edition(tree, client):
    document = factories.make_document(title="Le guide", language_code="fr")
    page = factories.make_standard(document=document)
    factories.translate(page, "en")
    for prefix, site in (("", "vi"), ("/en", "en")):
        link = soup(client.get(prefix + page.address)).find("a", string="Le guide")
        assert language_of(link) == "fr"
        assert language_of(link.find_next("small")) == site


def test_page_of_a_document_speaks_its_language_alone(tree, client):
    topic = factories.make_topic(name="Giấy tờ")
    document = factories.make_document(title="Le guide", summary="Un petit livre", language_code="fr", topic=topic, transcript="Bonjour")
    shown = soup(client.get(document.address))
    heard = dict(spoken(shown))
    assert shown.html["lang"] == "fr"
    assert {text: heard[text] for text in ("Le guide", "Un petit livre", "Bonjour")} == dict.fromkeys(("Le guide", "Un petit livre", "Bonjour"), "fr")
    names = {"Chị em học số", "Union des femmes du Viêt Nam"}
    assert {text for text, language in heard.items() if language == "fr" and TONES.search(text)} <= names
    assert heard["Giấy tờ"] == "vi"


@pytest.mark.parametrize("code", ["en", "hmn"])
def test_navigation_names_each_page_in_its_own_language(tree, client, code):
    factories.translate(tree.news, code, {"Tin tức": "Translated news"})
    bar = soup(client.get(f"/{code}/")).select_one("nav.bar")
    assert language_of(bar.find("a", href=f"/{code}/tin-tuc/")) == TAGS[code]
    assert language_of(bar.find("a", href="/hoc/")) == "vi"


def test_topics_on_a_home_page_are_of_its_language(tree, client):
    topic = factories.make_topic(name="Bán hàng")
    page = factories.make_standard(topic=topic)
    factories.translate(topic, "en", {"Bán hàng": "Selling"})
    assert "Selling" not in client.get("/en/").text  # nothing about it in English yet
    factories.translate(page, "en")
    topics = soup(client.get("/en/")).select_one("ul.topics")
    assert [(link["href"], link.get_text().strip(), language_of(link)) for link in topics.find_all("a")] == [("/en/chu-de/ban-hang/", "Selling", "en")]


def test_attributes_that_are_read_aloud_are_looked_at(tree, client):
    """The rules above see them: a lesson has at least a label and an alternative text."""
    shown = soup(client.get(make("lesson", tree).address))
    assert {name for name in SPOKEN if shown.find(attrs={name: True})} >= {"alt", "aria-label", "data-words"}


@pytest.mark.parametrize("language", [language for language in LANGUAGES if not language.interface], ids=lambda language: language.code)
def test_words_of_the_site_are_vietnamese_in_a_language_without_a_catalogue(tree, client, language):
    shown = soup(client.get(language.prefix))
    assert "Chị em học số" in shown.header.get_text()
    assert {language_of(shown.select_one(place)) for place in ("a.skip", "header", "footer")} == {"vi"}
    assert language_of(shown.h1) in {language.bcp47, "vi"}


@pytest.mark.parametrize(("address", "voice"), [("/khong-co/", "vi"), ("/en/khong-co/", "en"), ("/hmn/khong-co/", "vi")])
def test_missing_page_is_told_in_a_language_that_the_site_has(tree, client, address, voice):
    assert language_of(soup(client.get(address)).h1) == voice
