"""Pictures for the success stories: one woman, one livelihood, one light."""

from home.demo.art.kit import cloth, land, people, screens, things
from home.demo.art.kit.palette import (
    AUTUMN,
    BARK,
    CHESTNUT,
    COOL,
    CORAL,
    CREAM,
    DAWN,
    DUSK,
    EARTH,
    EVENING,
    FOREST,
    GOLD,
    GROVE,
    HAZE,
    INDIGO,
    INK,
    LAKE,
    LEAF,
    MIST,
    NIGHT,
    PAPER,
    PEACH,
    PINE,
    PLUM,
    RICE,
    ROSE,
    STRAW,
    TERRACE,
    glint,
    mix,
)
from home.demo.art.kit.svg import H, W, disc
from home.demo.art.scenes import scene


@scene(
    "story-sung-dua-films", "Sùng Dua giơ điện thoại quay bản làng trong ánh chiều.", "Sùng Dua holds up her phone and films her village in the evening light."
)
def sung_dua(c):
    land.sky(c, DUSK, x=1150, y=330, r=96)
    land.ridge(c, DUSK, 0.05, [(-60, 500), (160, 330), (330, 480), (560, 300), (800, 500), (1010, 360), (1180, 480), (1420, 270), (1700, 480)], mist=0.6)
    land.ridge(c, DUSK, 0.4, [(-60, 600), (240, 480), (520, 620), (860, 500), (1130, 620), (1340, 470), (1700, 610)], mist=0.45)
    land.hill(c, [(-40, 700), (300, 650), (700, 700), (1000, 640), (1330, 610), (1660, 660)], mix(PLUM, INK, 0.25), CORAL, (-4, 7))
    for x, y, s in ((1090, 652, 0.5), (1260, 636, 0.62), (1450, 650, 0.5)):
        land.stilt_house(c, x, y, s, mix(PLUM, INK, 0.6), CORAL, PLUM)
    land.contour_fields(
        c,
        [
            [(-40, 760), (500, 740), (900, 720), (1300, 690), (1660, 710)],
            [(-40, 820), (500, 800), (900, 780), (1300, 750), (1660, 780)],
            [(-40, 880), (500, 860), (900, 850), (1300, 820), (1660, 850)],
        ],
        (mix(INDIGO, PLUM, 0.6), mix(INDIGO, PLUM, 0.35), INDIGO),
        CORAL,
        5,
    )

    def village(canvas):
        canvas.rect(-40, -120, 100, 240, DUSK.inner)
        canvas.circle(26, -34, 22, DUSK.sun)
        canvas.path("M-40,20L-6,-24 20,14 60,-10V120H-40Z", DUSK.far)
        canvas.path("M-40,60L60,36V120H-40Z", PLUM)
        land.stilt_house(canvas, 6, 62, 0.16, INK, CORAL, PLUM)

    people.bust_side(c, 540, 930, 1.78, people.DUA.but(jacket=INDIGO, scarf=ROSE), pose="film", tilt=-4, screen=village)


@scene(
    "story-my-lung-hens",
    "Con gà trống lớn đứng trước nương lúa nếp Mỹ Lung, một chị rải thóc cho đàn gà.",
    "A great rooster before the sticky-rice fields of Mỹ Lung; a woman scatters grain for her hens.",
)
def my_lung(c):
    land.sky(c, AUTUMN, x=930, y=330, r=150)
    land.ranges(c, AUTUMN, rows=2, top=420, bottom=520, mist=0.7, end=0.45)
    land.contour_fields(c, land.rolling(560, 850, 5, amp=22, phase=2), (STRAW, GOLD, STRAW, EARTH, BARK), PAPER, 5)
    c.cast(660, 856, 220, 470)
    things.hen(c, 690, 860, 1.75, PLUM, INDIGO, CORAL)
    people.woman(c, 1130, 792, 1.15, people.TRANG, "side", "reach", flip=True)
    c.line("M1030,640l-26,60M1016,650l-40,70M1036,660l-10,80M1000,690l-30,70", PAPER, 7, 1, "round", "1 18")
    for x, y, s, f in ((960, 846, 0.9, False), (1060, 872, 0.8, True), (370, 862, 0.8, False)):
        things.chick(c, x, y, s, f)
    things.sack(c, 1340, 850, 0.95)


@scene(
    "story-black-garlic-noodles",
    "Những giàn miến phơi như rèm, một chị đứng giữa, tỏi đen ở phía trước.",
    "Vermicelli dries in curtains; a woman stands among the racks, black garlic in front.",
)
def black_garlic(c):
    land.sky(c, COOL, x=1180, y=210, r=84)
    land.ranges(c, COOL, rows=2, top=290, bottom=370, mist=0.8, end=0.3)
    c.path("M-10,470Q800,430 1610,470V910H-10Z", mix(EARTH, PEACH, 0.5))
    c.path("M-10,640Q800,600 1610,640V910H-10Z", mix(EARTH, PEACH, 0.2))
    for x in (220, 640, 1010, 1400):
        c.cast(x, 560, 300, 180, opacity=0.16)
        things.noodle_rack(c, x, 560, 330, 290, CREAM, mix(STRAW, EARTH, 0.25), gap=17)
    people.woman(c, 830, 930, 2.3, people.PHUONG.but(jacket=INDIGO, skirt=PLUM, scarf=GOLD), "front", "hold", tilt=-6, shadow=False)
    with c.at(830, 930, 2.3):
        c.line(
            "M-78,-130C-70,-196 -40,-196 0,-190S70,-196 78,-126M-70,-120C-62,-186 -40,-188 0,-182S62,-186 70,-122M-62,-132C-54,-178 -40,-180 0,-174S54,-178 62,-116",
            STRAW,
            7,
        )
        c.line("M-74,-126C-66,-192 -40,-192 0,-186S66,-192 74,-124M-66,-122C-58,-182 -40,-184 0,-178S58,-182 66,-120", PAPER, 5)
        c.circle(-14, -190, 11, people.SKIN)
        c.circle(14, -190, 11, people.SKIN)
    for x in (330, 1330):
        c.cast(x, 850, 420, 260, opacity=0.2)
        things.noodle_rack(c, x, 880, 520, 470, PAPER, STRAW, gap=20)
    things.garlic(c, 560, 868, 1.1, rot=-4)
    things.garlic(c, 1110, 876, 0.95, rot=6)


@scene(
    "story-hot-springs",
    "Suối nước nóng Tát Nặng: hai chị ngồi trên bờ đá ngâm chân, hơi nước bốc lên giữa núi đêm.",
    "The Tát Nặng hot springs: two women sit on the stones with their feet in the water; steam rises among mountains.",
)
def hot_springs(c):
    land.sky(c, NIGHT, x=860, y=250, r=120)
    land.stars(c, 36, HAZE, 300)
    land.ridge(c, NIGHT, 0.05, [(-60, 480), (190, 250), (420, 470), (640, 340), (850, 480), (1130, 300), (1330, 440), (1530, 240), (1720, 430)], mist=0.5)
    land.ridge(c, NIGHT, 0.5, [(-60, 560), (150, 440), (380, 570), (700, 520), (1100, 575), (1400, 430), (1700, 560)], mist=0.3)
    c.ellipse(810, 700, 660, 170, LAKE)
    c.ellipse(850, 690, 560, 130, mix(LAKE, MIST, 0.35))
    c.ellipse(880, 672, 330, 68, mix(LAKE, MIST, 0.7))
    for x, h, f in ((560, 400, False), (860, 520, True), (1130, 380, False), (1330, 260, True)):
        land_y = 650 if h < 450 else 640
        things.steam(c, x, land_y, h, PAPER, 0.4 if h < 500 else 0.55, 36, f)
    for x, y, rx in ((170, 690, 150), (330, 640, 90), (1420, 700, 170), (1270, 640, 80), (40, 760, 190), (1560, 790, 180)):
        c.form(disc(x, y, rx, rx * 0.5), PINE, LAKE, -10, 8)
    c.form("M200,910C230,800 480,770 800,780C1120,770 1380,810 1420,910Z", PINE, LAKE, -6, 10)
    people.seated_back(c, 640, 830, 1.75, people.NGA.but(jacket=ROSE), tilt=6)
    people.seated_back(c, 960, 836, 1.75, people.THAO.but(scarf=PLUM), tilt=-8)
    land.bamboo(c, 1440, 920, 900, 3, 60, mix(FOREST, INK, 0.3), GROVE)


@scene(
    "story-brocade-weaver",
    "Chị Thảo ngồi bên khung cửi, tấm thổ cẩm chảy xuống thành ruộng bậc thang.",
    "Ms Thảo at her loom: the brocade flows out of it and becomes terraced fields.",
)
def brocade_weaver(c):
    land.sky(c, DAWN, x=1000, y=250, r=110)
    land.ranges(c, DAWN, rows=2, top=330, bottom=430, mist=0.8, end=0.4)
    land.contour_fields(c, land.rolling(520, 700, 3, amp=24, phase=1), (TERRACE, GROVE, FOREST), LEAF, 5)
    bands = (
        (PLUM, 0),
        (cloth.lozenge(c, PLUM, GOLD, CREAM, 56), 1),
        (GOLD, 0),
        (INDIGO, 1),
        (CORAL, 0),
        (cloth.lozenge(c, INDIGO, CORAL, GOLD, 56), 1),
        (GOLD, 0),
        (PLUM, 1),
    )
    left, right = 640, 960
    edges = [left + (right - left) * i / len(bands) for i in range(len(bands) + 1)]
    for i, (fill, _) in enumerate(bands):
        a, b = edges[i], edges[i + 1]
        fa, fb = -160 + 1900 * i / len(bands), -160 + 1900 * (i + 1) / len(bands)
        c.path(f"M{a:.0f},520C{a:.0f},660 {fa:.0f},640 {fa - 80:.0f},910H{fb - 80:.0f}C{fb:.0f},640 {b:.0f},660 {b:.0f},520Z", fill)
    c.path("M640,520C640,660 -160,640 -240,910H300C500,720 660,680 720,520Z", INK, 0.2)
    things.loom(c, 800, 560, 1.02)
    people.seated_back(c, 800, 640, 1.62, people.THAO.but(scarf=INDIGO), tilt=-6)
    c.rect(706, 634, 188, 16, BARK, 6)


@scene(
    "story-noodles-tiktok",
    "Đũa gắp miến dong từ trong màn hình điện thoại ra ngoài khung, hơi nóng bốc lên.",
    "Chopsticks lift dong vermicelli straight out of a phone's screen; steam rises.",
)
def noodles_tiktok(c):
    c.rect(0, 0, W, H, ROSE)
    c.circle(800, 450, 560, mix(ROSE, CORAL, 0.5))
    c.circle(800, 450, 400, CORAL)
    c.cast(800, 850, 400, 460, PLUM, 0.45)

    def dish(canvas):
        canvas.circle(30, -110, 150, mix(PLUM, ROSE, 0.5))
        canvas.path("M-110,110H110V222H-110Z", INDIGO)
        with canvas.at(0, 128, 0.52):
            things.bowl(canvas, 0, 0, 1, ROSE, PEACH)

    things.phone(c, 800, 470, 1.66, 0, lambda canvas: screens.screen_live(canvas, dish), thick=30)
    strands = "".join(f"M{724 + i * 17},{590 - (i % 3) * 6}C{700 + i * 20},480 {752 + i * 12},400 {764 + i * 8},{232 + i * 2}" for i in range(10))
    c.line(strands, STRAW, 11)
    c.line(strands, PAPER, 6)
    c.line("M742,604q40,-30 80,0t80,0M724,588q50,30 90,0t80,6", PAPER, 7)
    with c.at(770, 238, rot=-4):
        c.tube("M-70,22L520,-150M-60,48L536,-102", 18, BARK, STRAW, 6)
    with c.at(1250, 100):
        c.tube("M0,10L330,-60", 150, INDIGO, glint(INDIGO), 14)
        c.line("M40,-80L70,84", cloth.lozenge(c, PLUM, GOLD, CREAM, 32), 56, cap="butt")
        c.form(
            "M40,-62C-10,-76 -70,-60 -130,-22C-156,-4 -150,22 -124,22L-60,10 -110,44C-120,66 -96,76 -78,66L10,64 56,66Z", people.SKIN, people.LIT_SKIN, -6, 6
        )
    for x, y, s, tone in ((400, 300, 1.6, PEACH), (330, 470, 1.0, GOLD), (450, 170, 1.0, CREAM), (1190, 520, 1.2, PEACH)):
        screens.heart(c, x, y, s, tone)


@scene(
    "story-chestnut-hill",
    "Đồi dẻ mùa thu: quả dẻ nứt vỏ ở phía trước, các chị đeo gùi nhặt hạt.",
    "The chestnut hill in autumn: open burrs in front, women with baskets gather nuts.",
)
def chestnut_hill(c):
    land.sky(c, AUTUMN, x=1090, y=300, r=104)
    land.ranges(c, AUTUMN, rows=2, top=370, bottom=490, mist=0.7, end=0.5)
    land.hill(c, [(-40, 640), (260, 560), (640, 600), (1000, 560), (1320, 610), (1660, 560)], mix(TERRACE, GOLD, 0.35), LEAF)
    for x, y, s in ((980, 590, 0.9), (1200, 596, 1.1), (1420, 600, 0.95)):
        c.cast(x, y, 60 * s, 190 * s, opacity=0.18)
        land.tree(c, x, y, s, mix(AUTUMN.near, CORAL, 0.55), GOLD)
    land.hill(c, [(-40, 720), (300, 700), (700, 690), (1100, 700), (1660, 660)], mix(GROVE, STRAW, 0.3), LEAF)
    people.woman(c, 850, 740, 1.5, people.NGAN, "side", "reach", carry=CHESTNUT, flip=True)
    people.woman(c, 1140, 770, 1.5, people.LAN, "back", "strap", carry=CHESTNUT)
    c.form(
        "M90,910C120,640 90,420 150,250L60,90 120,40 210,190C260,120 330,60 400,20L440,70C360,140 280,220 270,330C260,520 290,700 360,910Z", BARK, EARTH, -16, 4
    )
    crown = "".join(disc(x, y, r) for x, y, r in ((60, 40, 190), (290, -30, 200), (520, 20, 150), (650, -50, 140), (-20, 200, 130)))
    with c.lit(crown, mix(CORAL, PLUM, 0.25), GOLD, -16, 14):
        c.path("".join(disc(x - 70, y + 46, r) for x, y, r in ((60, 40, 150), (290, -30, 160), (520, 20, 110))), PLUM, 0.35)
        land.petals(c, 18, GOLD, 0, 720, 0, 300, 22)
        land.petals(c, 10, PLUM, 0, 620, 0, 300, 22)
    for x, y, r in ((430, 190, 50), (640, 110, 42), (240, 190, 44)):
        c.line(f"M{x},{y - r}v-40", BARK, 8)
        things.burr(c, x, y, r, TERRACE, LEAF, False)
    land.hill(c, [(-40, 850), (400, 820), (800, 836), (1200, 820), (1660, 850)], BARK, EARTH)
    c.cast(560, 850, 220, 120)
    things.burr(c, 590, 770, 134, TERRACE, LEAF, rot=-8)
    things.burr(c, 960, 842, 78, RICE, LEAF, rot=14)
    for x, y, s, r in ((880, 866, 0.7, 10), (520, 866, 0.62, -20), (1160, 868, 0.6, 30), (430, 856, 0.5, 14)):
        things.chestnut(c, x, y, s, r)
    land.petals(c, 9, GOLD, 420, 1500, 120, 620, 15)


@scene(
    "story-zalo-chairwoman",
    "Chị Xuân cầm điện thoại, tin nhắn như sợi chỉ vàng tới từng nếp nhà sàn trên sườn núi.",
    "Ms Xuân holds her phone; messages run like golden threads to every house on the slope.",
)
def zalo_chairwoman(c):
    land.sky(c, EVENING, x=1240, y=170, r=64)
    land.ranges(c, EVENING, rows=2, top=300, bottom=400, mist=0.6, end=0.5)
    land.contour_fields(
        c, land.rolling(470, 860, 5, amp=34, phase=4), (mix(INDIGO, FOREST, 0.35), mix(INDIGO, FOREST, 0.6), FOREST, mix(FOREST, INK, 0.2), PINE), TERRACE, 5
    )
    homes = ((180, 500, 0.44), (420, 570, 0.5), (1190, 500, 0.44), (1400, 580, 0.52), (220, 700, 0.62), (1390, 760, 0.68), (470, 440, 0.34), (1020, 430, 0.32))
    for x, y, s in homes:
        c.line(f"M800,520Q{(800 + x) / 2:.0f},{min(y, 520) - 190:.0f} {x},{y - 290 * s:.0f}", GOLD, 6, 1, "round", "1 15")
    for x, y, s in homes:
        land.stilt_house(c, x, y, s, mix(BARK, INK, 0.45), EARTH, mix(EARTH, INK, 0.3))
        screens.bubble(c, x - 60 * s, y - 400 * s, 130 * s, 84 * s, GOLD, "left", PAPER)
    c.circle(800, 620, 330, mix(INDIGO, PLUM, 0.5), 0.35)
    people.bust_front(c, 800, 930, 1.5, people.XUAN.but(jacket=PLUM), "phone", tilt=5)
