"""Reading a document on the site, where no file has to be opened: its text a part at a time, its pages as pictures."""

from django.http import Http404
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from learning.library import pictures
from learning.library.opening import document_page, for_readers, show

PICTURES = 4  # on one screen


@require_safe
@document_page
def text(request, document, number=None):
    """The first part, or that of the number. A document without text says so and offers its pictures and its file."""
    if document.is_played:
        return redirect(document.address)
    parts = list(document.reading.parts.only("number", "title", "weight", "reading")) if document.reading else []
    if not parts and number is None:
        return show(request, document, "pages/document_without_text.html")
    place = next((place for place, part in enumerate(parts) if part.number == number), 0 if number is None else None)
    if place is None:
        raise Http404
    if number == parts[0].number:
        return redirect(document.text_address)
    around = {"previous": parts[place - 1] if place else None, "next": next(iter(parts[place + 1 :]), None)}
    part = document.reading.parts.get(pk=parts[place].pk)
    return show(request, document, "pages/document_text.html", part=part, parts=parts, first=parts[0], place=place + 1, **around)


@require_safe
@document_page
def page_pictures(request, document, number=1):
    """Some pages from this one on, as the file shows them."""
    last = document.reading.page_pictures if document.reading else 0
    if not 1 <= number <= last:
        raise Http404
    numbers = range(number, min(number + PICTURES, last + 1))
    around = {"previous": max(number - PICTURES, 1) if number > 1 else None, "next": numbers.stop if numbers.stop <= last else None}
    return show(request, document, "pages/document_pictures.html", numbers=numbers, last=last, **around)


@require_safe
@for_readers
def page_picture(request, document, number):
    if not document.reading or not 1 <= number <= document.reading.page_pictures:
        raise Http404
    return pictures.send(request, document.reading.cover.storage, document.reading.page_picture_name(number))


@require_safe
@for_readers
def card(request, document, digest):
    """For chat apps. That of an older title is no more."""
    if not document.card or not document.card_address.endswith(f"/{digest}.jpg"):
        raise Http404
    return pictures.send(request, document.card.storage, document.card.name, "image/jpeg")


@require_safe
@for_readers
def cover(request, document):
    if not document.reading or not document.reading.cover:
        raise Http404
    return pictures.send(request, document.reading.cover.storage, document.reading.cover.name)
