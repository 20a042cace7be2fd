"""Steps on the phone itself: one gesture a picture, from the power button to the first app."""

from home.demo.art.kit import cloth, ground, land, people, screens, signs, things, touch
from home.demo.art.kit.palette import (
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


@scene(
    "step-power-button",
    "Ngón tay nhấn giữ nút nguồn ở cạnh phải điện thoại, màn hình sáng dần lên.",
    "A finger presses and holds the power button on the right edge of a phone; the screen lights up.",
)
def power_button(c):
    ground.halo(c, DAWN.sky, DAWN.glow, DAWN.inner)
    land.ridge(c, DAWN, 0.15, [(-60, 700), (180, 520), (430, 720), (760, 640), (1080, 720), (1360, 520), (1700, 700)], mist=0.6)
    c.path("M-10,810Q800,760 1610,810V910H-10Z", PLUM)

    def waking(canvas):
        canvas.rect(-110, -222, 220, 444, INDIGO)
        canvas.circle(0, -10, 170, mix(INDIGO, BLUE, 0.4))
        canvas.circle(0, -10, 105, mix(INDIGO, BLUE, 0.9))
        signs.power(canvas, 0, -4, 1.25, GOLD)

    c.cast(640, 830, 330, 420, opacity=0.2)
    with c.at(640, 440, 1.52, -3):
        c.form(box(112, -140, 34, 124, 12), ROSE, CORAL, -4, 3)
        things.phone(c, 0, 0, 1, 0, waking, thick=20)
    c.line("M875,150L890,92M930,186L974,142M964,238L1022,220", ROSE, 18)
    touch.pointing(c, 864, 322, 1.0, people.LAN, -72)


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
    land.sky(c, EVENING, x=985, y=330, r=0, glow=False)
    c.circle(985, 340, 470, EVENING.glow)
    c.circle(985, 340, 320, EVENING.inner)
    land.stars(c, 46, CREAM, 380)
    land.ranges(c, EVENING, rows=2, top=470, bottom=600, mist=0.3, end=0.6)
    land.hill(c, [(-40, 760), (400, 740), (800, 700), (1100, 640), (1660, 610)], FOREST, GROVE, (-3, 9))
    signs.arcs(c, 985, 470, (240, 315, 390), GOLD, 26, 0, 40)
    land.stilt_house(c, 985, 690, 1.25)

    def signal(canvas):
        canvas.rect(-110, -222, 220, 444, INDIGO)
        canvas.circle(0, -40, 120, mix(INDIGO, BLUE, 0.6))
        signs.wifi(canvas, 0, -50, 1.35, GOLD)
        for i in range(3):
            canvas.rect(-86, 84 + 42 * i, 172, 32, mix(INDIGO, BLUE, 0.5), 12)
            canvas.rect(-70, 95 + 42 * i, (90, 70, 80)[i], 10, HAZE, 5)
        screens.tick(canvas, 64, 100, 12, GOLD, INK)

    people.hand_phone(c, 560, 430, 1.34, people.NGAN.but(jacket=PLUM), -5, signal)


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

    c.path(box(1020, 236, 200, 250, 26), INK, 0.16)
    c.form(box(1036, 220, 200, 250, 26), PAPER, PAPER, 0, 0)
    c.path(box(1056, 240, 160, 210, 18), MIST)
    c.path(disc(1112, 292, 11) + disc(1160, 292, 11), INK)
    c.line("M1136,420C1130,640 1060,850 860,850C720,850 660,830 660,756", mix(INK, HAZE, 0.15), 24)
    c.line("M1140,420C1134,636 1064,840 860,842", HAZE, 5, 0.6)
    c.form(box(1080, 338, 112, 110, 22), INK, HAZE, -6, 4)
    c.rect(1118, 440, 36, 44, INK, 8)
    c.cast(650, 760, 320, 420, opacity=0.18)
    things.phone(c, 660, 400, 1.42, 0, filling, thick=20)
    c.form(box(636, 734, 48, 62, 10), HAZE, PAPER, -5, 2)


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
    ground.planks(c, mix(EARTH, STRAW, 0.35))
    with c.at(660, 520, rot=-8):
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

    things.phone(c, 640, 420, 1.52, -4, lines, thick=22)
    for x, y in ((984, 230), (1164, 208)):
        c.path(disc(x - 14, y + 18, 78), INK, 0.16)
    c.path(disc(984, 230, 70) + disc(1164, 208, 70), PAPER, 0.35)
    c.line(disc(984, 230, 74) + disc(1164, 208, 74) + "M1057,216Q1074,198 1091,212M912,222L884,100M1236,190L1210,64", PLUM, 17)
    c.line("M946,250L1000,186M1126,228L1180,164", PAPER, 10, 0.8)
    touch.pointing(c, 728, 668, 0.9, people.XUAN, -58)


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
        c.form(
            "M-52,-290C-62,-320 -56,-352 -38,-368C-26,-374 -18,-362 -24,-346L-14,-318L10,-304L12,-296Q-20,-282 -52,-290Z", people.SKIN, people.LIT_SKIN, -5, 3
        )
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
