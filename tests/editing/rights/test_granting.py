"""A unit that gets its section gets its groups, with rights on its pages in every language, and nobody edits them by hand."""

from io import StringIO

import pytest
from django.contrib.auth.models import Group
from django.core.management import CommandError, call_command
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Page

from editing.rights import domain
from editing.rights.holders import pages_of
from editing.rights.models import Role, RoleGroup, Section
from editing.rights.table import TERMS
from editing.translating.models import Term
from members.models import Unit
from tests import factories
from tests.cast import client_of
from tests.editing.rights import ground
from tests.factories.quick import twin

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]


def rights(role: RoleGroup) -> set[tuple[str, str]]:
    """(address, right) of a group."""
    found = GroupPagePermission.objects.filter(group=role.group_id).select_related("page__locale", "permission")
    return {(f"{row.page.locale.language_code}:{row.page.slug}", row.permission.codename.removesuffix("_page")) for row in found}


def role(unit: Unit, name: str, language: str = "") -> RoleGroup:
    return RoleGroup.objects.get(section__unit=unit, role=name, language=language)


def everything() -> tuple:
    pages = set(GroupPagePermission.objects.values_list("group", "page", "permission"))
    collections = set(GroupCollectionPermission.objects.values_list("group", "collection", "permission"))
    return pages, collections, set(Group.objects.values_list("pk", "name")), set(Group.permissions.through.objects.values_list("group", "permission"))


def test_a_section_brings_its_groups(house):
    names = set(house.here.section.roles.values_list("group__name", flat=True))
    assert {"Biên tập – Gia Phù, Sơn La", "Duyệt bài – Gia Phù, Sơn La", "Giữ tài liệu – Gia Phù, Sơn La", "Dịch tiếng Mông – Gia Phù, Sơn La"} <= names
    assert len(names) == 3 + 8


def test_each_role_has_exactly_these_rights(house):
    assert rights(role(house.here, Role.EDITOR)) == {("vi:gia-phu", "add"), ("vi:gia-phu", "change")}
    assert rights(role(house.here, Role.MODERATOR)) == {("vi:gia-phu", name) for name in ("add", "change", "publish", "lock", "unlock")}
    assert rights(role(house.here, Role.TRANSLATOR, "en")) == {("vi:gia-phu", "change")}
    assert rights(role(house.here, Role.KEEPER)) == set()


def test_a_translation_that_appears_later_has_the_rights_at_once(house):
    twin(house.section, "en")
    assert ("en:gia-phu", "publish") in rights(role(house.here, Role.TRANSLATOR, "en"))
    assert not {address for address, _right in rights(role(house.here, Role.TRANSLATOR, "hmn"))} & {"en:gia-phu"}
    assert ("en:gia-phu", "publish") in rights(role(house.here, Role.MODERATOR))
    assert {address for address, _right in rights(role(house.here, Role.EDITOR))} == {"vi:gia-phu"}


def test_granting_again_changes_nothing(house):
    before = everything()
    out = StringIO()
    call_command("grant_unit", stdout=out)
    assert "3" in out.getvalue()
    assert everything() == before


def test_what_a_hand_has_changed_is_put_right(house, tree):
    editors = role(house.here, Role.EDITOR)
    before = everything()
    GroupPagePermission.objects.create(group=editors.group, page=house.other.page_ptr, permission=GroupPagePermission.objects.first().permission)
    GroupPagePermission.objects.filter(group=role(house.here, Role.MODERATOR).group).delete()
    editors.group.permissions.clear()
    domain.grant_all()
    pages, collections, groups, permissions = everything()
    assert (collections, groups, permissions) == before[1:]
    assert pages == before[0]


def test_a_language_added_when_many_pages_exist(house, tree):
    """The home page of the new language comes, and every page of a section that is begun in it."""
    for number in range(5):
        factories.make_news(parent=house.section, title=f"Tin {number}")
    english = twin(house.section, "en")
    Group.objects.filter(role__language="en").delete()  # as if English had not been known
    domain.grant_all()
    assert ("en:gia-phu", "add") in rights(role(house.here, Role.TRANSLATOR, "en"))
    assert english.pk in set(pages_of(house.moderator, "publish").values_list("pk", flat=True))


def test_the_moderators_of_the_province_hold_the_sections_wherever_they_stand(house, tree):
    """The province's own section beside that of its commune, as where the central union writes the whole site."""
    central = ground.unit("central", "VN")
    domain.end_section(section=house.province.section)
    domain.grant_unit(unit=central, page=tree.vi)
    ground.make_section(house.province, tree.vi)
    domain.grant_all()
    domain.appoint(member=house.moderator, role=Role.MODERATOR, unit=house.province, by=None)
    mine = set(pages_of(house.moderator, "publish").values_list("slug", flat=True))
    assert {"gia-phu", "quynh-nhai", "son-la"} <= mine and "tin-tuc" not in mine


def test_collections_are_nested_like_the_units(house):
    root = Collection.get_first_root_node()
    assert house.province.section.collection == root
    assert house.here.section.collection.get_parent() == root
    assert house.here.section.collection.name == "Gia Phù, Sơn La"
    names = set(GroupCollectionPermission.objects.filter(group=role(house.here, Role.KEEPER).group).values_list("permission__codename", flat=True))
    assert names == {"add_image", "change_image", "choose_image", "add_document", "change_document", "choose_document", "add_collection", "change_collection"}


def test_topics_belong_to_the_moderators_of_the_whole_site(house):
    topics = {"add_topic", "change_topic", "publish_topic"}
    assert topics <= set(role(house.province, Role.MODERATOR).group.permissions.values_list("codename", flat=True))
    assert not topics & set(role(house.here, Role.MODERATOR).group.permissions.values_list("codename", flat=True))
    assert not topics & set(role(house.province, Role.EDITOR).group.permissions.values_list("codename", flat=True))


def test_the_moderators_of_the_whole_site_keep_the_terms(house):
    keeper = client_of(house.moderator)
    keeper.post("/cms/thuat-ngu/add/", {"term": "hội phí", "language": "en", "translation": "dues"})
    term = Term.objects.get(term="hội phí")
    keeper.post(f"/cms/thuat-ngu/edit/{term.pk}/", {"term": "hội phí", "language": "en", "translation": "membership fee"})
    assert Term.objects.get(pk=term.pk).translation == "membership fee"
    assert keeper.get("/cms/dich/thuat-ngu/nhap/").status_code == 200 and "/cms/thuat-ngu/" in keeper.get("/cms/dich/").text
    assert '"name": "snippets"' not in keeper.get("/cms/").text  # no menu for them alone
    for other in (house.editor, house.translator, house.keeper):
        assert client_of(other).get("/cms/thuat-ngu/add/").status_code == 302
    assert not set(TERMS) & set(role(house.here, Role.MODERATOR).group.permissions.values_list("codename", flat=True))


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("Mường Không Có", "Mường Không Có"),
        ("commune:99999", "99999"),
        ("Chi Lăng", "Chi Lăng"),  # known, but has no section
    ],
)
def test_what_cannot_be_granted_is_said(house, words, said):
    with pytest.raises(CommandError, match=said):
        call_command("grant_unit", words)


def test_an_ambiguous_name_lists_what_it_could_mean(house):
    far = ground.unit("province", "20")
    far.add_child(instance=Unit(kind="commune", code="00001", name="Gia Phù", place="Gia Phù, Lạng Sơn"))
    with pytest.raises(CommandError) as error:
        call_command("grant_unit", "Gia Phù")
    assert "commune:03922" in str(error.value) and "commune:00001" in str(error.value)
    call_command("grant_unit", "gia phu, son la", stdout=StringIO())


def test_a_page_is_one_units_alone(house):
    with pytest.raises(CommandError, match="Gia Phù"):
        call_command("grant_unit", "commune:06427", "--page", "/gia-phu/")
    with pytest.raises(CommandError, match="/khong-co/"):
        call_command("grant_unit", "commune:06427", "--page", "/khong-co/")


def test_a_plain_page_can_be_a_section(house, tree):
    page = factories.make_standard(title="Chi Lăng", slug="chi-lang")
    call_command("grant_unit", "commune:06427", "--page", "/chi-lang/", stdout=StringIO())
    assert Section.objects.get(unit__code="06427").key == page.translation_key


def test_a_section_that_is_given_to_another_unit_takes_the_rights_along(house):
    house.section.unit = ground.unit("commune", "06427")
    house.section.save()
    assert not RoleGroup.objects.filter(section__unit=house.here).exists()
    assert not pages_of(house.editor, "change").exists()
    assert Page.objects.filter(pk=house.section.pk).exists()
