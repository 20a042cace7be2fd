"""Pictures for the steps of a lesson: things that a hand does, seen close."""

from home.demo.art.kit import cloth, hands, people, screens, things
from home.demo.art.kit.palette import (
    AMBER,
    AUTUMN,
    BARK,
    BLUE,
    CHESTNUT,
    COOL,
    CORAL,
    CREAM,
    DAWN,
    DAY,
    EARTH,
    GOLD,
    GROVE,
    HAZE,
    INDIGO,
    INK,
    LEAF,
    MIST,
    PAPER,
    PEACH,
    PINE,
    PLUM,
    RICE,
    ROSE,
    SHINE,
    STRAW,
    TERRACE,
    glint,
    mix,
)
from home.demo.art.kit.svg import H, W, box, disc, polygon
from home.demo.art.scenes import scene


def halo(c, ground, outer, inner, x=800, y=430, r=330):
    """A flat ground with two flat circles of light behind the subject."""
    c.rect(0, 0, W, H, ground)
    c.circle(x, y, r * 1.45, outer)
    c.circle(x, y, r, inner)


def cross(c, x, y, r):
    c.circle(x, y, r, ROSE)
    k = r * 0.36
    c.line(f"M{x - k:g},{y - k:g}L{x + k:g},{y + k:g}M{x + k:g},{y - k:g}L{x - k:g},{y + k:g}", PAPER, r * 0.24)


def chestnuts(c, x, y, n=(3, 4, 5), s=0.9):
    """A heap of chestnuts on (x, y): so many in each row, the back row first."""
    for row, many in enumerate(n):
        for i in range(many):
            dx = (i - (many - 1) / 2) * 104 * s
            things.chestnut(c, x + dx, y + (row - len(n)) * 52 * s + abs(dx) * 0.05, s, (i * 47 + row * 31) % 70 - 35)


@scene("step-wipe-lens", "Bàn tay cầm khăn hồng lau ống kính ở mặt sau điện thoại.", "A hand with a pink cloth wipes the lens on the back of a phone.")
def wipe_lens(c):
    halo(c, COOL.sky, COOL.glow, COOL.inner)
    c.path(polygon((560, 200), (1010, 860), (840, 980), (60, 980)), INDIGO, 0.12)
    with c.at(720, 520, 1.55, -10):
        c.path(box(-164, -286, 300, 580, 48), mix(INDIGO, INK, 0.6))
        c.form(box(-150, -290, 300, 580, 46), INDIGO, glint(INDIGO), -7, 4)
        c.form(box(-124, -264, 156, 270, 48), mix(INDIGO, INK, 0.55), BLUE, -4, 3)
        for y in (-192, -68):
            c.circle(-46, y, 54, HAZE)
            c.circle(-46, y, 46, INK)
            c.circle(-46, y, 28, BLUE)
            c.circle(-32, y - 16, 10, PAPER)
    rag = "M560,560C510,500 540,420 630,420C680,350 820,340 880,400C980,400 1010,510 950,580C960,660 860,710 790,670C730,720 620,710 600,650C560,640 540,600 560,560Z"
    with c.lit(rag, ROSE, glint(ROSE), -10, 7):
        c.line("M592,540C570,480 610,446 660,454C720,380 830,390 860,440M620,620C650,690 730,690 772,640", PAPER, 7, 0.85, dash="2 18")
    hands.flat(c, 850, 545, 1.3, people.NGA, 24)
    for x, y, r, tone in ((420, 250, 80, GOLD), (530, 110, 44, PAPER), (400, 420, 40, GOLD)):
        screens.spark(c, x, y, r, tone)


@scene(
    "step-window-light",
    "Mẹt hạt dẻ đặt trên bàn gỗ cạnh cửa sổ, nắng sớm chiếu chéo vào.",
    "A tray of chestnuts on a wooden table by the window; the morning sun falls across it.",
)
def window_light(c):
    c.rect(0, 0, W, H, mix(EARTH, PEACH, 0.45))
    c.path(polygon((0, 0), (560, 0), (0, 640)), BARK, 0.16)
    c.rect(0, 640, W, 270, BARK)
    c.rect(0, 640, W, 16, EARTH)
    c.line("M0,760H1600M0,850H1600", mix(BARK, INK, 0.3), 5)
    c.path(polygon((822, 62), (1238, 488), (1010, 830), (250, 830), (330, 640)), SHINE, 0.5)
    c.rect(796, 36, 468, 478, BARK)
    c.rect(796, 36, 468, 10, EARTH)
    with c.inside(box(822, 62, 416, 426)):
        c.rect(822, 62, 416, 430, DAY.inner)
        c.circle(1090, 180, 150, SHINE)
        c.circle(1090, 180, 76, GOLD)
        c.path("M800,330L890,230 960,310 1050,250 1150,330 1260,240V500H800Z", DAY.far)
        c.path("M800,400Q900,320 1020,380T1260,350V500H800Z", TERRACE)
        c.path("M800,450Q960,400 1260,440V500H800Z", GROVE)
    c.rect(1018, 50, 22, 450, BARK)
    c.rect(810, 266, 440, 18, BARK)
    c.rect(770, 500, 520, 26, EARTH)
    c.path("M330,740Q160,850 420,850L760,830 560,720Z", INK, 0.25)
    things.tray(c, 680, 706, 660, 190)
    things.burr(c, 1090, 760, 84, rot=8)
    chestnuts(c, 680, 756, (3, 4, 5), 0.98)


@scene(
    "step-plain-background",
    "Bên trái hũ mật ong lẫn giữa đồ bừa bộn, có dấu sai; bên phải hũ mật ong trên nền trơn, có dấu đúng.",
    "On the left a honey jar lost in clutter, with a cross; on the right the jar on a plain ground, with a tick.",
)
def plain_background(c):
    c.rect(0, 0, 792, H, mix(ROSE, PAPER, 0.62))
    c.rect(0, 640, 792, 270, mix(ROSE, BARK, 0.35))
    c.rect(808, 0, 792, H, LEAF)
    c.path("M808,620Q1200,600 1600,620V910H808Z", RICE)
    c.rect(792, 0, 16, H, PAPER)
    c.form("M360,700V430Q360,400 384,392V320H436V392Q460,400 460,430V700Z", PLUM, glint(PLUM), -9, 5)  # a bottle
    c.rect(380, 290, 60, 40, INDIGO, 6)
    c.rect(360, 500, 100, 90, CREAM)
    things.parcel(c, 690, 660, 200, 180, EARTH, STRAW, CREAM, shadow=False)
    c.form("M600,480V350H760V480Q760,500 740,500H620Q600,500 600,480Z", BLUE, glint(BLUE), -9, 5)  # a mug on the box
    c.line("M604,380C550,380 550,460 604,460", BLUE, 18)
    c.line("M120,760C260,700 300,860 420,810S640,880 760,820", INK, 12)
    things.jar(c, 560, 790, 1.62, shadow=False)
    with c.at(700, 830, 1, -14):
        c.form("M-90,0C-90,-40 60,-50 90,-20C110,10 60,30 -20,30C-70,30 -90,20 -90,0Z", GROVE, RICE, -6, 5)  # a sandal
        c.line("M-20,-26Q20,10 50,-26", PINE, 12)
    c.form(polygon((330, 800), (450, 780), (480, 850), (350, 880)), PAPER, PAPER)
    c.line("M360,814l80,-14M366,836l86,-14", HAZE, 8)
    with c.inside(box(808, 0, 792, H)):
        things.jar(c, 1030, 770, 2.0)
    cross(c, 440, 140, 74)
    screens.tick(c, 1170, 140, 74)


def shot(c, x, y, rot, picture, w=300, h=470):
    """A printed photograph with a white border; picture(c) draws into w - 36 by h - 90, its middle at (0, 0)."""
    with c.at(x, y, 1, rot):
        c.path(box(-w / 2 - 14, -h / 2 + 14, w, h, 6), INK, 0.35)
        c.form(box(-w / 2, -h / 2, w, h, 6), PAPER, PAPER)
        with c.at(0, -24), c.inside(box(-w / 2 + 18, -h / 2 + 42, w - 36, h - 90)):
            picture(c)


@scene(
    "step-three-shots",
    "Ba tấm ảnh xoài trên nền thổ cẩm: cả mẹt, thật gần, và quả xoài trên lòng bàn tay.",
    "Three photographs of mangoes on brocade: the whole tray, very close, and one on the palm of a hand.",
)
def three_shots(c):
    c.rect(0, 0, W, H, INDIGO)
    for y in (20, 784):
        c.rect(0, y, W, 96, cloth.lozenge(c, PLUM, GOLD, CREAM, 96))
        c.rect(0, y - 12, W, 12, GOLD)
        c.rect(0, y + 96, W, 12, GOLD)

    def whole(k):
        k.rect(-200, -220, 400, 440, DAWN.sky)
        k.rect(-200, 0, 400, 240, mix(CORAL, PEACH, 0.5))
        things.tray(k, 0, 60, 240, 84)
        for x, y in ((-62, 34), (62, 34), (0, 16), (-30, 54), (36, 54)):
            things.mango(k, x, y, 0.36, x / 6, with_leaf=y < 20)

    def near(k):
        k.rect(-200, -220, 400, 440, GROVE)
        things.mango(k, 40, 40, 2.1, -8)

    def palm(k):
        k.rect(-200, -220, 400, 440, MIST)
        k.circle(20, -40, 150, PAPER)
        hands.cup(k, 20, 70, 0.8, people.XUAN, -14)
        things.mango(k, 6, 6, 0.72, 4)
        with k.at(20, 70, 0.8, -14):
            k.form("M120,-40C80,-64 30,-66 -6,-52C-26,-42 -20,-20 0,-20C30,-22 60,-14 84,8Z", people.SKIN, people.LIT_SKIN, -6, 4)

    shot(c, 486, 458, -5, whole)
    shot(c, 1114, 460, 6, palm)
    shot(c, 800, 440, 1, near)


@scene(
    "step-tripod",
    "Điện thoại kẹp ngang trên chân máy đứng vững, màn hình ngắm gọn rổ hạt dẻ.",
    "A phone clamped level on a steady tripod; its screen frames a basket of chestnuts.",
)
def tripod(c):
    halo(c, AUTUMN.sky, AUTUMN.glow, AUTUMN.sun, 800, 380, 320)
    c.rect(0, 730, W, 180, BARK)
    c.rect(0, 730, W, 14, EARTH)
    c.path(polygon((760, 780), (840, 780), (420, 900), (40, 900)), INK, 0.3)
    for d in ("M800,520L560,880", "M800,520L1040,880", "M800,520L812,860"):
        c.tube(d, 30, INK, HAZE, 8)
    c.line("M668,720L934,720", mix(INK, HAZE, 0.4), 12)
    c.line("M560,880l-16,16M1040,880l16,16M812,860v26", PLUM, 34)
    c.form(box(756, 470, 88, 110, 18), PLUM, glint(PLUM), -6, 4)
    with c.at(800, 330):
        c.form(box(-60, 120, 120, 60, 14), INK, HAZE, -5, 3)
        c.path(box(-312, -168, 600, 340, 44), mix(INK, HAZE, 0.3))
        c.form(box(-300, -174, 600, 340, 42), INK, HAZE, -7, 4)
        with c.inside(box(-276, -152, 552, 296, 26)):
            c.rect(-280, -160, 560, 320, DAY.sky)
            c.circle(150, -60, 66, GOLD)
            c.path("M-280,10L-160,-90 -40,0 90,-70 280,20V160H-280Z", DAY.far)
            c.path("M-280,60Q0,20 280,60V160H-280Z", TERRACE)
            with c.at(0, 140, 1.5):
                things.heap(c, 0, 0, 1, CHESTNUT, glint(CHESTNUT), 3)
        c.line("M-240,-90v-34h34M240,-90v-34h-34M-240,84v34h34M240,84v34h-34", PAPER, 9)
        c.circle(-288, -4, 7, HAZE)
    c.form(box(736, 478, 128, 26, 10), PLUM, glint(PLUM), -4, 3)


@scene(
    "step-script-cards",
    "Bàn tay xòe ba tấm thẻ kịch bản: chào khách, giới thiệu hũ mật ong, gửi thùng hàng.",
    "A hand fans three script cards: greet the viewers, show the honey jar, send the parcel.",
)
def script_cards(c):
    halo(c, CORAL, mix(CORAL, PEACH, 0.35), mix(CORAL, PEACH, 0.7), 800, 400, 350)

    def card(k, rot, tone, n, picture):
        with k.at(0, 60, 1.2, rot):
            k.path(box(-152, -588, 280, 440, 26), INK, 0.22)
            k.form(box(-140, -600, 280, 440, 24), PAPER, PAPER)
            k.path(box(-122, -582, 244, 300, 16), tone)
            with k.inside(box(-122, -582, 244, 300, 16)):
                picture(k)
            for i in range(n):
                k.circle((i - (n - 1) / 2) * 40, -244, 13, PLUM)
            k.rect(-84, -212, 168, 14, HAZE, 7)

    def greet(k):
        people.bust_front(k, 0, -270, 0.68, people.LAN.but(jacket=INDIGO), "show")

    def show(k):
        things.jar(k, 0, -316, 1.15, shadow=False)

    def send(k):
        things.parcel(k, 6, -322, 190, 150, shadow=False)
        screens.heart(k, 40, -532, 1.1, ROSE)

    def fan(k):
        card(k, -31, MIST, 1, greet)
        card(k, 31, LEAF, 3, send)
        card(k, 0, PEACH, 2, show)

    hands.hold(c, 800, 780, 1.5, people.XUAN, 66, thing=fan)


@scene(
    "step-record",
    "Ngón tay bấm nút đỏ trên điện thoại để quay một chị đang giới thiệu hàng.",
    "A finger presses the red button on a phone to film a woman who shows her goods.",
)
def record(c):
    halo(c, PLUM, mix(PLUM, ROSE, 0.4), mix(PLUM, ROSE, 0.75), 740, 400, 350)

    def filming(k):
        k.rect(-110, -222, 220, 444, DAY.sky)
        k.circle(50, -130, 44, GOLD)
        k.path("M-110,-30L-40,-90 30,-30 110,-80V222H-110Z", DAY.far)
        k.path("M-110,40Q0,0 110,40V222H-110Z", TERRACE)
        people.bust_front(k, 0, 130, 0.62, people.LAN.but(jacket=INDIGO), "open", tilt=4)
        things.jar(k, 0, 128, 0.42, shadow=False)
        k.rect(-110, 120, 220, 110, INK)
        k.circle(-78, -190, 13, ROSE)
        k.rect(-56, -196, 70, 12, PAPER, 6)
        k.circle(0, 168, 38, PAPER)
        k.circle(0, 168, 29, ROSE)

    people.hand_phone(c, 740, 400, 1.34, people.DUA.but(jacket=INDIGO), 0, filming, flip=True)
    for r, op in ((92, 0.35), (130, 0.2)):
        c.circle(740, 626, r, PEACH, op)
    hands.point(c, 748, 632, 1.25, people.XUAN, 32)


@scene(
    "step-clean-plate",
    "Bàn tay cầm khăn lau sạch mép đĩa trắng trước khi bày món.",
    "A hand with a cloth wipes the rim of a white plate before the food goes on.",
)
def clean_plate(c):
    c.rect(0, 0, W, H, CORAL)
    c.path(polygon((0, 0), (520, 0), (0, 640)), ROSE, 0.5)
    for y in (-10, 826):
        c.rect(0, y, W, 84, cloth.chevron(c, PLUM, GOLD, 84))
    c.circle(690, 500, 350, INK, 0.22)
    c.form(disc(740, 450, 350), PAPER, PAPER)
    c.circle(740, 450, 350, MIST)
    c.circle(748, 442, 340, PAPER)
    c.circle(740, 450, 240, MIST)
    c.circle(734, 458, 232, mix(PAPER, MIST, 0.35))
    with c.at(356, 450, 1, 4):
        c.tube("M-30,-280V280M30,-270V276", 18, BARK, STRAW, 6)
    rag = "M700,600C660,520 740,440 830,460C870,400 1010,390 1050,460C1140,470 1170,580 1110,640C1110,720 1010,770 950,730C890,780 790,760 770,700C720,690 690,650 700,600Z"
    with c.lit(rag, cloth.stripes(c, BLUE, HAZE, 52, 0.4, 24), PAPER, -10, 7):
        c.path("M690,560C760,660 860,680 900,800H660Z", INK, 0.2)
    hands.flat(c, 1040, 600, 1.25, people.XUAN, 34)
    for x, y, r, tone in ((690, 400, 88, GOLD), (560, 560, 46, AMBER), (820, 290, 46, AMBER)):
        screens.spark(c, x, y, r, tone)
