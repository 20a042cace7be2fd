"""Answers of a reader who is not signed in: kept nowhere but in an address, signed and pressed, for a day."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.core import signing

from learning.progress.taking.sent import Sent
from learning.quizzes.models import QuizVersion

SALT = "learning.progress.taking"
VALID = 24 * 3600  # seconds
LONGEST = 1900  # characters: the door's address holds it too, and of a query 2,000 are taken (pages.middleware)


@dataclass(frozen=True)
class Opened:
    version: QuizVersion
    attempt_id: UUID
    seconds: int
    answers: list[Any]


def seal(sent: Sent) -> str:
    """Empty where an address cannot hold it."""
    sealed = signing.dumps([sent.version.pk, sent.attempt_id.hex, sent.seconds, sent.answers], salt=SALT, compress=True)
    return sealed if len(sealed) <= LONGEST else ""


def unseal(sealed: str) -> Opened:
    """Raises signing.SignatureExpired after a day, signing.BadSignature for what is not ours."""
    version, attempt, seconds, answers = signing.loads(sealed, salt=SALT, max_age=VALID)
    return Opened(QuizVersion.objects.get(pk=version), UUID(attempt), seconds, answers)
