"""Who acts in the tests.

Lan is a member, Hoa chairs her branch, Tam works for their commune, Mai lives in another commune, Thu works for the
province, Vui lives in another one, Ngan edits the Vietnamese pages, Yen translates into English, Nhung moderates. The tenth
is nobody: a client without a session.
"""

from types import SimpleNamespace

from django.contrib.auth.models import Group, Permission
from django.test import Client
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission

from members.domain import UnitRow, place_units
from members.models import Member, Unit

CENTRAL, PROVINCE = ("central", "VN"), ("province", "14")
COMMUNE, OTHER_COMMUNE = ("commune", "03922"), ("commune", "03703")
BRANCH, OTHER_BRANCH = ("branch", "03922-1"), ("branch", "03703-1")
FAR_PROVINCE, FAR_COMMUNE, FAR_BRANCH = ("province", "20"), ("commune", "06427"), ("branch", "06427-1")
UNITS = (
    UnitRow(*CENTRAL, "Trung ương Hội"),
    UnitRow(*PROVINCE, "Sơn La", CENTRAL),
    UnitRow(*COMMUNE, "Gia Phù", PROVINCE),
    UnitRow(*OTHER_COMMUNE, "Quỳnh Nhai", PROVINCE),
    UnitRow(*BRANCH, "Chi hội bản Nà Mạc", COMMUNE),
    UnitRow(*OTHER_BRANCH, "Chi hội bản Phiêng Nèn", OTHER_COMMUNE),
    UnitRow(*FAR_PROVINCE, "Lạng Sơn", CENTRAL),
    UnitRow(*FAR_COMMUNE, "Chi Lăng", FAR_PROVINCE),
    UnitRow(*FAR_BRANCH, "Chi hội thôn Làng Giang", FAR_COMMUNE),
)
MEMBERS = {
    "lan": ("Lò Thị Lan", BRANCH, False),
    "hoa": ("Hoàng Thị Hoa", BRANCH, True),
    "tam": ("Tòng Thị Tâm", COMMUNE, True),
    "mai": ("Mùa Thị Mai", OTHER_BRANCH, False),
    "thu": ("Nguyễn Lệ Thu", PROVINCE, True),
    "vui": ("Vi Thị Vui", FAR_BRANCH, False),
    "ngan": ("Đinh Kim Ngân", PROVINCE, True),
    "yen": ("Trần Hải Yến", PROVINCE, True),
    "nhung": ("Phạm Hồng Nhung", PROVINCE, True),
}
MODERATORS = "Moderators"  # Wagtail's own group, asked by its first workflow
PASSWORD = "mat khau thu 2026"  # noqa: S105, of a database that lives in memory


def lay(homes) -> None:
    """Units, members and their rights. homes: the home pages by language code."""
    place_units(UNITS)
    for username, (full_name, unit, official) in MEMBERS.items():
        member = Member(username=username, full_name=full_name, unit=Unit.objects.get(kind=unit[0], code=unit[1]), is_official=official)
        member.set_password(PASSWORD)
        member.save()
    give_rights("ngan", "Biên tập", [homes["vi"]], ["add_page", "change_page"], ["pages.add_topic", "pages.change_topic"])
    give_rights("yen", "Phiên dịch", [homes["en"], homes["fr"]], ["add_page", "change_page", "publish_page"])
    Member.objects.get(username="nhung").groups.add(Group.objects.get(name=MODERATORS))


def give_rights(username: str, group_name: str, pages, page_rights, model_rights=()) -> None:
    """Rights of an editor on these pages and below them, on pictures and on documents, and to send pages to translation."""
    group = Group.objects.create(name=group_name)
    Member.objects.get(username=username).groups.add(group)
    group.permissions.add(*(permission(name) for name in ("wagtailadmin.access_admin", "wagtail_localize.submit_translation", *model_rights)))
    for page in pages:
        for name in page_rights:
            GroupPagePermission.objects.create(group=group, page=page, permission=permission(f"wagtailcore.{name}"))
    for name in ("wagtailimages.add_image", "wagtailimages.change_image", "wagtailimages.choose_image"):
        GroupCollectionPermission.objects.create(group=group, collection=Collection.get_first_root_node(), permission=permission(name))
    for name in ("wagtaildocs.add_document", "wagtaildocs.change_document", "wagtaildocs.choose_document"):
        GroupCollectionPermission.objects.create(group=group, collection=Collection.get_first_root_node(), permission=permission(name))


def permission(name: str) -> Permission:
    app, codename = name.split(".")
    return Permission.objects.get(content_type__app_label=app, codename=codename)


def find() -> SimpleNamespace:
    """Every member under her username; the translator also as translator, the moderator as moderator."""
    found = {member.username: member for member in Member.objects.filter(username__in=MEMBERS).select_related("unit")}
    return SimpleNamespace(**found, translator=found["yen"], moderator=found["nhung"], editor=found["ngan"])


def client_of(who: str | Member) -> Client:
    """A client in which she is signed in."""
    client = Client()
    client.force_login(who if isinstance(who, Member) else Member.objects.get(username=who))
    return client
