"""Steps with papers and with AI: proving who one is, the form, the fee, the answer; asking and checking."""

from home.demo.art.kit import cloth, ground, land, people, screens, signs, things, touch
from home.demo.art.kit.palette import (
    AMBER,
    BLUE,
    COOL,
    CORAL,
    CREAM,
    DAWN,
    EARTH,
    EVENING,
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
    ROSE,
    SHINE,
    STRAW,
    mix,
)
from home.demo.art.kit.svg import H, W, box, disc
from home.demo.art.scenes import scene


def id_card(c, x, y, s=1.0, rot=0):
    """A card with a portrait and a chip, no emblem on it; 320 x 200."""
    with c.at(x, y, s, rot):
        c.path(box(-172, -88, 320, 200, 20), INK, 0.22)
        c.form(box(-160, -100, 320, 200, 20), MIST, PAPER, -6, 4)
        c.path("M-160,60Q-40,10 60,60T160,40V80Q160,100 140,100H-140Q-160,100 -160,80Z", LEAF)
        c.rect(-138, -72, 96, 124, PAPER, 10)
        with c.inside(box(-138, -72, 96, 124, 10)):
            c.path(disc(-90, -22, 26, 30) + disc(-90, 62, 46, 44), PLUM)
        c.form(box(78, -74, 60, 48, 9), GOLD, SHINE, -4, 3)
        c.line("M78,-50H138M98,-74V-26M118,-74V-26", AMBER, 4)
        for i, w in enumerate((80, 164, 140, 110)):
            c.rect(-22, -64 + 32 * i, w, 13, INDIGO if i == 0 else LAKE, 6)


@scene(
    "step-vneid",
    "Điện thoại quét khuôn mặt một chị trong khung tròn, phía trước là tấm thẻ căn cước có gắn chip.",
    "A phone scans a woman's face in a round frame; before it lies an identity card with a chip.",
)
def vneid(c):
    ground.halo(c, COOL.sky, COOL.glow, COOL.inner, 760, 400)
    land.ridge(c, COOL, 0.2, [(-60, 760), (180, 580), (430, 780), (760, 700), (1080, 780), (1360, 560), (1700, 740)], mist=0.7)
    c.path("M-10,800Q800,750 1610,800V910H-10Z", PLUM)
    o = people.XUAN.but(jacket=ROSE, weave=(INDIGO, GOLD, CREAM))

    def face(canvas):
        canvas.rect(-110, -222, 220, 444, INDIGO)
        with canvas.inside(disc(0, -64, 92, 112)):
            canvas.rect(-110, -222, 220, 300, PEACH)
            people.bust_front(canvas, 0, 262, 0.94, o, "open")
        canvas.line(disc(0, -64, 92, 112), mix(INDIGO, BLUE, 0.7), 9)
        canvas.line("M-92,-64A92,112 0 0 1 60,-149M92,-64A92,112 0 0 1 -30,42", GOLD, 11)
        canvas.line("M-84,-40H84", CORAL, 5)
        canvas.rect(-70, 96, 140, 16, HAZE, 8)
        canvas.rect(-46, 126, 92, 12, mix(INDIGO, BLUE, 0.7), 6)

    c.cast(700, 830, 330, 400, opacity=0.22)
    things.phone(c, 700, 430, 1.64, -3, face, thick=22)
    id_card(c, 1000, 660, 1.28, 7)
    screens.tick(c, 1190, 520, 66)


@scene(
    "step-public-form",
    "Ngón tay điền tờ khai trên điện thoại: từng mục đã có dấu tích, mục cuối đang chờ.",
    "A finger fills in a form on a phone: each entry has its tick, the last one waits.",
)
def public_form(c):
    c.rect(0, 0, W, H, mix(GOLD, AMBER, 0.35))
    with c.at(800, 450, rot=-10):
        c.rect(-1100, -430, 2200, 90, cloth.lozenge(c, PLUM, GOLD, CREAM, 90))
        c.rect(-1100, -340, 2200, 14, PLUM)
        c.rect(-1100, 330, 2200, 14, PLUM)
        c.rect(-1100, 344, 2200, 90, cloth.lozenge(c, PLUM, GOLD, CREAM, 90))
    c.circle(760, 430, 470, mix(GOLD, CREAM, 0.35), 0.55)

    def form(canvas):
        canvas.rect(-110, -222, 220, 444, PAPER)
        canvas.rect(-110, -222, 220, 60, GROVE)
        canvas.rect(-60, -200, 120, 14, PAPER, 7)
        for i in range(4):
            y = -116 + 70 * i
            canvas.rect(-96, y - 26, 192, 54, MIST if i < 3 else CREAM, 12)
            signs.ticked(canvas, -68, y, (110, 84, 100, 0)[i], LAKE, i < 3, 17)
        canvas.line(box(-96, 68, 192, 54, 12), CORAL, 6)
        canvas.rect(-84, 148, 168, 50, GOLD, 25)
        canvas.rect(-40, 167, 80, 12, INK, 6)

    things.phone(c, 740, 440, 1.78, 4, form, thick=24)
    touch.pointing(c, 770, 604, 1.0, people.LAN, -50)


@scene(
    "step-fee-pay",
    "Bàn tay thả đồng xu vàng vào điện thoại, tờ biên lai chạy ra bên dưới.",
    "A hand drops a gold coin into a phone; a receipt comes out below.",
)
def fee_pay(c):
    ground.halo(c, BLUE, mix(BLUE, HAZE, 0.3), mix(BLUE, HAZE, 0.6), 760, 400)
    c.path("M-10,810Q800,770 1610,810V910H-10Z", INDIGO)

    def fee(canvas):
        canvas.rect(-110, -222, 220, 444, INDIGO)
        canvas.circle(0, -60, 130, mix(INDIGO, BLUE, 0.5))
        signs.bank(canvas, 0, -76, 1.2)

    c.cast(700, 850, 330, 380, opacity=0.24)
    things.phone(c, 700, 440, 1.46, 0, fee, thick=20)
    c.rect(548, 508, 304, 30, INK, 15)
    receipt = "M572,522H828V840L796,868 764,840 732,868 700,840 668,868 636,840 604,868 572,840Z"
    with c.at(-16, 14):
        c.path(receipt, INK, 0.25)
    c.path(receipt, PAPER)
    c.path("M572,522H828V552H572Z", INK, 0.25)
    for i, (w, tone) in enumerate(((130, INDIGO), (196, HAZE), (160, HAZE))):
        c.rect(602, 590 + 46 * i, w, 22, tone, 11)
    screens.tick(c, 770, 770, 46)

    def money(canvas):
        signs.coin(canvas, -50, 20, 112)

    touch.holding(c, 810, 150, 0.92, people.NGAN.but(jacket=ROSE), -8, thing=money)


@scene(
    "step-result-letter",
    "Phong bì mở ra trên nền mây sớm, tờ kết quả có dấu tích xanh và con dấu tròn nhô lên.",
    "An envelope opens above the morning clouds; a result with a green tick and a round seal rises from it.",
)
def result_letter(c):
    land.sky(c, DAWN, x=800, y=380, r=0)
    c.circle(800, 380, 430, DAWN.glow)
    c.circle(800, 380, 320, DAWN.inner)
    land.ranges(c, DAWN, rows=2, top=420, bottom=560, mist=0.8, end=0.4)
    land.sea_of_clouds(c, 690, PAPER, DAWN.mist, 5, 1.0)

    def result(canvas):
        with canvas.at(0, -120):
            signs.sheet(canvas, 0, 0, 310, 330, 0, lines=3, head=INDIGO, fold=50)
            screens.tick(canvas, -76, 36, 44)
            canvas.line(disc(78, 34, 46), ROSE, 9)
            canvas.line(disc(78, 34, 30), ROSE, 5)
            screens.spark(canvas, 78, 34, 22, ROSE)

    c.cast(780, 800, 620, 190, opacity=0.16)
    signs.envelope(c, 800, 560, 1.55, result)
    for x, y, r, tone in ((470, 190, 40, GOLD), (1140, 160, 54, GOLD), (1210, 330, 28, PAPER), (420, 360, 24, PAPER)):
        screens.spark(c, x, y, r, tone)


@scene(
    "step-ai-prompt",
    "Một chị nói với điện thoại: trong bong bóng có hũ mật ong, ngọn núi và trái tim; điện thoại sáng lên những đốm vàng.",
    "A woman speaks to her phone: her bubble holds a honey jar, a mountain and a heart; golden sparks light up on the screen.",
)
def ai_prompt(c):
    land.sky(c, EVENING, x=760, y=400, r=0, glow=False)
    c.circle(860, 420, 500, EVENING.glow)
    c.circle(860, 420, 340, EVENING.inner)
    land.stars(c, 40, CREAM, 400)
    land.ranges(c, EVENING, rows=2, top=560, bottom=680, mist=0.3, end=0.6)
    o = people.NGA.but(jacket=ROSE, weave=(INDIGO, GOLD, CREAM))
    people.bust_side(c, 500, 1000, 1.72, o, pose="none")

    def listening(canvas):
        canvas.rect(-110, -222, 220, 444, INDIGO)
        canvas.circle(0, -50, 150, mix(INDIGO, BLUE, 0.4))
        screens.spark(canvas, 0, -60, 92, GOLD)
        screens.spark(canvas, 62, -142, 36, SHINE)
        screens.spark(canvas, -62, 26, 30, CORAL)
        canvas.line("".join(f"M{-72 + 24 * i},{140 - h}V{140 + h}" for i, h in enumerate((10, 26, 40, 18, 34, 22, 10))), HAZE, 11)

    things.phone(c, 1070, 560, 1.42, 4, listening, thick=20)
    c.path(box(560, 96, 560, 220, 92), INK, 0.25)
    screens.bubble(c, 574, 80, 560, 220, PAPER, "left", MIST)
    things.jar(c, 680, 272, 0.8, shadow=False)
    signs.picture(c, 856, 190, 1.35)
    screens.heart(c, 1022, 190, 2.0, ROSE)
    with c.at(500, 1000, 1.72):
        people.sleeve(c, o, "M-30,-240C0,-110 90,-110 196,-170", 64)
        c.line("M168,-190L194,-130", people.weave_of(c, o, 16), 26, cap="butt")
        c.form("M190,-184C214,-200 240,-200 262,-192L264,-140C240,-122 214,-124 198,-134Z", people.SKIN, people.LIT_SKIN, -4, 2)
        for i in range(3):
            c.form(box(230, -196 + 24 * i, 54, 21, 10), people.SKIN, people.LIT_SKIN, -3, 3)


@scene(
    "step-ai-check",
    "Bút chì sửa một dòng sai trong bài máy viết trên điện thoại, đối chiếu với hũ mật ong thật đặt bên cạnh.",
    "A pencil corrects a wrong line in a text that AI wrote on a phone, next to the real jar of honey.",
)
def ai_check(c):
    c.rect(0, 0, W, H, mix(CREAM, PEACH, 0.35))
    c.circle(860, 380, 430, mix(CREAM, PAPER, 0.6))
    c.rect(0, 720, W, 190, EARTH)
    c.rect(0, 720, W, 14, STRAW)
    c.rect(0, 790, W, 60, cloth.lozenge(c, PLUM, GOLD, CREAM, 60))

    def draft(canvas):
        canvas.rect(-110, -222, 220, 444, PAPER)
        canvas.rect(-110, -222, 220, 70, INDIGO)
        screens.spark(canvas, -72, -184, 28, GOLD)
        canvas.rect(-36, -192, 110, 14, PAPER, 7)
        for i, w in enumerate((168, 150, 172, 120, 160)):
            y = -116 + 62 * i
            bad = i == 2
            canvas.rect(-88, y, w, 24, PEACH if bad else mix(HAZE, MIST, 0.3), 12)
            if bad:
                canvas.line(f"M-98,{y + 14}q24,-22 48,0t48,0t48,0t48,-2", ROSE, 9)

    c.cast(780, 800, 320, 380, opacity=0.2)
    things.phone(c, 790, 410, 1.58, -3, draft, thick=22)
    things.jar(c, 440, 806, 1.5)
    signs.pencil(c, 950, 424, 1.15, 52)
    screens.tick(c, 1010, 690, 62)
