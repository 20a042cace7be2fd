from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sharing.lines import clean, fit, words_of

measure = len  # each letter one wide at one point


def test_short_words_keep_their_size():
    assert fit(measure, "Lò Mai", 600, most=20, least=10) == fit(measure, "Lò Mai", 120, most=20, least=10)
    assert fit(measure, "Lò Mai", 120, most=20, least=10).size == 20


def test_longer_words_shrink_before_they_wrap():
    assert fit(measure, "Vàng Thị Dợ", 110, most=20, least=10, lines=2) == fit(measure, "Vàng Thị Dợ", 110, most=10, least=10)


def test_lines_are_of_even_length():
    assert fit(measure, "một hai ba bốn", 80, most=20, least=10, lines=2).lines == ("một hai", "ba bốn")


def test_no_line_begins_with_a_colon():
    assert fit(measure, "un deux\xa0: trois", 100, most=20, least=10, lines=3).lines == ("un deux\xa0:", "trois")


def test_too_many_words_become_small_rather_than_lost():
    fitted = fit(measure, "một hai ba bốn năm sáu bảy tám", 40, most=20, least=10, lines=2)
    assert fitted.size < 10
    assert " ".join(fitted.lines) == "một hai ba bốn năm sáu bảy tám"


def test_no_words_take_no_line_of_words():
    assert fit(measure, "", 40, most=20, least=10, lines=2).lines == ("",)


@given(st.text(max_size=120), st.integers(1, 3))
def test_every_line_fits_and_every_word_is_kept(text, lines):
    fitted = fit(measure, text, 90, most=20, least=10, lines=lines)
    assert " ".join(fitted.lines) == " ".join(words_of(text))
    assert len(fitted.lines) <= lines
    assert all(measure(line) * fitted.size <= 90.0001 for line in fitted.lines)


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        (normalize("NFD", "Sùng Thị Mỷ"), "Sùng Thị Mỷ"),
        ("  Vàng\tThị\nDợ ", "Vàng Thị Dợ"),
        ("Attention\u202f: danger", "Attention\xa0: danger"),
        ("Lò\u200b Thị \u200bMai\ufeff", "Lò Thị Mai"),
    ],
)
def test_words_are_composed_and_on_one_line(typed, printed):
    assert clean(typed) == printed
