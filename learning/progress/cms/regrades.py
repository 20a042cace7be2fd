"""/cms/bo-cau-hoi/<quiz>/cham-lai/: mark the attempts of a version by the key of another. First a look, then the deed."""

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Count
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_http_methods
from wagtail.admin import messages

from learning.progress.attempts import Attempt, Regrade
from learning.progress.cms.scope import seen_by, version_names
from learning.progress.regrading import Change, Changed, Outcome, dry_run, regrade
from learning.quizzes.models import QuizPage, QuizVersion
from learning.quizzes.rekeying import same_questions

MOST_NAMES = 100
RECENT = 20
DO = "do"  # the button under the table


def may_regrade(page: QuizPage, user) -> bool:
    return page.permissions_for_user(user).can_publish()


def versions_of(page: QuizPage):
    """On the source page those of every language, since their key is its own; on a translation those of its language."""
    versions = QuizVersion.objects.filter(quiz_key=page.translation_key).order_by("language", "-number")
    return versions if page.is_source else versions.filter(language=page.locale.language_code)


class VersionsForm(forms.Form):
    """Ids are checked against the versions of this quiz: those of another do not exist here."""

    version = forms.TypedChoiceField(label=gettext_lazy("Attempts at version"), coerce=int)
    key = forms.TypedChoiceField(
        label=gettext_lazy("Key of version"), coerce=int, help_text=gettext_lazy("What is right, its weights and the pass mark come from there.")
    )

    def __init__(self, *args, page: QuizPage, **kwargs):
        super().__init__(*args, **kwargs)
        self.page = page
        counts = dict(Attempt.objects.filter(quiz_key=page.translation_key).values_list("version").annotate(count=Count("pk")))
        names = version_names(pk__in=versions_of(page).values("pk"))
        self.fields["version"].choices = [(pk, named(name, counts[pk])) for pk, name in names.items() if pk in counts]
        self.fields["key"].choices = [(pk, named(name)) for pk, name in names.items()]
        if page.frozen_id in names:
            self.fields["key"].initial = page.frozen_id

    def clean(self):
        cleaned = super().clean()
        if self.errors:
            return cleaned
        found = QuizVersion.objects.in_bulk({cleaned["version"], cleaned["key"]})
        self.chosen_version, self.chosen_key = found[cleaned["version"]], found[cleaned["key"]]
        if self.chosen_version == self.chosen_key:
            raise ValidationError(_("Choose two different versions."))
        if not same_questions(self.chosen_version.payload, self.chosen_key.payload):
            raise ValidationError(_("These two versions do not have the same questions and options, so one cannot be marked by the other. Choose another key."))
        return cleaned


class ReasonForm(forms.Form):
    reason = forms.CharField(
        label=gettext_lazy("Reason"),
        max_length=500,
        help_text=gettext_lazy("Members whose result changes read it."),
        widget=forms.Textarea(attrs={"rows": 2}),
    )


def named(name, count: int | None = None) -> str:
    facts = {"number": name.number, "language": name.language, "day": date_format(localtime(name.made_at), "SHORT_DATE_FORMAT")}
    words = _("%(number)d (%(language)s), %(day)s") % facts
    if count is None:
        return words
    return f"{words} · " + ngettext("%(count)d attempt", "%(count)d attempts", count) % {"count": count}


def people(user, changes: list[Change]) -> dict:
    """Names for those whom she answers for; of the others only how many."""
    in_scope = seen_by(user, Attempt.objects)
    shown: list[dict] = []
    seen = 0
    for start in range(0, len(changes), 500):
        batch = {change.attempt_id: change for change in changes[start : start + 500]}
        found = in_scope.filter(pk__in=batch)
        seen += found.count()
        if room := MOST_NAMES - len(shown):
            shown += [{"attempt": each, "change": batch[each.pk]} for each in found.select_related("member", "unit").order_by("member__name_folded")[:room]]
    return {"shown": shown, "more": seen - len(shown), "others": len(changes) - seen, "count": len(changes)}


@require_http_methods(["GET", "HEAD", "POST"])
def regrades(request, pk):
    page = get_object_or_404(QuizPage, pk=pk)
    if not may_regrade(page, request.user):
        raise Http404
    doing = DO in request.POST
    choice = VersionsForm(request.POST or None, page=page)
    reason = ReasonForm(request.POST if doing else None)
    outcome = None
    if request.method == "POST" and choice.is_valid():
        if doing and reason.is_valid():
            try:
                return done(request, page, choice, reason.cleaned_data["reason"])
            except Changed:
                messages.warning(request, _("Attempts came in since you looked, so nothing was marked. Look again."))
        outcome = dry_run(version=choice.chosen_version, by_key_of=choice.chosen_key)
    return shown(request, page, choice, reason, outcome)


def done(request, page, choice: VersionsForm, reason: str):
    _made, outcome = regrade(version=choice.chosen_version, by_key_of=choice.chosen_key, reason=reason, by=request.user, seal=request.POST.get("seal", "-"))
    count = len(outcome.changes)
    messages.success(request, ngettext("Marked again: %(count)d result changed.", "Marked again: %(count)d results changed.", count) % {"count": count})
    return redirect("regrades", pk=page.pk)


def shown(request, page, choice: VersionsForm, reason: ReasonForm, outcome: Outcome | None):
    done_before = Regrade.objects.filter(version__in=versions_of(page).values("pk")).annotate(count=Count("remarks"))
    context = {
        "page_title": _("Mark again"),
        "page_subtitle": page.get_admin_display_title(),
        "header_title": _("Mark again"),
        "header_icon": "rotate",
        "page": page,
        "choice": choice,
        "reason": reason,
        "outcome": outcome,
        "flips": [
            (_("Newly passed"), people(request.user, outcome.gained)),
            (_("Not passed any more"), people(request.user, outcome.lost)),
        ]
        if outcome
        else [],
        "regrades": done_before.select_related("made_by", "version", "by_key_of").defer("version__payload", "by_key_of__payload")[:RECENT],
    }
    return render(request, "learning/cms/regrades.html", context, status=422 if choice.errors or reason.errors else 200)
