"""Words as they come out when the keyboard for Vietnamese is off: what Telex and VNI type for "điện" is ddieenj and d9ie6n5. Pure."""

import re

DOUBLED = re.compile(r"d(?=d)|a(?=a)|e(?=e)|o(?=o)")
HORN = re.compile(r"(?<=[aou])w|(?<=uo)w")
TONE = re.compile(r"(?<=[aeiouy])[sfrxj](?=[aeiouycmnptgh]*$)")
FIGURES = re.compile(r"(?<=[a-z])[1-9]+")


def without_telex(word: str) -> str:
    """The folded word that was meant: ddieenj gives dien, dduwowngf duong, ddienj dien."""
    bare = HORN.sub("", DOUBLED.sub("", word))
    bare = re.sub(r"^w", "u", bare)
    if (toned := TONE.sub("", bare, count=1)) != bare:
        return toned
    return re.sub(r"(?<=[aeiouycmnptgh])[sfrxj]$", "", bare)


def without_vni(word: str) -> str:
    return FIGURES.sub("", word)


def meant(word: str) -> list[str]:
    """Other readings of a folded word, itself left out."""
    readings = dict.fromkeys((without_telex(word), without_vni(word)))
    return [reading for reading in readings if reading and reading != word]
