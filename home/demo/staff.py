"""The demonstration's staff, one for each role, with the rights that a province gives its people (editing.rights)."""

import secrets

from django.conf import settings
from django.contrib.auth.models import Group, Permission

from config.languages import LANGUAGES, SOURCE
from editing.rights.domain import appoint, grant_unit
from editing.rights.models import Role, Section
from home.demo.branches import PROVINCE
from members.models import Member, Unit

PASSWORDS = "demo-passwords.txt"
OFFICERS = "Cán bộ tỉnh"
TRANSLATED = tuple(language.code for language in LANGUAGES if language.code != SOURCE)
COMMUNE = ("commune", "03922")  # Gia Phù, which has a section

# Login name, full name, role, languages of a translator. The province writes the whole site.
# They have no unit: they see no member.
OF_PROVINCE = (
    ("bien-tap", "Lò Thị Ngân (nhân vật ví dụ)", Role.EDITOR, ("",)),
    ("phien-dich", "Vàng Thị Dợ (nhân vật ví dụ)", Role.TRANSLATOR, TRANSLATED),
    ("duyet-bai", "Hà Thị Thu (nhân vật ví dụ)", Role.MODERATOR, ("",)),
    ("giu-tai-lieu", "Quàng Thị Inh (nhân vật ví dụ)", Role.KEEPER, ("",)),
)
OFFICER = ("can-bo-tinh", "Quàng Thị Yên (nhân vật ví dụ)")  # answers for the members of the province and writes no pages
TECHNICIAN = ("ky-thuat", "Lường Thị Mỷ (nhân vật ví dụ)")  # a superuser
OF_COMMUNE = ("bien-tap-xa", "Cầm Thị Hương (nhân vật ví dụ)")


def make_staff(homes: dict) -> list[Member]:
    province = Unit.objects.get(kind=PROVINCE[0], code=PROVINCE[1])
    if not Section.objects.filter(unit=province).exists():
        grant_unit(unit=province, page=homes[SOURCE])
    members = []
    for username, name, role, languages in OF_PROVINCE:
        member, made = keep_member(username, name)
        for language in languages if made or not member.groups.exists() else ():  # one whom somebody has dismissed stays so
            appoint(member=member, role=role, unit=province, language=language, by=None)
        members.append(member)
    return [*members, make_officer(province), keep_member(*TECHNICIAN, is_superuser=True)[0]]


def make_officer(province: Unit) -> Member:
    officers, _ = Group.objects.get_or_create(name=OFFICERS)
    officers.permissions.add(Permission.objects.get(content_type__app_label="wagtailadmin", codename="access_admin"))
    officer, _made = keep_member(*OFFICER, unit=province)
    officer.groups.add(officers)
    return officer


def make_commune_staff() -> list[Member]:
    """Once the commune has its section. She writes its pages and, as no official, sees no member."""
    commune = Unit.objects.get(kind=COMMUNE[0], code=COMMUNE[1])
    member, made = keep_member(*OF_COMMUNE, unit=commune, is_official=False)
    if made:
        appoint(member=member, role=Role.EDITOR, unit=commune, by=None)
    return [member]


def keep_member(username: str, name: str, **fields) -> tuple[Member, bool]:
    member, made = Member.objects.get_or_create(username=username, defaults={"full_name": name, "is_official": True, **fields})
    if made:
        member.set_unusable_password()
        member.save()
    return member, made


def renew_passwords(members: list[Member], *, only_missing: bool) -> str:
    """Random passwords into a file that git ignores; the path of the file."""
    path = settings.VAR / PASSWORDS
    known = dict(line.split(" ", 1) for line in path.read_text().splitlines()) if path.exists() else {}
    for member in members:
        if only_missing and member.username in known and member.has_usable_password():
            continue
        known[member.username] = secrets.token_urlsafe(9)
        member.set_password(known[member.username])
        member.save(update_fields=["password"])
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(f"{name} {password}\n" for name, password in known.items()))
    path.chmod(0o600)
    return str(path)
