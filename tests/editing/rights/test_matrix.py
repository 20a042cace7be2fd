"""Every address below /cms/ answers every role as the committed table says, and shows nobody another unit's drafts."""

import logging
import os
import time

import pytest
from django.test import Client

from editing.rights.roads import ROADS
from tests.cast import client_of
from tests.editing.rights import matrix, objects
from tests.scale import scaled

pytestmark = pytest.mark.django_db


@pytest.fixture
def found(tree, house, editors_search):
    who = objects.people(house)
    sides = objects.lay(tree, house, who)
    askers = [matrix.Asker(role, client_of(member) if member else Client()) for role, member in who.items()]
    logging.disable(logging.CRITICAL)  # every refusal would be a line
    began = time.process_time()
    try:
        table = matrix.table(askers, sides, matrix.read(), whole=scaled(False, True) or matrix.WRITE in os.environ)
    finally:
        logging.disable(logging.NOTSET)
    return table, askers, time.process_time() - began


def test_the_matrix(found, report):
    table, askers, seconds = found
    report("matrix of /cms/", "addresses x roles", {"rows": len(table), "roles": len(askers), "CPU s": f"{seconds:.0f}"})
    roles = [asker.role for asker in askers]
    if os.environ.get(matrix.WRITE):
        matrix.write(table, roles)
    known = matrix.read()
    leaks = [leak for asker in askers for leak in asker.leaks]
    assert not leaks, "\n".join(leaks)
    missing, gone = [label for label in table if label not in known], [label for label in known if label not in table]
    assert not missing, f"These addresses are in no row of the table: {missing}. {matrix.HOW}"
    assert not gone, f"These rows name no address any more: {gone}. {matrix.HOW}"
    other = [
        f"{label}, {role}: {now}, the table says {then}"
        for label, cells in table.items()
        for role, now, then in zip(roles, cells, known[label], strict=True)
        if now != then
    ]
    assert not other, "\n".join([*other, matrix.HOW])
    broken = {label for label, cells in table.items() if any("500" in cell for cell in cells)}
    # Made to fail; sent without its fields, as no page of Wagtail's does; making a term in a chooser, which no form has.
    assert broken == {"failwhale/", "choose-external-link/", "snippets/choose/translating/term/create/"}


def test_an_address_that_is_missing_says_how_to_add_it(monkeypatch):
    assert "tests.editing.rights.matrix" in matrix.HOW
    with pytest.raises(LookupError, match="VALUES"):
        matrix.value_of("moi/<never_seen>/", "never_seen", None)


def test_every_address_that_the_resolver_knows_has_its_row():
    """Cheap, so that a missing one is told at once."""
    assert {address.label or "(first screen)" for address in matrix.addresses()} <= set(matrix.read())


def test_every_road_that_is_closed_leads_somewhere():
    """A name that Wagtail has given up would leave its road open."""
    known = {address.name for address in matrix.addresses()}
    assert set(ROADS) <= known
