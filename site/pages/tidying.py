"""Rich text as the site keeps it, whatever Word, Zalo or a web page left on the clipboard. Pure.

The same rules for what is pasted into a text and saved (pages.blocks, pages.base) and for a document that is brought in
(editing.word): composed letters, no empty lines, typed dashes and numbers as lists, no lines of ornament, links without
the marks by which others follow a reader.
"""

import re
import unicodedata
from collections.abc import Iterator
from html import escape, unescape
from itertools import groupby
from typing import NamedTuple
from urllib.parse import parse_qs, parse_qsl, urlencode, urlsplit

UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\uffff\ud800-\udfff\ue000-\uf8ff]"
)
SPACES = re.compile("[ \t\r\n\u00a0\u2000-\u200a\u2028\u2029\u202f\u3000]+")
EMOJI = "[\u2190-\u21ff\u2300-\u23ff\u25a0-\u27bf\u2b00-\u2bff\u3030\u303d\U0001f000-\U0001faff](?:[\ufe0f\u200d]|[\U0001f3fb-\U0001f3ff])*"
BULLET = re.compile(f"\\s*(?:[-–—+*•●▪■◦○·➢➤►❖\uf0a7\uf0b7\uf0d8\uf0fc](?=[^\\W\\d]|[\\s\u00a0“\"'(])|{EMOJI}\\s*(?=\\w))[\\s\u00a0]*")
NUMBER = re.compile("\\s*(\\d{1,2})[.)/][\\s\u00a0]+(?=\\S)")
ORNAMENT = re.compile(rf"(?:{EMOJI}|[\s\u00a0\-–—_=*~#.+•·|/\\<>^]|\ufe0f)+")
TAG = re.compile(r"<[^>]*>")
PARAGRAPH = re.compile(r"<p(?: [^>]*)?>(.*?)</p>", re.DOTALL)
PIECE = re.compile(r"<p(?: [^>]*)?>.*?</p>|<(ul|ol)(?: [^>]*)?>.*?</\1>|.+?(?=<p[ >]|<[uo]l[ >]|$)", re.DOTALL)
LINK = re.compile(r'(<a\b[^>]*?\bhref=")([^"]*)("[^>]*>)')
EDGES = re.compile(r"^(?:\s|<br\s*/?>|&nbsp;|\u00a0)+|(?:\s|<br\s*/?>|&nbsp;|\u00a0)+$")
HOLLOW = re.compile(r"<(b|i|em|strong)>(\s*)</\1>")
LEFTOVER = re.compile("[\u00a0\u00ad\u200b\u2060\ufeff\ue000-\uf8ff]|&nbsp;|<p[^>]*>(?:\\s|<br\\s*/?>)*</p>")

SCHEMES = ("http", "https", "mailto", "tel")
FOLLOWERS = re.compile(r"utm_\w+|fbclid|gclid|dclid|gbraid|wbraid|msclkid|igshid|igsh|mc_[ce]id|zarsrc|zalo_\w+|_ga|_gl|yclid|ref_src|__cft__.*|__tn__")
LEADS_ON = {"l.facebook.com": "u", "lm.facebook.com": "u", "www.google.com": "url", "google.com": "url", "www.google.com.vn": "url"}
TAGS = ("p", "ul", "ol", "li", "b", "i")
OURS = re.compile(rf'</?(?:{"|".join(TAGS)})>|<br/>|<a href="(?:https?://|mailto:|tel:)[^"<>]*">|</a>')


class Marker(NamedTuple):
    """What stands before an item of a typed list."""

    kind: str  # ul, ol
    length: int  # characters
    number: int = 0
    is_emoji: bool = False


def clean(text: str) -> str:
    """Composed, on one line, without what cannot be seen; an emoji keeps its joiners."""
    return SPACES.sub(" ", UNSEEN.sub("", unicodedata.normalize("NFC", text)))


def plain(html: str) -> str:
    """The words alone, on one line."""
    return clean(unescape(TAG.sub("", re.sub(r"</(?:p|li)>|<br\s*/?>", " ", html)))).strip()


def marker_of(text: str) -> Marker | None:
    if found := NUMBER.match(text):
        return Marker("ol", found.end(), int(found[1]))
    if (found := BULLET.match(text)) and found.end() < len(text):
        return Marker("ul", found.end(), is_emoji=bool(re.match(rf"\s*{EMOJI}", text)) and not re.match("\\s*[▪■●○◦►❖➢➤]", text))
    return None


def is_ornament(text: str) -> bool:
    """A line that is only emoji, stars or dashes: it says nothing, and is read aloud sign by sign."""
    return bool(text.strip()) and bool(ORNAMENT.fullmatch(text))


def address(raw: str) -> str:
    """A link's address without what follows the reader; nothing for a file on somebody's disk, a script, a bookmark."""
    raw = re.sub(r"[\t\r\n]", "", unescape(raw)).strip().replace(" ", "%20")
    try:
        found = urlsplit(raw)
        onward = LEADS_ON.get(found.netloc.lower(), "")
        if onward and (inner := parse_qs(found.query).get(onward)):
            return address(inner[0])
        fields = parse_qsl(found.query, keep_blank_values=True)
    except ValueError:
        return ""
    if found.scheme.lower() not in SCHEMES or found.scheme.lower().startswith("http") and not found.hostname:
        return ""
    kept = [(name, value) for name, value in fields if not FOLLOWERS.fullmatch(name)]
    return found._replace(query=urlencode(kept)).geturl() if len(kept) < len(fields) else raw


def without_start(html: str, length: int) -> str:
    """The html without its first so many characters of text."""
    made, rest = [], length
    for piece in re.findall(r"<[^>]*>|&[^;\s]{1,8};|.", html, re.DOTALL):
        if rest > 0 and not piece.startswith("<"):
            rest -= 1
        else:
            made.append(piece)
    return HOLLOW.sub(r"\2", "".join(made)).lstrip()


def typed_lists(paragraphs: list[str]) -> Iterator[tuple[str, list[str]]]:
    """("p", one) or ("ul" or "ol", items): the inner html of paragraphs, those with typed marks together.

    Two of a kind are a list; numbers only where they count on from 1; emoji only where nothing else stands between.
    """
    marked = [(marker_of(unescape(TAG.sub("", html))), html) for html in paragraphs]
    at = 0
    while at < len(marked):
        first, html = marked[at]
        end = at + 1
        while first and end < len(marked) and _goes_on(first, marked[end][0], end - at):
            end += 1
        if first and end - at > 1 and (first.kind == "ul" or first.number == 1):
            yield first.kind, [without_start(each, marker.length) for marker, each in marked[at:end] if marker]
        else:
            end = at + 1
            yield "p", [html]
        at = end


def _goes_on(first: Marker, following: Marker | None, place: int) -> bool:
    if following is None or following.kind != first.kind or following.is_emoji != first.is_emoji:
        return False
    return first.kind == "ul" or following.number == first.number + place


def tidy(html: str) -> str:
    """Rich text with nothing in it that a paste leaves behind. What is tidy already comes back as it was."""
    html = LINK.sub(_tidy_link, unicodedata.normalize("NFC", html))
    if not needs_tidying(html):
        return html
    cleaned = "".join(piece if piece.startswith("<") else _tidy_text(piece) for piece in re.findall(r"<[^>]*>|[^<]+|<", html))
    return "".join(_joined(_pieces(HOLLOW.sub(r"\2", cleaned))))


def needs_tidying(html: str) -> bool:
    if LEFTOVER.search(html) or UNSEEN.search(html):
        return True
    return any((text := plain(found[1])) and (marker_of(text) or is_ornament(text)) or EDGES.search(found[1]) for found in PARAGRAPH.finditer(html))


def _tidy_link(found: re.Match) -> str:
    if found[2].startswith("#"):  # a place on the same page, set by an editor
        return found[0]
    return f"{found[1]}{escape(address(found[2]))}{found[3]}" if address(found[2]) else TAG.sub("<a>", found[0])


def _tidy_text(text: str) -> str:
    """Bullets of Word's own fonts are kept for marker_of(); all else that cannot be seen goes."""
    text = re.sub("^(\\s*)[\uf0a7\uf0b7\uf0d8\uf0fc]", r"\1•", text).replace("&nbsp;", "\u00a0")
    return SPACES.sub(" ", UNSEEN.sub("", text))


def _pieces(html: str) -> Iterator[str]:
    """Paragraphs without their edges, lists and what else there is, in order; empty and ornamental paragraphs left out."""
    for found in PIECE.finditer(html):
        paragraph = PARAGRAPH.fullmatch(found[0])
        if not paragraph:
            yield found[0]
        elif (text := plain(paragraph[1])) and not is_ornament(text):
            opening = found[0][: found[0].index(">") + 1]
            yield f"{opening}{EDGES.sub('', paragraph[1])}</p>"


def _joined(pieces: Iterator[str]) -> Iterator[str]:
    for is_paragraph, group in groupby(pieces, key=lambda piece: bool(PARAGRAPH.fullmatch(piece))):
        if not is_paragraph:
            yield from group
            continue
        whole = list(group)
        inner = [PARAGRAPH.fullmatch(piece)[1] for piece in whole]  # type: ignore[index]
        at = 0
        for kind, items in typed_lists(inner):
            yield whole[at] if kind == "p" else f"<{kind}>{''.join(f'<li>{item}</li>' for item in items)}</{kind}>"
            at += len(items)


def is_ours(html: str) -> bool:
    """Whether only the tags above are in it: what a process that opened a stranger's file wrote is looked at before it is kept."""
    return not re.search("[<>]", OURS.sub("", html))
