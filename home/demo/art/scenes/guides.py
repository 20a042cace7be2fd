"""Pictures for the guides: what a group, a class and a cooperative look like when they work."""

import math

from home.demo.art.kit import cloth, land, people, screens, things
from home.demo.art.kit.palette import (
    BARK,
    CHESTNUT,
    CORAL,
    CREAM,
    DAWN,
    DAY,
    DUSK,
    FOREST,
    GOLD,
    GROVE,
    HAZE,
    INDIGO,
    INK,
    LEAF,
    MIST,
    PAPER,
    PEACH,
    PLUM,
    RICE,
    ROSE,
    TERRACE,
    mix,
)
from home.demo.art.kit.svg import H, W, disc
from home.demo.art.scenes import scene


@scene(
    "guide-digital-group",
    "Nhìn từ trên cao: các chị ngồi quanh chiếu hoa, giữa chiếu là một chiếc điện thoại sáng.",
    "Seen from above: women sit around a woven mat with one bright phone in the middle.",
)
def digital_group(c):
    c.rect(0, 0, W, H, BARK)
    c.line("".join(f"M0,{y}H1600" for y in range(60, 900, 112)), mix(BARK, INK, 0.35), 5, cap="butt")
    c.circle(770, 474, 436, INK, 0.22)
    c.circle(800, 450, 430, PLUM)
    c.line(disc(800, 450, 396), cloth.lozenge(c, PLUM, GOLD, CREAM, 40), 44)
    c.circle(800, 450, 366, CREAM)
    c.circle(800, 450, 240, PEACH)
    c.circle(800, 450, 170, PAPER)
    ring = (people.LAN, people.XUAN, people.DUA, people.THAO.but(jacket=CORAL), people.NGAN, people.TRANG.but(jacket=GROVE), people.NGA)
    n = len(ring)
    for i in range(n):
        a = math.tau * i / n + 0.22
        x, y = 800 + 318 * math.cos(a), 450 + 318 * math.sin(a)
        c.path(disc(x - 26, y + 20, 108, 96), INK, 0.2)
        people.head_top(c, x, y, 1.22, ring[i], math.degrees(a) + 90, lean=(0, 26, 0, 0, 34, 0, 18)[i])
    with c.at(800, 450, 0.44, 12):
        things.phone(c, 0, 0, 1, 0, screens.screen_home, thick=24)


@scene(
    "guide-fifteen-minutes",
    "Mặt đồng hồ như mặt trời mọc trên núi, một phần tư giờ sáng vàng; các chị đi học trên triền đồi.",
    "A clock rises like the sun over the ridge, a quarter of it golden; women walk to class along the hill.",
)
def fifteen_minutes(c):
    c.rect(0, 0, W, H, DAWN.sky)
    c.circle(800, 420, 600, DAWN.glow)
    c.circle(800, 420, 470, DAWN.inner)
    things.clock_face(c, 800, 420, 350, PAPER, GOLD, INDIGO)
    land.ridge(c, DAWN, 0.35, [(-60, 640), (160, 500), (420, 670), (620, 620), (900, 690), (1200, 560), (1400, 660), (1700, 520)], mist=0.7)
    land.mist(c, 200, 680, 800, DAWN.mist, 0.8)
    land.hill(c, [(-40, 840), (260, 800), (560, 790), (860, 800), (1160, 776), (1660, 720)], PLUM, CORAL, (-4, 8))
    for i, (x, y, o, arms) in enumerate(
        ((500, 800, people.DUA, "phone"), (700, 806, people.XUAN.but(jacket=ROSE), "down"), (900, 806, people.LAN, "phone"), (1100, 786, people.TRANG, "down"))
    ):
        people.woman(c, x, y, 1.32, o, "side", arms, carry=RICE if i == 3 else None)
    land.contour_fields(
        c, [[(-40, 890), (400, 856), (900, 862), (1660, 800)], [(-40, 930), (400, 890), (900, 896), (1660, 850)]], (mix(PLUM, INDIGO, 0.6), INDIGO), CORAL, 5
    )


@scene(
    "guide-cooperative",
    "Các chị hợp tác xã đeo gùi đầy nông sản đi thành hàng về phía mặt trời mọc.",
    "Women of a cooperative walk in line towards the sunrise, their baskets full of produce.",
)
def cooperative(c):
    land.sky(c, DUSK, x=880, y=330, r=240)
    land.ranges(c, DUSK, rows=2, top=420, bottom=540, mist=0.5, end=0.4)
    land.hill(c, [(-40, 720), (300, 690), (800, 670), (1300, 690), (1660, 720)], mix(PLUM, INDIGO, 0.4), CORAL, (-2, 7))
    land.contour_fields(
        c, [[(-40, 800), (500, 770), (1100, 780), (1660, 800)], [(-40, 870), (500, 850), (1100, 850), (1660, 870)]], (mix(PLUM, INDIGO, 0.75), INDIGO), CORAL, 5
    )
    loads = ((CHESTNUT, "round"), (RICE, "leaf"), (GOLD, "round"), (CREAM, "leaf"), (CORAL, "round"))
    spots = ((300, 900, 1.6), (545, 880, 1.85), (800, 930, 2.15), (1060, 884, 1.85), (1310, 904, 1.6))
    for i in (0, 4, 1, 3, 2):
        (fill, kind), (x, y, s) = loads[i], spots[i]
        people.woman(
            c, x, y, s, (people.NGAN, people.DUA, people.XUAN.but(jacket=ROSE), people.THAO, people.LAN)[i], "back", "strap", carry=fill, heap=kind, long=i == 3
        )


@scene(
    "guide-fields-of-knowledge",
    "Cuốn sổ tay mở ra giữa thung lũng, trang sách thành ruộng bậc thang.",
    "An open handbook lies in the valley; its pages become terraced fields.",
)
def fields_of_knowledge(c):
    land.sky(c, DAY, x=1030, y=250, r=100)
    land.ranges(c, DAY, rows=3, top=320, bottom=450, mist=0.75, end=0.55)
    land.mist(c, 300, 470, 900, PAPER, 0.85)
    land.contour_fields(c, land.rolling(560, 860, 4, amp=20, phase=3), (GROVE, FOREST, GROVE, FOREST), RICE, 5)
    c.cast(800, 840, 1060, 160, opacity=0.25)
    with c.at(800, 830, 1.9):
        c.path("M-312,6L-300,-170Q-140,-210 0,-160Q140,-210 300,-170L312,6Q150,-22 0,24Q-150,-22 -312,6Z", PLUM)
        page_l = "M0,-150C-60,-204 -210,-204 -288,-176L-298,-10C-220,-44 -70,-40 0,10Z"
        page_r = "M0,-150C60,-204 210,-204 288,-176L298,-10C220,-44 70,-40 0,10Z"
        c.path(page_l, MIST)
        c.path(page_r, PAPER)
        with c.inside(page_r):
            for i, tone in enumerate((LEAF, RICE, TERRACE, GROVE, FOREST)):
                y = -150 + 34 * i
                c.form(f"M-10,{y + 30}C60,{y - 26} 150,{y + 20} 310,{y - 22 + 4 * i}V60H-10Z", tone, PAPER, 0, 3)
        with c.inside(page_l):
            for i in range(6):
                c.line(f"M-262,{-146 + 22 * i}C-200,{-168 + 22 * i} -100,{-166 + 22 * i} -36,{-130 + 22 * i}", INDIGO if i == 0 else HAZE, 9 if i == 0 else 5)
        land.stilt_house(c, 196, -128, 0.3)
        land.tree(c, 96, -112, 0.36)
        land.tree(c, 124, -108, 0.28)
    people.woman(c, 930, 706, 0.74, people.NGAN, "back", "strap", carry=RICE, heap="leaf")
    people.woman(c, 1020, 724, 0.74, people.LAN, "back", "point")
