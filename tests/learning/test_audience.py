"""Who may read: by the audience of the collection, and of those above it."""

import pytest
from django.contrib.auth.models import AnonymousUser
from wagtail.models import Collection

from learning.library.models import CollectionAudience, LibraryDocument
from learning.library.rules import can_read
from members.models import Member, Unit
from tests import factories
from tests.cast import BRANCH, COMMUNE, FAR_PROVINCE, PROVINCE

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]
EVERYBODY = {"nobody", "lan", "hoa", "tam", "mai", "thu", "vui"}
MEMBERS = EVERYBODY - {"nobody"}
OFFICIALS = {"hoa", "tam", "thu"}


def below(collection, name="Bên dưới"):
    return collection.add_child(name=name)


def collection_for(audience: str | None, unit=None, above=None):
    collection = below(above or Collection.get_first_root_node(), f"Cho {audience}")
    if audience:
        place = Unit.objects.get(kind=unit[0], code=unit[1]) if unit else None
        CollectionAudience.objects.create(collection=collection, audience=audience, unit=place)
    return collection


def readers(document, cast) -> set[str]:
    """By the rule for one document, and by the one for lists."""
    people = {"nobody": None, **{name: getattr(cast, name) for name in MEMBERS}}
    alone = {name for name, member in people.items() if can_read(member, document)}
    listed = {name for name, member in people.items() if document in LibraryDocument.objects.readable_by(member)}
    assert alone == listed
    return alone


@pytest.mark.parametrize(
    ("audience", "unit", "expected"),
    [
        (None, None, EVERYBODY),
        ("public", None, EVERYBODY),
        ("members", None, MEMBERS),
        ("officials", None, OFFICIALS),
        ("members", PROVINCE, MEMBERS - {"vui"}),
        ("members", COMMUNE, {"lan", "hoa", "tam"}),
        ("members", BRANCH, {"lan", "hoa"}),
        ("members", FAR_PROVINCE, {"vui"}),
        ("officials", PROVINCE, OFFICIALS),
        ("officials", COMMUNE, {"hoa", "tam"}),
        ("officials", FAR_PROVINCE, set()),
    ],
)
def test_audience_is_a_role_in_a_unit_and_all_below_it(cast, audience, unit, expected):
    assert readers(factories.make_document(collection=collection_for(audience, unit)), cast) == expected


@pytest.mark.parametrize(
    ("above", "own", "expected"),
    [
        (("officials", None), (None, None), OFFICIALS),
        (("officials", None), ("public", None), OFFICIALS),
        (("members", COMMUNE), ("officials", None), {"hoa", "tam"}),
        (("public", None), ("members", None), MEMBERS),
    ],
)
def test_what_is_below_is_at_most_as_open(cast, above, own, expected):
    collection = collection_for(*own, above=below(collection_for(*above)))
    assert readers(factories.make_document(collection=collection), cast) == expected


def test_beside_a_closed_collection_nothing_is_closed(cast):
    collection_for("officials")
    assert readers(factories.make_document(collection=collection_for(None)), cast) == EVERYBODY


@pytest.mark.parametrize("change", [{"status": Member.Status.LEFT}, {"is_active": False}])
def test_who_has_left_reads_what_strangers_read(cast, change):
    Member.objects.filter(pk=cast.hoa.pk).update(**change)
    gone = Member.objects.get(pk=cast.hoa.pk)
    assert not can_read(gone, factories.make_document(collection=collection_for("members")))
    assert can_read(gone, factories.make_document())


def test_a_visitor_without_a_session_is_a_stranger(cast):
    assert not can_read(AnonymousUser(), factories.make_document(collection=collection_for("members")))


def test_one_query_decides(cast, django_assert_num_queries):
    document = factories.make_document(collection=collection_for("officials", PROVINCE))
    hoa = Member.objects.select_related("unit").get(pk=cast.hoa.pk)
    with django_assert_num_queries(1):
        assert can_read(hoa, document)
