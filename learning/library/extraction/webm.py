"""The length of a WebM clip: Segment > Info > Duration (RFC 9559). mutagen does not know this kind."""

import struct

SEGMENT, INFO, SCALE, DURATION = 0x18538067, 0x1549A966, 0x2AD7B1, 0x4489
MOST = 64_000  # bytes of the head


def vint(data: bytes, at: int, keep: bool) -> tuple[int, int]:
    """(value, where it ends) of a number of variable length; keep: with its marker, as ids are written."""
    width = 9 - data[at].bit_length() if data[at] else 9
    if width > 8 or at + width > len(data):
        raise ValueError("no EBML number")
    value = int.from_bytes(data[at : at + width], "big")
    return value if keep else value & ~(1 << (7 * width)), at + width


def elements(data: bytes, at: int, end: int):
    """(id, start, end) of the elements in a stretch, as far as they are whole."""
    while at < end:
        try:
            key, at = vint(data, at, keep=True)
            size, at = vint(data, at, keep=False)
        except (ValueError, IndexError):
            return
        yield key, at, min(at + size, end)
        at += size


def seconds(path: str) -> float:
    with open(path, "rb") as file:
        data = file.read(MOST)
    if not data.startswith(b"\x1a\x45\xdf\xa3"):
        raise ValueError("no WebM")
    for key, start, end in elements(data, 0, len(data)):
        if key == SEGMENT:
            for inner, first, last in elements(data, start, end):
                if inner == INFO:
                    return length({name: data[a:b] for name, a, b in elements(data, first, last)})
    return 0


def length(info: dict[int, bytes]) -> float:
    scale = int.from_bytes(info.get(SCALE, b"\x0f\x42\x40"), "big")  # nanoseconds
    raw = info.get(DURATION, b"")
    if len(raw) not in {4, 8}:
        return 0
    return struct.unpack(">f" if len(raw) == 4 else ">d", raw)[0] * scale / 1e9
