"""manage.py import_units: the provinces and communes since the reform of 2025, from the package vietnam-provinces."""

from collections.abc import Iterator

from django.core.management.base import BaseCommand
from vietnam_provinces import Province, Ward

from members.domain import UnitRow, place_units

CENTRAL = ("central", "VN")
PREFIXES = ("Thành phố ", "Tỉnh ", "Xã ", "Phường ", "Đặc khu ")


def bare(name: str) -> str:
    """The name that people say: "Sơn La", not "Tỉnh Sơn La". Phường 1 keeps its kind."""
    for prefix in PREFIXES:
        if name.startswith(prefix) and not name.removeprefix(prefix)[:1].isdigit():
            return name.removeprefix(prefix)
    return name


def rows() -> Iterator[UnitRow]:
    yield UnitRow(*CENTRAL, "Trung ương Hội")
    for province in Province.iter_all():
        yield UnitRow("province", f"{int(province.code):02}", bare(province.name), CENTRAL)
    for ward in Ward.iter_all():
        yield UnitRow("commune", f"{int(ward.code):05}", bare(ward.name), ("province", f"{int(ward.province_code):02}"))


class Command(BaseCommand):
    help = "Adds or renames the union's provinces and communes after the official list; a second run changes nothing."

    def handle(self, *args, **options):
        added, renamed = place_units(rows())
        self.stdout.write(f"Đơn vị: thêm {added}, đổi tên {renamed}.")
