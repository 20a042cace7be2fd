"""Steps of selling with a phone: live, comments, orders, the bank, the code, the money that has come."""

from home.demo.art.kit import cloth, ground, land, people, screens, signs, things, touch
from home.demo.art.kit.palette import (
    AUTUMN,
    COOL,
    CORAL,
    CREAM,
    DAY,
    EARTH,
    FOREST,
    GOLD,
    GROVE,
    HAZE,
    INDIGO,
    INK,
    LEAF,
    MIST,
    PAPER,
    PEACH,
    PLUM,
    RICE,
    ROSE,
    SHINE,
    STRAW,
    mix,
)
from home.demo.art.kit.svg import H, W, box, disc
from home.demo.art.scenes import scene


def honey_view(canvas):
    """What the camera sees: a jar of honey before a warm sky."""
    canvas.rect(-110, -222, 220, 444, AUTUMN.glow)
    canvas.circle(20, -70, 130, AUTUMN.inner)
    canvas.circle(20, -70, 80, AUTUMN.sun)
    canvas.rect(-110, 44, 220, 180, EARTH)
    things.jar(canvas, 0, 62, 0.86)


@scene(
    "step-live-button",
    "Ngón tay sắp chạm nút đỏ có vòng sóng để bắt đầu livestream, trên màn hình là hũ mật ong.",
    "A finger comes to the red button with waves that starts a livestream; the screen shows a jar of honey.",
)
def live_button(c):
    ground.halo(c, ROSE, mix(ROSE, CORAL, 0.5), CORAL, 760, 560, (560, 400))

    def ready(canvas):
        honey_view(canvas)
        canvas.rect(-110, 84, 220, 140, INK)

    things.phone(c, 760, 330, 2.0, 0, ready, thick=18)
    for turn in (-90, 90):
        signs.arcs(c, 760, 634, (118, 158), PAPER, 15, turn, 40)
    c.line(disc(760, 634, 82), PAPER, 14)
    c.form(disc(760, 634, 66), ROSE, CORAL, -7, 5)
    c.circle(760, 634, 20, PAPER)
    touch.pointing(c, 796, 654, 1.0, people.XUAN, -52)


@scene(
    "step-live-comments",
    "Chị bán hàng trên màn hình livestream, những lời bình luận kèm khuôn mặt và trái tim hiện lên bên cạnh.",
    "A seller live on a phone; comments with faces and hearts rise beside her.",
)
def live_comments(c):
    ground.halo(c, PLUM, mix(PLUM, CORAL, 0.3), mix(PLUM, CORAL, 0.6), 620, 430, (540, 390))

    def live(canvas):
        canvas.rect(-110, -222, 220, 444, PEACH)
        canvas.circle(0, -40, 130, AUTUMN.sun)
        people.bust_front(canvas, 0, 222, 0.86, people.XUAN.but(jacket=GROVE, weave=(PLUM, GOLD, CREAM)), "open", tilt=5)
        canvas.rect(-110, 150, 220, 80, INK)
        things.heap(canvas, 0, 178, 0.62, GOLD, SHINE)
        canvas.rect(-96, -206, 62, 26, ROSE, 13)
        canvas.circle(-80, -193, 6, PAPER)
        canvas.rect(-66, -197, 22, 8, PAPER, 4)

    things.phone(c, 590, 450, 1.66, -3, live, thick=22)
    for i, (o, tone, w, x) in enumerate(((people.LAN, PEACH, 330, 800), (people.DUA, GOLD, 400, 850), (people.THAO, LEAF, 350, 800))):
        y = 130 + 210 * i
        c.path(box(x - 12, y + 12, w, 150, 75), INK, 0.25)
        c.path(box(x, y, w, 150, 75), PAPER)
        with c.inside(disc(x + 75, y + 75, 62)):
            c.circle(x + 75, y + 75, 62, tone)
            c.path(disc(x + 75, y + 150, 66, 46), o.jacket)
            with c.at(x + 75, y + 114, 1.55):
                people.head_front(c, o)
        if i == 1:
            c.rect(x + 160, y + 44, 190, 22, INDIGO, 11)
            c.rect(x + 160, y + 86, 120, 18, HAZE, 9)
        elif i == 0:
            for k in range(3):
                screens.heart(c, x + 184 + 56 * k, y + 76, 0.86, ROSE)
        else:
            signs.basket(c, x + 192, y + 78, 0.7, CORAL, PAPER)
            c.rect(x + 244, y + 66, 74, 20, INDIGO, 10)
    for x, y, s, tone in ((1190, 110, 1.5, CORAL), (1310, 240, 1.1, ROSE), (1290, 470, 1.6, CORAL), (1190, 580, 0.9, GOLD)):
        screens.heart(c, x, y, s, tone)


@scene(
    "step-chat-order",
    "Trong khung trò chuyện, khách gửi hình ba quả xoài, người bán đáp lại bằng thùng hàng và dấu tích xanh.",
    "In a chat the buyer sends a picture of three mangoes; the seller answers with a parcel and a green tick.",
)
def chat_order(c):
    land.sky(c, COOL, x=1240, y=190, r=0)
    c.rect(0, 0, W, H, mix(GOLD, PEACH, 0.45))
    c.circle(800, 430, 520, mix(GOLD, PEACH, 0.7))
    ground.runner(c, 800, 110, INDIGO, CORAL, CREAM)

    def chat(canvas):
        canvas.rect(-110, -222, 220, 444, MIST)
        canvas.rect(-110, -222, 220, 56, INDIGO)
        signs.portrait(canvas, -80, -192, 18, GOLD, PAPER)
        canvas.rect(-50, -200, 90, 12, PAPER, 6)
        canvas.rect(-98, 172, 196, 36, PAPER, 18)

    c.cast(800, 860, 360, 400, opacity=0.22)
    things.phone(c, 800, 450, 1.74, 0, chat, thick=22)
    c.path(box(470, 206, 440, 250, 80), INK, 0.16)
    screens.bubble(c, 484, 190, 440, 250, PAPER, "left", MIST)
    for x, y, r in ((590, 330, -14), (800, 332, 12), (695, 304, 0)):
        things.mango(c, x, y, 0.72, r, with_leaf=r != -14)
    c.path(box(676, 506, 440, 250, 80), INK, 0.16)
    screens.bubble(c, 690, 490, 440, 250, GROVE, "right", RICE)
    things.parcel(c, 822, 706, 190, 150, EARTH, STRAW, CREAM, shadow=False)
    screens.tick(c, 1022, 614, 68, PAPER, GROVE)


@scene(
    "step-bank-app",
    "Ứng dụng ngân hàng trên điện thoại: hình ngôi nhà có cột, đồng xu vàng và ô vân tay để đăng nhập.",
    "A bank app on a phone: a house with columns, gold coins and a fingerprint to sign in.",
)
def bank_app(c):
    ground.halo(c, FOREST, mix(FOREST, GROVE, 0.5), GROVE, 780, 400)
    for x, y, r in ((440, 220, 58), (1150, 190, 74), (330, 560, 40), (1120, 480, 46)):
        signs.coin(c, x, y, r)

    def bank(canvas):
        canvas.rect(-110, -222, 220, 444, PAPER)
        canvas.rect(-110, -222, 220, 200, INDIGO)
        signs.bank(canvas, 0, -116, 1.15)
        canvas.rect(-84, -52, 168, 60, GOLD, 18)
        for i in range(5):
            canvas.circle(-50 + 25 * i, -22, 8, INDIGO)
        canvas.circle(0, 116, 84, MIST)
        signs.fingerprint(canvas, 0, 110, 1.15, GROVE)

    people.hand_phone(c, 780, 430, 1.5, people.DUA.but(jacket=PLUM, trim=GOLD), -3, bank)


@scene(
    "step-qr-receive",
    "Chị bán hàng giơ điện thoại có mã vuông cho khách quét, đồng xu bay về phía chị.",
    "A seller holds out a phone with a square code for the buyer to scan; coins fly towards her.",
)
def qr_receive(c):
    land.sky(c, DAY, x=420, y=200, r=0)
    c.circle(640, 360, 330, DAY.inner)
    land.ridge(c, DAY, 0.2, [(-80, 560), (180, 360), (430, 560), (760, 470), (1080, 560), (1360, 360), (1700, 540)], mist=0.7)
    things.market_umbrella(c, 640, 800, 2.05, (CORAL, CREAM))
    o = people.LAN.but(jacket=INDIGO)
    people.bust_front(c, 560, 860, 1.5, o, "open", tilt=6)
    c.rect(0, 760, W, 160, PLUM)
    c.rect(0, 792, W, 56, cloth.lozenge(c, INDIGO, GOLD, CREAM, 56))
    c.rect(0, 744, W, 24, CREAM)
    things.heap(c, 330, 750, 1.0, GOLD, SHINE)
    with c.at(560, 860, 1.5):
        people.sleeve(c, o, "M88,-246C130,-200 90,-120 196,-150")

    def code(canvas):
        canvas.rect(-110, -222, 220, 444, INDIGO)
        screens.qr(canvas, PAPER, INDIGO, 164, -20)

    things.phone(c, 930, 480, 1.26, 5, code, thick=18)
    with c.at(560, 860, 1.5):
        c.line("M166,-182L170,-118", people.weave_of(c, o, 18), 28, cap="butt")
        c.form("M176,-176C200,-190 214,-188 226,-182L222,-120C206,-108 186,-112 174,-120Z", people.SKIN, people.LIT_SKIN, -4, 2)
        for i in range(3):
            c.form(box(196, -188 + 24 * i, 52, 21, 10), people.SKIN, people.LIT_SKIN, -3, 3)
    for x, y, r in ((1120, 130, 50), (1176, 290, 64), (1150, 470, 44)):
        c.line(f"M{x + r + 20},{y - 14}h70M{x + r + 14},{y + 16}h46", GOLD, 9)
        signs.coin(c, x, y, r)


@scene(
    "step-check-received",
    "Một tay cầm điện thoại có dấu tích xanh báo tiền đã về, tay kia mới trao thùng hàng.",
    "One hand holds a phone whose green tick says the money has come; only then does the other hand over the parcel.",
)
def check_received(c):
    land.sky(c, AUTUMN, x=800, y=400, r=0)
    c.circle(800, 400, 380, AUTUMN.sun)
    land.ridge(c, AUTUMN, 0.15, [(-80, 640), (200, 480), (480, 640), (760, 560), (1080, 640), (1340, 470), (1700, 620)], mist=0.7)
    c.path("M-10,790Q800,740 1610,790V910H-10Z", INDIGO)

    def arrived(canvas):
        canvas.rect(-110, -222, 220, 444, PAPER)
        canvas.rect(-110, -222, 220, 230, GROVE)
        screens.tick(canvas, 0, -104, 76, PAPER, GROVE)
        for x, y, r in ((-48, 76, 34), (48, 76, 34), (0, 58, 40)):
            signs.coin(canvas, x, y, r)
        canvas.rect(-76, 134, 152, 20, INDIGO, 10)
        canvas.rect(-50, 170, 100, 14, HAZE, 7)

    o = people.THAO.but(jacket=ROSE, trim=CREAM, weave=(INDIGO, GOLD, CREAM))
    people.hand_phone(c, 560, 420, 1.36, o, -4, arrived)

    def box_to_ship(canvas):
        things.parcel(canvas, -40, 130, 290, 230, EARTH, STRAW, CREAM, shadow=False)

    with c.at(1030, 560, 1.1):
        touch.holding(c, 0, 0, 1.0, o, 8, thing=box_to_ship)
