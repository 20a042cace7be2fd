"""Pictures for the steps of a lesson: goods, papers and money, from the field to the ledger."""

from home.demo.art.kit import cloth, hands, land, people, screens, things
from home.demo.art.kit.palette import (
    AMBER,
    BARK,
    BLUE,
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
    SHINE,
    STRAW,
    TERRACE,
    glint,
    mix,
)
from home.demo.art.kit.svg import H, W, box, disc, polygon
from home.demo.art.scenes import scene
from home.demo.art.scenes.steps_things import halo


@scene(
    "step-pack-box",
    "Hai bàn tay đặt hũ mật ong vào thùng giấy đã lót rơm.",
    "Two hands lower a honey jar into a cardboard box lined with straw.",
)
def pack_box(c):
    halo(c, TERRACE, RICE, LEAF, 800, 400, 340)
    c.path("M-10,720Q800,690 1610,720V910H-10Z", GROVE)
    c.path(polygon((520, 880), (500, 660), (100, 900)), INK, 0.25)
    c.path(polygon((520, 520), (1080, 520), (1020, 640), (580, 640)), mix(EARTH, INK, 0.5))
    c.form(polygon((520, 520), (400, 440), (330, 560), (470, 640)), mix(EARTH, INK, 0.12), STRAW, -6, 4)
    c.form(polygon((1080, 520), (1200, 440), (1270, 560), (1130, 640)), mix(EARTH, STRAW, 0.5), CREAM, -6, 4)
    things.jar(c, 800, 680, 1.85, shadow=False)
    straw = "".join(
        f"M{530 + 34 * i},{600 + (i * 29) % 34}q{(i * 31) % 50 - 10},-60 {(i * 53) % 90 - 40},-{50 + (i * 17) % 40}" for i in range(17) if not 5 < i < 10
    )
    c.line(straw, STRAW, 14)
    c.line(straw, SHINE, 5)
    front = polygon((470, 620), (1130, 620), (1090, 890), (510, 890))
    with c.lit(front, EARTH, STRAW, -10, 8):
        c.rect(750, 600, 100, 300, CREAM, opacity=0.85)
        c.path(polygon((460, 610), (700, 610), (560, 900), (480, 900)), INK, 0.14)
    c.line("M470,620H1130", STRAW, 12)
    hands.flat(c, 1056, 490, 1.1, people.LAN, -22)
    hands.flat(c, 544, 490, 1.1, people.LAN, 22, flip=True)


@scene(
    "step-id-card-chip",
    "Bàn tay cầm tấm thẻ căn cước có ảnh và con chip vàng.",
    "A hand holds an identity card with a portrait and a golden chip.",
)
def id_card_chip(c):
    halo(c, BLUE, mix(BLUE, LAKE, 0.5), LAKE, 800, 420, 370)

    def card(k):
        with k.at(-270, -200, 1.3, -6):
            k.path(box(-318, -166, 600, 380, 34), INK, 0.25)
            with k.lit(box(-300, -190, 600, 380, 32), MIST, PAPER, -8, 6):
                for i in range(7):
                    k.line(f"M-320,{-170 + 62 * i}Q-150,{-250 + 62 * i} 0,{-170 + 62 * i}T320,{-170 + 62 * i}", mix(MIST, RICE, 0.45), 7)
            k.rect(-262, -150, 170, 216, PAPER, 12)
            with k.inside(box(-254, -142, 154, 200, 10)):
                k.rect(-260, -150, 180, 220, HAZE)
                people.bust_front(k, -177, 110, 0.62, people.XUAN.but(jacket=INDIGO), "open")
            for i, w in enumerate((200, 270, 230, 250)):
                k.rect(-56, -134 + 46 * i, w, 18, INDIGO if i == 0 else BLUE, 9, 1 if i == 0 else 0.55)
            k.form(box(-56, 52, 130, 104, 18), GOLD, SHINE, -5, 4)
            k.line("M-56,88H-16V156M-56,120H-16M74,88H34V52M74,120H34V156M-16,88Q9,72 34,88M-16,120Q9,136 34,120", AMBER, 6)
            k.rect(-262, 96, 170, 20, HAZE, 10)
            k.rect(-262, 130, 120, 20, HAZE, 10)

    hands.hold(c, 1060, 630, 1.35, people.NGA, 38, thing=card)
    screens.spark(c, 1180, 250, 46, GOLD)


@scene(
    "step-label-jar",
    "Bàn tay dán tấm nhãn có hình núi và mã vuông lên hũ mật ong.",
    "A hand presses a label with a mountain and a square code onto a honey jar.",
)
def label_jar(c):
    halo(c, FOREST, GROVE, TERRACE, 740, 400, 350)
    c.rect(0, 770, W, 140, BARK)
    c.rect(0, 770, W, 14, EARTH)
    things.jar(c, 740, 850, 3.7)
    c.rect(580, 450, 310, 260, GOLD)
    with c.at(740, 470):
        c.path(box(-196, -136, 380, 320, 18), AMBER)
        with c.lit("M-184,-150H190Q226,-150 226,-110V110Q226,160 176,160H-184Q-190,160 -190,150V-140Q-190,-150 -184,-150Z", PAPER, PAPER):
            c.rect(-200, -160, 440, 62, cloth.lozenge(c, PLUM, GOLD, CREAM, 62))
            c.circle(-80, -30, 36, CORAL)
            c.path("M-200,60L-130,-10 -90,30 -30,-40 40,60V90H-200Z", INDIGO)
            c.path("M-200,80Q-80,30 60,80V110H-200Z", GROVE)
            c.path(screens.qr_path(c, 66, -66, 124), INDIGO)
            c.rect(-150, 116, 190, 16, HAZE, 8)
    hands.flat(c, 1020, 560, 1.3, people.NGAN, 18)


@scene(
    "step-notebook",
    "Sổ ghi chép mở trên bàn gỗ: mỗi dòng một món hàng, bàn tay cầm bút đánh dấu.",
    "A notebook open on a wooden table: a line for each thing sold; a hand with a pen ticks them off.",
)
def notebook(c):
    c.rect(0, 0, W, H, EARTH)
    c.line("M0,150H1600M0,420H1600M0,690H1600", mix(EARTH, BARK, 0.5), 6)
    c.path(polygon((0, 0), (420, 0), (0, 520)), BARK, 0.25)
    with c.at(780, 450, 1.1, -5):
        c.path(box(-426, -300, 820, 640, 24), INK, 0.25)
        c.path(box(-410, -316, 820, 640, 22), PLUM)
        c.path(box(-392, -300, 392, 604, 10), mix(PAPER, CREAM, 0.6))
        c.path(box(0, -300, 392, 604, 10), PAPER)
        c.path("M-50,-300H0V304H-50Z", STRAW, 0.35)
        c.line("".join(f"M{x},{-196 + 112 * i}h326" for i in range(5) for x in (-362, 38)), HAZE, 5)
        with c.at(-316, -206):
            things.jar(c, 0, 0, 0.4, shadow=False)
        things.mango(c, -316, -134, 0.36, with_leaf=True)
        with c.at(-316, 22):
            things.hen(c, -4, 0, 0.22, EARTH, BARK, STRAW, rooster=False)
        things.chestnut(c, -316, 94, 0.6)
        things.parcel(c, -310, 246, 84, 62, shadow=False)
        for i, w in enumerate((190, 150, 210, 170, 130)):
            c.rect(-250, -246 + 112 * i, w, 20, INDIGO, 10)
        for i in range(3):
            for k in range(3 - i % 2):
                c.line(f"M{60 + 84 * k},{-238 + 112 * i}l16,18 34,-40", GROVE, 13)
            c.rect(300, -248 + 112 * i, 60, 20, CORAL, 10)
        c.line("M60,98l16,18 34,-40", GROVE, 13)
        for y in range(-270, 300, 52):
            c.line(f"M-14,{y}h28", INK, 9)
    with c.at(930, 522, 1, 46):
        c.path("M0,0L34,-17H60V17H34Z", CREAM)
        c.path("M0,0L16,-8V8Z", INK)
        c.form(box(54, -19, 300, 38, 10), CORAL, PEACH, -3, 5)
    hands.hold(c, 1060, 660, 1.3, people.NGAN, 38)


def note(c, tone, w=330, h=156):
    """A banknote of no country: a frame, a disc, a lozenge, no figure on it."""
    c.path(box(-w / 2 - 5, -h / 2 + 6, w, h, 8), INK, 0.18)
    c.path(box(-w / 2, -h / 2, w, h, 8), tone)
    c.line(box(-w / 2 + 14, -h / 2 + 14, w - 28, h - 28, 4), mix(tone, INK, 0.3), 5)
    c.circle(0, 0, 44, mix(tone, PAPER, 0.55))
    c.path("M0,-26L26,0 0,26 -26,0Z", mix(tone, INK, 0.3))
    for x in (-w * 0.32, w * 0.32):
        c.path(f"M{x:.0f},-18l18,18 -18,18 -18,-18z", mix(tone, INK, 0.22))


@scene(
    "step-count-money",
    "Hai bàn tay đếm xấp tiền trên bàn, bên cạnh là ba chồng tiền đã xếp gọn.",
    "Two hands count a wad of notes on a table; three neat piles lie beside them.",
)
def count_money(c):
    c.rect(0, 0, W, H, FOREST)
    c.path(polygon((0, 0), (560, 0), (0, 700)), PINE, 0.6)
    c.rect(0, 30, W, 70, cloth.lozenge(c, PLUM, GOLD, CREAM, 70))
    c.line("M0,24H1600M0,106H1600", GOLD, 8)
    for x, n, tone in ((480, 6, PEACH), (800, 4, HAZE), (1120, 8, RICE)):
        for i in range(n):
            with c.at(x + (i * 7) % 5 - 2, 290 - i * 9, 0.82, (i * 13) % 5 - 2):
                note(c, tone if i == n - 1 else mix(tone, INK, 0.12 if i % 2 else 0.28))
        with c.at(x, 290 - (n - 1) * 9, 0.82):
            c.rect(74, -80, 26, 160, PAPER)
    hands.grip_behind(c, 600, 720, 1.3, people.TRANG, -52, True)
    for rot, tone in ((-14, RICE), (2, PEACH), (18, HAZE), (34, PEACH), (52, RICE)):
        with c.at(640, 730, 1.12, rot), c.at(60, -130, rot=90):
            note(c, tone)
    hands.grip_front(c, 600, 720, 1.3, people.TRANG, -52, True)
    hands.hold(c, 990, 640, 1.2, people.TRANG, 34)


@scene(
    "step-chestnut-machine",
    "Máy rang hạt dẻ của tổ: phễu đổ hạt, thùng quay, hạt chín chảy xuống rổ.",
    "The group's chestnut roaster: a hopper, a turning drum, and roasted nuts that run into a basket.",
)
def chestnut_machine(c):
    halo(c, DAWN.sky, DAWN.glow, DAWN.inner, 780, 420, 350)
    c.rect(0, 760, W, 150, mix(EARTH, BARK, 0.4))
    c.rect(0, 760, W, 12, STRAW)
    c.cast(760, 800, 560, 330, opacity=0.22)
    c.tube("M560,560L510,820M960,560L1010,820M510,740H1010", 26, INK, HAZE, 7)
    for i, (x, y) in enumerate(((704, 90), (790, 76), (868, 92), (660, 140), (740, 132), (826, 136), (906, 144))):
        things.chestnut(c, x, y + 26, 0.86, (i * 43) % 60 - 30)
    c.form(polygon((590, 180), (980, 180), (870, 350), (700, 350)), GOLD, SHINE, -14, 6)
    c.rect(570, 164, 430, 28, AMBER, 8)
    with c.lit(box(470, 330, 580, 280, 60), GROVE, glint(GROVE), -16, 12):
        c.path("M460,320H600Q520,480 600,620H460Z", PINE, 0.45)
        c.rect(880, 320, 22, 300, FOREST)
    c.circle(720, 472, 106, FOREST)
    c.circle(720, 472, 88, mix(INK, BARK, 0.4))
    with c.inside(disc(720, 472, 88)):
        c.path("M620,500Q720,450 830,510V580H620Z", CORAL)
        for x, y, r in ((670, 500, -20), (730, 516, 24), (786, 500, -8), (700, 452, 40)):
            things.chestnut(c, x, y, 0.54, r)
    c.line("M656,430Q676,400 712,396", PAPER, 10, 0.8)
    for y, tone in ((400, ROSE), (470, GOLD), (540, PAPER)):
        c.form(disc(966, y, 24), tone, PAPER, -4, 3)
    with c.at(456, 470, 0.92):
        c.line(disc(0, 0, 92), INK, 24)
        c.line("M0,-86V86M-86,0H86", INK, 14)
        c.form(disc(0, 0, 26), GOLD, SHINE, -4, 3)
        c.line("M66,-66L20,-110", BARK, 24)
    c.path(polygon((880, 590), (1030, 560), (1180, 690), (1090, 730)), mix(HAZE, INK, 0.35))
    c.path(polygon((900, 586), (1010, 564), (1160, 690), (1096, 716)), HAZE)
    for x, y, r in ((972, 596, 20), (1040, 650, -30), (1106, 694, 50)):
        things.chestnut(c, x, y, 0.5, r)
    things.heap(c, 1122, 880, 1.34, CHESTNUT, glint(CHESTNUT), 3)


@scene(
    "step-sowing",
    "Bàn tay rải hạt giống xuống luống đất, hàng bên cạnh mầm xanh đã nhú.",
    "A hand scatters seeds into a furrow; in the next rows green sprouts are already up.",
)
def sowing(c):
    land.sky(c, DAY, x=420, y=130, r=0)
    c.circle(560, 190, 300, DAY.inner)
    land.ridge(c, DAY, 0.2, [(-60, 330), (180, 180), (430, 320), (760, 220), (1080, 330), (1360, 170), (1700, 310)], mist=0.7)
    land.contour_fields(c, [[(-40, 330), (500, 300), (1100, 310), (1660, 290)]], (TERRACE,), LEAF, 5)
    c.rect(0, 390, W, 520, BARK)
    rows = ((400, 60), (470, 80), (560, 108), (676, 140), (826, 170))
    for i, (y, h) in enumerate(rows):
        d = f"M-20,{y + h}V{y + 16}Q400,{y - 16} 800,{y + 6}T1620,{y}V{y + h}Z"
        c.form(d, mix(BARK, EARTH, 0.12 + 0.1 * (i % 2)), mix(EARTH, STRAW, 0.2), -2, 12)
        if i in (0, 1, 3):
            k = 0.34 + 0.2 * i
            step = 96 + 44 * i
            for j in range(int(1700 / step)):
                x = 40 + j * step + (i * 37) % 50
                with c.at(x, y + 12, k):
                    c.line("M0,14Q4,-20 0,-50", GROVE, 12)
                    c.form("M0,-44C-60,-40 -80,-80 -76,-110C-30,-110 0,-84 0,-44Z", TERRACE, LEAF, -6, 5)
                    c.form("M0,-44C60,-40 80,-80 76,-110C30,-110 0,-84 0,-44Z", GROVE, RICE, -6, 5)
    seeds = ((640, 390, 20), (590, 450, -30), (670, 470, 50), (560, 530, 10), (630, 560, 70), (700, 540, -20), (590, 620, 40), (660, 640, -40))
    for x, y, r in seeds:
        with c.at(x, y, 1, r):
            c.form(disc(0, 0, 15, 22), GOLD, SHINE, -4, 3)
    for x in (560, 620, 690, 750):
        c.ellipse(x, 580 if x % 20 else 590, 17, 9, GOLD)
    hands.cup(c, 790, 300, 1.9, people.PHUONG.but(jacket=INDIGO, trim=GOLD), -22)
    with c.at(790, 300, 1.9, -22):
        c.path("".join(disc(x, y, 7, 10) for x, y in ((-84, -40), (-66, -30), (-48, -26), (-30, -18), (-58, -44), (-40, -40))), GOLD)
