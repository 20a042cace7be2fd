"""The figures of a quiz from what members handed in: first attempts only, all languages together, one key at a time.

A member's second try says what the first one taught her, so it tells nothing about the questions. Versions whose key differs are
never mixed: an option may be right in one and wrong in the other. Three queries, whatever the number of attempts.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q

from config.languages import SOURCE
from learning.progress.attempts import Attempt
from learning.quizzes.models import QuizVersion
from learning.quizzes.statistics import Item, QuizFigures, Response, analyse, items_of, responses

BATCH = 2000


@dataclass(frozen=True)
class Key:
    """Versions that mark alike, in whatever language, the newest first."""

    sha256: str
    versions: list[QuizVersion]
    attempts: int  # first ones

    @property
    def shown(self) -> QuizVersion:
        """Whose words and order are shown: the newest Vietnamese one, if there is one."""
        return next((version for version in self.versions if version.language == SOURCE), self.versions[0])

    @property
    def numbers(self) -> str:
        """For instance "2, 3 (vi), 1 (en)"."""
        by_language: dict[str, list[int]] = {}
        for version in sorted(self.versions, key=lambda version: (version.language != SOURCE, version.language, version.number)):
            by_language.setdefault(version.language, []).append(version.number)
        return ", ".join(f"{', '.join(map(str, numbers))} ({language})" for language, numbers in by_language.items())


def first_attempts(quiz_key: UUID):
    """Of each member at this quiz, whatever the version. Of two in the same moment the one with the smaller id."""
    before = Q(submitted__lt=OuterRef("submitted")) | Q(submitted=OuterRef("submitted"), pk__lt=OuterRef("pk"))
    earlier = Attempt.objects.filter(before, quiz_key=quiz_key, member=OuterRef("member"))
    return Attempt.objects.filter(~Exists(earlier), quiz_key=quiz_key)


def keys_of(quiz_key: UUID) -> list[Key]:
    """The key of the newest version first."""
    versions: dict[str, list[QuizVersion]] = {}
    for version in QuizVersion.objects.filter(quiz_key=quiz_key).order_by("-made_at", "-pk"):
        versions.setdefault(version.key_sha256, []).append(version)
    counts = dict(first_attempts(quiz_key).values_list("version_id").annotate(count=Count("pk")).order_by())
    return [Key(sha256, each, sum(counts.get(version.pk, 0) for version in each)) for sha256, each in versions.items()]


def figures(quiz_key: UUID, key: Key) -> QuizFigures | None:
    """None under 30 attempts."""
    items = items_of(key.shown.payload)
    return analyse(items, list(_rows(quiz_key, key, items)))


def _rows(quiz_key: UUID, key: Key, items: list[Item]) -> Iterator[list[Response]]:
    """Each attempt in the order of the items, however its version had them."""
    payloads = {version.pk: version.payload for version in key.versions}
    places = {pk: _places(payload, items) for pk, payload in payloads.items()}
    memos: dict[int, dict[tuple[int, str], Response]] = {pk: {} for pk in payloads}
    sent = first_attempts(quiz_key).filter(version__in=list(payloads)).values_list("version_id", "answers_json")
    for version_id, answers in sent.iterator(chunk_size=BATCH):
        row = responses(payloads[version_id], json.loads(answers), memos[version_id])
        yield [row[place] for place in places[version_id]]


def _places(payload: dict, items: list[Item]) -> list[int]:
    order = {question["id"]: place for place, question in enumerate(payload["questions"])}
    return [order[item.id] for item in items]
