"""From an upload to a draft. A document is read at once; its pictures join the library some seconds a request; the page is made once."""

import tempfile
import time
from collections import Counter
from pathlib import PurePath

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext

from editing.word import runner
from editing.word.guessing import guess
from editing.word.lines import NOTES
from editing.word.models import WordImport, WordPicture
from editing.word.places import Place, collection_of, collections
from learning.library import uploads
from pages.models import Picture
from pages.parts import Kind, Part, heading_part, joined
from pages.picture_forms import clean_picture
from pages.text import nfc, shorten

State = WordImport.State
LEAST_SECONDS = 2


def problem_of(upload) -> str:
    """Why this upload is no DOCX, before it is opened; nothing if it looks like one."""
    ending = uploads.ending_of(upload.name)
    if ending in {"doc", "dot", "rtf", "wps"}:
        return "doc"
    if ending != "docx":
        return "pdf" if ending == "pdf" else "other"
    try:
        uploads.check(upload)
    except uploads.Refused as refused:
        return refused.code or "broken"
    return ""


def bring_in(*, upload, place: Place, by, seconds: int = runner.SECONDS) -> WordImport:
    """A file, whatever is in it: kept as what could be read of it, or as the reason why it could not."""
    problem = "busy" if seconds < LEAST_SECONDS else problem_of(upload)
    if problem:
        return _keep(runner.Result(problem), upload.name, place, by)
    with tempfile.NamedTemporaryFile(prefix="word-", suffix=".docx") as file:
        for chunk in upload.chunks():
            file.write(chunk)
        file.flush()
        return _keep(runner.read(file.name, seconds=seconds), upload.name, place, by)


def bring_in_words(*, words: str, kind: str, name: str, place: Place, by) -> WordImport:
    """What was pasted. kind: html or txt."""
    with tempfile.NamedTemporaryFile("w", prefix="word-", suffix=f".{kind}", encoding="utf-8", errors="replace") as file:
        file.write(words)
        file.flush()
        return _keep(runner.read(file.name), name, place, by)


@transaction.atomic
def _keep(found: runner.Result, name: str, place: Place, by) -> WordImport:
    title = found.title or PurePath(uploads.safe_name(name)).stem.replace("_", " ").replace("-", " ").strip()
    document = WordImport(
        made_by=by,
        name=nfc(name)[-255:],
        page_type=place.model._meta.label_lower,
        parent_id=place.parent.pk,
        collection=collection_of(by),
        title=shorten(title[:1].upper() + title[1:], 255),
        summary=shorten(found.summary, 160),
        problem=found.problem,
        state=State.FAILED if found.problem else State.READ,
    )
    kept = {number for number, picture in enumerate(found.pictures) if picture.data and document.collection}
    parts = [part for part in found.parts if part.picture is None or part.picture in kept]
    name_notes(parts, place.parent.locale.language_code)
    guess(parts, place.model.part_kinds, place.model.part_sections)
    document.note(parts)
    document.summary = document.summary or proposed_summary(parts)
    document.left = [*found.left, *Counter(picture.why or "rights" for picture in found.pictures if picture.why or not document.collection).items()]
    document.save()
    first: dict[str, WordPicture] = {}
    for number in sorted(kept):
        _keep_picture(document, number, found.pictures[number], first)
    return document


def _keep_picture(document: WordImport, number: int, kept: runner.Kept, first: dict[str, WordPicture]) -> None:
    """One that stands twice in the document has its file once."""
    picture = WordPicture(document=document, number=number)
    if kept.name in first:
        picture.file, picture.small = first[kept.name].file.name, first[kept.name].small.name
    else:
        picture.file.save(kept.name, ContentFile(kept.data), save=False)
        picture.small.save(f"{number + 1}.small.jpg", ContentFile(kept.small), save=False)
        first[kept.name] = picture
    picture.save()


def name_notes(parts: list[Part], language: str) -> None:
    """The heading above a document's footnotes, in the language of the page that it becomes."""
    with translation.override(language):
        for part in parts:
            if part.caption == NOTES and part.kind == Kind.HEADING:
                part.html = heading_part(gettext("Notes")).html


def proposed_summary(parts: list[Part]) -> str:
    """The beginning of the first text: at most two sentences that fit."""
    first = next((part.text for part in parts if part.kind == Kind.TEXT), "")
    if len(first) <= 160:
        return first
    end = max(first.rfind(sign, 0, 160) for sign in (". ", "! ", "? "))
    return first[: end + 1] if end > 40 else shorten(first, 160)


def move_to(document: WordImport, place: Place) -> None:
    """Another place; for another kind of page the parts are guessed anew."""
    document.parent_id = place.parent.pk
    if document.page_type != place.model._meta.label_lower:
        document.page_type = place.model._meta.label_lower
        parts = document.found
        guess(parts, place.model.part_kinds, place.model.part_sections)
        document.note(parts)
    document.save()


# The draft


def make_pictures(document: WordImport, by, seconds: float) -> bool:
    """So many seconds of work and at least one picture; whether all are made. None where she may not add pictures (any more).

    Raises OSError where the store does not answer.
    """
    document.collection = document.collection if document.collection in collections(by) else collection_of(by)
    if document.collection is None:
        return True
    until = time.monotonic() + seconds
    parts = {part.picture: part for part in joined(document.found) if part.picture is not None}
    waiting = [kept for kept in document.pictures.filter(picture=None) if kept.number in parts]
    for made, kept in enumerate(waiting):
        if made and time.monotonic() > until:
            return False
        kept.picture = make_picture(document, kept, parts[kept.number], by)
        if kept.picture:
            kept.save()
    return True


def make_picture(document: WordImport, kept: WordPicture, part: Part, by) -> Picture | None:
    """Through the same door as every picture; None for one that turns out to be damaged. One that stands twice is in the library once."""
    twin = document.pictures.filter(file=kept.file.name).exclude(picture=None).first()
    if twin:
        return twin.picture
    try:
        with kept.file.open() as file:
            clean = clean_picture(file)
    except ValidationError:
        return None
    title = shorten(part.alt or part.caption or f"{document.title} {kept.number + 1}", 255)
    picture = Picture(title=title, description=part.alt[:255], file=clean, collection=document.collection, uploaded_by_user=by)
    picture.store_file()
    picture.save()
    return picture


def make_page(document: WordImport, by) -> tuple[object, int]:
    """(the draft, how many of its pictures found no place). Asked twice, the second finds what the first made."""
    with transaction.atomic():
        now = WordImport.objects.select_for_update().get(pk=document.pk)
        if now.page_id:
            return now.page, 0
        page = now.page_model(title=now.title, summary=now.summary, owner=by, live=False)
        parent = now.parent.specific
        page.locale = parent.locale
        without_place = page.take_parts(with_pictures(now))
        parent.add_child(instance=page)
        page.save_revision(user=by, log_action=True, clean=False)
        now.page, now.state, now.parts, now.claimed_at = page, State.MADE, [], None
        now.save()
    now.forget_pictures()
    return page, len(without_place)


def with_pictures(document: WordImport) -> list[Part]:
    """Parts as the editor left them; a picture's number is now that of the library, and one that could not be taken is gone."""
    made = dict(document.pictures.exclude(picture=None).values_list("number", "picture_id"))
    parts = []
    for part in joined(document.found):
        if part.picture is not None:
            if part.picture not in made:
                continue
            part.picture = made[part.picture]
        parts.append(part)
    return parts


def forget_old() -> int:
    """How many."""
    old = list(WordImport.objects.old())
    for document in old:
        document.forget()
    return len(old)
