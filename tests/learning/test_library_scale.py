"""With a province's library in it: listing and search ask the same few questions."""

import time
from itertools import cycle
from uuid import UUID

import pytest
from django.db import connection
from django.db.models import OuterRef, Subquery
from django.test.utils import CaptureQueriesContext

from learning.library import finding
from learning.library.models import DocumentVersion, LibraryDocument, Reading, ReadingPart
from pages.models import Topic
from tests import factories
from tests.scale import scaled

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]
FEW, MANY = 24, scaled(2000, 20_000)
MOST_QUERIES = 12
KINDS = cycle(["handbook", "form", "slides", "clip", "audio", "law", "plan"])
ADDRESSES = (
    "/thu-vien/",
    "/thu-vien/?trang=100",
    "/thu-vien/?loai=doc&tieng=vi&chu-de=suc-khoe",
    "/thu-vien/?q=1234",
    "/thu-vien/?q=khong+co",
    "/en/thu-vien/",
)


@pytest.fixture
def library(tree):
    factories.translate(factories.make_library(tree), "en")
    factories.make_topic(name="Sức khỏe", slug="suc-khoe")


def fill(number_of: int) -> None:
    topics, collections = cycle([*Topic.objects.all(), None]), cycle([factories.make_collection("members"), *[factories.make_collection("public")] * 9])
    documents = LibraryDocument.objects.bulk_create(
        LibraryDocument(
            title=f"Sổ tay số {number} cho chị em", file=f"documents/{number}.pdf", file_size=1000 * number + 1, kind=next(KINDS), topic=next(topics),
            collection=next(collections), language_code=("vi", "en")[number % 5 == 0], work_key=UUID(int=number // 2), transcript="Lời. " * 200,
        )
        for number in range(number_of)
    )  # fmt: skip
    readings = Reading.objects.bulk_create(Reading(sha256=f"{document.pk:064}", extension="pdf", state="read", pages=9) for document in documents)
    ReadingPart.objects.bulk_create(ReadingPart(reading=reading, number=1, html="<p>Chị</p>", text="Chị", weight=400) for reading in readings)
    DocumentVersion.objects.bulk_create(
        DocumentVersion(document=document, number=1, file=document.file.name, size=1, reading=reading)
        for document, reading in zip(documents, readings, strict=True)
    )
    finding.put(documents)
    LibraryDocument.objects.update(version=Subquery(DocumentVersion.objects.filter(document=OuterRef("pk")).values("pk")[:1]))
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def test_lists_and_searches_of_many_documents_ask_no_more_than_twelve_queries(library, client, report):
    """Beside them the processor's time, with that of the same page over a few documents."""
    over = {}
    fill(FEW)
    before = {address: cost(client, address) for address in ADDRESSES}
    fill(MANY)
    for address in ADDRESSES:
        queries, spent = cost(client, address)
        report(f"library of {MANY}", address, {"queries": queries, "ms CPU": f"{spent * 1000:.0f}", "few": f"{before[address][1] * 1000:.0f}"})
        if queries > MOST_QUERIES:
            over[address] = queries
    assert not over


def cost(client, address: str) -> tuple[int, float]:
    """Queries, and seconds of the processor, the least of some."""
    client.get(address)
    with CaptureQueriesContext(connection) as asked:
        assert client.get(address).status_code == 200
        queries = len(asked)
    return queries, min(seconds_of(client, address) for _ in range(4))


def seconds_of(client, address: str) -> float:
    started = time.process_time()
    client.get(address)
    return time.process_time() - started
