"""Woven patterns: lozenges, chevrons and stripes, plain geometry that belongs to nobody's altar."""

from home.demo.art.kit.palette import CORAL, CREAM, GOLD, INDIGO, PLUM


def _pattern(canvas, key, w, h, marks, turn=""):
    turn = f' patternTransform="{turn}"' if turn else ""

    def make(name):
        return f'<pattern id="{name}" width="{w}" height="{h}" patternUnits="userSpaceOnUse"{turn}>{marks}</pattern>'

    return f"url(#{canvas.define(key, make)})"


def lozenge(canvas, ground=PLUM, figure=GOLD, heart=CREAM, size=24):
    """Diamonds within diamonds: the weave of sashes and hems."""
    s, m = size, size / 2
    q = s / 5
    marks = (
        f'<path fill="{ground}" d="M0,0h{s}v{s}H0z"/><path fill="{figure}" d="M{m:g},1L{s - 1:g},{m:g} {m:g},{s - 1:g} 1,{m:g}z"/>'
        f'<path fill="{ground}" d="M{m:g},{q:g}L{s - q:g},{m:g} {m:g},{s - q:g} {q:g},{m:g}z"/>'
        f'<path fill="{heart}" d="M{m:g},{m - q / 1.6:g}L{m + q / 1.6:g},{m:g} {m:g},{m + q / 1.6:g} {m - q / 1.6:g},{m:g}z"/>'
    )
    return _pattern(canvas, ("lozenge", ground, figure, heart, size), s, s, marks)


def chevron(canvas, ground=INDIGO, figure=GOLD, size=20):
    s = size
    marks = (
        f'<path fill="{ground}" d="M0,0h{s}v{s}H0z"/>'
        f'<path fill="none" stroke="{figure}" stroke-width="{s / 5:g}" d="M{-s / 2:g},{s:g}L{s / 2:g},{s / 4:g} {s * 1.5:g},{s:g}"/>'
    )
    return _pattern(canvas, ("chevron", ground, figure, size), s, s, marks)


def stripes(canvas, ground, figure, size=14, share=0.4, turn=0):
    marks = f'<path fill="{ground}" d="M0,0h{size}v{size}H0z"/><path fill="{figure}" d="M0,0h{size * share:g}v{size}H0z"/>'
    return _pattern(canvas, ("stripes", ground, figure, size, share, turn), size, size, marks, f"rotate({turn})" if turn else "")


def grain(canvas, mark, size=16, dot=2.2):
    """A see-through dotted ground, for soil, felt and paper."""
    marks = f'<circle cx="{size / 4:g}" cy="{size / 4:g}" r="{dot}" fill="{mark}"/><circle cx="{size * 0.75:g}" cy="{size * 0.75:g}" r="{dot}" fill="{mark}"/>'
    return _pattern(canvas, ("grain", mark, size, dot), size, size, marks)


def wicker(canvas, ground, figure, size=16):
    s = size
    marks = (
        f'<path fill="{ground}" d="M0,0h{s}v{s}H0z"/>'
        f'<path fill="{figure}" d="M1,2h{s / 2 - 2:g}v{s / 2 - 4:g}H1zM{s / 2 + 1:g},{s / 2 + 2:g}h{s / 2 - 2:g}v{s / 2 - 4:g}h{2 - s / 2:g}z"/>'
    )
    return _pattern(canvas, ("wicker", ground, figure, size), s, s, marks)


def brocade(canvas, x, y, w, h, turn=0):
    """A length of cloth: bands of weave between bands of plain colour, across the whole width."""
    bands = (
        (INDIGO, 0.10), (GOLD, 0.02), (lozenge(canvas, PLUM, GOLD, CREAM, 40), 0.2), (GOLD, 0.02), (INDIGO, 0.05),
        (chevron(canvas, CREAM, CORAL, 28), 0.09), (INDIGO, 0.05), (GOLD, 0.02), (lozenge(canvas, INDIGO, CORAL, GOLD, 40), 0.2),
        (GOLD, 0.02), (PLUM, 0.08), (chevron(canvas, PLUM, GOLD, 28), 0.09), (CREAM, 0.02), (INDIGO, 0.04),
    )  # fmt: skip
    top = y
    for fill, share in bands:
        canvas.rect(x, top, w, h * share + 1, fill)
        top += h * share
