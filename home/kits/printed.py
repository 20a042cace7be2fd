"""The script of a meeting on paper: what a chairwoman holds in her hand."""

from datetime import date
from urllib.parse import urlsplit

from django.conf import settings
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from sharing.flow import BODY, MARGIN, SMALL, WIDE, Flow
from sharing.lines import LEADING, POINT
from sharing.paper import LINE, SOFT

TIME = 34  # millimetres of the column with the minutes


def script(page) -> bytes:
    foot = f"{settings.WAGTAIL_SITE_NAME} · {urlsplit(settings.SITE_URL).netloc}"
    flow = Flow(title=page.title, language=page.language.bcp47, made_on=day_of(page), foot=foot)
    flow.text_lines(month_of(page), size=SMALL, bold=True, colour=SOFT)
    flow.title_lines(page.title)
    if page.summary:
        flow.gap(2)
        flow.text_lines(page.summary)
    flow.heading(_("Three things to remember"))
    for number, block in enumerate(page.key_messages, 1):
        flow.item(f"{number}.", block.value, bold=True)
    if page.bring:
        flow.heading(_("What to bring"))
        for block in page.bring:
            flow.item("–", block.value, wide=6)
    led = [shown for shown in (page.lesson_shown, page.quiz_shown) if shown]
    if led:
        flow.heading(_("Lesson and quiz"))
        for shown in led:
            flow.text_lines(shown.title, bold=True)
            flow.text_lines(page.addresses[shown.pk], size=SMALL, colour=SOFT)
            flow.gap(2)
    for each in page.scripts:
        flow.next_sheet()
        timetable(flow, each)
    return bytes(flow.output())


def day_of(page) -> date:
    """Of its publication: what is printed of the same kit is the same file."""
    return timezone.localdate(page.last_published_at) if page.last_published_at else page.month


def month_of(page) -> str:
    words = date_format(page.month, "YEAR_MONTH_FORMAT")
    return words[:1].upper() + words[1:]


def timetable(flow: Flow, each: dict) -> None:
    flow.heading(ngettext("Script of %(count)s minute", "Script of %(count)s minutes", each["minutes"]) % {"count": each["minutes"]})
    for step in each["steps"]:
        flow.room(BODY * POINT * LEADING * 3)
        top = flow.place
        flow.words(_("%(begins)s–%(ends)s min") % step, MARGIN, top, TIME - 4, size=BODY, bold=True)
        flow.text_lines(step["do"], bold=True, left=TIME)
        if step["say"]:
            flow.text_lines(f"“{step['say']}”", left=TIME)
        flow.stitches(MARGIN, flow.place + 1.6, WIDE, colour=LINE, thick=0.2)
        flow.gap(4)
