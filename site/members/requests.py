"""What a member asks about her own data: to correct it, or to delete it."""

from django.conf import settings
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from members.audit import AuditEntry, record


class MemberRequestQuerySet(models.QuerySet):
    def waiting(self):
        return self.filter(state=MemberRequest.State.WAITING)

    def for_officer(self, officer):
        """Those of the members whom this officer answers for."""
        return self.filter(member__unit__path__startswith=officer.unit.path) if officer.is_officer else self.none()


class MemberRequest(models.Model):
    class Kind(models.TextChoices):
        CORRECTION = "correction", _("correct my data")
        DELETION = "deletion", _("delete my data")

    class State(models.TextChoices):
        WAITING = "waiting", _("waiting")
        DONE = "done", _("done")
        REFUSED = "refused", _("refused")

    member = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="requests", verbose_name=_("member"))
    kind = models.CharField(_("kind"), max_length=12, choices=Kind)
    text = models.TextField(_("what she asks"), max_length=500, blank=True)
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.WAITING)
    answer = models.TextField(_("answer"), max_length=500, blank=True)
    made_at = models.DateTimeField(_("made"), auto_now_add=True)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    decided_at = models.DateTimeField(null=True, blank=True)

    objects = MemberRequestQuerySet.as_manager()

    class Meta:
        verbose_name = _("request of a member")
        verbose_name_plural = _("requests of members")
        ordering = ["made_at"]
        constraints = [
            models.UniqueConstraint(fields=["member", "kind"], condition=models.Q(state="waiting"), name="one_waiting_request_per_kind"),
        ]

    def __str__(self):
        return f"{self.member}: {self.get_kind_display()}"


def ask(*, member, kind: str, text: str = "") -> MemberRequest:
    """One waiting request of a kind: asking again while it waits changes its words, not their number."""
    request, made = MemberRequest.objects.get_or_create(member=member, kind=kind, state=MemberRequest.State.WAITING, defaults={"text": text})
    if not made and text and request.text != text:
        request.text = text
        request.save(update_fields=["text"])
    return request


@transaction.atomic
def correct(*, member, by, fields: dict, answer: str = "") -> None:
    """Write what was wrong, and answer her request if she made one. The log names the fields, not what stands in them."""
    changed = [name for name, value in fields.items() if getattr(member, name) != value]
    for name in changed:
        setattr(member, name, fields[name])
    if changed:
        member.save(update_fields=changed)
        record(AuditEntry.Action.CORRECTION, actor=by, member=member, details={"fields": changed})
    for request in MemberRequest.objects.waiting().filter(member=member, kind=MemberRequest.Kind.CORRECTION):
        _decide(request, MemberRequest.State.DONE, by, answer)


@transaction.atomic
def refuse(*, request: MemberRequest, by, answer: str) -> None:
    """She reads the answer with her data."""
    if _decide(request, MemberRequest.State.REFUSED, by, answer):
        record(AuditEntry.Action.CORRECTION, actor=by, member=request.member, details={"what": request.kind, "deed": "refused"})


def _decide(request: MemberRequest, state: str, by, answer: str) -> bool:
    """Once: of two officers the first."""
    waiting = MemberRequest.objects.waiting().filter(pk=request.pk)
    return bool(waiting.update(state=state, answer=answer, decided_by=by, decided_at=timezone.now()))
