"""Who comes in and how: cards, PINs, phones, invitations. Nobody but the member ever sees a PIN."""

import secrets
from collections.abc import Iterable
from datetime import timedelta

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import get_language

from members.audit import AuditEntry, record
from members.cards import Card
from members.devices import Device, Enrolment
from members.invitations import Invitation, JoinRequest
from members.limits import Limit, Locked
from members.models import Member
from members.signin.pins import hashed_pin, pin_matches
from members.units import Unit

Action = AuditEntry.Action


class WrongPin(Exception):
    def __init__(self, left: int):
        super().__init__(left)
        self.left = left  # tries


class PinAlreadyChosen(Exception):
    """By someone who held the card a moment earlier."""


class NoSeatLeft(Exception):
    """The invitation is used, over or withdrawn."""


# Cards


def issue_card(*, member: Member, by: Member | None) -> Card:
    """Her living card, made if she has none. It can be shown and printed again as it is."""
    return issue_cards(members=[member], by=by)[0]


@transaction.atomic
def issue_cards(*, members: Iterable[Member], by: Member | None) -> list[Card]:
    """One living card each, in the order given. Two officers who print one branch at once get the same cards."""
    members = list(members)
    of_member = {card.member_id: card for card in _not_withdrawn(members)}
    missing = [member for member in members if member.pk not in of_member]
    if missing:
        fresh = [Card.fresh(member, made_by=by) for member in missing]
        Card.objects.bulk_create(fresh, ignore_conflicts=True, batch_size=500)
        of_member = {card.member_id: card for card in _not_withdrawn(members)}
        for card in fresh:
            if of_member[card.member_id].nonce == card.nonce:
                record(Action.CARD_MADE, actor=by, member=card.member)
    return [of_member[member.pk] for member in members]


def _not_withdrawn(members: list[Member]):
    return Card.objects.filter(revoked_at=None, member__in=[member.pk for member in members]).select_related("member__unit")


@transaction.atomic
def reissue_card(*, member: Member, by: Member | None) -> Card:
    """Face to face, when she has lost her card or forgotten her PIN: the old card, the PIN, her sessions and her phones
    end; the next one who holds the new card chooses a PIN."""
    Member.objects.select_for_update().get(pk=member.pk)  # two officers at once: one card after the other
    Card.objects.filter(member=member, revoked_at=None).update(revoked_at=timezone.now())
    _write_pin(member, "")
    if not member.has_password:
        Limit.of_member(member).clear()
    card = Card.fresh(member, made_by=by)
    card.save()
    record(Action.RECOVERY, actor=by, member=member)
    return card


# PINs


def choose_pin(*, member: Member, pin: str) -> None:
    """The first PIN of a new card. Raises PinAlreadyChosen: of two at once, one gets it."""
    stored = hashed_pin(pin)  # takes its time, so before the lock
    with transaction.atomic():
        if Member.objects.select_for_update().get(pk=member.pk).pin:
            raise PinAlreadyChosen
        _write_pin(member, stored)
        record(Action.PIN_SET, actor=member, member=member)


def _write_pin(member: Member, stored: str) -> None:
    """A new PIN, or none: what was opened with the old one is closed (Member.get_session_auth_hash does it for sessions)."""
    member.pin = stored
    member.save(update_fields=["pin"])
    Enrolment.objects.filter(member=member).delete()


def try_pin(*, member: Member, pin: str, phone: Device | None = None) -> None:
    """Returns if it is hers. Raises WrongPin, or Locked for the one that was too many and for all that follow for a while.

    Of staff it only gives back its own try: who knows the PIN gets no more guesses at the password by it.
    """
    limits = [Limit.of_member(member), *([Limit.of_phone(phone)] if phone else [])]
    left = claim(*limits)
    if pin_matches(pin, member.pin):
        for limit in limits:
            if limit.kind == "member" and member.has_password:
                limit.give_back()
            else:
                limit.clear()
        return
    if 0 in left:
        spent = limits[left.index(0)]
        record(Action.LOCKED, member=member, details={"what": spent.kind})
        spent.take()  # raises Locked, with the time to wait
    raise WrongPin(min(left))


def claim(*limits: Limit) -> list[int]:
    """A try of each, or of none: what is left of them. Raises Locked."""
    left: list[int] = []
    for limit in limits:
        try:
            left.append(limit.take())
        except Locked:
            for taken in limits[: len(left)]:
                taken.give_back()
            raise
    return left


# Phones


def enrol(*, member: Member, phone: Device) -> None:
    """From now on her PIN is enough on this phone."""
    Enrolment.objects.update_or_create(device=phone, member=member, defaults={"last_used": timezone.now()})


def forget(*, member_id: int, phone: Device) -> None:
    """Take a name off this phone."""
    Enrolment.objects.filter(device=phone, member_id=member_id).delete()


# Invitations


@transaction.atomic
def invite(*, unit: Unit, by: Member, seats: int, days: int) -> tuple[Invitation, str]:
    """A link for so many women and days. The secret is shown now and never again."""
    invitation, secret = Invitation.fresh(unit=unit, made_by=by, seats=seats, valid_until=timezone.now() + timedelta(days=days))
    invitation.save()
    record(Action.INVITATION, actor=by, unit=unit, details={"seats": seats, "days": days})
    return invitation, secret


@transaction.atomic
def withdraw(*, invitation: Invitation, by: Member | None) -> None:
    if Invitation.objects.filter(pk=invitation.pk, revoked_at=None).update(revoked_at=timezone.now()):
        record(Action.CORRECTION, actor=by, unit=invitation.unit, details={"what": "invitation", "deed": "withdrawn"})


def ask_to_join(*, invitation: Invitation, phone: Device, full_name: str, pin: str, telephone: str = "", birth_year: int | None = None) -> JoinRequest:
    """A seat and a request that waits for the chairwoman. The same woman on the same phone asks once, however often she taps.

    Raises NoSeatLeft: of two at once for the last seat, one gets it.
    """
    hers, usable = JoinRequest.objects.filter(invitation=invitation, device=phone, full_name=full_name), Invitation.objects.usable().filter(pk=invitation.pk)
    if asked := hers.first():
        return asked
    if not usable.exists():
        raise NoSeatLeft
    stored = hashed_pin(pin)  # takes its time, so not for a dead link, and before the lock
    with transaction.atomic():
        Invitation.objects.select_for_update().get(pk=invitation.pk)
        if asked := hers.first():
            return asked
        if not usable.update(used=F("used") + 1):
            raise NoSeatLeft
        return JoinRequest.objects.create(
            invitation=invitation,
            device=phone,
            full_name=full_name,
            phone=telephone,
            birth_year=birth_year,
            pin=stored,
            language=get_language(),
        )


@transaction.atomic
def accept(*, request: JoinRequest, by: Member) -> Member | None:
    """She becomes a member of the branch and may sign in on the phone she asked from. None if it was refused before."""
    request = JoinRequest.objects.select_for_update(of=("self",)).select_related("invitation__unit", "device", "member").get(pk=request.pk)
    if request.state != JoinRequest.State.WAITING:
        return request.member
    member = Member(
        username=f"hv-{secrets.token_hex(6)}",
        full_name=request.full_name,
        phone=request.phone,
        birth_year=request.birth_year,
        language=request.language,
        unit=request.invitation.unit,
        pin=request.pin,
    )
    member.set_unusable_password()
    member.save()
    if request.device:
        enrol(member=member, phone=request.device)
    _decide(request, JoinRequest.State.ACCEPTED, by, member)
    record(Action.JOINED, actor=by, member=member)
    return member


@transaction.atomic
def refuse(*, request: JoinRequest, by: Member) -> None:
    """Her seat is not given to another: the link went astray."""
    request = JoinRequest.objects.select_for_update(of=("self",)).select_related("invitation__unit").get(pk=request.pk)
    if request.state == JoinRequest.State.WAITING:
        _decide(request, JoinRequest.State.REFUSED, by, None)
        record(Action.CORRECTION, actor=by, unit=request.invitation.unit, details={"what": "request to join", "deed": "refused"})


def _decide(request: JoinRequest, state: str, by: Member, member: Member | None) -> None:
    request.state, request.member, request.decided_by, request.decided_at = state, member, by, timezone.now()
    request.pin = ""  # the member has it now, or nobody needs it
    request.save(update_fields=["state", "member", "decided_by", "decided_at", "pin"])
