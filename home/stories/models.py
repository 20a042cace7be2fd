"""Success stories. A woman's consent decides whether hers is shown, whoever presses the button."""

from django.db import models
from django.db.models import Max
from django.utils.translation import gettext_lazy as _
from wagtail.actions.unpublish_page import UnpublishPageAction
from wagtail.admin.panels import FieldPanel, FieldRowPanel, HelpPanel, MultiFieldPanel, ObjectList
from wagtail.fields import RichTextField
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from home.stories import from_document
from pages import shelf
from pages.base import BasePage
from pages.blocks import TEXT_FEATURES, CaptionedPictureBlock, ChangeBlock, QuotationBlock
from pages.fields import StreamField
from pages.listing import IndexPage


class StoryIndexPage(IndexPage):
    template = "pages/story_index_page.html"
    parent_page_types = ["home.HomePage"]
    subpage_types = ["stories.StoryPage"]

    class Meta:
        verbose_name = _("all success stories")
        verbose_name_plural = _("pages of all success stories")


class StoryPage(BasePage):
    template = "pages/story_page.html"
    rank_in_topic = 3
    parent_page_types = ["stories.StoryIndexPage"]
    subpage_types: list[str] = []
    part_kinds = from_document.KINDS
    part_sections = from_document.SECTIONS
    part_pattern = from_document.PATTERN

    class Kind(models.TextChoices):
        WOMAN = "woman", _("a woman")
        COLLECTIVE = "collective", _("a collective")

    class Scope(models.TextChoices):
        PUBLIC = "public", _("anyone may read it, on this site and in Zalo")
        UNION = "union", _("only inside the union")

    kind = models.CharField(_("about"), max_length=10, choices=Kind, default=Kind.WOMAN)
    people = models.CharField(_("name"), max_length=160, help_text=_("As she wants to be named."))
    place = models.ForeignKey("members.Unit", models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("place"))
    product = models.CharField(_("product or service"), max_length=160, blank=True)
    before = RichTextField(_("before"), features=TEXT_FEATURES, blank=True)
    action = RichTextField(_("what she did"), features=TEXT_FEATURES, blank=True)
    result = RichTextField(_("result"), features=TEXT_FEATURES, blank=True)
    figures = StreamField([("figure", ChangeBlock())], blank=True, verbose_name=_("figures"))
    quotations = StreamField([("quotation", QuotationBlock())], blank=True, verbose_name=_("quotations"))
    photos = StreamField([("photo", CaptionedPictureBlock())], blank=True, verbose_name=_("pictures"))
    guide = models.ForeignKey(
        "guides.GuidePage",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("guide to her model"),
        help_text=_("How others can do the same."),
    )
    consent_by = models.CharField(_("consent given by"), max_length=160, blank=True, help_text=_("She herself, or for a collective its head."))
    consent_on = models.DateField(_("consent given on"), null=True, blank=True)
    consent_scope = models.CharField(_("consent covers"), max_length=10, choices=Scope, default=Scope.PUBLIC)
    consent_withdrawn_on = models.DateField(
        _("consent withdrawn on"), null=True, blank=True, help_text=_("As soon as this is saved, the story disappears in every language.")
    )

    content_panels = [
        *BasePage.content_panels,
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("kind"), FieldPanel("people")]), FieldRowPanel([FieldPanel("place"), FieldPanel("product")])], heading=_("Who and where")
        ),
        MultiFieldPanel([FieldPanel("before"), FieldPanel("action"), FieldPanel("result")], heading=_("Story")),
        FieldPanel("figures"),
        FieldPanel("quotations"),
        FieldPanel("photos"),
        FieldPanel("guide"),
    ]
    consent_panels = [
        HelpPanel(content=_("Without the consent of the woman (or of the collective’s head) this story cannot be published, in any language.")),
        FieldRowPanel([FieldPanel("consent_by"), FieldPanel("consent_on")]),
        FieldPanel("consent_scope"),
        FieldPanel("consent_withdrawn_on"),
    ]
    edit_handler = BasePage.tabs_of(content_panels, ObjectList(consent_panels, heading=_("Consent")))
    search_fields = [*BasePage.search_fields, *(index.SearchField(name) for name in ("people", "product", "before", "action", "result"))]
    override_translatable_fields = [
        *BasePage.override_translatable_fields,
        *(SynchronizedField(name, overridable=False) for name in ("kind", "consent_by", "consent_on", "consent_scope", "consent_withdrawn_on")),
    ]

    class Meta:
        verbose_name = _("success story")
        verbose_name_plural = _("success stories")

    @property
    def has_consent(self) -> bool:
        return bool(self.consent_by and self.consent_on and self.consent_scope == self.Scope.PUBLIC and not self.consent_withdrawn_on)

    @property
    def same_story(self):
        """Her story in every language."""
        return StoryPage.objects.filter(translation_key=self.translation_key)

    @property
    def is_original(self) -> bool:
        """The page that the others translate; what it says about consent holds for all."""
        return not self.same_story.filter(pk__lt=self.pk).exists() if self.pk else True

    @property
    def latest_of_original(self):
        """What is known last where consent is noted for all; this page itself if that is it."""
        return self if self.is_original else self.same_story.order_by("pk").first().get_latest_revision_as_object()

    def keep_withdrawal(self) -> None:
        """An empty field is never new consent: an editor's old tab sends one. Only a later date of consent is."""
        if self.consent_withdrawn_on:
            return
        known = self.same_story.aggregate(last=Max("consent_withdrawn_on"))["last"]
        given_anew = known and self.is_original and self.consent_on and self.consent_on > known
        if not given_anew:
            self.consent_withdrawn_on = known

    def take_parts(self, parts):
        self.take_raw(from_document.take(parts))
        return []

    def clean(self):
        super().clean()
        self.keep_withdrawal()

    def save(self, *args, **kwargs):
        self.keep_withdrawal()
        return super().save(*args, **kwargs)

    def obstacles_to_publication(self):
        self.keep_withdrawal()
        reasons = super().obstacles_to_publication()
        if self.consent_withdrawn_on:
            reasons.append(_("Consent was withdrawn, so this story cannot be published. If it was given anew, fill in a later date of consent."))
        elif not (self.has_consent and self.latest_of_original.has_consent):
            reasons.append(_("Consent is missing. Fill in who gave it, when, and that anyone may read the story (tab “Consent”)."))
        else:
            return reasons
        if self.same_story.filter(live=True).exists():
            reasons.append(_("To take the story off the site, save it as a draft."))
        return reasons

    def publish(self, revision, *args, **kwargs):
        """What is known last about her consent decides, even where an older version had been scheduled."""
        latest = StoryPage.objects.get(pk=self.pk).get_latest_revision_as_object()
        if latest.has_consent and latest.latest_of_original.has_consent:
            super().publish(revision, *args, **kwargs)

    def save_revision(self, *args, **kwargs):
        """A draft is where an editor notes a withdrawal, or narrower consent, and it counts at once."""
        self.keep_withdrawal()
        revision = super().save_revision(*args, **kwargs)
        if self.consent_withdrawn_on:
            self.take_off(user=kwargs.get("user"), consent_withdrawn_on=self.consent_withdrawn_on)
            return revision
        if self.is_original:
            self.same_story.filter(consent_withdrawn_on__isnull=False).update(consent_withdrawn_on=None)  # given anew
        shown = self.same_story.filter(live=True) if self.is_original else self.same_story.filter(live=True, pk=self.pk)
        if not self.has_consent and shown.exists():
            self.take_off(user=kwargs.get("user"), consent_by=self.consent_by, consent_on=self.consent_on, consent_scope=self.consent_scope)
        return revision

    def take_off(self, *, user=None, **known) -> None:
        """Take the story off the site in every language, and note what is known of her consent in every draft."""
        self.same_story.update(**known)
        for page in self.same_story:
            if page.live:
                UnpublishPageAction(page, user=user).execute(skip_permission_checks=True)  # whoever hears of it may act on it
            draft = page.get_latest_revision_as_object()
            if any(getattr(draft, name) != value for name, value in known.items()):
                for name, value in known.items():
                    setattr(draft, name, value)
                super(StoryPage, draft).save_revision(user=user, clean=False)
        self.live = False

    @property
    def model_guide(self):
        """The guide to her model in the reader's language, if it is live."""
        opened = shelf.current()
        return next(iter(opened.pages([self.guide_id])), None) if opened and self.guide_id else None
