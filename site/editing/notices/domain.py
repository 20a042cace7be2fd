"""Telling the staff. Which kinds she wants to hear of, and how, each person chooses; the senders need not know."""

from collections.abc import Iterable

from django.urls import Resolver404, resolve, reverse
from wagtail.models import Page

from editing.notices.models import Notice
from learning.library.models import LibraryDocument


def tell(recipients: Iterable, kind: str, *, title: str, address: str, key: str, by=None, words: str = "") -> int:
    """One notice for each recipient, never for the one who did it; how many were asked to be kept.

    key names the event ("returned:41:9"): told twice, it is kept once. address: below /cms/, where the work is; it says what
    the notice is about, and with that it goes. words: what somebody wrote with it.
    """
    address = within_cms(address)
    to = {member.pk: member for member in recipients if member is not None and member != by}
    if not to:
        return 0
    about = subject(address)
    notices = [
        Notice(recipient=member, kind=kind, title=title[:255], words=words, address=address[:300], key=event(kind, key), by=by, **about)
        for member in to.values()
    ]
    Notice.objects.bulk_create(notices, ignore_conflicts=True)
    return len(notices)


def settle(kind: str, *, key: str) -> int:
    """What was told is done, by whomever: nobody needs to look any more, and no mail speaks of it."""
    return Notice.objects.filter(key=event(kind, key)).mark_seen()


def event(kind: str, key: str) -> str:
    return f"{kind}:{key}"[:120]


def within_cms(address: str) -> str:
    """The address as it stands in the browser; nothing leads away from /cms/."""
    root = reverse("wagtailadmin_home")
    return address if address.startswith(root) else root + address.lstrip("/")


def subject(address: str) -> dict:
    """The page or the document that an address of /cms/ is about, if it is one's and still there."""
    try:
        match = resolve(address.partition("?")[0].partition("#")[0])
    except Resolver404:
        return {}
    numbers = [value for value in (*match.args, *match.kwargs.values()) if str(value).isdigit()]
    if match.namespace == "wagtailadmin_pages" and numbers:
        return {"page": Page.objects.filter(pk=numbers[-1]).first()}
    if "document_id" in match.kwargs:
        return {"document": LibraryDocument.objects.filter(pk=match.kwargs["document_id"]).first()}
    return {}


def unseen_for(member) -> int:
    """How many she has not seen: the number beside the bell."""
    return Notice.objects.shown_to(member).unseen().count()


def latest_for(member, *, at_most: int = 8) -> list[Notice]:
    """The newest, seen or not."""
    return list(Notice.objects.shown_to(member).select_related("by")[:at_most])
