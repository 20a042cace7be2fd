"""What the tests of the door share: PINs, cards, phones."""

from django.test import Client

from members.audit import AuditEntry
from members.cards import Card
from members.signin import door

PIN, OTHER_PIN, WRONG = "271828", "314159", "999998"


def with_card(member, pin: str = "") -> Card:
    """Her card; with the PIN that she has chosen, if one is named."""
    card = door.issue_card(member=member, by=None)
    if pin:
        door.choose_pin(member=member, pin=pin)
    return card


def card_address(card) -> str:
    return f"/dang-nhap/the/{card.secret}/"


def pin_page(client: Client, card) -> str:
    """Where the typed code leads."""
    return client.post("/dang-nhap/", {"code": card.code})["Location"]


def signed_in(client: Client) -> str | None:
    """The number of the member who is signed in."""
    return client.session.get("_auth_user_id")


def audited(*actions) -> list[tuple[str, int | None]]:
    """(action, member's number), the oldest first, of these actions or of all."""
    rows = AuditEntry.objects.filter(action__in=actions) if actions else AuditEntry.objects.all()
    return list(rows.order_by("pk").values_list("action", "member_id"))
