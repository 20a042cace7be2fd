"""Scripts are written one behaviour a file and sent as one file a folder: static/js/common/*.js is js/common.js."""

import re
from datetime import UTC, datetime
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import BaseFinder
from django.core.files.base import ContentFile
from django.core.files.storage import Storage

SOURCES = Path(settings.STATICFILES_DIRS[0]) / "js"
ALONE = {"quiz": ("later", "opened", "play")}  # these pages load one file, with what they need of common in it


def folders() -> list[Path]:
    return sorted(folder for folder in SOURCES.iterdir() if folder.is_dir()) if SOURCES.exists() else []


def joined(folder: Path) -> str:
    """Each file in a block of its own, so that no name of one meets another's."""
    return "".join(f"{{\n{lean(path.read_text(encoding='utf-8'))}}}\n" for path in parts(folder))


def parts(folder: Path) -> list[Path]:
    return [SOURCES / f"common/{name}.js" for name in ALONE.get(folder.name, ())] + sorted(folder.glob("*.js"))


def lean(script: str) -> str:
    """Without indentation and whole-line comments, a quarter of what it weighs. No string of ours runs over a line."""
    return re.sub(r"^\s*(//.*)?\n|^[ \t]+", "", script, flags=re.MULTILINE)


class JoinedScripts(Storage):
    """A storage with one made file a folder, for collectstatic and runserver."""

    prefix = ""

    def _open(self, name, mode="rb"):
        return ContentFile(joined(SOURCES / Path(name).stem).encode(), name=name)

    def exists(self, name):
        return name in {f"js/{folder.name}.js" for folder in folders()}

    def path(self, name):
        """A file to serve in development; written beside nothing, read again at each change."""
        made = Path(settings.VAR) / "joined" / name
        made.parent.mkdir(parents=True, exist_ok=True)
        made.write_text(joined(SOURCES / Path(name).stem), encoding="utf-8")
        return str(made)

    def get_modified_time(self, name):
        newest = max(path.stat().st_mtime for path in parts(SOURCES / Path(name).stem))
        return datetime.fromtimestamp(newest, UTC)


class JoinedScriptsFinder(BaseFinder):
    storage = JoinedScripts()

    def find(self, path, find_all=False, **kwargs):
        if not self.storage.exists(path):
            return []
        return [self.storage.path(path)] if find_all else self.storage.path(path)

    def list(self, ignore_patterns):
        for folder in folders():
            yield f"js/{folder.name}.js", self.storage
