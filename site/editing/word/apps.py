from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class WordConfig(AppConfig):
    name = "editing.word"
    label = "word"
    verbose_name = _("documents that become pages")
