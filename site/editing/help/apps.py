from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class HelpConfig(AppConfig):
    name = "editing.help"
    label = "help"
    verbose_name = _("help")

    def ready(self):
        """wagtail-localize sends a subtree page by page and asks nobody; practice pages are passed over."""
        from wagtail_localize.operations import TranslationCreator  # models must be loaded first

        send = TranslationCreator.create_translations

        def send_unless_practised(self, instance, include_related_objects=True):
            if not getattr(getattr(instance, "specific_class", None), "for_practice", False):
                send(self, instance, include_related_objects)

        TranslationCreator.create_translations = send_unless_practised
