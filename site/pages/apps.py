from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PagesConfig(AppConfig):
    name = "pages"
    verbose_name = _("pages")

    def ready(self):
        from pages import checks, localize_dates, signals, translation_guard  # models must be loaded first

        checks.register()
        signals.connect()
        translation_guard.install()
        localize_dates.install()
