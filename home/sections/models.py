"""The part of the site that one unit of the union writes: its news, stories, guides and courses."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail_localize.fields import SynchronizedField

from editing.rights import domain
from pages.forms import BasePageForm
from pages.listing import IndexPage


class SectionForm(BasePageForm):
    def clean(self):
        """The form knows below which page a new one will stand."""
        cleaned = super().clean()
        above, unit = self.parent_page and self.parent_page.specific, cleaned.get("unit")
        if unit and isinstance(above, SectionPage) and not unit.path.startswith(above.unit.path):
            self.add_error("unit", _("This section stands below that of another unit. Choose a unit below it, or place the section elsewhere."))
        return cleaned


class SectionPage(IndexPage):
    """What stands below it is the unit's to write; readers find it in the lists of the whole site as well."""

    template = "pages/section_page.html"
    parent_page_types = ["home.HomePage", "sections.SectionPage"]
    subpage_types = ["sections.SectionPage", "news.NewsPage", "stories.StoryPage", "guides.GuidePage", "lessons.CoursePage"]
    max_count_per_parent = None
    base_form_class = SectionForm

    unit = models.ForeignKey(
        "members.Unit",
        models.PROTECT,
        related_name="+",
        verbose_name=_("union unit"),
        help_text=_("Its editors, moderators and translators get their rights on this page and all below it by themselves."),
    )

    content_panels = [FieldPanel("unit"), *IndexPage.content_panels]
    edit_handler = IndexPage.tabs_of(content_panels)
    override_translatable_fields = [*IndexPage.override_translatable_fields, SynchronizedField("unit", overridable=False)]

    class Meta:
        verbose_name = _("unit’s section")
        verbose_name_plural = _("units’ sections")

    def listed_pages(self):
        return Q(path__startswith=self.path, depth=self.depth + 1)

    def clean(self):
        super().clean()
        if self.unit_id and SectionPage.objects.filter(unit=self.unit_id, locale=self.locale_id).exclude(pk=self.pk).exists():
            raise ValidationError({"unit": _("This unit has a section already. Open that one, or choose another unit.")})

    def save(self, *args, **kwargs):
        """In every language: a translation that appears later has the same rights at once."""
        result = super().save(*args, **kwargs)
        if self.unit_id:  # a draft may be hardly begun
            domain.keep_section(unit=self.unit, key=self.translation_key)
        return result
