"""An import of members while it goes on, and what it did. Names and cells in it are forgotten after a day."""

import datetime
import uuid

from django.conf import settings
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

KEPT_HOURS = 24


class ImportRunQuerySet(models.QuerySet):
    def for_officer(self, officer):
        """Her own; a colleague's waiting file is none of hers."""
        return self.filter(made_by=officer, unit__path__startswith=officer.unit.path) if officer.is_officer else self.none()

    def old(self):
        """Those whose file and names must go."""
        return self.filter(made_at__lt=timezone.now() - datetime.timedelta(hours=KEPT_HOURS), forgotten=False)


class ImportRun(models.Model):
    class State(models.TextChoices):
        CHECKING = "checking", _("being checked")
        CHECKED = "checked", _("checked, not yet imported")
        RUNNING = "running", _("being imported")
        DONE = "done", _("imported")
        CANCELLED = "cancelled", _("cancelled")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("made by"))
    made_at = models.DateTimeField(_("made"), auto_now_add=True)
    # Members outside this unit's subtree are refused. None is the whole tree: only the command, never an officer.
    unit = models.ForeignKey("members.Unit", models.CASCADE, null=True, blank=True, related_name="+", verbose_name=_("union unit"))
    name = models.CharField(_("file"), max_length=200)
    sha256 = models.CharField(max_length=64, editable=False)
    file = models.CharField(max_length=200, blank=True, editable=False)  # on the default storage, never served
    headers = models.JSONField(default=list, editable=False)
    never = models.JSONField(default=list, editable=False)  # columns that were not even unpacked
    other_sheets = models.JSONField(default=list, editable=False)
    mapping = models.JSONField(default=dict, editable=False)  # field to column
    create_branches = models.BooleanField(_("create new branches"), default=False)
    with_officials = models.BooleanField(_("take over who is an official"), default=False)
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.CHECKING)
    total = models.PositiveIntegerField(_("rows"), default=0)
    done_rows = models.PositiveIntegerField(default=0, editable=False)  # the checkpoint, stored with the rows themselves
    added = models.PositiveIntegerField(_("added"), default=0)
    updated = models.PositiveIntegerField(_("changed"), default=0)
    unchanged = models.PositiveIntegerField(_("unchanged"), default=0)
    bad = models.PositiveIntegerField(_("with mistakes"), default=0)
    skipped = models.PositiveIntegerField(_("deleted at her own wish"), default=0)
    branches = models.JSONField(default=list, editable=False)  # new ones: [commune's id, name]
    preview = models.JSONField(default=list, editable=False)  # the first changes
    notes = models.JSONField(default=list, editable=False)  # the first things to know that stop no row
    finished_at = models.DateTimeField(_("finished"), null=True, blank=True)
    forgotten = models.BooleanField(default=False, editable=False)

    objects = ImportRunQuerySet.as_manager()

    class Meta:
        verbose_name = _("import of members")
        verbose_name_plural = _("imports of members")
        ordering = ["-made_at"]

    def __str__(self):
        return self.name

    @property
    def percent(self) -> int:
        return self.done_rows * 100 // self.total if self.total else 100

    @property
    def needs_place(self) -> bool:
        """Only a branch's own list may leave out whose it is."""
        return self.unit is None or self.unit.kind != "branch"

    @property
    def dropped(self) -> list[str]:
        """Columns of the file of which nothing is stored."""
        used = set(self.mapping.values())
        return self.never + [header for place, header in enumerate(self.headers) if place not in used]

    @property
    def chosen(self) -> list[int]:
        """The columns that may be handed back, in the file's order."""
        return sorted(set(self.mapping.values()))

    @transaction.atomic
    def restart(self, state, *, since: set[str]) -> bool:
        """From the first row, with nothing counted; False when the run has left those states meanwhile."""
        if ImportRun.objects.select_for_update().get(pk=self.pk).state not in since:
            return False
        self.state, self.done_rows, self.finished_at = state, 0, None
        self.preview, self.notes, self.branches = [], [], []
        self.added = self.updated = self.unchanged = self.bad = self.skipped = 0
        self.problems.all().delete()
        self.save()
        return True


class ImportProblem(models.Model):
    """A row that was not taken, as it will be handed back."""

    run = models.ForeignKey(ImportRun, models.CASCADE, related_name="problems")
    row = models.PositiveIntegerField()
    cells = models.JSONField(default=list)  # of the chosen columns alone
    errors = models.JSONField(default=list)  # sentences

    class Meta:
        verbose_name = _("row with a mistake")
        verbose_name_plural = _("rows with a mistake")
        ordering = ["row"]
        indexes = [models.Index(fields=["run", "row"], name="problems_in_file_order")]

    def __str__(self):
        return f"{self.row}"
