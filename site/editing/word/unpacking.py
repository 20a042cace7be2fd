"""The pictures of a document, as files: the bytes that it holds and a small one for the preview. Pure but for the files."""

import base64
import io
import time
import zipfile
from collections.abc import Sequence
from pathlib import Path

from PIL import Image, ImageOps

from editing.word.lines import Seen

MOST = 40  # pictures of a page; each is cut into all its sizes when the draft is made
LARGEST = 15_000_000  # bytes of one
MOST_PIXELS = 64_000_000
SMALL = 480  # px of the preview's
LEAST = 48  # px: rules, dots and logos of a letterhead are smaller
FORMATS = {"JPEG": "jpg", "PNG": "png", "GIF": "gif", "WEBP": "webp", "BMP": "bmp", "TIFF": "tif", "MPO": "jpg"}


def unpack(path: str, seen: Sequence[Seen], folder: Path, deadline: float) -> list[str]:
    """For each picture its file's name in the folder, or why it has none: ?tiny, ?kind, ?large, ?many, ?late. One that stands twice is one file."""
    known: dict[str, str] = {}
    made = 0
    for one in seen:
        if one.source in known:
            continue
        if made >= MOST:
            known[one.source] = "?many"
        elif time.monotonic() > deadline:
            known[one.source] = "?late"
        else:
            known[one.source] = keep(path, one.source, folder, made + 1)
            made += not known[one.source].startswith("?")
    return [known[one.source] for one in seen]


def keep(path: str, source: str, folder: Path, number: int) -> str:
    data = data_of(path, source)
    if data is None:
        return "?large"
    try:
        with Image.open(io.BytesIO(data), formats=list(FORMATS)) as image:
            kind, (width, height) = image.format or "", image.size
            if min(width, height) < LEAST:
                return "?tiny"
            if width * height > MOST_PIXELS:
                return "?large"
            small = smaller(image)
    except Exception:  # decoders fail on broken files in any way they like; EMF and WMF are drawings
        return "?kind"
    (folder / f"{number}.{FORMATS[kind]}").write_bytes(data)
    small.save(folder / f"{number}.small.jpg", "JPEG", quality=70)
    return f"{number}.{FORMATS[kind]}"


def smaller(image: Image.Image) -> Image.Image:
    image.draft("RGB", (SMALL, SMALL))
    image.thumbnail((SMALL, SMALL))
    upright = ImageOps.exif_transpose(image)
    if upright.mode in {"RGBA", "LA", "P", "PA"}:
        white = Image.new("RGBA", upright.size, "white")
        white.alpha_composite(upright.convert("RGBA"))
        upright = white
    return upright.convert("RGB")


def data_of(path: str, source: str) -> bytes | None:
    """None where it is larger than taken."""
    if source.startswith("data:"):
        head, _comma, body = source.partition(",")
        return base64.b64decode(body) if head.endswith(";base64") and len(body) < LARGEST * 4 / 3 else None
    with zipfile.ZipFile(path) as archive:
        if archive.getinfo(source).file_size > LARGEST:
            return None
        return archive.read(source)
