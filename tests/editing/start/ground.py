"""Staff of every kind, with the rights that Wagtail gives, and work for each of them."""

from datetime import timedelta

from django.contrib.auth.models import Group
from django.utils import timezone
from wagtail.models import Collection, GroupApprovalTask, GroupCollectionPermission, GroupPagePermission

from editing.notices.domain import tell
from learning.library.models import LibraryDocument
from members.models import Member, Unit
from sharing.links import general_link
from sharing.models import LinkDay
from tests import cast as people
from tests import factories
from tests.editing.rights import ground as rights

PICTURES = ("wagtailimages.add_image", "wagtailimages.change_image", "wagtailimages.choose_image")
DOCUMENTS = ("wagtaildocs.add_document", "wagtaildocs.change_document", "wagtaildocs.choose_document")


def make_staff(username, *, unit=people.COMMUNE, page_rights=(), pages=(), library=(), collection=None, official=True, superuser=False) -> Member:
    """A member of the staff in a group of her own."""
    group = Group.objects.create(name=f"Nhóm {username}")
    group.permissions.add(people.permission("wagtailadmin.access_admin"), people.permission("wagtail_localize.submit_translation"))
    for page in pages:
        for right in page_rights:
            GroupPagePermission.objects.create(group=group, page=page, permission=people.permission(f"wagtailcore.{right}_page"))
    for right in library:
        where = collection or Collection.get_first_root_node()
        GroupCollectionPermission.objects.create(group=group, collection=where, permission=people.permission(right))
    member = Member(
        username=username,
        full_name=f"Lường Thị {username.title()}",
        unit=Unit.objects.get(kind=unit[0], code=unit[1]),
        is_official=official,
        is_superuser=superuser,
    )
    member.set_password(people.PASSWORD)
    member.save()
    member.groups.add(group)
    return member


def commune_editor(tree, **more) -> Member:
    """She writes news and stories, no more, and adds pictures to the folder of her commune."""
    folder = Collection.get_first_root_node().add_child(name="Gia Phù")
    return make_staff("bientapxa", page_rights=("add",), pages=(tree.news, tree.stories), library=PICTURES, collection=folder, **more)


def moderator(tree) -> Member:
    member = make_staff("duyettinh", unit=people.PROVINCE, page_rights=("add", "change", "publish"), pages=tree.homes.values(), library=PICTURES)
    GroupApprovalTask.objects.get().groups.add(member.groups.get())
    return member


def translator(tree) -> Member:
    return make_staff("dich", unit=people.PROVINCE, page_rights=("add", "change", "publish"), pages=(tree.en, tree.fr))


def keeper(tree) -> Member:
    return make_staff("giutailieu", unit=people.PROVINCE, library=DOCUMENTS)


def officer(tree) -> Member:
    return make_staff("canbo", unit=people.PROVINCE)


def technician(tree) -> Member:
    return make_staff("kythuat", unit=people.PROVINCE, official=False, superuser=True)


def section_editor(tree) -> Member:
    """By the role that a province gives her: she writes a section, not the whole site."""
    return rights.lay(tree).editor


def section_translator(tree) -> Member:
    return rights.lay(tree).translator


MAKERS = (commune_editor, moderator, translator, keeper, officer, technician, section_editor, section_translator)
ROLES = {make.__name__: make for make in MAKERS}


def draft_of(member, **fields):
    page = factories.make_news(live=False, **fields)
    type(page).objects.filter(pk=page.pk).update(owner=member)
    page.refresh_from_db()
    return page


def send(page, member):
    page.get_workflow().start(page, member)
    return page.current_workflow_task_state


def work(member, tree, count: int) -> None:
    """As much of everything: drafts, pages sent, pages returned, translations begun, documents due, notices, readers."""
    other = Member.objects.get(username="ngan")
    for number in range(count):
        draft_of(member, title=f"Nháp {number}")
        send(draft_of(other, title=f"Chờ duyệt {number}"), other)
        sent = send(draft_of(member, title=f"Bị trả {number}"), member)
        sent.reject(user=other, comment="Thiếu ảnh")
        tell([member], "comment", title=f"Báo tin {number}", address="/cms/", key=str(number), by=other)
    shown = factories.make_news(title="Đã lên trang")
    type(shown).objects.filter(pk=shown.pk).update(owner=member)
    LinkDay.objects.create(link=general_link(shown), day=timezone.localdate(), opens=7 * count)
    shown.save_revision(user=other, log_action=True)
    for code in ("en", "fr"):
        factories.translate(factories.make_news(), code, live=False)
    document = factories.make_document(owner=member, review_on=timezone.localdate() - timedelta(days=1), title="Sổ tay đến hạn")
    assert LibraryDocument.objects.get(pk=document.pk).owner == member
