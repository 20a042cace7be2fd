"""How a page looks in Zalo and Facebook."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel

from pages.text import shorten

SHARE_TITLE, SHARE_TEXT = 60, 110  # characters that Zalo and Facebook show


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

    share_panels = [
        MultiFieldPanel([FieldPanel("share_picture"), FieldPanel("share_text")], heading=_("In Zalo and Facebook")),
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
    def ready_message(self) -> str:
        """What is sent to a group with its address; page types have longer ones."""
        return self.description

    @property
    def opengraph_tags(self) -> dict[str, str]:
        """Property to content, as Zalo and Facebook read them."""
        tags = {
            "og:type": "website" if self.depth == 2 else "article",
            "og:site_name": settings.WAGTAIL_SITE_NAME,
            "og:title": self.share_title,
            "og:description": self.description,
            "og:url": self.canonical,
        }
        if self.language.open_graph:
            tags["og:locale"] = self.language.open_graph
        picture = self.share_picture or self.cover
        if picture and (made := picture.made("share")):
            rendition = made["image/jpeg"]
            tags |= {
                "og:image": rendition.full_url,
                "og:image:type": "image/jpeg",
                "og:image:width": str(rendition.width),
                "og:image:height": str(rendition.height),
                "og:image:alt": self.cover_alt or picture.description or self.share_title,
            }
        return tags
