"""Publishing keeps what members take, and nothing done to the page afterwards reaches it."""

import pytest

from learning.quizzes.models import QuizVersion
from learning.quizzes.payload import key_of, payload_of
from learning.quizzes.scoring import mark
from tests import factories

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]


@pytest.fixture
def quiz(tree):
    return factories.make_quiz()


def test_published_quiz_is_frozen_in_its_language(quiz):
    version = QuizVersion.objects.get()
    assert quiz.frozen == version
    assert (version.quiz_key, version.language, version.number) == (quiz.translation_key, "vi", 1)
    assert version.parent_key == quiz.get_parent().translation_key
    assert version.payload == payload_of(quiz)
    assert version.key_sha256 == key_of(version.payload)


def test_right_answers_earn_everything_and_wrong_ones_nothing(quiz):
    payload = quiz.frozen.payload
    assert mark(payload, factories.right_answers(payload)).percent == 100
    assert mark(payload, factories.wrong_answers(payload)).score == 0
