"""Pictures for the news: a course, a market day, an award, a parcel on its way."""

from home.demo.art.kit import land, people, screens, things
from home.demo.art.kit.palette import (
    AMBER,
    AUTUMN,
    BARK,
    CHESTNUT,
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
    LAKE,
    LEAF,
    MIST,
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
from home.demo.art.kit.svg import H, W, box, disc, polygon
from home.demo.art.scenes import scene


@scene(
    "news-training-course",
    "Lớp tập huấn: các chị ngồi nhìn lên màn hình lớn, giảng viên chỉ vào hình điện thoại.",
    "A training course: rows of women look at a large screen where the instructor points at a phone.",
)
def training_course(c):
    c.rect(0, 0, W, H, mix(CREAM, PEACH, 0.4))
    c.path(polygon((1600, 0), (1600, 640), (0, 900), (0, 560), (760, 0)), mix(CREAM, PEACH, 0.75))
    c.rect(0, 640, W, 300, BARK)
    for x in (60, 1330):
        c.rect(x, 120, 210, 330, BARK)
        with c.inside(box(x + 14, 134, 182, 302)):
            c.rect(x, 120, 220, 340, DAY.sky)
            c.circle(x + 150, 220, 44, GOLD)
            c.path(f"M{x - 10},400Q{x + 60},280 {x + 110},330T{x + 230},300V460H{x - 10}Z", LAKE)
            c.path(f"M{x - 10},450Q{x + 70},350 {x + 130},390T{x + 230},370V460H{x - 10}Z", GROVE)
        c.rect(x + 100, 120, 10, 330, BARK)
    c.rect(404, 96, 760, 440, INK, 14, 0.25)
    c.form(box(420, 80, 760, 440, 14), INDIGO, glint(INDIGO), -6, 4)
    c.circle(720, 300, 190, mix(INDIGO, glint(INDIGO), 0.5))
    with c.at(720, 300, 0.8):
        things.phone(c, 0, 0, 1, -6, screens.screen_form, thick=16)
    for i, w in enumerate((210, 160, 190)):
        screens.tick(c, 900, 230 + 66 * i, 18, GOLD, INDIGO)
        c.rect(932, 222 + 66 * i, w, 16, HAZE, 8)
    people.woman(c, 1190, 690, 1.42, people.XUAN.but(jacket=ROSE), "front", "point", long=True, flip=True, tilt=6)
    row = (people.DUA, people.THAO, people.LAN, people.NGAN)
    for i, o in enumerate(row):
        people.seated_back(c, 330 + 245 * i, 800, 1.35, o, tilt=(-6, 4, -3, 7)[i])
    for i, o in enumerate((people.PHUONG, people.TRANG, people.NGA, people.XUAN, people.LAN)):
        people.seated_back(c, 190 + 300 * i, 960, 1.75, o, tilt=(4, 0, -6, 5, -4)[i])


@scene(
    "news-market-day",
    "Chợ phiên: những chiếc ô rực rỡ, các chị bày nông sản, điện thoại đặt cạnh cân để nhận tiền.",
    "Market day: bright umbrellas, women with their produce, a phone beside the scale to take payment.",
)
def market_day(c):
    land.sky(c, DAY, x=1200, y=190, r=80)
    land.ranges(c, DAY, rows=2, top=280, bottom=380, mist=0.75, end=0.4)
    c.path("M-10,500Q800,470 1610,500V910H-10Z", mix(PEACH, CORAL, 0.25))
    for x, y, s, tones in ((250, 640, 0.92, (INDIGO, MIST)), (1360, 640, 0.92, (GROVE, LEAF)), (1010, 590, 0.7, (GOLD, CREAM)), (560, 590, 0.7, (PLUM, PEACH))):
        c.cast(x, y, 260 * s, 160 * s, opacity=0.16)
        things.market_umbrella(c, x, y, s, tones)
    for x, y, s, o, v in ((130, 680, 1.1, people.PHUONG, "front"), (1460, 680, 1.1, people.NGAN, "front")):
        people.woman(c, x, y, s, o, v, "hold", shadow=False)
    things.counter(c, 250, 720, 380, 120, base=INDIGO)
    things.counter(c, 1370, 720, 400, 120, base=FOREST, edge=LEAF)
    things.heap(c, 300, 588, 0.62, ROSE, PEACH)
    things.heap(c, 1300, 588, 0.62, CHESTNUT, glint(CHESTNUT))
    c.cast(800, 860, 620, 200, opacity=0.2)
    things.market_umbrella(c, 810, 830, 1.85, (CORAL, CREAM))
    people.woman(c, 660, 870, 1.7, people.LAN, "front", "hold", shadow=False, tilt=6)
    people.woman(c, 960, 876, 1.7, people.DUA.but(jacket=PLUM, scarf=GOLD), "front", "phone", shadow=False, tilt=-6)
    things.counter(c, 800, 900, 800, 210, base=PLUM)
    things.heap(c, 520, 684, 0.92, GOLD, glint(GOLD))
    things.jar(c, 1130, 680, 0.7, shadow=False)
    things.jar(c, 1050, 680, 0.56, AMBER, shadow=False)
    with c.at(808, 682, 0.42, -3):
        things.phone(c, 0, -240, 1, 0, screens.screen_qr)
    c.path("M770,690h76l10,-18h-92z", BARK)
    people.woman(c, 420, 890, 1.5, people.THAO, "back", "strap", carry=RICE, heap="leaf", long=True)


@scene(
    "news-award",
    "Một chị giơ cao giấy chứng nhận trước bàn tay vỗ của chị em, tia sáng vàng tỏa ra.",
    "A woman lifts her certificate before her friends; golden rays spread behind her.",
)
def award(c):
    c.rect(0, 0, W, H, PLUM)
    rays = "".join(
        f"M800,470L{x0},{y0} {x1},{y1}Z"
        for x0, y0, x1, y1 in (
            (-20, 40, -20, 240),
            (120, -20, 330, -20),
            (520, -20, 700, -20),
            (900, -20, 1080, -20),
            (1270, -20, 1480, -20),
            (1620, 40, 1620, 240),
            (1620, 430, 1620, 620),
            (-20, 430, -20, 620),
        )
    )
    c.path(rays, mix(PLUM, ROSE, 0.45))
    c.circle(800, 450, 370, CORAL)
    c.circle(800, 450, 300, GOLD)
    land.petals(c, 26, CREAM, 180, 1420, 60, 560, 15)
    land.petals(c, 18, CORAL, 60, 1540, 60, 600, 15)
    people.woman(c, 800, 1030, 2.35, people.LAN.but(jacket=INDIGO, scarf=CREAM), "front", "up", shadow=False)
    things.certificate(c, 800, 176, 1.06, -3)
    with c.at(800, 1030, 2.35):
        c.path(disc(-62, -322, 11, 13) + disc(62, -326, 11, 13), people.SKIN)
    for i, (x, o) in enumerate(((190, people.XUAN), (460, people.DUA), (1140, people.NGAN), (1410, people.THAO))):
        people.seated_back(c, x, 980, 1.9, o, tilt=(8, 6, -6, -8)[i])


@scene(
    "news-parcels-on-the-road",
    "Chị chở hàng bằng xe máy trên đường đèo, núi trùng điệp trong nắng sớm.",
    "A woman carries parcels by motorbike along a mountain road in the early sun.",
)
def parcels_on_the_road(c):
    land.sky(c, DAWN, x=1060, y=310, r=150)
    land.ridge(c, DAWN, 0.05, [(-60, 560), (140, 330), (360, 540), (560, 400), (760, 570), (1000, 420), (1190, 540), (1430, 250), (1700, 520)], mist=0.8)
    land.ridge(c, DAWN, 0.4, [(-60, 640), (280, 430), (560, 650), (900, 560), (1160, 660), (1430, 480), (1700, 640)], mist=0.75)
    land.mist(c, 240, 640, 900, DAWN.mist, 0.85)
    land.ridge(c, DAWN, 0.75, [(-60, 700), (180, 590), (520, 720), (1100, 720), (1420, 590), (1700, 690)], mist=0.4)
    c.form("M-10,800C300,740 620,730 900,740C1200,750 1420,700 1610,620V910H-10Z", INK, CORAL, -2, 6)
    c.form("M-10,840C300,780 620,770 900,780C1200,790 1440,740 1610,670V910H-10Z", PINE, TERRACE, -2, 6)
    c.line("M-10,820C300,760 620,750 900,760C1200,770 1430,722 1610,646", GOLD, 6, 1, "butt", "50 46")
    for x, y in ((120, 778), (300, 750), (1240, 742), (1420, 700)):
        c.rect(x, y - 40, 16, 52, CREAM, 4)
        c.rect(x, y - 40, 16, 16, ROSE, 4)
    c.cast(760, 756, 460, 200, opacity=0.35)
    things.motorbike(c, 790, 764, 1.72, people.LAN.but(jacket=INDIGO, skirt=PLUM))
    land.leaf(c, 1300, 920, 1.6, -100, FOREST, TERRACE)
    land.leaf(c, 1370, 930, 1.9, -70, GROVE, RICE)
    land.leaf(c, 1240, 930, 1.2, -130, GROVE, RICE)
    land.leaf(c, 160, 930, 1.6, -60, GROVE, RICE)
    land.leaf(c, 120, 930, 1.8, -100, FOREST, TERRACE)


@scene(
    "news-study-visit",
    "Đoàn tham quan mô hình Mỹ Lung: bàn tay giơ điện thoại ngắm chụp đàn gà giữa đồng lúa nếp.",
    "A study visit to My Lung: a hand holds up a phone and frames a hen among the sticky-rice fields.",
)
def study_visit(c):
    land.sky(c, AUTUMN, x=1180, y=230, r=96)
    land.ranges(c, AUTUMN, rows=2, top=340, bottom=450, mist=0.75, end=0.4)
    land.contour_fields(c, land.rolling(500, 830, 5, amp=24, phase=1.2), (STRAW, GOLD, RICE, TERRACE, GROVE), PAPER, 5)
    land.stilt_house(c, 240, 548, 0.74)
    land.tree(c, 60, 580, 0.9, TERRACE, LEAF)
    for x, y, s, flip in ((330, 800, 0.72, False), (1330, 770, 0.66, True)):
        c.cast(x, y, 120 * s, 300 * s, opacity=0.22)
        things.hen(c, x, y, s, EARTH, BARK, STRAW, flip, rooster=False)
    for x, y, flip in ((500, 850, False), (1180, 830, True), (1490, 830, False)):
        things.chick(c, x, y, 0.8, flip)

    def framed(canvas):
        canvas.rect(-110, -222, 220, 444, DAWN.sky)
        canvas.circle(40, -110, 120, DAWN.inner)
        canvas.circle(40, -110, 54, CORAL)
        canvas.path("M-110,-30L-40,-96 40,-20 110,-70V222H-110Z", mix(CORAL, PLUM, 0.5))
        canvas.path("M-110,40Q0,0 110,36V222H-110Z", GOLD)
        canvas.path("M-110,100Q0,70 110,96V222H-110Z", GROVE)
        things.hen(canvas, -6, 118, 0.5, PLUM, INDIGO, CORAL)
        screens.viewfinder(canvas)

    c.cast(800, 900, 300, 420, opacity=0.22)
    people.hand_phone(c, 790, 400, 1.28, people.NGA, 4, framed)
