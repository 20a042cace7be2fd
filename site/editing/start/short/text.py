"""Between what is typed into a plain box and what the page editor keeps. Pure."""

import re
from html import escape, unescape

EDITORS_MARK = re.compile(r' data-block-key="[^"]*"')  # the page editor's, on each paragraph
PARAGRAPH = re.compile(r"<p>(.*?)</p>", re.DOTALL)


def to_rich(text: str) -> str:
    """An empty line begins a new paragraph, a single line break stays one."""
    paragraphs = (part.strip() for part in re.split(r"\n\s*\n", text.replace("\r\n", "\n").replace("\r", "\n")))
    return "".join("<p>" + "<br/>".join(escape(line.strip(), quote=False) for line in part.split("\n")) + "</p>" for part in paragraphs if part)


def to_plain(rich: str) -> str:
    """What to_rich was given. Of what it could not have made, only the words."""
    paragraphs = PARAGRAPH.findall(without_marks(rich)) or [rich]
    return "\n\n".join(unescape(re.sub(r"<[^>]*>", "", re.sub(r"<br ?/?>", "\n", part))) for part in paragraphs).strip()


def without_marks(value):
    """A stored value without what differs each time that it is saved: ids, the editor's marks, and empty parts."""
    if isinstance(value, str):
        return EDITORS_MARK.sub("", value).replace("&quot;", '"').replace("&#x27;", "'").replace("&#39;", "'")
    if isinstance(value, list):
        return [without_marks(item) for item in value]
    if isinstance(value, dict):
        return {key: without_marks(item) for key, item in value.items() if key != "id" and item not in (None, "", False)}
    return value
