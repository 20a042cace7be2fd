"""What is typed finds what is meant: the same on SQLite and on PostgreSQL."""

import unicodedata

import pytest

from tests.search import corpus
from tests.search.questions import QUESTIONS

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]


@pytest.fixture(scope="module")
def answers(django_db_setup, django_db_blocker):
    """{(query, language): titles}, asked once: laying the pages takes longer than all questions."""
    from django.db import transaction

    from tests.factories import tree as trees

    with django_db_blocker.unblock(), transaction.atomic():
        corpus.lay(trees.find() or trees.lay())
        yield {(query, code): corpus.found(query, code) for query, code, _title in QUESTIONS}
        transaction.set_rollback(True)


def test_there_are_enough_questions():
    assert len({(query, code) for query, code, _title in QUESTIONS}) >= 120


@pytest.mark.parametrize(("query", "code", "title"), QUESTIONS)
def test_first_answer(answers, query, code, title):
    assert (answers[query, code][:1] or [None])[0] == title


def test_words_typed_with_tones_find_no_others(answers):
    assert "Phụ nữ Mường Giàng học số" not in answers["phú", "vi"]
    assert "Giàu lên nhờ hạt dẻ" not in answers["phụ", "vi"]


def test_words_typed_without_tones_find_all(answers):
    assert set(answers["phu nu", "vi"]) < set(answers["mông", "vi"]) | {"Phụ nữ Mường Giàng học số"}
    assert set(answers["mông", "vi"]) == set(answers["hmong", "vi"]) == {"Người H'Mông dệt lanh", "Chợ phiên của bà con Mông"}


def test_titles_come_before_summaries_and_the_newest_first(answers):
    """ "học số" stands in two titles, "chi hội" in two summaries."""
    assert answers["hoc so", "vi"][:2] == ["Hơn 3.200 người Sơn La học số", "Phụ nữ Mường Giàng học số"]
    assert answers["chi hoi", "vi"] == ["Hòa giải ở cơ sở", "Phụ nữ Mường Giàng học số"]


def test_composed_and_decomposed_are_the_same(answers):
    for query, code, _title in QUESTIONS:
        composed = unicodedata.normalize("NFC", query)
        if (composed, code) in answers:
            assert answers[query, code] == answers[composed, code]
