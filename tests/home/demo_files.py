"""The demonstration's files for tests: each made once a session, with plain ground where the drawings would stand."""

from functools import cache

from PIL import Image

from home.demo.documents.editions import Edition, editions

ALL = list(editions())
MAKE = Edition.file  # as it is, whatever a test puts in its place


def ground(_scene: str) -> Image.Image:
    return Image.new("RGB", (1600, 900), "#7a1f4b")


@cache
def _made(name: str, language: str, version: int) -> bytes:
    return MAKE(BY_NAME[name, language], ground, version)


BY_NAME = {(edition.name, edition.language): edition for edition in ALL}


def file_of(edition: Edition, version: int | None = None) -> bytes:
    """The newest, unless told which."""
    return _made(edition.name, edition.language, version or len(edition.days))


def of_format(*formats: str) -> list[Edition]:
    return [edition for edition in ALL if edition.text["format"] in formats]
