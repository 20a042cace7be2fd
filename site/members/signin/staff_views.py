"""Staff sign in at /cms/login/ and set up their second factor below /cms/vao/: django-allauth's views with our words."""

from allauth.account import views as account
from allauth.account.internal.flows.login import record_authentication
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as recovery
from allauth.mfa.totp import views as totp
from django.contrib.auth import logout
from django.http import HttpResponseRedirect
from django.shortcuts import redirect

from members.audit import AuditEntry, record


class Own:
    """Our template; 429 where no try is left."""

    def render_to_response(self, context, **options):
        form = context.get("form")
        locked = form is not None and form.is_bound and getattr(form, "is_locked", False)
        return super().render_to_response(context, status=429 if locked else 200, **options)


class Login(Own, account.LoginView):
    template_name = "members/signin/staff_login.html"

    def get(self, request, *args, **kwargs):
        if request.user.is_authenticated and request.user.has_perm("wagtailadmin.access_admin"):
            return HttpResponseRedirect(self.get_success_url() or "/cms/")
        return super().get(request, *args, **kwargs)

    def form_valid(self, form):
        logout(self.request)  # nothing of whoever was here before, nor of a PIN
        return super().form_valid(form)


class Code(Own, mfa.AuthenticateView):
    template_name = "members/signin/staff_code.html"


class PasswordAgain(Own, account.ReauthenticateView):
    template_name = "members/signin/staff_again.html"


class CodeAgain(Own, mfa.ReauthenticateView):
    template_name = "members/signin/staff_again.html"


class SecondFactor(mfa.IndexView):
    template_name = "members/signin/staff_second.html"


class SetUp(Own, totp.ActivateTOTPView):
    template_name = "members/signin/staff_set_up.html"

    def form_valid(self, form):
        response = super().form_valid(form)
        record_authentication(self.request, self.request.user, method="mfa", type="totp")  # she has just shown it
        written_down(self.request.user, "switched on")
        return response


class TakeDown(totp.DeactivateTOTPView):
    template_name = "members/signin/staff_take_down.html"

    def form_valid(self, form):
        response = super().form_valid(form)
        written_down(self.request.user, "switched off")
        return response


def written_down(user, deed: str) -> None:
    record(AuditEntry.Action.CORRECTION, actor=user, member=user, details={"what": "second factor", "deed": deed})


class RecoveryCodes(recovery.ViewRecoveryCodesView):
    template_name = "members/signin/staff_codes.html"


class NewRecoveryCodes(recovery.GenerateRecoveryCodesView):
    template_name = "members/signin/staff_new_codes.html"


def inactive(request):
    """allauth names it; whoever is closed out is told no more than that the name or the password is wrong."""
    return redirect("account_login")
