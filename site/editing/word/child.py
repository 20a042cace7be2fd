"""The process that opens a document which nobody trusts: python -I child.py read FILE FOLDER SECONDS BYTES.

It limits itself as the library's does before it looks at the file. parts.json comes into FOLDER as soon as the words are
known, then 1.jpg, 1.small.jpg and so on, and pictures.json, which says what became of each picture. runner.py starts it.
"""

import importlib
import json
import sys
import time
from pathlib import Path

HOUSE = Path(__file__).resolve().parents[3]


def main(deed: str, file: str, folder: str, seconds: str, memory: str) -> int:
    began = time.monotonic()
    sys.path += [str(HOUSE / "site"), str(HOUSE)]
    limits = importlib.import_module("learning.library.extraction.child")
    limits.limit(int(seconds), int(memory))
    try:
        reading = importlib.import_module("editing.word.reading")
        document = reading.read(file)
        Path(folder, "parts.json").write_text(json.dumps(reading.told(document), ensure_ascii=False), "utf-8")
        pictures = importlib.import_module("editing.word.unpacking").unpack(file, document.pictures, Path(folder), began + int(seconds) * 0.75)
        Path(folder, "pictures.json").write_text(json.dumps(pictures), "utf-8")
    except MemoryError:
        return limits.MEMORY
    except Exception as broken:  # readers fail on broken files in any way they like
        print(type(broken).__name__, str(broken)[:300], file=sys.stderr)
        return limits.MEMORY if "emory" in repr(broken)[:300] else limits.BROKEN
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
