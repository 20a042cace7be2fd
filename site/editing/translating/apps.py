from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class TranslatingConfig(AppConfig):
    name = "editing.translating"
    label = "translating"
    verbose_name = _("translating")

    def ready(self):
        from editing.translating import no_aliases, standings  # models must be loaded first

        standings.install()
        no_aliases.install()
