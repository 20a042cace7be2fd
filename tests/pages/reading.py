"""How tests read a page: its elements, and the language that a screen reader would speak them in."""

import re

from bs4 import BeautifulSoup
from bs4.element import Comment, Tag

INVISIBLE = {"style", "script", "title", "[document]", "html", "head"}
SPOKEN = ("alt", "aria-label", "title", "placeholder", "data-words")
LETTERS = re.compile(r"[^\W\d_]{2,}")


def soup(response) -> BeautifulSoup:
    return BeautifulSoup(response.content, "html.parser")


def language_of(element: Tag) -> str:
    """The nearest lang= at the element or above it."""
    return next(place["lang"] for place in (element, *element.parents) if isinstance(place, Tag) and place.get("lang"))


def spoken(page: BeautifulSoup) -> list[tuple[str, str]]:
    """Every text with words and every attribute that is read aloud, each with its language."""
    found = []
    for text in page.body.find_all(string=LETTERS):
        if not isinstance(text, Comment) and text.parent.name not in INVISIBLE:
            found.append((" ".join(text.split()), language_of(text.parent)))
    for element in page.body.find_all(True):
        found += [(element[name], language_of(element)) for name in SPOKEN if LETTERS.search(element.get(name) or "")]
    return found


def alternates(page: BeautifulSoup) -> dict[str, str]:
    """hreflang to address."""
    return {link["hreflang"]: link["href"] for link in page.find_all("link", rel="alternate", hreflang=True)}


def ways(page: BeautifulSoup, words: str) -> list[str | None]:
    """Addresses of the links with these words; None for one that leads nowhere."""
    return [link.get("href") for link in page.find_all("a") if words in link.get_text()]
