"""Freezing a quiz: what is published is kept as it is, for everybody who takes it."""

from django.db import IntegrityError, transaction

from learning.quizzes.payload import Payload, fingerprint, key_of, payload_of
from learning.quizzes.versions import QuizVersion

ATTEMPTS = 5  # at a number that another process takes at the same time


def freeze(page) -> QuizVersion:
    """The version of what the page holds now; the same content again is the same version. The page then shows it."""
    return _shown_by(page, payload_of(page))


def freeze_where_it_stands(page) -> None:
    """After a move: the same questions count for the lesson above from now on. What is written and not yet published stays out."""
    if page.frozen and page.frozen.parent_key != page.get_parent().translation_key:
        _shown_by(page, page.frozen.payload)


def _shown_by(page, payload: Payload) -> QuizVersion:
    parent_key = page.get_parent().translation_key
    content = {"quiz_key": page.translation_key, "language": page.locale.language_code, "sha256": fingerprint(payload, parent_key=str(parent_key))}
    version = _kept(content, {"key_sha256": key_of(payload), "payload": payload, "parent_key": parent_key})
    type(page).objects.filter(pk=page.pk).update(frozen=version)
    page.frozen = version
    return version


def _kept(content: dict, rest: dict) -> QuizVersion:
    """Two processes may publish at once: the constraints decide, and the loser looks again."""
    for attempt in range(ATTEMPTS):
        try:
            with transaction.atomic():
                return QuizVersion.objects.filter(**content).first() or QuizVersion.objects.create(
                    **content, **rest, number=QuizVersion.objects.next_number(content["quiz_key"], content["language"])
                )
        except IntegrityError:
            if attempt == ATTEMPTS - 1:
                raise
    raise AssertionError
