"""What tests/run.sh installs from npm: the accessibility rules, a reader of link cards and the Nu HTML checker."""

from pathlib import Path

from tests.databases import ROOT

TOOLS = ROOT / ".tools/node_modules"


def found(name: str) -> Path:
    path = TOOLS / name
    assert path.exists(), f"{path} is missing: run make test, which installs it."
    return path


def axe() -> str:
    """The source of axe-core, to be evaluated in a page."""
    return found("axe-core/axe.min.js").read_text(encoding="utf-8")


def html_checker() -> Path:
    return found("vnu-jar/build/dist/vnu.jar")
