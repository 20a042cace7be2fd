"""site/locale/packages: the Vietnamese of Wagtail, wagtail-localize, django-allauth and the other packages in use."""

import json
import re
import unicodedata
from html.parser import HTMLParser

import polib
import pytest
from django.template.defaultfilters import date
from django.utils import timezone, translation
from django.utils.timesince import timesince
from django.utils.translation import gettext, ngettext
from django.views.i18n import JavaScriptCatalog
from wagtail_localize.models import StringTranslation

from tests.locale import glossary, packages
from tests.locale.test_catalogues import NEW_STYLE, content, forms

PLACEHOLDER = re.compile(r"%\(\w+\)[a-z]|%[sd%]|\{\w*\}")
NEVER = re.compile(r"thành công|vui lòng|xin lỗi|có chắc|xoá|hủy bỏ|\.\.\.", re.IGNORECASE)
both = pytest.mark.parametrize("domain", packages.DOMAINS)


@pytest.fixture(scope="module")
def said():
    """(English entry, Vietnamese entry) of every word, ours before the package's own; an empty one where there is neither."""
    found = {}
    for domain in packages.DOMAINS:
        vietnamese = packages.said(domain) | packages.ours(domain)
        found[domain] = [(entry, vietnamese.get(word, polib.POEntry(msgid=word[1]))) for word, entry in packages.words(domain).items()]
    return found


class Tags(HTMLParser):
    def __init__(self, text):
        super().__init__()
        self.found = []
        self.feed(text)
        self.found.sort()

    def handle_starttag(self, tag, attrs):
        self.found.append(f"{tag} {sorted(attrs, key=str)}")

    def handle_endtag(self, tag):
        self.found.append(f"/{tag}")


def marks(text):
    """What must be the same in every language."""
    space = (text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :])
    return sorted(PLACEHOLDER.findall(text)), Tags(text).found, space


@both
def test_every_word_is_said_in_vietnamese(said, domain):
    missing = [english.msgid for english, entry in said[domain] if entry.fuzzy or not all(forms(entry))]
    assert missing == [], "Run make messages and translate site/locale/packages."


@both
def test_catalogue_holds_what_is_collected(domain):
    held = str(polib.pofile(packages.FOLDER / f"{domain}.po", wrapwidth=0))
    is_as_collected = str(packages.collect(domain)) == held  # not compared by assert, which would take long to show the difference
    assert is_as_collected, "Run make messages."


@both
def test_placeholders_and_tags_are_those_of_the_english(said, domain):
    wrong = [
        (english.msgid, forms(entry))
        for english, entry in said[domain]
        if [marks(text) for text in forms(entry)] != [marks(english.msgid_plural or english.msgid)]
    ]
    assert wrong == []


@both
def test_there_is_one_form_for_all_numbers(said, domain):
    assert [english.msgid for english, entry in said[domain] if bool(english.msgid_plural) != (list(entry.msgstr_plural) == [0])] == []


@both
def test_mo_is_what_its_po_says(domain):
    path = packages.FOLDER / f"{domain}.po"
    assert content(polib.mofile(path.with_suffix(".mo"))) == content(polib.pofile(path))


@both
def test_words_are_written_as_the_site_writes(domain):
    texts = [text for entry in packages.ours(domain).values() for text in forms(entry)]
    assert [text for text in texts if NEW_STYLE.search(text) or NEVER.search(text) or not unicodedata.is_normalized("NFC", text)] == []


def test_words_keep_to_the_glossary(said):
    terms = glossary.terms()
    broken = {
        (term, " ".join(english.msgid.split()))
        for domain in packages.DOMAINS
        for english, entry in said[domain]
        for term in glossary.broken(english.msgid_plural or english.msgid, forms(entry)[0], terms)
    }
    assert broken == glossary.exceptions()


@pytest.mark.parametrize(
    ("english", "vietnamese", "missing"),
    [
        ("Edit parent page", "Sửa trang mẹ", []),
        ("Edit parent page", "Sửa trang cha", ["parent page"]),
        ("Pages of %(page)s", "Bài", ["page"]),
        ("Homepages", "Bài", []),
        ("Upload images", "Tải ảnh lên", []),
        ("Upload images", "Đăng tải: tải ảnh lên", ["upload"]),
    ],
)
def test_glossary_finds_what_is_said_otherwise(english, vietnamese, missing):
    assert glossary.broken(english, vietnamese, glossary.terms()) == missing


@pytest.mark.parametrize(
    ("code", "collections", "ago"),
    [("vi", "Thư mục", "3\xa0ngày"), ("en", "Collections", "3\xa0days"), ("fr", "Collections", "3\xa0jours")],
)
def test_admin_speaks_the_language_that_was_chosen(code, collections, ago):
    with translation.override(code):
        assert gettext("Collections") == collections
        assert timesince(timezone.now() - timezone.timedelta(days=3, minutes=1)) == ago


def test_ours_wins_over_the_package_and_the_site_over_ours():
    with translation.override("vi"):
        assert gettext("Unpublish") == "Gỡ xuống"
        assert ngettext("Used %(usage_count)s time", "Used %(usage_count)s times", 1) == "Đang dùng ở %(usage_count)s chỗ"
        assert date(timezone.datetime(2026, 11, 21, 14, 30), "DATETIME_FORMAT") == "14:30 21/11/2026"


@pytest.mark.parametrize(("package", "words"), [("wagtail.admin", "Mở, đóng thanh bên"), ("wagtail_localize", "Chưa dịch")])
def test_scripts_are_given_our_words(rf, package, words):
    with translation.override("vi"):
        answer = JavaScriptCatalog.as_view(packages=[package])(rf.get("/"))
    assert json.dumps(words) in answer.content.decode()


def test_translation_editor_writes_days_in_figures():
    manual = StringTranslation(translation_type=StringTranslation.TRANSLATION_TYPE_MANUAL, updated_at=timezone.datetime(2026, 11, 5))
    with translation.override("vi"):
        assert manual.get_comment() == "Người dịch, ngày 05/11/2026"
