"""/cms/huong-dan/: the cards, for everybody who works in /cms/. They print on A4, one sheet each or all together."""

from django.http import Http404
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from editing.help.cards import cards
from editing.help.practice import room


@require_safe
def guide(request):
    context = {"cards": cards().values(), "header_title": _("Guide"), "page_title": _("Guide"), "header_icon": "help", "room": room()}
    return render(request, "editing/help/list.html", context)


@require_safe
def card(request, slug):
    if slug not in cards():
        raise Http404
    return sheets(request, [cards()[slug]])


@require_safe
def all_cards(request):
    return sheets(request, list(cards().values()))


def sheets(request, shown):
    title = shown[0].title if len(shown) == 1 else _("Guide")
    return render(request, "editing/help/sheets.html", {"cards": shown, "header_title": title, "several": len(shown) > 1})
