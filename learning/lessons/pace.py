"""Whether the minutes that a lesson names are the minutes that it takes a woman who reads slowly, often in her second language."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from learning.lessons.blocks import StepBlock
from pages.readiness import Content, Finding

READ = 90  # syllables a minute
STEP = 0.5  # minutes for doing what a step says on her own phone
LONGER, SHORTER = 1.5, 0.4  # times the minutes given, from which it is told
LEAST, MOST = 1, 15


def estimated(words: int, steps: int, played: int) -> int:
    """Minutes for learning. words: syllables; played: minutes of clips. At least one."""
    return max(LEAST, round(words / READ + steps * STEP) + played)


def misjudged(given: int, needed: int) -> bool:
    return needed > given * LONGER or needed < given * SHORTER


def findings(lesson, content: Content) -> Iterator[Finding]:
    if not LEAST <= (lesson.minutes or 0) <= MOST:
        yield Finding(
            "minutes",
            _("The lesson takes %(minutes)s minutes; between 1 and 15 are allowed.") % {"minutes": lesson.minutes or 0},
            _("Members are promised one short lesson a week."),
            ("minutes",),
        )
        return
    learned = [piece for piece in content.texts if piece.path[0] == "learn"]
    clips = (content.get(piece.block.model_class, piece.value) for piece in content.documents if piece.path[0] == "learn" and piece.path[-1] != "audio")
    played = sum(clip.minutes or 0 for clip in clips if clip and clip.is_played)
    steps = sum(1 for _step in content.of_kind(StepBlock))
    needed = estimated(sum(len(line.split()) for piece in learned for line in piece.sentences_of), steps, played)
    if learned and misjudged(lesson.learn_minutes, needed):
        yield Finding(
            "minutes",
            _("Learning is given %(given)s minutes, but read slowly it takes about %(needed)s.") % {"given": lesson.learn_minutes, "needed": needed},
            _("She opens it between two chores and trusts the minutes that the card names."),
            ("minutes",),
        )
