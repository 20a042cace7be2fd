from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class QuizzesConfig(AppConfig):
    name = "learning.quizzes"
    verbose_name = _("quizzes")
