"""Topics: what a page is about, in the words of women who look for help."""

from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import DraftStateMixin, RevisionMixin, TranslatableMixin
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField, TranslatableField

from config.languages import SOURCE
from pages import translation_guard
from pages.kept import kept
from pages.page_cache import purge
from pages.text import ascii_slug, nfc


class Topic(TranslatableMixin, DraftStateMixin, RevisionMixin, index.Indexed, models.Model):
    """Has drafts, so that a new translation is not shown with its Vietnamese name."""

    class Icon(models.TextChoices):
        PHONE = "phone", _("phone")
        BASKET = "basket", _("basket")
        ID_CARD = "id-card", _("identity card")
        HEART = "heart", _("heart")
        BOOK = "book", _("book")
        WEATHER = "weather", _("weather")
        MONEY = "money", _("money")
        SHIELD = "shield", _("shield")
        HOME = "home", _("house")

    name = models.CharField(_("name"), max_length=60)
    slug = models.SlugField(
        _("address"), max_length=60, blank=True, help_text=_("The last word of its address, the same in every language. Left empty, it is made from the name.")
    )
    summary = models.CharField(_("summary"), max_length=160, blank=True)
    icon = models.CharField(_("picture sign"), max_length=20, choices=Icon, default=Icon.BOOK)
    order = models.PositiveSmallIntegerField(_("place in the list"), default=100)

    panels = [FieldPanel("name"), FieldPanel("slug"), FieldPanel("summary"), FieldPanel("icon"), FieldPanel("order")]
    override_translatable_fields = [
        TranslatableField("name"),
        TranslatableField("summary"),
        SynchronizedField("slug", overridable=False),
        SynchronizedField("icon", overridable=False),
        SynchronizedField("order", overridable=False),
    ]
    search_fields = [index.SearchField("name"), index.AutocompleteField("name"), index.FilterField("locale")]

    class Meta(TranslatableMixin.Meta):
        verbose_name = _("topic")
        verbose_name_plural = _("topics")
        ordering = ["order", "name"]
        constraints = [models.UniqueConstraint(fields=["locale", "slug"], name="one_topic_per_address")]

    def __str__(self):
        return self.name

    def clean(self):
        super().clean()
        self.name, self.summary = nfc(self.name), nfc(self.summary)
        self.slug = self.slug or self._slug_of_name()
        if not self.slug:
            raise ValidationError({"slug": _("No address can be made from this name. Write one with letters or digits.")})
        if self._address_is_taken():
            raise ValidationError({"slug": _("Another topic has the address “%(slug)s”. Choose another word.") % {"slug": self.slug}})

    def _slug_of_name(self) -> str:
        return ascii_slug(self.name)[: self._meta.get_field("slug").max_length].strip("-")

    def _address_is_taken(self) -> bool:
        """The constraint says so too late: a form without the language leaves it to the database."""
        return type(self).objects.filter(locale_id=self.locale_id, slug=self.slug).exclude(pk=self.pk).exists()

    def save(self, *args, **kwargs):
        self.slug = self.slug or self._slug_of_name() or str(self.translation_key)  # the home page links to it
        super().save(*args, **kwargs)
        if self.locale.language_code == SOURCE:
            taken = type(self).objects.filter(slug=self.slug).values("locale")
            type(self).objects.filter(translation_key=self.translation_key).exclude(locale__in=taken).update(slug=self.slug)
        purge()

    def delete(self, *args, **kwargs):
        deleted = super().delete(*args, **kwargs)
        purge()
        return deleted

    @classmethod
    def live_in(cls, language_code: str) -> list["Topic"]:
        """In their order. A query only after one was changed."""
        return kept(f"topics-{language_code}", lambda: list(cls.objects.filter(live=True, locale__language_code=language_code)))

    def publish(self, revision, *args, **kwargs):
        """As for pages: not while words are missing in this language."""
        if translation_guard.missing_strings(self):
            return None
        return super().publish(revision, *args, **kwargs)

    @property
    def url(self) -> str:
        """In the language that is active."""
        return reverse("topic", args=[self.slug])
