"""Two communes with a section each below that of their province, and the people who work there."""

from types import SimpleNamespace

from editing.rights.domain import appoint, grant_unit
from editing.rights.models import Role
from members.models import Member, Unit
from tests import cast, factories


def unit(kind: str, code: str) -> Unit:
    return Unit.objects.get(kind=kind, code=code)


def make_section(of: Unit, parent):
    return factories.make_section(of, parent, title=of.name)


def staff(username: str, name: str, of: Unit | None, **fields) -> Member:
    member = Member(username=username, full_name=name, unit=of, **fields)
    member.set_password(cast.PASSWORD)
    member.save()
    return member


def lay(tree) -> SimpleNamespace:
    """The province writes the whole site; Gia Phù and Quỳnh Nhai each a part of it."""
    province, here, there = unit(*cast.PROVINCE), unit(*cast.COMMUNE), unit(*cast.OTHER_COMMUNE)
    grant_unit(unit=province, page=tree.vi)
    found = SimpleNamespace(province=province, here=here, there=there)
    found.section, found.other = make_section(here, tree.vi), make_section(there, tree.vi)
    found.editor = staff("bien-tap-xa", "Cầm Thị Hương", here)
    found.neighbour = staff("bien-tap-xa-khac", "Lường Thị Nết", there)
    found.moderator = staff("duyet-bai", "Hà Thị Thu", province)
    found.translator = staff("phien-dich", "Vàng Thị Dợ", here)
    found.keeper = staff("giu-tai-lieu", "Quàng Thị Inh", here)
    appoint(member=found.editor, role=Role.EDITOR, unit=here, by=None)
    appoint(member=found.neighbour, role=Role.EDITOR, unit=there, by=None)
    appoint(member=found.moderator, role=Role.MODERATOR, unit=province, by=None)
    appoint(member=found.translator, role=Role.TRANSLATOR, unit=here, language="en", by=None)
    appoint(member=found.keeper, role=Role.KEEPER, unit=here, by=None)
    return found
