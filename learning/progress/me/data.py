"""/toi/du-lieu/: what is kept about her, to see, to take away, to have corrected or deleted."""

from django import forms
from django.contrib import messages
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from learning.progress.export import as_dict, collected
from learning.progress.me.views import LANGUAGES
from members.requests import MemberRequest, ask
from members.rules import member_required
from pages.answers import refused
from pages.chrome import with_navigation
from pages.text import ascii_slug, nfc


class AskForm(forms.ModelForm):
    """What is wrong must be said; why she wants to go need not."""

    class Meta:
        model = MemberRequest
        fields = ["kind", "text"]

    text = forms.CharField(max_length=500, required=False, empty_value="", label=gettext_lazy("What is wrong?"))

    def clean(self):
        cleaned = super().clean()
        cleaned["text"] = nfc(cleaned.get("text", ""))
        if cleaned.get("kind") == MemberRequest.Kind.CORRECTION and not cleaned["text"].strip():
            raise forms.ValidationError(_("Write what is wrong and what is right, for instance: my name is Lò Thị Mai."))
        return cleaned


@require_safe
@member_required
def data(request):
    kept = list(MemberRequest.objects.filter(member=request.user))
    tables = collected(request.user)
    context = {
        **shown(tables),
        "asked": {kind: max((each for each in kept if each.kind == kind), key=lambda each: each.pk, default=None) for kind in MemberRequest.Kind.values},
        "json_size": len(json_file(tables).content),
        "page_size": len(html_file(request, tables).content),
        "at_me": True,
    }
    return with_navigation(TemplateResponse(request, "learning/my_data.html", context), alternates=LANGUAGES, rest="toi/du-lieu/")


@require_safe
@member_required
def as_json(request):
    return as_file(request, json_file(collected(request.user)), "json")


@require_safe
@member_required
def as_html(request):
    return as_file(request, html_file(request, collected(request.user)), "html")


def shown(tables) -> dict:
    own, *others = tables
    return {"own": own, "tables": [table for table in others if table.rows]}


def json_file(tables) -> HttpResponse:
    return JsonResponse(as_dict(tables), json_dumps_params={"ensure_ascii": False, "indent": 1})


def html_file(request, tables) -> HttpResponse:
    """A page that opens anywhere, without the site."""
    context = {**shown(tables), "member": request.user, "made_at": timezone.localtime()}
    return HttpResponse(render_to_string("learning/my_data_file.html", context))


def as_file(request, response, extension: str):
    name = f"{ascii_slug(_('My data'))}-{ascii_slug(request.user.get_short_name())}-{timezone.localdate():%Y-%m-%d}.{extension}"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


@require_POST
@member_required
def request_change(request):
    form = AskForm(request.POST)
    if not form.is_valid():
        sentences = [sentence for errors in form.errors.values() for sentence in errors]
        return refused(request, " ".join(sentences), status=400, back=request.path.removesuffix("yeu-cau/"))
    ask(member=request.user, kind=form.cleaned_data["kind"], text=form.cleaned_data["text"].strip())
    messages.success(request, _("Sent. An official of your branch will answer."))
    return redirect("my_data")
