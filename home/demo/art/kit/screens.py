"""What a phone shows. Each screen draws into 220 x 444 with its middle at (0, 0), without a word of text."""

from home.demo.art.kit.palette import BLUE, CORAL, CREAM, GOLD, GROVE, HAZE, INDIGO, INK, MIST, PAPER, PEACH, PLUM, ROSE
from home.demo.art.kit.svg import box, disc, num


def tick(c, x, y, r, ground=GROVE, mark=PAPER):
    c.circle(x, y, r, ground)
    k = r / 50
    c.line(f"M{num(x - 22 * k)},{num(y + 2 * k)}l{num(16 * k)},{num(16 * k)} {num(30 * k)},{num(-34 * k)}", mark, 12 * k)


def qr_path(c, x, y, size, n=13):
    """A sign that reads as a QR code and is none: three eyes and a seeded weave."""
    u = size / n
    d = ""
    for row in range(n):
        run = 0
        for col in range(n + 1):
            eye = (row < 5 and col < 5) or (row < 5 and col >= n - 5) or (row >= n - 5 and col < 5)
            on = col < n and not eye and c.rng.random() < 0.5
            if on:
                run += 1
            elif run:
                d += f"M{num(x + (col - run) * u)},{num(y + row * u)}h{num(run * u)}v{num(u)}h{num(-run * u)}z"
                run = 0
    for ex, ey in ((0, 0), (n - 4, 0), (0, n - 4)):
        px, py = x + ex * u, y + ey * u
        d += f"M{num(px)},{num(py)}h{num(4 * u)}v{num(4 * u)}h{num(-4 * u)}zm{num(u)},{num(u)}v{num(2 * u)}h{num(2 * u)}v{num(-2 * u)}z"
    return d


def qr(c, ground=PAPER, mark=INDIGO, size=168, y=0):
    c.rect(-size / 2 - 16, y - size / 2 - 16, size + 32, size + 32, ground, 14)
    c.path(qr_path(c, -size / 2, y - size / 2, size), mark)


def screen_home(c):
    """Six tiles and a dock: a phone that waits to be used."""
    c.rect(-110, -222, 220, 444, CREAM)
    c.circle(40, -130, 150, PEACH)
    c.circle(40, -130, 66, CORAL)
    c.path("M-110,-60L-30,-130 60,-40 110,-90V40H-110Z", PLUM)
    c.path("M-110,-30L-60,-70 30,10 110,-30V60H-110Z", INDIGO)
    for i, tone in enumerate((GOLD, GROVE, ROSE, BLUE, PLUM, CORAL)):
        c.rect(-88 + i % 3 * 64, 60 + i // 3 * 68, 48, 48, tone, 14)
    c.rect(-40, 204, 80, 6, INK, 3)


def screen_qr(c):
    c.rect(-110, -222, 220, 444, INDIGO)
    qr(c, y=-20)
    c.line("M-100,-130v-30h30M100,-130v-30h-30M-100,90v30h30M100,90v30h-30", GOLD, 8)
    c.circle(0, 176, 20, GOLD)


def screen_chat(c, mine=GROVE):
    c.rect(-110, -222, 220, 444, MIST)
    c.rect(-110, -222, 220, 56, INDIGO)
    c.circle(-80, -194, 16, GOLD)
    c.rect(-54, -204, 90, 8, PAPER, 4)
    c.rect(-54, -190, 60, 6, HAZE, 3)
    for y, w, own in ((-150, 130, 0), (-92, 110, 1), (-28, 150, 0), (52, 96, 1), (108, 140, 1)):
        x = 98 - w if own else -98
        c.rect(x, y, w, 44, mine if own else PAPER, 20)
        c.rect(x + 18, y + 14, w - 36, 6, PAPER if own else HAZE, 3)
        c.rect(x + 18, y + 26, (w - 36) * 0.6, 6, PAPER if own else HAZE, 3)
    c.rect(-98, 176, 196, 32, PAPER, 16)


def screen_live(c, picture=None):
    c.rect(-110, -222, 220, 444, PLUM)
    if picture:
        picture(c)
    c.rect(-96, -206, 58, 24, ROSE, 12)
    c.circle(-82, -194, 5, PAPER)
    for i, w in enumerate((120, 90)):
        c.rect(-96, 144 + i * 32, w, 24, INK, 12, 0.6)
        c.circle(-83, 156 + i * 32, 7, (GOLD, CORAL)[i])


def screen_tick(c):
    c.rect(-110, -222, 220, 444, PAPER)
    c.rect(-110, -222, 220, 190, GROVE)
    tick(c, 0, -40, 62, GOLD, INK)
    c.rect(-60, 56, 120, 12, INDIGO, 6)
    for i, w in enumerate((150, 110, 130)):
        c.rect(-w / 2, 94 + 24 * i, w, 8, HAZE, 4)
    c.rect(-80, 176, 160, 30, GROVE, 15)


def viewfinder(c, w=190, h=190, y=-30):
    """The corners and the shutter of a camera."""
    a, b = w / 2, h / 2
    c.line(
        f"M{num(-a)},{num(y - b + 30)}v-30h30M{num(a)},{num(y - b + 30)}v-30h-30M{num(-a)},{num(y + b - 30)}v30h30M{num(a)},{num(y + b - 30)}v30h-30", PAPER, 7
    )
    c.circle(0, 172, 30, PAPER)
    c.circle(0, 172, 23, CORAL)


def screen_form(c):
    """A form with a portrait: public services."""
    c.rect(-110, -222, 220, 444, PAPER)
    c.rect(-92, -196, 184, 116, INDIGO, 14)
    c.rect(-76, -180, 58, 78, MIST, 6)
    c.path(disc(-47, -150, 14) + "M-74,-104C-70,-132 -24,-132 -20,-104Z", PLUM)
    for i, w in enumerate((80, 60, 70)):
        c.rect(-4, -174 + 24 * i, w, 9, GOLD if i == 0 else HAZE, 4)
    for i in range(3):
        y = -50 + 66 * i
        c.rect(-92, y, 184, 46, MIST, 10)
        tick(c, -66, y + 23, 14)
        c.rect(-40, y + 18, 100 - 16 * i, 9, BLUE, 4)
    c.rect(-92, 160, 184, 40, GOLD, 20)


def bubble(c, x, y, w, h, fill, tail="left", edge=None):
    """A chat bubble."""
    r = min(w, h) * 0.42
    d = box(x, y, w, h, r)
    side = x + w * (0.2 if tail == "left" else 0.8)
    turn = -1 if tail == "left" else 1
    k = h * 0.2
    d += f"M{num(side + k)},{num(y + h - k * 0.4)}L{num(side + k * turn)},{num(y + h + h * 0.26)} {num(side - k)},{num(y + h - k * 0.4)}Z"
    if edge:
        c.form(d, fill, edge, -5, 4)
    else:
        c.path(d, fill)


def heart(c, x, y, s, fill, opacity=1):
    with c.at(x, y, s):
        c.path("M0,30C-40,0 -34,-32 -14,-30Q-2,-28 0,-16Q2,-28 14,-30C34,-32 40,0 0,30Z", fill, opacity)


def spark(c, x, y, r, fill):
    """A four-pointed spark."""
    q = r * 0.16
    c.path(
        f"M{num(x)},{num(y - r)}Q{num(x + q)},{num(y - q)} {num(x + r)},{num(y)}Q{num(x + q)},{num(y + q)} {num(x)},{num(y + r)}Q{num(x - q)},{num(y + q)} {num(x - r)},{num(y)}Q{num(x - q)},{num(y - q)} {num(x)},{num(y - r)}Z",
        fill,
    )
