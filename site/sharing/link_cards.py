"""Each public page's card for chat apps: made when the page is published, gone when it is closed, never made for a reader.

Its name is a digest of what it shows, so a changed card has a new address, which chat apps fetch anew; the one before
stays as long as somebody's copy of the page may name it. Wagtail offers no call to override for these roads.
"""

import hashlib
import logging
from contextlib import suppress

from django.core.files.base import ContentFile
from django.db import transaction
from django.db.models.signals import post_delete, post_save
from PIL import Image
from wagtail.images.models import get_rendition_storage
from wagtail.models import PageViewRestriction
from wagtail.signals import page_published, page_unpublished

from config.languages import SOURCE
from pages.base import BasePage
from pages.cards import kinds
from sharing import link_card
from sharing.link_card import Focus, LinkFace

FOLDER = "cards"
log = logging.getLogger(__name__)


def face_of(page) -> LinkFace:
    language = page.language
    return LinkFace(page.share_title, "" if language.code == SOURCE else language.own_name)


def name_of(page) -> str:
    """Where its card lies, or would."""
    face, picture = face_of(page), page.card_picture
    shown = (link_card.DESIGN, face.title, face.mark, picture and (picture.file.name, picture.file_hash, str(focus_of(picture))))
    return f"{FOLDER}/{page.pk}/{hashlib.blake2b(repr(shown).encode(), digest_size=8).hexdigest()}.jpg"


def focus_of(picture) -> Focus | None:
    rect = picture.get_focal_point()
    return rect and Focus(rect.left, rect.top, rect.right, rect.bottom)


def draw(face: LinkFace, picture) -> bytes:
    """Half of a picture's pixels are enough, and a JPEG gives them for a quarter of the work. The card of words where its file is lost."""
    if picture is None:
        return link_card.compose(face)
    try:
        with picture.open_file() as file, Image.open(file) as photo:
            wide = photo.width
            photo.draft("RGB", (link_card.WIDE, link_card.HIGH))
            focus = focus_of(picture)
            return link_card.compose(face, photo, focus and focus.scaled(photo.width / wide))
    except OSError:
        log.exception("The picture %s could not be opened for the card of “%s”.", picture.pk, face.title)
        return link_card.compose(face)


# Made and gone


def may_have_one(page) -> bool:
    """Anybody may fetch a card, so there is none of what not anybody may read, nor of what must not be named."""
    return page.live and not page.sensitive and not page.get_view_restrictions().exists()


def bring_up_to_date(page, *, check: bool = False) -> bool:
    """Whether a card was made. check: also look whether the file is still there."""
    if not may_have_one(page):
        if page.card:
            drop(page)
        return False
    storage, name = get_rendition_storage(), name_of(page)
    if page.card.name == name and not (check and not storage.exists(name)):
        return False
    before = page.card.name
    if storage.exists(name):  # of a publication that was broken off, or the page looks again as it did
        storage.delete(name)
    storage.save(name, ContentFile(draw(face_of(page), page.card_picture)))
    _note(page, name)
    _sweep(page.pk, keep={name, before})
    return True


def drop(page) -> None:
    """All of its cards, also those that were replaced: whoever kept an address finds nothing there any more."""
    _note(page, "")
    _sweep(page.pk)


def _note(page, name: str) -> None:
    """Into the row alone: a card is no change of the page's words and needs no revision."""
    type(page)._default_manager.filter(pk=page.pk).update(card=name)
    page.card = name


def _sweep(pk: int, keep=frozenset()) -> None:
    storage = get_rendition_storage()
    with suppress(FileNotFoundError):
        for file in storage.listdir(f"{FOLDER}/{pk}")[1]:
            if (name := f"{FOLDER}/{pk}/{file}") not in keep:
                storage.delete(name)


# The roads


def later(act, *args) -> None:
    """After the commit: a store that hangs must not hold the database, and one that fails must not undo a publication."""

    def act_then():  # Django names it in its log, which a partial has no name for
        act(*args)

    transaction.on_commit(act_then, robust=True)


def _published(sender, instance, **kwargs):
    if isinstance(instance, BasePage):
        later(_publish, type(instance), instance.translation_key)


def _publish(model, key) -> None:
    """In every language: one that has become sensitive is so in all, and a replaced picture is shown in all."""
    for page in model._default_manager.filter(translation_key=key).select_related("locale", "cover", "share_picture"):
        bring_up_to_date(page)


def _unpublished(sender, instance, **kwargs):
    page = instance.specific
    if isinstance(page, BasePage):
        later(drop, page)


def _deleted(sender, instance, **kwargs):
    if isinstance(instance, BasePage):
        later(_sweep, instance.pk)


def _restricted(sender, instance, **kwargs):
    """Of the page and all below it. Where a restriction is lifted, make_cards makes them anew."""
    later(_close, instance.page.path)


def _close(path: str) -> None:
    for model in kinds():
        if issubclass(model, BasePage):
            for page in model._default_manager.filter(path__startswith=path).exclude(card=""):
                drop(page)


def connect() -> None:
    page_published.connect(_published, dispatch_uid="make the card of what is published")
    page_unpublished.connect(_unpublished, dispatch_uid="drop the card of what is unpublished")
    post_delete.connect(_deleted, dispatch_uid="drop the card of what is deleted")
    post_save.connect(_restricted, PageViewRestriction, dispatch_uid="drop the cards of what is closed")
