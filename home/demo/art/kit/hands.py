"""Large hands at work. Each points its fingers to the left, its sleeve runs off to the right; turn it with rot, mirror it with flip."""

from home.demo.art.kit.palette import PEACH, SKIN, SKIN_SHADE, glint
from home.demo.art.kit.people import LIT_SKIN, weave_of
from home.demo.art.kit.svg import box


def forearm(c, o, length=660, width=124):
    """The wrist and a sleeve with a woven cuff, from (100, 0) to the right."""
    c.form(box(156, -width / 2, length, width), o.jacket, glint(o.jacket), -9, 6)
    c.line(f"M176,{-width / 2 - 4:g}V{width / 2 + 4:g}", weave_of(c, o, 28), 46, cap="butt")
    c.line(f"M206,{-width / 2 - 2:g}V{width / 2 + 2:g}", o.trim, 9, cap="butt")


def _wrist(c):
    c.form("M50,-58L160,-46V46L50,58Z", SKIN, LIT_SKIN, -5, 4)


def flat(c, x, y, s, o, rot=0, flip=False, spread=0, length=660):
    """A hand that lies on something or is held up; spread opens the fingers by so many degrees. The fingertips reach x = -140."""
    with c.at(x, y, s, rot, flip):
        _wrist(c)
        for i, (dy, reach) in enumerate(((54, 84), (20, 118), (-16, 124), (-50, 100))):
            with c.at(20, dy * 0.9, rot=(1.5 - i) * -spread):
                c.tube(f"M30,0H{-reach}", 40, SKIN, LIT_SKIN, 7)
        with c.at(70, 44, rot=26 - spread * 8):
            c.tube("M30,0C0,26 -40,34 -74,26", 42, SKIN, LIT_SKIN, 7)
        c.form("M120,-54C70,-76 40,-80 6,-70Q-8,-40 -6,0Q-8,44 4,68C40,80 80,76 120,54Z", SKIN, LIT_SKIN, -7, 5)
        forearm(c, o, length)


def point(c, x, y, s, o, rot=0, flip=False, length=660):
    """A hand whose forefinger ends at (0, 0)."""
    with c.at(x, y, s, rot, flip), c.at(190, 36):
        _wrist(c)
        c.tube("M40,-44L-172,-38", 40, SKIN, LIT_SKIN, 7)
        c.form("M120,-54C70,-78 40,-76 6,-66Q-10,-40 -6,0Q-8,44 4,66C40,80 80,76 120,54Z", SKIN, LIT_SKIN, -7, 5)
        for i, dy in enumerate((50, 20, -10)):
            c.form(box(-42 + 6 * abs(i - 1), dy - 20, 84, 38, 19), SKIN, LIT_SKIN, -4, 4)
        c.tube("M74,-20C46,-2 20,-6 -6,-20", 38, SKIN, LIT_SKIN, 7)
        c.path("M-192,-44Q-196,-26 -182,-22Q-166,-22 -162,-30Q-168,-46 -192,-44Z", PEACH, 0.9)
        forearm(c, o, length)


def grip_behind(c, x, y, s, o, rot=0, flip=False):
    """What is seen of a holding hand behind the thing it holds."""
    with c.at(x, y, s, rot, flip):
        _wrist(c)
        for dy in (44, 10, -24):
            c.tube(f"M60,{dy}L-50,{dy - 6}", 40, SKIN_SHADE, SKIN, 6)
        c.form("M120,-54C70,-76 50,-80 20,-66Q-2,-40 0,0Q-2,44 16,66C50,80 80,76 120,54Z", SKIN, LIT_SKIN, -7, 5)


def grip_front(c, x, y, s, o, rot=0, flip=False, length=660):
    """The thumb, the ball of the hand and the sleeve, before the thing it holds."""
    with c.at(x, y, s, rot, flip):
        c.form("M136,-50C100,-78 60,-86 20,-66C-20,-50 -62,-44 -74,-26C-78,-4 -58,6 -40,4C0,0 40,2 70,22L130,46Z", SKIN, LIT_SKIN, -7, 5)
        c.path("M-72,-26Q-76,-6 -58,-2Q-40,-6 -38,-18Q-50,-32 -72,-26Z", PEACH, 0.9)
        forearm(c, o, length)


def hold(c, x, y, s, o, rot=0, flip=False, thing=None, length=660):
    """A hand that holds a thing between thumb and fingers; thing(c) draws at (0, 0), where the grip is."""
    grip_behind(c, x, y, s, o, rot, flip)
    if thing:
        with c.at(x, y):
            thing(c)
    grip_front(c, x, y, s, o, rot, flip, length)


def cup(c, x, y, s, o, rot=0, flip=False, length=660):
    """A hand in profile, its palm up and hollow, the fingers to the left."""
    with c.at(x, y, s, rot, flip):
        c.form("M160,-48C120,-40 90,-8 50,0C0,6 -60,-10 -104,-46C-124,-62 -150,-46 -138,-24C-104,34 -40,70 30,74C90,76 130,60 160,46Z", SKIN, LIT_SKIN, -6, 6)
        c.line("M-118,-26C-84,10 -40,34 10,38", SKIN_SHADE, 5, 0.7)
        c.form("M120,-40C80,-64 30,-66 -6,-52C-26,-42 -20,-20 0,-20C30,-22 60,-14 84,8Z", SKIN, LIT_SKIN, -6, 4)
        forearm(c, o, length)
