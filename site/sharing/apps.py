from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SharingConfig(AppConfig):
    name = "sharing"
    verbose_name = _("sharing")

    def ready(self):
        from sharing import following, link_cards, of_pages  # models must be loaded first

        of_pages.register()
        following.connect()
        link_cards.connect()
