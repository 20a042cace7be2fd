"""Who may read is a field of the collection, in Wagtail's own screens for collections."""

import pytest
from django.contrib.auth.models import Group
from django.core.cache import cache
from django.test import override_settings
from django.urls import reverse
from wagtail.models import Collection, CollectionViewRestriction, GroupCollectionPermission

from learning.library.models import CollectionAudience
from learning.library.office.openness import Opennesses
from tests import factories
from tests.cast import client_of, permission
from tests.learning.office import edit_address, folder, turned_away
from tests.pages.reading import soup

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]
ADD = "/cms/collections/add/"


@pytest.fixture
def keeper(cast):
    """A client of Nhung, who keeps the collections."""
    for name in ("add_collection", "change_collection"):
        group = Group.objects.get(name="Moderators")
        GroupCollectionPermission.objects.create(group=group, collection=Collection.get_first_root_node(), permission=permission(f"wagtailcore.{name}"))
    return client_of("nhung")


def address(collection) -> str:
    return reverse("wagtailadmin_collections:edit", args=[collection.pk])


def send(client, collection, **fields):
    parent = collection.get_parent().pk
    return client.post(address(collection), {"name": collection.name, "parent": parent, "audience": "public", **fields})


def audience(collection) -> tuple | None:
    return CollectionAudience.objects.filter(collection=collection).values_list("audience", "unit").first()


def test_audience_is_chosen_when_a_collection_is_made(keeper, cast):
    root = Collection.get_first_root_node()
    answer = keeper.post(ADD, {"name": "Nội bộ", "parent": root.pk, "audience": "officials", "unit": cast.thu.unit.pk})
    assert answer.status_code == 302
    assert audience(Collection.objects.get(name="Nội bộ")) == ("officials", cast.thu.unit.pk)


def test_audience_is_shown_and_changed(keeper, cast):
    collection = folder("Nội bộ")
    assert soup(keeper.get(address(collection))).select_one("[name=audience][checked]")["value"] == "public"
    assert send(keeper, collection, audience="members", unit=cast.hoa.unit.pk).status_code == 302
    assert audience(collection) == ("members", cast.hoa.unit.pk)
    page = soup(keeper.get(address(collection)))
    assert page.select_one("[name=audience][checked]")["value"] == "members"
    assert page.select_one("[name=unit]")["value"] == str(cast.hoa.unit.pk)
    send(keeper, collection)
    assert audience(collection) is None


@pytest.mark.parametrize("wrong", [{"audience": "x"}, {"audience": ""}, {"audience": "members", "unit": "99999"}])
def test_wrong_choice_is_refused_and_changes_nothing(keeper, wrong):
    collection = folder("Nội bộ")
    CollectionAudience.objects.create(collection=collection, audience="officials")
    assert send(keeper, collection, **wrong).status_code == 200
    assert audience(collection) == ("officials", None)


@override_settings(PAGE_CACHE_SECONDS=60)
def test_closing_a_collection_holds_at_once(keeper, client):
    collection = folder("Nội bộ")
    document = factories.make_document(title="Danh sách", collection=collection)
    cache.clear()
    assert client.get(document.address).status_code == 200
    send(keeper, collection, audience="members")
    assert client.get(document.address).status_code != 200
    send(keeper, collection)
    assert client.get(document.address).status_code == 200


@pytest.mark.parametrize("who", [None, "lan", "hoa", "thu", "ngan"])
def test_others_change_no_audience(client, enter, cast, who):
    collection = folder("Nội bộ")
    asking = enter(who) if who else client
    assert turned_away(asking.get(address(collection))) and turned_away(asking.get(ADD))
    send(asking, collection, audience="members")
    assert audience(collection) is None


def test_missing_collection_is_not_found(keeper):
    assert keeper.get("/cms/collections/99999/").status_code == 404


@pytest.mark.parametrize(
    ("above", "below", "expected", "units"),
    [
        (None, None, "public", 0),
        ("members", None, "members", 1),
        ("officials", "members", "officials", 2),
        ("public", "members", "members", 1),
        (None, "officials", "officials", 1),
    ],
)
def test_effective_audience_is_that_of_the_strictest_above(cast, above, below, expected, units):
    outer = folder("Ngoài")
    inner = folder("Trong", outer)
    for collection, chosen in ((outer, above), (inner, below)):
        if chosen:
            CollectionAudience.objects.create(collection=collection, audience=chosen, unit=cast.thu.unit)
    found = Opennesses().of(inner)
    assert (found.audience, len(found.units), found.is_public) == (expected, units, expected == "public")


def test_lock_of_wagtail_closes_to_all(cast):
    outer = folder("Ngoài")
    CollectionViewRestriction.objects.create(collection=outer, restriction_type="login")
    assert Opennesses().of(folder("Trong", outer)).locked


def test_document_and_collection_show_the_effective_audience(keeper, cast):
    outer = folder("Ngoài")
    inner = folder("Trong", outer)
    CollectionAudience.objects.create(collection=outer, audience="officials", unit=cast.thu.unit)
    document = factories.make_document(collection=inner)
    for screen in (edit_address(document), address(inner)):
        assert str(cast.thu.unit) in soup(keeper.get(screen)).select_one("main").get_text(" ")
