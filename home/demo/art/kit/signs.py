"""Signs that everybody reads without a word: each has its middle at (x, y) and is about 100 units wide at s = 1."""

import math

from home.demo.art.kit import cloth
from home.demo.art.kit.palette import (
    AMBER,
    BARK,
    BLUE,
    CORAL,
    CREAM,
    GOLD,
    GROVE,
    HAZE,
    INDIGO,
    INK,
    MIST,
    PAPER,
    PLUM,
    ROSE,
    SHINE,
    STRAW,
    glint,
    mix,
)
from home.demo.art.kit.screens import tick
from home.demo.art.kit.svg import box, disc, num, polygon


def arcs(c, x, y, radii, fill, width=20, turn=0, spread=45, opacity=1):
    """Waves that run out of (x, y); turn 0 is upwards, 90 to the right."""
    a, b = math.radians(turn - spread - 90), math.radians(turn + spread - 90)
    d = "".join(
        f"M{num(x + r * math.cos(a))},{num(y + r * math.sin(a))}A{num(r)},{num(r)} 0 0 1 {num(x + r * math.cos(b))},{num(y + r * math.sin(b))}" for r in radii
    )
    c.line(d, fill, width, opacity)


def wifi(c, x, y, s=1.0, fill=PAPER):
    with c.at(x, y, s):
        arcs(c, 0, 40, (32, 62, 92), fill, 16)
        c.circle(0, 36, 11, fill)


def power(c, x, y, s=1.0, fill=PAPER):
    with c.at(x, y, s):
        c.line("M-26,-34A44,44 0 1 0 26,-34M0,-54V-4", fill, 15)


def bolt(c, x, y, s=1.0, fill=GOLD):
    with c.at(x, y, s):
        c.path("M14,-62L-34,10H-4L-14,62L36,-14H4Z", fill)


def speaker(c, x, y, s=1.0, fill=PAPER, waves=2):
    with c.at(x, y, s):
        c.path("M-54,-20H-26L8,-50V50L-26,20H-54Z", fill)
        arcs(c, 4, 0, (30, 54)[:waves], fill, 11, 90, 42)


def handset(c, x, y, s=1.0, fill=PAPER, rot=0):
    with c.at(x, y, s, rot), c.at(3, -3, rot=-135):
        c.path("M-60,16V-4C-60,-46 60,-46 60,-4V16Q60,24 52,24H32Q24,24 24,16V2Q0,-8 -24,2V16Q-24,24 -32,24H-52Q-60,24 -60,16Z", fill)


def call_button(c, x, y, r, ground=GROVE, fill=PAPER):
    c.form(disc(x, y, r), ground, glint(ground), -r * 0.08, r * 0.06)
    handset(c, x, y, r / 82, fill)


def link(c, x, y, s=1.0, fill=PAPER, width=17, rot=-35):
    """Two rings of a chain."""
    with c.at(x, y, s, rot):
        c.line("M-12,-26H-46A26,26 0 0 0 -46,26H-12M12,-26H46A26,26 0 0 1 46,26H12M-28,0H28", fill, width)


def padlock(c, x, y, s=1.0, base=GOLD, edge=SHINE, mark=INK, weave=False, hoop=HAZE):
    with c.at(x, y, s):
        c.tube("M-30,-4V-32A30,30 0 0 1 30,-32V-4", 17, hoop, PAPER, 5)
        with c.lit(box(-52, -10, 104, 82, 16), base, edge, -6, 4):
            if weave:
                c.line("M-60,58H60", cloth.lozenge(c, PLUM, GOLD, CREAM, 18), 18, cap="butt")
        c.circle(0, 22, 12, mark)
        c.line("M0,24V42", mark, 10)


def shield(c, x, y, s=1.0, base=GROVE, edge=None, rim=GOLD):
    d = "M0,-66Q32,-48 60,-48C62,4 44,44 0,70C-44,44 -62,4 -60,-48Q-32,-48 0,-66Z"
    with c.at(x, y, s):
        c.form(d, rim, PAPER, -4, 3)
        with c.at(0, 0, 0.82), c.lit(d, base, edge or glint(base), -8, 4):
            c.path("M0,-70V80H-70V-70Z", INK, 0.12)


def ban(c, x, y, r, fill=ROSE, width=None):
    width = width or r * 0.24
    k = r * 0.7
    c.line(disc(x, y, r) + f"M{num(x - k)},{num(y - k)}L{num(x + k)},{num(y + k)}", fill, width)


def cross(c, x, y, r, ground=ROSE, mark=PAPER):
    c.circle(x, y, r, ground)
    k = r * 0.36
    c.line(f"M{num(x - k)},{num(y - k)}l{num(2 * k)},{num(2 * k)}m0,{num(-2 * k)}l{num(-2 * k)},{num(2 * k)}", mark, r * 0.24)


def warning(c, x, y, s=1.0, base=GOLD, edge=SHINE, mark=INK):
    with c.at(x, y, s):
        c.form("M-10,-54Q0,-68 10,-54L62,38Q68,54 52,56H-52Q-68,54 -62,38Z", base, edge, -5, 3)
        c.path("M-8,-26H8L5,16H-5Z", mark)
        c.circle(0, 34, 8, mark)


def camera(c, x, y, s=1.0, fill=PAPER, hole=INK):
    with c.at(x, y, s):
        c.path(box(-52, -30, 104, 72, 14) + "M-26,-26L-14,-46H14L26,-26Z", fill)
        c.circle(0, 6, 25, hole)
        c.circle(0, 6, 14, fill)


def basket(c, x, y, s=1.0, base=PAPER, line=None):
    """A shopping basket."""
    with c.at(x, y, s):
        c.line("M-30,-12Q-28,-50 0,-50Q28,-50 30,-12", base, 10)
        c.path("M-54,-14H54L40,44Q38,50 32,50H-32Q-38,50 -40,44Z", base)
        if line:
            c.line("M-18,2V34M0,2V34M18,2V34", line, 8)


def picture(c, x, y, s=1.0, sky=MIST):
    """A small landscape in a frame."""
    with c.at(x, y, s), c.inside(box(-54, -42, 108, 84, 12)):
        c.rect(-54, -42, 108, 84, sky)
        c.circle(26, -14, 15, GOLD)
        c.path("M-60,44L-22,-16 10,22 26,4 64,46Z", GROVE)


def arrow(c, x, y, s=1.0, fill=GOLD, rot=0, edge=None):
    """An arrow that points down when rot is 0."""
    with c.at(x, y, s, rot):
        c.form("M-20,-64H20V4H54L0,66L-54,4H-20Z", fill, edge or glint(fill), -5, 3)


def sheet(c, x, y, w=200, h=270, rot=0, ground=PAPER, lines=6, head=INDIGO, fold=44):
    """A page with a folded corner and lines for words; its middle at (x, y)."""
    with c.at(x, y, rot=rot):
        a, b = w / 2, h / 2
        c.path(polygon((-a - 8, -b + 10), (a - 8, -b + 10), (a - 8, b + 10), (-a - 8, b + 10)), INK, 0.18)
        c.path(polygon((-a, -b), (a - fold, -b), (a, -b + fold), (a, b), (-a, b)), ground)
        c.path(polygon((a - fold, -b), (a, -b + fold), (a - fold, -b + fold)), mix(HAZE, ground, 0.3))
        c.rect(-a + w * 0.12, -b + h * 0.11, w * 0.44, h * 0.055, head, h * 0.027)
        for i in range(lines):
            c.rect(-a + w * 0.12, -b + h * (0.26 + 0.1 * i), w * (0.76, 0.64, 0.72, 0.5)[i % 4], h * 0.035, HAZE, h * 0.017)


def folder(c, x, y, s=1.0, base=GOLD, edge=SHINE, back=AMBER, between=None):
    """An open folder, 300 wide; between(c) draws what stands in it."""
    with c.at(x, y, s):
        c.path("M-150,-96Q-150,-112 -134,-112H-50Q-42,-112 -36,-104L-20,-84H134Q150,-84 150,-68V100H-150Z", back)
        if between:
            between(c)
        c.form("M-170,-28Q-172,-44 -156,-44H156Q172,-44 170,-28L154,98Q152,112 138,112H-138Q-152,112 -154,98Z", base, edge, -7, 5)


def magnifier(c, x, y, r, rot=0, see=None, rim=GOLD, grip=BARK):
    """A magnifying glass, its lens at (x, y), its handle to the lower right; see(c) draws what the lens shows around (0, 0)."""
    with c.at(x, y, rot=rot):
        c.path(disc(-r * 0.14, r * 0.12, r * 1.06), INK, 0.2)
        k = r * 0.74
        c.tube(f"M{num(k)},{num(k)}L{num(k * 2.1)},{num(k * 2.1)}", r * 0.3, grip, STRAW, r * 0.08)
        c.circle(0, 0, r, PAPER)
        with c.inside(disc(0, 0, r)), c.at(rot=-rot):
            if see:
                see(c)
        c.line(disc(0, 0, r), rim, r * 0.16)
        c.line(f"M{num(r * 0.06)},{num(-r)}A{num(r)},{num(r)} 0 0 1 {num(r)},{num(-r * 0.06)}", SHINE, r * 0.07)


def fingerprint(c, x, y, s=1.0, fill=GOLD):
    with c.at(x, y, s):
        d = "M0,10V30M-16,34V6A16,16 0 0 1 16,6V26M-32,26V6A32,32 0 0 1 32,6V36M-48,10V4A48,48 0 0 1 48,4V16M-30,52V46M16,52V44M0,62V52"
        c.line(d, fill, 8)


def coin(c, x, y, r, base=GOLD, edge=SHINE):
    c.form(disc(x, y, r), base, edge, -r * 0.12, r * 0.08)
    c.line(disc(x, y, r * 0.74), AMBER, r * 0.09)
    k = r * 0.36
    c.path(polygon((x, y - k), (x + k, y), (x, y + k), (x - k, y)), AMBER)


def bank(c, x, y, s=1.0, fill=PAPER, mark=GOLD):
    """A house with columns."""
    with c.at(x, y, s):
        c.path("M-64,-20L0,-62L64,-20V-10H-64ZM-66,40H66V54H-66Z", fill)
        c.line("M-42,0V32M-14,0V32M14,0V32M42,0V32", fill, 14, cap="butt")
        c.circle(0, -32, 9, mark)


def pencil(c, x, y, s=1.0, rot=0, base=ROSE, edge=CORAL):
    """A pencil whose point is at (x, y); it stands upright when rot is 0."""
    with c.at(x, y, s, rot):
        c.path("M0,0L-22,-60H22Z", CREAM)
        c.path("M0,0L-8,-22H8Z", INK)
        c.form(box(-22, -330, 44, 272, 4), base, edge, -14, 0)
        c.rect(-24, -340, 48, 26, HAZE)
        c.form(box(-22, -380, 44, 44, 16), CORAL, CREAM, -8, 3)


def envelope(c, x, y, s=1.0, inside=None, base=CREAM, edge=PAPER, lining=PLUM):
    """An open envelope, 400 wide; inside(c) draws what comes out of it."""
    with c.at(x, y, s):
        c.path("M-200,-70L0,-230L200,-70Z", mix(lining, INK, 0.15))
        c.rect(-200, -72, 400, 130, lining)
        if inside:
            inside(c)
        c.form("M-200,-70L0,60L200,-70V140Q200,156 184,156H-184Q-200,156 -200,140Z", base, edge, -6, 4)
        c.path("M-194,152L0,30L194,152Q190,156 184,156H-184Q-190,156 -194,152Z", mix(base, STRAW, 0.45))


def portrait(c, x, y, r, tone=BLUE, fill=PAPER):
    """A head and shoulders that could be anybody's."""
    with c.inside(disc(x, y, r)):
        c.circle(x, y, r, tone)
        c.path(disc(x, y - r * 0.2, r * 0.34) + disc(x, y + r * 0.86, r * 0.66, r * 0.6), fill)


def tile(c, x, y, size, tone, mark=None):
    """An app's square; mark(c, 0, 0, s) is one of the signs."""
    with c.at(x, y, size / 100):
        c.form(box(-50, -50, 100, 100, 26), tone, glint(tone), -4, 3)
        if mark:
            mark(c, 0, 0, 0.56)


def ticked(c, x, y, w, tone=HAZE, done=True, r=18):
    """A line of a list with its box."""
    if done:
        tick(c, x, y, r)
    else:
        c.line(disc(x, y, r - 3), HAZE, 5)
    c.rect(x + r * 1.8, y - r * 0.35, w, r * 0.7, tone, r * 0.35)
