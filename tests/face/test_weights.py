"""The budgets of a page on a slow phone: bytes and requests must hold, times are printed."""

import gzip
import re
import sqlite3
from contextlib import closing
from dataclasses import dataclass

import pytest

from config.settings.base import ROOT
from pages.styles import stylesheet
from tests.face.conftest import HERS, KINDS
from tests.face.measuring import KB, weigh

pytestmark = pytest.mark.browser


@dataclass(frozen=True)
class Budget:
    html: int  # KB, with the inline stylesheet
    script: int  # KB
    requests: int
    total: int  # KB, before the first scroll
    paint: float  # seconds to the largest paint, on a line of 400 kbit/s and 400 ms


TEXT = Budget(14, 4, 3, 20, 1.2)
READING = Budget(16, 8, 5, 45, 1.8)
HOME = Budget(14, 8, 6, 48, 1.8)
LISTING = Budget(14, 4, 9, 40, 1.6)
QUIZ = Budget(14, 4, 4, 30, 1.3)
LISTINGS = {"learning_index", "course", "news_index", "story_index", "guide_index", "kit_index", "topic", "document", "library", "members_library"}
BUDGETS = {
    "home": HOME,
    **dict.fromkeys(("standard", "blocks", "lesson", "news", "story", "guide", "kit"), READING),
    **dict.fromkeys(LISTINGS, LISTING),
    **dict.fromkeys(("quiz", "result"), QUIZ),
    "me": LISTING,
    "document_text": READING,
    "document_pictures": Budget(14, 4, 9, 200, 1.6),  # asked for: a picture is at most 60 KB
    **dict.fromkeys(("sign_in", "verify", "latest", "data", "certificate", "desk", "desk_member", "desk_invitations", "desk_cards", "missing", "error"), TEXT),
}
STEADY = 0.02  # layout shift
LESSON_TO_ITS_END = 160  # KB
# Most KB of a rendition, by Wagtail's operation: what a phone of 360 px takes.
RENDITIONS = {"fill-640x400": 12, "fill-352x220": 3.5, "fill-1200x630": 120}


def heaviest(face, kind: str) -> str:
    """The Vietnamese page of this type with the most HTML on the wire."""
    of_kind = {
        "course": r"/hoc/[^/]+/$",
        "lesson": r"/hoc/[^/]+/[^/]+/$",
        "news": r"/tin-tuc/[^/]+/$",
        "story": r"/guong-dien-hinh/[^/]+/$",
        "guide": r"/mo-hinh/[^/]+/$",
        "kit": r"/sinh-hoat/[^/]+/$",
        "topic": r"/chu-de/[^/]+/$",
        "quiz": r"/hoc/[^/]+/[^/]+/cau-hoi/$",
    }
    if kind not in of_kind:
        return face.url(kind)
    linked = re.findall(rb"<loc>(.*?)</loc>|href=\"(/chu-de/[^\"]+)\"", face.get(face.server.url + "/sitemap.xml")[2] + face.get(face.url("home"))[2])
    addresses = {(there or face.server.url.encode() + here).decode() for there, here in linked}
    fitting = [address for address in addresses if re.fullmatch(re.escape(face.server.url) + of_kind[kind], address)]
    return max(fitting, key=lambda address: len(face.get(address, "br")[2]))


def row(kind: str, weight) -> str:
    budget = BUDGETS[kind]
    figures = (
        (weight.of("Document") / KB, budget.html),
        (weight.of("Script") / KB, budget.script),
        (len(weight.answers), budget.requests),
        (weight.total / KB, budget.total),
        (weight.largest_paint / 1000, budget.paint),
    )
    return f"{kind:<15}" + "".join(f"{is_:8.1f} /{may:>4}" for is_, may in figures) + f"{weight.shift:9.3f}"


def excess(kind: str, weight) -> list[str]:
    budget = BUDGETS[kind]
    held = {
        "HTML": weight.of("Document") <= budget.html * KB,
        "script": weight.of("Script") <= budget.script * KB,
        "requests": len(weight.answers) <= budget.requests,
        "total": weight.total <= budget.total * KB,
        "layout shift": weight.shift <= STEADY,
    }
    return [f"{kind}: {name}" for name, fits in held.items() if not fits]


def test_every_page_type_fits_its_budget(browser, face, capsys):
    over, rows = [], []
    for kind in (*KINDS, *HERS):
        address = heaviest(face, kind)
        face.get(address, "br", signed_in=kind in HERS)  # the server's own first time is not the phone's
        weight = weigh(browser, address, cookies=[face.cookie] if kind in HERS else ())
        rows.append(row(kind, weight))
        over += excess(kind, weight)
    with capsys.disabled():
        print("\n\nBefore the first scroll, cold, 360x640, 400 kbit/s + 400 ms, CPU 4x: measured / budget")
        print(f"{'page':<15}{'HTML KB':>14}{'JS KB':>14}{'requests':>14}{'total KB':>14}{'LCP s':>14}{'shift':>9}")
        print("\n".join(rows))
    assert not over


def test_lesson_of_ten_steps_read_to_its_end(browser, face, capsys):
    weight = weigh(browser, face.url("lesson"), slow=False, scroll=True)
    pictures = [answer for answer in weight.answers if answer.kind == "Image"]
    with capsys.disabled():
        print(f"\nLesson of ten steps to its end: {weight.total / KB:.1f} KB in {len(weight.answers)} requests, shift {weight.shift:.3f}")
    assert len(pictures) >= 10
    assert weight.total <= LESSON_TO_ITS_END * KB
    assert weight.shift <= STEADY
    assert not [answer for answer in pictures if answer.size > (12 + 0.6) * KB], "a step picture, with headers"


def test_renditions_are_light(face):
    """Of every picture of the demo; the JPEG is for old phones and may weigh more."""
    with closing(sqlite3.connect(face.server.var / "db.sqlite3")) as database:
        made = database.execute("SELECT filter_spec, file FROM pages_rendition").fetchall()
    heavy = []
    for spec, name in made:
        operation, *_, image_format = spec.split("|format-")[0], spec.split("format-")[-1].split("|")[0]
        most = RENDITIONS.get(operation)
        size = (face.server.var / "media" / name).stat().st_size
        if most and (image_format == "avif" or operation == "fill-1200x630") and size > most * KB:
            heavy.append(f"{name}: {size / KB:.1f} KB")
    assert made and not heavy


def test_stylesheet_is_small():
    assert len(gzip.compress(stylesheet().encode(), 9)) <= 7 * KB


def test_at_most_two_script_files_a_page():
    for template in (ROOT / "templates").rglob("*.html"):
        assert template.read_text().count("<script src=") <= 1, template
