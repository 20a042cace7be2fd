"""Believable names of women of Sơn La. All are put together by chance, and none is that of a woman the stories tell of."""

from dataclasses import dataclass
from random import Random

YOUNG = 1985  # from this year on the newer given names


@dataclass(frozen=True)
class Naming:
    surnames: str  # the frequent ones stand more than once
    middle: tuple[str, ...]
    old: str
    young: str


PEOPLES = {
    "Thái": Naming(
        "Lò Lò Lò Lò Quàng Quàng Quàng Cà Cà Tòng Tòng Lường Lường Hoàng Hoàng Cầm Vì Lèo Lù Mè Ngần Điêu Bạc Đèo",
        ("Thị",),
        "Pản Ún Ỏm Bun Hặc Pành Inh Muôn Lả Diên Biên Hom Bua Nọi Tiên Xương Chung Doan Thoa Thướng Phượng Tươi Ngoan Hoan Sương",
        "Mai Hiên Thắm Ánh Yến Hương Nga Thương Thu Dung Phương Hằng Thủy Linh Hồng Trang Chinh Quyên Thảo Lan Ngọc Thiết Nhung Diễm Khuyên",
    ),
    "Mông": Naming(
        "Vàng Vàng Vàng Sùng Sùng Giàng Giàng Giàng Mùa Mùa Thào Thào Hờ Lầu Sồng Sồng Tráng Phàng Hạng Vừ Cứ Hàng Chá",
        ("", "", "Thị"),
        "Dợ Dính Mỷ Sua Pà Mo Chở Xua Ký Dê Sông Ca Gấu Lia Máy Pàng Chư Bầu Khua Nếnh Dở Pla",
        "Dợ Mỷ Sua Mai Ly Xua Dê Pàng Nu Sung Chi Bla Dua Lan Hoa Mua Ka Công Thương Lía",
    ),
    "Mường": Naming(
        "Đinh Đinh Đinh Đinh Hà Hà Hà Bùi Quách Sa Phùng Lò Cầm Xa",
        ("Thị",),
        "Thiệu Mùi Bích Tâm Nguyệt Lợi Én Ậu Ểu Xuyến Chiến Thơm Đào Hạnh Tuyết Chắt Nhiên Miên",
        "Hường Nhung Ngọc Quyên Lan Duyên Hạnh Thơm Thúy Huế Loan Phương Hiền Uyên Trang Thanh Hoài Vui",
    ),
    "Dao": Naming(
        "Bàn Bàn Bàn Triệu Triệu Triệu Lý Lý Đặng Phùng Dương",
        ("Thị", "Thị", "Mùi"),
        "Nái Pham Mấy Nhậy Chiêu Sinh Khe Ton Phấy Liều Lai Nhất",
        "Liên Chi Lụa Xuân Hương Duyên Hoa Mai Nguyệt Lan Thanh Thủy",
    ),
    "Kinh": Naming(
        "Nguyễn Nguyễn Nguyễn Nguyễn Trần Trần Lê Lê Phạm Phạm Vũ Đỗ Bùi Hoàng Phan Đặng Ngô",
        ("Thị", "Thị", "Thị", "Thu", "Thanh", "Hồng", "Kim", "Thị Thu", "Thị Minh"),
        "Hòa Hợi Sửu Mùi Nhàn Bình Lý Tuất Mận Chín Thìn Lan Hà Nga Vân Loan Thoa Oanh Nhài Bé",
        "Hương Hằng Linh Trang Huyền Yến Oanh Hiền Phượng Ngân Quỳnh Thảo Tuyết Mai Hà Nhung Dung Hoa Giang Thúy",
    ),
}

# Real women of the news and stories: their names are not given away again.
REAL = {
    "Sùng Dua",
    "Sa Thị Huyền Trang",
    "Lại Thanh Phương",
    "Ngần Thị Nga",
    "Hà Thị Thảo",
    "Hoàng Thị Lan",
    "Bàn Thị Ngân",
    "Mè Thị Xuân",
}


def woman(chance: Random, people: str, birth_year: int) -> str:
    """A full name as it is usual among this people."""
    naming = PEOPLES[people]
    while True:
        given = chance.choice((naming.young if birth_year >= YOUNG else naming.old).split())
        name = " ".join(word for word in (chance.choice(naming.surnames.split()), chance.choice(naming.middle), given) if word)
        if name not in REAL and len(set(name.split())) == len(name.split()):
            return name
