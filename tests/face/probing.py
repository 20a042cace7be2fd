"""Asking a page with the probes of probes.js. They are evaluated by the debugger, so the page's own policy stays in force."""

import json
from pathlib import Path

PROBES = Path(__file__).with_name("probes.js").read_text(encoding="utf-8")


def teach(page) -> None:
    """Make the probes known to the page that is open."""
    page.evaluate(f"window.probes = {PROBES.strip()}")


def ask(page, probe: str, *arguments):
    return page.evaluate(f"window.probes.{probe}({', '.join(json.dumps(argument) for argument in arguments)})")


def unfold(page) -> None:
    """Everything that waits for a scroll or a tap is there: pictures and folded parts."""
    page.evaluate("window.dispatchEvent(new Event('beforeprint')); document.querySelectorAll('details').forEach(fold => fold.open = true)")
