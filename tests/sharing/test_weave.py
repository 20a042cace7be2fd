"""Paper and screen show one cloth."""

import re

import pytest

from sharing import paper, weave
from tests.databases import ROOT

IMG = ROOT / "static/img"


def woven(svg: str) -> dict[str, set]:
    """Colour -> the crossings it covers, from paths of short strokes: M8 1.5h1."""
    return {
        colour: {(int(x) + step, int(float(y))) for x, y, count in re.findall(r"M(\d+) ([\d.]+)h(\d+)", path) for step in range(int(count))}
        for colour, path in re.findall(r'<path stroke="(#\w+)" d="([^"]+)"', svg)
    }


def drafted(rows, shift=0) -> dict[str, set]:
    return {
        colour: {(x + step + shift, y + shift) for x, y, count in weave.runs(rows, sign) for step in range(count)} for sign, colour in paper.THREADS.items()
    }


def test_tile_is_the_brocade_of_the_header():
    assert drafted(weave.TILE) == woven((IMG / "brocade.svg").read_text())


def test_emblem_is_the_icon():
    assert drafted(weave.EMBLEM, shift=2) == woven((IMG / "favicon.svg").read_text())


@pytest.mark.parametrize("tiles", [1, 3])
def test_strip_ends_as_it_begins(tiles):
    rows = weave.strip(tiles)
    assert {len(row) for row in rows} == {weave.length(tiles)}
    assert [row[::-1] for row in rows] == rows


def test_colours_are_those_of_the_screen():
    tokens = dict(re.findall(r"--(\w+): (#\w+);", (ROOT / "static/css/tokens.css").read_text()))
    for name in ("ink", "soft", "paper", "rice", "line", "cloth", "plum", "gold", "straw"):
        assert getattr(paper, name.upper()) == tokens[name]
