"""The page editor's form, for every page type."""

from functools import cache

from anyascii import anyascii
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.admin.widgets.slug import SlugInput

from pages.addresses import reserved_slugs
from pages.text import ascii_slug

PUBLISHING = ("action-publish", "action-submit", "action-resubmit", "action-restart-workflow")


@cache
def vietnamese_formatters() -> list[tuple[str, str]]:
    """What the editor's address field does in the browser: the letters that its own table drops, and loose tone marks."""
    letters: dict[str, str] = {}
    for code in (*range(0xC0, 0x180), 0x1A0, 0x1A1, 0x1AF, 0x1B0, *range(0x1EA0, 0x1EFA)):
        letters.setdefault(anyascii(chr(code)), "")
        letters[anyascii(chr(code))] += chr(code)
    return [(f"[{group}]", plain) for plain, group in letters.items() if plain.isalpha()] + [("[\u0300-\u036f]", "")]


class BasePageForm(WagtailAdminPageForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "slug" in self.fields:
            self.fields["slug"].widget = SlugInput(locale="vi", formatters=vietnamese_formatters())
            self.fields["slug"].to_python = lambda typed: ascii_slug(typed or "")  # before the validators, which refuse other letters

    def clean_slug(self):
        """Not an address of the site's own on the first level."""
        slug = self.cleaned_data.get("slug", "")
        if self._is_first_level() and slug in reserved_slugs() and slug != self.instance.own_slug:
            raise ValidationError(_("The site itself uses the address “/%(slug)s/”. Choose another word.") % {"slug": slug}, code="reserved")
        return slug

    def _is_first_level(self) -> bool:
        return bool(self.parent_page and self.parent_page.depth == 2)

    @property
    def is_publishing(self) -> bool:
        return any(name in self.data for name in PUBLISHING) or self.data.get("workflow-action-name") == "approve"

    def _post_clean(self):
        super()._post_clean()
        if self.is_publishing and not self.errors:
            for sentence in self.instance.obstacles_to_publication():
                self.add_error(None, sentence)
