"""However much there is to be found, a search asks the same few questions."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from search.finding import Asked, Finding
from search.results import groups
from tests.scale import scaled
from tests.search import ground

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]

PAGES, DOCUMENTS = scaled((400, 150), (50_000, 20_000))
OWN, WITH_CHROME = 8, 12
ASKED = ["dien thoai", "điện thoại", "chi em", "dien tho", "ddieenj thoaij", "dien thaoi livestrem", "đien thọai", "xyzzy", "zalo"]


def shown(words: str, **chosen) -> list:
    finding = Finding(Asked(words, "vi", **chosen))
    return [result.words for group in groups(finding) for result in group.results] or list(finding.elsewhere)


def test_every_kind_of_search_stays_within_its_queries(tree, client):
    ground.fill(PAGES, DOCUMENTS)
    counted = {}
    for words in ASKED:
        with CaptureQueriesContext(connection) as asked:
            shown(words)
        own = len(asked)
        client.get("/tim-kiem/")  # after which the addresses of sites are kept in memory
        with CaptureQueriesContext(connection) as asked:
            client.get("/tim-kiem/", {"q": words})
        counted[words] = (own, len(asked))
    assert max(own for own, _page in counted.values()) <= OWN, counted
    assert max(page for _own, page in counted.values()) <= WITH_CHROME, counted
