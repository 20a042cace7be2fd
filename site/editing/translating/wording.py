"""A string as wagtail-localize keeps it (a bit of HTML) and as a translator writes it. Pure.

She sees line ends, not <br>, and "&", not "&amp;". Only where the source marks words or links them, the marks stand in her text.
"""

import re
from collections import Counter
from html import escape, unescape

from django.utils.translation import gettext, ngettext

from pages.text import nfc

TAG = re.compile(r"</?(?:a|abbr|acronym|b|code|em|i|strong)(?: id=\"[\w-]+\")?\s*/?>")
BREAK = re.compile(r"\s*<br\s*/?>\s*")
LOOKS_LIKE_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|\{\{?\s*\w+\s*\}?\}")
LONGEST = 20_000


def marked(data: str) -> bool:
    """Whether the string has marks within: bold, italic, links."""
    return bool(TAG.search(data))


def shown(data: str) -> str:
    """For a text box."""
    pieces = []
    end = 0
    text = BREAK.sub("\n", data)
    for tag in TAG.finditer(text):
        pieces += [unescape(text[end : tag.start()]), tag[0]]
        end = tag.end()
    return "".join([*pieces, unescape(text[end:])])


def stored(text: str, source: str) -> str:
    """Out of a text box. Marks are read only where the source has some; all else is text."""
    text = nfc(text.replace("\r\n", "\n").replace("\r", "\n").strip())
    if not marked(source):
        return _text(text)
    pieces, end = [], 0
    for tag in TAG.finditer(text):
        pieces += [_text(text[end : tag.start()]), tag[0]]
        end = tag.end()
    return "".join([*pieces, _text(text[end:])])


def _text(text: str) -> str:
    return escape(text, quote=False).replace("\n", "<br/>")


def faults(data: str, source: str, limit: int | None = None) -> list[str]:
    """Sentences about a translation as it would be stored; empty where it may be kept."""
    words = shown(data)
    found = []
    if not words.strip():
        return [gettext("The translation is empty.")]
    if len(words) > (limit or LONGEST):
        found.append(gettext("The translation has %(count)s characters; there is room for %(limit)s.") % {"count": len(words), "limit": limit or LONGEST})
    if strange := [tag for tag in LOOKS_LIKE_TAG.findall(words) if tag not in shown(source) and not (TAG.fullmatch(tag) and marked(source))]:
        found.append(gettext("This mark is not known here: %(tag)s. Write the words without it.") % {"tag": strange[0][:40]})
    if difference := _difference(TAG.findall(source), TAG.findall(data)):
        found.append(difference)
    elif broken(data):
        found.append(gettext("The marks are not closed in their order. Each <b> needs its </b>, each <a> its </a>."))
    lost = Counter(PLACEHOLDER.findall(source)) - Counter(PLACEHOLDER.findall(data))
    if lost:
        found.append(gettext("%(name)s must stand in the translation as it stands in the source.") % {"name": next(iter(lost))})
    if added := Counter(PLACEHOLDER.findall(data)) - Counter(PLACEHOLDER.findall(source)):
        found.append(gettext("%(name)s does not stand in the source.") % {"name": next(iter(added))})
    return found


def _difference(theirs: list[str], ours: list[str]) -> str:
    """Links must be the same; bold and italic may be fewer, and none may come out of nowhere."""
    links, own = Counter(tag for tag in theirs if tag.startswith("<a")), Counter(tag for tag in ours if tag.startswith("<a"))
    if lost := links - own:
        return ngettext("A link of the source is missing: %(tag)s.", "Links of the source are missing, the first: %(tag)s.", lost.total()) % {
            "tag": next(iter(lost))
        }
    if added := own - links:
        return gettext("This link does not stand in the source: %(tag)s.") % {"tag": next(iter(added))}
    if new := {tag for tag in ours if not tag.startswith(("<a", "</a"))} - set(theirs):
        return gettext("This mark does not stand in the source: %(tag)s.") % {"tag": sorted(new)[0]}
    return ""


def broken(data: str) -> bool:
    """Marks that overlap or stay open."""
    open_ones: list[str] = []
    for tag in TAG.findall(data):
        name = re.search(r"\w+", tag)[0]  # type: ignore[index]
        if not tag.startswith("</"):
            open_ones.append(name)
        elif not open_ones or open_ones.pop() != name:
            return True
    return bool(open_ones)
