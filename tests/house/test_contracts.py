"""Who may import whom, and that the tools would notice a breach."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.databases import ROOT

LINT = str(Path(sys.executable).with_name("lint-imports"))
ROOT_ENTRIES = {"manage.py", "site", "learning", "home", "templates", "static", "tests", "requirements.txt", "README.md", "Makefile", "pyproject.toml"}


def lint(folder: Path, config: Path) -> subprocess.CompletedProcess:
    environment = {"PYTHONPATH": f"{folder / 'site'}:{folder}", "PATH": "/usr/bin:/bin"}
    return subprocess.run([LINT, "--config", str(config), "--no-cache"], cwd=folder, env=environment, capture_output=True, text=True)


@pytest.mark.parametrize(
    ("breach", "broken"),
    [
        ("site/pages/text.py", "home.models"),
        ("site/members/domain.py", "learning.library.models"),
        ("learning/library/forms.py", "learning.lessons.models"),
        ("home/news/feeds.py", "home.stories.models"),
        ("home/guides/blocks.py", "home.demo.apps"),
        ("site/config/languages.py", "pages.text"),
    ],
)
def test_a_breach_is_noticed(tmp_path, breach, broken):
    for name in ("site", "learning", "home"):
        for source in (ROOT / name).rglob("*.py"):
            target = tmp_path / source.relative_to(ROOT)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(source.read_bytes())
    with open(tmp_path / breach, "a") as file:
        file.write(f"\nimport {broken}\n")
    done = lint(tmp_path, ROOT / "pyproject.toml")
    assert done.returncode == 1, done.stdout + done.stderr
    assert breach.removeprefix("site/").removesuffix(".py").replace("/", ".") in done.stdout


def test_contracts_are_kept():
    done = lint(ROOT, ROOT / "pyproject.toml")
    assert done.returncode == 0, done.stdout + done.stderr


def test_root_is_closed():
    tracked = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.splitlines()
    assert {path.split("/")[0] for path in tracked if not path.startswith(".")} <= ROOT_ENTRIES


def test_ground_is_no_package():
    assert not (ROOT / "site/__init__.py").exists(), "Python's own module `site` would win"


def test_no_drawer_for_everything():
    names = {path.name for folder in ("site", "learning", "home") for path in (ROOT / folder).rglob("*.py")}
    assert not names & {"utils.py", "helpers.py"}
