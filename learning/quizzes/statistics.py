"""Item analysis by the definitions of Moodle's quiz statistics. Pure: rows of fractions in, figures out.

Definitions: https://docs.moodle.org/dev/Quiz_statistics_calculations, as computed in Moodle's
question/classes/statistics/questions/calculator.php (items) and mod/quiz/report/statistics/classes/calculator.php (whole quiz).
With n attempts, variances and covariances divide by n - 1; x is an item's marks, t the quiz's, r = t - x the rest of the quiz:

facility                   100 mean(x) / maximum
standard deviation         100 sd(x) / maximum
discrimination index       100 cov(x, r) / (sd(x) sd(r))
discriminative efficiency  100 cov(x, r) / the most it could be: cov of x and r, both sorted
effective weight           100 sqrt(cov(x, t)) / sum of that over the items where it is no root of a negative
skewness, kurtosis         k3 / k2^1.5 and k4 / k2^2 of the k-statistics of t
internal consistency       100 p / (p - 1) (1 - sum of item variances / variance of t), for p items (Cronbach's alpha)
error ratio                100 sqrt(1 - consistency / 100)
standard error             error ratio × sd(t) / 100

The caller gives the first attempt of each member, of versions with one key, of all languages. Under 30 nothing is said.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import fsum, sqrt
from statistics import fmean, median
from typing import Any

from learning.quizzes.scoring import fraction, matched

FEWEST = 30
_NOTHING = 1e-12  # a variance smaller than this is a rounding error


@dataclass(frozen=True)
class Choice:
    """An option, or an entry of a number or text question's answers."""

    id: str
    text: str
    weight: float


@dataclass(frozen=True)
class Item:
    """A question as far as it is counted. guess: what choosing blindly brings on average, 0 to 1; None where nobody can say."""

    id: str
    kind: str
    text: str
    guess: float | None
    choices: tuple[Choice, ...]


@dataclass(frozen=True)
class Response:
    """One answer. chosen: ids of the options chosen; of pairs and steps that were put right; of the entry that fitted."""

    fraction: float
    chosen: frozenset[str] = frozenset()
    answered: bool = True


@dataclass(frozen=True)
class ChoiceFigures:
    choice: Choice
    count: int
    share: float  # per cent of the attempts


@dataclass(frozen=True)
class ItemFigures:
    """Per cent throughout. None: cannot be computed, for instance where everybody got the same mark."""

    item: Item
    attempts: int
    facility: float
    deviation: float
    discrimination: float | None
    efficiency: float | None
    guess: float | None
    intended_weight: float
    effective_weight: float | None
    choices: tuple[ChoiceFigures, ...]
    left_open: int


@dataclass(frozen=True)
class QuizFigures:
    """mean, median, deviation and standard_error in per cent of the maximum."""

    attempts: int
    mean: float
    median: float
    deviation: float
    skewness: float | None
    kurtosis: float | None
    consistency: float | None
    error_ratio: float | None
    standard_error: float | None
    items: tuple[ItemFigures, ...]


def items_of(payload: dict[str, Any]) -> list[Item]:
    """The questions of a version, in its order and language."""
    return [Item(question["id"], question["kind"], question["text"], _guess(question), _choices(question)) for question in payload["questions"]]


def responses(payload: dict[str, Any], answers: Sequence[Any], memo: dict[tuple[int, str], Response] | None = None) -> list[Response]:
    """One attempt at a version, in its order: a row for analyse(). A memo for each version saves marking what was marked before."""
    memo = {} if memo is None else memo
    row = []
    for place, (question, answer) in enumerate(zip(payload["questions"], answers, strict=True)):
        key = (place, repr(answer))
        if key not in memo:
            memo[key] = Response(fraction(question, answer), _chosen(question, answer), answer is not None)
        row.append(memo[key])
    return row


def analyse(items: Sequence[Item], rows: Sequence[Sequence[Response]]) -> QuizFigures | None:
    """The figures of a quiz; None under 30 attempts. Each row holds one response an item, in the order of the items."""
    if len(rows) < FEWEST or not items:
        return None
    columns = [[row[place].fraction for row in rows] for place in range(len(items))]
    totals = [fsum(marks) for marks in zip(*columns, strict=True)]
    roots = [sqrt(max(covariance(column, totals), 0.0)) for column in columns]
    figures = tuple(_item_figures(item, [row[place] for row in rows], totals, roots[place], fsum(roots), len(items)) for place, item in enumerate(items))
    return _quiz_figures(totals, fsum(covariance(column, column) for column in columns), figures)


def covariance(left: Sequence[float], right: Sequence[float]) -> float:
    """Of a sample: divided by n - 1."""
    middle_left, middle_right = fmean(left), fmean(right)
    return fsum((x - middle_left) * (y - middle_right) for x, y in zip(left, right, strict=True)) / (len(left) - 1)


def _item_figures(item: Item, column: Sequence[Response], totals: Sequence[float], root: float, roots: float, items: int) -> ItemFigures:
    marks = [response.fraction for response in column]
    rest = [total - mark for total, mark in zip(totals, marks, strict=True)]
    together, spread = covariance(marks, rest), covariance(marks, marks) * covariance(rest, rest)
    most = covariance(sorted(marks), sorted(rest))
    counts = Counter(chosen for response in column for chosen in response.chosen)
    return ItemFigures(
        item=item,
        attempts=len(marks),
        facility=100 * fmean(marks),
        deviation=100 * sqrt(covariance(marks, marks)),
        discrimination=100 * together / sqrt(spread) if spread > _NOTHING else None,
        efficiency=100 * together / most if abs(most) > _NOTHING else None,
        guess=None if item.guess is None else 100 * item.guess,
        intended_weight=100 / items,
        effective_weight=100 * root / roots if roots > _NOTHING and covariance(marks, totals) >= 0 else None,
        choices=tuple(ChoiceFigures(choice, counts[choice.id], 100 * counts[choice.id] / len(marks)) for choice in item.choices),
        left_open=sum(not response.answered for response in column),
    )


def _quiz_figures(totals: Sequence[float], item_variances: float, figures: tuple[ItemFigures, ...]) -> QuizFigures:
    n, p = len(totals), len(figures)
    variance = covariance(totals, totals)
    skewness, kurtosis = _shape(totals) if variance > _NOTHING else (None, None)
    consistency = 100 * p / (p - 1) * (1 - item_variances / variance) if p > 1 and variance > _NOTHING else None
    error_ratio = None if consistency is None else 100 * sqrt(max(1 - consistency / 100, 0.0))
    deviation = 100 * sqrt(variance) / p
    return QuizFigures(
        attempts=n,
        mean=100 * fmean(totals) / p,
        median=100 * median(totals) / p,
        deviation=deviation,
        skewness=skewness,
        kurtosis=kurtosis,
        consistency=consistency,
        error_ratio=error_ratio,
        standard_error=None if error_ratio is None else error_ratio * deviation / 100,
        items=figures,
    )


def _shape(totals: Sequence[float]) -> tuple[float, float]:
    """Skewness and kurtosis by Fisher's k-statistics, for four attempts and more."""
    n, middle = len(totals), fmean(totals)
    m2, m3, m4 = (fsum((total - middle) ** power for total in totals) / n for power in (2, 3, 4))
    k2 = n * m2 / (n - 1)
    k3 = n * n * m3 / ((n - 1) * (n - 2))
    k4 = n * n * ((n + 1) * m4 - 3 * (n - 1) * m2 * m2) / ((n - 1) * (n - 2) * (n - 3))
    return k3 / k2**1.5, k4 / (k2 * k2)


_GUESSES: dict[str, Callable[[dict[str, Any]], float | None]] = {
    "single": lambda question: fmean(min(max(option["weight"] / 100, 0), 1) for option in question["options"]),
    "truefalse": lambda question: 0.5,
    "matching": lambda question: 1 / len(question["matches"]),
    "ordering": lambda question: 1 / len(question["options"]),  # of shuffled things one stands right on average, however many
    "number": lambda question: 0.0,
    "text": lambda question: 0.0,
}


def _guess(question: dict[str, Any]) -> float | None:
    """As Moodle estimates it; for several choices it does not try."""
    return _GUESSES.get(question["kind"], lambda question: None)(question)


def _choices(question: dict[str, Any]) -> tuple[Choice, ...]:
    if question["kind"] in ("number", "text"):
        return tuple(Choice(entry["id"], entry.get("text") or entry.get("value") or "", entry["weight"]) for entry in question["answers"])
    return tuple(Choice(option["id"], option["text"] or option.get("alt") or "", option.get("weight", 100.0)) for option in question["options"])


def _chosen(question: dict[str, Any], answer: Any) -> frozenset[str]:
    if answer is None:
        return frozenset()
    options, kind = question.get("options") or [], question["kind"]
    if kind in ("number", "text"):
        entry = matched(question, answer)
        return frozenset([entry["id"]] if entry else [])
    if kind == "matching":
        return frozenset(option["id"] for option, match in zip(options, answer, strict=True) if match == option["match"])
    if kind == "ordering":
        return frozenset(options[index]["id"] for place, index in enumerate(answer) if index is not None and options[index]["place"] == place)
    return frozenset(options[index]["id"] for index in (answer if kind == "several" else [answer]))
