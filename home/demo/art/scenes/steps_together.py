"""Pictures for the steps of a lesson: what women do together, close enough to see who gives and who takes."""

import math

from home.demo.art.kit import hands, land, people, screens, things
from home.demo.art.kit.palette import (
    AMBER,
    AUTUMN,
    BARK,
    COOL,
    CORAL,
    CREAM,
    DAWN,
    DAY,
    EARTH,
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
    STRAW,
    TERRACE,
    glint,
    mix,
)
from home.demo.art.kit.svg import H, W, box, disc, polygon
from home.demo.art.scenes import scene
from home.demo.art.scenes.steps_things import halo


def giving_arm(c, x, y, s, o, d, hand, flip=False, tilt=0):
    """The sleeve of a half figure along d, ending in a cuff and an open hand at the point hand, turned by tilt."""
    with c.at(x, y, s, flip=flip):
        with c.at(*hand, rot=tilt):
            c.form("M-14,-26C20,-34 60,-26 92,-12C104,-4 100,10 84,10L40,10C30,26 0,32 -14,26Z", people.SKIN, people.LIT_SKIN, -4, 3)
            c.tube("M20,-16Q40,-40 62,-34", 18, people.SKIN, people.LIT_SKIN, 4)
        people.sleeve(c, o, d, 60)
        with c.at(*hand, rot=tilt):
            c.line("M-14,-34V34", people.weave_of(c, o, 16), 24, cap="butt")


@scene("step-ship", "Một chị trao thùng hàng cho người giao hàng đội mũ bảo hiểm.", "A woman hands a parcel to a rider in a helmet.")
def ship(c):
    land.sky(c, DAWN, x=800, y=330, r=0)
    c.circle(800, 400, 440, DAWN.glow)
    c.circle(800, 400, 300, DAWN.inner)
    land.ridge(c, DAWN, 0.2, [(-60, 640), (180, 430), (430, 640), (800, 540), (1120, 640), (1400, 420), (1700, 620)], mist=0.7)
    c.path("M-10,720Q800,690 1610,720V910H-10Z", GROVE)
    c.path("M-10,800Q800,770 1610,800V910H-10Z", FOREST)
    giver, rider = people.LAN.but(jacket=INDIGO), people.NGAN.but(jacket=CORAL, trim=GOLD, weave=(PLUM, GOLD, CREAM))
    people.bust_side(c, 490, 930, 1.75, giver, pose="none", tilt=4)
    people.bust_side(c, 1130, 930, 1.75, rider, flip=True, pose="none", tilt=4)
    with c.at(1130, 930, 1.75, flip=True), c.at(-4, -314, 2.1, 4):
        c.form("M27,-36C32,-76 -8,-84 -26,-70C-44,-58 -42,-34 -36,-16Q-26,-8 -20,-18Q-14,-38 27,-36Z", GOLD, PAPER, -6, 4)
        c.line("M-34,-44Q-6,-58 28,-48", PLUM, 7, cap="butt")
        c.line("M-22,-16Q-10,4 6,4", INK, 3)
    things.parcel(c, 830, 664, 310, 220, EARTH, STRAW, CREAM, shadow=False)
    giving_arm(c, 490, 930, 1.75, giver, "M-20,-236C-10,-130 60,-110 104,-132", (112, -138), tilt=-12)
    giving_arm(c, 1130, 930, 1.75, rider, "M-20,-236C-10,-130 60,-110 100,-132", (108, -138), flip=True, tilt=-12)


@scene(
    "step-meeting",
    "Các chị trong chi hội ngồi quanh bàn nước họp bàn, một chị đứng giữa giơ tay nói.",
    "Women of a village group meet around a tea table; the one in the middle raises her hand to speak.",
)
def meeting(c):
    c.rect(0, 0, W, H, mix(PEACH, CREAM, 0.5))
    c.circle(800, 330, 480, mix(PEACH, CORAL, 0.25))
    c.circle(800, 330, 350, mix(PEACH, GOLD, 0.4))
    c.rect(0, 640, W, 270, BARK)
    c.rect(0, 640, W, 14, EARTH)
    people.bust_front(c, 790, 640, 1.25, people.NGA.but(jacket=PLUM), "show", tilt=4)
    people.bust_front(c, 470, 690, 1.08, people.DUA.but(jacket=INDIGO), "open", tilt=8)
    people.bust_front(c, 1150, 690, 1.08, people.PHUONG, "open", tilt=-8)
    c.ellipse(780, 736, 470, 130, INK, 0.3)
    c.ellipse(800, 700, 470, 124, PLUM)
    c.path("M330,700V740A470,124 0 0 0 1270,740V700Z", mix(PLUM, INK, 0.3))
    c.ellipse(800, 700, 470, 124, glint(PLUM))
    c.ellipse(794, 704, 460, 116, PLUM)
    with c.at(800, 700):
        c.form(polygon((-20, -52), (180, -60), (214, 16), (-16, 24)), PAPER, PAPER)
        c.line("M14,-32l130,-6M16,-8l150,-6", HAZE, 9)
        with c.at(-150, 34, 0.9):
            c.form("M-70,-12C-80,-80 70,-80 64,-12C50,16 -56,16 -70,-12Z", CREAM, PAPER, -7, 5)
            c.line("M58,-40Q96,-56 110,-84", CREAM, 18)
            c.line("M-62,-40C-110,-60 -110,10 -58,-8", CREAM, 12)
            c.circle(-4, -70, 12, INDIGO)
            c.line("M-72,-26Q0,6 66,-26", INDIGO, 10, cap="butt")
        for x, y in ((-290, 0), (60, 84), (290, 10)):
            c.form(f"M{x - 34},{y - 34}H{x + 34}L{x + 22},{y + 18}H{x - 22}Z", CREAM, PAPER, -5, 3)
            c.ellipse(x, y - 34, 34, 10, AMBER)
    for x, o, t in ((430, people.THAO, 10), (1170, people.XUAN.but(jacket=ROSE), -10)):
        people.seated_back(c, x, 1040, 2.1, o, tilt=t)


@scene(
    "step-teach-neighbour",
    "Một chị chỉ tay vào điện thoại, hướng dẫn chị hàng xóm lớn tuổi từng bước.",
    "A woman points at the phone and shows an older neighbour each step.",
)
def teach_neighbour(c):
    land.sky(c, DAY, x=1180, y=200, r=80)
    land.ranges(c, DAY, rows=2, top=330, bottom=430, mist=0.8, end=0.4)
    land.contour_fields(c, land.rolling(520, 820, 4, amp=24, phase=1), (TERRACE, GROVE, TERRACE, GROVE), LEAF, 5)
    elder, helper = people.THAO.but(jacket=PLUM, trim=GOLD, scarf=INK), people.LAN.but(jacket=INDIGO)
    people.bust_side(c, 480, 950, 1.85, elder, pose="none", tilt=8)
    people.bust_side(c, 1160, 950, 1.85, helper, flip=True, pose="none", tilt=10)

    def screen(k):
        k.rect(-110, -222, 220, 444, PAPER)
        k.rect(-110, -222, 220, 90, GROVE)
        for i, tone in enumerate((GOLD, CORAL, HAZE)):
            k.rect(-84, -100 + 96 * i, 168, 70, MIST, 16)
            k.circle(-50, -65 + 96 * i, 22, tone)
            k.rect(-14, -72 + 96 * i, 80, 14, INDIGO, 7)

    things.phone(c, 800, 600, 0.92, 2, screen)
    giving_arm(c, 480, 950, 1.85, elder, "M-20,-236C-10,-110 60,-80 108,-116", (112, -122), tilt=-24)
    hands.point(c, 850, 590, 0.95, helper, 18, length=30)


@scene(
    "step-group-vote",
    "Năm cánh tay áo dệt giơ cao biểu quyết, dấu tích sáng ở phía trên.",
    "Five arms in woven sleeves go up to vote; a bright tick above them.",
)
def group_vote(c):
    c.rect(0, 0, W, H, AUTUMN.sky)
    rays = "".join(
        f"M800,560L{800 + 1300 * math.cos(a):.0f},{560 + 1300 * math.sin(a):.0f} {800 + 1300 * math.cos(a + 0.14):.0f},{560 + 1300 * math.sin(a + 0.14):.0f}Z"
        for a in (math.tau * k / 22 for k in range(22))
    )
    c.path(rays, AUTUMN.inner, 0.7)
    c.circle(800, 480, 380, AUTUMN.sun)
    screens.tick(c, 800, 150, 96)
    spots = (
        (420, 560, 0.86, -12, people.DUA.but(jacket=INDIGO)),
        (1180, 560, 0.86, 12, people.PHUONG),
        (610, 500, 0.98, -5, people.LAN.but(jacket=ROSE, weave=(INDIGO, CREAM, GOLD))),
        (990, 500, 0.98, 5, people.NGAN),
        (800, 540, 1.08, 0, people.NGA),
    )
    for x, y, s, lean, o in spots:
        hands.flat(c, x, y, s, o, 90 + lean, flip=False, spread=7, length=460)


@scene(
    "step-study-visit",
    "Chị chủ nhà chỉ tay giới thiệu đàn gà và ruộng lúa nếp cho hai chị khách tới học.",
    "The host points out her hens and sticky-rice fields to two women who came to learn.",
)
def study_visit(c):
    land.sky(c, AUTUMN, x=860, y=330, r=0)
    c.circle(860, 330, 230, AUTUMN.sun)
    land.ranges(c, AUTUMN, rows=2, top=350, bottom=440, mist=0.75, end=0.4)
    land.contour_fields(c, land.rolling(500, 700, 4, amp=20, phase=2), (GOLD, STRAW, RICE, TERRACE), PAPER, 5)
    c.path("M-10,740Q800,700 1610,740V910H-10Z", GROVE)
    land.stilt_house(c, 1400, 560, 0.7)
    for x, y, s, f in ((860, 790, 0.74, False), (990, 830, 0.6, True)):
        things.hen(c, x, y, s, EARTH, BARK, STRAW, flip=f, rooster=False)
    for x, y, f in ((830, 870, False), (930, 884, True)):
        things.chick(c, x, y, 0.9, f)
    people.woman(c, 1170, 890, 2.1, people.TRANG, "front", "point", flip=True, tilt=4)
    people.woman(c, 466, 900, 2.1, people.XUAN.but(jacket=PLUM), "back", "strap", carry=RICE, heap="leaf", tilt=6)
    people.woman(c, 640, 910, 2.05, people.LAN.but(jacket=INDIGO), "side", "phone", tilt=4)


@scene(
    "step-market-stall",
    "Một chị đứng sau quầy hàng dưới chiếc ô: hoa quả, mật ong và mã vuông cho khách quét.",
    "A woman behind her stall under an umbrella: fruit, honey and a square code to scan.",
)
def market_stall(c):
    land.sky(c, COOL, x=1210, y=210, r=0)
    c.circle(800, 420, 420, COOL.glow)
    c.circle(800, 420, 310, COOL.inner)
    land.ridge(c, COOL, 0.2, [(-60, 560), (180, 400), (430, 560), (800, 460), (1120, 560), (1400, 380), (1700, 540)], mist=0.7)
    c.path("M-10,660Q800,630 1610,660V910H-10Z", mix(PEACH, CORAL, 0.4))
    c.tube("M1130,800V120", 22, BARK, STRAW, 7)
    people.bust_front(c, 770, 800, 1.34, people.NGA.but(jacket=INDIGO), "open", tilt=4)
    with c.at(800, 530, 2.0):
        d = "M-210,-182C-160,-250 -60,-270 0,-272C60,-270 160,-250 210,-182Q175,-202 140,-178Q105,-202 70,-176Q35,-200 0,-176Q-35,-200 -70,-176Q-105,-202 -140,-178Q-175,-202 -210,-182Z"
        with c.lit(d, CORAL, PEACH, -8, 5):
            c.path(
                "M0,-272C-60,-260 -80,-220 -70,-170H0ZM0,-272C100,-260 140,-220 140,-170H70Q60,-240 0,-272ZM0,-272C-120,-264 -200,-220 -214,-170H-140C-130,-230 -70,-264 0,-272Z",
                CREAM,
            )
    things.counter(c, 800, 920, 900, 240, base=PLUM)
    things.heap(c, 500, 676, 1.25, PLUM, glint(PLUM), 3)
    things.heap(c, 990, 676, 1.1, GOLD, glint(GOLD), 3)
    things.jar(c, 1160, 676, 0.95, shadow=False)
    with c.at(770, 676, 0.86):
        c.path(polygon((-96, 6), (96, 6), (70, -24), (-70, -24)), BARK)
        c.form(box(-84, -186, 168, 174, 12), PAPER, PAPER)
        c.path(screens.qr_path(c, -64, -168, 128), INDIGO)


@scene(
    "step-phone-shared",
    "Hai bàn tay trao nhau một chiếc điện thoại dùng chung, trên màn hình có ba người và một ổ khóa.",
    "Two hands pass a shared phone; on its screen three people and a padlock.",
)
def phone_shared(c):
    halo(c, mix(TERRACE, FOREST, 0.35), TERRACE, RICE, 800, 430, 350)

    def screen(k):
        k.rect(-110, -222, 220, 444, CREAM)
        k.rect(-110, -222, 220, 120, INDIGO)
        k.line("M-20,-166V-180A20,20 0 0 1 20,-180V-166", GOLD, 10)
        k.rect(-32, -170, 64, 48, GOLD, 10)
        k.circle(0, -146, 8, INDIGO)
        for i, (tone, o) in enumerate(((PEACH, people.LAN), (MIST, people.XUAN), (LEAF, people.NGAN))):
            y = -38 + 104 * i
            k.circle(-50, y, 48, tone)
            with k.inside(disc(-50, y, 48)):
                people.bust_front(k, -50, y + 108, 0.36, o, "open")
            k.rect(18, y - 16, 70, 12, INDIGO, 6)
            k.rect(18, y + 6, 46, 10, HAZE, 5)

    left, right = people.DUA.but(jacket=INDIGO), people.NGA
    grips = ((1010, 600, 1.25, right, -8, False), (590, 600, 1.25, left, 8, True))
    for grip in grips:
        hands.grip_behind(c, *grip)
    things.phone(c, 800, 440, 1.36, 0, screen, thick=20)
    for grip in grips:
        hands.grip_front(c, *grip)
