"""A part's words as blocks. The first sign of a line says what it is; lines of one kind after one another belong together."""

from collections.abc import Iterator
from dataclasses import dataclass, field

KINDS = {
    "## ": "heading",
    "- ": "list",
    "1. ": "steps",
    "[ ] ": "checks",
    "+ ": "tip",
    "! ": "warning",
    "? ": "question",
    "| ": "table",
    "_ ": "fields",
    "~ ": "lines",
    "^ ": "signatures",
}


@dataclass
class Block:
    """kind: one of KINDS or "text". A field is a label to be written behind, "lines" how many to write on, a table row its cells."""

    kind: str
    lines: list[str] = field(default_factory=list)

    @property
    def rows(self) -> list[list[str]]:
        return [[cell.strip() for cell in line.split("|")] for line in self.lines]


ALONE = {"text", "heading", "question"}  # a line of these is a block


def parse(words: str) -> list[Block]:
    blocks: list[Block] = []
    for line in filter(None, (line.strip() for line in words.splitlines())):
        kind, text = next(((kind, line.removeprefix(sign)) for sign, kind in KINDS.items() if line.startswith(sign)), ("text", line))
        if kind in ALONE or not blocks or blocks[-1].kind != kind:
            blocks.append(Block(kind))
        blocks[-1].lines.append(text)
    return blocks


def parts(text: dict, version: int = 0) -> list[dict]:
    """The parts as this version had them; 0 for the newest."""
    return [part for part in text["parts"] if not version or part.get("since", 1) <= version]


def words(block: Block) -> Iterator[str]:
    """What of the block is to be read."""
    if block.kind == "lines":
        return
    for line in block.lines:
        yield from (cell.strip() for cell in line.split("|"))
