"""/cms/bo-cau-hoi/: questions from a text into a draft, after a look at what was understood, and out again as GIFT.

Nothing waits on the server in between: the text goes out with the preview and comes back with the button below it.
"""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe
from wagtail.admin import messages
from wagtail.models import Page

from learning.quizzes import drafting
from learning.quizzes.cms.forms import TextForm, TitleForm
from learning.quizzes.cms.preview import preview
from learning.quizzes.cms.rules import takes_questions
from learning.quizzes.importing import exported
from learning.quizzes.models import QuizPage

MAKE = "make"  # the button under the preview


@require_http_methods(["GET", "HEAD", "POST"])
def import_questions(request, pk):
    """Below a lesson or course as a new quiz; behind the questions of a quiz."""
    page = get_object_or_404(Page, pk=pk).specific
    if not takes_questions(page, request.user):
        raise Http404
    is_quiz = isinstance(page, QuizPage)
    if is_quiz and page.permissions_for_user(request.user).page_locked():
        messages.error(request, _("This quiz is locked, so nothing can be added. Ask the person who locked it."))
        return redirect("wagtailadmin_pages:edit", page.pk)
    posted, making = request.method == "POST", MAKE in request.POST
    form = TextForm(request.POST, request.FILES) if posted else TextForm()
    naming = TitleForm(request.POST if making else None, initial={"title": _("Quiz: %(lesson)s") % {"lesson": page.title}})
    understood = posted and form.is_valid()
    if understood and making and form.parsed.questions and (is_quiz or naming.is_valid()):
        return made(request, page, form.parsed.questions, "" if is_quiz else naming.cleaned_data["title"])
    facts = {"page": page, "is_quiz": is_quiz, "naming": naming, "form": form.to_correct if understood else form}
    if understood:
        facts |= {"source": form.cleaned_data, "problems": form.parsed.problems, "questions": preview(form.parsed.questions)}
    return shown(request, facts, status=422 if form.errors or naming.errors else 200)


def made(request, page, questions, title: str):
    if isinstance(page, QuizPage):
        quiz = page
        drafting.add_to_draft(page=page, questions=questions, by=request.user)
    else:
        quiz = drafting.make_draft(parent=page, title=title, questions=questions, by=request.user)
    sentence = ngettext(
        "%(count)d question is in the draft. Look it over before you publish.",
        "%(count)d questions are in the draft. Look them over before you publish.",
        len(questions),
    )
    messages.success(request, sentence % {"count": len(questions)})
    return redirect("wagtailadmin_pages:edit", quiz.pk)


def shown(request, facts: dict, status: int):
    title = _("Import questions")
    context = {"page_title": title, "header_title": title, "page_subtitle": facts["page"].get_admin_display_title(), "header_icon": "upload", **facts}
    return render(request, "learning/cms/import_questions.html", context, status=status)


@require_safe
def export_questions(request, pk):
    """What the editor sees: the latest draft."""
    page = get_object_or_404(QuizPage, pk=pk)
    if not page.permissions_for_user(request.user).can_edit():
        raise Http404
    text = exported(page.get_latest_revision_as_object())
    return HttpResponse(text, content_type="text/plain; charset=utf-8", headers={"Content-Disposition": f'attachment; filename="{page.slug}.gift.txt"'})


urlpatterns = [
    path("bo-cau-hoi/nhap/<int:pk>/", import_questions, name="import_questions"),
    path("bo-cau-hoi/<int:pk>/gift/", export_questions, name="export_questions"),
]
