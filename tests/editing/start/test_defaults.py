"""What Wagtail's migrations and its code call by English names."""

import pytest
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.urls import reverse
from wagtail.models import Collection, Page, Workflow

from editing.start.defaults import NAMES, name_in_vietnamese
from tests.cast import client_of
from tests.editing.start import ground

pytestmark = pytest.mark.django_db


def test_defaults_get_vietnamese_names_once(tree):
    call_command("name_defaults")
    assert (Page.get_first_root_node().title, Collection.get_first_root_node().name) == ("Trang gốc", "Thư mục gốc")
    assert not Group.objects.filter(name__in=("Editors", "Moderators")).exists()
    assert name_in_vietnamese() == 0


def test_rights_and_workflow_stay_with_the_group(tree, cast):
    name_in_vietnamese()
    assert cast.moderator.groups.get().name == "Duyệt toàn trang web"
    state = ground.send(ground.draft_of(cast.editor), cast.editor)
    assert client_of(cast.moderator).get(reverse("short_approve", args=[state.pk])).status_code == 200


def test_what_was_renamed_or_made_by_others_is_left_alone(tree):
    Workflow.objects.update(name="Duyệt của tỉnh")
    folder = Collection.get_first_root_node().add_child(name="Root")
    Group.objects.create(name=NAMES[0][3])
    name_in_vietnamese()
    folder.refresh_from_db()
    assert folder.name == "Root" and Workflow.objects.get().name == "Duyệt của tỉnh"
    assert Group.objects.filter(name="Editors").exists(), "two groups of one name cannot be"


@pytest.mark.parametrize(
    ("address", "english"),
    [
        ("/cms/sites/", "Root page"),
        ("/cms/sites/", "Site name"),
        ("/cms/locales/new/", ">Locale<"),
        ("/cms/groups/", 'aria-label="Actions"'),
    ],
)
def test_labels_of_packages_are_translated(tree, cast, address, english):
    client = client_of(ground.technician(tree))
    assert english not in client.get(address).content.decode()
