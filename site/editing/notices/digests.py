"""One mail a day to each who has something to hear.

The claim (Digest) is written before the mail goes: a second run on the same day, or one beside it, finds it and sends
nothing. What was mailed is marked after; what a crash leaves unmarked goes into the next day's mail, so a line may come
twice and none is lost. A mail server that fails gives the claims back, and the next run tries again.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby
from smtplib import SMTPDataError, SMTPException, SMTPRecipientsRefused
from uuid import uuid4

from django.conf import settings
from django.core.mail import EmailMultiAlternatives, get_connection
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import get_supported_language_variant, ngettext, override

from editing.notices.models import Digest, Notice

BATCH = 50  # people whose claims are written together; so many may wait a day longer if the machine dies
LINES = 40  # a mail on a slow telephone; the rest is named by its number and stays in /cms/
NEVER_FOR_HER = (SMTPRecipientsRefused, SMTPDataError, ValueError)  # her address or her letter, not the server


class ServerFailed(Exception):
    """The mail server does not take letters."""


@dataclass
class Outcome:
    sent: int = 0
    refused: list[str] = field(default_factory=list)  # names whose address the server does not take


def send() -> Outcome:
    """Raises ServerFailed; what was sent before stays sent."""
    day, outcome = timezone.localdate(), Outcome()
    pending = waiting()
    done = set(Digest.objects.filter(day=day, member__in=pending.keys()).values_list("member", flat=True))
    undone = [key for key in pending if key not in done]
    for first in range(0, len(undone), BATCH):
        keys, run = undone[first : first + BATCH], uuid4()
        Digest.objects.bulk_create([Digest(member_id=key, day=day, run=run) for key in keys], ignore_conflicts=True)
        mine = set(Digest.objects.filter(run=run).values_list("member", flat=True))
        send_claimed([pending[key] for key in keys if key in mine], run, outcome)
    return outcome


def waiting() -> dict[int, list[Notice]]:
    """What is to be told, by the member; each list oldest first."""
    notices = Notice.objects.to_mail().select_related("recipient__wagtail_userprofile", "by").order_by("recipient", "at", "pk")
    return {key: list(hers) for key, hers in groupby(notices, lambda notice: notice.recipient_id)}


def send_claimed(digests: Iterable[list[Notice]], run, outcome: Outcome) -> None:
    """Whatever ends this early, those without a mail lose their claim and those with one keep it."""
    told: list[Notice] = []
    try:
        with get_connection() as connection:
            for hers in digests:
                try:
                    letter(hers, connection).send()
                except NEVER_FOR_HER:
                    outcome.refused.append(hers[0].recipient.get_full_name())
                else:
                    told += hers
                    outcome.sent += 1
    except (OSError, SMTPException) as failure:
        raise ServerFailed(str(failure)) from failure
    finally:
        Notice.objects.filter(pk__in=[notice.pk for notice in told]).update(mailed_at=timezone.now())
        Digest.objects.filter(run=run).exclude(member__in={notice.recipient_id for notice in told}).delete()


def letter(hers: list[Notice], connection) -> EmailMultiAlternatives:
    member = hers[0].recipient
    with override(language_of(member)):
        count = len(hers)
        subject = ngettext("%(site)s: %(count)d notice for you", "%(site)s: %(count)d notices for you", count)
        context = {
            "member": member,
            "site_name": settings.WAGTAIL_SITE_NAME,
            "site_url": settings.SITE_URL,
            "groups": list(grouped(hers[:LINES])),
            "more": max(count - LINES, 0),
        }
        mail = EmailMultiAlternatives(
            subject % {"site": settings.WAGTAIL_SITE_NAME, "count": count},
            render_to_string("editing/notices/digest.txt", context),
            to=[member.email],
            connection=connection,
            headers={"Auto-Submitted": "auto-generated"},
        )
        mail.attach_alternative(render_to_string("editing/notices/digest.html", context), "text/html")
    return mail


def grouped(notices: Iterable[Notice]) -> Iterator[dict]:
    """By kind, in the order of Notice.Kind; within a kind oldest first."""
    for kind in Notice.Kind:
        if hers := [notice for notice in notices if notice.kind == kind]:
            yield {"label": capfirst(kind.label), "notices": hers}


def language_of(member) -> str:
    """That of her admin."""
    profile = getattr(member, "wagtail_userprofile", None)
    try:
        return get_supported_language_variant(profile.preferred_language if profile and profile.preferred_language else settings.LANGUAGE_CODE)
    except LookupError:
        return settings.LANGUAGE_CODE
