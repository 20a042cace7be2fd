from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class KitsConfig(AppConfig):
    name = "home.kits"
    verbose_name = _("meeting kits")

    def ready(self):
        from home.kits import packing  # models must be loaded first
        from learning.library import changes

        changes.WATCHERS.append(packing.documents_changed)
