"""A narrated clip: the drawn pictures one after another, H.264 and AAC at 640 x 360, and its subtitles as WebVTT."""

import tempfile
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from home.demo.documents import ffmpeg, pictures, sound
from home.demo.documents.narration import Narration
from home.demo.documents.pictures import Draw
from sharing.paper import CLOTH, FAMILY, FONTS, GOLD, WHITE

WIDE, HIGH = 640, 360
FRAMES = 10  # a second


def make(text: dict, language: str, narration: Narration, draw: Draw) -> bytes:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "spoken.raw").write_bytes(narration.samples)
        (folder / "slides.txt").write_text(_slides(text, narration, draw, folder))
        video = (
            "-c:v",
            "libx264",
            "-preset",
            "veryfast",
            "-tune",
            "stillimage",
            "-crf",
            "27",
            "-pix_fmt",
            "yuv420p",
            "-r",
            str(FRAMES),
            "-g",
            str(10 * FRAMES),
        )
        audio = ("-c:a", "aac", "-b:a", "40k", "-shortest", "-movflags", "+faststart")
        slides = ("-f", "concat", "-safe", "0", "-i", folder / "slides.txt")
        ffmpeg.run(*slides, *sound.raw(folder / "spoken.raw"), *video, *audio, *sound.about(text, language), folder / "clip.mp4")
        return (folder / "clip.mp4").read_bytes()


def _slides(text: dict, narration: Narration, draw: Draw, folder: Path) -> str:
    """ffmpeg's list: each picture as long as its paragraph is spoken. The last one must be named twice."""
    lines, start = [], 0.0
    for number, (scene, end) in enumerate(zip(text["scenes"], narration.ends, strict=True)):
        file = folder / f"{number:02}.png"
        picture = pictures.cut(draw, scene["picture"], width=WIDE, ratio=WIDE / HIGH)
        (picture if number else _titled(picture, text["title"])).save(file)
        lines += [f"file '{file}'", f"duration {end - start:.3f}"]
        start = end
    return "\n".join([*lines, lines[-2]])


def _titled(picture: Image.Image, title: str) -> Image.Image:
    """The name of the clip on a band of cloth under the first picture."""
    pen = ImageDraw.Draw(picture)
    pen.rectangle((0, 276, WIDE, HIGH), fill=CLOTH)
    pen.rectangle((0, 276, WIDE, 280), fill=GOLD)
    font = ImageFont.truetype(FONTS / f"{FAMILY}-Bold.ttf", 34)
    while pen.textlength(title, font) > WIDE - 48:
        font = font.font_variant(size=font.size - 1)
    pen.text((WIDE / 2, 320), title, WHITE, font, anchor="mm")
    return picture


def subtitles(narration: Narration) -> str:
    cues = (f"{_clock(cue.start)} --> {_clock(cue.end)}\n{cue.words}" for cue in narration.cues)
    return "\n\n".join(["WEBVTT", *cues]) + "\n"


def _clock(seconds: float) -> str:
    thousandths = round(seconds * 1000)
    return f"{thousandths // 3_600_000:02}:{thousandths // 60_000 % 60:02}:{thousandths // 1000 % 60:02}.{thousandths % 1000:03}"
