"""The length of an MP4 or M4A: moov > mvhd (ISO 14496-12, 8.2.2). A clip without sound has one too, which mutagen refuses to tell."""

import struct
from collections.abc import Iterator
from typing import BinaryIO

MOST = 2000  # boxes


def boxes(file: BinaryIO, at: int, end: int) -> Iterator[tuple[bytes, int, int]]:
    """(kind, start, end) of the boxes in a stretch, without their heads."""
    for _ in range(MOST):
        file.seek(at)
        head = file.read(16)
        if at + 8 > end or len(head) < 8:
            return
        length, start = int.from_bytes(head[:4], "big"), at + 8
        if length == 1:
            length, start = int.from_bytes(head[8:], "big"), at + 16
        last = end if length == 0 else at + length
        if last < start or last > end:
            return
        yield head[4:8], start, last
        at = last


def seconds(path: str) -> float:
    with open(path, "rb") as file:
        moov = next((box for box in boxes(file, 0, file.seek(0, 2)) if box[0] == b"moov"), None)
        if moov is None:
            raise ValueError("no MP4, or not the whole")
        for kind, start, _ in boxes(file, *moov[1:]):
            if kind == b"mvhd":
                file.seek(start)
                return length(file.read(32))
    return 0


def length(head: bytes) -> float:
    places, ends = (">20xIQ", 32) if head[:1] == b"\x01" else (">12xII", 20)
    scale, duration = struct.unpack(places, head[:ends].ljust(ends, b"\x00"))
    return duration / scale if scale else 0
