"""The members' door: /dang-nhap/ and what is below it, /dang-xuat/, /tham-gia/<link>/. A GET writes nothing."""

from urllib.parse import urlencode

from django.contrib.auth import login, logout
from django.core import signing
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from config.languages import BY_CODE
from members.audit import AuditEntry, record
from members.cards import Card
from members.devices import Device, Enrolment
from members.invitations import Invitation, JoinRequest
from members.signin import cookies, door
from members.signin.backends import PIN_BACKEND
from members.signin.forms import ChoosePinForm, CodeForm, JoinForm, PinForm
from pages.answers import refused
from pages.chrome import with_navigation

asks = require_http_methods(["GET", "HEAD", "POST"])
secret_fields = sensitive_post_parameters("pin", "again", "code")
TICKET, TICKET_AGE = "members.signin.card", 600  # a typed code opens the PIN page for ten minutes


def shown(request, template: str, context: dict, status: int = 200):
    context["onward"] = onward(request)
    return with_navigation(TemplateResponse(request, f"members/signin/{template}.html", context, status=status))


def answered(request, template: str, context: dict):
    """The page with its form; 429 when no try is left."""
    form = context["form"]
    response = shown(request, template, context, status=429 if form.locked else 200)
    if form.locked:
        response["Retry-After"] = str(form.locked.minutes * 60)
    return response


def onward(request) -> str:
    """Where she was going, if that is on this site."""
    asked = request.POST.get("tiep") or request.GET.get("tiep") or request.GET.get("next") or ""
    return asked if asked.startswith("/") and url_has_allowed_host_and_scheme(asked, {request.get_host()}, request.is_secure()) else ""


def home_of_members() -> str:
    return f"{BY_CODE[get_language()].prefix}toi/"


def at(name: str, request=None, **query) -> str:
    """The address of a view of the door, with where she was going."""
    if request and (then := onward(request)):
        query["tiep"] = then
    return reverse(name) + (f"?{urlencode(query)}" if query else "")


# Who is it?


@secret_fields
@asks
def sign_in(request):
    """The names that this phone knows, or the code on a card."""
    phone = cookies.phone_of(request)
    names = names_on(phone)
    if request.method != "POST" and names and "ma" not in request.GET:
        return shown(request, "names", {"names": names})
    form = CodeForm(request.POST if request.method == "POST" else None, request=request, phone=phone)
    if request.method == "POST" and form.is_valid():
        return redirect(at("sign_in_pin", request, the=signing.dumps(form.cleaned_data["code"].pk, salt=TICKET)))
    return answered(request, "code", {"form": form, "names": names})


def from_a_closed_page(request):
    """Where Wagtail would ask for a name and a password."""
    return redirect(at("sign_in", request))


def names_on(phone: Device | None) -> list[dict]:
    """The women who use this phone: by the last word of the name, by more of it where two share that."""
    members = [enrolment.member for enrolment in Enrolment.objects.on(phone)]
    last = [member.get_short_name() for member in members]
    return [
        {"pk": member.pk, "name": name if last.count(name) == 1 else member.name_as(member.NameForm.SHORT), "unit": member.unit}
        for member, name in zip(members, last, strict=True)
    ]


@secret_fields
@asks
def card(request, token):
    """From the QR of a card."""
    if found := Card.objects.find_by_secret(token):
        return ask_pin(request, found.member, way="card", may_choose=True)
    return shown(request, "no_card", {}, status=404)


@secret_fields
@asks
def pin(request):
    """After a typed code (?the=), or a name that this phone knows (?ai=)."""
    if member := holder(request.GET.get("the", "")):
        return ask_pin(request, member, way="code", may_choose=True)
    asked = request.GET.get("ai", "")
    enrolment = Enrolment.objects.on(cookies.phone_of(request)).filter(member_id=asked).first() if asked.isdecimal() and len(asked) < 19 else None
    if enrolment is None:
        return redirect(at("sign_in", request))
    return ask_pin(request, enrolment.member, way="phone")


def holder(ticket: str):
    try:
        number = signing.loads(ticket, salt=TICKET, max_age=TICKET_AGE)
    except signing.BadSignature:
        return None
    found = Card.objects.living().filter(pk=number).select_related("member__unit").first()
    return found.member if found else None


def ask_pin(request, member, *, way: str, may_choose: bool = False):
    """The PIN, or the choice of one where the card is new; then in."""
    choosing = may_choose and not member.pin
    phone = cookies.phone_of(request)
    form = (ChoosePinForm if choosing else PinForm)(request.POST if request.method == "POST" else None, member=member, request=request, phone=phone)
    if request.method == "POST" and form.is_valid():
        if choosing:
            try:
                form.save()
            except door.PinAlreadyChosen:
                return redirect(request.get_full_path())  # where she is asked for it now
        return let_in(request, member, phone, way=way)
    return answered(request, "choose_pin" if choosing else "pin", {"form": form, "member": member})


def let_in(request, member, phone: Device | None, *, way: str):
    """Open a session of hers, know the phone, lead her where she was going."""
    there = onward(request) or home_of_members()
    logout(request)  # nothing of whoever was here before
    login(request, member, backend=PIN_BACKEND)
    secret = cookies.secret_of(request) if phone else Device.new_secret()
    door.enrol(member=member, phone=phone or Device.made_from(secret))
    record(AuditEntry.Action.SIGN_IN, actor=member, member=member, details={"way": way})
    return cookies.say_who(cookies.write(redirect(there), secret), member)


# Out, and the next one


@require_POST
def sign_out(request):
    """The session ends on the server: its cookie opens nothing afterwards."""
    leave(request)
    return cookies.say_nobody(redirect(at("sign_in")))


def leave(request) -> None:
    if request.user.is_authenticated:
        record(AuditEntry.Action.SIGN_OUT, actor=request.user, member=request.user)
    logout(request)


@asks
def switch(request):
    """A shared phone passes from one to the next (den=), or loses a name (bo=)."""
    phone = cookies.phone_of(request)
    names = names_on(phone)
    chosen = {str(name["pk"]) for name in names}
    if request.method == "POST":
        if (gone := request.POST.get("bo", "")) in chosen:
            door.forget(member_id=int(gone), phone=phone)
            back = redirect(at("switch_member", request))
            if str(request.user.pk) == gone:
                leave(request)
                cookies.say_nobody(back)
            return back
        leave(request)
        next_one = request.POST.get("den", "")
        return cookies.say_nobody(redirect(at("sign_in_pin", request, ai=next_one) if next_one in chosen else at("sign_in", request, ma=1)))
    if not names and not request.user.is_authenticated:
        return redirect(at("sign_in", request))
    return shown(request, "switch", {"names": names, "here": request.user if request.user.is_authenticated else None})


def stale_form(request, reason=""):
    """A form whose token no longer holds: the page was open while another woman signed in."""
    return refused(request, _("This page has grown old. Open it again and send once more."), status=403)


# By invitation


@secret_fields
@asks
def join(request, token):
    """Her name goes to the chairwoman, and she sees here what became of it."""
    invitation = Invitation.objects.find_by_secret(token[:100])
    if invitation is None:
        return shown(request, "no_invitation", {}, status=404)
    phone = cookies.phone_of(request)
    asked = list(JoinRequest.objects.filter(invitation=invitation, device=phone).select_related("member")) if phone else []
    form = JoinForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            return sent(request, invitation, form.cleaned_data)
        except door.NoSeatLeft:
            invitation.refresh_from_db()
    if asked and "them" not in request.GET and not form.is_bound:
        return shown(request, "join_asked", {"asked": asked, "invitation": invitation})
    if not invitation.is_open:
        return shown(request, "no_invitation", {"invitation": invitation}, status=410)
    response = shown(request, "join", {"form": form, "unit": invitation.unit})
    return response if phone else cookies.write(response, cookies.secret_of(request) or Device.new_secret())


def sent(request, invitation, answers):
    """The secret was given with the form, so that a tap twice is one phone."""
    secret = cookies.secret_of(request) or Device.new_secret()
    door.ask_to_join(
        invitation=invitation,
        phone=Device.made_from(secret),
        full_name=answers["full_name"],
        telephone=answers["telephone_number"],
        birth_year=answers["year"],
        pin=answers["pin"],
    )
    return cookies.write(redirect(request.path), secret)
