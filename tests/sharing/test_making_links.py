"""One link of the same target, language, unit and campaign, however many ask for it; codes that are taken are drawn again."""

from io import StringIO
from itertools import chain, repeat
from uuid import uuid4

import pytest
from django.core.management import call_command
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page

from members.models import Unit
from sharing import codes, links, targets
from sharing.domain import short_link, short_links
from sharing.models import ShortLink
from tests import cast as people
from tests import factories
from tests.desk.ground import unit
from tests.progress.test_parallel_submits import together

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]
AT_ONCE = 20


@pytest.fixture
def target(tree):
    return targets.of(factories.make_lesson())


def branches(count: int) -> list[Unit]:
    commune = unit(people.COMMUNE)
    return [commune.add_child(kind=Unit.Kind.BRANCH, name=f"Chi hội {number}", code=f"x{number}") for number in range(count)]


def test_asked_twice_is_one(target):
    branch = unit(people.BRANCH)
    assert short_link(target=target, language="vi", unit=branch) == short_link(target=target, language="vi", unit=branch)
    others = {
        short_link(target=target, language="vi").pk,
        short_link(target=target, language="hmn", unit=branch).pk,
        short_link(target=target, language="vi", unit=unit(people.OTHER_BRANCH)).pk,
        short_link(target=target, language="vi", unit=branch, campaign="Hội chợ").pk,
        short_link(target=target, language="vi", campaign="Hội chợ").pk,
        short_link(target=target, language="vi", unit=branch).pk,
    }
    assert len(others) == 6


@pytest.mark.parametrize("place", [None, people.BRANCH])
def test_the_database_itself_holds_one(target, place):
    same = {"kind": target.kind, "key": target.key, "language": "fr", "unit": place and unit(place)}
    ShortLink.objects.create(code="AAAAA", **same)
    with pytest.raises(IntegrityError), transaction.atomic():
        ShortLink.objects.create(code="BBBBB", **same)


def test_taken_codes_are_drawn_again(target, monkeypatch):
    drawn = chain(["BBBBB", "BBBBB", "BBBBB"], repeat("CCCCC"))
    monkeypatch.setattr(codes, "new", lambda length=5: next(drawn))
    assert [short_link(target=target, language=language).code for language in ("en", "fr")] == ["BBBBB", "CCCCC"]


def test_taken_codes_are_drawn_again_for_many(target, monkeypatch):
    drawn = chain(["BBBBB", "BBBBB", "CCCCC", "BBBBB"], (f"D{number:04}" for number in range(100)))
    monkeypatch.setattr(codes, "new", lambda length=5: next(drawn))
    assert len({link.code for link in short_links(target=target, language="vi", units=branches(4))}) == 4


def test_one_for_each_branch_in_their_order_and_as_many_queries(target, cast):
    units = branches(30)
    assert [link.unit for link in short_links(target=target, language="vi", units=units[:2], made_by=cast.hoa)] == units[:2]
    with CaptureQueriesContext(connection) as few:
        short_links(target=target, language="en", units=units[:2])
    with CaptureQueriesContext(connection) as many:
        made = short_links(target=target, language="fr", units=units)
    assert len(many) == len(few) <= 8
    assert [link.unit for link in made] == units
    assert short_links(target=target, language="fr", units=units) == made


def test_command_fills_gaps_and_leaves_what_is_printed(target, tree):
    old = short_link(target=target, language="vi").code
    ShortLink.objects.exclude(code=old).delete()
    call_command("make_short_links", stdout=StringIO())
    pages = Page.objects.filter(live=True, depth__gt=1).count()
    assert ShortLink.objects.general().filter(kind="page").count() == pages
    assert short_link(target=target, language="vi").code == old
    said = StringIO()
    call_command("make_short_links", stdout=said)
    assert said.getvalue() == "Link ngắn: thêm 0 tài liệu, 0 trang.\n"


def test_a_page_brings_its_code_along(target, django_assert_num_queries):
    link = short_link(target=target, language="vi")
    page = Page.objects.annotate(general_code=links.general_code_of()).get(translation_key=target.key).specific
    assert links.general_address(page) == link.address  # by a query: specific() forgets annotations
    annotated = type(page).objects.annotate(general_code=links.general_code_of()).select_related("locale").get(pk=page.pk)
    with django_assert_num_queries(0):
        assert links.general_address(annotated) == link.address == f"http://testserver/Q/{link.code}"


def test_a_page_without_a_link_shares_its_own_address(tree):
    page = factories.make_standard(live=False)
    assert links.general_address(page) == f"http://testserver{page.address}"
    assert links.general_link(page).target == targets.of(page)


@pytest.mark.skipif(connection.vendor != "postgresql", reason="a database in memory has one connection; runs on PostgreSQL")
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("place", [None, people.BRANCH])
def test_made_by_twenty_at_once_it_is_one(tree, place):
    target = targets.Target("page", uuid4())
    of = place and unit(place)
    made = together(lambda _: short_link(target=target, language="vi", unit=of).code, AT_ONCE)
    assert len(made) == AT_ONCE and len(set(made)) == 1
    assert ShortLink.objects.to(target).count() == 1


@pytest.mark.skipif(connection.vendor != "postgresql", reason="a database in memory has one connection; runs on PostgreSQL")
@pytest.mark.django_db(transaction=True)
def test_made_for_a_commune_by_several_at_once_each_branch_has_one(tree):
    target, units = targets.Target("page", uuid4()), branches(10)
    made = together(lambda _: tuple(link.code for link in short_links(target=target, language="vi", units=units)), 6)
    assert len(made) == 6 and len(set(made)) == 1
    assert ShortLink.objects.to(target).count() == 10
