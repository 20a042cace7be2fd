"""An address copied from a browser or a chat leads to its page, or to a sentence that says what to do."""

import pytest
from wagtail.models import PageViewRestriction

from sharing import targets
from sharing.domain import short_link
from sharing.pasted import Unusable, found_at
from tests import factories

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]


@pytest.fixture
def lesson(tree):
    return factories.make_lesson()


@pytest.mark.parametrize(
    "written",
    ["http://testserver{}", "https://www.testserver{}", "testserver{}", "{}", "  http://TESTSERVER{}\n", "http://testserver{}?k=ABCDE&fbclid=x#khong-con"],
)
def test_any_way_to_write_it(lesson, cast, written):
    assert found_at(written.format(lesson.address), cast.hoa) == targets.of(lesson)
    assert found_at(written.format(lesson.address.rstrip("/")), cast.hoa) == targets.of(lesson)


def test_homes_translations_and_what_is_not_translated_yet(lesson, cast, tree):
    assert found_at("http://testserver", cast.hoa) == found_at("http://testserver/hmn/", cast.hoa) == targets.of(tree.vi)
    assert found_at(f"/hmn{lesson.address}", cast.hoa) == targets.of(lesson)
    english = factories.translate(lesson, "en")
    assert found_at(english.address, cast.hoa) == targets.of(lesson)


def test_documents_and_other_short_links(cast, tree):
    factories.make_library(tree)
    document = factories.make_document()
    assert found_at(document.address, cast.hoa) == found_at(document.download_address, cast.hoa) == targets.of(document)
    link = short_link(target=targets.of(document), language="vi")
    assert found_at(link.address, cast.hoa) == found_at(link.path.lower(), cast.hoa) == targets.of(document)


@pytest.mark.parametrize(
    "pasted",
    ["http://evil.example/hoc/", "facebook.com/x", "xin chào", "http://[::1", "javascript:alert(1)", "/khong-co/", "/Q/ZZZZZ", "/toi/", "//evil.example/", "/%00x", "/thu-vien/999-x/", "\x00", "/thu-vien/99999999999999999999-x/"],
)  # fmt: skip
def test_what_is_no_page_here_is_said(tree, cast, pasted):
    with pytest.raises(Unusable) as said:
        found_at(pasted, cast.hoa)
    assert str(said.value)


def test_drafts_and_what_she_may_not_open_are_not_there(tree, cast):
    draft = factories.make_lesson(live=False)
    closed = factories.make_closed("officials")
    secret = factories.make_standard()
    PageViewRestriction.objects.create(page=secret, restriction_type="password", password="x")
    for thing, reader in ((draft, cast.hoa), (closed, cast.lan), (secret, cast.hoa)):
        with pytest.raises(Unusable):
            found_at(thing.address, reader)
    assert found_at(closed.address, cast.hoa) == targets.of(closed)
