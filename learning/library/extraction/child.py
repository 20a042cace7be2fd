"""The process that opens a file which nobody trusts: python -I child.py read|open FILE FOLDER SECONDS BYTES.

It limits itself before it looks at the file: memory, time, size of what it writes, no further process. What it finds goes
into FOLDER: reading.json as soon as the text is known, then 1.webp, 2.webp ... and cover.webp. runner.py starts it.
"""

import importlib
import json
import resource
import signal
import sys
import time
from pathlib import Path

MEMORY, BROKEN, PASSWORD = 3, 4, 5  # how it ends, besides 0
LARGEST_FILE = 16_000_000  # bytes that it may write into one


def limit(seconds: int, memory: int) -> None:
    signal.alarm(seconds + 1)  # should nobody be left who waits for it
    for what, soft, hard in (
        (resource.RLIMIT_AS, memory, memory),
        (resource.RLIMIT_CPU, seconds, seconds + 2),  # the first asks, by a signal that runner.py knows
        (resource.RLIMIT_FSIZE, LARGEST_FILE, LARGEST_FILE),
        (resource.RLIMIT_NOFILE, 64, 64),
        (resource.RLIMIT_NPROC, 0, 0),
        (resource.RLIMIT_CORE, 0, 0),
    ):
        given = resource.getrlimit(what)[1]
        if given == resource.RLIM_INFINITY or hard <= given:
            resource.setrlimit(what, (soft, hard))


def main(deed: str, file: str, folder: str, seconds: str, memory: str) -> int:
    began = time.monotonic()
    limit(int(seconds), int(memory))
    sys.path.append(str(Path(__file__).resolve().parents[3]))
    try:
        if deed == "open":
            pdf = importlib.import_module("learning.library.extraction.pdf")
            return PASSWORD if pdf.needs_password(file) else 0
        reading = importlib.import_module("learning.library.extraction.reading")
        found = reading.read(file, began + int(seconds) * 0.45)
        Path(folder, "reading.json").write_text(json.dumps(found, ensure_ascii=False), "utf-8")
        reading.draw(file, Path(folder), began + int(seconds) * 0.75)
    except MemoryError:
        return MEMORY
    except Exception as broken:  # readers fail on broken files in any way they like
        print(type(broken).__name__, str(broken)[:300], file=sys.stderr)
        return MEMORY if "emory" in repr(broken)[:300] else BROKEN
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
