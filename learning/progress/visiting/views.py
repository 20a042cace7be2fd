"""Where phones tell of their visits, and where a reader without script says that she has finished."""

from urllib.parse import urlencode

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from config.languages import SOURCE
from learning.lessons.models import LessonPage
from learning.progress.completion import record_learned, record_visit
from learning.progress.visiting.forms import FinishForm, visits_sent
from members.rules import member_required, to_sign_in
from pages.answers import refused
from pages.chrome import with_navigation
from pages.same_origin import same_origin_post


@same_origin_post
@require_POST
def visit(request):
    """A beacon: nobody reads the answer. Of strangers nothing is stored."""
    if not request.user.is_authenticated:
        return HttpResponse(status=204)
    visits = visits_sent(request)
    for form in visits:
        if form.is_valid():
            record_visit(member=request.user, now=timezone.now(), **form.message())
    return HttpResponse(status=204 if all(form.is_valid() for form in visits) else 400)


@same_origin_post
@require_http_methods(["GET", "HEAD", "POST"])
def finish(request):
    """The form at a lesson's end. Signed out it leads to the door, and back to a page with a button: coming here stores nothing."""
    if request.method != "POST":
        return confirm(request)
    form = FinishForm(request.POST)
    if not form.is_valid():
        return refused(request, " ".join(sentence for errors in form.errors.values() for sentence in errors), status=400)
    if not request.user.is_authenticated:
        asked = {"bai": form.cleaned_data["bai"], "chia": form.cleaned_data["chia"]}
        return to_sign_in(request, f"{request.path}?{urlencode(asked)}")
    row = record_learned(member=request.user, lesson_key=form.cleaned_data["bai"], shared=form.cleaned_data["chia"], now=timezone.now())
    if row is None:
        raise Http404
    said = _("Well done, %(name)s! This lesson is finished.") if row.completed else _("Noted, %(name)s. Only the quiz is left now.")
    messages.success(request, said % {"name": request.user.get_short_name()})
    return redirect(reverse("me"))


@member_required
def confirm(request):
    form = FinishForm(request.GET)
    lesson = lesson_named(form.cleaned_data["bai"]) if form.is_valid() else None
    if lesson is None:
        raise Http404
    form = FinishForm(initial=form.cleaned_data)
    return with_navigation(TemplateResponse(request, "learning/finish_lesson.html", {"lesson": lesson, "form": form}))


def lesson_named(key) -> LessonPage | None:
    """Live, in the language of the address if it is there, else in Vietnamese."""
    found = LessonPage.objects.filter(translation_key=key, live=True, locale__language_code__in={get_language(), SOURCE}).select_related("locale")
    return min(found, key=lambda lesson: lesson.locale.language_code != get_language(), default=None)
