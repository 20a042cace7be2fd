"""Produce, tools and devices. Each stands on (x, y), lit from the upper right."""

import math

from home.demo.art.kit import cloth
from home.demo.art.kit.palette import (
    AMBER,
    BARK,
    CHESTNUT,
    CORAL,
    CREAM,
    EARTH,
    GARLIC,
    GOLD,
    GROVE,
    HAZE,
    INDIGO,
    INK,
    LEAF,
    PAPER,
    PEACH,
    PINE,
    PLUM,
    RICE,
    ROSE,
    SHINE,
    SKIN,
    STRAW,
    TERRACE,
    glint,
    mix,
)
from home.demo.art.kit.svg import box, disc, num, polygon


# -- devices ----------------------------------------------------------------------------------------------------
def phone(c, x, y, s=1.0, rot=0, screen=None, body=INK, edge=HAZE, thick=14):
    """A phone that faces us, its middle at (x, y); thick is the side that we see, on the left."""
    with c.at(x, y, s, rot):
        if thick:
            c.path(box(-124 - thick, -236, 248, 480, 34), mix(body, edge, 0.3))
        c.form(box(-124, -240, 248, 480, 34), body, edge, -5, 3)
        with c.inside(box(-110, -222, 220, 444, 22)):
            (screen or (lambda canvas: canvas.rect(-110, -222, 220, 444, PAPER)))(c)
        c.rect(-22, -214, 44, 9, body, 4)


def tripod(c, x, y, h=420, body=INK, edge=HAZE):
    """A phone on three legs, seen from behind and to the side."""
    c.line(f"M{x},{y - h}L{x - h * 0.24:.0f},{y}M{x},{y - h}L{x + h * 0.24:.0f},{y}M{x},{y - h}L{x + 8},{y + 14}", body, 11)
    c.line(f"M{x + 3},{y - h}L{x + h * 0.24 + 2:.0f},{y}", edge, 3)
    c.rect(x - 9, y - h - 40, 18, 60, body, 5)


def ring_light(c, x, y, r, width=34, glow=PAPER):
    c.circle(x, y, r + width * 0.5, mix(GOLD, PAPER, 0.4), 0.25)
    c.line(disc(x, y, r), GOLD, width)
    c.line(disc(x, y, r), glow, width * 0.55)


# -- produce ----------------------------------------------------------------------------------------------------
def mango(c, x, y, s=1.0, rot=0, base=GOLD, blush=CORAL, edge=SHINE, with_leaf=True, shadow=False):
    """A round mango with a blush on the shaded side; (x, y) is its middle, about 200 wide."""
    if shadow:
        c.cast(x, y + 78 * s, 170 * s, 120 * s)
    with c.at(x, y, s, rot):
        with c.lit("M-96,10C-100,-60 -40,-96 20,-92C84,-88 112,-34 98,22C86,74 40,92 -10,88C-62,86 -92,60 -96,10Z", base, edge, -12, 8):
            c.path("M-110,-20C-60,-40 -40,20 -20,50C0,78 40,84 70,84L-20,110 -120,80Z", blush, 0.85)
            c.path("M-110,30C-60,20 -50,60 10,92L-60,110 -120,80Z", ROSE, 0.5)
        c.ellipse(52, -48, 16, 9, PAPER, 0.8)
        c.line("M16,-92Q20,-108 34,-116", BARK, 9)
        if with_leaf:
            with c.at(30, -112, 0.72, -14):
                c.path("M0,0C30,-34 96,-40 150,0 96,36 30,32 0,0Z", GROVE)
                c.path("M0,0C30,-34 96,-40 150,0Z", RICE)


def tray(c, x, y, w, h=None, weave=True):
    """A flat bamboo tray seen at an angle; (x, y) is its middle."""
    h = h or w * 0.3
    c.ellipse(x - 6, y + 14, w / 2, h / 2, mix(EARTH, INK, 0.45))
    c.ellipse(x, y, w / 2, h / 2, STRAW)
    c.ellipse(x - 3, y + 3, w / 2 - 12, h / 2 - 9, EARTH)
    c.ellipse(x - 3, y + 4, w / 2 - 20, h / 2 - 15, cloth.wicker(c, STRAW, mix(STRAW, EARTH, 0.6), 20) if weave else STRAW)


def jar(c, x, y, s=1.0, honey=GOLD, edge=SHINE, cap=PLUM, shadow=True):
    """A honey jar, 200 high, with a woven cap; (x, y) is the middle of its foot."""
    if shadow:
        c.cast(x, y - 6 * s, 150 * s, 170 * s)
    with c.at(x, y, s):
        body = "M-70,-24C-84,-60 -84,-120 -58,-150H58C84,-120 84,-60 70,-24Q64,0 40,0H-40Q-64,0 -70,-24Z"
        with c.lit(body, honey, edge, -12, 4):
            c.path("M-100,-160H-34C-58,-100 -56,-50 -36,10H-100Z", AMBER)
            c.path("M-100,-160H100V-136Q0,-120 -100,-136Z", PEACH, 0.55)
            c.rect(-40, -106, 80, 62, PAPER, 8)
            c.path("M0,-98l20,12v24l-20,12 -20,-12v-24z", GOLD)
        c.form("M-66,-150C-70,-176 -60,-196 -46,-200H46C60,-196 70,-176 66,-150Q0,-138 -66,-150Z", cap, mix(cap, PAPER, 0.5), -8, 4)
        c.line("M-64,-154Q0,-142 64,-154", cloth.lozenge(c, INDIGO, GOLD, CREAM, 16), 14, cap="butt")


def garlic(c, x, y, s=1.0, rot=0):
    """A bulb of black garlic with one clove apart."""
    base, shade = mix(INK, PLUM, 0.25), mix(GARLIC, PLUM, 0.35)
    with c.at(x, y, s, rot):
        with c.lit("M-6,-128C-10,-96 -70,-80 -74,-30C-76,4 -40,14 0,14C40,14 76,4 74,-30C70,-80 10,-96 8,-128Z", GARLIC, PAPER, -9, 5):
            c.path("M-90,-140H-10C-30,-90 -50,-40 -20,20H-90Z", shade)
            c.line("M0,-90C-24,-60 -26,-20 -12,14M2,-90C26,-60 28,-20 14,14", shade, 4)
        c.path("M60,14C40,-20 74,-70 104,-60C130,-44 128,6 100,16Z", base)
        c.path("M76,-6C80,-36 96,-52 106,-46C116,-36 112,0 100,8Z", mix(base, PLUM, 0.5))


def chestnut(c, x, y, s=1.0, rot=0):
    with c.at(x, y, s, rot):
        with c.lit("M0,-64C34,-50 66,-10 58,24C44,52 -44,52 -58,24C-66,-10 -34,-50 0,-64Z", CHESTNUT, glint(CHESTNUT), -10, 6):
            c.path("M-70,20C-40,42 40,42 70,20V60H-70Z", STRAW)
        c.path("M22,-34C36,-22 42,-8 42,6C34,-4 26,-18 22,-34Z", PEACH, 0.9)


def burr(c, x, y, r, base=TERRACE, edge=LEAF, opened=True, rot=0):
    """A chestnut burr: a ball of spines, open on two nuts or closed."""
    with c.at(x, y, 1, rot):
        points = []
        n = 32 if opened else 20
        for i in range(n * 2):
            a = math.tau * i / (n * 2)
            k = r * (1.16 if i % 2 else 0.9) * (1 + 0.04 * math.sin(5 * a))
            points.append((round(k * math.cos(a)), round(k * math.sin(a))))
        with c.lit(polygon(*points), base, edge, -r * 0.1, r * 0.07):
            c.path(disc(-r * 0.9, r * 0.7, r), mix(base, PINE, 0.5), 0.6)
        if opened:
            k = r / 100
            with c.at(0, 0, k):
                c.path("M-64,10C-58,-62 58,-66 66,4C58,68 -54,72 -64,10Z", CREAM)
                c.path("M-58,14C-50,-50 50,-54 60,8C50,60 -46,64 -58,14Z", mix(STRAW, BARK, 0.5))
                chestnut(c, -24, 6, 0.62, -14)
                chestnut(c, 26, 8, 0.6, 18)


def noodle_rack(c, x, y, w, h, strand=CREAM, shade=STRAW, pole=BARK, edge=STRAW, gap=13):
    """Vermicelli hung over a pole between two posts; (x, y) is the middle of the ground under it."""
    top = y - h
    c.tube(f"M{num(x - w / 2 + 10)},{num(y)}V{num(top - 26)}M{num(x + w / 2 - 10)},{num(y)}V{num(top - 26)}", 14, pole, edge, 4)
    n = int((w - 60) / gap)
    d = ""
    for i in range(n):
        px = x - w / 2 + 34 + i * gap
        d += f"M{num(px)},{num(top)}v{num(h * (0.62 + 0.035 * math.sin(i * 1.9)))}"
    c.rect(x - w / 2 + 28, top, w - 60, h * 0.56, shade)
    c.line(d, strand, gap * 0.62)
    c.tube(f"M{num(x - w / 2 - 14)},{num(top)}H{num(x + w / 2 + 14)}", 17, pole, edge, 5)


def sack(c, x, y, s=1.0, grain=PAPER):
    """A basket heaped with white grain."""
    with c.at(x, y, s):
        c.form("M-86,-70C-50,-128 50,-128 86,-70Z", grain, PAPER, -8, 5)
        with c.lit("M-94,-74Q0,-54 94,-74L70,0Q0,18 -70,0Z", cloth.wicker(c, STRAW, EARTH, 18), PAPER, -9, 0):
            c.path("M-94,-74L-70,0L-20,14L-40,-66Z", INK, 0.22)
        c.line("M-95,-74Q0,-54 95,-74", EARTH, 12)


def heap(c, x, y, s, fill, edge, n=3, basket_fill=None):
    """A basket with a heap of round fruit."""
    with c.at(x, y, s):
        spots = ((-52, -96), (0, -104), (50, -96), (-26, -136), (28, -138))[: n + 2]
        for px, py in spots:
            c.form(disc(px, py, 36), fill, edge, -7, 5)
        with c.lit("M-94,-78Q0,-58 94,-78L70,0Q0,18 -70,0Z", cloth.wicker(c, basket_fill or STRAW, EARTH, 18), PAPER, -9, 0):
            c.path("M-94,-78L-70,0L-20,14L-40,-70Z", INK, 0.22)
        c.line("M-95,-78Q0,-58 95,-78", EARTH, 12)


def parcel(c, x, y, w, h, base=EARTH, edge=STRAW, tape=CREAM, shadow=True):
    """A box to ship, its lit side on the right; (x, y) is the middle of its foot."""
    if shadow:
        c.cast(x, y - 2, w, h)
    left, right, back = x - w * 0.5, x + w * 0.5, w * 0.3
    c.path(polygon((left, y), (left, y - h), (right - back, y - h), (right - back, y)), base)
    c.path(polygon((right - back, y), (right - back, y - h), (right, y - h * 1.12), (right, y - h * 0.14)), mix(base, edge, 0.75))
    c.path(polygon((left, y - h), (left + back, y - h * 1.12), (right, y - h * 1.12), (right - back, y - h)), edge)
    m = left + (w - back) * 0.42
    c.path(
        polygon(
            (m, y - h * 0.6), (m, y - h), (m + back, y - h * 1.12), (m + back + w * 0.12, y - h * 1.12), (m + w * 0.12, y - h), (m + w * 0.12, y - h * 0.6)
        ),
        tape,
    )


# -- craft and trade --------------------------------------------------------------------------------------------
def market_umbrella(c, x, y, s=1.0, tones=(CORAL, CREAM), edge=PAPER, pole=BARK):
    with c.at(x, y, s):
        c.tube("M0,0V-330", 13, pole, edge, 4)
        d = "M-210,-262C-160,-350 -60,-384 0,-388C60,-384 160,-350 210,-262Q175,-282 140,-258Q105,-282 70,-256Q35,-280 0,-256Q-35,-280 -70,-256Q-105,-282 -140,-258Q-175,-282 -210,-262Z"
        with c.lit(d, tones[0], mix(tones[0], edge, 0.6), -10, 6):
            c.path(
                "M0,-388C-60,-350 -80,-300 -70,-250H0ZM0,-388C100,-360 140,-300 140,-250H70Q60,-340 0,-388ZM0,-388C-120,-372 -200,-300 -214,-250H-140C-130,-320 -70,-370 0,-388Z",
                tones[1],
            )
            c.path("M-220,-240V-330C-150,-370 -60,-390 -20,-386C-90,-350 -110,-300 -100,-240Z", INK, 0.18)


def counter(c, x, y, w, h=150, cloth_top=True, base=PLUM, edge=CREAM):
    """A market table covered with cloth; (x, y) is the middle of its foot."""
    c.rect(x - w / 2, y - h, w, h, base)
    c.rect(x - w / 2, y - h, w * 0.3, h, INK, opacity=0.2)
    c.rect(x - w / 2, y - h + 34, w, 34, cloth.lozenge(c, INDIGO, GOLD, CREAM, 34))
    c.rect(x - w / 2 - 14, y - h - 16, w + 28, 24, edge, 6)


def scale(c, x, y, s=1.0, tilt=0, beam=INK, edge=GOLD, left=None, right=None, reach=216):
    """A beam scale, 420 high; what lies on the pans is drawn by left(c) and right(c) with the pan's middle at (0, 0)."""
    with c.at(x, y, s):
        c.form("M-100,0Q-90,-34 0,-38Q90,-34 100,0Z", beam, edge, -6, 3)
        c.tube("M0,-24V-404", 24, beam, edge, 7)
        dx, dy = reach * math.cos(math.radians(tilt)), reach * math.sin(math.radians(tilt))
        for side, load in ((-1, left), (1, right)):
            px, py = side * dx, -396 + side * dy
            c.line(f"M{num(px)},{num(py)}L{num(px - 112)},{num(py + 196)}M{num(px)},{num(py)}L{num(px + 112)},{num(py + 196)}", edge, 5)
            with c.at(px, py + 196):
                if load:
                    load(c)
                c.form("M-136,-4H136C120,40 60,56 0,56C-60,56 -120,40 -136,-4Z", beam, edge, -7, 4)
        with c.at(0, -396, rot=tilt):
            c.form(f"M{-reach - 20},-9Q0,-30 {reach + 20},-9V9Q0,-2 {-reach - 20},9Z", beam, edge, -3, 5)
            c.form(disc(0, -4, 28), GOLD, PAPER, -5, 4)


def loom(c, x, y, s=1.0, wood=BARK, edge=STRAW):
    """A frame loom from the front: posts, beams and a warp of bright threads; 440 wide, 400 high."""
    with c.at(x, y, s):
        tones = (PLUM, GOLD, INDIGO, CORAL, CREAM)
        for i, tone in enumerate(tones):
            d = "".join(f"M{px},-352V-150" for px in range(-168 + i * 8, 172, 40))
            c.line(d, tone, 4, cap="butt")
        with c.inside(box(-172, -152, 344, 152)):
            cloth.brocade(c, -172, -152, 344, 300)
        c.tube("M-200,0V-400M200,0V-400", 26, wood, edge, 8)
        c.tube("M-226,-352H226M-226,-382H226", 17, wood, edge, 6)
        c.tube("M-206,-160H206", 24, wood, edge, 7)
        c.tube("M-206,-232H206", 11, EARTH, edge, 4)


def certificate(c, x, y, s=1.0, rot=0):
    """A certificate with a woven border and a rosette, no word on it; 360 x 250, middle at (x, y)."""
    with c.at(x, y, s, rot):
        c.path(box(-186, -119, 360, 250, 10), INK, 0.22)
        c.path(box(-180, -125, 360, 250, 8), cloth.lozenge(c, PLUM, GOLD, CREAM, 24))
        c.path(box(-156, -101, 312, 202, 4), PAPER)
        c.rect(-90, -66, 180, 16, INDIGO, 8)
        for i, w in enumerate((230, 200, 150)):
            c.rect(-w / 2, -26 + 26 * i, w, 7, HAZE, 3)
        c.path("M44,70L28,138 56,118 76,142 74,70Z", ROSE)
        c.form(disc(60, 62, 36), GOLD, PAPER, -5, 4)
        c.circle(60, 62, 22, AMBER)


def clock_face(c, x, y, r, ground=PAPER, slice_fill=GOLD, mark=INDIGO):
    """A clock that reads a quarter of an hour."""
    c.circle(x, y, r, ground)
    c.path(f"M{num(x)},{num(y)}V{num(y - r)}A{num(r)},{num(r)} 0 0 1 {num(x + r)},{num(y)}Z", slice_fill)
    for i in range(12):
        a = math.radians(30 * i)
        k = 0.8 if i % 3 == 0 else 0.86
        c.line(
            f"M{num(x + r * k * math.sin(a))},{num(y - r * k * math.cos(a))}L{num(x + r * 0.92 * math.sin(a))},{num(y - r * 0.92 * math.cos(a))}",
            mark,
            r * (0.045 if i % 3 == 0 else 0.025),
        )
    c.line(f"M{num(x)},{num(y)}V{num(y - r * 0.66)}", mark, r * 0.06)
    c.line(f"M{num(x)},{num(y)}H{num(x + r * 0.66)}", mark, r * 0.06)
    c.circle(x, y, r * 0.07, mark)


def hen(c, x, y, s=1.0, base=PLUM, wing=INDIGO, edge=CORAL, flip=False, rooster=True):
    """A hen or a rooster in profile, facing right, about 420 high; (x, y) is the ground between its feet."""
    with c.at(x, y, s, flip=flip):
        c.line("M-10,-70L-14,-6M-14,-6L-40,2M-14,-6L14,2M44,-70L48,-6M48,-6L22,2M48,-6L78,2", AMBER, 13)
        if rooster:
            for turn, tone, gleam in ((-34, INDIGO, HAZE), (26, PINE, TERRACE), (-8, PINE, RICE), (52, INDIGO, HAZE)):
                with c.at(-96, -190, rot=turn):
                    c.form(
                        "M30,30C-10,-80 -60,-190 -176,-196C-216,-196 -232,-160 -226,-130C-206,-160 -160,-150 -134,-110C-104,-60 -80,-10 -50,50Z",
                        tone,
                        gleam,
                        -7,
                        6,
                    )
        else:
            c.form("M-110,-190C-170,-200 -190,-250 -170,-290C-150,-250 -120,-250 -70,-230Z", wing, edge, -7, 6)
        body = "M84,-336C60,-330 52,-296 34,-264C0,-222 -60,-236 -116,-214C-160,-192 -150,-120 -90,-80C-30,-44 60,-48 104,-110C140,-160 138,-210 128,-262C124,-300 132,-330 84,-336Z"
        with c.lit(body, base, edge, -14, 8):
            c.path("M50,-300C80,-250 110,-240 150,-250V-330L60,-350Z", AMBER if rooster else edge, 0.9)
            c.line("M-60,-190q20,22 40,0q20,22 40,0q20,22 40,0M-40,-150q20,22 40,0q20,22 40,0M-80,-150q20,22 40,0", mix(base, INK, 0.35), 5)
        c.form(
            "M-120,-196C-60,-226 0,-200 34,-150C10,-96 -60,-90 -110,-130C-90,-136 -80,-144 -76,-150C-100,-156 -116,-172 -120,-196Z",
            wing,
            mix(wing, edge, 0.6),
            -9,
            7,
        )
        c.form(
            "M48,-318C22,-350 40,-376 60,-362C56,-396 88,-402 92,-372C106,-398 134,-384 122,-352C140,-358 146,-336 126,-318Q90,-340 48,-318Z",
            ROSE,
            CORAL,
            -5,
            4,
        )
        c.path("M122,-316L158,-300L124,-290Z", GOLD)
        c.path("M112,-292C134,-286 134,-250 116,-248C104,-254 106,-280 112,-292Z", ROSE)
        c.circle(102, -310, 8, PAPER)
        c.circle(104, -310, 4, INK)


def chick(c, x, y, s=1.0, flip=False):
    with c.at(x, y, s, flip=flip):
        c.line("M-6,-18L-8,0M12,-18L14,0", AMBER, 6)
        c.form("M-46,-58C-30,-66 -10,-64 4,-74C14,-104 56,-98 54,-66C60,-30 30,-14 2,-14C-26,-14 -44,-34 -46,-58Z", GOLD, PAPER, -6, 4)
        c.path("M52,-74L70,-66L52,-60Z", CORAL)
        c.circle(36, -74, 5, INK)


def motorbike(c, x, y, s=1.0, o=None, cargo=True, flip=False, base=ROSE, edge=PEACH):
    """A motorbike that rides to the right with boxes behind and a rider; about 400 long."""
    with c.at(x, y, s, flip=flip):
        for wx in (-118, 128):
            c.circle(wx, -46, 46, INK)
            c.circle(wx, -46, 25, HAZE)
            c.circle(wx, -46, 10, INK)
        c.line("M-118,-46L-40,-60L20,-54M128,-46L92,-168", mix(INK, HAZE, 0.3), 12)
        c.form("M-150,-96C-120,-130 -60,-132 -10,-118L30,-80L76,-150L104,-158L96,-120L52,-46L-44,-42Q-70,-86 -150,-96Z", base, edge, -7, 5)
        c.line("M92,-168L62,-186M92,-168L108,-186", INK, 11)
        c.circle(104, -150, 15, GOLD)
        c.path("M-120,-122C-90,-142 -20,-140 4,-122L-10,-112H-110Z", INK)
        if cargo:
            parcel(c, -120, -128, 118, 84, shadow=False)
            parcel(c, -126, -212, 92, 64, base=STRAW, edge=CREAM, tape=CORAL, shadow=False)
            c.line("M-164,-128V-276M-92,-128V-280", INK, 4, 0.6)
        if o:
            from home.demo.art.kit.people import head_side  # the rider is a person; people knows nothing of things

            c.tube("M-30,-136L34,-116L26,-50", 34, o.skirt, glint(o.skirt), 7)
            c.path("M10,-46h42q8,10 0,16h-42z", INK)
            d = "M-52,-132C-62,-190 -46,-244 -12,-254C18,-252 24,-220 14,-186L6,-128Q-20,-118 -52,-132Z"
            with c.lit(d, o.jacket, glint(o.jacket), -7, 3):
                c.line("M-60,-146Q-20,-134 20,-144", cloth.lozenge(c, *o.weave, 16), 18, cap="butt")
            c.tube("M-8,-236Q24,-180 64,-188", 24, o.jacket, glint(o.jacket), 6)
            c.circle(66, -188, 10, SKIN)
            with c.at(-6, -254, 0.95):
                head_side(c, o)
                c.form("M24,-34C30,-72 -8,-80 -24,-66C-40,-56 -38,-34 -34,-22Q-6,-38 24,-34Z", GOLD, PAPER, -6, 4)
                c.line("M-30,-26Q-10,-10 -2,0", INK, 3)


def steam(c, x, y, h, fill=PAPER, opacity=0.7, width=34, flip=False):
    """A plume of steam: a ribbon that swings and thins."""
    with c.at(x, y, h / 300, flip=flip):
        c.path(
            f"M{-width},0C{-width - 40},-70 {width + 10},-90 {width - 16},-150C{width - 36},-210 -50,-220 -10,-300C-20,-236 {width + 40},-214 {width + 24},-146C{width + 10},-86 {-width + 40},-70 {width},0Z",
            fill,
            opacity,
        )


def bowl(c, x, y, s=1.0, base=INDIGO, edge=HAZE, inside=CREAM):
    with c.at(x, y, s):
        c.ellipse(0, -150, 190, 46, mix(base, INK, 0.4))
        c.ellipse(0, -146, 172, 36, inside)
        with c.lit("M-190,-150C-180,-50 -110,0 -60,0H60C110,0 180,-50 190,-150Q0,-60 -190,-150Z", base, edge, -14, 4):
            c.line("M-200,-90Q0,20 200,-90", cloth.chevron(c, base, GOLD, 30), 30, cap="butt")
