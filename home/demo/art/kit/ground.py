"""Grounds for close-ups: a plain colour with discs of light, a table top, a woven band."""

from home.demo.art.kit import cloth
from home.demo.art.kit.palette import BARK, CREAM, GOLD, INK, PLUM, mix
from home.demo.art.kit.svg import H, W, polygon


def halo(c, ground, glow, inner, x=800, y=430, r=(560, 390)):
    """A flat ground with two discs of light behind the subject."""
    c.rect(0, 0, W, H, ground)
    c.circle(x, y, r[0], glow)
    c.circle(x, y, r[1], inner)


def planks(c, base=BARK, gap=150):
    """A table top, seen from above."""
    c.rect(0, 0, W, H, base)
    c.line("".join(f"M0,{y}H1600" for y in range(70, 900, gap)), mix(base, INK, 0.3), 6, cap="butt")
    c.path(polygon((0, 0), (620, 0), (120, 900), (0, 900)), INK, 0.14)


def runner(c, y, h, ground=PLUM, figure=GOLD, heart=CREAM):
    """A woven band across the picture."""
    c.rect(0, y - 10, W, h + 20, figure)
    c.rect(0, y, W, h, cloth.lozenge(c, ground, figure, heart, h))
