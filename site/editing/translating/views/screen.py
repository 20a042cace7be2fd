"""/cms/dich/<number>/: the translator's screen. One form: whichever button she presses, all that she typed is sent."""

import re

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST
from wagtail_localize.models import Translation

from editing.translating import overrides, writing
from editing.translating.comments import LONGEST, Comment
from editing.translating.segments import SHOWN, help_with, sentences
from editing.translating.views.common import own_name, own_translation, shown
from editing.translating.writing import Outcome, Words
from pages import outdated
from pages.localize_views import may_edit

KEY = re.compile(r"t-(\d{1,18})-(\d{1,18})")
TO_DO, ALL = "can-dich", "tat-ca"


def typed(post) -> list[Words]:
    """All boxes of the form, with what they held when they were shown."""
    found = []
    for name, text in post.items():
        key = name.removeprefix("t-")
        if (place := KEY.fullmatch(name)) and post.get("theirs") != key:
            found.append(Words(int(place[1]), int(place[2]), text, post.get(f"seen-{key}", ""), f"anyway-{key}" in post))
    return found


@require_http_methods(["GET", "HEAD", "POST"])
def screen(request, pk):
    if request.method == "POST" and not Translation.objects.filter(pk=pk).exists():
        return gone(request)
    translation, source, target = own_translation(request, pk)
    if request.method != "POST":
        return rendered(request, translation, source, target)
    if not may_edit(request.user, target):
        return ask(request, translation)
    words = typed(request.POST)
    if reuse := request.POST.get("reuse"):
        words = with_former(translation, words, reuse)
    outcome = writing.write(translation=translation, words=words, by=request.user)
    for fault in overrides.write(translation=translation, post=request.POST, by=request.user):
        messages.error(request, fault)
    say(request, outcome)
    if outcome.open:
        return rendered(request, translation, source, target, outcome)
    action = request.POST.get("action")
    if "ask" in request.POST:
        return ask(request, translation)
    if action == "publish":
        return publish(request, translation)
    if action == "draft":
        writing.draft(translation=translation, by=request.user)
        messages.success(request, _("The draft has the words of today."))
    if action == "reuse-all":
        reuse_all(request, translation)
    return redirect(place_after(request, translation))


def place_after(request, translation) -> str:
    """Back to where she was: to the sentence whose button she pressed, in the same list."""
    view = request.POST.get("xem", "")
    address = reverse("translation_screen", args=[translation.pk])
    page = request.POST.get("trang", "")
    query = f"?xem={view}&trang={page}" if view in {TO_DO, ALL} and page.isdecimal() else ""
    pressed = request.POST.get("save") or request.POST.get("reuse") or ""
    return address + query + (f"#c{pressed}" if re.fullmatch(r"\d+-\d+", pressed) else "")


def with_former(translation, words: list[Words], key: str) -> list[Words]:
    """The old translation into the box of one sentence, in the place of what stood there."""
    everything = sentences(translation)
    one = next((sentence for sentence in everything if sentence.key == key), None)
    if one is None:
        return words
    help_with(translation, [one], everything)
    text = one.former.translation if one.former else one.elsewhere
    if not text:
        return words
    return [*(word for word in words if f"{word.context}-{word.string}" != key), Words(one.context, one.string, text, one.seen)]


def reuse_all(request, translation) -> None:
    """What other pages made of equal sentences, wherever a sentence is still empty."""
    everything = sentences(translation)
    open_ones = [sentence for sentence in everything if sentence.kept is None]
    help_with(translation, open_ones, everything)
    words = [Words(one.context, one.string, one.elsewhere, "") for one in open_ones if one.elsewhere]
    say(request, writing.write(translation=translation, words=words, by=request.user))


def say(request, outcome: Outcome) -> None:
    if count := len(outcome.saved):
        messages.success(request, ngettext("%(count)s sentence saved.", "%(count)s sentences saved.", count) % {"count": count})
    if count := len(outcome.late):
        messages.warning(
            request,
            ngettext(
                "The Vietnamese text changed while you wrote. Your sentence is kept: it stands beside the new one.",
                "The Vietnamese text changed while you wrote. Your %(count)s sentences are kept: they stand beside the new ones.",
                count,
            )
            % {"count": count},
        )
    if theirs := sum(1 for sentence in outcome.open.values() if sentence.conflict):
        messages.error(
            request,
            ngettext(
                "Somebody else changed a sentence while you wrote. Both are shown below: choose.",
                "Somebody else changed %(count)s sentences while you wrote. Both are shown below: choose.",
                theirs,
            )
            % {"count": theirs},
        )
    if wrong := sum(1 for sentence in outcome.open.values() if sentence.faults):
        messages.error(
            request,
            ngettext("%(count)s sentence is not saved: see what is wrong below it.", "%(count)s sentences are not saved: see what is wrong below them.", wrong)
            % {"count": wrong},
        )


def publish(request, translation):
    try:
        target = writing.publish(translation=translation, by=request.user)
    except writing.NotPublished as refused:
        messages.error(request, str(refused))
        return redirect("translation_screen", pk=translation.pk)
    messages.success(request, _("“%(title)s” is published.") % {"title": target.get_admin_display_title()})
    return redirect(reverse("translation_screen", args=[translation.pk]) + f"?xem={ALL}")


def rendered(request, translation, source, target, outcome: Outcome | None = None):
    everything = sentences(translation)
    still = outcome.open if outcome else {}
    everything = [still.get(sentence.key, sentence) for sentence in everything]
    strangers = [sentence for key, sentence in still.items() if all(sentence.key != other.key for other in everything)]
    open_ones = [sentence for sentence in everything if not sentence.is_done]
    view = request.GET.get("xem") or request.POST.get("xem") or ""
    view = view if view in {TO_DO, ALL} else (TO_DO if open_ones else ALL)
    listed = [sentence for sentence in everything if not sentence.is_done or sentence.key in still] if view == TO_DO else everything
    pages = max(1, -(-len(listed) // SHOWN))
    asked = request.GET.get("trang") or request.POST.get("trang") or "1"
    number = min(max(1, int(asked)), pages) if asked.isdecimal() and len(asked) < 6 else 1
    if still:  # all that needs her, wherever it stands
        listed, pages, number = (
            [*strangers, *[sentence for sentence in listed if sentence.key in still], *[one for one in listed if one.key not in still]][:SHOWN],
            1,
            1,
        )
    seen = listed[(number - 1) * SHOWN : number * SHOWN]
    help_with(translation, seen, everything)
    code = translation.target_locale.language_code
    writes = may_edit(request.user, target)
    if request.method == "GET" and target.specific.is_outdated and not open_ones:
        messages.info(request, outdated.sentence())
    page_comments = list(translation.comments.filter(context=None).select_related("by"))
    facts = {
        "translation": translation,
        "source": source,
        "target": target,
        "language": own_name(code),
        "code": code,
        "sentences": seen,
        "view": view,
        "left": len(open_ones),
        "total": len(everything),
        "done": len(everything) - len(open_ones),
        "page_number": number,
        "page_numbers": range(1, pages + 1),
        "known_elsewhere": sum(1 for sentence in seen if sentence.elsewhere and sentence.kept is None),
        "others": overrides.fields(translation) if writes else [],
        "comments": page_comments,
        "said": [said.pk for said in page_comments] + [said.pk for sentence in seen for said in sentence.comments],
        "writes": writes,
        "may_edit_source": may_edit(request.user, source),
        "publishes": writes and writing.may_publish(target, request.user),
        "longest_comment": LONGEST,
        "media": overrides.media(),
    }
    title = f"{source.get_admin_display_title()} → {own_name(code)}"
    return shown(request, "screen", title, facts, 422 if still else 200)


def gone(request):
    """The page was deleted, or is kept by hand now. What she wrote is shown so that nothing is lost."""
    words = [word.text for word in typed(request.POST) if word.text.strip()]
    return shown(request, "gone", _("This translation is no longer there"), {"text": "\n\n".join(words)}, 410)


@require_POST
def hand_back(request):
    """Her own words as a file. Nothing is read and nothing kept."""
    answer = HttpResponse(request.POST.get("text", ""), content_type="text/plain; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="ban-dich.txt"'
    return answer


def ask(request, translation):
    """About one sentence, from its own box on the screen: both sides may."""
    key = request.POST.get("ask", "")
    found = re.fullmatch(r"(\d{1,18})-(\d{1,18})", key)
    if not found:
        raise PermissionDenied
    sentence = int(found[1]), int(found[2])
    if not translation.source.stringsegment_set.filter(context=sentence[0], string=sentence[1]).exists():
        messages.error(request, _("The sentence has changed meanwhile. Ask about the new one."))
        return redirect("translation_screen", pk=translation.pk)
    return speak(request, translation, request.POST.get(f"say-{key}", ""), sentence)


@require_POST
def comment(request, pk):
    """About the whole page."""
    translation, _source, _target = own_translation(request, pk)
    return speak(request, translation, request.POST.get("comment", ""), None)


def speak(request, translation, text: str, sentence: tuple[int, int] | None):
    text = text.strip()
    if not text or len(text) > LONGEST:
        messages.error(request, _("Write a comment of at most %(count)s characters.") % {"count": LONGEST})
        return redirect("translation_screen", pk=translation.pk)
    said = writing.comment(translation=translation, by=request.user, text=text, sentence=sentence)
    messages.success(request, _("Your comment is sent."))
    return redirect(writing.address_of(said))


@require_POST
def settle(request, pk, comment_pk):
    """Whoever works on the page says that a comment is dealt with."""
    translation, _source, _target = own_translation(request, pk)
    said = get_object_or_404(Comment, pk=comment_pk, translation=translation)
    said.settled_at = None if said.settled_at else timezone.now()
    said.save(update_fields=["settled_at"])
    return redirect(writing.address_of(said))
