"""Reordering, splitting and copying what the source is made of loses no translation."""

import json
from uuid import uuid4

import pytest
from wagtail_localize.models import Translation

from editing.translating.segments import help_with, sentences
from editing.translating.standings import Standing
from tests import factories
from tests.factories import items, stream

pytestmark = pytest.mark.postgres
LONG = "Chị lau ống kính cho sạch. Chị đứng gần cửa sổ cho sáng."
TEXTS = {"Một": "One", "Hai": "Two", "Ba": "Three", LONG: "Wipe the lens. Stand near the window."}


@pytest.fixture
def page(tree):
    """Two paragraphs in one block, a heading, a long paragraph; live in English."""
    page = factories.make_news(slug="hop", body=stream(("text", "<p>Một</p><p>Hai</p>"), ("heading", "Ba"), ("text", f"<p>{LONG}</p>")))
    factories.translate(page, "en", TEXTS)
    return type(page).objects.get(pk=page.pk)


def publish(page, raw):
    page.body = json.dumps(raw)
    return factories.publish(page)


def raw(page) -> list[dict]:
    return [dict(block) for block in page.body.raw_data]


def block(kind, value):
    return {"type": kind, "value": value, "id": str(uuid4())}


def words(page, code="en") -> dict[str, str]:
    """Every sentence with its good translation."""
    one = Translation.objects.get(source__object_id=page.translation_key, target_locale__language_code=code)
    return {sentence.words: sentence.text if sentence.is_done else "" for sentence in sentences(one)}


def missing(page) -> int:
    return Standing.objects.get(source__pk=page.pk, locale__language_code="en").missing


def helped(page, text: str):
    one = Translation.objects.get(source__object_id=page.translation_key, target_locale__language_code="en")
    everything = sentences(one)
    help_with(one, everything, everything)
    return next(sentence for sentence in everything if sentence.words == text)


def test_moved_blocks(page):
    publish(page, raw(page)[::-1])
    assert missing(page) == 0
    assert words(page)["Ba"] == "Three"


def test_paragraphs_moved_within_their_block(page):
    blocks = raw(page)
    blocks[0]["value"] = "<p>Hai</p><p>Một</p>"
    publish(page, blocks)
    assert missing(page) == 0


def test_copied_block(page):
    blocks = raw(page)
    publish(page, [*blocks, block("text", blocks[0]["value"])])
    assert missing(page) == 0


def test_block_split_between_its_paragraphs(page):
    blocks = raw(page)
    publish(page, [blocks[0] | {"value": "<p>Một</p>"}, block("text", "<p>Hai</p>"), *blocks[1:]])
    assert missing(page) == 0
    assert words(page)["Hai"] == "Two"


def test_two_blocks_joined(page):
    blocks = raw(page)
    publish(page, [blocks[0] | {"value": f"<p>Một</p><p>Hai</p><p>{LONG}</p>"}, blocks[1]])
    assert missing(page) == 0


def test_paragraph_split_in_two_offers_the_old_words_for_both(page):
    first, second = LONG.split(". ", 1)
    blocks = raw(page)
    publish(page, [*blocks[:2], blocks[2] | {"value": f"<p>{first}.</p>"}, block("text", f"<p>{second}</p>")])
    assert missing(page) == 2
    for text in (f"{first}.", second):
        assert helped(page, text).former.translation == TEXTS[LONG]


def test_heading_made_a_paragraph(page):
    blocks = raw(page)
    publish(page, [blocks[0], block("text", "<p>Ba</p>"), blocks[2]])
    assert missing(page) == 0


def test_block_taken_out_and_put_back_later(page):
    blocks = raw(page)
    page = publish(page, blocks[1:])
    page = publish(page, [block("text", "<p>Một</p><p>Hai</p>"), *blocks[1:]])
    assert missing(page) == 0


def test_items_of_a_list_moved_and_copied(tree):
    lesson = factories.make_lesson(do_list=items("Em lau ống kính", "Em chụp ba tấm"))
    factories.translate(lesson, "en", {"Em lau ống kính": "I wiped the lens", "Em chụp ba tấm": "I took three"})
    lesson = type(lesson).objects.get(pk=lesson.pk)
    items_of = [dict(one) for one in lesson.do_list.raw_data]
    lesson.do_list = json.dumps([items_of[1], items_of[0], block("item", "Em lau ống kính")])
    factories.publish(lesson)
    assert Standing.objects.get(source__pk=lesson.pk, locale__language_code="en").missing == 0
    assert words(lesson)["Em lau ống kính"] == "I wiped the lens"


def test_copied_page_is_offered_what_the_first_one_has(page, enter):
    copied = factories.make_news(slug="hop-hai", body=stream(("heading", "Ba")))
    factories.begin_translation(copied, "en").save_target(publish=False)
    assert helped(copied, "Ba").elsewhere == "Three"
    assert words(copied)["Ba"] == ""  # another page: offered, not taken
    one = Translation.objects.get(source__object_id=copied.translation_key)
    enter("yen").post(f"/cms/dich/{one.pk}/", {"action": "reuse-all"})
    assert words(copied)["Ba"] == "Three"


def test_published_page_shows_every_moved_block_in_english(page, client):
    blocks = raw(page)
    page = publish(page, [block("text", blocks[2]["value"]), blocks[1], block("heading", "Ba"), blocks[0]])
    one = Translation.objects.get(source__object_id=page.translation_key)
    one.save_target(publish=False)
    one.get_target_instance().latest_revision.publish()
    shown = client.get("/en/tin-tuc/hop/").text
    assert all(text in shown for text in TEXTS.values())
    assert not any(f">{text}<" in shown for text in TEXTS)


def test_repeated_sentence_of_one_place_is_one_work(tree):
    page = factories.make_news(slug="hop", body=stream(("text", "<p>Một</p><p>Một</p>")))
    factories.begin_translation(page, "en").save_target(publish=False)
    assert list(words(page)).count("Một") == 1
