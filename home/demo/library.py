"""The demonstration's documents put into the library as an editor would: in collections, with their versions and how often they were used."""

import datetime
import math
from collections.abc import Callable
from random import Random

from django.core.files.base import ContentFile
from django.db.models import F
from django.utils import timezone
from PIL import Image
from wagtail.models import Collection

from home.demo.documents.editions import Edition, editions
from home.demo.gallery import Gallery
from home.demo.people import SEED
from learning.library.models import CollectionAudience, DocumentDay, DocumentVersion, LibraryDocument
from members.models import Member
from pages.models import Topic

COLLECTIONS = {"public": "Tài liệu chung", "members": "Tài liệu cho hội viên", "officials": "Tài liệu cho cán bộ Hội"}
EDITOR = "bien-tap"
COUNTED_DAYS = 150


class Library:
    def __init__(self, gallery: Gallery, report: Callable[[str], object] = lambda text: None):
        self.gallery, self.report = gallery, report

    def fill(self) -> None:
        """What is there already stays as its editors made it."""
        self.collections = {audience: self._collection(audience) for audience in COLLECTIONS}
        self.editor = Member.objects.filter(username=EDITOR).first()
        wanted = list(editions())
        there = set(LibraryDocument.objects.filter(work_key__in={edition.work_key for edition in wanted}).values_list("work_key", "language_code"))
        missing = [edition for edition in wanted if (edition.work_key, edition.language) not in there]
        silent = [edition for edition in missing if not edition.can_be_made]
        made = [self._add(edition) for edition in missing if edition.can_be_made]
        self._count(made)
        self.report(f"Tài liệu: thêm {len(made)}.")
        if silent:
            self.report(f"Máy này không có ffmpeg và espeak-ng nên bỏ qua {len(silent)} tài liệu nghe và xem.")

    def _collection(self, audience: str) -> Collection:
        name = COLLECTIONS[audience]
        collection = Collection.objects.filter(name=name).first()
        if collection is None:
            collection = Collection.get_first_root_node().add_child(name=name)
            CollectionAudience.objects.create(collection=collection, audience=audience)
        return collection

    def _add(self, edition: Edition) -> LibraryDocument:
        text = edition.text
        document = LibraryDocument(
            title=text["title"],
            language_code=edition.language,
            work_key=edition.work_key,
            collection=self.collections[text.get("audience", "public")],
            topic=Topic.objects.filter(slug=text["topic"], locale__language_code=edition.language).first(),
            transcript=edition.transcript,
            minutes=edition.narration.minutes if edition.narration else None,
            owner=self.editor,
            uploaded_by_user=self.editor,
            **{name: text[name] for name in ("summary", "kind", "issuing_body", "year", "review_on")},
        )
        if edition.subtitles:
            document.subtitles.save(f"{edition.name}.vtt", ContentFile(edition.subtitles.encode()), save=False)
        for version in range(1, len(edition.days) + 1):
            document.file = ContentFile(edition.file(self._draw, version), edition.filename)
            document.save()
        document.tags.add(*text["tags"])
        self._age(document, edition)
        return document

    def _draw(self, scene: str) -> Image.Image:
        with self.gallery[scene].file.open() as file:
            return Image.open(file).convert("RGB")

    @staticmethod
    def _age(document: LibraryDocument, edition: Edition) -> None:
        """The days that the text names, so that the library looks as after half a year of use."""
        moments = [timezone.make_aware(datetime.datetime.combine(day, datetime.time(9))) for day in edition.days]
        LibraryDocument.objects.filter(pk=document.pk).update(created_at=moments[0])
        for number, moment in enumerate(moments, 1):
            DocumentVersion.objects.filter(document=document, number=number).update(created_at=moment)

    @staticmethod
    def _count(documents: list[LibraryDocument]) -> None:
        """Reads and downloads up to yesterday: busier when new and at the week's beginning, when the branches get their lesson."""
        today = timezone.localdate()
        days: list[DocumentDay] = []
        for document in LibraryDocument.objects.filter(pk__in=[each.pk for each in documents]).annotate(day=F("created_at__date")):
            chance = Random(f"{SEED} {document.work_key} {document.language_code}")
            liking = chance.uniform(2, 14) * (1 if document.language_code == "vi" else 0.2)
            for back in range(min((today - document.day).days, COUNTED_DAYS), 0, -1):
                day = today - datetime.timedelta(days=back)
                fresh = 1 + 3 * math.exp(-(day - document.day).days / 14)
                reads = int(chance.expovariate(1 / (liking * fresh * (1.6 if day.weekday() < 2 else 0.8))))
                downloads = sum(chance.random() < 0.3 for _read in range(reads))
                if reads:
                    days.append(DocumentDay(document=document, day=day, reads=reads, downloads=downloads))
        DocumentDay.objects.bulk_create(days, batch_size=500)


def document_of(name: str, language: str = "vi") -> LibraryDocument | None:
    """The one made from this text, if it could be made and an editor has left it."""
    key = Edition(name, language, {}).work_key
    return LibraryDocument.objects.filter(work_key=key, language_code=language).first()
