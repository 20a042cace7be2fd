"""Pictures for the home page and for pages that have none of their own."""

from home.demo.art.kit import land, people
from home.demo.art.kit.palette import CORAL, DAWN, GOLD, INDIGO, PAPER, PEACH, PLUM, ROSE, TERRACE, mix
from home.demo.art.scenes import scene


@scene(
    "home-women-learn-together",
    "Ba chị em cùng xem một chiếc điện thoại trước thung lũng ruộng bậc thang lúc bình minh.",
    "Three women look at one phone together before a valley of terraces at sunrise.",
)
def women_learn_together(c):
    land.sky(c, DAWN, x=1000, y=270, r=110)
    land.ranges(c, DAWN, rows=2, top=330, bottom=450, mist=0.85, end=0.45)
    land.mist(c, 420, 470, 900, DAWN.mist, 0.9)
    land.terraces(c, 1390, 820, 1100, 330, 8, water=PEACH)
    land.terraces(c, 170, 850, 1040, 390, 9, water=PEACH)
    land.stilt_house(c, 170, 474, 0.5)
    land.stilt_house(c, 1390, 500, 0.46)
    land.hill(c, [(-40, 900), (400, 850), (800, 820), (1200, 850), (1660, 900)], mix(PLUM, INDIGO, 0.5), CORAL, (-2, 7))
    people.bust_front(c, 530, 970, 1.4, people.DUA.but(jacket=INDIGO, scarf=ROSE), "open", tilt=12)
    people.bust_front(c, 1070, 970, 1.4, people.THAO.but(scarf=PLUM), "open", tilt=-12)
    people.bust_front(c, 800, 1000, 1.6, people.XUAN.but(jacket=TERRACE, weave=(PLUM, GOLD, PAPER)), "phone", tilt=3)
