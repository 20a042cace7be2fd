"""Learning cards of two demonstration members: what whoever tries the site scans or types. A PIN they choose themselves."""

from urllib.parse import urlsplit

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from config.languages import SOURCE
from home.demo.people import CHAIRWOMAN, MAI
from members.cards import Card
from members.models import Member
from sharing.cards import CardFace, card_sheet

PRINTED, TOLD = "demo-card.pdf", "demo-cards.txt"
SPACE = " " * 15  # as wide as what stands before the names in the Makefile


def hand_out() -> None:
    """A card each, unless she has one; the member's as a PDF, both told in a file that git ignores. Those who are gone get none."""
    lines = []
    for label, code in (("Member card:", MAI), ("Chairwoman:", CHAIRWOMAN)):
        member = Member.objects.active().filter(member_code=code).select_related("unit").first()
        if member is None:
            continue
        card = _card(member)
        lines.append(f"{label:<15}{member}, code {card.printed_code}, {address(card)}")
        if code == MAI:
            lines.append(f"{SPACE}to print (A6): {_print(card, member)}")
    if lines:
        lines.append(f"{SPACE}Each chooses her PIN herself, the first time her card is scanned or its code typed.")
    path = settings.VAR / TOLD
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    path.chmod(0o600)


def address(card: Card) -> str:
    """What its QR opens."""
    with override(SOURCE):
        return settings.SITE_URL + reverse("sign_in_card", args=[card.secret])


def _card(member: Member) -> Card:
    card = member.cards.filter(revoked_at=None).first()
    if card is None:
        card = Card.fresh(member)
        card.save()
    return card


def _print(card: Card, member: Member) -> str:
    face = CardFace(member.get_full_name(), str(member.unit), card.code, address(card), urlsplit(settings.SITE_URL).netloc)
    path = settings.VAR / PRINTED
    path.write_bytes(card_sheet([face], unit_name=str(member.unit), printed_on=timezone.localdate(), per_page="a6"))
    path.chmod(0o600)
    return str(path)
