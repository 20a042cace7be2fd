"""The sheet of learning cards: made for those who have none, the same again for those who have one."""

from collections.abc import Sequence
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone, translation

from config.languages import SOURCE
from members.audit import AuditEntry, record
from members.models import Card, Member, Unit
from members.signin.door import issue_cards
from pages.text import ascii_slug
from sharing.cards import CardFace, card_sheet

MOST = 400  # cards in one file: what a request can draw in its time
PAPERS = ("a4", "a6")


def printed(*, members: Sequence[Member], unit: Unit, by: Member, paper: str = "a4", phone: str = "") -> HttpResponse:
    """A PDF to download. At most MOST members; the log tells that it was made."""
    cards = issue_cards(members=members, by=by)
    record(AuditEntry.Action.EXPORT, actor=by, unit=unit, details={"what": "cards", "count": len(cards)})
    sheet = card_sheet([face(card) for card in cards], unit_name=str(unit), printed_on=timezone.localdate(), phone=phone, per_page=paper)
    response = HttpResponse(sheet, content_type="application/pdf")
    of_whom = unit.name if len(members) != 1 else members[0].full_name
    response["Content-Disposition"] = f'attachment; filename="the-hoc-{ascii_slug(of_whom)}.pdf"'
    return response


def face(card: Card) -> CardFace:
    return CardFace(card.member.full_name, str(card.member.unit), card.code, address_of(card), urlsplit(settings.SITE_URL).netloc)


def address_of(card: Card) -> str:
    """What its QR opens. Without a language's prefix, whatever language the officer reads."""
    with translation.override(SOURCE):
        return settings.SITE_URL + reverse("sign_in_card", args=[card.secret])


def paper_of(request) -> str:
    return request.POST["giay"] if request.POST.get("giay") in PAPERS else PAPERS[0]
