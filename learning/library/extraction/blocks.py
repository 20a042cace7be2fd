"""What every reader gives: the text of a file as headings, paragraphs, list items and tables, in the file's own words."""

import math
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple


class Run(NamedTuple):
    """Text in one face. A line break is a newline."""

    text: str
    bold: bool = False
    italic: bool = False
    href: str = ""


Runs = list[Run]
MOST_CELLS = 60  # of a row


@dataclass
class Heading:
    level: int  # 1 is the highest
    runs: Runs


@dataclass
class Paragraph:
    runs: Runs


@dataclass
class Item:
    """Of a list; items that follow one another are one list."""

    runs: Runs
    ordered: bool = False


@dataclass
class Table:
    rows: Iterator[list[Runs]]  # taken one by one, before the next block is asked for


Block = Heading | Paragraph | Item | Table


@dataclass
class Found:
    """What a reader learns beside the text."""

    pages: int | None = None  # slides and sheets too
    seconds: int | None = None
    problem: str = ""  # one of Reading.Problem
    pictures: int = 0  # how many were seen
    old_font: float = 0.0  # share of the letters set in a font of TCVN3 or VNI
    deadline: float = math.inf  # of time.monotonic(): then a reader gives what it has

    def is_late(self) -> bool:
        if time.monotonic() > self.deadline:
            self.problem = "too_long"
            return True
        return False


def plain(text: str) -> Runs:
    return [Run(text)]


def words(runs: Iterable[Run]) -> str:
    return "".join(run.text for run in runs)
