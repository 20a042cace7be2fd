"""What every short form has: a title, a place, photos, a name; and the rule that it never takes away what it cannot show."""

from dataclasses import dataclass

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.fields import StreamField

from editing.start.short.text import without_marks
from members.models import Unit
from pages.text import nfc

ALT_LENGTH = 160


@dataclass(frozen=True)
class Shot:
    """A picture of the library with what it shows, as this page says it."""

    picture: int
    alt: str

    @property
    def block(self) -> dict:
        return {"image": self.picture, "alt_text": self.alt, "decorative": False}


class DayField(forms.DateField):
    """The browser's own calendar; typed by hand, the Vietnamese way."""

    def __init__(self, **kwargs):
        widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
        super().__init__(input_formats=["%Y-%m-%d", "%d/%m/%Y"], widget=widget, **kwargs)


def box(label, *, rows: int, help_text="", **kwargs) -> forms.CharField:
    return forms.CharField(label=label, required=False, widget=forms.Textarea(attrs={"rows": rows}), help_text=help_text, max_length=6000, **kwargs)


class ShortForm(forms.Form):
    """slug: in the address. model: the page type. written: its fields that the form writes, all or nothing.

    needed: what must be filled in before it can be sent; a draft needs a title only. groups: fields under a heading.
    """

    slug = ""
    model: type
    heading = ""
    icon = "doc-full"
    written: tuple[str, ...] = ()
    needed: tuple[str, ...] = ()
    groups: tuple[tuple[str, tuple[str, ...]], ...] = ()
    asks_paper = False
    consent_heading = None  # below it the paper is asked for
    most_photos = 6

    title = forms.CharField(label=_("Title"), max_length=120, help_text=_("At most 60 characters are shown in Zalo."))
    place = forms.ModelChoiceField(Unit.objects.all(), label=_("place"), required=False)
    written_by = forms.CharField(label=_("Your name, as readers see it"), max_length=120, required=False)

    def __init__(self, *args, sending: bool = False, **kwargs):
        super().__init__(*args, label_suffix="", **kwargs)
        self.sending = sending
        for name in self.fields:
            self.fields[name].error_messages["required"] = _("Nothing is filled in here yet.")

    def clean(self):
        cleaned = super().clean()
        for name, value in list(cleaned.items()):
            if isinstance(value, str):
                cleaned[name] = nfc(value.strip())
        if self.sending:
            for name in self.needed:
                if name not in self.errors and not cleaned.get(name):
                    self.add_error(name, ValidationError(_("Nothing is filled in here yet."), code="required"))
        return cleaned

    @property
    def parts(self) -> list[tuple[str, list]]:
        """Fields under their headings, in order; the place has a part of its own in the template."""
        return [(heading, [self[name] for name in names]) for heading, names in self.groups]

    @classmethod
    def read(cls, page) -> tuple[dict, list[Shot]]:
        """What the form shows of a page."""
        raise NotImplementedError

    @classmethod
    def write(cls, page, data: dict, shots: list[Shot]) -> None:
        """The other way round: only into the fields of `written`."""
        raise NotImplementedError

    @classmethod
    def holds(cls, page) -> bool:
        """Whether the form gives back all that it would write over. Not so, when somebody did more in the page editor."""
        again = cls.model(locale_id=page.locale_id)
        cls.write(again, *cls.read(page))
        return cls._values(again) == cls._values(page)

    @classmethod
    def _values(cls, page) -> list:
        return [without_marks(cls._stored(page, name)) or None for name in cls.written]

    @staticmethod
    def _stored(page, name: str):
        field = page._meta.get_field(name)
        return getattr(page, name).get_prep_value() if isinstance(field, StreamField) else getattr(page, field.attname)


def shot_of(block_value: dict) -> Shot | None:
    """Of a picture block's stored value; None where no picture was chosen."""
    return Shot(block_value["image"], block_value.get("alt_text") or "") if block_value and block_value.get("image") else None


def cover_of(page) -> list[Shot]:
    return [Shot(page.cover_id, page.cover_alt)] if page.cover_id else []


def put_cover(page, shots: list[Shot]) -> list[Shot]:
    """The first photo is the cover; the others are left for the text."""
    page.cover_id, page.cover_alt = (shots[0].picture, shots[0].alt) if shots else (None, "")
    return shots[1:]
