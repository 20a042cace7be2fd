"""manage.py grant_unit UNIT [--page PATH]: groups and rights of a unit's section. Without UNIT those of every section, anew."""

from django.core.management.base import BaseCommand, CommandError
from wagtail.models import Page

from config.languages import SOURCE
from editing.rights.domain import Refused, grant_all, grant_unit
from members.models import Unit
from pages.text import folded

MOST_NAMES = 10  # that one sentence lists


class Command(BaseCommand):
    help = "Lập nhóm biên tập, duyệt bài, dịch và giữ tài liệu cho phần trang của một đơn vị. Không nêu đơn vị thì làm lại cho mọi đơn vị đã có trang."

    def add_arguments(self, parser):
        parser.add_argument("unit", nargs="?", help='đơn vị: loại và mã ("commune:03922") hoặc tên ("Gia Phù", "Gia Phù, Sơn La")')
        parser.add_argument("--page", help='trang gốc của đơn vị, ví dụ "/son-la/gia-phu/"; "/" là cả trang web')

    def handle(self, *args, **options):
        if not options["unit"]:
            if options["page"]:
                raise CommandError("Nêu trang thì phải nêu cả đơn vị.")
            self.stdout.write(f"Đã cấp quyền cho {grant_all()} đơn vị.")
            return
        unit = unit_called(options["unit"])
        page = page_at(options["page"]) if options["page"] else None
        try:
            section = grant_unit(unit=unit, page=page)
        except Refused as error:
            raise CommandError(str(error)) from error
        names = ", ".join(section.roles.order_by("pk").values_list("group__name", flat=True))
        self.stdout.write(f"Đã cấp quyền cho {unit}: {names}.")


def unit_called(words: str) -> Unit:
    kind, _, code = words.partition(":")
    if kind in Unit.Kind.values and code:
        if unit := Unit.objects.filter(kind=kind, code=code.strip()).first():
            return unit
        raise CommandError(f"Không có đơn vị nào loại “{kind}” mang mã “{code}”. Xem lại mã, hoặc nhập đơn vị bằng manage.py import_units.")
    wanted = folded(words)
    found = [unit for unit in Unit.objects.called(words) if wanted in (unit.place_folded, folded(unit.name))]
    if len(found) == 1:
        return found[0]
    if not found:
        raise CommandError(f"Không có đơn vị nào tên “{words}”. Gõ đủ tên, hoặc gõ loại và mã, ví dụ commune:03922.")
    named = "; ".join(f"{unit} ({unit.kind}:{unit.code})" for unit in found[:MOST_NAMES])
    raise CommandError(f"Có {len(found)} đơn vị tên “{words}”: {named}. Gõ loại và mã của một đơn vị.")


def page_at(path: str) -> Page:
    """In the source language; the others follow by their key."""
    homes = {home.path: home for home in Page.objects.filter(depth=2, locale__language_code=SOURCE)}
    for home in homes.values():
        address = home.url_path + path.strip("/") + ("/" if path.strip("/") else "")
        if page := Page.objects.filter(url_path=address, locale=home.locale_id).first():
            return page
    raise CommandError(f"Không có trang tiếng Việt nào ở “{path}”. Xem địa chỉ của trang rồi gõ lại.")
