"""Item analysis: figures worked out by hand, and by other formulas of the textbooks."""

import random
import statistics
from itertools import combinations
from math import sqrt

import pytest
from django.utils import translation

from learning.quizzes.answers import clean_answers
from learning.quizzes.findings import in_words, quiz_in_words
from learning.quizzes.statistics import Choice, Item, Response, analyse, items_of, responses
from tests.quizzes import payloads as make


def items(number, guess=0.25):
    return [Item(f"q{place}", "single", f"Câu {place}", guess, ()) for place in range(number)]


def rows(table):
    return [[Response(mark) for mark in row] for row in table]


def one_by_one(size, seed=7):
    """Marks of women who know more or less, with halves and thirds among them."""
    dice = random.Random(seed)
    table = []
    for _ in range(size):
        knows = dice.random()
        table.append([dice.choice([1, 0.5, 1 / 3]) if dice.random() < (knows + ease) / 2 else 0 for ease in (0.9, 0.7, 0.5, 0.3, 0.1)])
    return table


# Worked out by hand. 12 women get all three right, 6 the first two, 6 the first, 6 none. Sums of squares about the mean:
# items 4.8, 7.2, 7.2 (together 19.2), totals 12·9 + 6·4 + 6·1 - 30·1.8² = 40.8; items with totals 10.8, 15.6, 14.4.
LADDER = [(1, 1, 1)] * 12 + [(1, 1, 0)] * 6 + [(1, 0, 0)] * 6 + [(0, 0, 0)] * 6


def test_figures_of_a_quiz_worked_out_by_hand():
    figures = analyse(items(3), rows(LADDER))
    assert figures.attempts == 30
    assert (figures.mean, figures.median) == pytest.approx((60, 200 / 3))
    assert figures.deviation == pytest.approx(39.5376, abs=1e-4)  # sqrt(40.8 / 29) / 3
    assert figures.consistency == pytest.approx(79.4118, abs=1e-4)  # 150 (1 - 19.2 / 40.8)
    assert figures.error_ratio == pytest.approx(45.3743, abs=1e-4)
    assert figures.standard_error == pytest.approx(17.9399, abs=1e-4)


def test_figures_of_items_worked_out_by_hand():
    first, second, third = analyse(items(3), rows(LADDER)).items
    assert [item.facility for item in (first, second, third)] == pytest.approx([80, 60, 40])
    assert [item.deviation for item in (first, second, third)] == pytest.approx([40.6838, 49.8273, 49.8273], abs=1e-4)
    assert first.discrimination == pytest.approx(55.9017, abs=1e-4)  # 6 / sqrt(4.8 · 24)
    assert second.discrimination == pytest.approx(76.3763, abs=1e-4)  # 8.4 / sqrt(7.2 · 16.8)
    assert third.discrimination == pytest.approx(61.2372, abs=1e-4)  # 7.2 / sqrt(7.2 · 19.2)
    assert [item.efficiency for item in (first, second, third)] == pytest.approx([100, 100, 100])  # a perfect ladder
    assert [item.intended_weight for item in (first, second, third)] == pytest.approx([100 / 3] * 3)
    assert [item.effective_weight for item in (first, second, third)] == pytest.approx([29.7925, 35.8061, 34.4014], abs=1e-4)
    assert [item.guess for item in (first, second, third)] == [25, 25, 25]


@pytest.mark.parametrize("size", [30, 31, 500])
def test_items_agree_with_pearson(size):
    table = one_by_one(size)
    columns, totals = list(zip(*table, strict=True)), [sum(row) for row in table]
    shares = [sqrt(statistics.covariance(column, totals)) for column in columns]
    for place, item in enumerate(analyse(items(5), rows(table)).items):
        column, rest = columns[place], [total - row[place] for total, row in zip(totals, table, strict=True)]
        together = statistics.correlation(column, rest)
        assert item.facility == pytest.approx(100 * statistics.mean(column))
        assert item.deviation == pytest.approx(100 * statistics.stdev(column))
        assert item.discrimination == pytest.approx(100 * together)
        assert item.efficiency == pytest.approx(100 * together / statistics.correlation(sorted(column), sorted(rest)))
        assert item.effective_weight == pytest.approx(100 * shares[place] / sum(shares))


@pytest.mark.parametrize("size", [30, 31, 500])
def test_quiz_agrees_with_textbook_formulas(size):
    """Alpha from the mean covariance of pairs of items; skewness and kurtosis from the moments, corrected for small samples."""
    table = one_by_one(size)
    columns, totals, n = list(zip(*table, strict=True)), [sum(row) for row in table], size
    pairs = statistics.mean(statistics.covariance(a, b) for a, b in combinations(columns, 2))
    alpha = 5 * pairs / (statistics.mean(map(statistics.variance, columns)) + 4 * pairs)
    middle, spread = statistics.mean(totals), statistics.pstdev(totals)
    skew = statistics.mean(((total - middle) / spread) ** 3 for total in totals)
    peak = statistics.mean(((total - middle) / spread) ** 4 for total in totals) - 3
    figures = analyse(items(5), rows(table))
    assert figures.consistency == pytest.approx(100 * alpha)
    assert figures.skewness == pytest.approx(skew * sqrt(n * (n - 1)) / (n - 2))
    assert figures.kurtosis == pytest.approx((n - 1) / ((n - 2) * (n - 3)) * ((n + 1) * peak + 6))
    assert figures.standard_error == pytest.approx(20 * statistics.stdev(totals) * sqrt(1 - alpha))


def test_nothing_is_said_under_thirty_attempts():
    assert analyse(items(3), rows(LADDER[:29])) is None
    assert analyse([], [[]] * 30) is None


def test_everybody_right_leaves_no_figure_of_difference():
    figures = analyse(items(2), rows([(1, 1)] * 30))
    item = figures.items[0]
    assert (item.discrimination, item.efficiency, item.effective_weight) == (None, None, None)
    assert (figures.skewness, figures.kurtosis, figures.consistency, figures.standard_error) == (None,) * 4


def test_rounding_does_not_pass_for_difference():
    figures = analyse(items(3), rows([(1 / 3, 0.1, 0.7)] * 31))
    assert figures.consistency is None and figures.items[0].discrimination is None


def test_one_question_has_no_consistency():
    figures = analyse(items(1), rows([(1,), (0,)] * 15))
    assert (figures.consistency, figures.items[0].discrimination, figures.items[0].effective_weight) == (None, None, pytest.approx(100))


def test_item_against_the_rest_has_no_effective_weight():
    against = analyse(items(3), rows([(0, 1, 1)] * 15 + [(1, 0, 0)] * 15)).items
    assert (against[0].discrimination, against[0].effective_weight) == (pytest.approx(-100), None)
    assert against[1].effective_weight == pytest.approx(50)


SINGLE, SEVERAL = make.choice("single", 100, 50, -50), make.choice("several", 50, 50, -50)
ENTERED = [make.number(("5", "1", 100), ("*", "0", 0)), make.text(("Zalo", 100))]


@pytest.mark.parametrize(
    ("question", "guess"),
    [
        (SINGLE, 0.5),
        (SEVERAL, None),
        (make.choice("truefalse", 100, 0), 0.5),
        (make.matching("wxyz", 0, 1), 0.25),
        (make.ordering(0, 1, 2, 3, 4), 0.2),
        (ENTERED[0], 0),
        (ENTERED[1], 0),
    ],
)
def test_mark_of_a_blind_guess(question, guess):
    assert items_of(make.payload(question))[0].guess == guess


@pytest.mark.parametrize(
    ("question", "answer", "chosen"),
    [
        (SINGLE, 1, {"o1"}),
        (SEVERAL, [0, 2], {"o0", "o2"}),
        (make.matching("xy", 1, 0), [1, 1], {"o0"}),
        (make.ordering(1, 0, 2), [1, 2, 0], {"o1"}),
        (ENTERED[0], "5,5", {"a0"}),
        (ENTERED[0], "9", {"a1"}),
        (ENTERED[1], "Facebook", set()),
        (SINGLE, None, set()),
    ],
)
def test_what_was_chosen(question, answer, chosen):
    payload = make.payload(question)
    (response,) = responses(payload, clean_answers(payload, [answer]))
    assert (response.chosen, response.answered) == (chosen, answer is not None)


def test_options_are_counted_by_their_ids_over_versions():
    """Pooled over languages: the same ids in another order of options."""
    vietnamese = make.payload(SINGLE)
    turned = make.payload(SINGLE | {"options": SINGLE["options"][::-1]})
    memo = {}
    attempts = [responses(vietnamese, [0], memo) for _ in range(20)] + [responses(turned, [0]) for _ in range(8)] + [responses(turned, [None])] * 2
    (item,) = analyse(items_of(vietnamese), attempts).items
    assert [(choice.choice.id, choice.count) for choice in item.choices] == [("o0", 20), ("o1", 0), ("o2", 8)]
    assert item.choices[0].share == pytest.approx(66.667, abs=0.001)
    assert (item.left_open, item.facility) == (2, pytest.approx(200 / 3))
    assert memo.keys() == {(0, "0")}


# In words


def said(table, item=None, chosen=None):
    chosen = chosen or [()] * len(table)
    rows = [[Response(row[0], frozenset(ids or ()), ids is not None), *map(Response, row[1:])] for row, ids in zip(table, chosen, strict=True)]
    quiz = [item or items(1)[0], *items(2)]
    with translation.override("en"):
        return " ".join(in_words(analyse(quiz, rows).items[0]))


FINE = [(1, 1, 1)] * 12 + [(1, 1, 0)] * 6 + [(0, 0, 0)] * 12


@pytest.mark.parametrize(
    ("table", "words"),
    [
        (FINE, "works well"),
        ([(1, 1, 0)] * 29 + [(0, 0, 0)], "Too easy"),
        ([(1, 1, 1)] * 8 + [(0, 1, 0)] * 22, "No better than guessing: members get 27 per cent"),
        ([(1, 1, 1)] * 10 + [(0, 1, 0)] * 20, "Too hard"),
        ([(1, 0, 0)] * 15 + [(0, 1, 1)] * 15, "do worse here"),
        ([(1, 0, 1), (0, 0, 1), (1, 1, 1), (0, 1, 1)] * 8, "hardly tells those who know"),
        ([(1, 1, 0)] * 30, "Everybody has the same mark"),
    ],
)
def test_what_editors_are_told(table, words):
    assert words in said(table)


def test_wrong_options_that_nobody_chooses_are_named():
    item = Item("q", "single", "Câu", 0.25, (Choice("a", "đúng", 100), Choice("b", "bỏ không", 0), Choice("c", "nhầm", 0)))
    told = said(FINE, item, [("a",)] * 18 + [("c",)] * 12)
    assert "Nobody chooses “bỏ không”" in told and "nhầm" not in told


def test_a_wrong_option_that_most_choose_raises_doubt_about_the_key():
    item = Item("q", "single", "Câu", 0.25, (Choice("a", "đúng", 100), Choice("b", "nhầm", 0)))
    assert "More choose “nhầm”" in said(FINE, item, [("a",)] * 10 + [("b",)] * 20)
    assert "More choose" not in said(FINE, item, [("a",)] * 15 + [("b",)] * 15)


def test_many_left_open_are_told():
    assert "3 members left it open" in said(FINE, chosen=[()] * 27 + [None] * 3)
    assert "left it open" not in said(FINE, chosen=[()] * 28 + [None] * 2)


@pytest.mark.parametrize(
    ("table", "words"),
    [(LADDER, "relied on"), (LADDER + [(0, 0, 1)] * 2, "fairly well"), ([(1, 0, 1), (0, 1, 0)] * 20, "luck"), ([(1, 1, 1)] * 30, "same result")],
)
def test_the_quiz_in_words(table, words):
    with translation.override("en"):
        assert words in quiz_in_words(analyse(items(3), rows(table)))[0]
