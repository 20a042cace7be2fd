"""A news item written on a phone: what happened, in three boxes at most."""

import json

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from editing.start.short.form import DayField, ShortForm, Shot, box, cover_of, put_cover, shot_of
from editing.start.short.text import to_plain, to_rich
from home.news.models import NewsPage
from pages.text import shorten

TEXTS = ("what", "more", "next")
SUMMARY = 160


class NewsShortForm(ShortForm):
    slug = "tin"
    model = NewsPage
    heading = _("News item")
    icon = "doc-full-inverse"
    written = ("date", "place", "written_by", "cover", "cover_alt", "body")
    needed = ("date", "what", "written_by")
    groups = ((_("What happened"), ("title", "what", "more", "next")), (_("Day"), ("date",)))

    date = DayField(label=_("date"), required=False, initial=timezone.localdate)
    what = box(_("What happened"), rows=5, help_text=_("Who did what? Two or three short sentences."))
    more = box(_("What came of it"), rows=4, help_text=_("How many women, what they made or learned. May stay empty."))
    next = box(_("What comes next"), rows=3, help_text=_("Where to ask, when the next meeting is. May stay empty."))

    @classmethod
    def read(cls, page):
        texts = [block["value"] for block in page.body.get_prep_value() if block["type"] == "text"]
        pictures = [shot_of(block["value"].get("picture")) for block in page.body.get_prep_value() if block["type"] == "picture"]
        initial = {name: to_plain(text) for name, text in zip(TEXTS, texts, strict=False)}
        return initial | {"date": page.date, "place": page.place, "written_by": page.written_by}, [*cover_of(page), *(shot for shot in pictures if shot)]

    @classmethod
    def write(cls, page, data, shots: list[Shot]):
        before = cls._summary_of(page)
        page.date, page.place, page.written_by = data.get("date") or timezone.localdate(), data.get("place"), data.get("written_by") or ""
        blocks = [{"type": "text", "value": to_rich(data[name])} for name in TEXTS if data.get(name)]
        blocks += [{"type": "picture", "value": {"picture": shot.block, "caption": ""}} for shot in put_cover(page, shots)]
        page.body = json.dumps(blocks)
        if page.summary in {"", before}:
            page.summary = cls._summary_of(page)

    @staticmethod
    def _summary_of(page) -> str:
        """Its first words, until somebody writes a better one in the page editor."""
        first = next((block["value"] for block in page.body.get_prep_value() if block["type"] == "text"), "")
        return shorten(to_plain(first), SUMMARY)
