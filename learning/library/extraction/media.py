"""How long a sound or a clip is. There is no text in it: its transcript is the editor's."""

from collections.abc import Iterator

from learning.library.extraction import mp4, webm
from learning.library.extraction.blocks import Block, Found

LONGEST = 100 * 3600  # seconds; more is a slip in the file


def sound_seconds(path: str) -> float:
    import mutagen  # a clip does not need it

    known = mutagen.File(path)
    if known is None:
        raise ValueError("no sound that is known")
    return known.info.length


LENGTHS = {"mp4": mp4.seconds, "m4a": mp4.seconds, "webm": webm.seconds, "mp3": sound_seconds, "ogg": sound_seconds}


def blocks(path: str, found: Found) -> Iterator[Block]:
    length = LENGTHS[path.rsplit(".", 1)[-1]](path)
    found.seconds = round(length) if 0 < length < LONGEST else None
    yield from ()
