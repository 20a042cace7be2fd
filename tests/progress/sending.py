"""Attempts by way of the domain, without a request."""

from datetime import datetime, timedelta
from uuid import uuid4

from learning.progress.domain import submit_attempt
from learning.progress.models import Attempt
from tests.factories.quizzes import right_answers, wrong_answers


def hand_in(member, quiz, right: bool = True, *, answers=None, version=None, at: datetime | None = None, seconds: int = 60, **fields) -> Attempt:
    """All right or all wrong, or these answers. at: when, instead of now."""
    version = version or quiz.frozen
    if answers is None:
        answers = (right_answers if right else wrong_answers)(version.payload)
    attempt = submit_attempt(member=member, attempt_id=uuid4(), version=version, answers=answers, seconds=seconds, **fields)
    if at:
        Attempt.objects.filter(pk=attempt.pk).update(submitted=at, started=at - timedelta(seconds=seconds))
    return attempt
