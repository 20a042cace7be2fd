"""The cards of the guide: texts/NN-slug.toml, read once. What a step shows and where is said there too; tests/help_pictures.py goes there."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from django.contrib.staticfiles import finders

TEXTS = Path(__file__).parent / "texts"
PICTURES = "img/help"  # below static/


@dataclass(frozen=True)
class Step:
    text: str
    number: int
    card: str
    at: str = ""  # an address of /cms/ where what the step names is to be seen; {names} are those of tests/help_pictures.py
    open: tuple[str, ...] = ()  # what is clicked first
    frame: str = ""  # what its picture shows; without it the step has none

    @cached_property
    def picture(self) -> str:
        """Its path below static/; empty where none was taken."""
        path = self.picture_path
        return path if finders.find(path) else ""

    @property
    def picture_path(self) -> str:
        return f"{PICTURES}/{self.card}-{self.number}.webp"

    @property
    def named(self) -> list[str]:
        """The words that must stand on the screen as the step says them."""
        return re.findall(r"“([^”]+)”", self.text)


@dataclass(frozen=True)
class Problem:
    when: str
    then: str


@dataclass(frozen=True)
class Card:
    slug: str
    title: str
    audience: str
    needs: tuple[str, ...]
    steps: tuple[Step, ...]
    problems: tuple[Problem, ...]
    page_types: tuple[str, ...] = ()  # model names of the pages in whose screens it is offered
    # Names of addresses, each with a value that it carries where that matters. "name:" is all of an app; an address in the place
    # of one of Wagtail's has no name but its view's, and "package." is all that are there.
    screens: tuple[str, ...] = ()
    who: str = "bien-tap"  # of the demo's staff, with whose eyes the tests look


def read(path: Path) -> Card:
    slug = path.stem.partition("-")[2]
    said = tomllib.loads(path.read_text(encoding="utf-8"))
    steps = tuple(Step(**{**step, "open": tuple(step.get("open", ()))}, number=number, card=slug) for number, step in enumerate(said.pop("steps"), 1))
    problems = tuple(Problem(**problem) for problem in said.pop("problems"))
    lists = {name: tuple(value) if isinstance(value, list) else value for name, value in said.items()}
    return Card(slug=slug, steps=steps, problems=problems, **lists)


@cache
def cards() -> dict[str, Card]:
    """By their slugs, in the order of the files."""
    return {card.slug: card for card in map(read, sorted(TEXTS.glob("*.toml")))}


def card_for(page_type: str) -> Card | None:
    """The one that belongs to pages of this type."""
    return next((card for card in cards().values() if page_type in card.page_types), None)


def card_at(name: str, values: tuple[str, ...] = ()) -> Card | None:
    """The one that belongs to the screen of this address; one that names a value too, like the kind of a form, goes first."""
    found = [(len(screen.split()), card) for card in cards().values() for screen in card.screens if fits(screen, name, values)]
    return max(found, key=lambda pair: pair[0])[1] if found else None


def fits(screen: str, name: str, values: tuple[str, ...]) -> bool:
    wanted, *carried = screen.split()
    return (name == wanted or wanted.endswith((":", ".")) and name.startswith(wanted)) and set(carried) <= set(values)
