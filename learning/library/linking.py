"""Documents as targets of short links. A link leads to the work's edition in its language."""

import re
from collections.abc import Collection, Iterable, Iterator
from uuid import UUID

from django.apps import apps
from django.db.models import BooleanField, ExpressionWrapper, Q
from django.urls import reverse
from wagtail.documents import get_document_model
from wagtail.images.rect import Rect
from wagtail.permissions import policy_registry

from config.languages import BY_CODE, SOURCE
from learning.library import link_cards
from learning.library.audience import closed_to
from pages.shareable import SHARE_TEXT
from pages.text import shorten
from sharing import targets
from sharing.shortlinks import ShortLink
from sharing.targets import GONE, Edition, Target

ADDRESS = re.compile(r"/thu-vien/(\d{1,18})-")
HEAD = 720  # pixels across a page's picture
UNNAMED = "tai-lieu"  # in the place of a closed document's title


def documents():
    return apps.get_model("library.LibraryDocument").objects.all()


class Documents:
    name = "document"

    def key_of(self, thing: object) -> UUID | None:
        return thing.work_key if isinstance(thing, get_document_model()) else None

    def way(self, link: ShortLink) -> str:
        """Its title stands in its address, so that of a closed one is left out: who may read it is led on from there."""
        is_closed = ExpressionWrapper(Q(collection__in=closed_to(None)), output_field=BooleanField())
        found = documents().open_to_some().filter(work_key=link.key, language_code__in={link.language, SOURCE})
        found = found.annotate(is_closed=is_closed).only("pk", "title", "language_code").order_by("pk")
        document = min(found, key=lambda each: each.language_code != link.language, default=None)
        if document is None:
            return f"{self.library(link.language)}#{GONE}"
        way = reverse("document", args=[document.pk, UNNAMED]) if document.is_closed else document.address
        return way + ("" if document.language_code == link.language else f"#chua-dich-{link.language}")

    def library(self, language: str) -> str:
        pages = apps.get_model("library.LibraryPage").objects.live().filter(locale__language_code__in={language, SOURCE}).select_related("locale")
        found = min(pages, key=lambda page: page.locale.language_code != language, default=None)
        return found.address if found else BY_CODE[language].prefix

    def living(self, keys: Collection[UUID]) -> list[Edition]:
        return editions(documents().open_to_some().filter(work_key__in=keys))

    def readable(self, keys: Collection[UUID], reader) -> list[Edition]:
        return editions(documents().open_to_some().readable_by(reader).filter(work_key__in=keys))

    def at(self, path: str) -> UUID | None:
        number = ADDRESS.match(path)
        return number and documents().filter(pk=int(number[1])).values_list("work_key", flat=True).first()

    def trail(self, key: UUID) -> list[str]:
        """Above every document stands the library."""
        return []

    def may_edit(self, user, key: UUID) -> bool:
        policy = policy_registry.get_by_type(get_document_model())
        return policy.instances_user_has_any_permission_for(user, ["change"]).filter(work_key=key).exists()

    def everything(self) -> Iterator[tuple[UUID, str]]:
        yield from documents().open_to_some().values_list("work_key", "language_code").iterator()


def editions(found: Iterable) -> list[Edition]:
    """One a language: the oldest, as everywhere where one is chosen."""
    made = {}
    for document in found.order_by("pk"):
        sentence = shorten(document.summary, SHARE_TEXT)
        target = Target("document", document.work_key)
        edition = Edition(target, document.language_code, document.title, sentence, document.ready_message, document.address, FirstPage(document))
        made.setdefault((document.work_key, document.language_code), edition)
    return list(made.values())


class FirstPage:
    """For what is printed, as a pages.Picture is; looked for only then."""

    def __init__(self, document):
        self.document = document

    def open_file(self):
        """Raises FileNotFoundError where nothing was taken out of the file."""
        if name := link_cards.first_page(self.document.reading):
            return self.document.card.storage.open(name)
        raise FileNotFoundError

    def get_focal_point(self):
        """Its head: there stands what it is."""
        return Rect(0, 0, HEAD, 2 * HEAD)


def register() -> None:
    targets.register(Documents())
