"""What header, bottom bar and footer lead to, chosen once for all languages."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting

from pages.blocks import PageChooserBlock
from pages.fields import StreamField
from pages.kept import kept
from pages.page_cache import purge

ICONS = [
    ("home", _("house")),
    ("book", _("book")),
    ("shelf", _("shelf of books")),
    ("story", _("woman")),
    ("news", _("newspaper")),
    ("model", _("pattern")),
    ("doc", _("document")),
]


class PlaceBlock(blocks.StructBlock):
    page = PageChooserBlock(label=_("Page"), help_text=_("The Vietnamese page; other languages follow by themselves."))
    icon = blocks.ChoiceBlock(choices=ICONS, default="doc", label=_("Picture sign"))

    class Meta:
        label = _("Page")
        icon = "link"


@register_setting(icon="list-ul")
class Navigation(BaseGenericSetting):
    """A generic setting, not one a site: no query for the site."""

    bar = StreamField(
        [("place", PlaceBlock())],
        verbose_name=_("main pages"),
        blank=True,
        max_num=5,
        help_text=_("Phones show the first three at the bottom of the screen, and beside them the member’s own page."),
    )
    footer = StreamField([("place", PlaceBlock())], verbose_name=_("footer"), blank=True)

    panels = [FieldPanel("bar"), FieldPanel("footer")]

    class Meta:
        verbose_name = _("navigation")

    @classmethod
    def shown(cls) -> "Navigation":
        """As readers see it; load() is for whoever changes it."""
        fields = [field.name for field in cls._meta.fields if isinstance(field, StreamField)]
        return cls(**kept("navigation", lambda: {name: getattr(cls.load(), name).get_prep_value() for name in fields}))

    def save(self, *args, **kwargs):
        super().save(*args, **kwargs)
        purge()

    def for_page(self, page) -> dict[str, list[dict]]:
        """Must be called inside a shelf that was opened with this navigation."""
        return {"bar": self.places(self.bar, page), "footer": self.places(self.footer, page)}

    @staticmethod
    def places(value, here) -> list[dict]:
        """Title, address, icon and whether the reader is there. Pages that are not live are left out."""
        shown = []
        for page, icon in ((place.value["page"], place.value["icon"]) for place in value):
            if not page:
                continue
            is_home = page.depth == 2
            shown.append(
                {
                    "title": _("Home") if is_home else page.title,
                    "speaks": "interface" if is_home else page,  # for lang_of
                    "url": page.address,
                    "icon": icon,
                    "current": bool(here) and (here.pk == page.pk or (not is_home and here.path.startswith(page.path))),
                }
            )
        return shown
