"""Who may bring questions where."""

from wagtail.models import Page

from config.languages import SOURCE
from learning.quizzes.models import QuizPage


def takes_questions(page: Page, user) -> bool:
    """Lessons and courses below which she may add a quiz; quizzes that she may edit. A translation has the questions of its source."""
    if isinstance(page, QuizPage):
        return page.permissions_for_user(user).can_edit() and not is_translation(page)
    return may_hold_quiz(page) and page.permissions_for_user(user).can_add_subpage()


def may_hold_quiz(page: Page) -> bool:
    return issubclass(page.specific_class or Page, tuple(QuizPage.allowed_parent_page_models()))


def is_translation(page: QuizPage) -> bool:
    return not page.is_source and Page.objects.filter(translation_key=page.translation_key, locale__language_code=SOURCE).exists()
