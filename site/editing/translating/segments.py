"""One translation as its translator sees it: each sentence with what it was, what it became, and what may help."""

from collections import defaultdict
from dataclasses import dataclass, field
from hashlib import sha256

from django.db.models import Q
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from editing.translating import diff, wording
from editing.translating.carrying import memory
from editing.translating.comments import Comment
from editing.translating.places import Place, place_of
from editing.translating.terms import Hit, Term, hits

SHOWN = 60  # sentences of one screen


def token(text: str | None) -> str:
    """A short mark of what somebody has seen in the box; empty where there was nothing."""
    return sha256(text.encode()).hexdigest()[:12] if text else ""


@dataclass
class Former:
    """A sentence as it was, with its translation."""

    source: str
    translation: str
    ratio: float


@dataclass
class Sentence:
    context: int
    string: int
    source: str  # as stored
    place: Place
    kept: object | None = None  # StringTranslation
    former: Former | None = None
    elsewhere: str = ""  # what another page made of the same words, as shown
    hits: list[Hit] = field(default_factory=list)
    comments: list[Comment] = field(default_factory=list)
    typed: str | None = None  # what was sent and not kept
    faults: list[str] = field(default_factory=list)
    conflict: bool = False  # somebody else wrote meanwhile, and that is kept
    last_seen: str | None = None  # the mark that came with the form, until she has chosen

    @property
    def key(self) -> str:
        return f"{self.context}-{self.string}"

    @property
    def words(self) -> str:
        return wording.shown(self.source)

    @property
    def text(self) -> str:
        if self.typed is not None:
            return self.typed
        return wording.shown(self.kept.data) if self.kept else ""

    @property
    def seen(self) -> str:
        return token(self.kept.data if self.kept else "") if self.last_seen is None else self.last_seen

    @property
    def theirs_text(self) -> str:
        return wording.shown(self.kept.data) if self.kept else gettext("nothing")

    @property
    def theirs_name(self) -> str:
        by = self.kept.last_translated_by if self.kept else None
        return str(by) if by else gettext("Somebody")

    @property
    def is_done(self) -> bool:
        return bool(self.kept and not self.kept.has_error)

    @property
    def is_marked(self) -> bool:
        return wording.marked(self.source)

    @property
    def lines(self) -> int:
        return min(12, 2 + len(self.words) // 60)

    @property
    def changes(self) -> SafeString:
        return diff.as_html(self.former.source, self.words) if self.former else SafeString("")

    @property
    def warnings(self) -> list[Hit]:
        return [hit for hit in self.hits if hit.kept is False]


def sentences(translation) -> list[Sentence]:
    """All of them, in the order of the page, with their translations."""
    from wagtail_localize.models import StringTranslation  # its models need ours to be loaded

    model = translation.source.specific_content_type.model_class()
    kept = {
        (one.context_id, one.translation_of_id): one
        for one in StringTranslation.objects.filter(context__object_id=translation.source.object_id, locale=translation.target_locale_id).select_related(
            "last_translated_by"
        )
    }
    found: dict[str, Sentence] = {}
    for segment in translation.source.stringsegment_set.select_related("string", "context").order_by("order"):
        place = place_of(model, segment.context.field_path or segment.context.path)
        sentence = Sentence(segment.context_id, segment.string_id, segment.string.data, place, kept.get((segment.context_id, segment.string_id)))
        found.setdefault(sentence.key, sentence)  # the same words twice in one text are one work
    return list(found.values())


def help_with(translation, shown: list[Sentence], everything: list[Sentence]) -> None:
    """Put beside these what may help: former words, other pages, terms, comments."""
    code = translation.target_locale.language_code
    open_ones = [sentence for sentence in shown if not sentence.is_done]
    if open_ones:
        formers(translation, open_ones, everything)
        known = memory([sentence.string for sentence in open_ones], translation.target_locale_id, beside=translation.source.object_id)
        for sentence in open_ones:
            sentence.elsewhere = wording.shown(known.get(sentence.string, ""))
    terms = list(Term.objects.into(code))
    for sentence in shown:
        sentence.hits = hits(sentence.source, sentence.kept.data if sentence.kept else "", terms)
    said = defaultdict(list)
    for comment in translation.comments.filter(~Q(context=None)).select_related("by"):
        said[comment.context_id].append(comment)
    first: set[int] = set()
    for sentence in shown:
        same = [other for other in everything if other.context == sentence.context]
        theirs = [one for one in said[sentence.context] if one.string_id == sentence.string or (one.string_id not in {other.string for other in same})]
        sentence.comments = theirs if sentence.context not in first else [one for one in theirs if one.string_id == sentence.string]
        first.add(sentence.context)


def formers(translation, open_ones: list[Sentence], everything: list[Sentence]) -> None:
    """Of each open sentence, the most similar one of before: of its own place first, then of the page."""
    from wagtail_localize.models import StringTranslation  # its models need ours to be loaded

    now = {sentence.string for sentence in everything}
    old = StringTranslation.objects.filter(context__object_id=translation.source.object_id, locale=translation.target_locale_id, has_error=False)
    gone = list(old.exclude(translation_of__in=now).select_related("translation_of").order_by("-updated_at", "-pk"))
    by_place = defaultdict(list)
    for one in gone:
        by_place[one.context_id].append(one)
    for sentence in open_ones:
        sentence.former = likeliest(sentence.words, by_place[sentence.context], alone=sum(1 for other in open_ones if other.context == sentence.context) == 1)
        if sentence.former is None:
            sentence.former = likeliest(sentence.words, gone)


def likeliest(words: str, candidates, *, alone: bool = False) -> Former | None:
    """alone: the only new sentence of its place; then even a quite different one was its former shape."""
    best: Former | None = None
    for one in candidates:
        before = wording.shown(one.translation_of.data)
        ratio = diff.likeness(before, words)
        if best is None or ratio > best.ratio:
            best = Former(before, wording.shown(one.data), ratio)
    enough = 0.0 if alone else diff.ALIKE
    return best if best and best.ratio >= enough else None
