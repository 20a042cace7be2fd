"""What waits for her: to approve, returned to her, her drafts, translations, things to look at again, what she has sent.

Four queries, however much it is.
"""

from dataclasses import dataclass, field
from datetime import timedelta

from django.contrib.contenttypes.models import ContentType
from django.db.models import Case, CharField, Exists, IntegerField, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import Cast
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.models import GroupApprovalTask, Page, TaskState, WorkflowState

from editing.start.beginning import Start
from editing.start.short import registry
from editing.start.short.models import Writing
from learning.library.models import LibraryDocument
from pages.cards import kinds
from pages.outdated import behind_source
from pages.permissions import writes_pages

SHOWN = 5  # of a group, the others unfold
MOST = 60  # of a group
AHEAD = timedelta(days=14)  # that a review is announced


@dataclass(frozen=True)
class Row:
    title: str
    address: str
    note: str = ""
    quote: str = ""  # what the moderator wrote


@dataclass(frozen=True)
class Group:
    """name: for styles and tests. urgent: somebody else waits for it. board: the screen where all of it stands."""

    name: str
    heading: str
    rows: list[Row] = field(default_factory=list)
    urgent: bool = False
    board: str = ""

    @property
    def first(self) -> list[Row]:
        return self.rows[:SHOWN]

    @property
    def rest(self) -> list[Row]:
        return self.rows[SHOWN:]


def groups(start: Start) -> list[Group]:
    """Those that have something to say."""
    waiting = Workflows(start)
    translations = to_translate(start)
    shown = {row.pk for row in translations}
    drafts = [row for row in waiting.drafts if row.pk not in shown]
    found = [
        Group("moderate", _("Waiting for your approval"), [waiting.row_to_moderate(state) for state in waiting.to_moderate], urgent=True),
        Group("returned", _("Came back to you"), [waiting.row_returned(state) for state in waiting.returned], urgent=True),
        Group("translate", _("To translate"), [row_to_translate(page) for page in translations], board=reverse("translation_board")),
        Group("reviews", _("To look at again"), reviews(start), board=reverse("pages_to_review") if writes_pages(start.member) else ""),
        Group("drafts", _("Your drafts"), [Row(page.draft_title, edit_address(page), _on(page.latest_revision_created_at)) for page in drafts]),
        Group("sent", _("Sent, waiting for approval"), [waiting.row_sent(state) for state in waiting.sent]),
    ]
    return [group for group in found if group.rows]


def _on(moment) -> str:
    return date_format(timezone.localtime(moment), "SHORT_DATETIME_FORMAT") if moment else ""


def edit_address(page) -> str:
    """Where she goes on writing: the short form, if she began there."""
    if getattr(page, "is_short", False) and (form := registry.for_model(page.specific_class)):
        return reverse("short_edit", args=[form.slug, page.pk])
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


class Workflows:
    """Pages under way to approval that concern her, and her drafts: two queries."""

    def __init__(self, start: Start):
        self.start, self.member = start, start.member
        states = list(self._states())
        in_progress, needs_changes = WorkflowState.STATUS_IN_PROGRESS, WorkflowState.STATUS_NEEDS_CHANGES
        mine = [state for state in states if state.requested_by_id == self.member.pk]
        self.pages = {page.pk: page for page in self._pages([int(state.object_id) for state in states])}
        self.drafts = [page for page in self.pages.values() if page.is_own_draft][:MOST]
        self.to_moderate = self._known(state for state in states if state.for_her and state.status == in_progress)
        self.returned = self._known(state for state in mine if state.status == needs_changes)
        self.sent = self._known(state for state in mine if state.status == in_progress and not state.for_her)

    def _states(self):
        hers = GroupApprovalTask.objects.filter(active=True)
        if not self.member.is_superuser:
            hers = hers.filter(groups__in=self.member.groups.all())
        moderated = Q(current_task_state__status=TaskState.STATUS_IN_PROGRESS, current_task_state__task__in=hers.values("pk"))
        of_pages = WorkflowState.objects.active().filter(base_content_type=ContentType.objects.get_for_model(Page))
        return (
            of_pages.annotate(for_her=Case(When(moderated, then=Value(1)), default=Value(0), output_field=IntegerField()))
            .filter(Q(for_her=1) | Q(requested_by=self.member))
            .select_related("current_task_state__finished_by", "requested_by")
            .order_by("-current_task_state__started_at")[: 3 * MOST]
        )

    def _pages(self, under_way: list[int]):
        """Those under way first: no number of drafts may push one out."""
        active = WorkflowState.objects.active().filter(base_content_type=ContentType.objects.get_for_model(Page), object_id=Cast(OuterRef("pk"), CharField()))
        own = Q(has_unpublished_changes=True) & (Q(owner=self.member) | Q(latest_revision__user=self.member)) & ~Exists(active)
        own_draft = Case(When(own, then=Value(True)), default=Value(False))
        return (
            Page.objects.annotate(is_own_draft=own_draft, is_short=Exists(Writing.objects.filter(page=OuterRef("pk"))))
            .filter(Q(pk__in=under_way) | Q(is_own_draft=True))
            .order_by(Case(When(pk__in=under_way, then=Value(0)), default=Value(1)), "-latest_revision_created_at", "pk")[: 4 * MOST]
        )

    def _known(self, states) -> list[WorkflowState]:
        return [state for state in states if int(state.object_id) in self.pages][:MOST]

    def page_of(self, state) -> Page:
        return self.pages[int(state.object_id)]

    def row_to_moderate(self, state) -> Row:
        page = self.page_of(state)
        if registry.for_model(page.specific_class):
            address = reverse("short_approve", args=[state.current_task_state_id])
        else:
            address = reverse("wagtailadmin_pages:edit", args=[page.pk])
        note = _("%(name)s, %(when)s") % {"name": state.requested_by or "?", "when": _on(state.current_task_state.started_at)}
        return Row(page.draft_title, address, note)

    def row_returned(self, state) -> Row:
        page, task = self.page_of(state), state.current_task_state
        note = _("%(name)s, %(when)s") % {"name": task.finished_by or "?", "when": _on(task.finished_at or task.started_at)}
        return Row(page.draft_title, edit_address(page), note, quote=task.comment)

    def row_sent(self, state) -> Row:
        page = self.page_of(state)
        return Row(page.draft_title, edit_address(page), _on(state.current_task_state.started_at if state.current_task_state else None))


def to_translate(start: Start) -> list[Page]:
    """In her languages, where she may write: drafts of translations, and those whose source has changed since."""
    from wagtail_localize.models import Translation  # its models need ours to be loaded

    languages = start.abilities.languages
    if not languages:
        return []
    behind = behind_source()
    begun = Translation.objects.filter(source__object_id=OuterRef("translation_key"), target_locale_id=OuterRef("locale_id"), enabled=True).values("pk")
    where = Q(pk__in=[])
    for place in start.abilities.places("change", "publish"):
        where |= Q(path__startswith=place.path)
    is_behind = Case(When(behind, then=Value(True)), default=Value(False))
    pages = Page.objects.filter(where, locale__in=languages).annotate(behind=is_behind, translation=Subquery(begun[:1]))
    waiting = pages.filter(Q(behind=True) | Q(live=False, translation__isnull=False))
    return list(waiting.select_related("locale").order_by("-latest_revision_created_at", "pk")[:MOST])


def row_to_translate(page: Page) -> Row:
    """To the screen with the sentences; a translation that is no longer kept in step is written in the page editor."""
    language = page.locale.get_display_name()
    state = _("the Vietnamese page has changed") if page.behind else _("being translated")
    address = reverse("translation_screen", args=[page.translation]) if page.translation else reverse("wagtailadmin_pages:edit", args=[page.pk])
    return Row(page.draft_title, address, f"{language}, {state}")


def reviews(start: Start) -> list[Row]:
    """Pages and documents that she answers for, whose day comes within a fortnight or has passed: one query over all types."""
    due = {"owner": start.member, "review_on__lte": start.today + AHEAD}
    documents = LibraryDocument.objects.filter(**due).order_by().values_list("pk", "title", "review_on", Value("document"))
    pages = [
        model.objects.filter(**due, live=True).order_by().values_list("pk", "title", "review_on", Value("page"))
        for model in kinds()
        if hasattr(model, "review_on")
    ]
    rows = documents.union(*pages, all=True).order_by("review_on")[:MOST]
    return [Row(title, _review_address(kind, pk), _days(review_on - start.today)) for pk, title, review_on, kind in rows]


def _review_address(kind: str, pk: int) -> str:
    return reverse("wagtaildocs:edit" if kind == "document" else "review_page", args=[pk])


def _days(distance: timedelta) -> str:
    days = distance.days
    if days < 0:
        return ngettext("due for %(days)s day", "due for %(days)s days", -days) % {"days": -days}
    if days == 0:
        return _("due today")
    return ngettext("due in %(days)s day", "due in %(days)s days", days) % {"days": days}
