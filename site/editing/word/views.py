"""/cms/tu-word/: a document is brought in, looked through, and becomes a draft."""

import time
from functools import wraps

from django.core.exceptions import PermissionDenied
from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from wagtail.admin import messages

from editing.word import domain, pattern, sentences
from editing.word.forms import BringForm, ReviewForm, apply_choices, options, undescribed
from editing.word.models import KEPT_DAYS, WordImport
from editing.word.places import page_models, place_at, places
from editing.word.runner import SECONDS
from pages.parts import Kind
from pages.storing import UNAVAILABLE

RECENT = 20
PICTURE_SECONDS = 8  # of work a request
State = WordImport.State
PASTED = gettext_lazy("Pasted words")


def with_a_place(view):
    """Only for those who may add a page somewhere."""

    @wraps(view)
    def gated(request, *args, **kwargs):
        if not places(request.user):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return gated


def shown(request, name: str, title: str, facts: dict, status: int = 200) -> HttpResponse:
    context = {"page_title": title, "header_title": title, "header_icon": "doc-full", **facts}
    return render(request, f"editing/word/{name}.html", context, status=status)


def own(request, pk) -> WordImport:
    return get_object_or_404(WordImport.objects.of(request.user).select_related("parent", "page"), pk=pk)


@require_http_methods(["GET", "HEAD", "POST"])
@with_a_place
def start(request):
    """Files or pasted words; below it what became of those before."""
    posted = request.method == "POST"
    initial = {"place": request.GET.get("noi", "")}
    form = BringForm(request.POST, request.FILES, member=request.user) if posted else BringForm(initial=initial, member=request.user)
    if posted and form.is_valid():
        try:
            return brought_in(request, form.cleaned_data)
        except OSError:
            form.add_error(None, UNAVAILABLE)
    recent = [
        {"document": document, "problem": sentences.problem(document.problem) if document.problem else ""}
        for document in WordImport.objects.of(request.user).select_related("page")[:RECENT]
    ]
    facts = {"form": form, "recent": recent, "models": page_models(), "days": KEPT_DAYS}
    return shown(request, "start", _("From Word to a draft"), facts, 422 if form.errors else 200)


def brought_in(request, cleaned: dict) -> HttpResponse:
    """One document leads to its preview; of several, the list says what became of each."""
    until, made = time.monotonic() + SECONDS, []
    for upload in cleaned["files"]:
        left = round(until - time.monotonic()) if made else SECONDS
        made.append(domain.bring_in(upload=upload, place=cleaned["place"], by=request.user, seconds=left))
    words, kind = (cleaned["html"], "html") if cleaned["html"] else (cleaned["text"], "txt")
    if words.strip():
        made.append(domain.bring_in_words(words=words, kind=kind, name=str(PASTED), place=cleaned["place"], by=request.user))
    if len(made) == 1 and made[0].state == State.READ:
        return redirect("word_review", pk=made[0].pk)
    good = sum(document.state == State.READ for document in made)
    if good:
        messages.success(request, ngettext("%(count)s file was read.", "%(count)s files were read.", good) % {"count": good})
    for document in made:
        if document.problem:
            messages.error(request, f"{document.name}: {sentences.problem(document.problem)}")
    return redirect("word_start")


@require_http_methods(["GET", "HEAD", "POST"])
def review(request, pk):
    """Each part with what it becomes. Whatever is sent is kept first, and then made or complained of."""
    document = own(request, pk)
    if document.state != State.READ:
        return progress(request, document)
    posted = request.method == "POST"
    form = ReviewForm(request.POST, document=document, member=request.user) if posted else ReviewForm(document=document, member=request.user)
    parts, missing = document.found, []
    if posted:
        apply_choices(parts, document.page_model, request.POST)
        document.note(parts)
        document.save()
        missing = undescribed(parts) if "make" in request.POST else []
        if form.is_valid() and not missing:
            return kept(request, document, form.cleaned_data)
    facts = {
        "document": document,
        "form": form,
        "rows": rows_of(document, parts, missing),
        "missing": missing,
        "left": sentences.left_out(document.left),
        "count": len(parts),
    }
    return shown(request, "review", _("Look through it"), facts, 422 if form.errors or missing else 200)


def rows_of(document: WordImport, parts: list, missing: list[int]) -> list[dict]:
    model, kept = document.page_model, {picture.number for picture in document.pictures.all()}
    return [
        {
            "number": number,
            "part": part,
            "options": options(part, model),
            "is_heading": part.kind == Kind.HEADING or bool(part.section),
            "can_join": bool(number and part.html and parts[number - 1].html),
            "has_picture": part.picture in kept,
            "is_missing": number in missing,
            "asks_who": part.kind == Kind.QUOTATION,
        }
        for number, part in enumerate(parts)
    ]


def kept(request, document: WordImport, cleaned: dict) -> HttpResponse:
    """The title and the place; then the draft, unless another kind of page wants to be looked through again."""
    document.title, document.summary = cleaned["title"], cleaned["summary"]
    document.collection = cleaned.get("collection", document.collection)
    changed = document.page_type != cleaned["place"].model._meta.label_lower
    domain.move_to(document, cleaned["place"])
    if "make" not in request.POST or changed:
        sentence = _("Another kind of page: look through its parts once more.") if changed else _("Kept. Nobody else sees it before you make the draft.")
        messages.success(request, sentence)
        return redirect("word_review", pk=document.pk)
    WordImport.objects.filter(pk=document.pk, state=State.READ).update(state=State.MAKING)
    return go_on(request, document)


def progress(request, document: WordImport) -> HttpResponse:
    if document.state != State.MAKING:
        return redirect(document.address or "word_start")
    facts = {"document": document, "made": document.pictures.exclude(picture=None).count(), "total": document.pictures.count()}
    return shown(request, "progress", _("The draft is being made"), facts)


@require_POST
def proceed(request, pk):
    document = own(request, pk)
    return go_on(request, document) if document.state == State.MAKING else redirect(document.address or "word_start")


def go_on(request, document: WordImport) -> HttpResponse:
    """Some seconds of pictures, or the page itself. A second press finds the first at work and waits."""
    if place_at(request.user, f"{document.page_type}:{document.parent_id}") is None:
        WordImport.objects.filter(pk=document.pk).update(state=State.READ)
        messages.error(request, _("You may not add a page there. Choose another place."))
        return redirect("word_review", pk=document.pk)
    if not document.claim():
        return redirect("word_review", pk=document.pk)
    try:
        document.refresh_from_db()
        if document.state == State.MAKING and domain.make_pictures(document, request.user, PICTURE_SECONDS):
            page, without_place = domain.make_page(document, request.user)
            messages.success(request, _("The draft “%(title)s” is made. Read through it, then save it.") % {"title": page.title})
            if without_place:
                messages.warning(request, sentences.taken(without_place))
            return redirect("wagtailadmin_pages:edit", page.pk)
    except OSError:
        messages.error(request, UNAVAILABLE)
    finally:
        document.release()
    return redirect("word_review", pk=document.pk)


@require_POST
def discard(request, pk):
    document = own(request, pk)
    document.forget()
    messages.success(request, _("“%(name)s” is deleted from this list.") % {"name": document.name})
    return redirect("word_start")


@require_safe
def picture(request, pk, number):
    """The small picture of the preview; her own only."""
    found = own(request, pk).pictures.filter(number=number).first()
    if found is None:
        raise Http404
    try:
        answer = FileResponse(found.small.open(), content_type="image/jpeg")
    except OSError as gone:
        raise Http404 from gone
    answer["X-Content-Type-Options"] = "nosniff"
    return answer


@require_safe
@with_a_place
def pattern_file(request, name):
    """A Word file to write in, with real headings and what belongs below each."""
    model = next((model for model in page_models() if model._meta.model_name == name), None)
    if model is None:
        raise Http404
    answer = HttpResponse(pattern.written(model.part_pattern), content_type=pattern.CONTENT_TYPE)
    answer["Content-Disposition"] = f'attachment; filename="mau-{name.removesuffix("page")}.docx"'
    return answer


urlpatterns = [
    path("tu-word/", start, name="word_start"),
    path("tu-word/mau/<slug:name>.docx", pattern_file, name="word_pattern"),
    path("tu-word/<uuid:pk>/", review, name="word_review"),
    path("tu-word/<uuid:pk>/tiep/", proceed, name="word_proceed"),
    path("tu-word/<uuid:pk>/bo/", discard, name="word_discard"),
    path("tu-word/<uuid:pk>/anh/<int:number>.jpg", picture, name="word_picture"),
]
