from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class StartConfig(AppConfig):
    name = "editing.start"
    verbose_name = _("start page")

    def ready(self):
        from editing.start import labels

        labels.translate()
