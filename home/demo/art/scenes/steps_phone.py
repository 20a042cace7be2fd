"""Steps on the phone itself: one gesture a picture, from the power button to the first code."""

from home.demo.art.kit import cloth, land, people, screens, signs, things, touch
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
    PLUM,
    RICE,
    ROSE,
    SHINE,
    STRAW,
    TERRACE,
    mix,
)
from home.demo.art.kit.svg import H, W, box, disc, polygon
from home.demo.art.scenes import scene


def halo(c, ground, glow, inner, x=800, y=430, r=(560, 390)):
    """A flat ground with two discs of light behind the subject."""
    c.rect(0, 0, W, H, ground)
    c.circle(x, y, r[0], glow)
    c.circle(x, y, r[1], inner)


def planks(c, base=BARK, gap=150):
    """A table top, seen from above."""
    c.rect(0, 0, W, H, base)
    c.line("".join(f"M0,{y}H1600" for y in range(70, 900, gap)), mix(base, INK, 0.3), 6, cap="butt")
    c.path(polygon((0, 0), (620, 0), (120, 900), (0, 900)), INK, 0.14)


def runner(c, y, h, ground=PLUM, figure=GOLD, heart=CREAM):
    """A woven band across the picture."""
    c.rect(0, y - 10, W, h + 20, figure)
    c.rect(0, y, W, h, cloth.lozenge(c, ground, figure, heart, h))


@scene(
    "step-power-button",
    "Ngón tay nhấn giữ nút nguồn ở cạnh phải điện thoại, màn hình sáng dần lên.",
    "A finger presses and holds the power button on the right edge of a phone; the screen lights up.",
)
def power_button(c):
    halo(c, DAWN.sky, DAWN.glow, DAWN.inner)
    land.ridge(c, DAWN, 0.15, [(-60, 700), (180, 520), (430, 720), (760, 640), (1080, 720), (1360, 520), (1700, 700)], mist=0.6)
    c.path("M-10,810Q800,760 1610,810V910H-10Z", PLUM)

    def waking(canvas):
        canvas.rect(-110, -222, 220, 444, INDIGO)
        canvas.circle(0, -10, 170, mix(INDIGO, BLUE, 0.4))
        canvas.circle(0, -10, 105, mix(INDIGO, BLUE, 0.9))
        signs.power(canvas, 0, -4, 1.25, GOLD)

    c.cast(700, 830, 330, 420, opacity=0.2)
    with c.at(700, 440, 1.52, -3):
        c.form(box(112, -140, 34, 124, 12), ROSE, CORAL, -4, 3)
        things.phone(c, 0, 0, 1, 0, waking, thick=20)
    signs.arcs(c, 904, 310, (92, 138, 184), GOLD, 17, 18, 30)
    touch.pointing(c, 924, 322, 1.0, people.LAN, -72)


@scene(
    "step-home-screen",
    "Màn hình chính của điện thoại với các ô ứng dụng nhiều màu, ngón tay chạm vào một ô.",
    "The home screen of a phone with coloured app squares; a finger touches one of them.",
)
def home_screen(c):
    land.sky(c, DAY, x=1180, y=210, r=84)
    land.ranges(c, DAY, rows=2, top=330, bottom=480, mist=0.8, end=0.45)
    land.contour_fields(c, land.rolling(600, 860, 4, amp=24, phase=2.4), (TERRACE, GROVE, TERRACE, FOREST), RICE, 5)

    def tiles(canvas):
        canvas.rect(-110, -222, 220, 444, CREAM)
        canvas.circle(60, -190, 170, PEACH)
        canvas.circle(60, -190, 90, DAWN.inner)
        marks = (
            (GROVE, signs.handset), (BLUE, signs.camera), (GOLD, signs.picture),
            (ROSE, None), (INDIGO, signs.wifi), (CORAL, signs.basket),
            (PLUM, signs.speaker), (GROVE, signs.bank), (BLUE, signs.link),
        )  # fmt: skip
        for i, (tone, mark) in enumerate(marks):
            x, y = -68 + i % 3 * 68, -140 + i // 3 * 84
            signs.tile(canvas, x, y, 58, tone, mark)
            if not mark:
                screens.heart(canvas, x, y, 0.55, PAPER)
        canvas.rect(-96, 132, 192, 72, PAPER, 22)
        for i, tone in enumerate((GROVE, GOLD, ROSE)):
            signs.tile(canvas, -62 + 62 * i, 168, 46, tone)

    c.cast(740, 830, 330, 420, opacity=0.22)
    things.phone(c, 760, 440, 1.66, -4, tiles, thick=20)
    c.circle(878, 446, 74, PAPER, 0.45)
    touch.pointing(c, 880, 448, 1.02, people.XUAN.but(jacket=PLUM, weave=(INDIGO, GOLD, CREAM)), -34)


@scene(
    "step-wifi",
    "Buổi tối, điện thoại trên tay bắt sóng wifi tỏa ra từ ngôi nhà sàn sáng đèn.",
    "In the evening a phone in the hand catches the wifi that spreads from a lit house on stilts.",
)
def wifi(c):
    land.sky(c, EVENING, x=1040, y=330, r=0, glow=False)
    c.circle(1040, 340, 470, EVENING.glow)
    c.circle(1040, 340, 320, EVENING.inner)
    land.stars(c, 46, CREAM, 380)
    land.ranges(c, EVENING, rows=2, top=470, bottom=600, mist=0.3, end=0.6)
    land.hill(c, [(-40, 760), (400, 740), (800, 700), (1100, 640), (1660, 610)], FOREST, GROVE, (-3, 9))
    signs.arcs(c, 1040, 470, (150, 230, 310, 390), GOLD, 26, 0, 40)
    land.stilt_house(c, 1040, 690, 1.25)

    def signal(canvas):
        canvas.rect(-110, -222, 220, 444, INDIGO)
        canvas.circle(0, -40, 120, mix(INDIGO, BLUE, 0.6))
        signs.wifi(canvas, 0, -50, 1.35, GOLD)
        for i in range(3):
            canvas.rect(-86, 84 + 42 * i, 172, 32, mix(INDIGO, BLUE, 0.5), 12)
            canvas.rect(-70, 95 + 42 * i, (90, 70, 80)[i], 10, HAZE, 5)
        screens.tick(canvas, 64, 100, 12, GOLD, INK)

    people.hand_phone(c, 590, 430, 1.34, people.NGAN.but(jacket=PLUM), -5, signal)


@scene(
    "step-charge",
    "Điện thoại cắm dây sạc vào ổ điện, trên màn hình cục pin đang đầy dần.",
    "A phone charges by its cable from a wall socket; the battery on the screen fills up.",
)
def charge(c):
    c.rect(0, 0, W, H, mix(CREAM, PEACH, 0.5))
    c.path(polygon((1600, 0), (1600, 420), (300, 760), (0, 760), (0, 620), (900, 0)), mix(CREAM, PEACH, 0.85))
    c.rect(0, 740, W, 200, BARK)
    c.rect(0, 740, W, 14, mix(BARK, STRAW, 0.5))
    c.path("M-10,850H1610V910H-10Z", INK, 0.2)

    def filling(canvas):
        canvas.rect(-110, -222, 220, 444, FOREST)
        canvas.rect(-26, -168, 52, 26, PAPER, 8)
        canvas.rect(-72, -150, 144, 284, PAPER, 30)
        canvas.rect(-58, -136, 116, 256, FOREST, 20)
        canvas.rect(-48, -30, 96, 140, RICE, 14)
        canvas.rect(-48, -30, 96, 50, LEAF, 14)
        signs.bolt(canvas, 0, 0, 1.35, GOLD)
        canvas.rect(-48, 168, 96, 12, TERRACE, 6)

    c.path(box(1080, 236, 200, 250, 26), INK, 0.16)
    c.form(box(1096, 220, 200, 250, 26), PAPER, PAPER, 0, 0)
    c.path(box(1116, 240, 160, 210, 18), MIST)
    c.path(disc(1172, 292, 11) + disc(1220, 292, 11), INK)
    c.line("M1196,420C1190,640 1120,850 900,850C760,850 700,830 700,756", mix(INK, HAZE, 0.15), 24)
    c.line("M1200,420C1194,636 1124,840 900,842", HAZE, 5, 0.6)
    c.form(box(1140, 338, 112, 110, 22), INK, HAZE, -6, 4)
    c.rect(1178, 440, 36, 44, INK, 8)
    c.cast(690, 760, 320, 420, opacity=0.18)
    things.phone(c, 700, 400, 1.42, 0, filling, thick=20)
    c.form(box(676, 734, 48, 62, 10), HAZE, PAPER, -5, 2)


@scene(
    "step-volume",
    "Ngón cái nhấn nút tăng âm lượng ở cạnh điện thoại, hình chiếc loa và những vòng âm thanh lan ra.",
    "A thumb presses the volume key on the side of a phone; a loudspeaker sends out rings of sound.",
)
def volume(c):
    c.rect(0, 0, W, H, CORAL)
    c.circle(780, 330, 640, mix(CORAL, PEACH, 0.2))
    c.circle(780, 330, 480, mix(CORAL, PEACH, 0.42))
    c.circle(780, 330, 330, mix(CORAL, PEACH, 0.68))

    def loud(canvas):
        canvas.rect(-110, -222, 220, 444, PLUM)
        signs.speaker(canvas, -14, -110, 1.35, PAPER)
        for i in range(6):
            canvas.rect(-80, 176 - 38 * i, 60 + 20 * i, 26, GOLD if i < 5 else mix(PLUM, CORAL, 0.4), 10)

    for flip in (False, True):  # rings of sound on both sides
        with c.at(780, 270, flip=flip):
            signs.arcs(c, 0, 0, (250, 320, 390), PLUM, 22, 90, 26)
    with c.at(780, 440, 1.5, 4):
        c.form(box(108, -100, 36, 136, 12), GOLD, SHINE, -4, 3)
    people.hand_phone(c, 780, 440, 1.5, people.THAO.but(jacket=INDIGO, trim=GOLD), 4, loud)
    with c.at(780, 440, 1.5, 4):
        c.form(box(119, -104, 28, 88, 12), GOLD, SHINE, -4, 3)


@scene(
    "step-text-size",
    "Trên màn hình, những dòng nhỏ thành dòng to khi ngón tay kéo nút trượt; cặp kính để bên cạnh.",
    "Small lines turn into large ones on a phone as a finger drags a slider; reading glasses lie beside it.",
)
def text_size(c):
    planks(c, mix(EARTH, STRAW, 0.35))
    c.path(box(340, 60, 680, 900, 20), INK, 0.14)
    with c.at(720, 520, rot=-8):
        c.rect(-330, -640, 620, 1300, INDIGO)
        c.rect(-330, -640, 70, 1300, cloth.lozenge(c, PLUM, GOLD, CREAM, 70))
        c.rect(220, -640, 70, 1300, cloth.lozenge(c, PLUM, GOLD, CREAM, 70))

    def lines(canvas):
        canvas.rect(-110, -222, 220, 444, PAPER)
        for i, w in enumerate((150, 170, 120)):
            canvas.rect(-90, -184 + 15 * i, w, 6, HAZE, 3)
        for i, w in enumerate((180, 140)):
            canvas.rect(-90, -122 + 34 * i, w, 16, LAKE, 8)
        for i, w in enumerate((184, 150)):
            canvas.rect(-90, -40 + 62 * i, w, 38, INDIGO, 19)
        canvas.rect(-110, 106, 220, 120, MIST)
        canvas.line("M-78,164H78", HAZE, 10)
        canvas.line("M-78,164H44", GROVE, 10)
        canvas.circle(-78, 164, 8, GROVE)
        canvas.circle(86, 164, 17, HAZE)
        canvas.circle(44, 164, 22, GROVE)

    things.phone(c, 700, 420, 1.52, -4, lines, thick=22)
    for x, y in ((1094, 250), (1290, 226)):
        c.path(disc(x - 14, y + 18, 84), INK, 0.16)
    c.path(disc(1094, 250, 76) + disc(1290, 226, 76), PAPER, 0.35)
    c.line(disc(1094, 250, 80) + disc(1290, 226, 80) + "M1172,234Q1192,214 1212,230M1016,240L960,130M1368,206L1330,96", PLUM, 17)
    c.line("M1050,270L1110,200M1246,246L1306,176", PAPER, 10, 0.8)
    touch.pointing(c, 788, 668, 0.9, people.XUAN, -58)


@scene(
    "step-call",
    "Một chị áp điện thoại vào tai nói chuyện, bong bóng có hình ống nghe màu xanh.",
    "A woman talks with a phone at her ear; a bubble shows a green call sign.",
)
def call(c):
    land.sky(c, AUTUMN, x=560, y=360, r=0)
    c.circle(620, 400, 330, AUTUMN.sun)
    land.ridge(c, AUTUMN, 0.15, [(-80, 660), (200, 500), (480, 680), (760, 600), (1080, 660), (1340, 480), (1700, 640)], mist=0.6)
    land.hill(c, [(-40, 800), (500, 770), (1000, 790), (1660, 740)], mix(PLUM, INDIGO, 0.4), CORAL, (-2, 8))
    o = people.LAN.but(jacket=INDIGO)
    people.bust_side(c, 640, 1010, 2.0, o, pose="none", tilt=-3)
    with c.at(640, 1010, 2.0):
        with c.at(-10, -358, rot=-16):
            c.form(box(-19, -62, 38, 124, 12), INK, HAZE, -4, 2)
        people.sleeve(c, o, "M-50,-226C-40,-90 40,-130 -18,-268", 66)
        c.line("M-56,-274L20,-288", people.weave_of(c, o, 18), 28, cap="butt")
        c.form("M-52,-290C-62,-320 -56,-352 -38,-368C-26,-374 -18,-362 -24,-346L-14,-318L10,-304L12,-296Q-20,-282 -52,-290Z", people.SKIN, people.LIT_SKIN, -5, 3)
        for i in range(3):
            c.form(box(-8 + 5 * i, -368 + 24 * i, 34, 21, 10), people.SKIN, people.LIT_SKIN, -3, 3)
    screens.bubble(c, 900, 120, 330, 250, PAPER, "left", MIST)
    signs.call_button(c, 1065, 245, 92)
    signs.arcs(c, 850, 420, (70, 120), CORAL, 18, 100, 34)


@scene(
    "step-contacts",
    "Danh bạ trên điện thoại: khuôn mặt từng chị em, bên cạnh là nút gọi màu xanh.",
    "The contacts on a phone: the faces of friends, each with a green call button beside it.",
)
def contacts(c):
    c.rect(0, 0, W, H, INDIGO)
    with c.at(800, 450, rot=-12):
        for y, h, fill in ((-330, 120, cloth.lozenge(c, INDIGO, mix(INDIGO, BLUE, 0.35), BLUE, 120)), (230, 120, cloth.lozenge(c, INDIGO, mix(INDIGO, BLUE, 0.35), BLUE, 120)), (-196, 14, GOLD), (200, 14, GOLD)):  # fmt: skip
            c.rect(-1100, y, 2200, h, fill)
    c.path("M0,0H560L60,900H0Z", INK, 0.25)

    def friends(canvas):
        canvas.rect(-110, -222, 220, 444, CREAM)
        canvas.rect(-110, -222, 220, 54, GROVE)
        canvas.rect(-88, -201, 110, 12, PAPER, 6)
        for i, (o, tone) in enumerate(((people.LAN, PEACH), (people.XUAN, MIST), (people.DUA, GOLD), (people.THAO, LEAF))):
            y = -114 + 98 * i
            canvas.rect(-102, y - 44, 204, 88, PAPER, 18)
            with canvas.inside(disc(-60, y, 37)):
                canvas.circle(-60, y, 37, tone)
                canvas.path(disc(-60, y + 46, 38, 28), o.jacket)
                with canvas.at(-60, y + 24, 0.92):
                    people.head_front(canvas, o)
            canvas.rect(-12, y - 12, 58, 11, INDIGO, 5)
            canvas.rect(-12, y + 8, 38, 8, HAZE, 4)
            signs.call_button(canvas, 74, y, 20)

    people.hand_phone(c, 790, 430, 1.5, people.NGAN.but(jacket=ROSE, weave=(PLUM, GOLD, CREAM)), 3, friends)


@scene(
    "step-install-app",
    "Một ô ứng dụng có hình chiếc giỏ được kéo xuống, đặt vào chỗ trống trên màn hình điện thoại.",
    "An app square with a basket comes down into an empty place on the screen of a phone.",
)
def install_app(c):
    land.sky(c, COOL, x=1180, y=200, r=70)
    land.ranges(c, COOL, rows=2, top=430, bottom=560, mist=0.8, end=0.4)
    c.path("M-10,770Q800,720 1610,770V910H-10Z", TERRACE)
    c.path("M-10,840Q800,800 1610,840V910H-10Z", GROVE)

    def waiting(canvas):
        canvas.rect(-110, -222, 220, 444, INDIGO)
        for i, tone in enumerate((GROVE, BLUE, GOLD, CORAL, None, ROSE, PLUM, HAZE, GROVE)):
            x, y = -68 + i % 3 * 68, -70 + i // 3 * 84
            if tone:
                signs.tile(canvas, x, y, 58, tone)
            else:
                canvas.line(box(x - 30, y - 30, 60, 60, 16), GOLD, 5, dash="9 8")
        canvas.rect(-88, 178, 176, 14, mix(INDIGO, BLUE, 0.6), 7)
        canvas.rect(-88, 178, 118, 14, GOLD, 7)

    c.cast(800, 880, 330, 360, opacity=0.25)
    things.phone(c, 800, 560, 1.62, 0, waiting, thick=22)
    c.path("M706,250H894L850,500H750Z", GOLD, 0.4)
    c.path(box(692, 56, 190, 190, 50), INK, 0.25)
    signs.tile(c, 800, 134, 196, CORAL, signs.basket)
    signs.arrow(c, 800, 330, 1.15, GOLD)
    for x, y, r, tone in ((620, 110, 34, GOLD), (985, 90, 46, PAPER), (1010, 240, 24, GOLD), (590, 260, 22, PAPER)):
        screens.spark(c, x, y, r, tone)


@scene(
    "step-open-link",
    "Ngón tay chạm vào tin nhắn có hình mắt xích trên màn hình điện thoại để mở đường dẫn.",
    "A finger touches a message with a chain sign on the screen of a phone to open a link.",
)
def open_link(c):
    halo(c, MIST, mix(MIST, PAPER, 0.5), PAPER, 760, 400)

    def talk(canvas):
        canvas.rect(-110, -222, 220, 444, MIST)
        canvas.rect(-110, -222, 220, 60, INDIGO)
        signs.portrait(canvas, -80, -192, 20, GOLD, PAPER)
        canvas.rect(-50, -200, 84, 12, PAPER, 6)
        screens.bubble(canvas, -98, -140, 150, 66, PAPER, "left")
        canvas.rect(-80, -122, 112, 10, HAZE, 5)
        canvas.rect(-80, -102, 70, 10, HAZE, 5)
        canvas.rect(-98, 168, 196, 36, PAPER, 18)

    with c.at(720, 560, 2.1, -3):
        things.phone(c, 0, 0, 1, 0, talk, thick=14)
        c.path(box(-122, -58, 224, 150, 34), INK, 0.2)
    with c.at(720, 560, 2.1, -3):
        screens.bubble(c, -112, -66, 226, 152, BLUE, "left", HAZE)
        signs.link(c, -40, 8, 0.8, PAPER, 19)
        c.line("M30,-6H84M30,22H66", PAPER, 11)
    touch.pointing(c, 800, 640, 1.02, people.TRANG, -44)


@scene(
    "step-scan-frame",
    "Điện thoại giơ ngay ngắn trước tấm bảng mã vuông trên quầy, khung vàng ôm trọn mã.",
    "A phone is held straight before a square code on a stall; a golden frame fits round the whole code.",
)
def scan_frame(c):
    land.sky(c, DAY, x=1240, y=180, r=70)
    land.ranges(c, DAY, rows=2, top=330, bottom=460, mist=0.75, end=0.4)
    c.rect(0, 690, W, 240, PLUM)
    c.rect(0, 674, W, 26, CREAM)
    c.rect(0, 730, W, 60, cloth.lozenge(c, INDIGO, GOLD, CREAM, 60))
    c.path(box(390, 110, 800, 590, 26), INK, 0.16)
    c.form(box(420, 84, 760, 600, 26), BARK, STRAW, -10, 6)
    c.path(box(446, 110, 708, 548, 14), PAPER)
    c.rect(446, 110, 708, 46, cloth.lozenge(c, PLUM, GOLD, CREAM, 46))
    c.rect(446, 612, 708, 46, cloth.lozenge(c, PLUM, GOLD, CREAM, 46))
    for x, y in ((560, 240), (1040, 240), (560, 530), (1040, 530)):
        screens.spark(c, x, y, 40, GOLD)
    things.heap(c, 330, 700, 0.9, ROSE, PEACH)
    things.heap(c, 1280, 700, 0.9, GOLD, SHINE)

    def seen(canvas):
        canvas.rect(-110, -222, 220, 444, PAPER)
        canvas.path(screens.qr_path(canvas, -78, -130, 156), INDIGO)
        canvas.line("M-100,-112v-40h40M100,-112v-40h-40M-100,8v40h40M100,8v40h-40", GOLD, 13)
        canvas.line("M-92,-52H92", CORAL, 7)
        canvas.rect(-110, 96, 220, 130, INK)
        canvas.circle(0, 156, 34, PAPER)
        canvas.circle(0, 156, 24, GOLD)

    people.hand_phone(c, 800, 500, 1.32, people.XUAN.but(jacket=FOREST), 0, seen)


@scene(
    "step-save-document",
    "Một tờ tài liệu được cất vào thư mục màu vàng trong điện thoại.",
    "A document goes into a golden folder on a phone.",
)
def save_document(c):
    halo(c, mix(GROVE, FOREST, 0.6), mix(GROVE, FOREST, 0.3), GROVE, 800, 420)
    land.leaf(c, 250, 930, 1.7, -60, FOREST, TERRACE)
    land.leaf(c, 200, 930, 1.9, -100, mix(FOREST, GROVE, 0.5), RICE)
    land.leaf(c, 1390, 930, 1.7, -120, FOREST, TERRACE)

    def shelf(canvas):
        canvas.rect(-110, -222, 220, 444, MIST)
        canvas.circle(0, 20, 130, PAPER)
        for i in range(2):
            canvas.rect(-84, 150 + 28 * i, (150, 110)[i], 12, HAZE, 6)

    c.cast(780, 860, 330, 400, opacity=0.22)
    things.phone(c, 800, 470, 1.62, 0, shelf, thick=22)
    signs.folder(c, 800, 560, 1.12, between=lambda canvas: signs.sheet(canvas, 0, -150, 206, 300, -3, lines=4, head=PLUM))
    signs.arrow(c, 800, 574, 0.8, PAPER, 0, SHINE)
    screens.tick(c, 985, 672, 54, GROVE)


@scene(
    "step-strong-password",
    "Ổ khóa lớn có dải hoa văn dệt đứng trước điện thoại, bên dưới là hàng ký hiệu khác nhau của mật khẩu mạnh.",
    "A large padlock with a woven band before a phone; under it a row of different signs, a strong password.",
)
def strong_password(c):
    halo(c, INDIGO, mix(INDIGO, BLUE, 0.3), mix(INDIGO, BLUE, 0.6), 800, 400)

    def locked(canvas):
        canvas.rect(-110, -222, 220, 444, EVENING.glow)
        canvas.circle(0, -60, 140, EVENING.inner)

    things.phone(c, 800, 400, 1.7, 0, locked, thick=22, body=INK)
    c.path(disc(770, 400, 170, 150), INK, 0.25)
    signs.padlock(c, 800, 310, 3.1, weave=True)
    c.path(box(414, 636, 744, 150, 40), INK, 0.3)
    c.form(box(428, 620, 744, 150, 40), PAPER, PAPER, 0, 0)
    for i, tone in enumerate((PLUM, GROVE, CORAL, INDIGO, AMBER, ROSE)):
        x, y = 510 + 116 * i, 695
        if i in (0, 4):
            c.path(polygon((x, y - 40), (x + 40, y), (x, y + 40), (x - 40, y)), tone)
        elif i == 1:
            c.circle(x, y, 32, tone)
        elif i == 2:
            screens.spark(c, x, y, 46, tone)
        elif i == 3:
            c.path(box(x - 30, y - 30, 60, 60, 8), tone)
        else:
            screens.heart(c, x, y + 2, 1.25, tone)




@scene(
    "step-otp-secret",
    "Một chị đặt ngón tay lên môi, ôm điện thoại vào người: mã xác nhận sáu ô được khóa lại.",
    "A woman puts a finger to her lips and keeps her phone close: a code of six marks stays locked.",
)
def otp_secret(c):
    c.rect(0, 0, W, H, PLUM)
    c.circle(720, 430, 520, mix(PLUM, ROSE, 0.3))
    c.circle(720, 430, 370, mix(PLUM, ROSE, 0.6))
    o = people.XUAN.but(jacket=INDIGO, weave=(PLUM, GOLD, CREAM))
    people.bust_front(c, 690, 1010, 1.95, o, "none", tilt=4)
    with c.at(690, 1010, 1.95):
        with c.at(-26, -150, rot=-10):
            c.form(box(-46, -78, 92, 156, 14), INK, HAZE, -4, 3)
            c.circle(-24, -56, 9, BLUE)
        people.sleeve(c, o, "M88,-246C140,-170 130,-50 10,-96")
        c.line("M26,-128L12,-66", people.weave_of(c, o, 16), 24, cap="butt")
        c.form("M14,-128C-20,-146 -54,-142 -66,-126C-72,-108 -60,-82 -30,-76L6,-74Z", people.SKIN, people.LIT_SKIN, -4, 2)
        people.sleeve(c, o, "M-88,-246C-170,-160 -130,-90 -52,-248", 62)
        c.line("M-82,-262L-24,-236", people.weave_of(c, o, 16), 26, cap="butt")
        c.form("M-70,-268C-64,-300 -40,-322 -14,-318C2,-312 4,-290 -8,-270L-26,-244Q-50,-246 -70,-268Z", people.SKIN, people.LIT_SKIN, -4, 2)
        with c.at(-4, -300, rot=6):
            c.form(box(-10, -62, 20, 76, 10), people.SKIN, people.LIT_SKIN, -3, 3)
    screens.bubble(c, 900, 96, 390, 210, PAPER, "left", MIST)
    for i in range(6):
        c.circle(955 + 56 * i, 176, 19, INDIGO)
    c.rect(934, 222, 322, 12, HAZE, 6)
    signs.padlock(c, 1240, 300, 1.25)


@scene(
    "step-block-stranger",
    "Bóng người lạ trên màn hình điện thoại bị dấu cấm đỏ chặn lại, ngón tay nhấn nút đỏ.",
    "A red bar blocks the dark shape of a stranger on a phone; a finger presses the red button.",
)
def block_stranger(c):
    halo(c, NIGHT.sky, NIGHT.glow, NIGHT.inner, 760, 400)
    land.ridge(c, NIGHT, 0.6, [(-60, 820), (240, 640), (520, 820), (900, 740), (1260, 820), (1440, 680), (1700, 800)], mist=0.2)

    def stranger(canvas):
        canvas.rect(-110, -222, 220, 444, mix(HAZE, LAKE, 0.3))
        canvas.circle(0, -60, 106, MIST)
        with canvas.inside(disc(0, -60, 92)):
            canvas.path(disc(0, -86, 38, 42) + disc(0, 34, 78, 66), INK)
            canvas.path("M-44,-92Q0,-110 44,-92V-120Q0,-150 -44,-120Z", mix(INK, PLUM, 0.4))
            canvas.path("M-60,-94Q0,-120 60,-94L58,-86Q0,-106 -58,-86Z", mix(INK, PLUM, 0.6))
        signs.ban(canvas, 0, -60, 92, ROSE, 24)
        canvas.form(box(-84, 96, 168, 70, 35), ROSE, CORAL, -4, 4)
        signs.ban(canvas, -42, 131, 18, PAPER, 7)
        canvas.rect(-12, 125, 70, 12, PAPER, 6)

    c.cast(740, 860, 330, 380, opacity=0.3)
    things.phone(c, 740, 430, 1.66, 3, stranger, thick=20)
    touch.pointing(c, 820, 664, 0.98, people.LAN.but(jacket=GROVE, weave=(PLUM, GOLD, CREAM)), -50)


@scene(
    "step-report",
    "Tin nhắn xấu có dấu cảnh báo được gửi từ điện thoại tới tấm khiên bảo vệ.",
    "A bad message with a warning sign goes from a phone to a shield of protection.",
)
def report(c):
    halo(c, DAWN.sky, DAWN.glow, DAWN.inner, 1040, 400, (520, 360))
    runner(c, 800, 130)

    def bad(canvas):
        canvas.rect(-110, -222, 220, 444, MIST)
        canvas.rect(-110, -222, 220, 50, PLUM)
        canvas.rect(-92, -150, 120, 40, PAPER, 18)
        canvas.line(box(-92, -90, 184, 130, 28), HAZE, 5, dash="12 9")
        canvas.form(box(-84, 128, 168, 60, 30), ROSE, CORAL, -4, 4)
        signs.warning(canvas, 0, 156, 0.34, PAPER, PAPER, ROSE)

    c.cast(570, 850, 300, 360, opacity=0.2)
    things.phone(c, 560, 440, 1.5, -4, bad, thick=20)
    c.line("M700,250C800,130 930,120 1010,210", PLUM, 14, dash="4 28")
    signs.shield(c, 1080, 440, 3.1, GROVE)
    c.path(box(640, 300, 330, 220, 60), INK, 0.16)
    screens.bubble(c, 660, 280, 330, 220, INK, "left", mix(INK, HAZE, 0.45))
    signs.warning(c, 822, 386, 1.25)
    screens.tick(c, 1160, 460, 84, GOLD, INK)
