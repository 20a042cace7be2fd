"""Signing in with a PIN. What such a session may open is in gate.py."""

from django.contrib.auth import BACKEND_SESSION_KEY
from django.contrib.auth.backends import BaseBackend

from members.models import Member
from members.signin import door


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
