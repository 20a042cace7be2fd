"""Meeting kits: all that a branch chairwoman needs for one month's meeting."""

from collections.abc import Iterator
from itertools import chain

from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from home import links
from home.kits import packing
from home.kits.blocks import KeyMessageBlock, ReadyMessageBlock, ScriptStepBlock
from home.kits.packages import KitPackage
from pages import shelf
from pages.base import BasePage
from pages.blocks import ItemBlock, PictureBlock
from pages.fields import StreamField
from pages.listing import IndexPage

__all__ = ["KitPackage", "MeetingKitIndexPage", "MeetingKitPage"]

KEY_MESSAGES = 3
ZALO = "print"  # the role of pages.pictures: the whole picture, 1000 pixels, which a chat shows undivided
LENGTHS = {"script30": 30, "script60": 60}  # minutes


class MeetingKitIndexPage(IndexPage):
    template = "pages/meeting_kit_index_page.html"
    parent_page_types = ["home.HomePage"]
    subpage_types = ["kits.MeetingKitPage"]
    own_slug = "sinh-hoat"
    order = ("-meetingkitpage__month",)
    feed = "latest_feed"

    class Meta:
        verbose_name = _("all meeting kits")
        verbose_name_plural = _("pages of all meeting kits")


class MeetingKitPage(BasePage):
    template = "pages/meeting_kit_page.html"
    rank_in_topic = 6
    parent_page_types = ["kits.MeetingKitIndexPage"]
    subpage_types: list[str] = []
    feed = "latest_feed"
    obstacles_at = "key_messages"

    month = models.DateField(_("month"), help_text=_("Any day of the month in which the branches meet; the first one is kept."))
    bring = StreamField([("item", ItemBlock())], blank=True, verbose_name=_("what to bring"))
    key_messages = StreamField(
        [("message", KeyMessageBlock())],
        blank=True,
        max_num=KEY_MESSAGES,
        verbose_name=_("key messages"),
        help_text=_("Exactly three, each short enough to be said from memory."),
    )
    script30 = StreamField([("step", ScriptStepBlock())], blank=True, verbose_name=_("script of 30 minutes"))
    script60 = StreamField([("step", ScriptStepBlock())], blank=True, verbose_name=_("script of 60 minutes"))
    lesson = models.ForeignKey("lessons.LessonPage", models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("lesson"))
    quiz = models.ForeignKey("quizzes.QuizPage", models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("quiz"))
    ready_messages = StreamField([("message", ReadyMessageBlock())], blank=True, verbose_name=_("ready messages"))
    pictures = StreamField(
        [("picture", PictureBlock())],
        blank=True,
        verbose_name=_("pictures for Zalo"),
        help_text=_("Women save them and send them on. Those of the messages are added by themselves."),
    )

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("month"),
        FieldPanel("key_messages"),
        FieldPanel("bring", help_text=_("One line for each thing that members bring along.")),
        MultiFieldPanel(
            [
                FieldRowPanel(
                    [
                        FieldPanel("lesson", help_text=_("The lesson of this month. It must be published.")),
                        FieldPanel("quiz", help_text=_("The questions at the end of the meeting. They must be published.")),
                    ]
                )
            ],
            heading=_("Lesson and quiz"),
        ),
    ]
    script_panels = [
        MultiFieldPanel(
            [FieldPanel("script30", help_text=_("For a branch with little time. What to do and what to say, step by step."))],
            heading=_("30 minutes"),
            help_text=_("The minutes of the steps must add up to 30."),
        ),
        MultiFieldPanel(
            [FieldPanel("script60", help_text=_("For a whole meeting, with time to try on the telephone."))],
            heading=_("60 minutes"),
            help_text=_("The minutes of the steps must add up to 60."),
        ),
    ]
    zalo_panels = [FieldPanel("ready_messages", help_text=_("What the chairwoman sends to the group before and after the meeting.")), FieldPanel("pictures")]
    edit_handler = BasePage.tabs_of(
        content_panels,
        ObjectList(script_panels, heading=_("Script")),
        ObjectList(zalo_panels, heading=_("For Zalo")),
    )
    search_fields = [
        *BasePage.search_fields,
        *(index.SearchField(name) for name in ("key_messages", "bring", "script30", "script60", "ready_messages")),
        index.FilterField("month"),
    ]
    override_translatable_fields = [*BasePage.override_translatable_fields, SynchronizedField("month", overridable=False)]

    class Meta:
        verbose_name = _("meeting kit")
        verbose_name_plural = _("meeting kits")

    def clean(self):
        super().clean()
        if self.month:
            self.month = self.month.replace(day=1)

    # Publication

    def obstacles_to_publication(self):
        return [*super().obstacles_to_publication(), *self._missing()]

    def _missing(self) -> Iterator[str]:
        """A draft may be half written; what the branches get is whole."""
        if (count := len(self.key_messages)) != KEY_MESSAGES:
            yield ngettext("Write exactly 3 key messages. There is %(count)s.", "Write exactly 3 key messages. There are %(count)s.", count) % {"count": count}
        for name, wanted in LENGTHS.items():
            if (total := minutes_of(getattr(self, name))) != wanted:
                yield gettext("The script of %(wanted)s minutes: its steps take %(total)s minutes together. Change them until they are %(wanted)s.") % {
                    "wanted": wanted,
                    "total": total,
                }

    def after_publication(self):
        super().after_publication()
        packing.order(self)

    # Showing

    @property
    def scripts(self) -> list[dict]:
        """Minutes of each, and its steps with the minute at which they begin."""
        return [{"minutes": minutes, "steps": timetable(getattr(self, name))} for name, minutes in LENGTHS.items() if getattr(self, name)]

    def _one(self, key):
        """The page in the language of this one, if readers may see it."""
        opened = shelf.current()
        return next(iter(opened.pages([key])), None) if opened and key else None

    @property
    def lesson_shown(self):
        return self._one(self.lesson_id)

    @property
    def quiz_shown(self):
        return self._one(self.quiz_id)

    @cached_property
    def targets(self) -> dict:
        """Where messages lead, by the word of their block: to this kit where the page that was meant is not there."""
        return {"lesson": self.lesson_shown or self, "quiz": self.quiz_shown or self, "kit": self}

    @property
    def led_to(self) -> list:
        """The same pages, once each. A page that is not saved yet has no key, and cannot be in a set."""
        return list({page.pk: page for page in self.targets.values()}.values())

    @cached_property
    def addresses(self) -> dict[int, str]:
        return links.addresses_of(self.led_to)

    def messages_with(self, addresses: dict[int, str]) -> list[dict]:
        """Each with the address that it carries and the number of its picture."""
        numbers = {row["picture"].pk: number for number, row in enumerate(self.zalo_pictures, 1)}
        rows = []
        for block in self.ready_messages:
            page, picture = self.targets.get(block.value["leads_to"], self), block.value["picture"]
            rows.append({"text": block.value["text"], "address": addresses[page.pk], "number": numbers.get(picture.pk) if picture else None})
        return rows

    @property
    def messages(self) -> list[dict]:
        return self.messages_with(self.addresses)

    @cached_property
    def zalo_pictures(self) -> list[dict]:
        """Those named for it, then those of the messages, once each, with the file that is sent."""
        named = (block.value for block in self.pictures)
        found = chain(named, (block.value["picture"] for block in self.ready_messages))
        once = {picture.pk: picture for picture in found if picture}.values()
        return [{"picture": picture, "file": file} for picture in once if (file := picture.made(ZALO).get("image/jpeg"))]

    @property
    def documents(self) -> list:
        """Those that readers may have, once each."""
        return list({block.value.pk: block.value for block in self.shown_documents}.values())

    @cached_property
    def package(self) -> KitPackage | None:
        return KitPackage.objects.of(self).first()

    @property
    def whole(self) -> KitPackage | None:
        """All of it in one file; None while that is not there, or holds other documents than readers may have now. Ask on a shelf."""
        return self.package if self.package and self.package.holds(self.documents) else None


def minutes_of(steps) -> int:
    return sum(step.value["minutes"] or 0 for step in steps)


def timetable(steps) -> list[dict]:
    rows, begins = [], 0
    for step in steps:
        ends = begins + (step.value["minutes"] or 0)
        rows.append({"begins": begins, "ends": ends, **step.value})
        begins = ends
    return rows
