"""What an official sees of her members' learning, and how lists name quizzes and places."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet
from django.db.models.fields.json import KeyTextTransform

from config.languages import SOURCE
from learning.quizzes.models import QuizVersion
from members.models import Unit

MOST_UNITS = 200  # that one filter may name


def seen_by(user, rows: QuerySet) -> QuerySet:
    """Her subtree; for a superuser everything. rows: of a model whose query set knows for_officer()."""
    return rows.all() if user.is_superuser else rows.for_officer(user)


def in_places(words: str, path: str = "unit__path") -> Q:
    """In every unit whose place holds the words, and in all below it."""
    below = Q(pk__in=[])
    for found in Unit.objects.called(words).values_list("path", flat=True)[:MOST_UNITS]:
        below |= Q(**{f"{path}__startswith": found})
    return below


@dataclass(frozen=True)
class VersionName:
    """A version without its content."""

    pk: int
    quiz_key: UUID
    title: str
    number: int
    language: str
    made_at: datetime


def version_names(**wanted) -> dict[int, VersionName]:
    """By id, the newest first; one query, which leaves the content where it is."""
    rows = QuizVersion.objects.filter(**wanted).annotate(title=KeyTextTransform("title", "payload")).order_by("-made_at", "-pk")
    return {row[0]: VersionName(*row) for row in rows.values_list("pk", "quiz_key", "title", "number", "language", "made_at")}


def quiz_titles(names: dict[int, VersionName]) -> dict[UUID, str]:
    """Each quiz by its newest title, the Vietnamese one if there is one."""
    titles: dict[UUID, str] = {}
    for name in sorted(names.values(), key=lambda name: name.language != SOURCE):
        titles.setdefault(name.quiz_key, name.title)
    return dict(sorted(titles.items(), key=lambda item: item[1]))
