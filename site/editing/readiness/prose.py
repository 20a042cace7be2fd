"""How text reads: pure, values in, values out."""

import re

LONGEST_SENTENCE = 25  # words as Vietnamese counts them: syllables
SHOWN = 60  # characters of a sentence that is named
BREAK = re.compile(r"(?<=[.!?…;])[\"”’)\]]*\s+")
FILE_NAME = re.compile(r"\.(avif|gif|heic|jpe?g|png|svg|webp)$|_|^(img|dsc|image|photo|screenshot|ảnh|hình)[ _-]?\d+$", re.IGNORECASE)
BOLD_PARAGRAPH = re.compile(r"<p[^>]*>\s*<(b|strong)>((?:(?!</p>).)*)</\1>\s*:?\s*</p>", re.IGNORECASE | re.DOTALL)
RAW_HEADING = re.compile(r"<h([1-6])[^>]*>(.*?)</h\1>", re.IGNORECASE | re.DOTALL)
TAG = re.compile(r"<[^>]+>")
CHILD = re.compile(
    r"\b(em bé|bé (gái|trai)|các (bé|cháu)|cháu (bé|nhỏ|gái|trai)|trẻ (em|nhỏ|con)|đứa (bé|trẻ)|học sinh|thiếu nhi|thiếu niên|con (gái|trai) nhỏ)\b",
    re.IGNORECASE,
)


def words(text: str) -> int:
    return len(text.split())


def sentences(line: str) -> list[str]:
    """Of one paragraph. A semicolon ends one too: it is where a long one is best cut."""
    return [part.strip() for part in BREAK.split(line) if part.strip()]


def long_sentences(lines: list[str]) -> list[str]:
    return [sentence for line in lines for sentence in sentences(line) if words(sentence) > LONGEST_SENTENCE]


def shortened(sentence: str) -> str:
    """Its beginning, cut between words."""
    return sentence if len(sentence) <= SHOWN else sentence[:SHOWN].rsplit(" ", 1)[0] + "…"


def tells_nothing(alt: str) -> bool:
    """A file's name, or what a telephone calls a picture."""
    return bool(FILE_NAME.search(alt.strip()))


def posing_as_headings(html: str) -> list[str]:
    """Paragraphs that are bold from end to end, and headings inside rich text, which belong into blocks of their own."""
    bold = [text for _tag, text in BOLD_PARAGRAPH.findall(html)]
    raw = [text for _level, text in RAW_HEADING.findall(html)]
    found = [" ".join(TAG.sub("", text).split()) for text in (*bold, *raw)]
    return [text for text in found if text and words(text) <= LONGEST_SENTENCE / 2]


def without_text(kinds: list[str], heading: str = "heading") -> list[int]:
    """Positions of headings that are followed by another heading or by nothing."""
    return [at for at, kind in enumerate(kinds) if kind == heading and (at + 1 == len(kinds) or kinds[at + 1] == heading)]


def speaks_of_children(text: str) -> bool:
    return bool(CHILD.search(text))
