from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class LibraryConfig(AppConfig):
    name = "learning.library"
    verbose_name = _("document library")

    def ready(self):
        from learning.library import checks, finding, linking  # models must be loaded first

        checks.register()
        finding.register()
        linking.register()
