"""The site's brocade as a draft of threads, one sign a crossing: the same cloth as static/img/brocade.svg and favicon.svg, for paper."""

from collections.abc import Iterator, Sequence

# w cream, g gold, r rose; a point leaves the ground of indigo bare.
TILE = (
    "....................",
    "........w.g.w.......",
    ".......w.g.g.w......",
    "......w.g.r.g.w.....",
    "w....w.g.rrr.g.w....",
    "gw..w.g.rrgrr.g.w..w",
    "w....w.g.rrr.g.w....",
    "......w.g.r.g.w.....",
    ".......w.g.g.w......",
    "........w.g.w.......",
    "....................",
)
EMBLEM = (
    ".....g.....",
    "....g.g....",
    "...g...g...",
    "..g..r..g..",
    ".g..rrr..g.",
    "g..rrwrr..g",
    ".g..rrr..g.",
    "..g..r..g..",
    "...g...g...",
    "....g.g....",
    ".....g.....",
)


def length(tiles: int) -> int:
    """Threads along a strip of so many motifs, a small cross at either end."""
    return tiles * len(TILE[0]) + 3


def strip(tiles: int) -> list[str]:
    """A strip that ends as it begins: with a whole cross."""
    return [row[-1] + row * tiles + row[:2] for row in TILE]


def turned(rows: Sequence[str]) -> list[str]:
    """The same cloth hung upright."""
    return ["".join(column) for column in zip(*rows, strict=True)]


def runs(rows: Sequence[Sequence], thread) -> Iterator[tuple[int, int, int]]:
    """(column, row, length) of each unbroken run of one thread."""
    for y, row in enumerate(rows):
        start = None
        for x, sign in enumerate((*row, None)):
            if sign == thread and start is None:
                start = x
            elif sign != thread and start is not None:
                yield start, y, x - start
                start = None
