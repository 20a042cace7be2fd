"""What each person wants to hear of, and how: a panel of her account, in the place of Wagtail's own."""

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail.admin.views.account import BaseSettingsPanel, notifications_tab

from editing.notices.models import Notice, Refusal

Way = Refusal.Way


class ChoicesForm(forms.Form):
    """Ticks for what she wants; kept is what she does not want."""

    here = forms.MultipleChoiceField(label=Way.HERE.label, choices=Notice.Kind.choices, required=False, widget=forms.CheckboxSelectMultiple)
    mail = forms.MultipleChoiceField(label=Way.MAIL.label, choices=Notice.Kind.choices, required=False, widget=forms.CheckboxSelectMultiple)
    digest = forms.ChoiceField(
        label=_("E-mail"),
        choices=[("daily", _("one a day, when there is something to tell")), ("never", _("never"))],
        widget=forms.RadioSelect,
    )

    def __init__(self, *args, instance, **kwargs):
        self.member = instance
        refused = set(Refusal.objects.filter(member=instance).values_list("way", "kind"))
        wanted = {way: [kind for kind in Notice.Kind.values if (way, kind) not in refused] for way in Way.values}
        initial = {**wanted, "digest": "never" if (Way.MAIL, "") in refused else "daily"}
        super().__init__(*args, initial=initial, **kwargs)

    def rows(self):
        """A line of the table: what it is called, and its two boxes."""
        for label, here, mail in zip(Notice.Kind.labels, self["here"], self["mail"], strict=True):
            yield {"label": capfirst(label), "boxes": (here, mail)}

    def save(self):
        unwanted = {(way, kind) for way in Way.values for kind in Notice.Kind.values if kind not in self.cleaned_data[way]}
        if self.cleaned_data["digest"] == "never":
            unwanted.add((Way.MAIL, ""))
        known = {(refusal.way, refusal.kind): refusal.pk for refusal in Refusal.objects.filter(member=self.member)}
        Refusal.objects.filter(pk__in=[pk for pair, pk in known.items() if pair not in unwanted]).delete()
        Refusal.objects.bulk_create([Refusal(member=self.member, way=way, kind=kind) for way, kind in sorted(unwanted - known.keys())], ignore_conflicts=True)


class ChoicesPanel(BaseSettingsPanel):
    name = "notices"
    title = _("What you are told")
    tab = notifications_tab
    order = 100
    template_name = "editing/notices/choices.html"
    form_class = ChoicesForm
    form_object = "user"

    def get_context_data(self):
        return {**super().get_context_data(), "has_address": bool(self.user.email)}
