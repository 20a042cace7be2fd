"""Covers of the lessons: each shows one idea, with the phone as a thing in the landscape."""

from home.demo.art.kit import cloth, land, people, screens, things
from home.demo.art.kit.palette import (
    AMBER,
    AUTUMN,
    BARK,
    BLUE,
    COOL,
    CORAL,
    CREAM,
    DAWN,
    DAY,
    DUSK,
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
from home.demo.art.kit.svg import H, W, box, disc, polygon
from home.demo.art.scenes import scene


@scene(
    "lesson-smartphone-basics",
    "Chiếc điện thoại lớn dựng giữa ruộng bậc thang như một cánh cửa mở ra ánh sáng, một chị đeo gùi bước tới.",
    "A giant phone stands on the terraces like an open door; a woman with a basket walks up to it.",
)
def smartphone_basics(c):
    land.sky(c, DAWN, x=1180, y=300, r=84)
    land.ranges(c, DAWN, rows=3, top=330, bottom=520, mist=0.8, end=0.55)
    land.mist(c, 60, 520, 620, DAWN.mist)
    land.mist(c, 1080, 500, 560, DAWN.mist)
    land.contour_fields(c, land.rolling(590, 860, 6, amp=26, phase=0.6), (GROVE, TERRACE, GROVE, FOREST, GROVE, FOREST), RICE, 5)
    c.path(polygon((724, 640), (992, 640), (760, 900), (120, 900)), PEACH, 0.5)
    c.cast(856, 636, 270, 420, opacity=0.22)

    def door(canvas):
        canvas.rect(-110, -222, 220, 444, PEACH)
        canvas.circle(40, -40, 150, DAWN.glow)
        canvas.circle(40, -40, 76, GOLD)
        canvas.path("M-110,20L-60,-40 10,40 60,-6 110,50V222H-110Z", CORAL)
        canvas.path("M-110,70L-30,30 60,90 110,60V222H-110Z", mix(CORAL, PLUM, 0.6))
        canvas.path("M-110,130Q0,96 110,126V222H-110Z", GROVE)
        canvas.path("M-90,222Q-60,160 14,112L26,112Q40,160 100,222Z", CREAM)

    things.phone(c, 856, 360, 1.18, screen=door, thick=24)
    for i in range(3):
        c.path(
            polygon((716 - 14 * i, 642 + 20 * i), (1000 + 10 * i, 642 + 20 * i), (1004 + 10 * i, 664 + 20 * i), (710 - 14 * i, 664 + 20 * i)),
            mix(CREAM, EARTH, 0.22 * i),
        )
    people.woman(c, 770, 868, 1.3, people.DUA, carry=RICE, heap="leaf", arms="strap")
    land.grove(c, 1330, 700, 5, 120, 0.8)


@scene(
    "lesson-scan-qr",
    "Bàn tay giơ điện thoại quét tấm thổ cẩm, hoa văn dệt hiện thành mã vuông trên màn hình.",
    "A hand holds a phone over brocade; in the screen the weave becomes a square code.",
)
def scan_qr(c):
    c.rect(0, 0, W, H, PLUM)
    deep = mix(PLUM, INK, 0.25)
    with c.at(800, 450, rot=-10):
        for y, h, fill in (
            (-700, 230, INDIGO),
            (-470, 16, GOLD),
            (-454, 150, cloth.lozenge(c, deep, mix(PLUM, ROSE, 0.25), mix(PLUM, ROSE, 0.5), 150)),
            (-304, 16, GOLD),
            (-288, 110, PLUM),
            (-178, 12, CORAL),
            (-166, 300, cloth.lozenge(c, INDIGO, mix(INDIGO, BLUE, 0.3), glint(INDIGO), 300)),
            (134, 12, CORAL),
            (146, 110, PLUM),
            (256, 16, GOLD),
            (272, 150, cloth.lozenge(c, deep, mix(PLUM, ROSE, 0.25), mix(PLUM, ROSE, 0.5), 150)),
            (422, 16, GOLD),
            (438, 300, INDIGO),
        ):
            c.rect(-1050, y, 2100, h, fill)
    c.path("M0,0H620L0,900Z", INK, 0.25)
    c.path("M690,150L930,190 840,900H330Z", INK, 0.3)
    people.hand_phone(c, 800, 420, 1.3, people.XUAN.but(jacket=FOREST), 5, screens.screen_qr)


@scene(
    "lesson-safe-social",
    "Hai chị đứng dưới chiếc ô thổ cẩm lớn, những bong bóng tin xấu rơi như mưa xung quanh.",
    "Two women under one great woven umbrella while dark message bubbles rain around them.",
)
def safe_social(c):
    c.rect(0, 0, W, H, mix(INDIGO, BLUE, 0.35))
    c.circle(800, 520, 480, mix(INDIGO, BLUE, 0.55))
    c.circle(800, 560, 330, mix(INDIGO, LAKE, 0.6))
    for i, (x, y, w) in enumerate(
        (
            (90, 120, 190),
            (330, 30, 130),
            (1180, 60, 170),
            (1400, 210, 150),
            (40, 430, 130),
            (1240, 420, 200),
            (250, 620, 120),
            (1470, 600, 130),
            (540, -40, 150),
            (980, -60, 130),
        )
    ):
        with c.at(x, y, rot=14):
            screens.bubble(c, 0, 0, w, w * 0.6, (INK, PLUM, mix(INK, INDIGO, 0.5))[i % 3], "left", mix(INDIGO, HAZE, 0.4))
            if i % 2 == 0:
                c.line(f"M{w * 0.3:.0f},{w * 0.2:.0f}l{w * 0.2:.0f},{w * 0.2:.0f}m0,{-w * 0.2:.0f}l{-w * 0.2:.0f},{w * 0.2:.0f}", ROSE, 9)
            else:
                c.line(f"M{w * 0.5:.0f},{w * 0.14:.0f}v{w * 0.18:.0f}m0,{w * 0.12:.0f}v.1", GOLD, 11)
    c.line(
        "".join(f"M{x},{y}l-26,96" for x, y in ((200, 330), (420, 240), (1120, 300), (1380, 60), (1340, 700), (140, 700), (480, 60), (1540, 420), (1060, 120))),
        HAZE,
        5,
        0.5,
    )
    c.ellipse(800, 890, 640, 90, mix(INDIGO, INK, 0.55))
    c.ellipse(800, 884, 460, 54, mix(LAKE, GOLD, 0.35))
    people.woman(c, 690, 900, 1.75, people.LAN, "front", "phone", shadow=False, tilt=8)
    people.woman(c, 926, 900, 1.75, people.XUAN.but(jacket=ROSE), "front", "hold", long=True, shadow=False, tilt=-10)
    c.tube("M808,880V180", 16, BARK, STRAW, 5)
    dome = "M388,372C420,180 620,84 806,84C1000,84 1194,180 1224,372Q1180,330 1120,372Q1056,326 982,372Q900,322 806,372Q714,322 630,372Q556,326 492,372Q434,330 388,372Z"
    with c.lit(dome, GOLD, PAPER, -14, 10):
        c.path(
            "M806,84C700,120 630,230 630,372Q556,326 492,372C510,240 620,110 806,84ZM806,84C900,120 982,230 982,372Q1056,326 1120,372C1100,240 1000,110 806,84Z",
            PLUM,
        )
        c.line("M380,330C560,262 1050,262 1230,330", cloth.lozenge(c, INDIGO, GOLD, CREAM, 44), 46, cap="butt")
        c.path("M388,400V170L640,60Q470,200 440,400Z", INK, 0.2)
    c.circle(806, 78, 14, BARK)


@scene(
    "lesson-product-photo",
    "Khung ngắm điện thoại đặt trước mẹt xoài, trong khung màu sắc bừng sáng.",
    "A phone frames round mangoes on a tray; inside the frame the colours come alive.",
)
def product_photo(c):
    wall, table = mix(MIST, HAZE, 0.35), mix(HAZE, LAKE, 0.45)

    def still(tone):
        things.tray(c, 800, 670, 1240, 300)
        m = (lambda col: mix(col, HAZE, 0.62)) if tone else (lambda col: col)
        for x, y, s, r in ((420, 590, 1.1, -20), (1190, 590, 1.1, 16), (590, 560, 1.25, -12), (1010, 560, 1.25, 10), (800, 500, 1.5, 0)):
            things.mango(c, x, y, s, r, m(GOLD), m(CORAL), m(glint(GOLD)))

    c.rect(0, 0, W, H, wall)
    c.rect(0, 560, W, H, table)
    c.path("M0,560H700L300,900H0Z", INK, 0.08)
    still(True)
    c.rect(0, 0, W, H, HAZE, opacity=0.35)
    with c.at(800, 430):
        c.path(box(-368, -262, 720, 560, 60), INK, 0.2)
        c.form(box(-350, -280, 700, 560, 56), INK, HAZE, -6, 4)
    with c.inside(box(474, 174, 652, 512, 34)):
        c.rect(400, 100, 800, 700, DAWN.sky)
        c.circle(930, 330, 250, DAWN.glow)
        c.rect(400, 560, 800, 300, CORAL)
        c.path("M400,560H760L560,760H400Z", PLUM, 0.35)
        still(False)
        c.line("M691,174V686M908,174V686M474,344H1126M474,516H1126", PAPER, 2, 0.7)
    c.line("M510,270v-60h60M1090,270v-60h-60M510,590v60h60M1090,590v60h-60", PAPER, 9)
    for flip, x in ((False, 1150), (True, 450)):
        with c.at(x, 690, flip=flip):
            c.tube("M60,60L240,300", 130, INDIGO, glint(INDIGO), 14)
            c.line("M64,180L176,88", cloth.lozenge(c, PLUM, GOLD, CREAM, 28), 50, cap="butt")
            c.form(
                "M-70,-60C-60,-90 -30,-84 0,-40C40,-30 90,20 110,80L40,120C-20,90 -60,40 -84,-10C-96,-40 -80,-60 -70,-60Z", people.SKIN, people.LIT_SKIN, -7, 5
            )


@scene(
    "lesson-short-video",
    "Điện thoại trên chân máy quay một chị hái chè giữa đồi chè buổi sáng.",
    "A phone on a tripod films a woman picking tea among the hedges in the morning.",
)
def short_video(c):
    land.sky(c, DAY, x=1130, y=230, r=96)
    land.ranges(c, DAY, rows=3, top=300, bottom=430, mist=0.7, end=0.6)
    land.mist(c, 120, 420, 560, PAPER, 0.8)
    rows = [[(-40, y + 50 * (1 - i / 5) + 30), (420, y - 10), (820, y - 36 + i * 12), (1240, y + 20), (1660, y - 30)] for i, y in enumerate((486, 548, 622))]
    land.tea_rows(c, rows, (TERRACE, GROVE, TERRACE), LEAF, 34)
    people.woman(c, 960, 830, 1.72, people.TRANG, "front", "hold", shadow=False, tilt=-4)
    with c.at(960, 830, 1.72):
        things.heap(c, 0, -128, 0.5, RICE, LEAF)
    near = [[(-40, y + 40), (420, y + 4), (820, y + 26), (1240, y), (1660, y - 40)] for y in (716, 806)]
    land.tea_rows(c, near, (GROVE, FOREST), RICE, 62)
    things.tripod(c, 550, 890, 440)
    with c.at(550, 410, 1.12, -4):
        c.form(box(-160, -96, 320, 192, 24), INK, HAZE, -6, 4)
        with c.inside(box(-144, -82, 288, 164, 14)):
            c.rect(-150, -90, 300, 180, DAY.sky)
            c.circle(60, -30, 40, GOLD)
            c.path("M-150,20Q-60,-40 0,0T150,-10V90H-150Z", TERRACE)
            c.path("M-150,60Q-60,20 0,50T150,40V90H-150Z", GROVE)
            with c.at(0, 90, 0.5):
                people.woman(c, 0, 60, 1, people.TRANG, "front", "hold", shadow=False)
        c.circle(116, -58, 12, ROSE)


@scene(
    "lesson-livestream",
    "Vòng đèn tròn như mặt trời sau lưng một chị giới thiệu mật ong qua livestream, tim bay lên.",
    "A ring light rises like the sun behind a woman who presents honey live; hearts fly up.",
)
def livestream(c):
    c.rect(0, 0, W, H, PLUM)
    land.ridge(c, DUSK, 0.55, [(-80, 520), (180, 330), (420, 470), (640, 360), (1000, 500), (1280, 330), (1480, 430), (1720, 340)], mist=0.4)
    land.ridge(c, DUSK, 0.85, [(-80, 640), (260, 500), (620, 640), (1060, 620), (1380, 500), (1720, 600)])
    c.circle(800, 400, 350, mix(PLUM, CORAL, 0.45))
    c.circle(800, 400, 300, mix(PLUM, CORAL, 0.75))
    things.ring_light(c, 800, 400, 300, 46)
    people.bust_front(c, 800, 790, 1.5, people.NGA.but(jacket=INDIGO), "open", tilt=-4)
    c.rect(0, 772, W, 200, INK)
    c.rect(0, 778, W, 80, cloth.lozenge(c, INDIGO, GOLD, CORAL, 80))
    c.rect(0, 764, W, 14, GOLD)
    for x, size, tone in ((520, 1.35, AMBER), (1080, 1.35, GOLD)):
        things.jar(c, x, 782, size, tone, shadow=False)
    for x, y, s, tone in ((1130, 330, 1.2, CORAL), (1230, 190, 1.7, ROSE), (1100, 110, 0.9, GOLD), (1310, 360, 0.9, PEACH), (1330, 80, 1.1, CORAL)):
        screens.heart(c, x, y, s, tone)
    for y, w, tone in ((300, 240, mix(INK, PLUM, 0.3)), (380, 190, mix(INK, PLUM, 0.3)), (460, 220, mix(INK, PLUM, 0.3))):
        c.rect(150, y, w, 54, tone, 27)
        c.circle(178, y + 27, 17, GOLD if w > 200 else CORAL)
        c.rect(206, y + 22, w - 84, 9, PEACH, 4, 0.7)


@scene(
    "lesson-zalo-orders",
    "Tin nhắn bay ra từ điện thoại và hóa thành những thùng hàng xếp gọn.",
    "Messages fly out of a phone and turn into parcels ready to ship.",
)
def zalo_orders(c):
    land.sky(c, COOL, x=1120, y=240, r=80)
    land.ranges(c, COOL, rows=3, top=330, bottom=480, mist=0.8, end=0.45)
    c.path(f"M-10,{640}Q800,590 1610,640V900H-10Z", CORAL)
    c.path("M-10,640Q300,618 620,610L200,900H-10Z", PLUM, 0.35)
    c.cast(560, 800, 270, 380)
    things.phone(c, 560, 500, 1.24, -4, screens.screen_chat, thick=22)
    people.woman(c, 1040, 880, 1.95, people.LAN.but(jacket=INDIGO), "front", "hold", tilt=6)
    things.parcel(c, 1040, 560, 190, 120, EARTH, STRAW, GOLD, shadow=False)
    c.circle(958, 520, 20, people.SKIN)
    c.circle(1124, 520, 20, people.SKIN)
    things.parcel(c, 1250, 850, 210, 150, EARTH, STRAW, CREAM)
    things.parcel(c, 1240, 700, 160, 110, STRAW, CREAM, CORAL, shadow=False)
    screens.bubble(c, 730, 210, 170, 104, GROVE, "left", LEAF)
    c.line("M776,262l28,26 54,-54", PAPER, 14)
    screens.bubble(c, 880, 70, 210, 120, CORAL, "left", PEACH)
    c.rect(920, 112, 130, 13, PAPER, 6)
    c.rect(920, 140, 80, 13, PAPER, 6)
    screens.bubble(c, 1180, 250, 150, 96, GOLD, "left", PAPER)
    screens.heart(c, 1256, 298, 0.9, ROSE)


@scene(
    "lesson-cashless",
    "Chiếc cân chợ: một bên là điện thoại báo đã nhận tiền, một bên là xoài.",
    "A market scale: on one pan a phone with a green tick, on the other mangoes.",
)
def cashless(c):
    land.sky(c, AUTUMN, x=800, y=330, r=0)
    c.circle(800, 330, 300, AUTUMN.sun)
    land.ridge(c, AUTUMN, 0.15, [(-80, 560), (200, 430), (480, 560), (760, 480), (1080, 560), (1340, 420), (1700, 540)], mist=0.7)
    c.path("M-10,700Q800,650 1610,700V900H-10Z", INDIGO)
    c.rect(0, 812, W, 40, cloth.lozenge(c, PLUM, GOLD, CREAM, 40))

    def pay(canvas):
        with canvas.at(0, -140, 0.6):
            things.phone(canvas, 0, 0, 1, 6, screens.screen_tick)

    def fruit(canvas):
        things.mango(canvas, -66, -56, 0.66, -14, with_leaf=False)
        things.mango(canvas, 70, -54, 0.66, 12)
        things.mango(canvas, 4, -136, 0.66, 0)

    c.cast(800, 800, 200, 460, opacity=0.3)
    things.scale(c, 800, 806, 1.28, 0, INK, GOLD, pay, fruit)


@scene(
    "lesson-public-services",
    "Điện thoại bắc ngang khe núi thành cây cầu, một chị đi từ bản sang trụ sở xã.",
    "A phone bridges a ravine; a woman crosses from her village to the commune office.",
)
def public_services(c):
    land.sky(c, COOL, x=960, y=230, r=86)
    land.ranges(c, COOL, rows=3, top=330, bottom=520, mist=0.85, end=0.4)
    c.path("M380,560H1230L1170,910H420Z", mix(HAZE, LAKE, 0.5))
    land.ridge(c, COOL, 0.55, [(330, 760), (520, 640), (700, 780), (900, 660), (1090, 770), (1260, 640)], mist=0.7)
    land.mist(c, 380, 760, 620, PAPER, 0.9, 44)
    land.mist(c, 620, 850, 620, PAPER, 0.9, 50)
    c.form("M-10,560C160,520 330,530 470,560L440,620C400,700 430,780 380,910H-10Z", GROVE, RICE, -16, 14)
    c.path("M470,560L440,620C400,700 430,780 380,910H240C320,780 330,660 400,566Z", FOREST)
    c.form("M1610,540C1420,520 1260,530 1140,560L1180,640C1210,720 1180,800 1240,910H1610Z", GROVE, RICE, -16, 14)
    c.path("M1140,560L1180,640C1210,720 1180,800 1240,910H1330C1290,790 1300,680 1220,556Z", FOREST)
    with c.at(800, 574):
        c.path(polygon((-440, 6), (440, 6), (430, 60), (-430, 60)), INK)
        c.path(polygon((-372, -46), (372, -46), (440, 6), (-440, 6)), HAZE)
        c.path(polygon((-330, -38), (330, -38), (384, -4), (-384, -4)), PAPER)
        c.path(polygon((-330, -38), (-120, -38), (-150, -4), (-384, -4)), GOLD)
        c.path(polygon((60, -38), (330, -38), (384, -4), (66, -4)), GROVE)
        c.rect(-400, 26, 60, 12, HAZE, 6)
    land.stilt_house(c, 240, 556, 0.92)
    land.tree(c, 60, 560, 1.0)
    with c.at(1370, 552):
        c.cast(0, 0, 300, 120, opacity=0.22)
        c.form(box(-180, -130, 360, 130), GOLD, glint(GOLD), -30, 0)
        c.form(box(-110, -216, 220, 96), GOLD, glint(GOLD), -24, 0)
        c.form("M-214,-118L-176,-160H176L214,-118Z", ROSE, CORAL, -26, 0)
        c.form("M-150,-208L-104,-262H104L150,-208Z", ROSE, CORAL, -22, 0)
        for x in (-150, -100, 70, 120):
            c.rect(x, -92, 32, 50, INDIGO, 3)
        for x in (-86, -42, 14, 58):
            c.rect(x, -194, 28, 34, INDIGO, 3)
        c.rect(-36, -100, 72, 100, PAPER)
        c.rect(-26, -90, 52, 90, BARK, 3)
        c.path("M-56,0h112v10h-112zM-68,10h136v10h-136z", CREAM)
    c.cast(790, 556, 90, 250, opacity=0.25)
    people.woman(c, 780, 566, 1.45, people.DUA.but(jacket=PLUM, scarf=ROSE), "side", "phone", carry=GOLD, shadow=False)
    with c.at(1010, 170, 1.25, 6):
        c.path(box(-96, -62, 192, 124, 18), INK, 0.15)
        c.form(box(-90, -70, 180, 120, 16), PAPER, GOLD, -4, 4)
        c.rect(-74, -52, 58, 80, MIST, 8)
        c.path(disc(-45, -22, 14) + "M-72,26C-68,-4 -22,-4 -18,26Z", PLUM)
        for i, w in enumerate((78, 60, 70)):
            c.rect(0, -44 + i * 24, w, 10, (GOLD, HAZE, HAZE)[i], 5)


@scene(
    "lesson-ai-describe",
    "Đêm trên núi: từ chiếc điện thoại, những đốm sáng nối thành hình hũ mật ong.",
    "Night in the mountains: sparks rise from a phone and join into the shape of a honey jar.",
)
def ai_describe(c):
    land.sky(c, NIGHT, x=800, y=330, r=0, glow=False)
    c.circle(800, 330, 470, NIGHT.glow)
    c.circle(800, 330, 320, NIGHT.inner)
    land.stars(c, 60, HAZE, 520)
    land.ranges(c, NIGHT, rows=2, top=560, bottom=650, mist=0.3, end=0.6)
    nodes = [(690, 590), (632, 500), (632, 340), (690, 262), (690, 190), (720, 150), (880, 150), (910, 190), (910, 262), (968, 340), (968, 500), (910, 590)]
    outline = "M" + "L".join(f"{x},{y}" for x, y in nodes) + "Z"
    c.path("M640,750L440,-10H1160L960,750Z", glint(INDIGO), 0.22)
    c.path(outline, glint(INDIGO), 0.6)
    c.form("M632,420Q720,386 800,420T968,414V500L910,590H690L632,500Z", GOLD, glint(GOLD), -12, 10)
    c.path("M632,420Q680,398 720,402C690,470 700,540 740,590H690L632,500Z", AMBER)
    comb = [(806 + 58 * dx, 498 + 58 * dy) for dx, dy in ((0, -1), (0.87, -0.5), (0.87, 0.5), (0, 1), (-0.87, 0.5), (-0.87, -0.5))]
    c.line(outline + "M690,262H910", GOLD, 6)
    c.path("M" + "L".join(f"{x:.0f},{y:.0f}" for x, y in comb) + "Z", PAPER)
    for i, (x, y) in enumerate(nodes):
        screens.spark(c, x, y, 34 if i % 3 == 0 else 22, PAPER)
    screens.spark(c, 806, 498, 40, GOLD)
    screens.spark(c, 1090, 210, 78, GOLD)
    screens.spark(c, 1180, 310, 38, CORAL)
    screens.spark(c, 500, 250, 46, CORAL)
    o = people.XUAN.but(jacket=PLUM)
    for flip, x in ((False, 960), (True, 640)):
        with c.at(x, 800, flip=flip):
            c.tube("M30,30L250,190", 130, o.jacket, glint(o.jacket), 12)
            c.line("M70,136L156,26", cloth.lozenge(c, INDIGO, GOLD, CREAM, 28), 44, cap="butt")
            c.form("M-130,-58C-100,-84 -40,-70 30,-40L84,20L30,90C-40,80 -110,60 -140,26C-152,0 -150,-40 -130,-58Z", people.SKIN, people.LIT_SKIN, -5, 6)
    c.path(polygon((640, 742), (960, 742), (1010, 830), (590, 830)), INK)
    c.path(polygon((660, 752), (940, 752), (976, 816), (624, 816)), glint(GOLD))
    c.path("M570,830H1030L1020,850Q800,862 580,850Z", HAZE)
    for flip, x in ((False, 980), (True, 620)):
        with c.at(x, 800, flip=flip):
            c.form("M-70,-34C-40,-60 0,-60 20,-30C26,-8 -10,0 -40,-4C-64,-8 -84,-20 -70,-34Z", people.SKIN, people.LIT_SKIN, -5, 4)


@scene(
    "lesson-e-invoice",
    "Hóa đơn điện tử chảy ra từ điện thoại như dòng thác giữa núi, một chị đứng ngắm.",
    "An e-invoice pours from a phone like a waterfall between mountains; a woman looks on.",
)
def e_invoice(c):
    land.sky(c, DAY, x=1130, y=220, r=84)
    land.ranges(c, DAY, rows=2, top=330, bottom=430, mist=0.8, end=0.35)
    c.form("M-10,910V330C120,250 260,220 380,300C470,360 540,470 600,910Z", FOREST, TERRACE, -26, 18)
    c.form("M1680,910V330C1540,250 1330,260 1220,350C1110,450 1060,600 1010,910Z", FOREST, TERRACE, -26, 18)
    for clip, lines in (
        (
            "M-10,910V330C120,250 260,220 380,300C470,360 540,470 600,910Z",
            [
                f"M-20,{430 + 74 * i}C160,{360 + 70 * i} 330,{350 + 66 * i} 620,{480 + 84 * i}V{530 + 84 * i}C330,{400 + 66 * i} 160,{410 + 70 * i} -20,{470 + 74 * i}Z"
                for i in range(6)
            ],
        ),
        (
            "M1680,910V330C1540,250 1330,260 1220,350C1110,450 1060,600 1010,910Z",
            [
                f"M1690,{400 + 76 * i}C1460,{340 + 70 * i} 1270,{380 + 66 * i} 1000,{520 + 80 * i}V{560 + 80 * i}C1270,{426 + 66 * i} 1460,{390 + 70 * i} 1690,{444 + 76 * i}Z"
                for i in range(6)
            ],
        ),
    ):
        with c.inside(clip):
            for i, d in enumerate(lines):
                c.form(d, (TERRACE, GROVE)[i % 2], RICE, 0, 6)
    c.path("M1220,350C1110,450 1060,600 1010,910H1150C1120,700 1150,500 1220,350Z", PINE, 0.45)
    things.phone(c, 800, 240, 0.98, 0, screens.screen_tick, thick=18)
    fall = "M682,430H918L926,640C930,730 1020,790 1140,910H440C590,790 672,720 676,640Z"
    with c.lit(fall, PAPER, PAPER, -10, 0):
        c.path("M682,430H750C744,560 760,700 600,910H440V780L676,640Z", MIST)
        c.path("M682,430H918V470Q800,486 682,470Z", INK, 0.22)
    for i, (y, w) in enumerate(((510, 150), (550, 110), (590, 160), (630, 90), (674, 170))):
        c.rect(728, y, w * 0.6, 13, HAZE, 6)
        c.rect(856, y, 44, 13, GOLD if i == 4 else LAKE, 6)
    c.rect(700, 722, 250, 18, INDIGO, 9)
    c.rect(660, 776, 180, 15, HAZE, 7)
    c.rect(880, 776, 90, 15, GROVE, 7)
    c.rect(620, 826, 220, 15, HAZE, 7)
    c.rect(900, 826, 130, 15, GROVE, 7)
    land.grove(c, 330, 420, 5, 150, 0.7)
    land.grove(c, 1420, 380, 6, 140, 0.7)
    land.hill(c, [(-40, 800), (200, 790), (420, 840), (560, 910)], GROVE, RICE)
    people.woman(c, 520, 900, 1.35, people.NGA.but(jacket=ROSE), "back", "phone", long=True, tilt=4)
    land.hill(c, [(1060, 910), (1220, 840), (1420, 800), (1700, 790)], GROVE, RICE)


@scene(
    "lesson-weather-farming",
    "Ruộng bậc thang mùa nước đổ, một chị xem dự báo: nửa trời nắng, nửa trời mưa.",
    "Flooded terraces; a woman reads the forecast under a sky half sun, half rain.",
)
def weather_farming(c):
    land.sky(c, COOL, x=1130, y=240, r=96)
    c.circle(1130, 240, 96, GOLD)
    land.ridge(c, COOL, 0.15, [(-60, 520), (170, 330), (380, 510), (620, 390), (880, 520), (1140, 400), (1380, 520), (1560, 360), (1720, 500)], mist=0.8)
    c.line(
        "".join(f"M{x},{y}l-30,90" for x, y in ((150, 300), (270, 330), (390, 300), (510, 330), (630, 290), (210, 440), (340, 450), (460, 440), (580, 440))),
        LAKE,
        7,
    )
    for dy, tone, gleam in ((40, BLUE, LAKE), (0, INDIGO, glint(INDIGO))):
        c.form(
            f"M-60,{250 + dy}V-60H760C800,40 720,{110 + dy} 640,{96 + dy}C620,{190 + dy} 480,{220 + dy} 410,{160 + dy}C360,{260 + dy} 200,{270 + dy} 150,{196 + dy}C110,{280 + dy} 0,{290 + dy} -60,{250 + dy}Z",
            tone,
            gleam,
            -12,
            -12,
        )
    land.terraces(c, 1330, 850, 1240, 400, 9, water=PEACH)
    land.terraces(c, 200, 900, 1150, 420, 9, water=MIST, lean=-0.05)
    land.stilt_house(c, 1330, 462, 0.56)
    land.hill(c, [(-40, 880), (400, 850), (800, 820), (1200, 850), (1660, 880)], PINE, LEAF)
    people.woman(c, 790, 900, 1.95, people.LAN.but(skirt=PLUM), "front", "phone", tilt=6)


@scene(
    "lesson-child-health",
    "Một chị địu con xem lịch tiêm chủng trên điện thoại, trước hiên nhà buổi sáng.",
    "A mother with her baby on her back checks the vaccination calendar on a large phone.",
)
def child_health(c):
    land.sky(c, DAWN, x=560, y=300, r=0)
    c.circle(800, 420, 430, DAWN.glow)
    c.circle(800, 420, 320, DAWN.inner)
    land.ridge(c, DAWN, 0.2, [(-60, 600), (180, 430), (430, 620), (760, 520), (1080, 620), (1360, 420), (1700, 600)], mist=0.7)
    c.path("M-10,700Q800,650 1610,700V910H-10Z", GROVE)
    c.path("M-10,790Q800,740 1610,790V910H-10Z", FOREST)

    def calendar(canvas):
        canvas.rect(-110, -222, 220, 444, PAPER)
        canvas.rect(-110, -222, 220, 110, ROSE)
        screens.heart(canvas, 0, -166, 1.0, PAPER)
        for k in range(20):
            x, y = -84 + k % 4 * 46, -86 + k // 4 * 56
            canvas.rect(x, y, 34, 40, GOLD if k == 9 else MIST, 8)
            if k < 9:
                canvas.line(f"M{x + 9},{y + 20}l6,7 11,-13", GROVE, 5)
        screens.spark(canvas, -21, 46, 15, PLUM)

    c.cast(1000, 772, 300, 340, opacity=0.22)
    things.phone(c, 1010, 470, 1.28, 4, calendar, thick=22)
    c.cast(600, 860, 160, 420)
    people.mother(c, 610, 900, 2.15, people.XUAN.but(jacket=PLUM, skirt=INDIGO, weave=(INDIGO, GOLD, CREAM)))
