"""Sections of units."""

from home.models import HomePage
from home.sections.models import SectionPage
from members.models import Unit
from tests.cast import COMMUNE
from tests.factories.content import numbered, place


def make_section(unit: Unit | None = None, parent=None, live=True, **fields) -> SectionPage:
    """Of Gia Phù, below the Vietnamese home page, unless told otherwise. There is one a unit."""
    unit = unit or Unit.objects.get(kind=COMMUNE[0], code=COMMUNE[1])
    parent = parent or HomePage.objects.get(locale__language_code="vi")
    return place(parent, SectionPage(**numbered(unit.name, {"unit": unit, "intro": "<p>Việc của chị em trong xã.</p>", **fields})), live)
