"""A canvas that writes short SVG: integers, shared patterns, one light."""

import math
import random
from contextlib import contextmanager

from home.demo.art.kit.palette import INK

W, H = 1600, 900


def num(v):
    """A number as briefly as the picture allows."""
    text = f"{v:.1f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def spline(points, closed=False, pull=6):
    """A smooth path through the points (Catmull-Rom turned into cubic curves)."""
    n = len(points)

    def at(i):
        return points[i % n] if closed else points[max(0, min(n - 1, i))]

    out = [f"M{num(points[0][0])},{num(points[0][1])}"]
    for i in range(n if closed else n - 1):
        (x0, y0), (x1, y1), (x2, y2), (x3, y3) = at(i - 1), at(i), at(i + 1), at(i + 2)
        ctrl = (x1 + (x2 - x0) / pull, y1 + (y2 - y0) / pull, x2 - (x3 - x1) / pull, y2 - (y3 - y1) / pull, x2, y2)
        out.append("C" + " ".join(num(v) for v in ctrl))
    return "".join(out) + ("Z" if closed else "")


def polygon(*points):
    return "M" + "L".join(f"{num(x)},{num(y)}" for x, y in points) + "Z"


def box(x, y, w, h, r=0):
    """A rectangle as a path, its corners rounded by r."""
    if not r:
        return f"M{num(x)},{num(y)}h{num(w)}v{num(h)}h{num(-w)}Z"
    r = min(r, w / 2, h / 2)
    a = f"a{num(r)},{num(r)} 0 0 1 "
    return (
        f"M{num(x + r)},{num(y)}h{num(w - 2 * r)}{a}{num(r)},{num(r)}v{num(h - 2 * r)}{a}{num(-r)},{num(r)}"
        f"h{num(2 * r - w)}{a}{num(-r)},{num(-r)}v{num(2 * r - h)}{a}{num(r)},{num(-r)}Z"
    )


def disc(x, y, rx, ry=None):
    """A circle or an ellipse as a path."""
    ry = ry or rx
    arc = f"a{num(rx)},{num(ry)} 0 1 1 "
    return f"M{num(x - rx)},{num(y)}{arc}{num(2 * rx)},0{arc}{num(-2 * rx)},0Z"


class Canvas:
    def __init__(self, seed):
        self.rng = random.Random(seed)
        self.body = []
        self.defs = {}
        self._ids = 0
        self._axes = (1, 0, 0, 1)  # where the local x and y point on the page: the light must not turn with the things

    # -- plumbing -----------------------------------------------------------------------------------------------
    def uid(self):
        self._ids += 1
        n, name = self._ids, ""
        while n:
            n, rest = divmod(n - 1, 26)
            name = chr(97 + rest) + name
        return name

    def add(self, text):
        self.body.append(text)

    def define(self, key, make):
        """The id of a shared definition, made on first use."""
        if key not in self.defs:
            name = self.uid()
            self.defs[key] = (name, make(name))
        return self.defs[key][0]

    @contextmanager
    def at(self, x=0, y=0, scale=1, rot=0, flip=False):
        """Draw in a place of its own: moved, turned, sized, mirrored."""
        parts = [f"translate({num(x)} {num(y)})"] if x or y else []
        if rot:
            parts.append(f"rotate({num(rot)})")
        if flip or scale != 1:
            parts.append(f"scale({-scale if flip else scale:.3g} {scale:.3g})" if flip else f"scale({scale:.3g})")
        attr = f' transform="{"".join(parts)}"' if parts else ""
        a, b, c, d = before = self._axes
        cos, sin, side = math.cos(math.radians(rot)), math.sin(math.radians(rot)), -1 if flip else 1
        self._axes = (side * (a * cos + c * sin), side * (b * cos + d * sin), c * cos - a * sin, d * cos - b * sin)
        self.add(f"<g{attr}>")
        yield
        self.add("</g>")
        self._axes = before

    def _local(self, dx, dy):
        """A step on the page, in the directions of the place where we draw."""
        a, b, c, d = self._axes
        return a * dx + b * dy, c * dx + d * dy

    @contextmanager
    def inside(self, d):
        """Draw only inside the path d."""
        name = self.uid()
        self.add(f'<clipPath id="{name}"><path d="{d}"/></clipPath><g clip-path="url(#{name})">')
        yield
        self.add("</g>")

    # -- marks --------------------------------------------------------------------------------------------------
    def path(self, d, fill, opacity=1):
        self.add(f'<path d="{d}" fill="{fill}"{_opacity(opacity)}/>')

    def line(self, d, stroke, width, opacity=1, cap="round", dash=""):
        dash = f' stroke-dasharray="{dash}"' if dash else ""
        cap = f' stroke-linecap="{cap}" stroke-linejoin="{cap if cap != "butt" else "miter"}"' if cap != "butt" else ""
        self.add(f'<path d="{d}" fill="none" stroke="{stroke}" stroke-width="{num(width)}"{cap}{dash}{_opacity(opacity)}/>')

    def circle(self, x, y, r, fill, opacity=1):
        self.add(f'<circle cx="{num(x)}" cy="{num(y)}" r="{num(r)}" fill="{fill}"{_opacity(opacity)}/>')

    def ellipse(self, x, y, rx, ry, fill, opacity=1):
        self.add(f'<ellipse cx="{num(x)}" cy="{num(y)}" rx="{num(rx)}" ry="{num(ry)}" fill="{fill}"{_opacity(opacity)}/>')

    def rect(self, x, y, w, h, fill, r=0, opacity=1):
        r = f' rx="{num(r)}"' if r else ""
        self.add(f'<rect x="{num(x)}" y="{num(y)}" width="{num(w)}" height="{num(h)}"{r} fill="{fill}"{_opacity(opacity)}/>')

    @contextmanager
    def lit(self, d, base, edge, dx=-6, dy=4):
        """A form with an edge of light: the light comes from the upper right, so the base slides to the lower left.

        What is drawn in the with-block stays inside the form.
        """
        clip, shape = self.uid(), self.uid()
        dx, dy = self._local(dx, dy)
        self.add(
            f'<clipPath id="{clip}"><path id="{shape}" d="{d}"/></clipPath><g clip-path="url(#{clip})">'
            f'<use href="#{shape}" fill="{edge}"/><use href="#{shape}" x="{num(dx)}" y="{num(dy)}" fill="{base}"/>'
        )
        yield
        self.add("</g>")

    def form(self, d, base, edge, dx=-6, dy=4):
        with self.lit(d, base, edge, dx, dy):
            pass

    def tube(self, d, width, base, edge, rim=5):
        """A limb or a pole: a thick line with an edge of light."""
        self.line(d, edge, width)
        dx, dy = self._local(-rim / 2, rim / 3)
        self.add(f'<g transform="translate({num(dx)} {num(dy)})">')
        self.line(d, base, width - rim)
        self.add("</g>")

    def cast(self, x, y, w, h, ink=INK, opacity=0.28):
        """The long shadow of something w wide and h high that stands at (x, y)."""
        ex, ey = x - 1.25 * h, y + 0.3 * h
        d = (
            f"M{num(x + w / 2)},{num(y)}L{num(ex + w * 0.35)},{num(ey + w * 0.12)}"
            f"Q{num(ex - w * 0.3)},{num(ey + w * 0.3)} {num(ex - w * 0.35)},{num(ey - w * 0.1)}L{num(x - w / 2)},{num(y - w * 0.06)}Z"
        )
        self.path(d, ink, opacity)

    # -- result -------------------------------------------------------------------------------------------------
    def svg(self, title):
        defs = "".join(text for _, text in self.defs.values())
        defs = f"<defs>{defs}</defs>" if defs else ""
        return f'<svg xmlns="http://www.w3.org/2000/svg" width="{W}" height="{H}" viewBox="0 0 {W} {H}" role="img"><title>{title}</title>{defs}{"".join(self.body)}</svg>\n'


def _opacity(value):
    return "" if value == 1 else f' opacity="{value:.2g}"'
