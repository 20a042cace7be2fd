"""As many pages and documents as a search is measured with, made of the sentences of the demo in three languages."""

import random
import tomllib
from datetime import timedelta
from itertools import islice
from pathlib import Path
from uuid import UUID

from django.contrib.contenttypes.models import ContentType
from django.utils import timezone
from wagtail.models import Collection, Page

from home.demo import builder
from home.models import HomePage
from home.news.models import NewsPage
from learning.library.models import LibraryDocument
from search import index
from search.entries import Entry

TEXTS = Path(builder.__file__).parent / "texts"
LANGUAGES = ("vi", "en", "fr")
KINDS = ("lesson", "course", "quiz", "story", "guide", "news", "page")
TOPICS = [UUID(int=number) for number in range(1, 10)]
BATCH = 1000


def sentences(code: str) -> list[str]:
    """Everything of more than three words that the demo says in this language."""

    def strings(value):
        if isinstance(value, str):
            yield from (line.strip() for line in value.split("\n"))
        elif isinstance(value, dict | list):
            for item in value.values() if isinstance(value, dict) else value:
                yield from strings(item)

    found = (text for path in sorted((TEXTS / code).rglob("*.toml")) for text in strings(tomllib.loads(path.read_text(encoding="utf-8"))))
    return sorted({text for text in found if text.count(" ") > 2})


class Writer:
    """Titles, summaries and texts, the same for the same number of calls."""

    def __init__(self):
        self.random = random.Random(2026)
        self.said = {code: sentences(code) for code in LANGUAGES}

    def entry(self, number: int, code: str, kind: str, length: int, **thing) -> Entry:
        said, choose = self.said[code], self.random
        return Entry(
            language=code,
            kind=kind,
            topic_key=choose.choice(TOPICS),
            date=timezone.now() - timedelta(minutes=number),
            title=f"{choose.choice(said)[:60]} {number}",
            summary=choose.choice(said)[:160],
            text="\n".join(choose.choices(said, k=length)),
            counted=True,
            **thing,
        )


def fill(pages: int, documents: int) -> None:
    """Live rows of wagtailcore.Page below the home pages, documents, and their entries."""
    writer = Writer()
    homes = {home.locale.language_code: home for home in HomePage.objects.select_related("locale")}
    kind = ContentType.objects.get_for_model(NewsPage)
    rows = []
    for number in range(pages):
        home = homes[LANGUAGES[number % 3]]
        place = Page._get_path(home.path, home.depth + 1, 1000 + number)
        slug = f"trang-so-{number}"
        rows.append(
            Page(
                title=slug,
                slug=slug,
                path=place,
                depth=home.depth + 1,
                url_path=f"{home.url_path}{slug}/",
                content_type=kind,
                locale=home.locale,
                translation_key=UUID(int=10_000 + number),
                live=True,
            )
        )
    put_all(Page.objects.bulk_create(rows, BATCH), lambda number, page: writer.entry(number, LANGUAGES[number % 3], KINDS[number % 7], 30, page_id=page.pk))
    collection = Collection.get_first_root_node()
    files = [LibraryDocument(title=f"Tài liệu {n}", collection=collection, language_code=LANGUAGES[n % 3], file="a.pdf") for n in range(documents)]
    put_all(
        LibraryDocument.objects.bulk_create(files, BATCH),
        lambda number, document: writer.entry(number, LANGUAGES[number % 3], "document", 100, document_id=document.pk),
    )


def put_all(things, entry) -> None:
    numbered = enumerate(things)
    while batch := list(islice(numbered, BATCH)):
        index.put([entry(number, thing) for number, thing in batch])
