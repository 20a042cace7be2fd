"""Pages on their way to translation, batch by batch: a closed tab or a restarted server loses nothing.

Driven by the sender's page some seconds a request, or by manage.py send_translations without a pause. Whoever asks for the
next batch locks the run's row first, so two tabs, or a page and the command, never take the same batch twice.
"""

import time
import uuid
from collections.abc import Callable

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.models import Locale, Page

from editing.translating import sending

AT_ONCE = 4  # pages times languages that a request may begin without a run


class Sending(models.Model):
    class State(models.TextChoices):
        RUNNING = "running", _("under way")
        DONE = "done", _("sent")
        CANCELLED = "cancelled", _("cancelled")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name=_("sent by"))
    made_at = models.DateTimeField(_("sent"), auto_now_add=True)
    pages = models.JSONField(default=list, editable=False)  # numbers of source pages, parents before their children
    languages = models.JSONField(default=list, editable=False)  # codes
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.RUNNING)
    done_pages = models.PositiveIntegerField(default=0, editable=False)  # the checkpoint, stored with the pages themselves
    begun = models.PositiveIntegerField(_("newly begun"), default=0)
    known = models.PositiveIntegerField(_("there before"), default=0)
    finished_at = models.DateTimeField(_("finished"), null=True, blank=True)

    class Meta:
        verbose_name = _("sending to translation")
        verbose_name_plural = _("sendings to translation")
        ordering = ["-made_at"]

    def __str__(self):
        return f"{self.made_at:%d/%m/%Y %H:%M}"

    @property
    def total(self) -> int:
        return len(self.pages)

    @property
    def percent(self) -> int:
        return self.done_pages * 100 // self.total if self.total else 100

    def advance(self, *, seconds: float | None = None, tell: Callable = lambda run: None) -> None:
        """Go on from the checkpoint: to the end, or for so many seconds and at least one page."""
        until = None if seconds is None else time.monotonic() + seconds
        while self.state == self.State.RUNNING:
            if not self.take():
                return
            tell(self)
            if until is not None and time.monotonic() >= until:
                return

    @transaction.atomic
    def take(self) -> bool:
        """One page into all languages; False when somebody else has taken it, and then this row knows it."""
        now = type(self).objects.select_for_update().get(pk=self.pk)
        if (now.state, now.done_pages) != (self.state, self.done_pages):
            self.refresh_from_db()
            return False
        if self.done_pages < self.total:
            self.send(Page.objects.filter(pk=self.pages[self.done_pages]).first())
            self.done_pages += 1
        if self.done_pages >= self.total:
            self.state, self.finished_at = self.State.DONE, timezone.now()
            sending.tell_translators(self)
        self.save()
        return True

    def send(self, page: Page | None) -> None:
        if page is None:
            self.refusals.create(title=f"#{self.pages[self.done_pages]}", why=gettext("This page has been deleted meanwhile."))
            return
        for locale in Locale.objects.filter(language_code__in=self.languages):
            try:
                with transaction.atomic():
                    begun = sending.send_page(page=page, locale=locale, user=self.made_by)
            except sending.Refused as refused:
                self.refuse(page, locale, str(refused))
            except ValidationError as error:
                self.refuse(page, locale, " ".join(error.messages))
            else:
                self.begun += begun
                self.known += not begun

    def refuse(self, page: Page, locale: Locale, why: str) -> None:
        self.refusals.create(page=page, title=page.title, language=locale.language_code, why=why)

    @transaction.atomic
    def cancel(self) -> None:
        """What was sent stays sent."""
        now = type(self).objects.select_for_update().get(pk=self.pk)
        if now.state == self.State.RUNNING:
            now.state, now.finished_at = self.State.CANCELLED, timezone.now()
            now.save()
            sending.tell_translators(now)
        self.refresh_from_db()


class Refusal(models.Model):
    """A page that was not sent into a language, and the sentence that says why."""

    sending = models.ForeignKey(Sending, models.CASCADE, related_name="refusals")
    page = models.ForeignKey("wagtailcore.Page", models.SET_NULL, null=True, related_name="+")
    title = models.CharField(_("page"), max_length=255)
    language = models.CharField(_("language"), max_length=10, blank=True)
    why = models.TextField(_("why"))

    class Meta:
        verbose_name = _("page that was not sent")
        verbose_name_plural = _("pages that were not sent")
        ordering = ["pk"]

    def __str__(self):
        return f"{self.title}: {self.why}"
