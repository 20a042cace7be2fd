"""Small WebP of pages and pictures, at most so many bytes each."""

import io
import math
import zipfile

from PIL import Image

COVER_WIDTH, COVER_BYTES = 240, 12_000
PAGE_WIDTH, PAGE_BYTES = 720, 60_000
MOST_PAGES = 40
FEW_COLOURS = 3000  # of letters with their soft edges; photographs have more
MOST_PIXELS = 40_000_000
TALLEST = 2.0  # height for one of width; what is taller is cut off below
THUMBNAIL = "Thumbnails/thumbnail.png"  # of an OpenDocument text; that of Office files is often its template's
FORMATS = ("JPEG", "PNG", "WEBP")

Image.MAX_IMAGE_PIXELS = MOST_PIXELS


def cover(image: Image.Image) -> bytes:
    return small(image.convert("RGB"), COVER_WIDTH, COVER_BYTES)


def page(image: Image.Image) -> bytes:
    """A page of text in a few colours without loss: sharper, smaller and quicker than as a photograph."""
    image = image.convert("RGB")
    if image.width <= PAGE_WIDTH and image.getcolors(FEW_COLOURS):
        for colours in (8, 4):
            made = io.BytesIO()
            image.quantize(colours, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE).convert("RGB").save(
                made, "WEBP", lossless=True, quality=30, method=0
            )
            if made.tell() <= PAGE_BYTES:
                return made.getvalue()
    return small(image, PAGE_WIDTH, PAGE_BYTES)


def small(image: Image.Image, width: int, most: int) -> bytes:
    """WebP, no wider than `width`, no larger than `most` bytes."""
    image = image.crop((0, 0, image.width, min(image.height, max(math.ceil(image.width * TALLEST), 1))))
    while True:
        image.thumbnail((width, width * TALLEST))
        for quality in (60, 40, 25):
            made = io.BytesIO()
            image.save(made, "WEBP", quality=quality, method=0)  # half the time of the best
            if made.tell() <= most:
                return made.getvalue()
        width = width * 3 // 4


def opened(source) -> Image.Image:
    """A picture file, no more of it decoded than needed, on white paper."""
    image = Image.open(source, formats=FORMATS)
    if image.width * image.height > MOST_PIXELS:
        raise MemoryError("too many pixels")
    image.draft("RGB", (PAGE_WIDTH, PAGE_WIDTH))
    image.thumbnail((PAGE_WIDTH, PAGE_WIDTH * 4))
    if image.mode in {"RGB", "L"}:
        return image.convert("RGB")
    paper = Image.new("RGB", image.size, "white")
    layer = image.convert("RGBA")
    paper.paste(layer, mask=layer.getchannel("A"))
    return paper


def cover_in(path: str) -> Image.Image | None:
    """The picture of the first page that a program kept in the document, or the cover of a book."""
    with zipfile.ZipFile(path) as archive:
        names = archive.namelist()
        books = [name for name in names if name.lower().endswith((".jpg", ".jpeg", ".png")) and "cover" in name.lower().rsplit("/", 1)[-1]]
        for name in (THUMBNAIL, *books):
            if name in names and archive.getinfo(name).file_size < 20_000_000:
                with archive.open(name) as file:
                    return opened(io.BytesIO(file.read()))
    return None
