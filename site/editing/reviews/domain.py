"""Looking a page over without writing a new text."""

from datetime import date

from django.db import transaction
from wagtail.log_actions import log
from wagtail.models import Page

CHECKED = "reviews.checked"  # in the page's history


@transaction.atomic
def found_in_order(*, page, by, today: date, again_on: date) -> None:
    """page: specific. She looked at it and all is right: noted on what readers see, and on the draft, which would else take it back."""
    known = {"checked_by": (by.full_name or by.username)[:120], "checked_on": today, "review_on": again_on}
    type(page).objects.filter(pk=page.pk).update(**known)
    _note(page, known)
    for translation in Page.objects.filter(translation_key=page.translation_key).exclude(pk=page.pk).specific():
        type(translation).objects.filter(pk=translation.pk).update(review_on=again_on)
        _note(translation, {"review_on": again_on})
    log(instance=page, action=CHECKED, user=by, data={"again_on": again_on.isoformat()})


def _note(page, known: dict) -> None:
    """In the newest draft and in one that waits for its hour."""
    for revision in {page.latest_revision, page.live_revision} - {None}:
        revision.content |= {name: value.isoformat() if isinstance(value, date) else value for name, value in known.items()}
        revision.save(update_fields=["content"])


def take_over(draft) -> None:
    """Who answers for a page, and when, counts from when it is saved, also where the page itself is published later."""
    type(draft).objects.filter(pk=draft.pk).update(owner_id=draft.owner_id, review_on=draft.review_on)
