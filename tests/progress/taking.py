"""Sending a quiz as a form or a phone does."""

from uuid import uuid4

from django.urls import reverse

from tests.factories.quizzes import right_answers, wrong_answers

JSON = {"accept": "application/json"}


def fields_of(payload: dict, answers: list) -> dict[str, object]:
    """The form fields of compact answers."""
    fields: dict[str, object] = {}
    for number, (question, answer) in enumerate(zip(payload["questions"], answers, strict=True)):
        if answer is None:
            continue
        if question["kind"] == "matching":
            fields |= {f"c{number}-{index}": match for index, match in enumerate(answer) if match is not None}
        elif question["kind"] == "ordering":
            fields |= {f"c{number}-{index}": place for place, index in enumerate(answer, 1) if index is not None}
        else:
            fields[f"c{number}"] = answer
    return fields


def form_of(version, answers: list, attempt=None, seconds: int = 60) -> dict[str, object]:
    return {"phien-ban": version.pk, "lan": str(attempt or uuid4()), "giay": seconds, **fields_of(version.payload, answers)}


def right_form(quiz, attempt=None, **fields) -> dict[str, object]:
    return form_of(quiz.frozen, right_answers(quiz.frozen.payload), attempt) | fields


def wrong_form(quiz, attempt=None, **fields) -> dict[str, object]:
    return form_of(quiz.frozen, wrong_answers(quiz.frozen.payload), attempt) | fields


def send(client, quiz, form, *, json: bool = False):
    return client.post(reverse("quiz_submit", args=[quiz.translation_key]), form, headers=JSON if json else {})


def check(client, quiz, form):
    return client.post(reverse("quiz_check", args=[quiz.translation_key]), form)


def result(client, attempt_id):
    return client.get(reverse("quiz_result", args=[attempt_id]))
