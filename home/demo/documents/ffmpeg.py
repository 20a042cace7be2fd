"""ffmpeg, from its wheel or, where there is none for this machine, the program on the path."""

import subprocess
from functools import cache
from pathlib import Path

import imageio_ffmpeg


@cache
def program() -> str | None:
    try:
        return imageio_ffmpeg.get_ffmpeg_exe()
    except RuntimeError:
        return None


def run(*arguments: str | Path) -> None:
    """The same bytes at every run: no date and no name of the program in the file."""
    exact = ["-map_metadata", "-1", "-fflags", "+bitexact", "-flags:v", "+bitexact", "-flags:a", "+bitexact"]
    *inputs, out = arguments
    subprocess.run([program(), "-loglevel", "error", "-y", *inputs, *exact, out], check=True, stdin=subprocess.DEVNULL)
