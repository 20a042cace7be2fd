"""What is remembered of pages: what an editor vouched for, what a page weighs, where it links to and which of its pictures say nothing."""

from datetime import date, datetime, timedelta

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

FAILED_DAYS = 3  # on so many different days, one after another, before a link counts as broken
AGAIN_WHEN_WELL, AGAIN_WHEN_FAILED, AGAIN_WHEN_BROKEN = timedelta(days=14), timedelta(days=1), timedelta(days=7)


class Assurance(models.Model):
    """Somebody ticked off that people, or the parents of children, agreed to what the page shows of them now."""

    wagtail_reference_index_ignore = True

    class Kind(models.TextChoices):
        PEOPLE = "people", _("everybody who can be recognised or is quoted agreed")
        CHILDREN = "children", _("the parents of every child agreed")

    page = models.ForeignKey("wagtailcore.Page", models.CASCADE, related_name="assurances")
    kind = models.CharField(max_length=10, choices=Kind)
    about = models.CharField(max_length=64)  # a digest of the pictures and quotations: new ones ask anew
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["page", "kind"], name="one_assurance_a_page_and_kind")]

    def __str__(self):
        return f"{self.page_id}: {self.get_kind_display()}"


class PageLook(models.Model):
    """What a published page weighed when it was last looked over: bytes on the wire before the first scroll."""

    wagtail_reference_index_ignore = True
    page = models.OneToOneField("wagtailcore.Page", models.CASCADE, related_name="look")
    html = models.PositiveIntegerField(_("text"))
    script = models.PositiveIntegerField(_("script"))
    pictures = models.PositiveIntegerField(_("pictures"))
    total = models.PositiveIntegerField(_("together"), db_index=True)
    budget = models.PositiveIntegerField(_("at most"))
    at = models.DateTimeField(_("measured"))

    class Meta:
        verbose_name = _("weight of a page")
        verbose_name_plural = _("weights of pages")

    def __str__(self):
        return f"{self.page_id}: {self.total}"

    @property
    def over(self) -> int:
        return max(0, self.total - self.budget)


class BarePicture(models.Model):
    """A picture that a published page shows without saying what is on it."""

    wagtail_reference_index_ignore = True
    page = models.ForeignKey("wagtailcore.Page", models.CASCADE, related_name="+")
    picture = models.ForeignKey("pages.Picture", models.CASCADE, related_name="+")
    path = models.CharField(max_length=255)

    class Meta:
        verbose_name = _("picture without a description")
        verbose_name_plural = _("pictures without a description")

    def __str__(self):
        return f"{self.page_id}: {self.picture_id}"


class LinkQuerySet(models.QuerySet):
    def outside(self):
        return self.filter(kind=Link.Kind.OUTSIDE)

    def inside(self):
        return self.exclude(kind=Link.Kind.OUTSIDE)

    def due(self, now: datetime):
        """Those outside the site, the longest waiting first."""
        return self.outside().filter(next_check_at__lte=now).order_by("next_check_at", "pk")

    def unused(self):
        return self.filter(uses=None)


class Link(models.Model):
    """Where pages lead to: an address outside, or a page or document of the site by its number."""

    class Kind(models.TextChoices):
        OUTSIDE = "outside", _("another site")
        PAGE = "page", _("a page of this site")
        DOCUMENT = "document", _("a document of the library")

    class Problem(models.TextChoices):
        NONE = "", _("none")
        GONE = "gone", _("nothing is there")
        UNPUBLISHED = "unpublished", _("not published")
        REFUSED = "refused", _("not open to everybody")
        ERROR = "error", _("the other site has a fault")
        SILENT = "silent", _("no answer")
        UNKNOWN_HOST = "unknown-host", _("there is no such site")
        CERTIFICATE = "certificate", _("its certificate is not valid")
        CIRCLE = "circle", _("it leads on without end")
        FORBIDDEN = "forbidden", _("an address that must not be asked")

    kind = models.CharField(_("kind"), max_length=10, choices=Kind)
    target = models.CharField(_("leads to"), max_length=1000)
    label = models.CharField(max_length=255, blank=True)  # what an inner target was called when it was last there
    first_seen_at = models.DateTimeField(_("first seen"), auto_now_add=True)
    last_seen_at = models.DateTimeField(_("last seen"))
    checked_at = models.DateTimeField(_("checked"), null=True)
    next_check_at = models.DateTimeField(null=True)
    checks = models.PositiveIntegerField(_("how often checked"), default=0)
    status = models.PositiveSmallIntegerField(_("answer"), null=True)
    problem = models.CharField(_("problem"), max_length=12, choices=Problem, blank=True)
    failed_days = models.PositiveSmallIntegerField(_("days of failing"), default=0)
    failed_on = models.DateField(null=True)  # the last of them
    failing_since = models.DateTimeField(_("failing since"), null=True)
    is_broken = models.BooleanField(_("broken"), default=False, db_index=True)

    objects = LinkQuerySet.as_manager()

    class Meta:
        verbose_name = _("link")
        verbose_name_plural = _("links")
        constraints = [models.UniqueConstraint(fields=["kind", "target"], name="one_row_a_link")]
        indexes = [models.Index(fields=["kind", "next_check_at"], name="links_due")]

    def __str__(self):
        return self.target

    def answered(self, now: datetime, *, today: date, status: int | None, problem: str, counts: bool = True) -> None:
        """Note one look. counts: False where the answer says nothing of the link, as from a site that is too busy."""
        self.checked_at, self.status, self.checks = now, status, self.checks + 1
        if not problem:
            self.problem, self.failed_days, self.failed_on, self.failing_since, self.is_broken = "", 0, None, None, False
            self.next_check_at = now + AGAIN_WHEN_WELL
            return
        if counts:
            self.problem = problem
            self.failing_since = self.failing_since or now
            if self.failed_on != today:
                self.failed_days, self.failed_on = self.failed_days + 1, today
            self.is_broken = self.failed_days >= FAILED_DAYS
        self.next_check_at = now + (AGAIN_WHEN_BROKEN if self.is_broken else AGAIN_WHEN_FAILED)


class LinkUse(models.Model):
    """A published page that leads there, and where in it."""

    wagtail_reference_index_ignore = True
    link = models.ForeignKey(Link, models.CASCADE, related_name="uses")
    page = models.ForeignKey("wagtailcore.Page", models.CASCADE, related_name="+")
    path = models.CharField(max_length=255)

    class Meta:
        verbose_name = _("use of a link")
        verbose_name_plural = _("uses of links")
        constraints = [models.UniqueConstraint(fields=["link", "page", "path"], name="one_row_a_link_and_place")]

    def __str__(self):
        return f"{self.page_id}: {self.link_id}"
