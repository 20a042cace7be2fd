"""What is said of a document: why it cannot be read, and what of it was left out. Keys of reading, runner and unpacking."""

from collections.abc import Iterable

from django.conf import settings
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext, ngettext_lazy

from editing.word.lines import MOST_AT_ALL
from editing.word.unpacking import MOST
from learning.library.extraction.runner import BYTES, SECONDS
from learning.library.uploads import SENTENCES

PROBLEMS = {
    "doc": _("This is a file of old Word (.doc). Open it in Word or LibreOffice, choose Save as, choose Word document (.docx) and upload it again."),
    "pdf": _("A PDF keeps no headings and lists, so no page can be made of it. Upload the Word file that it was made from, or copy its words and paste them."),
    "other": _("Only Word files ending in .docx are taken. Open it in Word or LibreOffice, save it as .docx and upload it again."),
    "scan": _("There are only pictures in this file, no words: it was scanned or photographed. Type the words, or ask for the file that they were typed in."),
    "old_font": _(
        "This file is written in an old font (.VnTime or VNI), whose letters come out as signs. Change it to Unicode (in UniKey: Ctrl + Shift + F6), save it and upload it again."
    ),
    "nothing": _("There are no words in this file."),
    "time": _("Reading this file took longer than %(seconds)s seconds. Divide it into several files and upload them one by one."),
    "memory": _("Reading this file took more than %(megabytes)s MB of memory. Divide it, or make its pictures smaller, and upload it again."),
    "too_large": _("This file weighs more than %(most)s. Make its pictures smaller or divide it, then upload it again."),
    "broken": SENTENCES["damaged"],
    "busy": _("The files before it took all the time there was. Upload this one again by itself."),
    "unlike": _("This file is named .docx, but inside it is no Word file. Open the original, save it as .docx and upload it again."),
}
LEFT = {
    "many": ngettext_lazy(
        "%(count)s picture was left out: at most %(most)s fit on a page.", "%(count)s pictures were left out: at most %(most)s fit on a page.", "count"
    ),
    "late": ngettext_lazy(
        "%(count)s picture was left out: there was no time left for it.", "%(count)s pictures were left out: there was no time left for them.", "count"
    ),
    "kind": ngettext_lazy(
        "%(count)s drawing was left out: it is no photo (a chart, a shape, WMF). Save it as a picture and add it in the draft.",
        "%(count)s drawings were left out: they are no photos (charts, shapes, WMF). Save them as pictures and add them in the draft.",
        "count",
    ),
    "large": ngettext_lazy("%(count)s picture was left out: it is too large.", "%(count)s pictures were left out: they are too large.", "count"),
    "tiny": ngettext_lazy("%(count)s tiny picture was left out.", "%(count)s tiny pictures were left out.", "count"),
    "linked": ngettext_lazy(
        "%(count)s picture is not in the file, only a link to it. Add it in the draft.",
        "%(count)s pictures are not in the file, only links to them. Add them in the draft.",
        "count",
    ),
    "elsewhere": ngettext_lazy(
        "%(count)s picture does not come with what was pasted. Save it and add it in the draft.",
        "%(count)s pictures do not come with what was pasted. Save them and add them in the draft.",
        "count",
    ),
    "rights": ngettext_lazy(
        "%(count)s picture was left out: you may not add pictures to the library.",
        "%(count)s pictures were left out: you may not add pictures to the library.",
        "count",
    ),
    "too_many": ngettext_lazy(
        "%(count)s part at the end of the file was left out: at most %(parts)s are taken. Divide the file.",
        "%(count)s parts at the end of the file were left out: at most %(parts)s are taken. Divide the file.",
        "count",
    ),
    "too_long": _("The file is too long: what follows after two million letters was left out. Divide it into several files."),
}


def problem(key: str) -> str:
    figures = {
        "seconds": SECONDS,
        "megabytes": BYTES // 1_000_000,
        "most": filesizeformat(settings.WAGTAILDOCS_MAX_UPLOAD_SIZE),
        "ending": "docx",
        "kind": "DOCX",
    }
    return str(PROBLEMS.get(key) or SENTENCES.get(key) or PROBLEMS["broken"]) % figures


def left_out(left: Iterable[tuple[str, int]]) -> list[str]:
    """A sentence for each kind of thing, with its number."""
    return [str(LEFT[what] % {"count": count, "most": MOST, "parts": MOST_AT_ALL}) for what, count in left if what in LEFT]


def taken(pictures: int) -> str:
    return ngettext(
        "%(count)s picture has no place on a page of this kind. You find it in the picture library.",
        "%(count)s pictures have no place on a page of this kind. You find them in the picture library.",
        pictures,
    ) % {"count": pictures}
