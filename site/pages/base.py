"""What every page of the site has and does."""

from django.db import models
from django.db.models import Q
from django.template.response import TemplateResponse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, HelpPanel, MultiFieldPanel, ObjectList, PublishingPanel, TabbedInterface, TitleFieldPanel
from wagtail.fields import RichTextField
from wagtail.fields import StreamField as WagtailStreamField
from wagtail.models import Page, PageViewRestriction
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from pages import jsonld, shelf, translation_guard
from pages.blocks import DocumentBlock
from pages.chrome import with_navigation
from pages.fields import StreamField
from pages.forms import BasePageForm
from pages.middleware import STAFF_COOKIE, UNKEPT
from pages.multilingual import InLanguages
from pages.navigation import Navigation
from pages.outdated import KnowsItsAge
from pages.parts import Kind, Part, Section
from pages.permissions import PublicationPermissionTester
from pages.shareable import Shareable
from pages.text import ascii_slug, nfc
from pages.tidying import tidy


class BasePage(KnowsItsAge, InLanguages, Shareable, Page):
    summary = models.CharField(
        _("summary"), max_length=160, blank=True, help_text=_("One or two short sentences: what she gets from this page. Shown on cards and in Zalo.")
    )
    cover = models.ForeignKey("pages.Picture", models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("cover picture"))
    cover_alt = models.CharField(
        _("what the cover shows"),
        max_length=160,
        blank=True,
        help_text=_("For women who listen to the page. Left empty, the description in the picture library is used."),
    )
    narration = models.ForeignKey(
        "library.LibraryDocument",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("narration"),
        help_text=_("A sound file from the library, in the language of this page."),
    )
    transcript = models.TextField(_("transcript"), blank=True, help_text=_("What the narration says, if it differs from the page."))
    topic = models.ForeignKey("pages.Topic", models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("topic"))
    related_documents = StreamField([("document", DocumentBlock())], blank=True, verbose_name=_("documents"))
    written_by = models.CharField(_("written by"), max_length=120, blank=True)
    checked_by = models.CharField(_("checked by"), max_length=120, blank=True)
    checked_on = models.DateField(_("checked on"), null=True, blank=True)
    review_on = models.DateField(_("review again on"), null=True, blank=True)

    base_form_class = BasePageForm

    # The tabs of the editor: content_panels are each type's own.
    content_panels = [
        TitleFieldPanel("title", placeholder=False, help_text=_("At most 60 characters are shown in Zalo.")),
        FieldPanel("summary"),
        MultiFieldPanel([FieldPanel("cover"), FieldPanel("cover_alt")], heading=_("Cover")),
    ]
    listen_panels = [
        HelpPanel(content=_("Many members listen rather than read. Choose a sound file of the library in the language of this page.")),
        FieldPanel("narration"),
        FieldPanel("transcript"),
    ]
    around_panels = [FieldPanel("topic"), FieldPanel("related_documents")]
    promote_panels = [
        *Shareable.share_panels,
        MultiFieldPanel([FieldPanel("slug"), FieldPanel("seo_title"), FieldPanel("search_description")], heading=_("Address and search engines")),
    ]
    settings_panels = [
        MultiFieldPanel(
            [FieldPanel("written_by"), FieldPanel("checked_by"), FieldPanel("checked_on"), FieldPanel("review_on")],
            heading=_("Who answers for it"),
        ),
        PublishingPanel(),
    ]
    search_fields = [*Page.search_fields, index.SearchField("summary"), index.FilterField("topic")]

    # wagtail-localize takes words as translatable and the rest as shared; these words are shared too.
    override_translatable_fields = [
        SynchronizedField("slug", overridable=False),
        SynchronizedField("written_by"),
        SynchronizedField("checked_by"),
        SynchronizedField("review_on", overridable=False),
        SynchronizedField("sensitive", overridable=False),
    ]
    exclude_fields_in_copy = ["card"]

    json_ld_type = "Article"
    feed = ""  # the name of the feed that its readers may follow
    own_slug = ""  # an address that the site keeps for this type
    rank_in_topic = 100  # the order of kinds on a topic's page, smallest first
    show_in_menus_default = False
    part_kinds: tuple[Kind, ...] = ()  # what parts of a document may become here; none where no document becomes this type
    part_sections: tuple[Section, ...] = ()  # the places that its headings lead to
    part_pattern: tuple[tuple[str, object], ...] = ()  # a Word file to begin with, see editing.word.pattern

    class Meta:
        abstract = True

    # Saving

    @classmethod
    def tabs_of(cls, content_panels, *extra):
        """The editor's tabs, the same for every type: its content, what it adds, then what all pages have."""
        return TabbedInterface(
            [
                ObjectList(content_panels, heading=_("Content")),
                *extra,
                ObjectList(cls.listen_panels, heading=_("Listen")),
                ObjectList(cls.around_panels, heading=_("Topic and documents")),
                ObjectList(cls.promote_panels, heading=_("Share and find")),
                ObjectList(cls.settings_panels, heading=_("Who and when")),
            ]
        )

    def normalise_text(self) -> None:
        """Everything typed is kept composed (NFC), whatever the keyboard sends; rich text without what a paste leaves behind."""
        for field in self._meta.concrete_fields:
            value = getattr(self, field.attname)
            if isinstance(field, WagtailStreamField):
                raw = value.get_prep_value()
                if (composed := nfc(raw)) != raw:
                    setattr(self, field.name, field.to_python(composed))
            elif isinstance(value, str) and (composed := tidy(value) if isinstance(field, RichTextField) else nfc(value)) != value:
                setattr(self, field.attname, composed)

    def _set_core_field_defaults(self):
        parent_is_known = bool(self.path or getattr(self, "_cached_parent_obj", None))
        if not self.slug and parent_is_known and (slug := ascii_slug(self.title)):
            self.slug = self._get_autogenerated_slug(slug)
        super()._set_core_field_defaults()

    def clean(self):
        self.normalise_text()
        super().clean()

    def save(self, *args, **kwargs):
        if kwargs.get("clean", True):
            self.normalise_text()
        return super().save(*args, **kwargs)

    def with_content_json(self, content):
        """What was made at a publication belongs to the page, not to a draft."""
        page = super().with_content_json(content)
        page.card = self.card
        return page

    def take_parts(self, parts: list[Part]) -> list[int]:
        """Fill the fields from a document's parts (editing.word); the pictures that found no place. Types with part_kinds say how."""
        raise NotImplementedError

    def take_raw(self, values: dict[str, object]) -> None:
        """Fields by their names; a stream as the list of its raw blocks."""
        for name, value in values.items():
            setattr(self, name, self._meta.get_field(name).to_python(value))

    # Publication: every road (editor, workflow, schedule, bulk action, translation) ends in publish().

    def obstacles_to_publication(self) -> list[str]:
        """Sentences for the editor; empty when the page may go live. Page types add theirs."""
        missing = translation_guard.missing_strings(self)
        return [translation_guard.sentence(missing)] if missing else []

    def publish(self, revision, *args, **kwargs):
        if revision.as_object().obstacles_to_publication():
            return None
        return super().publish(revision, *args, **kwargs)

    def after_publication(self) -> None:
        """Called when it is live (pages.signals), in every language. Page types add what they do then."""

    def create_alias(self, *, parent=None, update_slug=None, update_locale=None, **options):
        """In another language a draft copy: an alias would show this language's text under that one's address."""
        if update_locale in (None, self.locale):
            return super().create_alias(parent=parent, update_slug=update_slug, update_locale=update_locale, **options)
        attributes = {"locale": update_locale, "slug": update_slug or self.slug}
        return self.copy(to=parent, update_attrs=attributes, copy_revisions=False, keep_live=False, reset_translation_key=False)

    def permissions_for_user(self, user):
        return PublicationPermissionTester(user, self)

    # Showing

    @property
    def json_ld(self) -> str:
        return jsonld.script(self.structured_data())

    def structured_data(self) -> dict:
        return jsonld.work(self, self.json_ld_type)

    @property
    def trail(self) -> list:
        opened = shelf.current()
        return opened.trail if opened else []

    @property
    def shown_documents(self) -> list:
        """Those that still exist and that this page's readers may see."""
        return [block for block in self.related_documents if block.value]

    def listings(self) -> dict[str, list]:
        """Lists of cards that this type shows, by name, fetched before the shelf. Most show none."""
        return {}

    def serve(self, request, *args, **kwargs):
        self.request_page = request.GET.get("trang", "1")
        response = super().serve(request, *args, **kwargs)
        if hasattr(response, "render"):
            response = self.on_shelf(request, response)
        response.public = True  # pages.middleware.Answers
        if self.sensitive:
            response["Cache-Control"] = UNKEPT
        return response

    def serve_preview(self, request, mode_name):
        return self.on_shelf(request, super().serve_preview(request, mode_name))

    def on_shelf(self, request, response):
        """Render now, inside the shelf, so that nothing of it reaches the next request of this thread."""
        navigation = Navigation.shown()
        with shelf.opened(shelf.Shelf(self, [navigation])) as opened:
            response.context_data |= {"shelf": opened, "navigation": navigation.for_page(self), "for_staff": STAFF_COOKIE in request.COOKIES}
            return response.render()

    def get_view_restrictions(self):
        """One query instead of two. Pages above that are aliases obey their source, as in Wagtail; new ones are refused."""
        paths = [self.path[:n] for n in range(self.steplen, len(self.path) + 1, self.steplen)]
        return PageViewRestriction.objects.filter(Q(page__path__in=paths) | Q(page__aliases__path__in=paths)).distinct()

    def serve_password_required_response(self, request, form, action_url):
        """Without the page: its title and description are behind the password too."""
        return with_navigation(TemplateResponse(request, "wagtailcore/password_required.html", {"form": form, "action_url": action_url}))
