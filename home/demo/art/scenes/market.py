"""Pictures for the women's market: one speciality each, as a still life in its own landscape."""

from home.demo.art.kit import cloth, land, people, things
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
    INDIGO,
    INK,
    LEAF,
    PAPER,
    PEACH,
    PLUM,
    RICE,
    ROSE,
    STRAW,
    TERRACE,
    mix,
)
from home.demo.art.kit.svg import H, W, disc
from home.demo.art.scenes import scene


@scene("market-ta-xua-tea", "Đồi chè Tà Xùa trên biển mây lúc sớm mai.", "The tea hills of Tà Xùa above a sea of clouds at daybreak.")
def ta_xua_tea(c):
    land.sky(c, DAWN, x=900, y=300, r=120)
    land.ridge(c, DAWN, 0.1, [(-60, 470), (190, 300), (420, 460), (700, 380), (960, 480), (1280, 290), (1500, 430), (1700, 340)], mist=0.8)
    land.sea_of_clouds(c, 510, PAPER, PEACH)
    rows = [[(-40, y + k), (400, y + 24), (800, y - 30), (1200, y + 20), (1680, y - 40)] for y, k in ((620, -30), (684, -16), (760, 0), (850, 10))]
    land.tea_rows(c, rows, (RICE, TERRACE, GROVE, FOREST), LEAF, 52)
    people.woman(c, 800, 830, 1.6, people.DUA.but(scarf=ROSE), "back", "strap", carry=LEAF, heap="leaf", shadow=False)
    land.tea_rows(c, [[(-40, 836), (400, 850), (800, 822), (1200, 850), (1680, 800)]], (FOREST,), RICE, 56)


@scene("market-honey", "Ba hũ mật ong Sơn La trên bàn gỗ, nắng vàng xuyên qua.", "Three jars of Sơn La honey on a wooden table, the sun shining through.")
def honey(c):
    land.sky(c, AUTUMN, x=980, y=330, r=190)
    land.ridge(c, AUTUMN, 0.25, [(-60, 600), (200, 470), (480, 610), (820, 520), (1080, 600), (1380, 440), (1700, 580)], mist=0.6)
    c.rect(0, 640, W, 270, BARK)
    c.rect(0, 640, W, 14, EARTH)
    c.path("M0,700H1600M0,790H1600", BARK)
    for x, s, tone in ((560, 1.7, AMBER), (1060, 1.6, mix(AMBER, GOLD, 0.4))):
        c.path(f"M{x - 110 * s:.0f},760L{x - 420 * s:.0f},880H{x - 190 * s:.0f}L{x + 60 * s:.0f},770Z", GOLD, 0.3)
        things.jar(c, x, 772, s, tone, cap=INDIGO)
    things.jar(c, 800, 830, 2.35, GOLD)
    flower = ((1240, 800, 1.0), (360, 830, 1.1), (1330, 850, 0.8))
    for x, y, s in flower:
        with c.at(x, y, s):
            for k in range(6):
                with c.at(rot=60 * k):
                    c.path("M0,-12C-22,-30 -22,-62 0,-72C22,-62 22,-30 0,-12Z", PAPER if k % 2 else CREAM)
            c.circle(0, 0, 18, GOLD)
    for x, y, r in ((1180, 280, -20), (430, 260, 14), (1090, 150, 8)):
        with c.at(x, y, 1.1, r):
            c.path(disc(-6, -26, 16, 24) + disc(20, -28, 14, 22), PAPER, 0.85)
            with c.inside(disc(0, 0, 40, 24)):
                c.rect(-50, -40, 100, 80, GOLD)
                c.path("M-20,-40h14v80h-14zM8,-40h14v80h-14z", INK)
            c.circle(38, -2, 15, INK)


@scene("market-mango", "Xoài tròn Yên Châu trên mẹt tre, lá xanh và bóng nắng dài.", "Yên Châu round mangoes on a bamboo tray, green leaves and long shadows.")
def mango(c):
    c.rect(0, 0, W, H, TERRACE)
    c.path("M0,0H1600V220L700,900H0Z", GROVE)
    c.path("M0,0H620L0,520Z", FOREST)
    for x, y, s, r in ((-60, 240, 2.6, 30), (80, 60, 2.2, 60), (1610, 160, 2.4, 150), (1640, 420, 2.2, 190), (1500, 20, 2.0, 110), (-40, 640, 2.2, -10)):
        land.leaf(c, x, y, s, r, FOREST, RICE)
    c.path("M300,720Q180,860 420,880L900,860 700,760Z", INK, 0.22)
    things.tray(c, 800, 660, 1000, 330)
    for x, y, s, r in ((520, 560, 1.3, -16), (1080, 560, 1.3, 14), (800, 520, 1.35, 4), (660, 640, 1.45, -8), (950, 650, 1.5, 8)):
        things.mango(c, x, y, s, r, with_leaf=y < 600)
    things.mango(c, 800, 420, 1.35, -6)


@scene("market-brocade", "Những cuộn thổ cẩm Tường Hạ xếp trên kệ, hoa văn hình thoi.", "Rolls of Tường Hạ brocade on a shelf, woven with lozenges.")
def brocade(c):
    c.rect(0, 0, W, H, mix(CREAM, PEACH, 0.6))
    c.path("M1600,0V420L760,900H0V560L980,0Z", CREAM)
    c.rect(0, 760, W, 150, BARK)
    c.rect(0, 752, W, 16, EARTH)
    c.path("M420,752L330,800H960L900,752Z", INK, 0.16)
    c.cast(1000, 756, 520, 120, opacity=0.18)
    with c.inside("M420,-10H900V690Q780,714 660,692T420,696Z"):  # the cloth that hangs
        for y, h, fill in (
            (-10, 90, INDIGO),
            (80, 10, GOLD),
            (90, 120, cloth.lozenge(c, PLUM, GOLD, CREAM, 120)),
            (210, 10, GOLD),
            (220, 60, INDIGO),
            (280, 60, cloth.chevron(c, CREAM, CORAL, 60)),
            (340, 60, INDIGO),
            (400, 10, GOLD),
            (410, 160, cloth.lozenge(c, INDIGO, CORAL, GOLD, 160)),
            (570, 10, GOLD),
            (580, 60, INDIGO),
            (640, 90, PLUM),
        ):
            c.rect(420, y, 480, h, fill)
        c.path("M420,-10H480Q450,300 490,720H420ZM600,-10H650Q620,300 660,720H610Q580,300 600,-10ZM760,-10H800Q776,300 806,720H770Q742,300 760,-10Z", INK, 0.22)
        c.path("M560,-10H590Q566,300 596,720H580Q548,300 560,-10ZM880,-10H900V720H890Q870,300 880,-10Z", PAPER, 0.2)
    c.line("".join(f"M{x},{698 if x % 80 else 702}v{34 + x % 3 * 6}" for x in range(432, 900, 20)), PLUM, 7)
    folds = ((1010, 752, 520, 96, FOREST, GOLD), (1000, 656, 480, 88, CREAM, CORAL), (1020, 568, 500, 96, PLUM, GOLD), (1000, 472, 440, 84, INDIGO, CORAL))
    for x, y, w, h, ground, figure in folds:
        shape = f"M{x - w / 2:.0f},{y}Q{x - w / 2 - 26:.0f},{y - h / 2:.0f} {x - w / 2 + 10:.0f},{y - h}H{x + w / 2 - 20:.0f}Q{x + w / 2 + 34:.0f},{y - h / 2:.0f} {x + w / 2 - 20:.0f},{y}Z"
        with c.lit(shape, ground, mix(ground, PAPER, 0.4), -8, 6):
            c.rect(x - w / 2 - 30, y - h * 0.74, w + 80, h * 0.5, cloth.lozenge(c, ground, figure, CREAM if ground != CREAM else PLUM, round(h * 0.5)))
            c.line(
                f"M{x - w / 2 - 20:.0f},{y - h * 0.12:.0f}H{x + w / 2 - 30:.0f}M{x - w / 2:.0f},{y - h * 0.86:.0f}H{x + w / 2 - 30:.0f}",
                mix(ground, INK, 0.35),
                4,
            )
            c.path(f"M{x - w / 2 - 40:.0f},{y - h}h{w * 0.3:.0f}l-40,{h}h{-w * 0.3:.0f}Z", INK, 0.2)
    with c.at(1010, 392, 1):
        c.form("M-150,-22Q0,-66 150,-22Q0,14 -150,-22Z", EARTH, STRAW, -6, 5)  # a shuttle
        c.path("M-70,-24Q0,-44 70,-24Q0,-8 -70,-24Z", BARK)
        c.path("M-54,-24Q0,-42 54,-24Q0,-12 -54,-24Z", CORAL)
        c.line("M54,-24C110,-60 150,10 210,-10S230,60 214,90", CORAL, 4)


@scene(
    "market-dong-vermicelli",
    "Miến dong phơi thành những dải vàng dưới nắng, núi ở phía sau.",
    "Dong vermicelli dries in golden curtains in the sun, mountains behind.",
)
def dong_vermicelli(c):
    land.sky(c, DAY, x=1040, y=230, r=100)
    land.ranges(c, DAY, rows=2, top=320, bottom=420, mist=0.75, end=0.5)
    c.path("M-10,500Q800,470 1610,500V910H-10Z", RICE)
    c.path("M-10,660Q800,630 1610,660V910H-10Z", TERRACE)
    for x in (330, 800, 1270):
        c.cast(x, 600, 340, 200, FOREST, 0.3)
        things.noodle_rack(c, x, 600, 400, 330, STRAW, AMBER, gap=20)
    c.cast(800, 870, 700, 330, FOREST, 0.35)
    things.noodle_rack(c, 800, 880, 860, 560, CREAM, AMBER, gap=25)
    people.woman(c, 1120, 896, 1.85, people.LAN, "side", "reach", flip=True)


@scene("market-sticky-rice-chicken", "Xôi nếp Mỹ Lung trên lá chuối với gà, hơi nóng bốc lên.", "My Lung sticky rice on a banana leaf, steaming.")
def sticky_rice(c):
    land.sky(c, COOL, x=1010, y=330, r=0)
    c.circle(860, 360, 330, COOL.glow)
    land.ranges(c, COOL, rows=2, top=330, bottom=440, mist=0.8, end=0.45)
    land.contour_fields(c, land.rolling(520, 640, 2, amp=14, phase=2), (GOLD, STRAW), PAPER, 5)
    c.rect(0, 690, W, 220, PLUM)
    c.rect(0, 690, W, 16, ROSE)
    c.path("M300,860L760,740 1000,800 900,900H240Z", INK, 0.25)
    with c.at(800, 806):
        c.form("M-560,20C-400,-90 400,-100 580,-10C420,80 -380,100 -560,20Z", GROVE, RICE, -8, 10)
        c.line("M-540,18Q0,-20 560,-6", RICE, 7)
    things.steam(c, 620, 330, 270, PAPER, 0.75, 40)
    things.steam(c, 760, 310, 300, PAPER, 0.6, 34, True)
    with c.at(690, 800, 2.35):
        c.form("M-86,-150C-80,-206 80,-210 88,-150Z", CREAM, PAPER, -10, 6)
        d = "".join(f"M{c.rng.uniform(-66, 66):.0f},{c.rng.uniform(-184, -154):.0f}l{c.rng.uniform(-3, 3):.0f},4" for _ in range(40))
        c.line(d, STRAW, 3)
        with c.lit("M-96,-152Q0,-130 96,-152C88,-100 82,-60 70,-14Q0,8 -70,-14C-82,-60 -88,-100 -96,-152Z", cloth.wicker(c, STRAW, EARTH, 18), PAPER, -9, 0):
            c.path("M-96,-152L-70,-14L-20,8L-40,-140Z", INK, 0.22)
            c.line("M-100,-96Q0,-72 100,-96", cloth.lozenge(c, PLUM, GOLD, CREAM, 18), 20, cap="butt")
        c.line("M-97,-153Q0,-131 97,-153", EARTH, 12)
    things.hen(c, 1120, 800, 1.05, EARTH, BARK, STRAW, flip=True, rooster=False)
    for i in range(5):
        with c.at(330 + 26 * i, 900, 1, -34 + 13 * i):
            c.line("M0,0Q-6,-160 20,-300", AMBER, 6)
            c.path("".join(disc(14 + (k % 2) * 14 + k * 2, -210 - k * 17, 8, 13) for k in range(8)), GOLD)
