"""Steps with links, codes and messages: opening, scanning, saving, and staying safe."""

from home.demo.art.kit import cloth, ground, land, people, screens, signs, things, touch
from home.demo.art.kit.palette import (
    AMBER,
    BARK,
    BLUE,
    CORAL,
    CREAM,
    DAWN,
    DAY,
    EVENING,
    FOREST,
    GOLD,
    GROVE,
    HAZE,
    INDIGO,
    INK,
    LAKE,
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


@scene(
    "step-open-link",
    "Ngón tay chạm vào tin nhắn có hình mắt xích trên màn hình điện thoại để mở đường dẫn.",
    "A finger touches a message with a chain sign on the screen of a phone to open a link.",
)
def open_link(c):
    ground.halo(c, MIST, mix(MIST, PAPER, 0.5), PAPER, 760, 400)

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
    ground.halo(c, mix(GROVE, FOREST, 0.6), mix(GROVE, FOREST, 0.3), GROVE, 800, 420)
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
    ground.halo(c, INDIGO, mix(INDIGO, BLUE, 0.3), mix(INDIGO, BLUE, 0.6), 800, 400)

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
    c.circle(640, 430, 520, mix(PLUM, ROSE, 0.3))
    c.circle(640, 430, 370, mix(PLUM, ROSE, 0.6))
    o = people.XUAN.but(jacket=INDIGO, weave=(PLUM, GOLD, CREAM))
    people.bust_front(c, 600, 1010, 1.95, o, "none", tilt=4)
    with c.at(600, 1010, 1.95):
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
    screens.bubble(c, 800, 96, 390, 210, PAPER, "left", MIST)
    for i in range(6):
        c.circle(855 + 56 * i, 176, 19, INDIGO)
    c.rect(834, 222, 322, 12, HAZE, 6)
    signs.padlock(c, 1140, 300, 1.25)


@scene(
    "step-block-stranger",
    "Bóng người lạ trên màn hình điện thoại bị dấu cấm đỏ chặn lại, ngón tay nhấn nút đỏ.",
    "A red bar blocks the dark shape of a stranger on a phone; a finger presses the red button.",
)
def block_stranger(c):
    ground.halo(c, NIGHT.sky, NIGHT.glow, NIGHT.inner, 760, 400)
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
    ground.halo(c, DAWN.sky, DAWN.glow, DAWN.inner, 1040, 400, (520, 360))
    ground.runner(c, 800, 130)

    def bad(canvas):
        canvas.rect(-110, -222, 220, 444, MIST)
        canvas.rect(-110, -222, 220, 50, PLUM)
        canvas.rect(-92, -150, 120, 40, PAPER, 18)
        canvas.line(box(-92, -90, 184, 130, 28), HAZE, 5, dash="12 9")
        canvas.form(box(-84, 128, 168, 60, 30), ROSE, CORAL, -4, 4)
        signs.warning(canvas, 0, 156, 0.34, PAPER, PAPER, ROSE)

    c.cast(570, 850, 300, 360, opacity=0.2)
    things.phone(c, 545, 440, 1.5, -4, bad, thick=20)
    c.line("M700,250C800,130 930,120 970,210", PLUM, 14, dash="4 28")
    signs.shield(c, 1040, 440, 3.1, GROVE)
    c.path(box(610, 300, 330, 220, 60), INK, 0.16)
    screens.bubble(c, 630, 280, 330, 220, INK, "left", mix(INK, HAZE, 0.45))
    signs.warning(c, 792, 386, 1.25)
    screens.tick(c, 1120, 460, 84, GOLD, INK)


@scene(
    "step-check-news",
    "Kính lúp soi một bản tin trên điện thoại: phần ảnh lộ dấu chéo đỏ, bên cạnh là dấu tích xanh của nguồn tin đúng.",
    "A magnifying glass over a news item on a phone: the picture proves false, with a red cross; a green tick marks a good source.",
)
def check_news(c):
    ground.planks(c, mix(BLUE, INDIGO, 0.35))
    with c.at(800, 450, rot=6):
        c.rect(-470, -700, 120, 1400, cloth.lozenge(c, INDIGO, GOLD, CREAM, 120))
        c.rect(350, -700, 120, 1400, cloth.lozenge(c, INDIGO, GOLD, CREAM, 120))

    def page(canvas):
        canvas.rect(-110, -222, 220, 444, PAPER)
        canvas.rect(-110, -222, 220, 46, ROSE)
        canvas.rect(-90, -206, 90, 14, PAPER, 7)
        with canvas.inside(box(-92, -158, 184, 150, 12)):
            canvas.rect(-92, -158, 184, 150, PEACH)
            canvas.circle(44, -110, 30, CORAL)
            canvas.path("M-92,-8V-60L-40,-120 14,-50 50,-86 92,-40V-8Z", PLUM)
        canvas.rect(-92, 14, 170, 18, INDIGO, 9)
        for i, w in enumerate((184, 160, 176, 130, 170, 90)):
            canvas.rect(-92, 52 + 26 * i, w, 10, HAZE, 5)

    things.phone(c, 730, 450, 1.62, -4, page, thick=22)

    def seen(canvas):
        canvas.rect(-300, -300, 600, 600, PEACH)
        canvas.circle(90, -60, 60, CORAL)
        canvas.path("M-260,240V60L-120,-80 30,90 110,0 260,130V260Z", PLUM)
        signs.cross(canvas, 0, 6, 92)

    signs.magnifier(c, 830, 320, 210, 4, seen)
    screens.tick(c, 600, 720, 74)


@scene(
    "step-privacy-children",
    "Ảnh em nhỏ trên điện thoại được che mặt bằng những ô màu, ngón tay khóa bức ảnh lại.",
    "Squares of colour hide a child's face in a photo on a phone; a finger locks the picture.",
)
def privacy_children(c):
    land.sky(c, DAWN, x=1180, y=230, r=80)
    land.ranges(c, DAWN, rows=2, top=360, bottom=500, mist=0.8, end=0.4)
    c.path("M-10,730Q800,680 1610,730V910H-10Z", GROVE)
    c.path("M-10,820Q800,780 1610,820V910H-10Z", FOREST)
    child = people.LAN.but(jacket=INDIGO, scarf=GOLD, trim=ROSE, weave=(ROSE, CREAM, GOLD))

    def photo(canvas):
        canvas.rect(-110, -222, 220, 444, PAPER)
        with canvas.inside(box(-98, -196, 196, 290, 14)):
            canvas.rect(-110, -222, 220, 330, DAY.sky)
            canvas.circle(60, -150, 34, GOLD)
            canvas.path("M-110,0Q0,-50 110,-10V120H-110Z", TERRACE)
            canvas.path("M-74,110C-76,60 -50,34 0,34C50,34 76,60 74,110Z", child.jacket)
            with canvas.at(0, 32, 2.9):
                people.head_front(canvas, child)
            tones = (people.SKIN, people.LIT_SKIN, mix(people.SKIN, people.SKIN_SHADE, 0.55), PEACH)
            canvas.line("M-30,44Q0,66 30,44", people.weave_of(canvas, child, 14), 20, cap="butt")
            for row, cells in enumerate(((1, 2, 3, 4), (0, 1, 2, 3, 4, 5), (0, 1, 2, 3, 4, 5), (0, 1, 2, 3, 4, 5), (1, 2, 3, 4))):
                for col in cells:
                    canvas.rect(-63 + 21 * col, -84 + 24 * row, 21.5, 24.5, canvas.rng.choice(tones))
        canvas.rect(-98, 112, 196, 84, MIST, 24)
        for i in range(3):
            canvas.rect(-78, 132 + 18 * i, (84, 60, 72)[i], 9, HAZE, 4)
        signs.padlock(canvas, 58, 152, 0.62, GOLD, SHINE, INK, hoop=INDIGO)

    c.cast(740, 850, 330, 400, opacity=0.22)
    things.phone(c, 740, 440, 1.66, -3, photo, thick=22)
    touch.pointing(c, 868, 690, 0.94, people.NGA, -52)
