from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class RightsConfig(AppConfig):
    name = "editing.rights"
    verbose_name = _("rights")

    def ready(self):
        from editing.rights import titles  # needs loaded models

        titles.install()
