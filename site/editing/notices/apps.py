from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class NoticesConfig(AppConfig):
    name = "editing.notices"
    label = "notices"
    verbose_name = _("notices")

    def ready(self):
        from editing.notices import senders  # models must be loaded first

        senders.connect()
