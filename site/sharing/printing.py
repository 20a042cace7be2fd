"""What is printed of a short link: its QR code as a picture, its sheets. For anyone: a code is no secret and opens nothing by itself."""

from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from functools import wraps
from typing import cast

from django.http import Http404, HttpResponse
from django.template.response import TemplateResponse
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from config.languages import BY_CODE, SOURCE
from members.limits import Limit, Locked
from pages.chrome import with_navigation
from pages.text import ascii_slug
from sharing import codes, qr, views
from sharing.link_cards import focus_of
from sharing.sheets import SIZES, Sheet, Size, sheets_pdf
from sharing.shortlinks import ShortLink
from sharing.targets import KINDS, Edition

MODULE = 20  # pixels: the code fills a hand's breadth at 300 dpi
KEPT = "private, max-age=86400"


def of_link(view):
    """The view is given the link of the code."""

    @require_safe
    @wraps(view)
    def found(request, code, **more):
        link = ShortLink.objects.select_related("unit").filter(code=codes.tidy(code)).first()
        return view(request, link, **more) if link else views.unknown(request, code)

    return found


def _file(content: bytes, kind: str, name: str, how: str = "inline") -> HttpResponse:
    return HttpResponse(content, content_type=kind, headers={"Content-Disposition": f'{how}; filename="{name}"', "Cache-Control": KEPT})


@of_link
def svg(request, link):
    return _file(qr.svg_file(link.printed), "image/svg+xml", f"qr-{link.code}.svg")


@of_link
def png(request, link):
    return _file(qr.png(link.printed, MODULE), "image/png", f"qr-{link.code}.png")


@of_link
def paper(request, link):
    """For the phone beside hers, and for the wall: the code in large, and what can be printed."""
    edition = edition_of(link)
    context = {"link": link, "edition": edition, "bcp47": edition and BY_CODE[edition.language].bcp47, "sizes": sizes()}
    return with_navigation(TemplateResponse(request, "sharing/paper.html", context))


@of_link
def sheet(request, link, size):
    """What is closed to her who asks is named on no sheet of hers."""
    if size not in SIZES:
        raise Http404
    edition = edition_of(link, request.user)
    if edition is None:
        raise Http404
    try:
        Limit.of_sheets(request).take()
    except Locked as locked:
        return HttpResponse(_("Too many sheets at once. Try again in a minute."), status=429, headers={"Retry-After": str(locked.minutes * 60)})
    made = sheets_of([(link, edition)], cast(Size, size))
    with translation.override(SOURCE):
        name = f"{ascii_slug(edition.title)[:60]}-{size}.pdf"
    response = _file(made, "application/pdf", name)
    response["Cache-Control"] = "private, no-store"  # its title and picture may change, and be closed
    return response


def edition_of(link: ShortLink, reader=None) -> Edition | None:
    """What the link shows this reader: in its own language, else in Vietnamese."""
    found = {edition.language: edition for edition in KINDS[link.kind].readable([link.key], reader)}
    return found.get(link.language) or found.get(SOURCE)


def sheets_of(printed: Iterable[tuple[ShortLink, Edition]], size: Size, *, phones: dict[int, str] | None = None) -> bytes:
    """One for each link, with the name of its unit. phones: primary key of a unit to what is printed for it, as the officer gave it."""
    with ExitStack() as files:
        opened: dict[int, tuple] = {}
        return sheets_pdf(_faces(printed, phones or {}, opened, files), size)


def _faces(printed, phones: dict[int, str], opened: dict[int, tuple], files: ExitStack) -> Iterator[Sheet]:
    for link, edition in printed:
        picture = edition.picture
        if picture is not None and id(picture) not in opened:
            opened[id(picture)] = (_opened(picture, files), focus_of(picture), picture)
        shown, focus, _same = opened.get(id(picture), (None, None, None))
        unit = str(link.unit) if link.unit else ""
        yield Sheet(
            edition.title, edition.sentence, shown, link.address, unit_name=unit, phone=phones.get(link.unit_id, ""), language=edition.language, focus=focus
        )


def _opened(picture, files: ExitStack):
    """None where its file is lost: the sheet is printed all the same."""
    try:
        return files.enter_context(picture.open_file())
    except OSError:
        return None


def sizes() -> list[tuple[str, str]]:
    """Name and what it is, for a list of what can be printed."""
    return [("a4", _("A4, to hang up")), ("a5", _("A5")), ("a6", _("A6")), ("slips", _("Eight slips on A4"))]
