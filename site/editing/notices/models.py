"""What somebody of the staff is told: on her first screen in /cms/, and in one e-mail a day."""

from django.conf import settings
from django.db import models
from django.db.models import Count, Exists, ExpressionWrapper, F, OuterRef, Q, Window
from django.db.models.functions import Cast
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import GroupApprovalTask, GroupCollectionPermission, GroupPagePermission, TaskState

WRITERS = ("change_page", "publish_page", "lock_page", "unlock_page")
KEEPERS = ("change_document", "choose_document")
ON_START = 8


def _held(rights, place: str, path: str):
    """Those that a group of the recipient holds where this path leads, or above it."""
    return rights.annotate(here=ExpressionWrapper(OuterRef(path), models.CharField())).filter(
        group__user=OuterRef("recipient"), here__startswith=F(f"{place}__path")
    )


class NoticeQuerySet(models.QuerySet):
    def unseen(self):
        return self.filter(seen_at=None)

    def of(self, member):
        return self.filter(recipient=member)

    def wanted(self, way: str):
        """Without the kinds that the recipient does not want to hear of in this way; her choice holds at once, for what was told before too."""
        refused = Refusal.objects.filter(Q(kind="") | Q(kind=OuterRef("kind")), member=OuterRef("recipient"), way=way)
        return self.exclude(Exists(refused))

    def still_hers(self):
        """About what she may still see: rights follow a move to another unit at once. What names no page and no document stays."""
        pages = _held(GroupPagePermission.objects.filter(permission__codename__in=WRITERS), "page", "page__path")
        documents = _held(GroupCollectionPermission.objects.filter(permission__codename__in=KEEPERS), "collection", "document__collection__path")
        tasks = GroupApprovalTask.objects.filter(
            groups__user=OuterRef("recipient"),
            task_states__status=TaskState.STATUS_IN_PROGRESS,
            task_states__workflow_state__object_id=Cast(OuterRef("page_id"), models.CharField()),
        )
        return self.filter(
            Q(recipient__is_superuser=True)
            | Q(page=None, document=None)
            | Q(page__owner=F("recipient"))
            | Q(document__isnull=False) & Exists(documents)
            | Q(page__isnull=False) & (Exists(pages) | Exists(tasks))
        )

    def shown_to(self, member):
        """What her list holds, newest first."""
        return self.of(member).wanted(Refusal.Way.HERE).still_hers()

    def to_mail(self):
        """What the next digests tell: never mailed, not seen meanwhile, to women who can still sign in and have an address."""
        reachable = Q(recipient__is_active=True) & ~Q(recipient__email="")
        return self.unseen().filter(reachable, mailed_at=None).wanted(Refusal.Way.MAIL).still_hers()

    def for_start(self, member) -> "list[Notice]":
        """The newest that she has not seen, for her first screen, each with how many there are in all: one query."""
        return list(self.shown_to(member).unseen().select_related("by").annotate(unseen_in_all=Window(Count("pk")))[:ON_START])

    def mark_seen(self) -> int:
        return self.unseen().update(seen_at=timezone.now())


class Notice(models.Model):
    """One thing told to one person. The title is what the page was called then; the address leads to the work."""

    class Kind(models.TextChoices):
        TO_MODERATE = "to-moderate", _("waits for your approval")
        RETURNED = "returned", _("came back to you")
        PUBLISHED = "published", _("is published")
        TO_TRANSLATE = "to-translate", _("waits for translation")
        TRANSLATED = "translated", _("is translated")
        COMMENT = "comment", _("has a comment for you")
        REVIEW_DUE = "review-due", _("is due for review")
        ORPHANED = "orphaned", _("has nobody who answers for it")

    recipient = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="notices", verbose_name=_("for whom"))
    kind = models.CharField(_("kind"), max_length=12, choices=Kind)
    title = models.CharField(_("title"), max_length=255)
    words = models.TextField(_("words"), blank=True)  # what somebody wrote with it: the moderator's comment
    address = models.CharField(_("address"), max_length=300)  # below /cms/
    page = models.ForeignKey("wagtailcore.Page", models.CASCADE, null=True, blank=True, related_name="+", verbose_name=_("page"))
    document = models.ForeignKey("library.LibraryDocument", models.CASCADE, null=True, blank=True, related_name="+", verbose_name=_("document"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("by whom"))
    at = models.DateTimeField(_("when"), auto_now_add=True)
    key = models.CharField(max_length=120)  # the event: told once to each
    seen_at = models.DateTimeField(_("seen"), null=True, blank=True)
    mailed_at = models.DateTimeField(_("mailed"), null=True, blank=True)

    wagtail_reference_index_ignore = True  # that somebody was told of a page does not make the page used

    objects = NoticeQuerySet.as_manager()

    class Meta:
        verbose_name = _("notice")
        verbose_name_plural = _("notices")
        ordering = ["-at", "-pk"]
        constraints = [models.UniqueConstraint(fields=["recipient", "key"], name="one_notice_per_event")]
        indexes = [
            models.Index(fields=["recipient", "seen_at"], name="notices_unseen"),
            models.Index(fields=["key"], name="notices_key"),  # what is settled for everybody
        ]

    def __str__(self):
        return f"{self.title} {self.get_kind_display()}"


class Refusal(models.Model):
    """What somebody does not want to hear of in /cms/, or not by mail. A kind that comes new is therefore told to everybody."""

    class Way(models.TextChoices):
        HERE = "here", _("in this list")
        MAIL = "mail", _("by e-mail")

    member = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="refusals", verbose_name=_("member"))
    way = models.CharField(_("way"), max_length=4, choices=Way)
    kind = models.CharField(_("kind"), max_length=12, choices=Notice.Kind, blank=True)  # empty: everything

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("refusal of notices")
        verbose_name_plural = _("refusals of notices")
        constraints = [models.UniqueConstraint(fields=["member", "way", "kind"], name="one_refusal_each")]

    def __str__(self):
        return f"{self.member_id} {self.way} {self.kind}"


class Digest(models.Model):
    """That this member's mail of this day is taken care of: written before it is sent, so that no second one goes out whatever happens between."""

    member = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", verbose_name=_("member"))
    day = models.DateField(_("day"))
    run = models.UUIDField()  # whose it is, where two runs meet

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("digest")
        verbose_name_plural = _("digests")
        constraints = [models.UniqueConstraint(fields=["member", "day"], name="one_digest_a_day")]

    def __str__(self):
        return f"{self.member_id} {self.day}"
