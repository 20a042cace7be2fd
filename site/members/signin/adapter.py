"""How django-allauth behaves here: it signs staff in by username, password and second factor, and does nothing else."""

import base64

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.flows.login import record_authentication
from allauth.mfa.adapter import DefaultMFAAdapter
from cryptography.fernet import Fernet
from django.core.exceptions import ValidationError

from members.audit import AuditEntry, record
from members.cards import derived
from members.limits import Limit, Locked
from members.models import Member
from members.signin.words import staff_sentence


class StaffAdapter(DefaultAccountAdapter):
    """Every password passes the limiter: a try is claimed before it is compared."""

    def is_open_for_signup(self, request):
        return False

    def add_message(self, *args, **kwargs):
        """The pages themselves say what has happened."""

    def pre_authenticate(self, request, **credentials):
        self.member, self.limit, self.left = claim(credentials.get("username", ""))

    def authentication_failed(self, request, **credentials):
        if self.left == 0:
            record(AuditEntry.Action.LOCKED, member=self.member, details={"what": self.limit.kind})

    def _rollback_login_failed_rl_usage(self):
        """The password was right. The second factor counts on the same account, so its wrong tries stay."""
        self.limit.give_back()

    def post_login(self, request, user, **kwargs):
        Limit.of_member(user).clear()
        record_authentication(request, user, method="password", reauthenticated=True)  # typed a moment ago: no need to ask again
        record(AuditEntry.Action.SIGN_IN, actor=user, member=user, details={"way": "password"})
        return super().post_login(request, user, **kwargs)


class SecondFactorAdapter(DefaultMFAAdapter):
    """Secrets are kept encrypted with the installation's key: a stolen database shows no code."""

    def encrypt(self, text: str) -> str:
        return cipher().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        return cipher().decrypt(encrypted_text.encode()).decode()


def cipher() -> Fernet:
    return Fernet(base64.urlsafe_b64encode(derived("second factor", "")))


def claim(username: str):
    """(the member, her limit, tries left after this one). A name that nobody has answers as any other."""
    member = Member.objects.filter(username=username).first()
    limit = Limit.of_member(member) if member else Limit.of_name(username)
    try:
        return member, limit, limit.take()
    except Locked as locked:
        raise locked_error(locked) from locked


def locked_error(locked: Locked) -> ValidationError:
    return ValidationError(staff_sentence(locked), code="locked")
