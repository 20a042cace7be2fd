"""What stands before /cms/: a session that a PIN has opened is nobody there, and staff show their second factor first."""

from allauth.account.internal.flows.login import get_authentication_records
from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib.auth import logout
from django.contrib.auth.models import AnonymousUser
from django.shortcuts import redirect

from members.signin.backends import opened_by_pin

CMS = "/cms/"
DOOR = ("/cms/login/", "/cms/logout/")
OPEN = (*DOOR, "/cms/vao/", "/cms/sprite/", "/cms/jsi18n/", "/cms/password_reset/")


class Gate:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if request.path_info.startswith(CMS):
            if opened_by_pin(request):
                request.user = AnonymousUser()
            elif not request.path_info.startswith(DOOR) and lacks_second_factor(request):
                if has_second_factor(request.user):  # switched on since, elsewhere: this session must not switch it off
                    logout(request)
                    return redirect("account_login")
                if settings.STAFF_TOTP == "required" and not request.path_info.startswith(OPEN):
                    return redirect("mfa_activate_totp")
        return self.get_response(request)


def lacks_second_factor(request) -> bool:
    """A session that was opened by the password alone, perhaps before she had a second factor."""
    return request.user.is_authenticated and not any(record.get("method") == "mfa" for record in get_authentication_records(request, request.user))


def has_second_factor(user) -> bool:
    return is_mfa_enabled(user, [Authenticator.Type.TOTP])
