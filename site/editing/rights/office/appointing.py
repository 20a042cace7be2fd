"""/cms/phan-cong/them/ gives somebody a role, /cms/phan-cong/<role>/<member>/bo/ takes it back."""

from django import forms
from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods
from wagtail.admin import messages

from config.languages import LANGUAGES, SOURCE
from editing.rights import domain
from editing.rights.models import Role, RoleGroup
from members.models import Member
from pages.text import folded

MOST_NAMES = 8  # that one sentence lists


class AppointForm(forms.Form):
    member = forms.CharField(
        label=gettext_lazy("Who"),
        max_length=120,
        help_text=gettext_lazy("Her sign-in name, her member code or her full name, tones not needed."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    unit = forms.ModelChoiceField(
        label=gettext_lazy("Section"), queryset=None, help_text=gettext_lazy("Only units that have a section of the site stand here.")
    )
    role = forms.ChoiceField(label=gettext_lazy("Role"), choices=[(value, capfirst(label)) for value, label in Role.choices], widget=forms.RadioSelect)
    language = forms.ChoiceField(
        label=gettext_lazy("Language"),
        required=False,
        choices=[("", "–"), *((each.code, each.own_name) for each in LANGUAGES if each.code != SOURCE)],
        help_text=gettext_lazy("For translators: into which language."),
    )

    def __init__(self, *args, by, **kwargs):
        super().__init__(*args, **kwargs)
        self.by = by
        self.fields["unit"].queryset = domain.units_to_appoint_in(by)

    def clean_member(self) -> Member:
        words = self.cleaned_data["member"].strip()
        among = domain.members_to_appoint(self.by)
        found = list(
            among.filter(username__iexact=words) or among.filter(member_code__iexact=words) or among.filter(name_folded=folded(words))[: MOST_NAMES + 1]
        )
        if not found:
            raise ValidationError(_("Nobody of your units is called “%(words)s”. Type her sign-in name, her member code or her full name.") % {"words": words})
        if len(found) > 1:
            names = "; ".join(f"{member.username} ({member.unit or '–'})" for member in found[:MOST_NAMES])
            raise ValidationError(_("Several members are called so: %(names)s. Type the sign-in name of one.") % {"names": names})
        return found[0]

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("role") == Role.TRANSLATOR and not cleaned.get("language"):
            self.add_error("language", _("Choose the language into which she translates."))
        return cleaned


def may_appoint(user) -> bool:
    return user.is_superuser or bool(domain.appointing_units(user))


@require_http_methods(["GET", "HEAD", "POST"])
def appoint(request):
    if not may_appoint(request.user):
        raise Http404
    form = AppointForm(request.POST if request.method == "POST" else None, by=request.user)
    if request.method == "POST" and form.is_valid():
        chosen = form.cleaned_data
        try:
            role = domain.appoint(**chosen, by=request.user)
        except domain.Refused as refused:
            form.add_error(None, str(refused))
        else:
            tell(request, chosen["member"], role)
            return redirect("staff_roles")
    context = {"page_title": _("Appoint"), "header_title": _("Appoint"), "header_icon": "key", "form": form}
    return render(request, "editing/rights/appoint.html", context, status=422 if form.errors else 200)


def tell(request, member, role) -> None:
    messages.success(request, _("%(name)s has the role “%(role)s” now.") % {"name": member, "role": role})
    if not member.has_password:
        messages.warning(request, _("%(name)s has no password yet. An administrator gives her one before she can sign in here.") % {"name": member})


@require_http_methods(["GET", "HEAD", "POST"])
def dismiss(request, pk, member):
    if not may_appoint(request.user):
        raise Http404
    role = get_object_or_404(RoleGroup.objects.select_related("group", "section__unit"), pk=pk, section__unit__in=domain.units_to_appoint_in(request.user))
    holder = get_object_or_404(Member, pk=member, groups=role.group_id)
    if request.method == "POST":
        domain.dismiss(member=holder, role=role, by=request.user)
        messages.success(request, _("%(name)s does not have the role “%(role)s” any more.") % {"name": holder, "role": role})
        return redirect("staff_roles")
    context = {"page_title": _("Take back a role"), "header_title": _("Take back a role"), "header_icon": "key", "member": holder, "role": role}
    return render(request, "editing/rights/dismiss.html", context)
