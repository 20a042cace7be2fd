from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin.widgets.button import Button

from learning.quizzes.cms import views
from learning.quizzes.cms.rules import may_hold_quiz, takes_questions
from learning.quizzes.models import QuizPage


@hooks.register("register_admin_urls")
def addresses():
    return views.urlpatterns


def buttons(page, user):
    """In the menus of lessons, courses and quizzes."""
    is_quiz = issubclass(page.specific_class or type(page), QuizPage)
    if not (is_quiz or may_hold_quiz(page)):
        return
    page = page.specific_deferred
    if takes_questions(page, user):
        yield Button(_("Import questions"), reverse("import_questions", args=[page.pk]), icon_name="upload", priority=32)
    if is_quiz and page.permissions_for_user(user).can_edit():
        yield Button(_("Download as GIFT"), reverse("export_questions", args=[page.pk]), icon_name="download", priority=33)


@hooks.register("register_page_header_buttons")
def header_buttons(page, user, view_name, next_url=None):
    return buttons(page, user)


@hooks.register("register_page_listing_more_buttons")
def listing_buttons(page, user, next_url=None):
    return buttons(page, user)
