"""What became of a file after its upload, and what its editor can do about it."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from learning.library.models import Reading
from pages.templatetags.numbers import number

State, Problem = Reading.State, Reading.Problem


@dataclass(frozen=True)
class Words:
    state: str
    remedy: str = ""
    is_well: bool = True


def words_of(reading: Reading | None) -> Words:
    if reading is None:
        return Words("")
    if reading.state == State.WAITING:
        return Words(_("The file waits to be read. This takes a minute or two."))
    if reading.state == State.READ:
        return Words(_read(reading))
    return Words(_state(reading), remedy(reading), is_well=False)


def _read(reading: Reading) -> str:
    if reading.pages:
        return ngettext("Read: %(count)s page.", "Read: %(count)s pages.", reading.pages) % {"count": number(reading.pages)}
    return _("The file has been read.")


def _state(reading: Reading) -> str:
    state = str(reading.get_state_display())
    sentence = f"{state[:1].upper()}{state[1:]}"
    return f"{sentence}: {reading.get_problem_display()}." if reading.problem else f"{sentence}."


def remedy(reading: Reading) -> str:
    """A sentence that says what to do; a reader can still download the file as it is."""
    return {
        Problem.SCAN: _("The pages are pictures, so readers can neither search nor listen to them. Upload the file that was printed, or a PDF with recognised text."),
        Problem.OLD_FONT: _("The letters use an old font. Open the file, convert it to Unicode and replace the file here."),
        Problem.TOO_LONG: _("The file is too long to be read on the site. Divide it into parts and upload them one by one."),
        Problem.BROKEN: _("The file is damaged. Open it on your computer, save it again and replace the file here."),
        Problem.TIME: _("Reading it took too long. Save the file with smaller pictures and replace the file here."),
        Problem.MEMORY: _("Reading it needed too much memory. Save the file with smaller pictures and replace the file here."),
    }.get(reading.problem, _("Readers can download the file, but not read it on the site."))  # fmt: skip
