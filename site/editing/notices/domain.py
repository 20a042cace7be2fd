"""Telling the staff. Which kinds she wants to hear of, and how, each person chooses; the senders need not know."""

from collections.abc import Iterable

from editing.notices.models import Notice


def tell(recipients: Iterable, kind: str, *, title: str, address: str, key: str, by=None) -> int:
    """One notice for each recipient, never for the one who did it; how many were asked to be kept.

    key names the event ("returned:41:9"): told twice, it is kept once. address: below /cms/, where the work is.
    """
    notices = [
        Notice(recipient=member, kind=kind, title=title[:255], address=address, key=f"{kind}:{key}"[:120], by=by) for member in recipients if member != by
    ]
    Notice.objects.bulk_create(notices, ignore_conflicts=True)
    return len(notices)
