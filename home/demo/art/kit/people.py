"""Women of the highlands, seen with respect: good posture, plain faces, indigo cloth, woven sashes and headscarves.

Standing figures are about 300 units high with their feet at (0, 0); half figures about 420 with the waist at (0, 0).
"""

from dataclasses import dataclass, replace

from home.demo.art.kit import cloth
from home.demo.art.kit.palette import (
    BLUE,
    CORAL,
    CREAM,
    EARTH,
    FOREST,
    GOLD,
    GROVE,
    HAIR,
    HAIR_LIT,
    HAZE,
    INDIGO,
    INK,
    PAPER,
    PEACH,
    PINE,
    PLUM,
    ROSE,
    SKIN,
    SKIN_SHADE,
    STRAW,
    glint,
    mix,
)
from home.demo.art.kit.svg import box, disc

LIT_SKIN = mix(SKIN, PEACH, 0.55)


@dataclass(frozen=True)
class Outfit:
    jacket: str = INDIGO
    skirt: str = INK
    trim: str = GOLD  # collar, cuffs, sash tail
    weave: tuple = (PLUM, GOLD, CREAM)  # ground, figure, heart of the woven bands
    head: str = "turban"  # turban, cloth, bun, braid, hat, kerchief
    scarf: str = PLUM

    def but(self, **changes):
        return replace(self, **changes)


DUA = Outfit(jacket=INK, skirt=INDIGO, trim=CORAL, weave=(INDIGO, CORAL, CREAM), head="turban", scarf=PLUM)
NGA = Outfit(jacket=PLUM, skirt=INK, trim=GOLD, weave=(PINE, GOLD, CREAM), head="bun", scarf=GOLD)
THAO = Outfit(jacket=CREAM, skirt=INK, trim=PLUM, weave=(PLUM, GOLD, CREAM), head="cloth", scarf=INK)
LAN = Outfit(jacket=INDIGO, skirt=INDIGO, trim=ROSE, weave=(ROSE, CREAM, GOLD), head="kerchief", scarf=ROSE)
XUAN = Outfit(jacket=FOREST, skirt=INK, trim=GOLD, weave=(INDIGO, GOLD, CREAM), head="bun", scarf=GOLD)
NGAN = Outfit(jacket=BLUE, skirt=PLUM, trim=GOLD, weave=(PLUM, GOLD, CREAM), head="braid", scarf=GOLD)
TRANG = Outfit(jacket=ROSE, skirt=INDIGO, trim=CREAM, weave=(INDIGO, CREAM, GOLD), head="hat", scarf=STRAW)
PHUONG = Outfit(jacket=GROVE, skirt=INDIGO, trim=CREAM, weave=(PLUM, GOLD, CREAM), head="kerchief", scarf=CREAM)
CAST = (DUA, XUAN, LAN, THAO, NGAN, NGA, PHUONG, TRANG)


def weave_of(c, o, size=16):
    return cloth.lozenge(c, *o.weave, size)


# -- heads ------------------------------------------------------------------------------------------------------
def head_back(c, o):
    """A head from behind, 46 wide, its chin at (0, 0)."""
    c.rect(-8, -8, 16, 22, SKIN_SHADE, 6)
    if o.head == "hat":
        c.path(disc(0, -20, 20, 24), HAIR)
        c.form("M-54,-20Q0,2 54,-20Q30,-44 0,-70Q-30,-44 -54,-20Z", STRAW, glint(STRAW), -14, 2)
        return
    c.path(disc(-20, -21, 4, 6) + disc(20, -21, 4, 6), SKIN)
    c.path(disc(-21, -13, 2.4) + disc(21, -13, 2.4), GOLD)
    c.form(disc(0, -24, 21, 26), HAIR, HAIR_LIT, -4, 2)
    if o.head == "turban":
        with c.lit("M-27,-20C-40,-58 -14,-66 2,-64C28,-62 38,-50 27,-20Q0,-8 -27,-20Z", o.scarf, glint(o.scarf), -6, 3):
            c.line("M-34,-30Q0,-14 34,-36M-30,-46Q4,-34 32,-54", o.trim, 4, cap="butt")
    elif o.head == "cloth":
        with c.lit("M-25,-28C-26,-56 26,-56 27,-28L34,22Q20,30 8,24L2,-8Q-14,4 -25,-4Z", o.scarf, glint(o.scarf), -5, 2):
            c.line("M4,8L38,2", weave_of(c, o), 20, cap="butt")
            c.line("M-28,-30Q0,-42 30,-30", weave_of(c, o), 9, cap="butt")
    elif o.head == "bun":
        c.form(disc(2, -52, 15, 13), HAIR, HAIR_LIT, -4, 2)
        c.line("M-14,-44Q2,-36 18,-44", o.scarf, 4)
    elif o.head == "braid":
        c.line("M0,-6C4,20 -6,40 2,72", HAIR, 13)
        c.line("M-6,60h15", o.scarf, 6, cap="butt")
    elif o.head == "kerchief":
        with c.lit("M-25,-18C-28,-58 28,-58 25,-18C16,-2 8,2 0,14C-8,2 -16,-2 -25,-18Z", o.scarf, glint(o.scarf), -5, 2):
            c.line("M-28,-26Q0,-12 28,-26", weave_of(c, o), 10, cap="butt")


def head_front(c, o, smile=True):
    """A head from the front, eyes lowered, 46 wide, its chin at (0, 0)."""
    c.path("M-9,-12H9V18H-9Z", SKIN_SHADE)
    if o.head == "braid":
        c.line("M18,-16C28,6 22,30 26,56", HAIR, 12)
    back = disc(0, -26, 25, 27)
    c.form(back, HAIR, HAIR_LIT, -3, 2)
    with c.inside("M-19,-26C-20,-46 20,-46 19,-26C19,-10 9,2 0,2C-9,2 -19,-10 -19,-26Z"):
        c.rect(-24, -50, 48, 56, SKIN)
        c.path("M-2,-50L0,-32L4.5,-19Q3,-16.5 0,-16.5L1.5,-10L-1,-6L2,4H-26V-50Z", SKIN_SHADE)
        c.path("M-24,-26C-20,-44 20,-44 24,-26V-54H-24Z", HAIR)
        c.path("M-24,-28C-18,-42 4,-44 10,-52H-24Z", HAIR)
    c.line("M6,-23.5q4,2.6 8,0M-14,-23.5q4,2.6 8,0", INK, 2)
    if smile:
        c.line("M-4.5,-9.5q5,3.4 9.5,0", PLUM, 2.6)
    if o.head == "turban":
        with c.lit("M-27,-30C-44,-64 -12,-74 4,-72C34,-70 40,-54 27,-30Q0,-44 -27,-30Z", o.scarf, glint(o.scarf), -6, 3):
            c.line("M-36,-40Q0,-54 36,-44M-32,-56Q4,-64 34,-60", o.trim, 4, cap="butt")
    elif o.head == "cloth":
        with c.lit("M-30,-14L-29,-40C-26,-64 26,-64 29,-40L36,24Q26,30 18,24L20,-26Q0,-48 -20,-26L-22,0Z", o.scarf, glint(o.scarf), -5, 2):
            c.line("M14,8L42,4", weave_of(c, o), 18, cap="butt")
            c.line("M-26,-38Q0,-60 26,-38", weave_of(c, o), 8, cap="butt")
    elif o.head == "bun":
        c.form(disc(0, -58, 15, 13), HAIR, HAIR_LIT, -4, 2)
        c.line("M-13,-52Q0,-45 13,-52", o.scarf, 4)
    elif o.head == "kerchief":
        with c.lit("M-27,-16C-32,-68 32,-68 27,-16L19,-22C18,-38 8,-46 -1,-46C-12,-46 -18,-38 -19,-22Z", o.scarf, glint(o.scarf), -4, 2):
            c.line("M-24,-22C-22,-58 22,-58 24,-22", weave_of(c, o), 7, cap="butt")
    elif o.head == "hat":
        c.form("M-62,-36Q0,-50 62,-36Q34,-56 0,-86Q-34,-56 -62,-36Z", STRAW, glint(STRAW), -16, 3)
        c.path("M-62,-36Q0,-50 62,-36Q0,-24 -62,-36Z", mix(STRAW, INK, 0.45))


def head_side(c, o, smile=True):
    """A head in profile that looks to the right, its chin at (0, 0)."""
    c.path("M-17,-14L-15,20Q-4,24 6,14L3,-6Z", SKIN_SHADE)
    if o.head == "braid":
        c.line("M-18,-14C-26,10 -18,34 -24,62", HAIR, 12)
    face = "M-4,-52C12,-54 21,-44 20,-33L21,-29L26,-20Q26,-17 22,-17L23,-12L22,-8Q22,-1 14,1Q4,2 -4,-4L-14,-8C-26,-14 -26,-50 -4,-52Z"
    with c.lit(face, SKIN, LIT_SKIN, -5, 2):
        c.path("M-30,-60H2L-2,-30Q2,-16 8,4H-30Z", SKIN_SHADE)
    c.line("M11,-26q4,2.4 8,.4", INK, 2)
    if smile:
        c.line("M16,-10q3,1.5 6,-1", PLUM, 2.4)
    c.form("M20,-40C18,-58 -2,-62 -16,-56C-36,-48 -36,-18 -25,-2Q-16,4 -10,-3C-4,-12 -6,-18 -5,-26Q5,-32 5,-43Q13,-37 20,-40Z", HAIR, HAIR_LIT, -3, 2)
    c.path(disc(-3, -21, 4.5, 6.5), SKIN)
    c.circle(-3, -11, 3.4, GOLD)
    if o.head == "turban":
        with c.lit("M23,-40C36,-58 24,-74 0,-74C-32,-74 -44,-46 -30,-22Q-8,-36 23,-40Z", o.scarf, glint(o.scarf), -6, 3):
            c.line("M-42,-36Q-8,-52 32,-50M-34,-56Q-4,-66 30,-62", o.trim, 4, cap="butt")
    elif o.head == "cloth":
        with c.lit("M24,-44C16,-64 -20,-64 -28,-44C-36,-24 -34,4 -40,28Q-26,34 -14,26L-10,-20Q4,-40 24,-44Z", o.scarf, glint(o.scarf), -5, 2):
            c.line("M-44,12L-8,10", weave_of(c, o), 18, cap="butt")
            c.line("M26,-46C14,-62 -16,-62 -24,-46", weave_of(c, o), 9, cap="butt")
    elif o.head == "bun":
        c.form(disc(-12, -62, 15, 13), HAIR, HAIR_LIT, -4, 2)
        c.line("M-26,-56Q-12,-48 2,-54", o.scarf, 4)
    elif o.head == "kerchief":
        with c.lit("M20,-44C12,-66 -34,-66 -34,-28C-34,-10 -28,6 -30,16C-20,10 -8,-2 -6,-20Q4,-38 20,-44Z", o.scarf, glint(o.scarf), -5, 2):
            c.line("M22,-46C4,-50 -12,-34 -14,-4", weave_of(c, o), 8, cap="butt")
    elif o.head == "hat":
        c.form("M-56,-22Q-6,-48 56,-46Q30,-68 2,-92Q-34,-60 -56,-22Z", STRAW, glint(STRAW), -16, 2)
        c.path("M-56,-22Q-6,-48 56,-46Q0,-28 -56,-22Z", mix(STRAW, INK, 0.45))


HEADS = {"back": head_back, "front": head_front, "side": head_side}


# -- standing figures -------------------------------------------------------------------------------------------
def skirt(c, o, long=False):
    foot = -8 if long else -58
    c.tube("M-15,-60L-16,-8", 17, INK if long else mix(o.skirt, INK, 0.6), glint(o.skirt), 4)
    c.tube("M15,-60L16,-8", 17, INK if long else mix(o.skirt, INK, 0.6), glint(o.skirt), 4)
    c.path("M-30,0Q-28,-10 -16,-10H-8V0ZM8,0V-10H16Q28,-10 30,0Z", INK)
    if long:
        d = f"M-30,-178C-40,-120 -40,-70 -40,{foot}Q0,{foot + 8} 40,{foot}C40,-70 40,-120 30,-178Z"
    else:
        d = f"M-28,-178C-36,-140 -54,-100 -64,{foot}Q0,{foot + 18} 64,{foot}C54,-100 36,-140 28,-178Z"
    with c.lit(d, o.skirt, glint(o.skirt), -7, 2):
        if long:
            c.line(f"M-50,{foot - 18}Q0,{foot - 8} 50,{foot - 18}", weave_of(c, o), 22, cap="butt")
        else:
            c.line(f"M-70,{foot - 12}Q0,{foot + 6} 70,{foot - 12}", weave_of(c, o), 24, cap="butt")
            c.line(f"M-18,-168L-38,{foot - 22}M-6,-168L-13,{foot - 18}M6,-168L13,{foot - 18}M18,-168L38,{foot - 22}", mix(o.skirt, INK, 0.5), 2.5, cap="butt")


def jacket(c, o):
    d = "M-12,-258C-34,-256 -46,-246 -46,-224L-36,-166Q0,-156 36,-166L46,-224C46,-246 34,-256 12,-258Q0,-250 -12,-258Z"
    with c.lit(d, o.jacket, glint(o.jacket), -6, 3):
        c.line("M-46,-176Q0,-164 46,-176", weave_of(c, o), 18, cap="butt")


def arm(c, o, d, hand, width=23):
    """A sleeve along d that ends in a cuff and a hand at (x, y)."""
    c.tube(d, width, o.jacket, glint(o.jacket), 5)
    x, y = hand
    c.circle(x, y, width * 0.42, SKIN)


def basket(c, x=0, y=-196, s=1.0, fill=None, heap="round"):
    """A carrying basket on the back, as high as a torso; fill is the colour of what it holds."""
    with c.at(x, y, s):
        if fill:
            top = (
                disc(-18, -50, 20) + disc(14, -54, 22) + disc(0, -66, 18)
                if heap == "round"
                else "M-40,-46L-30,-100L-18,-50L-8,-112L4,-52L16,-106L24,-50L38,-92L40,-46Z"
            )
            c.form(top, fill, mix(fill, PAPER, 0.45), -5, 4)
        with c.lit("M-44,-48Q0,-36 44,-48L28,44Q0,54 -28,44Z", cloth.wicker(c, STRAW, EARTH, 14), PAPER, -7, 0):
            c.path("M-44,-48L-28,44L-6,50L-14,-42Z", INK, 0.22)
        c.line("M-45,-48Q0,-36 45,-48", EARTH, 8)
        c.line("M-45,-50Q0,-38 45,-50", STRAW, 3)


def woman(c, x, y, s=1.0, o=DUA, view="back", arms="down", carry=None, long=False, flip=False, heap="round", shadow=True, tilt=0):
    """A standing woman. view: back, front or side; arms: down, phone, wave, hold, film; carry: colour of a full basket."""
    if shadow:
        c.cast(x, y - 4, 84 * s, 290 * s)
    with c.at(x, y, s, flip=flip):
        if view == "side" and carry:
            basket(c, -44, -196, 0.95, carry, heap)
        skirt(c, o, long)
        jacket(c, o)
        if view == "front":
            c.line("M-15,-256L0,-214L15,-256M0,-216L-4,-172", weave_of(c, o, 10), 11, cap="butt")
        if view == "back" and arms in ("strap", "phone", "hold"):  # her forearms are before her
            for d in ("M-38,-232Q-54,-206 -53,-184L-44,-194", "M38,-232Q54,-206 53,-184L44,-194"):
                c.tube(d, 22, o.jacket, glint(o.jacket), 5)
        if carry and view == "back":
            basket(c, fill=carry, heap=heap)
            c.line("M-26,-250Q-34,-230 -36,-214M26,-250Q34,-230 36,-214", EARTH, 6)
        if arms == "down":
            arm(c, o, "M-37,-230Q-52,-196 -45,-156", (-44, -144))
            if view != "side":
                arm(c, o, "M37,-230Q52,-196 45,-156", (44, -144))
        elif arms == "wave":
            arm(c, o, "M-37,-230Q-52,-196 -45,-156", (-44, -144))
            arm(c, o, "M38,-230Q76,-246 78,-296", (79, -308))
        elif view == "back" and arms in ("strap", "phone", "hold"):
            pass
        elif arms == "hold":
            arm(c, o, "M-38,-232Q-56,-190 -22,-186", (-12, -188))
            arm(c, o, "M38,-232Q56,-190 22,-186", (12, -188))
        elif arms == "phone":
            if view == "side":
                arm(c, o, "M4,-232Q6,-184 54,-208", (64, -214))
                small_phone(c, 70, -226, 18)
            else:
                arm(c, o, "M-38,-232Q-58,-186 -14,-198", (-6, -202))
                arm(c, o, "M38,-232Q58,-186 14,-198", (6, -202))
                if view == "front":
                    small_phone(c, 0, -214, -6)
        elif arms == "film":
            arm(c, o, "M2,-236Q40,-220 84,-252", (94, -258))
            small_phone(c, 102, -270, 0)
        elif arms == "point":
            arm(c, o, "M-37,-230Q-52,-196 -45,-156", (-44, -144))
            arm(c, o, "M38,-234Q70,-240 104,-272", (114, -280))
        elif arms == "reach":
            arm(c, o, "M6,-232Q40,-214 70,-184", (78, -176))
        elif arms == "up":
            arm(c, o, "M-36,-236Q-66,-270 -44,-318", (-40, -330))
            arm(c, o, "M36,-236Q66,-270 44,-318", (40, -330))
        with c.at(0, -258, rot=tilt):
            HEADS[view](c, o)


def mother(c, x, y, s=1.0, o=NGAN):
    """A woman in profile who carries a baby on her back in a woven wrap."""
    with c.at(x, y, s):
        skirt(c, o)
        c.form(disc(-56, -252, 23), SKIN, LIT_SKIN, -4, 3)  # the baby looks out over the wrap
        c.form("M-82,-252C-84,-292 -32,-292 -33,-258Q-48,-268 -62,-252Q-66,-240 -72,-236Q-80,-240 -82,-252Z", GOLD, glint(GOLD), -5, 3)
        c.line("M-50,-250q4,2 7,0", INK, 2)
        jacket(c, o)
        with c.lit("M-20,-236C-60,-244 -96,-226 -90,-192C-84,-158 -36,-154 -4,-172L34,-236L22,-248Z", weave_of(c, o, 24), glint(o.jacket), -5, 3):
            c.path("M-100,-200Q-50,-150 0,-176V-150H-100Z", INK, 0.25)
        arm(c, o, "M10,-232Q40,-200 84,-226", (94, -233))
        with c.at(0, -258, rot=4):
            head_side(c, o)


def small_phone(c, x, y, rot=0, glow=PAPER):
    with c.at(x, y, rot=rot):
        c.rect(-12, -22, 24, 44, INK, 5)
        c.rect(-9, -18, 18, 34, glow, 2)


def seated_back(c, x, y, s=1.0, o=XUAN, shadow=False, tilt=0, lean=0):
    """A woman who sits on the ground or a low stool, from behind; (x, y) is the middle of her seat, 190 high."""
    if shadow:
        c.cast(x, y, 130 * s, 170 * s)
    with c.at(x, y, s, rot=lean):
        with c.lit("M-40,-70C-60,-50 -84,-24 -80,0Q0,18 80,0C84,-24 60,-50 40,-70Z", o.skirt, glint(o.skirt), -7, 3):
            c.line("M-90,-8Q0,12 90,-8", weave_of(c, o), 18, cap="butt")
        d = "M-14,-150C-40,-148 -56,-134 -58,-108C-60,-80 -50,-60 -48,-44Q0,-32 48,-44C50,-60 60,-80 58,-108C56,-134 40,-148 14,-150Q0,-142 -14,-150Z"
        with c.lit(d, o.jacket, glint(o.jacket), -7, 3):
            c.line("M-60,-58Q0,-44 60,-58", weave_of(c, o), 20, cap="butt")
            c.line("M-40,-116Q-44,-86 -36,-66M40,-116Q44,-86 36,-66", mix(o.jacket, INK, 0.5), 3)
        with c.at(0, -150, rot=tilt):
            head_back(c, o)


# -- half figures -----------------------------------------------------------------------------------------------
def sleeve(c, o, d, width=60):
    c.tube(d, width, o.jacket, glint(o.jacket), 10)


def bust_front(c, x, y, s=1.0, o=XUAN, pose="phone", tilt=0, glow=None):
    """A half figure from the front; pose: phone (both hands before her), open (hands free), or show (one hand raised)."""
    with c.at(x, y, s):
        d = "M-30,-312C-66,-300 -104,-292 -116,-252C-126,-200 -104,-90 -112,10H112C104,-90 126,-200 116,-252C104,-292 66,-300 30,-312Q0,-290 -30,-312Z"
        with c.lit(d, o.jacket, glint(o.jacket), -13, 6):
            c.line("M-34,-316L0,-196L34,-316", mix(o.jacket, INK, 0.5), 40, cap="butt")
            c.line("M-34,-318L0,-204L34,-318M0,-210L-8,0", weave_of(c, o, 20), 24, cap="butt")
            c.line("M-120,-44Q0,-22 120,-44", weave_of(c, o, 28), 46, cap="butt")
            c.line("M-120,-70Q0,-48 120,-70", o.trim, 6, cap="butt")
        with c.at(0, -316, 2.1, tilt):
            head_front(c, o)
        if glow:
            c.path("M-34,-316L0,-204L34,-316Q0,-300 -34,-316Z", glow, 0.25)
        if pose == "phone":
            sleeve(c, o, "M-88,-246C-128,-200 -132,-92 -58,-104")
            sleeve(c, o, "M88,-246C128,-200 132,-92 58,-104")
            c.line("M-62,-132L-44,-74M62,-132L44,-74", weave_of(c, o, 16), 22, cap="butt")
            c.form("M-44,-126C-20,-140 0,-138 0,-120V-84C-16,-74 -40,-78 -50,-84Z", SKIN, LIT_SKIN, -4, 2)
            c.form("M44,-126C20,-140 0,-138 0,-120V-84C16,-74 40,-78 50,-84Z", SKIN, LIT_SKIN, -4, 2)
            with c.at(0, -150, rot=-3):
                c.form(box(-34, -62, 68, 116, 12), INK, HAZE, -3, 2)
                c.circle(-18, -46, 7, BLUE)
            c.path("M-40,-118Q-20,-128 -16,-116Q-20,-106 -40,-100ZM40,-118Q20,-128 16,-116Q20,-106 40,-100Z", SKIN)
        elif pose == "open":
            sleeve(c, o, "M-88,-246C-136,-190 -140,-110 -116,-50")
            sleeve(c, o, "M88,-246C136,-190 140,-110 116,-50")
        elif pose == "show":
            sleeve(c, o, "M-92,-250Q-170,-150 -120,-60")
            sleeve(c, o, "M92,-248Q178,-190 150,-300")
            c.form("M128,-318C126,-350 140,-372 156,-376C172,-372 182,-350 174,-314Z", SKIN, LIT_SKIN, -5, 2)
            c.line("M122,-306L180,-306", weave_of(c, o, 16), 20, cap="butt")


def bust_side(c, x, y, s=1.0, o=DUA, flip=False, pose="film", tilt=0, screen=None):
    """A half figure in profile that looks right; pose: film (phone at arm's length), read (phone low), none."""
    with c.at(x, y, s, flip=flip):
        d = "M-36,-312C-92,-300 -118,-250 -116,-180C-114,-110 -92,-70 -96,10H84C74,-70 92,-150 84,-220C78,-272 44,-300 14,-306Q-10,-290 -36,-312Z"
        with c.lit(d, o.jacket, glint(o.jacket), -14, 6):
            c.line("M-110,-46Q0,-24 100,-46", weave_of(c, o, 28), 46, cap="butt")
            c.line("M-110,-72Q0,-50 100,-72", o.trim, 6, cap="butt")
            c.line("M-20,-316Q26,-300 50,-226L56,-60", weave_of(c, o, 20), 26, cap="butt")
        with c.at(-4, -314, 2.1, tilt):
            head_side(c, o)
        if pose == "film":
            sleeve(c, o, "M-30,-240C10,-150 80,-170 196,-244", 64)
            c.line("M168,-258L198,-206", weave_of(c, o, 16), 24, cap="butt")
            c.form("M198,-262C220,-284 244,-290 250,-274L252,-232C244,-214 222,-214 206,-224Z", SKIN, LIT_SKIN, -4, 2)
            with c.at(258, -270):  # three quarters from behind: we look over her hand into the picture
                c.form("M-34,-98Q-34,-108 -24,-106L42,-94Q50,-92 50,-84V92Q50,100 42,102L-24,112Q-34,112 -34,104Z", INK, HAZE, -5, 0)
                with c.inside("M-26,-96L40,-84V90L-26,102Z"):
                    (screen or (lambda canvas: canvas.rect(-30, -110, 90, 220, CREAM)))(c)
            c.line("M230,-262h24M230,-245h26M232,-228h22", SKIN, 14)
        elif pose == "read":
            sleeve(c, o, "M-26,-252Q-10,-96 104,-146", 64)
            c.line("M82,-166L100,-112", weave_of(c, o, 16), 24, cap="butt")
            with c.at(156, -196, rot=28):
                c.form(box(-12, -70, 24, 146, 10), INK, HAZE, -4, 0)
            c.form("M106,-160C130,-178 158,-180 164,-164C168,-146 150,-126 118,-122Z", SKIN, LIT_SKIN, -4, 2)


def hand_phone(c, x, y, s=1.0, o=XUAN, rot=0, screen=None, flip=False, body=INK):
    """A large phone in one hand, facing us. screen(c) draws into 216 x 440 with its middle at (0, 0)."""
    with c.at(x, y, s, rot, flip):
        c.tube("M26,300L60,620", 150, o.jacket, glint(o.jacket), 14)
        c.line("M-52,380L140,352", weave_of(c, o, 32), 58, cap="butt")
        c.line("M-56,346L136,318", o.trim, 10, cap="butt")
        c.form("M-104,60C-150,140 -112,250 -46,330L106,308C132,250 168,180 150,70Z", SKIN_SHADE, SKIN, -8, 4)
        c.form(box(-124, -240, 248, 480, 34), body, HAZE, -5, 3)
        with c.at(flip=flip), c.inside(box(-110, -222, 220, 444, 22)):
            (screen or (lambda canvas: canvas.rect(-110, -222, 220, 444, PAPER)))(c)
        for i in range(4):
            c.form(box(-150, -40 + 62 * i, 62 - 4 * abs(i - 1), 46, 23), SKIN, LIT_SKIN, -3, 5)
        c.form("M152,200C172,140 160,40 128,-12C112,-34 88,-20 94,6C104,52 108,110 84,180C74,230 120,260 152,200Z", SKIN, LIT_SKIN, -9, 3)
        c.path("M100,-12Q116,-26 124,-6Q124,8 108,12Q98,6 100,-12Z", PEACH, 0.9)


def head_top(c, x, y, s=1.0, o=XUAN, rot=0, lean=0):
    """A woman seated in a circle, from straight above, facing (0, 0) when rot points down: shoulders, arms, head."""
    with c.at(x, y, s, rot):
        with c.lit("M-96,26C-104,-34 -50,-64 0,-64C50,-64 104,-34 96,26C80,70 50,82 0,82C-50,82 -80,70 -96,26Z", o.jacket, glint(o.jacket), -9, 5):
            c.line("M-110,44Q0,6 110,44", weave_of(c, o, 20), 20, cap="butt")
        for side, reach in ((-1, 100), (1, 100 + lean)):
            c.path(disc(side * 40, reach + 18, 11, 20), SKIN)
            c.tube(f"M{side * 76},20Q{side * 82},80 {side * 44},{reach}", 38, o.jacket, glint(o.jacket), 6)
            c.line(f"M{side * 40 - 22},{reach + 2}h44", weave_of(c, o, 12), 12, cap="butt")
        tone = HAIR if o.head in ("bun", "braid") else o.scarf
        with c.lit(disc(0, 4, 50, 52), tone, HAIR_LIT if tone == HAIR else glint(tone), -8, 5):
            if o.head == "turban":
                c.line(disc(2, 4, 34) + disc(4, 4, 16), o.trim, 6)
            elif o.head in ("cloth", "kerchief"):
                c.line("M-60,30Q0,-6 60,30", weave_of(c, o, 16), 18, cap="butt")
            elif o.head == "hat":
                c.line("M0,4L-50,-40M0,4L50,-40M0,4V60M0,4L-60,20M0,4L60,20M0,4V-60", EARTH, 3, 0.6)
            else:
                c.line("M0,56V14", HAIR_LIT, 3)
                c.form(disc(0, -12, 25), HAIR, HAIR_LIT, -5, 3)
                c.line("M-30,-26L30,0", o.scarf, 6)
        if o.head == "hat":
            c.circle(0, 4, 6, EARTH)
