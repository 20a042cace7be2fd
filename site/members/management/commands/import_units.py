"""manage.py import_units: the provinces and communes since the reform of 2025, from the package vietnam-provinces.

import_units FILE: the branches of a province or a commune, from CSV or XLSX.
"""

from collections.abc import Iterator
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from vietnam_provinces import Province, Ward

from members.domain import UnitRow, place_units
from members.importing.units import unit_rows
from members.importing.unreadable import Unreadable

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

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path, nargs="?", help="CSV or XLSX with branches: code, name, commune (name or code)")

    def handle(self, *args, **options):
        added, renamed = place_units(self.from_file(options["file"]) if options["file"] else rows())
        self.stdout.write(f"Đơn vị: thêm {added}, đổi tên {renamed}.")

    def from_file(self, path: Path) -> list[UnitRow]:
        try:
            with open(path, "rb") as file:
                return unit_rows(file, path.name)
        except (Unreadable, OSError) as error:
            raise CommandError(str(error)) from error
