"""How a quiz page shows the version that answers to it are marked against."""

from collections.abc import Iterator

from django.apps import apps
from django.urls import reverse
from django.utils.functional import cached_property

from learning.quizzes.payload import pictures_of, shape_of, sounds_of, without_key
from learning.quizzes.practice import fields_of_right
from learning.quizzes.questions import Question, questions_of
from learning.quizzes.wording import right_words


def references(payload: dict) -> Iterator[tuple[type, int]]:
    """Pictures and sounds of a version, for the shelf."""
    yield from ((apps.get_model("pages.Picture"), pk) for pk in pictures_of(payload))
    yield from ((apps.get_model("library.LibraryDocument"), pk) for pk in sounds_of(payload))


def needed(payload: dict) -> int:
    """How many right questions pass: 80% of 6 are 5."""
    return -(-payload["pass_mark"] * len(payload["questions"]) // 100)


class ShowsVersion:
    """Mixed into the quiz page, which names what it shows: shown_payload."""

    @cached_property
    def payload(self) -> dict:
        return self.shown_payload

    def own_references(self) -> Iterator[tuple[type, int]]:
        return references(self.payload)

    @property
    def questions_shown(self) -> list[Question]:
        return questions_of(without_key(self.payload) if self.payload["graded"] else self.payload)

    @property
    def keys(self) -> list[dict]:
        """For practice alone: what is right and why, one entry a question. A graded quiz has none."""
        if self.payload["graded"]:
            return []
        return [
            {"key": fields_of_right(number, question), "right": right_words(question), "why": question["feedback"]}
            for number, question in enumerate(self.payload["questions"])
        ]

    @property
    def shape(self) -> str:
        """By which a phone knows that the answers it keeps still fit, after a typing error was corrected."""
        return shape_of(self.payload)

    @property
    def needed(self) -> int:
        return needed(self.payload)

    @property
    def takes_answers_at(self) -> str:
        return reverse("quiz_check", args=[self.translation_key])
