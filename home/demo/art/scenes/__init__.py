"""The composed pictures. Every module of this package registers its pictures when load() imports it."""

import importlib
import pkgutil
from collections.abc import Callable
from dataclasses import dataclass

from home.demo.art.kit.svg import Canvas

SCENES = {}


@dataclass(frozen=True)
class Scene:
    name: str
    alt_vi: str
    alt_en: str
    paint: Callable

    def svg(self):
        canvas = Canvas(self.name)
        self.paint(canvas)
        return canvas.svg(self.alt_vi)


def scene(name, alt_vi, alt_en):
    """Register a picture under its file name, with its description in Vietnamese and English."""

    def register(paint):
        if name in SCENES:
            raise ValueError(f"two scenes are named {name}")
        SCENES[name] = Scene(name, alt_vi, alt_en, paint)
        return paint

    return register


def load():
    """All the scenes, by name: modules in alphabetical order, pictures in the order of the file."""
    for module in sorted(info.name for info in pkgutil.iter_modules(__path__)):
        importlib.import_module(f"{__name__}.{module}")
    return SCENES
