"""Learning cards of two demonstration members: what whoever tries the site scans or types. A PIN they choose themselves."""

from django.conf import settings
from django.utils import timezone

from home.demo.people import CHAIRWOMAN, MAI
from learning.desk.printing import address_of, face
from members.models import Card, Member
from members.signin.door import issue_card
from sharing.cards import card_sheet

PRINTED, TOLD = "demo-card.pdf", "demo-cards.txt"
SPACE = " " * 15  # as wide as what stands before the names in the Makefile


def hand_out() -> None:
    """A card each, unless she has one; the member's as a PDF, both told in a file that git ignores. Those who are gone get none."""
    lines = []
    for label, code in (("Member card:", MAI), ("Chairwoman:", CHAIRWOMAN)):
        member = Member.objects.active().filter(member_code=code).first()
        if member is None:
            continue
        card = issue_card(member=member, by=None)
        lines.append(f"{label:<15}{member}, code {card.printed_code}, {address_of(card)}")
        if code == MAI:
            lines.append(f"{SPACE}to print (A6): {_print(card)}")
    if lines:
        lines.append(f"{SPACE}Each chooses her PIN herself, the first time her card is scanned or its code typed.")
    path = settings.VAR / TOLD
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    path.chmod(0o600)


def _print(card: Card) -> str:
    path = settings.VAR / PRINTED
    path.write_bytes(card_sheet([face(card)], unit_name=str(card.member.unit), printed_on=timezone.localdate(), per_page="a6"))
    path.chmod(0o600)
    return str(path)
