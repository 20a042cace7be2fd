"""What a form or a phone has sent, read once: which version, which attempt, how long, which answers."""

import re
from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid4

from django.utils.translation import gettext as _

from learning.quizzes.answers import COUNT, InvalidAnswers, clean_answers, read_form
from learning.quizzes.models import QuizVersion

FIELD = re.compile(r"c(\d{1,4})(-\d{1,4})?", re.ASCII)
HIDDEN = ("phien-ban", "lan", "giay")
LARGEST_NUMBER = 2**31 - 1


class NotTaken(Exception):
    """With a sentence for her. status: 400 for what no form of ours sends, 409 for answers that do not fit."""

    def __init__(self, sentence: str, status: int = 409):
        super().__init__(sentence)
        self.sentence = sentence
        self.status = status


@dataclass(frozen=True)
class Sent:
    version: QuizVersion
    attempt_id: UUID
    seconds: int
    answers: list[Any]
    fields: list[tuple[str, str]]  # of the answers, as they came, to be sent on

    @property
    def payload(self) -> dict:
        return self.version.payload


def version_sent(quiz_key: UUID, form) -> QuizVersion:
    """The version that she was shown, published still or not. None of another quiz."""
    pk = whole(form.get("phien-ban"))
    version = QuizVersion.objects.filter(pk=pk, quiz_key=quiz_key).first() if pk else None
    if version is None:
        raise NotTaken(_("These answers do not fit this quiz. Open the quiz again and answer it once more."))
    return version


def read(version: QuizVersion, form) -> Sent:
    fields = [(name, value) for name, values in form.lists() if FIELD.fullmatch(name) for value in values]
    try:
        for name, _value in fields:
            if (number := int(FIELD.fullmatch(name)[1])) >= len(version.payload["questions"]):
                raise InvalidAnswers(number, COUNT)
        answers = clean_answers(version.payload, read_form(version.payload, form))
    except InvalidAnswers as invalid:
        raise NotTaken(invalid.sentence()) from invalid
    return Sent(version, attempt_id(form.get("lan")), whole(form.get("giay")), answers, fields)


def attempt_id(text: str | None) -> UUID:
    """Made on the phone at the first tap; here for a form without script."""
    if not text:
        return uuid4()
    try:
        return UUID(text)
    except ValueError:
        raise NotTaken(_("These answers do not fit this quiz. Open the quiz again and answer it once more."), status=400) from None


def whole(text: str | None) -> int:
    """0 for anything that is no whole number of a believable size."""
    text = text or ""
    return min(int(text), LARGEST_NUMBER) if text.isascii() and text.isdigit() and len(text) < 12 else 0
