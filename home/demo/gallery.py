"""The pictures of the demonstration, drawn by home/demo/art and put into the picture library as an editor would."""

import io
from concurrent.futures import ProcessPoolExecutor

from django.core.files.images import ImageFile
from wagtail.models import Collection

from home.demo.art import raster, scenes
from pages.models import Picture
from pages.text import shorten

COLLECTION = "Tranh minh họa"


class Gallery:
    """Pictures by scene name. Each is drawn once; later runs find it by its tag."""

    def __init__(self, wanted: set[str], report=lambda text: None):
        self.scenes = scenes.load()
        if unknown := wanted - self.scenes.keys():
            raise KeyError(f"Không có tranh: {', '.join(sorted(unknown))}")
        known = Picture.objects.filter(tags__name__in=wanted).prefetch_related("tags")
        self.pictures = {tag.name: picture for picture in known for tag in picture.tags.all()}
        self.collection = Collection.objects.filter(name=COLLECTION).first() or Collection.get_first_root_node().add_child(name=COLLECTION)
        missing = sorted(wanted - self.pictures.keys())
        with ProcessPoolExecutor(max_workers=2) as pool:
            for done, (name, png) in enumerate(zip(missing, pool.map(raster.png, missing), strict=True), 1):
                self._add(name, png)
                if done % 10 == 0 or done == len(missing):
                    report(f"Tranh: {done} trên {len(missing)}")

    def _add(self, name: str, png: bytes) -> None:
        scene = self.scenes[name]
        picture = Picture(title=shorten(scene.alt_vi, 80), description=scene.alt_vi, collection=self.collection)
        # The kit keeps the subject inside this rectangle: it survives a square and a 1200 x 630 crop.
        picture.focal_point_x, picture.focal_point_y, picture.focal_point_width, picture.focal_point_height = 800, 450, 900, 840
        picture.file = ImageFile(io.BytesIO(png), f"{name}.png")
        picture.save()
        picture.tags.add(name)
        self.pictures[name] = picture

    def __getitem__(self, name: str) -> Picture:
        return self.pictures[name]

    def alt(self, name: str) -> str:
        return self.scenes[name].alt_vi
