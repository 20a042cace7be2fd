"""What a list of the library shows: documents by words, kind, topic and language, a screenful at a time."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.core.paginator import Page, Paginator
from django.db.models import Count, Q
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from config.languages import BY_CODE, LANGUAGES, SOURCE, Language
from pages.text import nfc
from pages.topics import Topic

PER_PAGE = 12
LONGEST_WORDS = 80
# As addresses name them; the first is a group for those who come to read.
KINDS = {
    "doc": ("handbook", "law", "plan", "slides"),
    "so-tay": ("handbook",),
    "bieu-mau": ("form",),
    "bai-chieu": ("slides",),
    "clip": ("clip",),
    "am-thanh": ("audio",),
    "luat": ("law",),
    "ke-hoach": ("plan",),
}
NAMES = {"words": "q", "kind": "loai", "topic": "chu-de", "language": "tieng"}


@dataclass(frozen=True)
class Asked:
    """What she looks for. Whatever an address holds beside what exists counts as not said."""

    words: str = ""
    kind: str = ""  # of KINDS
    topic: str = ""  # its slug
    language: str = ""  # its code
    whole: bool = True  # nothing had to be left out

    @classmethod
    def of(cls, query, topics=()) -> "Asked":
        said = {field: nfc(query.get(name, "")).replace("\x00", "").strip() for field, name in NAMES.items()}
        known = {
            "words": " ".join(said["words"][:LONGEST_WORDS].split()),
            "kind": said["kind"] if said["kind"] in KINDS else "",
            "topic": said["topic"] if said["topic"] in {topic.slug for topic in topics} else "",
            "language": said["language"] if said["language"] in BY_CODE else "",
        }
        return cls(**known, whole=said == known)

    @property
    def narrows(self) -> bool:
        return bool(self.kind or self.topic or self.language)

    def query(self, **but) -> str:
        """As an address carries it, in one order."""
        said = {name: but.get(field, getattr(self, field)) for field, name in NAMES.items()}
        return urlencode({name: value for name, value in said.items() if value})

    def among(self, documents):
        if self.kind:
            documents = documents.filter(kind__in=KINDS[self.kind])
        if self.topic:
            documents = documents.filter(topic__in=Topic.objects.filter(slug=self.topic).values("pk"))
        if self.language:
            documents = documents.filter(language_code=self.language)
        return documents.matching(self.words) if self.words else documents


@dataclass(frozen=True)
class Row:
    document: object
    others: list[Language]  # in which the same work can be read


@dataclass(frozen=True)
class Listing:
    asked: Asked
    model: type
    page: Page  # of rows
    topics: list[Topic]

    @property
    def count(self) -> int:
        return self.page.paginator.count

    @property
    def query(self) -> str:
        return self.asked.query()

    @property
    def but_kind(self) -> str:
        """All else that she asked, to have a kind put behind it."""
        query = self.asked.query(kind="")
        return f"{query}&" if query else ""

    @property
    def kinds(self) -> dict[str, str]:
        """As a select offers them."""
        labels = {str(value): label for value, label in self.model.Kind.choices}
        return {name: capfirst(labels[kinds[0]]) if len(kinds) == 1 else _("To read") for name, kinds in KINDS.items()}

    @property
    def languages(self):
        return LANGUAGES


class OwnFirst:
    """Numbers of documents, those in one language before all others, the newest first: each half from an index, none sorted."""

    def __init__(self, documents, language_code: str):
        numbers = documents.order_by("-created_at", "-pk").values_list("pk", flat=True)
        self.own, self.others = numbers.filter(language_code=language_code), numbers.exclude(language_code=language_code)
        counted = documents.aggregate(all=Count("pk"), own=Count("pk", filter=Q(language_code=language_code)))
        self.size, self.of_own = counted["all"], counted["own"]

    def __len__(self) -> int:
        return self.size

    def __getitem__(self, part: slice) -> list[int]:
        found = list(self.own[part]) if part.start < self.of_own else []
        if part.stop > self.of_own:
            found += self.others[max(part.start - self.of_own, 0) : part.stop - self.of_own]
        return found


def look(documents, query, language_code: str) -> Listing:
    """documents: all that this reader may have."""
    topics = topics_in(language_code)
    asked = Asked.of(query, topics)
    page = Paginator(OwnFirst(asked.among(documents), language_code), PER_PAGE).get_page(query.get("trang", "1"))
    page.object_list = rows(documents, page.object_list)
    return Listing(asked, documents.model, page, topics)


def rows(documents, numbers: list[int]) -> list[Row]:
    """In the order of the numbers. Everything around a document is fetched for these few alone."""
    shown = documents.with_readings().in_bulk(numbers)
    keys = {document.work_key for document in shown.values()}
    editions = documents.filter(work_key__in=keys).order_by("pk").values_list("pk", "work_key", "language_code")
    languages = {key: {code for _, of, code in editions if of == key} for key in keys}
    order = [language.code for language in LANGUAGES]
    return [
        Row(document, [BY_CODE[code] for code in sorted(languages[document.work_key] - {document.language_code}, key=order.index)])
        for document in (shown[number] for number in numbers if number in shown)
    ]


def topics_in(language_code: str) -> list[Topic]:
    """Of each topic its name in this language, or else in Vietnamese."""
    found = Topic.objects.filter(live=True, locale__language_code__in={language_code, SOURCE}).select_related("locale")
    best: dict[str, Topic] = {}
    for topic in sorted(found, key=lambda topic: topic.locale.language_code != language_code):
        best.setdefault(topic.slug, topic)
    return sorted(best.values(), key=lambda topic: (topic.order, topic.name))
