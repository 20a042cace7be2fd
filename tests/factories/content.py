"""How factories fill a page: streams, rich text, publication."""

import json
from itertools import count
from uuid import uuid4

from wagtail.models import Page

numbers = count(1)


def stream(*blocks: tuple[str, object]) -> str:
    """A StreamField's value from (block type, raw value) pairs, each with an id of its own."""
    return json.dumps([{"type": kind, "value": value, "id": str(uuid4())} for kind, value in blocks])


def items(*lines: str) -> str:
    """A StreamField of plain lines."""
    return stream(*(("item", line) for line in lines))


def link_to(page, words: str = "Xem thêm") -> str:
    """An inner link as rich text stores it."""
    return f'<a linktype="page" id="{page.pk}">{words}</a>'


def picture_value(picture, alt_text: str = "Một chị cầm điện thoại") -> dict:
    """The raw value of a picture block, as the editor stores it; None for an empty one."""
    if picture is None:
        return {"image": None, "alt_text": None, "decorative": None}
    return {"image": picture.pk, "alt_text": alt_text, "decorative": False}


def publish(page):
    """As the editor's button does, revision included; the page as it is then in the database."""
    page.save_revision().publish()
    return type(page).objects.get(pk=page.pk)


def place(parent: Page, page, live: bool = True):
    """Below the parent, in its language, published unless told otherwise (the draft then has a revision)."""
    page.live, page.locale = False, parent.locale
    parent.refresh_from_db()  # children added elsewhere have changed its numchild
    parent.add_child(instance=page)
    if live:
        return publish(page)
    page.save_revision()
    return page


def numbered(name: str, fields: dict) -> dict:
    """The fields, with a title that no other page of the session has."""
    return {"title": f"{name} {next(numbers)}", "summary": "Làm được ngay trên điện thoại của chị.", **fields}
