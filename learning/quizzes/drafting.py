"""A draft of a quiz from imported questions. Nothing is published, and nothing is half imported."""

from collections.abc import Sequence

from django.db import transaction
from django.utils.translation import gettext as _

from learning.quizzes.imported import ImportedQuestion
from learning.quizzes.importing import to_blocks
from learning.quizzes.models import QuizPage


@transaction.atomic
def make_draft(*, parent, title: str, questions: Sequence[ImportedQuestion], by=None) -> QuizPage:
    """Below a lesson or course, in its language."""
    page = QuizPage(title=title or _("Quiz: %(lesson)s") % {"lesson": parent.title}, locale=parent.locale, live=False, owner=by)
    page.questions = QuizPage._meta.get_field("questions").to_python(to_blocks(questions))
    parent.add_child(instance=page)
    page.save_revision(user=by, log_action=True)
    return page


@transaction.atomic
def add_to_draft(*, page: QuizPage, questions: Sequence[ImportedQuestion], by=None) -> None:
    """Behind the questions of the latest draft. What is published stays as it is."""
    draft = page.get_latest_revision_as_object()
    raw = [*draft.questions.get_prep_value(), *to_blocks(questions)]
    draft.questions = QuizPage._meta.get_field("questions").to_python(raw)
    draft.save_revision(user=by, log_action=True)
