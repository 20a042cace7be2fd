"""The forms of django-allauth, whose wrong answers count."""

from collections.abc import Iterator
from contextlib import contextmanager

from allauth.account.forms import LoginForm, ReauthenticateForm
from allauth.mfa.base.forms import AuthenticateForm
from allauth.mfa.base.forms import ReauthenticateForm as ReauthenticateByCodeForm
from allauth.mfa.totp.forms import ActivateTOTPForm
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.auth import PasswordChangeForm

from members.audit import AuditEntry, record
from members.limits import Limit, Locked
from members.signin.adapter import locked_error

WRONG_PASSWORD = _("The name or the password is not right. Type both again.")
WRONG_CODE = _("The code is not right. Type the one that the app shows now.")


class OwnWords:
    """Labels are ours; none stands inside the field."""

    labels: dict = {}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name, label in self.labels.items():
            self.fields[name].label, self.fields[name].help_text = label, ""
            self.fields[name].widget.attrs.pop("placeholder", None)
            self.fields[name].error_messages["required"] = _("Nothing is written here yet. Fill it in and send again.")

    @property
    def is_locked(self) -> bool:
        return any(error.code == "locked" for errors in self.errors.as_data().values() for error in errors)


class StaffLoginForm(OwnWords, LoginForm):
    labels = {"login": _("Your name for signing in"), "password": _("Password")}
    field_order = ["login", "password"]

    def clean(self):
        return in_our_words(super().clean, WRONG_PASSWORD)


class PasswordAgainForm(OwnWords, ReauthenticateForm):
    labels = {"password": _("Password")}

    def clean_password(self):
        return in_our_words(super().clean_password, _("The password is not right. Type it again."))


class CountedCode(OwnWords):
    labels = {"code": _("Code of six digits, or a recovery code")}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["code"].widget.attrs |= {"autocomplete": "one-time-code", "spellcheck": "false"}

    def clean_code(self):
        with counted(self.user, "second factor"):
            return in_our_words(super().clean_code, WRONG_CODE)


class CodeAtSignInForm(CountedCode, AuthenticateForm):
    pass


class CodeAgainForm(CountedCode, ReauthenticateByCodeForm):
    pass


class SetUpForm(OwnWords, ActivateTOTPForm):
    labels = {"code": _("Code of six digits that the app shows")}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["code"].widget = forms.TextInput({"autocomplete": "one-time-code", "inputmode": "numeric"})

    def clean_code(self):
        return in_our_words(super().clean_code, WRONG_CODE)


class NewPasswordForm(PasswordChangeForm):
    """On her account screen. It opens nothing, but tells whoever sits at an open desk whether the old password is right."""

    def clean_old_password(self):
        with counted(self.user, "password"):
            return super().clean_old_password()


@contextmanager
def counted(member, what: str) -> Iterator[None]:
    """A try of hers, given back if nothing was wrong."""
    limit = Limit.of_member(member)
    try:
        left = limit.take()
    except Locked as locked:
        raise locked_error(locked) from locked
    try:
        yield
    except ValidationError:
        if left == 0:
            record(AuditEntry.Action.LOCKED, member=member, details={"what": what})
        raise
    limit.give_back()


def in_our_words(clean, sentence):
    """allauth's check, and our sentence for what it refuses."""
    try:
        return clean()
    except ValidationError as error:
        if getattr(error, "code", None) == "locked":
            raise
        raise ValidationError(sentence, code="wrong") from error
