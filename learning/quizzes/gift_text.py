"""Pieces of text in a GIFT file: escapes, and the formats [html], [moodle], [plain] and [markdown] brought down to plain text. Pure.

Moodle's question/format/gift/format.php decides (escapedchar_pre, escapedchar_post, parse_text_with_format).
"""

import html
import re
from html.parser import HTMLParser

from django.utils.translation import gettext

from learning.quizzes.imported import one_line, plain

MARKS = ":#={}~"
FORMATS = ("moodle", "html", "plain", "markdown")
DEFAULT_FORMAT = "moodle"

# While a question is taken apart, an escaped mark stands as a control character, which no text has otherwise.
_HIDDEN = {mark: chr(0x10 + place) for place, mark in enumerate(MARKS)} | {"n": chr(0x1F)}
_SHOWN = str.maketrans({hidden: "\n" if mark == "n" else mark for mark, hidden in _HIDDEN.items()})

_BLOCKS = "address|article|aside|blockquote|dd|div|dl|dt|figcaption|figure|footer|form|h[1-6]|header|hr|li|main|nav|ol|p|pre|section|table|tr|ul"
_INLINE = "a|abbr|b|big|br|cite|code|del|dfn|em|font|i|ins|kbd|mark|q|s|samp|small|span|strike|strong|sub|sup|tbody|td|tfoot|th|thead|tt|u|var"
_MEDIA = "img|audio|video|iframe|object|embed"
_BLOCK = re.compile(_BLOCKS)
_TAG = re.compile(rf"</?(?:{_BLOCKS}|{_INLINE}|{_MEDIA})(?:\s[^<>]*)?/?>", re.IGNORECASE)
_MEDIA_TAG = re.compile(rf"<(?:{_MEDIA})[\s/>]", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,30});")
_MARKDOWN = [
    (re.compile(r"(?m)^#{1,6} +"), ""),
    (re.compile(r"\[([^\[\]\n]{1,200})\]\(([^()\s]{1,500})\)"), r"\1 (\2)"),
    (re.compile(r"(\*\*|(?<!_)__(?!_))(?=\S)(.{1,500}?)(?<=\S)\1"), r"\2"),
    (re.compile(r"(?<!\w)([*_])(?![\s*_])(.{1,500}?)(?<![\s*_])\1(?!\w)"), r"\2"),
    (re.compile(r"`([^`\n]{1,500})`"), r"\1"),
]


class Unreadable(ValueError):
    """What keeps a question from being read, as a sentence for its editor."""


def hide_escapes(text: str) -> str:
    r"""\: \# \= \{ \} \~ and \n put out of the way, \\ made a backslash that escapes nothing any more."""
    text = "".join(character for character in text if character >= " " or character in "\t\n")
    return re.sub(r"\\([\\:#={}~n])", lambda match: "\\" if match[1] == "\\" else _HIDDEN[match[1]], text)


def show_escapes(text: str) -> str:
    return text.translate(_SHOWN)


def escape(text: str) -> str:
    return re.sub(rf"[\\{re.escape(MARKS)}]", r"\\\g<0>", text).replace("\n", r"\n")


def split_format(text: str, default: str = DEFAULT_FORMAT) -> tuple[str, str]:
    """("html", "<p>…") from "[html]<p>…". Brackets with anything else inside belong to the text."""
    name, closed, rest = text.removeprefix("[").partition("]")
    return (name, rest) if text.startswith("[") and closed and name in FORMATS else (default, text)


def read_text(text: str, default: str = DEFAULT_FORMAT) -> str:
    """A hidden piece as plain text. Raises Unreadable where it shows a picture, which the file does not hold."""
    form, text = split_format(text.strip(), default)
    text = show_escapes(text)
    if form != "plain" and _MEDIA_TAG.search(text) or form == "markdown" and "![" in text:
        raise Unreadable(gettext("It shows a picture or a sound, which a text file does not hold. Make this question by hand."))
    if form == "markdown":
        for pattern, replacement in _MARKDOWN:
            text = pattern.sub(replacement, text)
    if form == "html":
        text = _from_html(text)
    elif form != "plain":
        text = _from_html(text.replace("\n", "<br>")) if _TAG.search(text) else _ENTITY.sub(lambda match: html.unescape(match.group()), text)
    return plain(text)


def read_line(text: str, default: str = DEFAULT_FORMAT) -> str:
    """The same for an option, an answer or a feedback."""
    return one_line(read_text(text, default))


def as_html(text: str) -> str:
    """A line in the one form that holds an arrow "->" where GIFT would read a pair."""
    return html.escape(text, quote=False)


class _Text(HTMLParser):
    """Gathers what a reader would see; blocks and <br> begin new lines."""

    def __init__(self) -> None:
        super().__init__()
        self.pieces: list[str] = []
        self.silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.silent += tag in ("script", "style")
        if tag == "br" or _BLOCK.fullmatch(tag):
            self.pieces.append("\n" if tag == "br" else "\0")
        elif tag in ("td", "th"):
            self.pieces.append(" ")

    def handle_endtag(self, tag: str) -> None:
        self.silent = max(self.silent - (tag in ("script", "style")), 0)
        if _BLOCK.fullmatch(tag):
            self.pieces.append("\0")

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.pieces.append(re.sub("[ \t\n\r\f]+", " ", data))


def _from_html(text: str) -> str:
    parser = _Text()
    parser.feed(text)
    parser.close()
    shown = re.sub(" *([\0\n]) *", r"\1", "".join(parser.pieces))
    shown = re.sub("\n?(?:\0\n?)+", "\n", shown)  # ends of blocks meeting make one line end
    return re.sub(" {2,}", " ", shown)
