"""The editor's side of the library as tests use it: forms filled in, folders that one person alone may use."""

from django.contrib.auth.models import Group
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from wagtail.models import Collection, GroupCollectionPermission

from learning.library.models import LibraryDocument
from tests.cast import permission

PDF = b"%PDF-1.4 so tay"
RIGHTS = ("wagtaildocs.add_document", "wagtaildocs.change_document", "wagtaildocs.choose_document")
# Who has no right to a screen of the library, whatever her place in the union.
OUTSIDERS = (None, "lan", "hoa", "thu")


def upload(name: str = "so-tay.pdf", content: bytes = PDF) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


def filled(**fields) -> dict:
    """A form as a browser sends it; None leaves a field out."""
    fields = {"title": "Sổ tay", "kind": "handbook", "language_code": "vi", "tags": "", **fields}
    return {name: value for name, value in fields.items() if value is not None}


def add(client, **fields):
    return client.post(reverse("wagtaildocs:add"), filled(**fields))


def edit(client, document, **fields):
    return client.post(edit_address(document), filled(**{"title": document.title, "kind": document.kind, "language_code": document.language_code, **fields}))


def edit_address(document) -> str:
    return reverse("wagtaildocs:edit", args=[document.pk])


def newest() -> LibraryDocument:
    return LibraryDocument.objects.latest("pk")


def folder(name: str, parent=None) -> Collection:
    parent = Collection.objects.get(pk=parent.pk) if parent else Collection.get_first_root_node()
    return parent.add_child(name=name)


def let_in(member, *collections, rights=RIGHTS) -> None:
    """An editor of these folders and of nothing else."""
    group = Group.objects.create(name=f"Thư viện {member.username}")
    group.permissions.add(permission("wagtailadmin.access_admin"))
    member.groups.add(group)
    for collection in collections:
        for name in rights:
            GroupCollectionPermission.objects.create(group=group, collection=collection, permission=permission(name))


def turned_away(answer) -> bool:
    """To the sign-in, to the first screen with a sentence, or told that there is nothing."""
    return answer.status_code == 404 or (answer.status_code == 302 and answer.url.split("?")[0] in {"/cms/", reverse("account_login")})
