"""A link or a choice whose number is damaged leaves its words, or nothing; the page is shown."""

import pytest

from home.guides.models import GuidePage
from tests import factories
from tests.factories.quick import quickly
from tests.factories.tree import find

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]
DAMAGED = ["abc", "", "-1", "1.5", "²", "0x1", "1 or 1", "9" * 30]


@pytest.mark.parametrize("kind", ["page", "document"])
@pytest.mark.parametrize("number", DAMAGED)
def test_link_with_a_damaged_number_leaves_its_words(tree, client, kind, number):
    damaged = f'<p><a linktype="{kind}" id="{number}">sổ tay</a></p>'
    page = quickly(
        find().guides, GuidePage(title="Mô hình", slug="mo-hinh", what=damaged, steps=factories.stream(("step", {"title": "Bước", "text": damaged})))
    )
    answer = client.get(page.address)
    assert answer.status_code == 200
    assert answer.text.count("sổ tay") == 2 and "<a>sổ tay</a>" in answer.text


@pytest.mark.parametrize("number", [*DAMAGED, {"id": 1}, [1]])
def test_choice_with_a_damaged_number_shows_nothing(tree, client, number):
    page = factories.make_standard()
    type(page).objects.filter(pk=page.pk).update(body=factories.stream(("document", number), ("clip", number), ("heading", "Phần sau")))
    answer = client.get(page.address)
    assert answer.status_code == 200
    assert "Phần sau" in answer.text and "/thu-vien/" not in answer.text
