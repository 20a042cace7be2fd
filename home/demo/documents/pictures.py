"""The project's drawn pictures, cut for paper, slides and clips. `draw` gives a scene by its name, 16 x 9."""

import io
from collections.abc import Callable

from PIL import Image

Draw = Callable[[str], Image.Image]


def cut(draw: Draw, scene: str, *, width: int, ratio: float) -> Image.Image:
    """The middle of the scene, `ratio` times as wide as high."""
    picture = draw(scene).convert("RGB")
    high, wide = min(picture.height, round(picture.width / ratio)), min(picture.width, round(picture.height * ratio))
    left, top = (picture.width - wide) // 2, (picture.height - high) // 2
    return picture.crop((left, top, left + wide, top + high)).resize((width, round(width / ratio)), Image.Resampling.LANCZOS)


def jpeg(draw: Draw, scene: str, *, width: int, ratio: float = 16 / 9) -> bytes:
    out = io.BytesIO()
    cut(draw, scene, width=width, ratio=ratio).save(out, "JPEG", quality=80, optimize=True)
    return out.getvalue()
