"""What all page types are looked at for, in the order in which an editor reads it. Each rule: content in, findings out."""

from collections.abc import Callable, Iterator
from itertools import islice

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.fields import StreamField
from wagtail.images.blocks import ImageBlock
from wagtail.models import Page

from editing.readiness import prose
from pages import translation_guard
from pages.blocks import CaptionedPictureBlock, HeadingBlock, QuotationBlock
from pages.readiness import Content, Finding
from pages.shareable import SHARE_TITLE
from sharing import preview

MOST_SENTENCES = 8  # that are named
SUMMARY = 160
PEOPLE, CHILDREN = "people", "children"  # kinds of Assurance
SPOKEN = 130  # syllables a minute, read aloud

Rule = Callable[[Content], Iterator[Finding]]


def obstacles(content: Content) -> Iterator[Finding]:
    """The page's own sentences; what they say must be done before anybody can publish."""
    page = content.page
    missing = translation_guard.missing_strings(page)
    foreign = translation_guard.sentence(missing) if missing else ""
    for sentence in page.obstacles_to_publication():
        if sentence == foreign:
            yield Finding("translation", sentence, _("A page that is half in another language cannot be understood by anybody."), blocks=True)
        else:
            path = (page.obstacles_at,) if page.obstacles_at else ()
            yield Finding("obstacle", str(sentence), _("Without this the page cannot be published."), path, blocks=True)


def title(content: Content) -> Iterator[Finding]:
    shown = content.page.seo_title or content.page.title
    over = len(" ".join(shown.split())) - SHARE_TITLE
    if over > 0:
        yield Finding(
            "title",
            ngettext("The title is %(count)s letter too long.", "The title is %(count)s letters too long.", over) % {"count": over},
            _("Zalo and Facebook show 60 letters and cut the rest."),
            ("seo_title" if content.page.seo_title else "title",),
        )


def summary(content: Content) -> Iterator[Finding]:
    said = " ".join(content.page.summary.split())
    if not said:
        yield Finding("summary", _("There is no summary."), _("It stands on the card and in Zalo, and says what she gets from the page."), ("summary",))
    elif len(said) > SUMMARY:
        yield Finding(
            "summary",
            _("The summary has %(count)s letters; 160 is the most.") % {"count": len(said)},
            _("What is longer is cut on cards."),
            ("summary",),
        )


def cover(content: Content) -> Iterator[Finding]:
    page = content.page
    if page.cover is None:
        yield Finding("cover", _("There is no cover picture."), _("A link with a picture is opened more often."), ("cover",))
        return
    alt = page.cover_alt or page.cover.description
    if not alt.strip():
        yield Finding("alt", _("The cover has no description."), _("It is read aloud to women who do not see the picture."), ("cover_alt",))
    elif prose.tells_nothing(alt):
        yield Finding(
            "alt", _("“%(alt)s” does not say what the cover shows.") % {"alt": alt}, _("It is read aloud to women who do not see it."), ("cover_alt",)
        )


def pictures(content: Content) -> Iterator[Finding]:
    for piece in content.pictures:
        if piece.value.get("decorative"):
            continue
        picture = content.get(piece.block.child_blocks["image"].model_class, piece.value["image"])
        if picture is None:
            yield Finding("picture", _("A picture was deleted from the library."), _("Readers see a gap there."), piece.path)
            continue
        alt = piece.value.get("alt_text") or picture.description
        if not alt.strip():
            what = _("The picture “%(title)s” has no description.") % {"title": picture.title}
            yield Finding("alt", what, _("It is read aloud to women who do not see the picture."), (*piece.path, "alt_text"))
        elif prose.tells_nothing(alt):
            what = _("“%(alt)s” does not say what the picture shows.") % {"alt": alt}
            yield Finding("alt", what, _("It is read aloud to women who do not see the picture."), (*piece.path, "alt_text"))


def headings(content: Content) -> Iterator[Finding]:
    for each in content.page._meta.concrete_fields:
        if isinstance(each, StreamField):
            items = list(getattr(content.page, each.name).get_prep_value())
            for at in prose.without_text([item["type"] for item in items]):
                yield Finding(
                    "headings",
                    _("Nothing stands below the heading “%(heading)s”.") % {"heading": items[at]["value"]},
                    _("Who listens jumps from heading to heading and expects text there."),
                    (each.name, items[at]["id"]) if items[at].get("id") else (each.name,),
                )
    for piece in content.pieces:
        if piece.html:
            for text in prose.posing_as_headings(piece.value):
                yield Finding(
                    "headings",
                    _("“%(text)s” is bold like a heading, but is none.") % {"text": prose.shortened(text)},
                    _("A screen reader finds only real headings; take a block “Heading”, or make it normal text."),
                    piece.path,
                )


def long_sentences(content: Content) -> Iterator[Finding]:
    found = ((piece, sentence) for piece in content.texts if not isinstance(piece.block, HeadingBlock) for sentence in prose.long_sentences(piece.sentences_of))
    for piece, sentence in islice(found, MOST_SENTENCES):
        yield Finding(
            "sentence",
            _("%(count)s words in one sentence: “%(sentence)s”") % {"count": prose.words(sentence), "sentence": prose.shortened(sentence)},
            _("Vietnamese is many readers’ second language: up to 25 words are read in one breath."),
            piece.path,
        )
    if rest := sum(1 for _each in found):
        yield Finding(
            "sentence",
            ngettext("And %(count)s more long sentence.", "And %(count)s more long sentences.", rest) % {"count": rest},
            _("Shorten the first ones; the next are named then."),
        )


def transcripts(content: Content) -> Iterator[Finding]:
    narration = content.page.narration
    if narration and not (content.page.transcript or narration.transcript) and not reads_the_page(narration.minutes, content.words):
        yield Finding(
            "transcript",
            _("The narration has no text."),
            _("It says other things than the page, and who cannot hear it, or saves data, should be able to read them."),
            ("transcript",),
        )
    for piece in content.documents:
        document = content.get(piece.block.model_class, piece.value)
        if document and document.is_played and not (document.transcript or document.subtitles):
            yield Finding(
                "transcript",
                _("“%(title)s” has no text of what is said.") % {"title": document.title},
                _("Write it in the library, so that who cannot hear it can read it."),
                piece.path,
            )


def reads_the_page(minutes: int | None, count: int) -> bool:
    """A narration that takes about as long as the page's words take is the page read aloud; of unknown length, it is taken for one."""
    return not minutes or minutes <= 2 + 1.5 * count / SPOKEN


def consent(content: Content) -> Iterator[Finding]:
    """Whoever can be recognised or is quoted has agreed. A story has its own consent, which blocks; here an editor ticks it off."""
    shown = [piece for piece in content.pictures if not piece.value.get("decorative")]
    quoted = [piece for piece in content.of_kind(QuotationBlock) if not piece.value.get("example")]
    has_own = hasattr(content.page, "has_consent")
    if (shown or quoted) and not has_own:
        yield Finding(
            PEOPLE,
            _("People may be recognised in pictures, or are quoted. Did each of them agree?"),
            _("A picture on the internet cannot be called back."),
            (quoted or shown)[0].path,
            ask=PEOPLE,
        )
    about = ((piece, text) for piece in content.pieces for text in described(piece))
    if child := next((piece for piece, text in about if prose.speaks_of_children(text)), None):
        yield Finding(
            CHILDREN,
            _("A child may be recognised. Did its parents agree?"),
            _("The law asks for the parents’ consent, from seven years on for the child’s own too."),
            child.path,
            ask=CHILDREN,
        )


def described(piece) -> Iterator[str]:
    """What is said of a picture where it is used."""
    if isinstance(piece.block, ImageBlock):
        yield piece.value.get("alt_text") or ""
    elif isinstance(piece.block, CaptionedPictureBlock):
        yield piece.value.get("caption") or ""


def inner_links(content: Content) -> Iterator[Finding]:
    """To pages that are deleted or not published, and to documents that are gone or closed to readers."""
    open_documents: set[int] | None = None
    for path, model, pk in content.links():
        target = content.get(model, pk)
        is_page = issubclass(model, Page)
        if target is None:
            what = _("A page that is linked here was deleted.") if is_page else _("A document that is named here was deleted.")
            yield Finding("link", what, _("Readers see the words without the link, or nothing."), path)
        elif is_page and not target.live:
            what = _("“%(title)s” is linked here and is not published.") % {"title": target.title}
            yield Finding("link", what, _("Readers see the words without the link, or nothing."), path)
        elif not is_page and hasattr(model.objects.all(), "public"):
            if open_documents is None:
                keys = [pk for _path, other, pk in content.links() if other is model]
                open_documents = set(model.objects.filter(pk__in=keys).public().values_list("pk", flat=True))
            if pk not in open_documents:
                yield Finding(
                    "link",
                    _("“%(title)s” is not open to all readers.") % {"title": target.title},
                    _("It is left out of the page; choose another collection for it, or take it out."),
                    path,
                )


def link_card(content: Content) -> Iterator[Finding]:
    """What the card's preview says beyond what has been said here already."""
    page = content.page
    if page.sensitive:
        return
    known = preview.warnings(page)
    sentence = page.share_text or page.summary or page.search_description
    if sentence and page.cover:
        for warning in known:
            if len(" ".join((page.seo_title or page.title).split())) > SHARE_TITLE and warning == known[0]:
                continue  # title() has said it
            yield Finding("card", warning, _("So the link looks in Zalo."), ("share_text",) if page.card_picture else ("share_picture",))


def answered_for(content: Content) -> Iterator[Finding]:
    page = content.page
    if not page.review_on:
        yield Finding("review", _("There is no date on which somebody looks at it again."), _("Prices, telephone numbers and rules change."), ("review_on",))
    elif page.review_on <= timezone.localdate():
        yield Finding("review", _("It should have been looked at again by now."), _("Prices, telephone numbers and rules change."), ("review_on",))


RULES: tuple[Rule, ...] = (
    obstacles,
    title,
    summary,
    cover,
    pictures,
    headings,
    long_sentences,
    transcripts,
    consent,
    lambda content: content.page.own_findings(content),
    inner_links,
    link_card,
    answered_for,
)


def findings(content: Content) -> list[Finding]:
    return [finding for rule in RULES for finding in rule(content)]
