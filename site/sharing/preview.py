"""How a page's link will look in Zalo and Facebook, from what stands in the editor's form; and what of it will not be seen."""

import base64
from dataclasses import dataclass

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.models import Locale

from pages.cards import accessor, kinds
from pages.pictures import Picture
from pages.shareable import SHARE_TEXT, SHARE_TITLE
from sharing import link_card, link_cards

WORDS = ("title", "seo_title", "summary", "share_text", "search_description")
CHOSEN = ("cover", "share_picture")


@dataclass(frozen=True)
class Preview:
    title: str
    text: str
    picture: str  # a data: address
    title_length: int
    text_length: int
    warnings: list[str]
    site: str
    most_title: int = SHARE_TITLE
    most_text: int = SHARE_TEXT


def of(page) -> Preview:
    """page: saved or not, with its words, pictures and language."""
    with translation.override(page.language.code if page.language.interface else settings.LANGUAGE_CODE):
        title, text = page.card_title, page.card_text
    made = page_picture(page)
    return Preview(
        title=title,
        text=text,
        picture="data:image/jpeg;base64," + base64.b64encode(made).decode(),
        title_length=len(page.seo_title or page.title),
        text_length=len(page.share_text or page.summary or page.search_description),
        warnings=[] if page.sensitive else warnings(page),
        site=settings.SITE_URL.split("://")[-1],
    )


def page_picture(page) -> bytes:
    if page.sensitive:
        return link_card.house_card(settings.WAGTAIL_SITE_NAME)
    return link_cards.draw(link_cards.face_of(page), page.card_picture)


def warnings(page) -> list[str]:
    """Sentences for the editor."""
    found = []
    if (over := len(" ".join((page.seo_title or page.title).split())) - SHARE_TITLE) > 0:
        found.append(
            ngettext("The title is %(count)s character too long and is cut.", "The title is %(count)s characters too long and is cut.", over) % {"count": over}
        )
    sentence = page.share_text or page.summary or page.search_description
    if (over := len(" ".join(sentence.split())) - SHARE_TEXT) > 0:
        found.append(
            ngettext(
                "The sentence is %(count)s character too long and is cut. Write a shorter one for Zalo.",
                "The sentence is %(count)s characters too long and is cut. Write a shorter one for Zalo.",
                over,
            )
            % {"count": over}
        )
    if not sentence:
        found.append(_("There is no sentence. Fill in the summary, or a sentence for Zalo."))
    picture = page.card_picture
    if picture is None:
        found.append(_("There is no picture. Links with a picture are opened more often: choose a cover."))
    elif (focus := link_cards.focus_of(picture)) and link_card.is_bare(link_cards.face_of(page), (picture.width, picture.height), focus):
        found.append(_("What matters in the picture is at its edge, so cloth fills the other side. Choose a picture with it in the middle."))
    return found


def drafted(kind: str, language: str, depth: int, values) -> object | None:
    """A page of this type as the form has it, never to be saved; None where there is no such type or language."""
    model = next((model for model in kinds() if accessor(model) == kind), None)
    locale = Locale.objects.filter(language_code=language).first()
    if model is None or locale is None:
        return None
    page = model(locale=locale, depth=depth, sensitive=values.get("sensitive") == "on", **{name: values.get(name, "")[:300] for name in WORDS})
    for name in CHOSEN:
        pk = values.get(name, "")
        setattr(page, name, Picture.objects.filter(pk=pk).first() if pk.isdecimal() else None)
    return page
