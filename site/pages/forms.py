"""The page editor's form, for every page type."""

from functools import cache

from anyascii import anyascii
from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.module_loading import import_string
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


class OwnerField(forms.ModelChoiceField):
    def label_from_instance(self, member):
        name = member.full_name or member.username
        return f"{name}, {member.unit}" if member.unit else name


class BasePageForm(WagtailAdminPageForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "slug" in self.fields:
            self.fields["slug"].widget = SlugInput(locale="vi", formatters=vietnamese_formatters())
            self.fields["slug"].to_python = lambda typed: ascii_slug(typed or "")  # before the validators, which refuse other letters
        if "owner" in self.fields:
            self._offer_owners(self.fields["owner"])

    def _offer_owners(self, field) -> None:
        """Those with rights at this place, not every member of the union."""
        place = self.instance if self.instance.pk else self.parent_page
        owners = import_string(settings.PAGE_OWNERS)(place, self.instance.owner_id) if place else field.queryset.none()
        self.fields["owner"] = OwnerField(owners, required=False, empty_label=_("Nobody"), label=field.label, help_text=field.help_text)

    def clean_owner(self):
        """A form that does not ask for her changes nothing."""
        return self.cleaned_data["owner"] if self.add_prefix("owner") in self.data else self.instance.owner

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
