"""Translations whose source was published after they were saved.

Words are not all that a source changes: a paragraph goes, a date or a picture is put right. A translation takes those
over when it is published again; until then editors are told, and readers see what they have seen.
"""

from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import Coalesce
from django.utils.translation import gettext
from wagtail.models import Page


def behind_source() -> Q:
    """A condition on wagtailcore.Page, without a query of its own. Pages that were never sent to translation are kept by hand."""
    from wagtail_localize.models import Translation  # its models need ours to be loaded

    same = Page.objects.filter(translation_key=OuterRef("translation_key"), pk__lt=OuterRef("pk"))
    saved = Coalesce(OuterRef("latest_revision_created_at"), OuterRef("last_published_at"))
    newer_source = same.filter(~Exists(same), live=True, last_published_at__gt=saved)
    sent = Translation.objects.filter(source__object_id=OuterRef("translation_key"), target_locale_id=OuterRef("locale_id"))
    return Q(Exists(sent)) & Q(Exists(newer_source))


class KnowsItsAge:
    """Mixed into a page."""

    @property
    def is_outdated(self) -> bool:
        if not hasattr(self, "behind_source"):  # a list of pages has asked for all at once
            self.behind_source = bool(self.pk) and Page.objects.filter(behind_source(), pk=self.pk).exists()
        return self.behind_source

    @property
    def status_string(self):
        """As editors see it in lists and above the form."""
        status = super().status_string
        if not self.is_outdated:
            return status
        word = gettext("outdated")
        return f"{status} + {word}"


def sentence() -> str:
    return gettext(
        "The Vietnamese page has changed since this translation was saved. "
        "Compare the two, then publish the translation again: dates, pictures and deleted parts follow by themselves."
    )
