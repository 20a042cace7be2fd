"""What is asked at the door. A form that finds no try left says so in `locked`."""

from datetime import date

from django import forms
from django.contrib.auth import authenticate
from django.core.exceptions import ValidationError
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from members.cards import Card
from members.importing.phones import InvalidPhone, normalise
from members.limits import Limit, Locked, forget_old
from members.signin import door
from members.signin.pins import LENGTH, is_easy, is_pin
from members.signin.words import member_sentence
from pages.text import nfc

OLDEST, YOUNGEST = 110, 14  # years
YEAR = _("Write the year of your birth with four digits, like 1985.")
NOT_KEPT = {"autocomplete": "off", "autocapitalize": "off", "spellcheck": "false"}  # the phone may be shared


class PinInput(forms.TextInput):
    """Digits on the keyboard, hidden by the stylesheet: a password field would offer to keep the PIN on a shared phone."""

    def __init__(self):
        super().__init__(NOT_KEPT | {"inputmode": "numeric", "pattern": f"[0-9]{{{LENGTH}}}", "class": "pin"})

    def format_value(self, value):
        """What she typed is not sent back."""
        return None


class PinField(forms.CharField):
    default_error_messages = {"required": _("Type the PIN, six digits.")}

    def __init__(self, **kwargs):
        super().__init__(widget=PinInput(), max_length=LENGTH, **kwargs)

    def validate(self, value):
        super().validate(value)
        if not is_pin(value):
            raise ValidationError(_("A PIN has six digits."), code="not-six")


class Guarded:
    """A form whose answer may be that no try is left."""

    locked: Locked | None = None

    def lock(self, locked: Locked) -> ValidationError:
        self.locked = locked
        return ValidationError(member_sentence(locked), code="locked")


class CodeForm(Guarded, forms.Form):
    code = forms.CharField(
        label=_("Code on your card"),
        max_length=20,
        error_messages={"required": _("Type the code on your card.")},
        widget=forms.TextInput(NOT_KEPT | {"autocapitalize": "characters", "class": "code", "placeholder": "ABCD-EFGH"}),
    )

    def __init__(self, data=None, *, request=None, phone=None):
        super().__init__(data)
        self.request, self.phone = request, phone

    def clean_code(self) -> Card:
        limits = [Limit.of_address(self.request), *([Limit.of_phone(self.phone)] if self.phone else [])]
        try:
            door.claim(*limits)
        except Locked as locked:
            raise self.lock(locked) from locked
        card = Card.objects.find_by_code(self.cleaned_data["code"])
        if card is None:
            forget_old()
            raise ValidationError(_("No card has this code. Look at the eight letters and digits on your card again."), code="unknown")
        for limit in limits:
            limit.give_back()
        return card


class PinForm(Guarded, forms.Form):
    pin = PinField(label=_("Your PIN"))

    def __init__(self, data=None, *, member, request=None, phone=None):
        super().__init__(data)
        self.member, self.request, self.phone = member, request, phone

    def clean_pin(self) -> str:
        pin = self.cleaned_data["pin"]
        try:
            authenticate(self.request, member=self.member, pin=pin, phone=self.phone)
        except door.WrongPin as wrong:
            said = ngettext("The PIN is not right. You have %(left)s try left.", "The PIN is not right. You have %(left)s tries left.", wrong.left)
            raise ValidationError(said % {"left": wrong.left}, code="wrong") from wrong
        except Locked as locked:
            raise self.lock(locked) from locked
        return pin


class TwicePinForm(forms.Form):
    """A new PIN, typed twice. Subclasses say whose birth and telephone it must not repeat."""

    pin = PinField(label=_("Choose a PIN, six digits"))
    again = PinField(label=_("The same PIN again"))

    def birth_year(self) -> int | None:
        return None

    def telephone(self) -> str:
        return ""

    def clean(self):
        cleaned = super().clean()
        pin = cleaned.get("pin")
        if not pin:
            return cleaned
        if is_easy(pin, birth_year=self.birth_year(), phone=self.telephone()):
            self.add_error("pin", ValidationError(_("Others would guess this PIN soon. Choose another one."), code="easy"))
        elif cleaned.get("again") and cleaned["again"] != pin:
            self.add_error("again", ValidationError(_("The two PINs are not the same. Type it again."), code="different"))
        return cleaned


class ChoosePinForm(TwicePinForm):
    locked = None  # the card itself is the proof

    def __init__(self, data=None, *, member, request=None, phone=None):
        super().__init__(data)
        self.member = member

    def birth_year(self):
        return self.member.birth_year

    def telephone(self):
        return self.member.phone

    def save(self) -> None:
        door.choose_pin(member=self.member, pin=self.cleaned_data["pin"])


class JoinForm(TwicePinForm):
    full_name = forms.CharField(
        label=_("Your full name"),
        max_length=120,
        error_messages={"required": _("Write your full name.")},
        widget=forms.TextInput(NOT_KEPT | {"autocapitalize": "words"}),
    )
    telephone_number = forms.CharField(
        label=_("Telephone, if you have one"), max_length=30, required=False, widget=forms.TextInput(NOT_KEPT | {"inputmode": "tel"})
    )
    year = forms.IntegerField(
        label=_("Year of birth"),
        error_messages=dict.fromkeys(("required", "invalid"), YEAR),
        widget=forms.TextInput(NOT_KEPT | {"inputmode": "numeric"}),
    )

    field_order = ["full_name", "telephone_number", "year", "pin", "again"]

    def clean_full_name(self) -> str:
        return " ".join(nfc(self.cleaned_data["full_name"]).split())

    def clean_telephone_number(self) -> str:
        typed = self.cleaned_data["telephone_number"]
        try:
            return normalise(typed) if typed else ""
        except InvalidPhone as invalid:
            raise ValidationError(gettext("Look at the telephone number again: %(reason)s.") % {"reason": invalid.reason}, code="phone") from invalid

    def clean_year(self) -> int:
        year, now = self.cleaned_data["year"], date.today().year
        if not now - OLDEST <= year <= now - YOUNGEST:
            raise ValidationError(YEAR, code="year")
        return year

    def birth_year(self):
        return self.cleaned_data.get("year")

    def telephone(self):
        return self.cleaned_data.get("telephone_number") or ""
