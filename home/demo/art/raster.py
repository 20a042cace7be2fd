"""A scene as PNG bytes."""

import io

import resvg_py
from PIL import Image

from home.demo.art.kit.svg import H, W
from home.demo.art.scenes import load


def png(scene_name, width=1600):
    """The PNG of the scene with this name, width pixels wide and sixteen by nine; KeyError if there is no such scene."""
    picture = bytes(resvg_py.svg_to_bytes(svg_string=load()[scene_name].svg(), width=width))
    image = Image.open(io.BytesIO(picture)).convert("RGB")
    size = (width, round(width * H / W))
    if image.size != size:
        image = image.resize(size, Image.LANCZOS)
    out = io.BytesIO()
    image.save(out, "PNG", compress_level=1)  # the library keeps it as a source; renditions are what readers load
    return out.getvalue()
