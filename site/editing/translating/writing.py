"""Keeping what a translator wrote, and publishing it. Nothing is written over what she has not seen."""

from dataclasses import dataclass, field

from django.core.exceptions import ObjectDoesNotExist, ValidationError
from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext
from wagtail.models import Page

from editing.notices.domain import tell
from editing.notices.models import Notice
from editing.rights.holders import holders_of
from editing.translating import sending, wording
from editing.translating.comments import Comment
from editing.translating.segments import Sentence, sentences, token
from editing.translating.standings import Standing, follow


@dataclass(frozen=True)
class Words:
    """One box as it was sent back."""

    context: int
    string: int
    text: str
    seen: str | None  # the mark of what the box held when it was shown; None takes it over whatever is there
    anyway: bool = False  # she has seen the other's text and wants hers


@dataclass
class Outcome:
    saved: list[str] = field(default_factory=list)  # keys of sentences
    late: list[str] = field(default_factory=list)  # kept beside: the source has other words now
    open: dict[str, Sentence] = field(default_factory=dict)  # not kept: faults, or somebody else's words


@transaction.atomic
def write(*, translation, words: list[Words], by) -> Outcome:
    """Good ones are kept, the others handed back as they were typed."""
    held(translation)
    before = {sentence.key: sentence for sentence in sentences(translation)}
    outcome = Outcome()
    for one in words:
        key = f"{one.context}-{one.string}"
        sentence = before.get(key) or former_sentence(translation, one)
        if sentence is None:
            continue
        data = wording.stored(one.text, sentence.source)
        kept = sentence.kept.data if sentence.kept else ""
        untouched = data == kept or (one.seen is not None and token(data) == one.seen)  # whatever others did meanwhile
        if untouched and not (data and sentence.kept and sentence.kept.has_error):
            continue
        if one.seen is not None and token(kept) != one.seen and not one.anyway:
            sentence.typed, sentence.conflict, sentence.last_seen = one.text, True, one.seen
        elif found := wording.faults(data, sentence.source, sentence.place.limit):
            sentence.typed, sentence.faults = one.text, found
        else:
            keep(translation, sentence, data, by)
            (outcome.saved if key in before else outcome.late).append(key)
            continue
        outcome.open[key] = sentence
    if outcome.saved:
        tell_when_ready(translation, by)
    return outcome


def held(translation) -> Standing:
    """The row that all writers of one translation take first, so that they come one after another."""
    if not Standing.objects.filter(translation=translation.pk).exists():
        follow(type(translation).objects.filter(pk=translation.pk))
    return Standing.objects.select_for_update().get(translation=translation.pk)


def former_sentence(translation, one: Words) -> Sentence | None:
    """A sentence that left the source while she wrote; None where it was never on this page."""
    from wagtail_localize.models import String, StringTranslation, TranslationContext  # its models need ours to be loaded

    from editing.translating.places import Place

    context = TranslationContext.objects.filter(pk=one.context, object_id=translation.source.object_id).first()
    string = String.objects.filter(pk=one.string, locale=translation.source.locale_id).first()
    if not context or not string:
        return None
    kept = StringTranslation.objects.filter(context=context, translation_of=string, locale=translation.target_locale_id).first()
    return Sentence(context.pk, string.pk, string.data, Place(context.field_path), kept)


def keep(translation, sentence: Sentence, data: str, by, tool: str = "") -> None:
    from wagtail_localize.models import StringTranslation  # its models need ours to be loaded

    StringTranslation.objects.update_or_create(
        translation_of_id=sentence.string,
        locale_id=translation.target_locale_id,
        context_id=sentence.context,
        defaults={
            "data": data,
            "translation_type": StringTranslation.TRANSLATION_TYPE_MANUAL,
            "tool_name": tool,
            "last_translated_by": by,
            "has_error": False,
            "field_error": "",
        },
    )


def tell_when_ready(translation, by) -> None:
    """The editors of the source, once for each state of the source."""
    if Standing.objects.get(translation=translation.pk).missing:
        return
    source, target = pair(translation)
    if source and target and not may_publish(target, by):
        key = f"ready:{translation.pk}:{translation.source.last_updated_at:%Y%m%d%H%M%S}"
        sending.tell_editors(target=target, source=source, translation=translation, key=key, by=by)


def pair(translation) -> tuple[Page | None, Page | None]:
    """The source page and the translated one; None for what is gone, or is no page."""
    same = Page.objects.filter(translation_key=translation.source.object_id).select_related("locale")
    found = {page.locale_id: page for page in same}
    source, target = found.get(translation.source.locale_id), found.get(translation.target_locale_id)
    return source and source.specific, target and target.specific


def may_publish(target: Page, user) -> bool:
    """Her right alone; what is missing is said where it is asked for."""
    target.refuses_by_itself = True
    try:
        return target.permissions_for_user(user).can_publish()
    finally:
        target.refuses_by_itself = False


class NotPublished(Exception):
    """Its text says why, for the translator."""


def publish(*, translation, by) -> Page:
    """Raises NotPublished. The live text stays as it is then."""
    source, target = pair(translation)
    if source is None or target is None:
        raise NotPublished(gettext("The page has been deleted."))
    if not may_publish(target, by):
        raise NotPublished(gettext("You may not publish in this language."))
    if not source.live:
        raise NotPublished(gettext("The Vietnamese page is not published."))
    if obstacles := target.obstacles_to_publication():
        raise NotPublished(" ".join(obstacles))
    try:
        with transaction.atomic():
            translation.save_target(user=by, publish=True)
    except ValidationError as error:
        raise NotPublished(" ".join(error.messages)) from error
    except ObjectDoesNotExist as error:
        raise NotPublished(gettext("A file or picture that was chosen for this language is no longer there. Choose it again.")) from error
    target.refresh_from_db()
    waits = transaction.get_connection().in_atomic_block  # wagtail-localize publishes after the commit
    if waits or (target.live and target.live_revision_id == target.latest_revision_id):
        sending.tell_editors(target=target, source=source, translation=translation, key=f"live:{target.pk}:{target.latest_revision_id}", by=by)
        return target
    raise NotPublished(" ".join(target.obstacles_to_publication()) or gettext("It could not be published. Look at its preview for what is missing."))


def draft(*, translation, by) -> None:
    """The words so far as the page's draft, so that it can be looked at and approved. Never on the live page."""
    source, target = pair(translation)
    if source is None or target is None:
        return
    if not target.live:
        translation.save_target(user=by, publish=False)
        return
    drafted = translation.source.get_ephemeral_translated_instance(translation.target_locale, fallback=True)
    drafted.save_revision(user=by, clean=False)


@transaction.atomic
def comment(*, translation, by, text: str, sentence: tuple[int, int] | None = None) -> Comment:
    """Kept, and told to the other side: the editors of the source, the translators, and who has spoken before."""
    context, string = sentence or (None, None)
    said = Comment.objects.create(translation=translation, context_id=context, string_id=string, by=by, text=text)
    source, target = pair(translation)
    if source and target:
        others = {one.by for one in translation.comments.exclude(by=None).select_related("by")} | sending.editors_of(source)
        others |= set(holders_of(target, "change", "publish"))
        title = f"{source.get_admin_display_title()} ({translation.target_locale.language_code})"
        tell(others - {by}, Notice.Kind.COMMENT, title=title, address=address_of(said), key=f"translation:{said.pk}", by=by)
    return said


def address_of(said: Comment) -> str:
    place = f"?xem=tat-ca#c{said.context_id}-{said.string_id}" if said.context_id else "#binh-luan"
    return reverse("translation_screen", args=[said.translation_id]) + place
