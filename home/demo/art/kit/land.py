"""Sky, mountains, mist, terraces, trees and houses. Light always falls from the upper right."""

import math
from itertools import pairwise

from home.demo.art.kit.palette import BARK, CREAM, EARTH, FOREST, GOLD, GROVE, INK, PINE, RICE, STRAW, TERRACE, mix
from home.demo.art.kit.svg import H, W, box, disc, num, spline


def sky(c, light, x=1010, y=330, r=92, glow=True):
    """The ground of a picture: flat sky, two flat halos, one sun or moon."""
    c.rect(0, 0, W, H, light.sky)
    if glow:
        c.circle(x, y, r * 5.4, light.glow)
        c.circle(x, y, r * 2.9, light.inner)
    if r:
        c.circle(x, y, r, light.sun)


def stars(c, n=40, fill=CREAM, bottom=420):
    d = "".join(f"M{c.rng.randrange(20, W - 20)},{c.rng.randrange(16, bottom)}h.1" for _ in range(n))
    c.line(d, fill, 5, 0.8)


def _fade(c, top, bottom, colour, mist):
    """A vertical gradient from the ridge's colour into mist."""

    def make(name):
        return (
            f'<linearGradient id="{name}" x1="0" x2="0" y1="{num(top)}" y2="{num(bottom)}" gradientUnits="userSpaceOnUse">'
            f'<stop stop-color="{colour}"/><stop offset="1" stop-color="{mist}"/></linearGradient>'
        )

    return f"url(#{c.define(('fade', top, bottom, colour, mist), make)})"


def ridge(c, light, t, peaks, floor=H, mist=0.0, shade=0.3):
    """One mountain range: (x, y) of peaks and valleys in turn. Slopes are hollow, and each peak has a face in shadow.

    t: 0 far, 1 near; mist: how far its foot fades; shade: how dark the faces are.
    """
    d = f"M{num(peaks[0][0])},{num(floor)}V{num(peaks[0][1])}"
    faces = ""
    for (x0, y0), (x1, y1) in pairwise(peaks):
        dx, dy = x1 - x0, y1 - y0
        if dy < 0:  # up to a peak
            bend = f"Q{num(x0 + dx * 0.58)},{num(y0 + dy * 0.42)} {num(x1)},{num(y1)}"
            deep = min(floor, y0 + abs(dy) * 1.1 + 60)
            run = deep - y1
            faces += (
                f"M{num(x0)},{num(y0)}{bend}L{num(x1 + dx * 0.1)},{num(y1 + run * 0.26)} {num(x1 - dx * 0.06)},{num(y1 + run * 0.4)}"
                f" {num(x1 + dx * 0.04)},{num(y1 + run * 0.66)} {num(x0 + dx * 0.62)},{num(deep)} {num(x0 - dx * 0.1)},{num(deep)}Z"
            )
        else:
            bend = f"Q{num(x0 + dx * 0.42)},{num(y1 - dy * 0.42)} {num(x1)},{num(y1)}"
        d += bend
    d += f"V{num(floor)}Z"
    colour = light.ridge(t)
    dark = mix(colour, light.near if t < 0.7 else INK, shade)
    top = min(y for _, y in peaks)
    foot = mix(colour, light.mist, mist)
    low = min(floor, top + 400)
    c.path(d, _fade(c, top, low, colour, foot) if mist else colour)
    with c.inside(d):
        c.path(faces, _fade(c, top, low, dark, foot) if mist else dark)


def ranges(c, light, rows=3, top=360, bottom=640, mist=0.75, start=0.0, end=0.7, left=0):
    """Layered ranges from far to near, each with its own seeded rhythm."""
    for i in range(rows):
        t = i / max(1, rows - 1)
        base = top + (bottom - top) * t
        step = 300 - 30 * i
        x = -160 - c.rng.randrange(0, 160) + left
        peaks = []
        while x < W + 300:
            high = c.rng.uniform(-150, -30) if len(peaks) % 2 else c.rng.uniform(10, 60)
            peaks.append((x, base + high))
            x += step * c.rng.uniform(0.45, 0.95)
        ridge(c, light, start + (end - start) * t, peaks, mist=mist * (1 - 0.35 * t))


def mist(c, x, y, w, fill, opacity=0.75, h=34):
    """A bank of mist: long drifts with pointed ends, one over the other."""
    d = ""
    for dx, dy, share in ((0, 0, 1), (0.18, -0.7, 0.6), (-0.1, 0.8, 0.7), (0.4, 0.9, 0.75)):
        x0, w0, y0 = x + dx * w, share * w, y + dy * h
        d += f"M{num(x0)},{num(y0)}Q{num(x0 + w0 * 0.3)},{num(y0 - h * 0.8)} {num(x0 + w0 * 0.55)},{num(y0 - h * 0.3)}T{num(x0 + w0)},{num(y0)}Q{num(x0 + w0 * 0.5)},{num(y0 + h * 0.7)} {num(x0)},{num(y0)}Z"
    c.path(d, fill, opacity)


def hill(c, points, base, edge, rim=(-10, 12)):
    """A near slope from the left edge to the right, filled to the foot of the picture."""
    c.form(spline(points) + f"V{H + 20}H{num(points[0][0])}Z", base, edge, *rim)


def terraces(c, x, y, w, h, steps=8, tones=(TERRACE, FOREST, GROVE), water=None, lip=RICE, lean=0.0):
    """A terraced hill: contour bands that bow over a dome, each with a lit lip; every third one holds water.

    (x, y) is the middle of its foot; lean moves the summit by that share of the width.
    """
    shape = ((-0.5, 0), (-0.43, -0.42), (-0.24 + lean / 2, -0.86), (lean, -1), (0.24 + lean / 2, -0.84), (0.44, -0.38), (0.52, 0))
    dome = spline([(x + w * px, y + h * py) for px, py in shape]) + f"V{num(y + 400)}H{num(x - w / 2)}Z"
    with c.lit(dome, tones[1], lip, -14, 10):
        for i in range(steps):
            top = y - h * 0.92 + 1.16 * h * i / steps
            bow, tilt = h * (0.1 + 0.012 * i), h * 0.05 * math.sin(1.7 * i + x)
            left, right, deep = x - w * 0.56, x + w * 0.58, h / steps * 0.62
            band = (
                f"M{num(left)},{num(top - bow)}C{num(x - w * 0.22)},{num(top + bow + tilt)} {num(x + w * 0.16)},{num(top + bow - tilt)} {num(right)},{num(top - bow + tilt)}"
                f"v{num(deep)}C{num(x + w * 0.16)},{num(top + bow + deep)} {num(x - w * 0.22)},{num(top + bow + deep * 1.4)} {num(left)},{num(top - bow + deep)}Z"
            )
            wet = water and i % 3 == 1
            c.form(band, water if wet else tones[2 if i % 2 else 0], lip, 0, 5)
        c.path(
            f"M{num(x - w / 2)},{num(y - h)}H{num(x - w * 0.12)}C{num(x - w * 0.3)},{num(y - h * 0.6)} {num(x - w * 0.2)},{num(y - h * 0.2)} {num(x - w * 0.34)},{num(y + 400)}H{num(x - w * 0.6)}Z",
            PINE,
            0.28,
        )


def contour_fields(c, rows, tones, edge, lip=4):
    """Fields that roll to the foot of the picture: each row is a list of points, far to near."""
    for i, points in enumerate(rows):
        base = tones[i % len(tones)]
        c.form(spline(points) + f"V{H + 20}H{num(points[0][0])}Z", base, edge, 0, lip)


def rolling(top, bottom, rows, amp=40, phase=0.0, waves=1.6, x0=-40, x1=W + 40, drift=0.5):
    """Rows of points for contour_fields: nested waves that open towards the viewer."""
    out = []
    for i in range(rows):
        t = i / max(1, rows - 1)
        y = top + (bottom - top) * t**1.35
        a = amp * (0.5 + t)
        n = 7
        out.append(
            [
                (x0 + (x1 - x0) * k / n, y + a * math.sin(phase + drift * t + waves * math.tau * k / n) + a * 0.3 * math.sin(3.1 * k + phase))
                for k in range(n + 1)
            ]
        )
    return out


def tree(c, x, y, s=1.0, base=GROVE, edge=RICE, trunk=BARK, seed_shape=0):
    """A round tree: one trunk, three lobes of leaf read as one mass."""
    lobes = ((0, -150, 74), (-52, -108, 52), (50, -104, 56)) if seed_shape == 0 else ((0, -160, 58), (-28, -104, 60), (34, -96, 50))
    with c.at(x, y, s):
        c.path("M-9,0L-4,-90H6L12,0Z", trunk)
        d = "".join(disc(*lobe) for lobe in lobes)
        c.form(d, base, edge, -14, 10)


def cypress(c, x, y, s=1.0, base=PINE, edge=TERRACE):
    with c.at(x, y, s):
        c.form("M0,-190C34,-120 44,-50 22,0H-22C-44,-50 -34,-120 0,-190Z", base, edge, -9, 4)


def grove(c, x, y, n, spread, s=0.5, base=PINE, edge=TERRACE):
    """A loose stand of cypresses, back to front."""
    spots = sorted((c.rng.uniform(-spread, spread), c.rng.uniform(-14, 14), c.rng.uniform(0.7, 1.2)) for _ in range(n))
    for dx, dy, k in sorted(spots, key=lambda spot: spot[1]):
        cypress(c, x + dx, y + dy, s * k, base, edge)


def bamboo(c, x, y, height=760, n=4, gap=46, base=GROVE, edge=RICE, lean=5, leaves=True):
    """Tall culms with nodes, and leaves in fans: a frame for the side of a picture."""
    for i in range(n):
        w = 24 - 3 * (i % 3)
        with c.at(x + i * gap, y, rot=lean * (0.4 + 0.5 * ((i * 7) % 5) / 4)):
            step = 120 + 14 * (i % 3)
            tall = height - 50 * ((i * 3) % 4)
            c.rect(-w / 2, -tall, w, tall, edge)
            c.rect(-w / 2, -tall, w * 0.66, tall, base)
            c.line("".join(f"M{-w / 2 - 2:g},{-k}h{w + 4}" for k in range(step // 2, tall, step)), mix(base, INK, 0.45), 5, cap="butt")
            if leaves:
                for k, (ly, turn) in enumerate(((-tall * 0.95, -28), (-tall * 0.72, 24), (-tall * 0.86, 150))):
                    if (i + k) % 2 == 0:
                        with c.at(0, ly, rot=turn):
                            c.path(
                                "M0,0C40,-26 90,-22 130,4 88,10 40,16 0,0ZM0,0C28,14 66,50 78,92 40,66 12,38 0,0ZM0,0C46,2 104,30 132,64 84,54 36,32 0,0Z",
                                edge if k == 1 else base,
                            )


def tea_rows(c, rows, tones, edge, bump=44):
    """Tea hedges: rows of rounded bushes that follow the slope. Each row is a list of points, far to near."""
    for i, points in enumerate(rows):
        t = i / max(1, len(rows) - 1)
        r = bump * (0.45 + 0.75 * t)
        line = []
        for (x0, y0), (x1, y1) in pairwise(points):
            k = max(1, round((x1 - x0) / (r * 1.5)))
            line += [(x0 + (x1 - x0) * j / k, y0 + (y1 - y0) * j / k) for j in range(k)]
        line += [points[-1], (points[-1][0] + 2 * r, points[-1][1])]
        d = f"M{num(line[0][0])},{H}V{num(line[0][1])}"
        for (x0, y0), (x1, y1) in pairwise(line):
            d += f"Q{num((x0 + x1) / 2)},{num(min(y0, y1) - r * 1.15)} {num(x1)},{num(y1)}"
        c.form(d + f"V{H}Z", tones[i % len(tones)], edge, -r * 0.16, r * 0.22)


def stilt_house(c, x, y, s=1.0, roof=BARK, edge=STRAW, wall=EARTH, lamp=GOLD, lit=True):
    """A house on posts under one great roof. (x, y) is the middle of its foot."""
    dark = mix(roof, INK, 0.55)
    with c.at(x, y, s):
        for px in (-118, -62, 0, 58, 114):
            c.rect(px - 6, -84, 12, 84, dark)
        c.rect(-140, -92, 280, 14, mix(wall, INK, 0.5))
        c.form(box(-126, -158, 252, 68), wall, mix(wall, edge, 0.6), -12, 0)
        for wx in (-92, -20, 52):
            c.rect(wx, -146, 40, 44, lamp if lit else dark)
            c.rect(wx + 18, -146, 4, 44, dark)
        thatch = "M-182,-142C-150,-176 -118,-236 -92,-282Q0,-292 92,-282C118,-236 150,-176 182,-142Q0,-158 -182,-142Z"
        with c.lit(thatch, roof, edge, -16, 6):
            c.line("M-60,-280L-118,-150M-24,-284L-46,-152M14,-284L26,-152M52,-282L96,-150", dark, 4, 0.5)
            c.path("M-182,-142Q0,-158 182,-142V-156Q0,-172 -182,-156Z", dark, 0.6)
        c.line("M-92,-282L-106,-300M92,-282L106,-300", roof, 9)
        c.line("M150,0L112,-88M174,0L136,-88", dark, 8)
        c.line("M156,-18h22M146,-40h22M136,-62h22", dark, 6)


def leaf(c, x, y, s=1, rot=0, base=GROVE, edge=RICE):
    """One long leaf with a lit half."""
    with c.at(x, y, s, rot):
        c.path("M0,0C30,-34 96,-40 150,0 96,36 30,32 0,0Z", base)
        c.path("M0,0C30,-34 96,-40 150,0Z", edge)


def sea_of_clouds(c, y, fill, shade, n=5, s=1.0):
    """Round-backed clouds that fill a valley from side to side."""
    for row in range(2):
        tone = shade if row == 0 else fill
        d = f"M-40,{H}V{num(y + row * 46)}"
        x = -40
        while x < W + 60:
            step = c.rng.uniform(130, 280) * s
            d += f"Q{num(x + step / 2)},{num(y + row * 46 - step * 0.42)} {num(x + step)},{num(y + row * 46)}"
            x += step
        c.path(d + f"V{H}Z", tone)


def petals(c, n, fill, x0, x1, y0, y1, size=10):
    """Leaves or petals in the air: one path."""
    d = ""
    for _ in range(n):
        x, y = c.rng.uniform(x0, x1), c.rng.uniform(y0, y1)
        a = c.rng.uniform(0, 6.28)
        s = size * c.rng.uniform(0.6, 1.3)
        ux, uy = math.cos(a) * s, math.sin(a) * s
        d += f"M{num(x)},{num(y)}q{num(ux - uy * 0.6)},{num(uy + ux * 0.6)} {num(ux * 2)},{num(uy * 2)}q{num(-ux + uy * 0.6)},{num(-uy - ux * 0.6)} {num(-ux * 2)},{num(-uy * 2)}"
    c.path(d, fill)
