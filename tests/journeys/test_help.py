"""The guide tells the truth: what each step of a card names stands on the screen it speaks of.

HELP_PICTURES=1 takes the pictures anew on the way.
"""

import os

import pytest

from editing.help.cards import cards
from tests import help_pictures


@pytest.fixture(scope="module")
def shown(site_server):
    return help_pictures.places_of(site_server)


@pytest.mark.parametrize("card", cards().values(), ids=lambda card: card.slug)
def test_every_step_finds_what_it_names(card, shown, sign_in, site_server):
    page = sign_in(card.who)
    found = help_pictures.walk(page, site_server.url, card, shown, take=bool(os.environ.get("HELP_PICTURES")))
    page.close()
    assert found.wrong == []
    assert found.missing == []
