"""What has changed in a sentence, word by word. Pure."""

import re
from difflib import SequenceMatcher

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

PIECES = re.compile(r"\s+|\w+|[^\w\s]")
SAME, GONE, NEW = "same", "gone", "new"
ALIKE = 0.5  # from here on an old sentence is taken for the former shape of a new one


def pieces(text: str) -> list[str]:
    return PIECES.findall(text)


def parts(old: str, new: str) -> list[tuple[str, str]]:
    """(kind, text) in reading order; spaces between two changed words belong to the change."""
    before, after = pieces(old), pieces(new)
    found: list[tuple[str, str]] = []
    for tag, i, j, k, m in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            text = "".join(before[i:j])
            if text.isspace() and found and m < len(after) and j < len(before):
                found += [(GONE, text), (NEW, text)]
            else:
                found.append((SAME, text))
            continue
        if i < j:
            found.append((GONE, "".join(before[i:j])))
        if k < m:
            found.append((NEW, "".join(after[k:m])))
    return joined(found)


def joined(found: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Neighbours made one: what is gone before what is new, between two parts that stayed."""
    result: list[tuple[str, str]] = []
    gone = new = ""
    for kind, text in [*found, (SAME, "")]:
        if kind == GONE:
            gone += text
        elif kind == NEW:
            new += text
        else:
            result += [(GONE, gone)] * bool(gone) + [(NEW, new)] * bool(new) + [(SAME, text)] * bool(text)
            gone = new = ""
    return result


def as_html(old: str, new: str) -> SafeString:
    """Marked by element and by sign, so that no colour is needed to tell them apart."""
    shapes = {
        SAME: "{}",
        GONE: '<del><span class="diff-sign" aria-hidden="true">−</span>{}</del>',
        NEW: '<ins><span class="diff-sign" aria-hidden="true">+</span>{}</ins>',
    }
    return format_html_join("", "{}", ((format_html(shapes[kind], text),) for kind, text in parts(old, new)))


def likeness(old: str, new: str) -> float:
    """0 to 1, by words. A sentence that lives on within a longer one, or the other way round, is alike."""
    before, after = [piece.lower() for piece in pieces(old) if not piece.isspace()], [piece.lower() for piece in pieces(new) if not piece.isspace()]
    if not before or not after:
        return 0.0
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    if matcher.real_quick_ratio() * max(len(before), len(after)) / min(len(before), len(after)) < ALIKE:
        return 0.0
    same = sum(block.size for block in matcher.get_matching_blocks())
    return max(matcher.ratio(), 0.9 * same / min(len(before), len(after)) if same > 3 else 0.0)
