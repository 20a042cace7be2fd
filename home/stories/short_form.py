"""A woman's story written on a phone. Without her consent it is a draft and nothing else."""

import json

from django import forms
from django.utils.translation import gettext_lazy as _

from editing.start.short.form import DayField, ShortForm, Shot, box, cover_of, put_cover, shot_of
from editing.start.short.text import to_plain, to_rich
from home.stories.models import StoryPage
from pages.text import shorten

RICH = ("before", "action", "result")
SUMMARY = 160


def line(label, most: int, help_text="") -> forms.CharField:
    return forms.CharField(label=label, max_length=most, required=False, help_text=help_text)


class StoryShortForm(ShortForm):
    slug = "guong"
    model = StoryPage
    heading = _("Success story")
    icon = "openquote"
    asks_paper = True
    consent_heading = _("Her consent")
    written = (
        "people", "place", "written_by", "cover", "cover_alt", *RICH, "figures", "quotations", "photos",
        "consent_by", "consent_on", "consent_scope",
    )  # fmt: skip
    needed = ("people", "before", "action", "result", "written_by", "consent_by", "consent_on")
    groups = (
        (_("Whose story"), ("title", "people")),
        (_("Story"), RICH),
        (_("One figure"), ("figure_label", "figure_before", "figure_after", "figure_unit")),
        (_("What she says"), ("words", "source")),
        (consent_heading, ("consent_by", "consent_on", "consent_scope")),
    )

    people = line(_("Her name"), 160, _("As she wants to be named."))
    before = box(_("Before"), rows=4, help_text=_("How it was. What was hard?"))
    action = box(_("What she did"), rows=5, help_text=_("What she learned and tried, who helped her."))
    result = box(_("What came of it"), rows=4)
    figure_label = line(_("What is counted"), 80, _("For example: orders a month. May stay empty."))
    figure_before = line(_("Before"), 40)
    figure_after = line(_("Now"), 40)
    figure_unit = line(_("Unit"), 40)
    words = forms.CharField(label=_("In her own words"), max_length=500, required=False, widget=forms.Textarea(attrs={"rows": 3}))
    source = line(_("Where and when she said it"), 200, _("For example: at the branch meeting on 21/11/2026."))
    consent_by = line(_("Who agreed"), 160, _("She herself, or for a collective its head."))
    consent_on = DayField(label=_("When she agreed"), required=False)
    consent_scope = forms.ChoiceField(label=_("What she agreed to"), choices=StoryPage.Scope.choices, required=False, initial=StoryPage.Scope.PUBLIC)

    def clean(self):
        cleaned = super().clean()
        if self.sending and cleaned.get("words") and not cleaned.get("source"):
            self.add_error("source", _("Say where these words come from."))
        if self.sending and cleaned.get("figure_label") and not cleaned.get("figure_after"):
            self.add_error("figure_after", _("Nothing is filled in here yet."))
        return cleaned

    @classmethod
    def read(cls, page):
        figure = next((block["value"] for block in page.figures.get_prep_value()), {})
        quotation = next((block["value"] for block in page.quotations.get_prep_value()), {})
        pictures = [shot_of(block["value"].get("picture")) for block in page.photos.get_prep_value()]
        initial = {name: getattr(page, name) for name in ("people", "place", "written_by", "consent_by", "consent_on", "consent_scope")}
        initial |= {name: to_plain(getattr(page, name)) for name in RICH}
        initial |= {f"figure_{name}": figure.get(name) or "" for name in ("label", "before", "after", "unit")}
        initial |= {"words": quotation.get("text") or "", "source": quotation.get("source") or ""}
        return initial, [*cover_of(page), *(shot for shot in pictures if shot)]

    @classmethod
    def write(cls, page, data, shots: list[Shot]):
        before = cls._summary_of(page)
        page.people, page.written_by, page.place = data.get("people") or "", data.get("written_by") or "", data.get("place")
        for name in RICH:
            setattr(page, name, to_rich(data.get(name) or ""))
        figure = {name: data.get(f"figure_{name}") or "" for name in ("label", "before", "after", "unit")}
        page.figures = json.dumps([{"type": "figure", "value": figure}] if figure["label"] else [])
        quotation = {"text": data.get("words") or "", "who": page.people, "source": data.get("source") or "", "example": False}
        page.quotations = json.dumps([{"type": "quotation", "value": quotation}] if quotation["text"] else [])
        photos = [{"type": "photo", "value": {"picture": shot.block, "caption": ""}} for shot in put_cover(page, shots)]
        page.photos = json.dumps(photos)
        page.consent_by, page.consent_on = data.get("consent_by") or "", data.get("consent_on")
        page.consent_scope = data.get("consent_scope") or StoryPage.Scope.PUBLIC
        if page.summary in {"", before}:
            page.summary = cls._summary_of(page)

    @staticmethod
    def _summary_of(page) -> str:
        """The first words of what came of it, until somebody writes better ones in the page editor."""
        return shorten(to_plain(page.result), SUMMARY) if page.result else ""
