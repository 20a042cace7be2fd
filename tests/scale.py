"""How much the tests do. SCALE=small fits a coffee; SCALE=full is `make drills`."""

import os

SCALE = os.environ.get("SCALE", "small")
if SCALE not in {"small", "full"}:
    raise ValueError(f"SCALE is {SCALE!r}: use small or full.")


def scaled(small, full):
    """The size for this run."""
    return full if SCALE == "full" else small
