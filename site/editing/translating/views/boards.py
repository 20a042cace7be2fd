"""/cms/dich/ and, for one page, /cms/dich/trang/<number>/."""

from urllib.parse import urlencode

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.html import format_html_join
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe
from wagtail.models import Page

from editing.translating import writing
from editing.translating.board import Board, Choice, State, cells_of
from editing.translating.rights import OTHERS, Sight, known_to, may_send
from editing.translating.sending import with_subtree
from editing.translating.sendings import AT_ONCE, Sending
from editing.translating.standings import Standing
from editing.translating.views.common import own_name, shown, sight_or_403, source_or_404
from pages.localize_views import may_edit

AGES = (7, 30, 90)
SECONDS = 5  # of work a request
MOST = 5000  # pages of one sending
CHOSEN = mark_safe(" selected")


def choice_of(query) -> Choice:
    """What the address asks for; nonsense is left out."""
    state, language = query.get("trang-thai", ""), query.get("ngon-ngu", "")
    return Choice(
        section=number(query.get("muc")),
        language=language if language in OTHERS else "",
        state=state if state in State.values else "",
        days=number(query.get("tuoi")),
        words=query.get("tim", "").strip()[:100],
        number=number(query.get("trang")) or 1,
    )


def number(text: str | None) -> int | None:
    return int(text) if text and text.isdecimal() and len(text) < 10 else None


def options(sections, chosen: int | None):
    """Written here: a wide site has a thousand, and the template asks a dozen things for each."""
    return format_html_join(
        "", '<option value="{}"{}>{}</option>', ((section.pk, CHOSEN if section.pk == chosen else "", section.title) for section in sections)
    )


@require_safe
def board(request):
    sight = sight_or_403(request)
    choice = choice_of(request.GET)
    looked = Board(sight, choice)
    asked = {key: value for key, value in request.GET.items() if key != "trang" and value}
    sends = request.user.has_perm("wagtail_localize.submit_translation")
    facts = {
        "board": looked,
        "choice": choice,
        "sections": options(looked.sections, choice.section),
        "languages": [(code, own_name(code)) for code in looked.languages],
        "all_languages": [(code, own_name(code)) for code in looked.all_languages],
        "counts": [(state.value, state.label, looked.totals[state.value]) for state in State],
        "states": State.choices,
        "ages": AGES,
        "sends": sends,
        "adding": {code for code in looked.languages if sight.adding.get(code)} if sends else set(),
        "query": urlencode(asked),
    }
    return shown(request, "board", _("Translate"), facts)


@require_safe
def page(request, pk):
    """The translations of one page: send, go to the work, publish what is ready."""
    source, sight = source_or_404(request, pk)
    cells = [(code, own_name(code), cell, cell.state == State.MISSING and may_send(request.user, source, code)) for code, cell in cells_of(source, sight)]
    below = source.get_descendants().count()
    facts = {
        "source": source,
        "cells": cells,
        "may_send": any(sendable for *_rest, sendable in cells) or (below and may_edit(request.user, source)),
        "below": below,
        "ready": [own_name(code) for code, _name, cell, _sendable in cells if cell.state == State.READY],
        "may_edit": may_edit(request.user, source),
        "wanted": request.GET.get("ngon-ngu", ""),
    }
    return shown(request, "page", source.get_admin_display_title(), facts)


@require_POST
def publish_ready(request, pk):
    """Every translation that is ready and that she may publish; the others are named with what they lack."""
    source, sight = source_or_404(request, pk)
    ready = [cell for _code, cell in cells_of(source, sight) if cell.state in {State.READY, State.OUTDATED, State.DRAFT} and cell.translation]
    published = []
    for standing in Standing.objects.filter(translation__in=[cell.translation for cell in ready]).select_related(
        "translation__source__locale", "translation__target_locale"
    ):
        name = own_name(standing.translation.target_locale.language_code)
        try:
            writing.publish(translation=standing.translation, by=request.user)
        except writing.NotPublished as refused:
            messages.warning(request, f"{name}: {refused}")
        else:
            published.append(name)
    if published:
        messages.success(request, _("Published: %(names)s.") % {"names": ", ".join(published)})
    elif not ready:
        messages.warning(request, _("No translation of this page waits to be published."))
    return redirect("translation_page", pk=source.pk)


@require_POST
def send(request):
    """Pages chosen on the board or on their own screen; few at once, many as a run of its own."""
    pages, codes = asked(request, sight_or_403(request))
    if not pages or not codes:
        messages.error(request, _("Choose at least one page and one language."))
        return redirect(back(request))
    if len(pages) > MOST:
        messages.error(request, _("These are %(count)s pages. Send at most %(most)s at once, section by section.") % {"count": len(pages), "most": MOST})
        return redirect(back(request))
    run = Sending.objects.create(made_by=request.user, pages=pages, languages=codes)
    if len(pages) * len(codes) > AT_ONCE:
        return redirect("translation_sending", pk=run.pk)
    run.advance()
    for refusal in run.refusals.all():
        messages.warning(request, f"{refusal.title} ({own_name(refusal.language)}): {refusal.why}")
    if run.begun:
        messages.success(request, ngettext("%(count)s translation begun.", "%(count)s translations begun.", run.begun) % {"count": run.begun})
    begun = Standing.objects.filter(source__pk=pages[0], locale__language_code=codes[0]).first()
    if len(pages) == len(codes) == 1 and begun:
        return redirect("translation_screen", pk=begun.translation_id)
    return redirect(back(request))


def asked(request, sight: Sight) -> tuple[list[int], list[str]]:
    """Pages in the order of the tree, with all below where that is asked for, and languages. A cell of the board asks for one."""
    if "one" in request.POST:
        pk, _colon, code = request.POST["one"].partition(":")
        chosen, codes = [pk], [code]
    else:
        chosen, codes = request.POST.getlist("pages"), request.POST.getlist("languages")
    pages = known_to(sight, Page.objects.filter(pk__in=[pk for pk in map(number, chosen) if pk])).order_by("path")
    if request.POST.get("subtree"):
        found = {page.pk for top in pages for page in with_subtree(top)}
        pages = known_to(sight, Page.objects.filter(pk__in=found)).order_by("path")
    return [page.pk for page in pages], [code for code in dict.fromkeys(codes) if code in OTHERS]


def back(request) -> str:
    """Where she came from, by name: never an address that somebody else has put into the form."""
    pk = number(request.POST.get("page"))
    if pk:
        return reverse("translation_page", args=[pk])
    return reverse("translation_board") + ("?" + request.POST["query"] if request.POST.get("query") else "")


def own_sending(request, pk) -> Sending:
    found = Sending.objects.filter(pk=pk).first()
    if found is None or (found.made_by_id != request.user.pk and not request.user.is_superuser):
        raise Http404
    return found


@require_safe
def sending(request, pk):
    run = own_sending(request, pk)
    facts = {"run": run, "at_work": run.state == Sending.State.RUNNING, "names": [own_name(code) for code in run.languages]}
    return shown(request, "sending", _("Sending to translation"), facts)


@require_POST
def proceed(request, pk):
    """The next seconds of work."""
    run = own_sending(request, pk)
    run.advance(seconds=SECONDS)
    return redirect("translation_sending", pk=run.pk)


@require_POST
def cancel(request, pk):
    run = own_sending(request, pk)
    run.cancel()
    messages.success(request, _("Stopped. What was sent stays sent."))
    return redirect("translation_sending", pk=run.pk)
