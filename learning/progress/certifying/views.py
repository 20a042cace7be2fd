"""A certificate: hers at /toi/giay-chung-nhan/, and what a stranger may verify of it at /chung-nhan/."""

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from learning.progress.certificates import Certificate
from learning.progress.certifying.sheet import sheet, spoken
from learning.progress.me.views import LANGUAGES
from members.cards import tidy
from members.models import Member
from members.rules import member_required
from pages.chrome import with_navigation
from pages.shareable import house_tags
from pages.text import ascii_slug


class NameForm(forms.ModelForm):
    class Meta:
        model = Certificate
        fields = ["name_form"]

    def save(self, commit=True):
        """Her next certificates begin with the same form."""
        saved = super().save(commit)
        Member.objects.filter(pk=saved.member_id).update(name_form=saved.name_form)
        return saved


def hers(request, code: str) -> Certificate:
    """To anybody else it does not exist."""
    item = get_object_or_404(Certificate.objects.with_code(code), member=request.user)
    item.member = request.user
    return item


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def mine(request, code):
    item = hers(request, code)
    form = NameForm(request.POST if request.method == "POST" else None, instance=item)
    if request.method == "POST" and form.is_valid():
        form.save()
        messages.success(request, _("Saved. Strangers now read: %(name)s.") % {"name": item.public_name})
        return redirect("my_certificate", code=item.code)
    forms_of_name = [{"value": value, "name": request.user.name_as(value), "label": label} for value, label in Member.NameForm.choices]
    size = len(sheet(item)) if item.revoked_at is None else 0
    context = {"certificate": item, "name_forms": forms_of_name, "size": size, "at_me": True}
    response = TemplateResponse(request, "learning/my_certificate.html", context)
    return with_navigation(response, alternates=LANGUAGES, rest=f"toi/giay-chung-nhan/{item.code}/")


@require_safe
@member_required
def pdf(request, code):
    """A withdrawn one is not printed any more."""
    item = get_object_or_404(Certificate.objects.with_code(code).valid(), member=request.user)
    item.member = request.user
    name = f"{ascii_slug(_('Certificate'))}-{ascii_slug(item.course_title)}.pdf"
    return HttpResponse(sheet(item), content_type="application/pdf", headers={"Content-Disposition": f'attachment; filename="{name}"'})


@require_safe
def verify(request, code):
    """For anybody: whether it is valid, the name in the form that she chose, the course, the day. Nothing else."""
    item = Certificate.objects.with_code(code).select_related("member").first()
    with translation.override(spoken(item) if item else translation.get_language()):
        # Her name is for those who open the page, not for every chat that the link passes through.
        tags = house_tags(_("Certificate"), _("Open it to verify that it is valid."), item.public_address) if item else {}
        context = {"certificate": item, "typed": code, "tags": tags}
        response = TemplateResponse(request, "learning/certificate.html", context, status=200 if item else 404)
        response = with_navigation(response)
    response["X-Robots-Tag"] = "noindex"
    return response


@require_safe
def look_up(request):
    """The code typed from paper."""
    if code := tidy(request.GET.get("ma", ""))[:20]:
        return redirect("verify_certificate", code=code)
    response = with_navigation(TemplateResponse(request, "learning/certificate.html", {"certificate": None, "typed": ""}))
    response["X-Robots-Tag"] = "noindex"
    return response
