"""Forty branches of six communes of Sơn La. The communes are real; the branches are not, and their names say so."""

from dataclasses import dataclass

from members.domain import UnitRow

PROVINCE = ("province", "14")
MARK = "(ví dụ)"


@dataclass(frozen=True)
class Commune:
    code: str  # the official one
    peoples: dict[str, int]  # how many of a hundred members
    villages: tuple[str, ...]


COMMUNES = (
    Commune(
        "03922",  # Gia Phù
        {"Mường": 45, "Thái": 35, "Kinh": 20},
        ("bản Nà Sang", "bản Nà Khoang", "bản Suối Vàng", "bản Đồng Xanh", "bản Bãi Mới", "bản Suối Hoa", "tiểu khu 12", "bản Pá Xanh"),
    ),
    Commune("03958", {"Mường": 70, "Thái": 25, "Kinh": 5}, ("bản Suối Trong", "bản Đồng Mận", "bản Bãi Dâu", "bản Nà Thổ Cẩm", "bản Suối Nứa", "bản Cửa Rừng")),
    Commune(
        "04075",  # Yên Châu
        {"Thái": 60, "Kinh": 25, "Mông": 15},
        ("bản Nà Xoài", "bản Pá Mận", "bản Huổi Ngọt", "bản Co Xanh", "tiểu khu 14", "bản Nà Lúa", "bản Nong Sen", "bản Pa Đào"),
    ),
    Commune(
        "03703",  # Quỳnh Nhai
        {"Thái": 85, "Kinh": 15},
        ("bản Nà Hồ", "bản Huổi Cá", "bản Pá Thuyền", "xóm 11", "bản Nà Bến", "bản Lóng Nước", "bản Co Sung"),
    ),
    Commune("03868", {"Mông": 95, "Kinh": 5}, ("bản Háng Mây", "bản Hua Chè", "bản Tà Gió", "bản Pa Sương", "bản Háng Sơn Tra")),
    Commune(
        "04048",  # Vân Hồ
        {"Mông": 35, "Mường": 25, "Thái": 20, "Dao": 20},
        ("bản Hua Đào", "bản Suối Lanh", "bản Chè Tuyết", "bản Nà Hoa", "bản Pa Lau", "bản Bó Nước"),
    ),
)


@dataclass(frozen=True)
class Branch:
    code: str
    name: str
    commune: Commune


BRANCHES = tuple(
    Branch(f"VD-{commune.code}-{number:02}", f"Chi hội {village} {MARK}", commune) for commune in COMMUNES for number, village in enumerate(commune.villages, 1)
)


def rows() -> list[UnitRow]:
    return [UnitRow("branch", branch.code, branch.name, ("commune", branch.commune.code)) for branch in BRANCHES]
