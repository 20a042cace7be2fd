"""Documents in the site's search: their words, typed with tones or without."""

from collections.abc import Iterable, Iterator

from django.apps import apps
from django.db.models import Prefetch, Q
from django.utils.translation import gettext_lazy as _

from learning.library.audience import closed_to
from learning.library.readings import ReadingPart
from search import index, sources
from search.models import Entry

KIND = "document"  # one group of the results, whatever kind of document it is
RANK = 2.5  # after lessons and courses


def put(documents: Iterable) -> None:
    """Index these documents anew: title, summary, tags, topic, transcript and the text that was taken out of the file."""
    index.put(entries(documents))


def everything():
    return apps.get_model("library.LibraryDocument").objects.all()


def entries(documents: Iterable) -> list[Entry]:
    documents = everything().filter(pk__in=[document.pk for document in documents])
    parts = Prefetch("version__reading__parts", ReadingPart.objects.only("reading", "number", "title", "text"))
    documents = list(documents.select_related("topic", "version__reading").prefetch_related("tags", parts))
    public = set(everything().public().filter(pk__in=[document.pk for document in documents]).values_list("pk", flat=True)) if documents else set()
    return [entry_of(document, document.pk in public) for document in documents]


def entry_of(document, counted: bool) -> Entry:
    named = [str(document.topic or ""), document.issuing_body, str(document.year or ""), *(tag.name for tag in document.tags.all())]
    return Entry(
        document_id=document.pk,
        language=document.language_code,
        kind=KIND,
        topic_key=document.topic.translation_key if document.topic else None,
        date=document.created_at,
        title=document.title,
        summary=document.summary,
        keywords="\n".join(filter(None, named)),
        text="\n".join(texts_of(document))[: index.LONGEST],
        counted=counted,
    )


def texts_of(document) -> Iterator[str]:
    if document.transcript:
        yield document.transcript
    length = 0
    for part in document.reading.parts.all() if document.reading else ():
        if length > index.LONGEST:
            return
        length += len(part.text)
        yield f"{part.title}\n{part.text}"


def public() -> Q:
    return Q(document__isnull=False) & ~Q(document__collection__in=closed_to(None))


def kinds() -> dict[str, sources.Kind]:
    return {KIND: sources.Kind(RANK, _("documents"))}


def register() -> None:
    sources.register(sources.Source("document", everything, entries, public, kinds))
