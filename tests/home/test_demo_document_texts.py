"""The demonstration's documents as they are written: complete, in the site's voice, the same in every language."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator

import pytest

from home.demo import reading
from home.demo.art import scenes
from home.demo.documents import blocks
from home.demo.documents.editions import LANGUAGES, Edition
from learning.library.models import LibraryDocument
from tests.home.demo_files import ALL, BY_NAME
from tests.home.test_quiz_texts import MOST_WORDS, OLD_TONES, UNKIND

VIETNAMESE = [edition for edition in ALL if edition.language == "vi"]
NEEDED = {"title", "summary", "format", "kind", "topic", "issuing_body", "year", "date", "review_on", "tags"}
FORMATS = {"pdf", "docx", "xlsx", "pptx", "txt", "mp3", "ogg", "mp4"}
FILLED_IN = {"table", "fields", "signatures", "lines"}  # labels and room to write, no sentences

each_edition = pytest.mark.parametrize("edition", ALL, ids=lambda edition: f"{edition.language}/{edition.name}")
each_vietnamese = pytest.mark.parametrize("edition", VIETNAMESE, ids=lambda edition: edition.name)
each_translation = pytest.mark.parametrize("edition", [each for each in ALL if each.language != "vi"], ids=lambda edition: f"{edition.language}/{edition.name}")


def bodies(text: dict) -> Iterator[str]:
    yield from (text[name] for name in ("preface", "closing") if name in text)
    yield from (part["text"] for part in text.get("parts", []))


def sentences(edition: Edition) -> Iterator[str]:
    """Everything that is to be read in sentences."""
    text = edition.text
    lines = [text["title"], text["summary"], text.get("note", "")]
    for body in bodies(text):
        lines += [line for block in blocks.parse(body) if block.kind not in FILLED_IN for line in block.lines]
    for slide in text.get("slides", []):
        lines += [slide["title"], *slide["lines"], slide["notes"]]
    lines += [note for sheet in text.get("sheets", []) for note in sheet.get("notes", [])]
    if "lesson" not in text:
        lines += edition.paragraphs
    for line in filter(None, lines):
        yield from re.split(r"(?<=[.?!:])\s+", line)


def words(value) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list | dict):
        for item in value.values() if isinstance(value, dict) else value:
            yield from words(item)


def shape(text: dict) -> dict:
    """What has to be the same in every language."""
    return {
        "kept": {name: text.get(name) for name in ("format", "kind", "topic", "layout", "audience", "cover")},
        "pictures": [part.get("picture") for part in text.get("parts", [])],
        "blocks": [[block.kind for block in blocks.parse(body)] for body in bodies(text)],
    }


@each_edition
def test_document_says_what_the_library_asks(edition):
    text = edition.text
    assert set(text) >= NEEDED
    assert text["format"] in FORMATS
    assert 0 < len(text["title"]) <= 80
    assert 0 < len(text["summary"]) <= 200
    assert text["kind"] in LibraryDocument.Kind.values
    assert text["topic"] in {row["slug"] for row in reading.read("vi", "topics.toml")["topics"]}
    assert edition.days == sorted(edition.days)
    assert text["review_on"] > edition.days[-1]
    assert text["tags"] == list(dict.fromkeys(text["tags"]))


@each_edition
def test_text_is_composed(edition):
    assert all(unicodedata.is_normalized("NFC", each) for each in words(edition.text))


@each_vietnamese
def test_vietnamese_is_short_and_kind(edition):
    for sentence in sentences(edition):
        assert len(sentence.split()) <= MOST_WORDS, sentence
        assert not UNKIND.search(sentence), sentence
    for text in words(edition.text):
        assert not OLD_TONES.search(text), text
        assert not re.search(r"[—&\"]|\w  \w| [.,:;?!](?!\w)", text), text


@each_edition
def test_pictures_are_drawn(edition):
    text = edition.text
    named = [text.get("cover"), *(row.get("picture") for name in ("parts", "slides", "scenes") for row in text.get(name, []))]
    assert set(filter(None, named)) <= set(scenes.load())


@each_translation
def test_translation_has_the_shape_of_the_original(edition):
    assert shape(edition.text) == shape(BY_NAME[edition.name, "vi"].text)
    assert edition.work_key == BY_NAME[edition.name, "vi"].work_key


@pytest.mark.parametrize("language", LANGUAGES)
def test_builders_words_are_there_in_every_language(language):
    assert set(reading.read(language, "documents.toml")["labels"]) == set(reading.read("vi", "documents.toml")["labels"])


def test_pages_name_documents_that_there_are():
    names = set(reading.names("documents"))
    for file in (reading.TEXTS / "vi").rglob("*.toml"):
        text = reading.read("vi", str(file.relative_to(reading.TEXTS / "vi")))
        assert {*text.get("documents", []), *filter(None, [text.get("narration")])} <= names, file


def test_set_shows_every_kind_topic_format_and_audience():
    assert len(VIETNAMESE) >= 25
    assert {edition.text["kind"] for edition in VIETNAMESE} == set(LibraryDocument.Kind.values)
    assert {edition.text["format"] for edition in VIETNAMESE} == FORMATS
    assert {edition.text["topic"] for edition in VIETNAMESE} == {row["slug"] for row in reading.read("vi", "topics.toml")["topics"]}
    assert Counter(edition.text.get("audience", "public") for edition in VIETNAMESE) == {"public": len(VIETNAMESE) - 3, "members": 2, "officials": 1}
    assert [len(edition.days) for edition in ALL if len(edition.days) > 1] == [3]
    assert {edition.language for edition in ALL} == set(LANGUAGES)
    assert all("giọng máy" in edition.text["summary"].lower() for edition in VIETNAMESE if edition.text["kind"] in {"audio", "clip"})
