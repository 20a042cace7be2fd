"""Her results: one entry a quiz, the best try first named, every try with the version that she took."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import F, OuterRef, Subquery
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import JSONObject

from config.languages import BY_CODE, Language
from learning.progress.attempts import Attempt, Remark


@dataclass(frozen=True)
class Try:
    """One attempt as it counts now: after the latest regrade, if there was one."""

    pk: UUID
    quiz_key: UUID
    title: str
    language: Language
    version: int
    graded: bool
    submitted: datetime
    score: float
    maximum: int
    passed: bool
    in_group: bool


@dataclass(frozen=True)
class Result:
    best: Try
    tries: list[Try]  # the newest first


def tries_of(member) -> list[Try]:
    """The oldest first; one query."""
    counted = JSONObject(score="score", maximum="maximum", passed="passed")
    latest = Remark.objects.filter(attempt=OuterRef("pk")).order_by("-regrade__made_at", "-pk").values(now=counted)[:1]
    attempts = Attempt.objects.of(member).annotate(remark=Subquery(latest)).order_by("submitted")
    names = {
        "title": KeyTextTransform("title", "version__payload"),
        "language": F("version__language"),
        "number": F("version__number"),
        "graded": F("version__payload__graded"),
    }
    return [_try(row) for row in attempts.values("pk", "quiz_key", "score", "maximum", "passed", "submitted", "source", "remark", **names)]


def _try(row: dict) -> Try:
    counts = row["remark"] or row
    return Try(
        pk=row["pk"],
        quiz_key=row["quiz_key"],
        title=row["title"],
        language=BY_CODE[row["language"]],
        version=row["number"],
        graded=bool(row["graded"]),
        submitted=row["submitted"],
        score=counts["score"] / 100,
        maximum=counts["maximum"] // 100,
        passed=bool(counts["passed"]),
        in_group=row["source"] == Attempt.Source.GROUP,
    )


def results(tries: Iterable[Try]) -> list[Result]:
    """The quiz that she took last comes first. Of equal tries the first one is the best: its date is when she could do it."""
    by_quiz: dict[UUID, list[Try]] = {}
    for each in tries:
        by_quiz.setdefault(each.quiz_key, []).append(each)
    found = [Result(max(of_quiz, key=lambda t: (t.passed, t.score / (t.maximum or 1))), of_quiz[::-1]) for of_quiz in by_quiz.values()]
    return sorted(found, key=lambda result: result.tries[0].submitted, reverse=True)
