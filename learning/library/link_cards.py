"""Each document's card for chat apps: its first page and its title, made when its file was read or its title changed.

It lies with the file and is given to whom the file is given, so that closing a collection closes it too.
"""

import hashlib
import logging

from django.apps import apps
from django.core.files.base import ContentFile
from PIL import Image

from config.languages import SOURCE
from pages.shareable import SHARE_TITLE
from pages.text import shorten
from sharing import link_card
from sharing.link_card import LinkFace

FOLDER = "document_cards"
log = logging.getLogger(__name__)


def face_of(document) -> LinkFace:
    language = document.language
    return LinkFace(shorten(document.title, SHARE_TITLE), "" if language.code == SOURCE else language.own_name)


def first_page(reading) -> str:
    """The name of the largest picture of it that there is, or nothing."""
    if reading is None:
        return ""
    return reading.page_picture_name(1) if reading.page_pictures else reading.cover.name or ""


def name_of(document) -> str:
    face = face_of(document)
    shown = (link_card.DESIGN, face.title, face.mark, first_page(document.reading))
    return f"{FOLDER}/{document.pk}-{hashlib.blake2b(repr(shown).encode(), digest_size=8).hexdigest()}.jpg"


def draw(document) -> bytes:
    face, name = face_of(document), first_page(document.reading)
    if not name:
        return link_card.compose(face)
    try:
        with document.card.storage.open(name) as file, Image.open(file) as page:
            return link_card.of_paper(face, page)
    except OSError:
        log.exception("The picture %s could not be opened for the card of a document.", name)
        return link_card.compose(face)


def bring_up_to_date(pk: int, *, check: bool = False) -> bool:
    """Whether a card was made. One whose file waits to be read gets its own afterwards."""
    model = apps.get_model("library.LibraryDocument")
    document = model.objects.select_related("version__reading").filter(pk=pk).first()
    if document is None or (document.reading and document.reading.state == document.reading.State.WAITING):
        return False
    before, name, storage = document.card.name, name_of(document), document.card.storage
    if before == name and not (check and not storage.exists(name)):
        return False
    storage.delete(name)
    storage.save(name, ContentFile(draw(document)))
    model.objects.filter(pk=pk).update(card=name)
    if before and before != name:
        storage.delete(before)
    return True
