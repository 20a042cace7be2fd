"""How a page looks in Zalo and Facebook."""

from django.conf import settings
from django.db import models
from django.templatetags.static import static
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.images.models import get_rendition_storage

from config.languages import BY_CODE, SOURCE
from pages.panels import LinkCardPanel
from pages.text import shorten

SHARE_TITLE, SHARE_TEXT = 60, 110  # characters that Zalo and Facebook show


def absolute(address: str) -> str:
    return address if "://" in address else settings.SITE_URL + address


def picture_tags(address: str, alt: str) -> dict[str, str]:
    """Of a JPEG of 1200x630; the address with or without our own host."""
    return {
        "og:image": absolute(address),
        "og:image:type": "image/jpeg",
        "og:image:width": "1200",
        "og:image:height": "630",
        "og:image:alt": alt,
    }


def house_picture() -> dict[str, str]:
    """The site's own card, of what has none and of what must not be named in a chat. sharing.link_card.house_card has drawn it."""
    return picture_tags(static("img/card.jpg"), settings.WAGTAIL_SITE_NAME)


def house_tags(title: str, description: str, address: str) -> dict[str, str]:
    """Of a public address that is no page of the tree."""
    tags = {"og:type": "website", "og:site_name": settings.WAGTAIL_SITE_NAME, "og:title": shorten(title, SHARE_TITLE), "og:url": address}
    if description:
        tags["og:description"] = shorten(description, SHARE_TEXT)
    if (language := BY_CODE[get_language() or SOURCE]).open_graph:
        tags["og:locale"] = language.open_graph
    return tags | house_picture()


class Shareable(models.Model):
    """Mixed into a page with title, summary and cover: a card of its own where those do not fit."""

    share_picture = models.ForeignKey(
        "pages.Picture",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("picture for Zalo"),
        help_text=_("Left empty, the cover is used."),
    )
    share_text = models.CharField(_("sentence for Zalo"), max_length=SHARE_TEXT, blank=True, help_text=_("Left empty, the summary is used."))

    sensitive = models.BooleanField(
        _("sensitive"),
        default=False,
        help_text=_(
            "For pages on violence or on a woman’s own health. Zalo and Facebook then show neither its title nor a picture, "
            "the page has a button to leave it quickly, and no phone keeps a copy. Holds in every language."
        ),
    )
    card = models.FileField(storage=get_rendition_storage, max_length=80, blank=True, editable=False)  # made at publication by sharing.link_cards

    share_panels = [
        MultiFieldPanel([FieldPanel("share_picture"), FieldPanel("share_text"), FieldPanel("sensitive"), LinkCardPanel()], heading=_("In Zalo and Facebook")),
    ]

    class Meta:
        abstract = True

    @property
    def share_title(self) -> str:
        """A home page is known by the site's name: "Trang chủ" says nothing in a chat."""
        return shorten(self.seo_title or (settings.WAGTAIL_SITE_NAME if self.depth == 2 else self.title), SHARE_TITLE)

    @property
    def description(self) -> str:
        return shorten(self.share_text or self.summary or self.search_description, SHARE_TEXT)

    @property
    def card_title(self) -> str:
        """In a chat, which others in the house may read too."""
        return gettext("A page from the Women’s Union") if self.sensitive else self.share_title

    @property
    def card_text(self) -> str:
        """Not even the sentence for Zalo: it may be older than the mark."""
        return gettext("Open it when it suits you.") if self.sensitive else self.description

    @property
    def card_picture(self):
        return None if self.sensitive else self.share_picture or self.cover

    @property
    def ready_message(self) -> str:
        """What she sends to her group, before the address."""
        return f"{self.card_title}\n{self.card_text}".strip()

    @property
    def opengraph_tags(self) -> dict[str, str]:
        """Property to content, as Zalo and Facebook read them."""
        tags = {
            "og:type": "website" if self.depth == 2 else "article",
            "og:site_name": settings.WAGTAIL_SITE_NAME,
            "og:title": self.card_title,
            "og:description": self.card_text,
            "og:url": self.canonical,
        }
        if self.language.open_graph:
            tags["og:locale"] = self.language.open_graph
        return tags | self._picture_tags()

    def _picture_tags(self) -> dict[str, str]:
        """Its card; until that is made its picture alone."""
        picture = self.card_picture
        alt = (self.cover_alt or picture.description if picture else "") or self.card_title
        if self.card and not self.sensitive:
            return picture_tags(self.card.url, alt)
        if picture and (made := picture.made("share")):
            return picture_tags(made["image/jpeg"].url, alt)
        return house_picture()
