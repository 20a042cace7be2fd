"""Signing in: staff with a password, members with a PIN. What a PIN's session may open is in gate.py."""

from django.contrib.auth import BACKEND_SESSION_KEY
from django.contrib.auth.backends import BaseBackend, ModelBackend

from members.models import Member
from members.signin import door


class PasswordBackend(ModelBackend):
    """Django's, with all its rights. Whom the union's list calls moved or left is closed out, as if she were not active."""

    def user_can_authenticate(self, user):
        return super().user_can_authenticate(user) and user.status == Member.Status.ACTIVE


class PinBackend(BaseBackend):
    """Gives no rights of its own. Who left the union or was closed out is out at her next tap."""

    def authenticate(self, request, member=None, pin=None, phone=None):
        """Raises door.WrongPin and limits.Locked, which the form tells her."""
        if member is None or pin is None:
            return None
        door.try_pin(member=member, pin=pin, phone=phone)
        return member

    def get_user(self, user_id):
        return Member.objects.active().select_related("unit").filter(pk=user_id).first()


PIN_BACKEND = f"{PinBackend.__module__}.{PinBackend.__qualname__}"


def opened_by_pin(request) -> bool:
    return request.session.get(BACKEND_SESSION_KEY) == PIN_BACKEND
