"""site/locale: every word translated, every .mo made from the .po beside it."""

import re
import unicodedata

import polib
import pytest
from django.conf import settings

from config.languages import LANGUAGES, SOURCE
from tests.locale import extraction

FOLDER = settings.LOCALE_PATHS[0]
PATHS = sorted(FOLDER.glob("*/LC_MESSAGES/django.po"))
CODES = [path.parts[-3] for path in PATHS]
WHOLE = [language.code for language in LANGUAGES if language.interface and language.code != "en"]  # English is in the code
PLACEHOLDER = re.compile(r"%\(\w+\)[a-z]|%[sd%]|\{\w*\}")
NEW_STYLE = re.compile(r"(?:o[àáảãạèéẻẽẹ]|(?<!q)u[ỳýỷỹỵ])(?!\w)", re.IGNORECASE)  # hoà, khoẻ, huỷ; not hoàn, quý
BREAKABLE = re.compile(r" [:;?!»]|« ")


def catalogue(code):
    return polib.pofile(FOLDER / code / "LC_MESSAGES/django.po")


def forms(entry):
    return list(entry.msgstr_plural.values()) if entry.msgid_plural else [entry.msgstr]


def texts(code):
    return [text for entry in catalogue(code) for text in forms(entry)]


@pytest.fixture(scope="module")
def wanted():
    return extraction.found()


def content(file):
    entries = {(entry.msgctxt, entry.msgid, entry.msgid_plural): forms(entry) for entry in file if not entry.obsolete}
    return dict(file.metadata), entries


def test_every_language_has_a_catalogue():
    assert set(CODES) >= {language.code for language in LANGUAGES} - {"en"}


@pytest.mark.parametrize("path", PATHS, ids=CODES)
def test_mo_is_what_its_po_says(path):
    assert content(polib.mofile(path.with_suffix(".mo"))) == content(polib.pofile(path))


@pytest.mark.parametrize("path", PATHS, ids=CODES)
def test_header_names_the_language_and_its_plurals(path):
    header = polib.pofile(path).metadata
    plurals = {"en": "nplurals=2; plural=(n != 1);", "fr": "nplurals=2; plural=(n > 1);"}
    assert header["Language"] == path.parts[-3]
    assert header["Plural-Forms"] == plurals.get(path.parts[-3], "nplurals=1; plural=0;")
    assert header["Content-Type"] == "text/plain; charset=UTF-8"


@pytest.mark.parametrize("path", PATHS, ids=CODES)
def test_letters_are_composed(path):
    assert unicodedata.is_normalized("NFC", path.read_text())


@pytest.mark.parametrize("code", WHOLE)
def test_nothing_is_missing_fuzzy_or_obsolete(code):
    entries = catalogue(code)
    assert [entry.msgid for entry in entries if entry.fuzzy or entry.obsolete or not all(forms(entry))] == []


def held(code):
    return {(entry.msgid, entry.msgid_plural) for entry in catalogue(code)}


@pytest.mark.parametrize("code", WHOLE)
def test_catalogue_holds_the_words_of_the_code(code, wanted):
    assert wanted - held(code) == set(), "Run makemessages and translate."


@pytest.mark.parametrize("code", CODES)
def test_catalogue_holds_no_other_words(code, wanted):
    assert held(code) - wanted == set(), "Run makemessages and take these out."


@pytest.mark.parametrize("code", CODES)
def test_placeholders_are_those_of_the_english(code):
    wrong = []
    for entry in catalogue(code):
        wanted = sorted(PLACEHOLDER.findall(entry.msgid_plural or entry.msgid))
        wrong += [text for text in forms(entry) if sorted(PLACEHOLDER.findall(text)) != wanted]
    assert wrong == []


def test_vietnamese_tone_marks_stand_where_the_site_puts_them():
    assert [text for text in texts(SOURCE) if NEW_STYLE.search(text)] == []


@pytest.mark.parametrize("word", ["hoà", "xoá", "Khoá", "khoẻ", "huỷ", "uỷ ban"])
def test_the_other_style_would_be_found(word):
    assert NEW_STYLE.search(f"Đã {word}.")


@pytest.mark.parametrize("word", ["hòa", "hoàn", "thuyền", "quý", "quả", "tòa", "toán", "khuỷu"])
def test_the_style_of_the_site_is_not_taken_for_the_other(word):
    assert not NEW_STYLE.search(f"Đã {word}.")


def test_french_signs_do_not_fall_to_the_next_line():
    assert [text for text in texts("fr") if BREAKABLE.search(text)] == []
