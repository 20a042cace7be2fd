"""Hands before a screen, close up, with a woven cuff. The light stays where it is, however a hand is turned."""

from home.demo.art.kit.palette import INK, PEACH, SKIN, SKIN_SHADE, glint
from home.demo.art.kit.people import LIT_SKIN, XUAN, weave_of
from home.demo.art.kit.svg import box


def forearm(c, o, d, cuff, width=150):
    """A sleeve along d; cuff is the line that its woven end follows."""
    c.tube(d, width, o.jacket, glint(o.jacket), 14)
    c.line(cuff, weave_of(c, o, 32), 54, cap="butt")


def pointing(c, x, y, s=1.0, o=XUAN, rot=-30, flip=False, shadow=True):
    """A hand that touches (x, y) with its forefinger; it comes from below, with rot -30 from the lower right."""
    with c.at(x, y, s, rot, flip):
        if shadow:
            dx, dy = c._local(-22, 18)
            c.add(f'<g transform="translate({dx:.0f} {dy:.0f})">')
            c.path(box(-25, 4, 52, 190, 26) + "M-50,190Q60,110 150,190V330H-60Z", INK, 0.2)
            c.add("</g>")
        forearm(c, o, "M44,400L60,900", "M-46,396L136,388")
        c.path("M-28,320H118L112,400H-16Z", SKIN_SHADE)
        c.form("M-34,170C-64,200 -66,270 -36,352C20,376 80,374 118,350C152,290 158,220 136,176C96,140 20,136 -34,170Z", SKIN, LIT_SKIN, -9, 5)
        for i in range(3):
            c.form(box(102 - 40 * i, 148 - 10 * i, 44, 96, 22), SKIN, LIT_SKIN, -4, 4)
            c.line(f"M{108 - 40 * i},{214 - 10 * i}q16,8 32,0", SKIN_SHADE, 3)
        c.form(box(-27, 0, 54, 220, 27), SKIN, LIT_SKIN, -6, 4)
        c.path(box(-14, 9, 29, 36, 14), PEACH, 0.9)
        c.line("M-14,92q14,7 28,0", SKIN_SHADE, 3)
        c.form("M-22,300C-70,270 -92,210 -86,166C-80,142 -54,144 -48,168C-44,200 -32,220 0,246Z", SKIN, LIT_SKIN, -6, 4)


def holding(c, x, y, s=1.0, o=XUAN, rot=0, flip=False, thing=None):
    """A hand that comes from the right and holds a thing between thumb and fingers at (x, y); thing(c) is drawn around (0, 0)."""
    with c.at(x, y, s, rot, flip):
        forearm(c, o, "M270,60L1180,320", "M270,-24L238,132", 140)
        for i in range(3):
            c.form(box(-46 + 22 * i, -46 + 34 * i, 150, 44, 22), SKIN_SHADE, SKIN, -4, 4)
        if thing:
            with c.at(flip=flip, rot=-rot):
                thing(c)
        c.form("M30,-66C90,-96 170,-70 262,-18L236,120C170,120 90,96 60,40Z", SKIN, LIT_SKIN, -8, 5)
        c.form("M80,-84C30,-96 -30,-70 -56,-34C-66,-10 -46,4 -26,-8C10,-34 50,-30 90,0Z", SKIN, LIT_SKIN, -6, 4)
        c.path("M-52,-32Q-36,-50 -22,-48Q-20,-30 -42,-14Q-58,-16 -52,-32Z", PEACH, 0.9)
