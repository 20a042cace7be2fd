"""The index: one row for each thing that can be found."""

from django.db import models
from django.db.models import Case, F, Q, Value, When
from django.utils.translation import gettext_lazy as _

from config.languages import BY_CODE
from search import sources
from search.holding import Holds
from search.queries import Query


def place_of(query: Query) -> Case:
    """0: the title has all words; 1: title, summary and tags together; 2: the text is needed."""
    return Case(When(Holds(query, "title"), then=Value(0)), When(Holds(query, "head"), then=Value(1)), default=Value(2))


class EntryQuerySet(models.QuerySet):
    def public(self):
        """What a stranger may read now, whatever was true when it was indexed."""
        return self.filter(sources.public())

    def with_addresses(self):
        """Each with its document, and of its page no more than where it stands."""
        return self.select_related("document").annotate(url_path=F("page__url_path"))

    def in_language(self, code: str):
        return self.filter(language=code)

    def about(self, topic_key):
        return self.filter(topic_key=topic_key)

    def of_kind(self, kind: str):
        return self.filter(kind=kind)

    def holding(self, query: Query):
        """With all words of the query: first those that have them in the title, then in title, summary and tags, then anywhere;
        the newest first among equals."""
        return self.newest_holding(query).order_by(place_of(query), "-date", "-pk")

    def newest_holding(self, query: Query):
        return self.filter(Holds(query)).order_by("-date", "-pk") if query else self.none()

    def matching(self, text: str):
        """As holding(); where nothing has all the words, the last may be the beginning of a word."""
        query = Query.of(text)
        found = self.holding(query)
        if (beginning := query.as_beginning) and not found.exists():
            return self.holding(beginning)
        return found


class Entry(models.Model):
    page = models.OneToOneField("wagtailcore.Page", models.CASCADE, null=True, related_name="+")
    document = models.OneToOneField("library.LibraryDocument", models.CASCADE, null=True, related_name="+")
    language = models.CharField(_("language"), max_length=10)
    kind = models.CharField(_("kind"), max_length=40)  # as its source names it: lesson, story, document
    topic_key = models.UUIDField(null=True)  # of the topic, in all languages
    date = models.DateTimeField()
    title = models.CharField(_("title"), max_length=255)
    summary = models.TextField(blank=True)
    keywords = models.TextField(blank=True)  # tags, topic, place: found like the summary, never shown
    text = models.TextField(blank=True)
    counted = models.BooleanField(default=False)  # its words are in the vocabulary: it was public when it was indexed

    objects = EntryQuerySet.as_manager()

    wagtail_reference_index_ignore = True  # no use of the page that an editor should hear of

    class Meta:
        verbose_name = _("search entry")
        verbose_name_plural = _("search entries")
        indexes = [  # a search takes the newest first
            models.Index(fields=["-date", "-id"], name="search_newest"),
            models.Index(fields=["language", "-date", "-id"], name="search_newest_of_language"),
            models.Index(fields=["language", "kind", "-date", "-id"], name="search_newest_of_kind"),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(page=None, document__isnull=False) | Q(page__isnull=False, document=None), name="entry_is_of_one_thing")
        ]

    def __str__(self):
        return self.title

    @property
    def speaks(self):
        return BY_CODE[self.language]

    @property
    def address(self) -> str:
        """Of entries that were fetched with_addresses()."""
        return self.speaks.prefix + self.url_path.split("/", 2)[2] if self.page_id else self.document.address
