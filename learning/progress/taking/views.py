"""Taking a quiz: check the answers, hand them in, see the result, keep it after signing in.

All of it speaks the language of the version that she took, whatever the address says.
"""

from contextlib import contextmanager

from django.core import signing
from django.http import Http404, HttpResponseRedirect, JsonResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from learning.progress.attempts import Attempt
from learning.progress.domain import NotHers, payload_now, result_of, submit_attempt
from learning.progress.taking import sealed as seals
from learning.progress.taking.away import keeps_answers
from learning.progress.taking.places import places_of
from learning.progress.taking.review import review
from learning.progress.taking.sent import NotTaken, Sent, read, version_sent, whole
from learning.quizzes.models import QuizPage, QuizVersion
from learning.quizzes.questions import questions_of
from learning.quizzes.scoring import mark, unanswered
from learning.quizzes.shown import needed, references
from members.rules import member_required
from pages.answers import refused, wants_json
from pages.chrome import with_navigation
from pages.same_origin import same_origin_post

TRIES_UNTIL_TOLD = 3


@same_origin_post
@keeps_answers
@require_http_methods(["GET", "HEAD", "POST"])
def check(request, quiz_key):
    """Her answers once more before she sends them. What is open can be answered here; "sua" opens one more."""
    if request.method != "POST":
        return back_to_quiz(quiz_key)
    try:
        version = version_sent(quiz_key, request.POST)
        with speaking(version):
            return check_page(request, read(version, request.POST))
    except NotTaken as problem:
        return not_taken(request, quiz_key, problem)


@same_origin_post
@keeps_answers
@require_http_methods(["GET", "HEAD", "POST"])
def submit(request, quiz_key):
    if request.method != "POST":
        return back_to_quiz(quiz_key)
    try:
        version = version_sent(quiz_key, request.POST)
        with speaking(version):
            sent = read(version, request.POST)
            if request.user.is_authenticated:
                return counted(request, sent)
            return marked(request, sent)
    except NotTaken as problem:
        return not_taken(request, quiz_key, problem)


def counted(request, sent: Sent):
    try:
        attempt = store(request.user, sent)
    except Http404:
        if not wants_json(request):
            raise
        return refused(request, _("These answers do not fit this quiz. Open the quiz again and answer it once more."), status=404)
    url = result_address(attempt)
    return JsonResponse({"state": "counted", "url": url}) if wants_json(request) else see(url)


def marked(request, sent: Sent):
    """Nothing is stored: the answers travel in the address, signed. Those that are too long for one are shown at once."""
    if sealed := seals.seal(sent):
        url = reverse("quiz_marked", args=[sealed])
        return JsonResponse({"state": "marked", "url": url}) if wants_json(request) else see(url)
    return result_page(request, sent.version, sent.answers)


@require_safe
def anonymous_result(request, signed):
    opened = unsealed(request, signed)
    if not isinstance(opened, seals.Opened):
        return opened
    with speaking(opened.version):
        return result_page(request, opened.version, opened.answers, sealed=signed)


@require_http_methods(["GET", "HEAD", "POST"])
@keeps_answers
@member_required
def keep(request, signed):
    """After signing in: nothing is stored by coming here, one tap stores it."""
    opened = unsealed(request, signed)
    if not isinstance(opened, seals.Opened):
        return opened
    with speaking(opened.version):
        if request.method == "POST":
            return see(result_address(store(request.user, opened)))
        if (kept := Attempt.objects.filter(pk=opened.attempt_id).first()) is not None:
            return see(result_address(hers(request.user, kept)))
        context = {
            "version": opened.version,
            "member": request.user,
            "score": tenths((total := mark(opened.version.payload, opened.answers)).hundredths),
            "total": total,
        }
        return with_navigation(TemplateResponse(request, "learning/keep_result.html", context))


@require_safe
@member_required
def result(request, pk):
    """Hers alone; to anybody else it does not exist."""
    attempt = Attempt.objects.select_related("version").filter(pk=pk, member=request.user).first()
    if attempt is None:
        raise Http404
    if translation.get_language() != attempt.language:
        return redirect(result_address(attempt))
    return result_page(request, attempt.version, attempt.answers, attempt=attempt)


def check_page(request, sent: Sent):
    missing = unanswered(sent.payload, sent.answers)
    changed = whole(request.POST.get("sua")) - 1
    questions = questions_of(sent.payload, sent.answers, [*missing, changed])
    shown = {name for question in questions if question.open for name in (question.name, *(row.name for row in question.rows))}
    context = {
        "sent": sent,
        "questions": questions,
        "given": [each.given for each in review(sent.payload, sent.answers, reveal=False)],
        "missing": [index + 1 for index in missing],
        "changed": changed + 1,
        "hidden": [(name, value) for name, value in sent.fields if name not in shown],
    }
    return with_navigation(TemplateResponse(request, "learning/check_answers.html", context), references=references(sent.payload))


def result_page(request, version, answers, *, attempt: Attempt | None = None, sealed: str = ""):
    counts = result_of(attempt) if attempt else None
    payload = payload_now(attempt) if attempt else version.payload
    total = mark(payload, answers)
    passed = counts.passed if counts else total.passed
    places = places_of(version, passed=passed)
    rows = review(payload, answers, reveal=passed or not payload["graded"] or tries(attempt) >= TRIES_UNTIL_TOLD)
    context = {
        "version": version,
        "attempt": attempt,
        "regraded": counts if counts is not attempt else None,
        "passed": passed,
        "score": tenths(counts.score if counts else total.hundredths),
        "total": total,
        "needed": needed(payload),
        "rows": rows,
        "places": places,
        "sealed": sealed,
        "member": request.user if attempt else None,
    }
    return with_navigation(TemplateResponse(request, "learning/quiz_result.html", context), listings={"places": places.cards})


def tenths(hundredths: int) -> float:
    """Cut, not rounded: 3.96 of the 4 that are needed must not read as 4."""
    return hundredths // 10 / 10


def tries(attempt: Attempt | None) -> int:
    """How often she had handed in this quiz when she handed in this."""
    if attempt is None:
        return 0
    return Attempt.objects.of(attempt.member_id).filter(quiz_key=attempt.quiz_key, submitted__lte=attempt.submitted).count()


def store(member, sent) -> Attempt:
    try:
        return submit_attempt(member=member, attempt_id=sent.attempt_id, version=sent.version, answers=sent.answers, seconds=sent.seconds)
    except NotHers:
        raise Http404 from None


def hers(member, attempt: Attempt) -> Attempt:
    if attempt.member_id != member.pk:
        raise Http404
    return attempt


def unsealed(request, signed):
    """What an address holds, or the answer to one that is too old. 404 for what is not ours."""
    try:
        return seals.unseal(signed)
    except signing.SignatureExpired:
        return refused(request, _("This result was kept for one day. Open the quiz and answer it once more."), status=410)
    except (signing.BadSignature, QuizVersion.DoesNotExist):
        raise Http404 from None


def result_address(attempt: Attempt) -> str:
    with translation.override(attempt.language):
        return reverse("quiz_result", args=[attempt.pk])


def back_to_quiz(quiz_key):
    """Somebody opened the address of the form: to the quiz itself."""
    page = QuizPage.objects.live().public().filter(translation_key=quiz_key).select_related("locale").order_by("path").first()
    if page is None:
        raise Http404
    return redirect(page.address)


def not_taken(request, quiz_key, problem: NotTaken):
    page = None if wants_json(request) else QuizPage.objects.live().filter(translation_key=quiz_key).select_related("locale").order_by("path").first()
    return refused(request, problem.sentence, status=problem.status, back=page.address if page else "")


def see(url):
    """303: what follows is read, not sent again."""
    return HttpResponseRedirect(url, status=303)


@contextmanager
def speaking(version):
    with translation.override(version.language):
        yield
