"""One short form as it stands on the screen: what is typed, the photos that have arrived, where it will go."""

import uuid
from dataclasses import dataclass

from django.conf import settings
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from editing.start.beginning import Start
from editing.start.creating import Parents
from editing.start.short import photos as incoming
from editing.start.short.form import ALT_LENGTH, Shot
from editing.start.short.models import WaitingPhoto, Writing
from members.models import Unit
from pages.models import Picture

FOUND = 8  # places shown of a search


@dataclass
class ShownPhoto:
    key: str  # w and the number of a waiting photo, p and that of a picture of the page
    address: str
    alt: str
    waiting: WaitingPhoto | None = None
    picture: int | None = None
    is_undescribed: bool = False


class Sheet:
    def __init__(self, request, kind, *, page=None):
        self.request, self.kind, self.page, self.member = request, kind, page, request.user
        self.draft = page.get_latest_revision_as_object() if page else None
        self.problems: list[str] = []  # with photos and papers
        self.shown: list[ShownPhoto] = []
        self.token = ""
        self.writing: Writing | None = None

    # Beginning

    def open(self) -> None:
        """An empty form, or what the page holds. Nothing is written."""
        initial, shots = {"place": self.member.unit, "written_by": self._own_name()}, []
        if self.draft:
            initial, shots = self.kind.read(self.draft)
            initial |= {"title": self.draft.title}
            self.writing = self.page.writings.filter(author=self.member).first()
        self.form = self.kind(initial=initial)
        self.token = str(self.writing.pk if self.writing else uuid.uuid4())
        self.shown = self._of_page(shots)

    def _own_name(self) -> str:
        return self.member.get_full_name().partition("(")[0].strip()

    # Sent

    def receive(self) -> bool:
        """Keep what has arrived; False where the form is somebody else's."""
        posted = self.request.POST
        if not self._take_writing(posted.get("token", "")):
            return False
        self.shown = self._kept_photos(posted)
        known = {photo.waiting.pk for photo in self.shown if photo.waiting}
        before = set(self.writing.photos.values_list("pk", flat=True)) | known
        self.problems += incoming.receive(self.writing, self.request.FILES.getlist("photos"), room=self.kind.most_photos - len(self.shown))
        self.shown += [self._waiting(photo, "") for photo in self.writing.photos.exclude(pk__in=before)]
        self._receive_paper()
        return True

    def _take_writing(self, token: str) -> bool:
        try:
            key = uuid.UUID(token)
        except ValueError:
            key = uuid.uuid4()
        self.writing, _made = Writing.objects.get_or_create(pk=key, defaults={"author": self.member, "form": self.kind.slug, "page": self.page})
        self.token = str(key)
        mine = self.writing.author_id == self.member.pk and self.writing.form == self.kind.slug
        return mine and (not self.page or self.writing.page_id == self.page.pk)

    def _receive_paper(self) -> None:
        if not self.kind.asks_paper or not (paper := self.request.FILES.get("paper")):
            return
        try:
            incoming.receive_paper(self.writing, paper, self.member)
        except ValidationError as error:
            self.problems.append(f"{paper.name}: {' '.join(error.messages)}")

    # Photos

    def _of_page(self, shots: list[Shot]) -> list[ShownPhoto]:
        pictures = Picture.objects.prefetch_related("renditions").in_bulk([shot.picture for shot in shots])
        return [self._picture(pictures[shot.picture], shot.alt) for shot in shots if shot.picture in pictures]

    def _picture(self, picture: Picture, alt: str) -> ShownPhoto:
        made = picture.made("card")
        address = made["image/jpeg"].url if "image/jpeg" in made else ""
        return ShownPhoto(f"p{picture.pk}", address, alt, picture=picture.pk)

    def _waiting(self, photo: WaitingPhoto, alt: str) -> ShownPhoto:
        return ShownPhoto(f"w{photo.pk}", reverse("short_photo", args=[photo.pk]), alt, waiting=photo)

    def _kept_photos(self, posted) -> list[ShownPhoto]:
        """Those that the form names, in its order: waiting ones of this writing, pictures of this page, and no others."""
        wanted = [key for key in dict.fromkeys(posted.getlist("photo")) if key not in posted.getlist("drop")]
        hers = {f"w{photo.pk}": photo for photo in self.writing.photos.all()}
        of_page = {photo.key: photo for photo in self._of_page(self.kind.read(self.draft)[1])} if self.draft else {}
        kept = []
        for key in wanted:
            alt = posted.get(f"alt-{key}", "").strip()[:ALT_LENGTH]
            if key in hers:
                kept.append(self._waiting(hers[key], alt))
            elif key in of_page:
                of_page[key].alt = alt
                kept.append(of_page[key])
        return kept

    def describe_all(self) -> None:
        """Before it is sent, each photo says what it shows."""
        for photo in self.shown:
            photo.is_undescribed = not photo.alt
        if missing := sum(photo.is_undescribed for photo in self.shown):
            self.problems.append(incoming.undescribed(missing))

    def shots(self, title: str) -> list[Shot]:
        """Of the library, made now where they were waiting. Raises OSError."""
        waiting = [photo.waiting for photo in self.shown if photo.waiting]
        alts = {photo.waiting.pk: photo.alt for photo in self.shown if photo.waiting}
        incoming.into_library(waiting, member=self.member, title=title, alts=alts)
        found = [Shot(photo.waiting.picture_id if photo.waiting else photo.picture, photo.alt) for photo in self.shown]
        return [shot for shot in found if shot.picture]

    @cached_property
    def takes_photos(self) -> bool:
        return incoming.collection_for(self.member) is not None

    @property
    def room(self) -> int:
        return self.kind.most_photos - len(self.shown)

    @property
    def heaviest(self) -> int:
        return settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE

    @property
    def papers(self):
        kept = list(self.page.consent_papers.all()) if self.page else []
        waiting = self.writing.papers.filter(page=None) if self.writing else []
        return [*kept, *waiting]

    # Where it goes

    @cached_property
    def _parents(self) -> Parents:
        return Parents(Start(self.member), [self.kind.model])

    @property
    def parents(self):
        return [] if self.page else self._parents.all_of(self.kind.model)

    @cached_property
    def parent(self):
        """The one that she chose, among those that she may choose; until then the one that she used last."""
        chosen = self.request.POST.get("parent", "")
        return next((page for page in self.parents if str(page.pk) == chosen), None) or self._parents.of(self.kind.model)

    # Places

    @property
    def words(self) -> str:
        return self.request.POST.get("place_words", "").strip()

    @cached_property
    def places(self) -> list[Unit]:
        """To choose among without a script: her own unit, the one that is chosen, what was found."""
        found: list[Unit] = [unit for unit in (self.member.unit, self.chosen_place) if unit]
        if self.words:
            found += Unit.objects.called(self.words)[:FOUND]
        return list(dict.fromkeys(found))

    @cached_property
    def chosen_place(self) -> Unit | None:
        value = self.form["place"].value()
        if isinstance(value, Unit):
            return value
        return Unit.objects.filter(pk=value).first() if str(value or "").isdecimal() else None

    @property
    def nothing_found(self) -> str:
        if not self.words or Unit.objects.called(self.words).exists():
            return ""
        return _("No place is called “%(words)s”. Type fewer letters; tones are not needed.") % {"words": self.words}

    @property
    def revision(self) -> int:
        return self.draft.latest_revision_id if self.draft else 0
