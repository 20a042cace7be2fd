"""The words of the packages in use, and the catalogues that say in Vietnamese what a package leaves in English or says badly.

`python -m tests.locale.packages` brings site/locale/packages up to date: new words come in empty, those that left go, the others stay.
"""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import django
import polib
from django.apps import apps

ROOT = Path(__file__).resolve().parents[2]
DOMAINS = ("django", "djangojs")
FOLDER = ROOT / "site/locale/packages/vi/LC_MESSAGES"
DJANGO = Path(django.__file__).parent
# Put together as the package runs, and then asked for: wagtail.users.templatetags.wagtailusers_tags.normalize_permission_label
MADE_UP = {"django": ("Can access Wagtail", "Can add", "Can change", "Can delete", "Can publish", "Can submit translations", "Can choose")}
HEADER = {
    "Project-Id-Version": "packages",
    "Language": "vi",
    "MIME-Version": "1.0",
    "Content-Type": "text/plain; charset=UTF-8",
    "Content-Transfer-Encoding": "8bit",
    "Plural-Forms": "nplurals=1; plural=0;",
}


def key(entry: polib.POEntry) -> tuple[str | None, str]:
    return entry.msgctxt, entry.msgid


def catalogue(path: Path) -> dict:
    return {key(entry): entry for entry in polib.pofile(path, wrapwidth=0) if not entry.obsolete} if path.exists() else {}


def words(domain: str) -> dict:
    """The English entry of each word, with the files that say it."""
    found = {}
    for folder in _folders():
        for entry in _english(folder, domain):
            if (files := _files_in_use(folder, entry)) is None:
                continue
            entry.occurrences = [(file, "") for file in files]
            known = found.setdefault(key(entry), entry)
            known.occurrences = sorted({*known.occurrences, *entry.occurrences})
            known.msgid_plural = known.msgid_plural or entry.msgid_plural
    for msgid in MADE_UP.get(domain, ()):
        found.setdefault((None, msgid), polib.POEntry(msgid=msgid))
    return found


def said(domain: str) -> dict:
    """The Vietnamese of the packages themselves. A script is given that of its own package only; words are seldom in two, so one lot will do."""
    return {key: entry for folder in _folders() for key, entry in catalogue(_path(folder, "vi", domain)).items() if entry.translated()}


def ours(domain: str) -> dict:
    return catalogue(FOLDER / f"{domain}.po")


def collect(domain: str) -> polib.POFile:
    """The catalogue as it should be: what no package says, and what ours says otherwise."""
    held, theirs = ours(domain), said(domain)
    file = polib.POFile(wrapwidth=0)
    file.metadata = HEADER
    for word, entry in words(domain).items():
        if word not in held and word in theirs:
            continue
        before = held.get(word)
        if before is not None and before.msgid_plural == entry.msgid_plural:
            entry.msgstr, entry.msgstr_plural = before.msgstr, before.msgstr_plural
        else:
            entry.msgstr, entry.msgstr_plural = "", {0: ""} if entry.msgid_plural else {}
        entry.flags = [flag for flag in entry.flags if flag != "fuzzy"]
        file.append(entry)
    return file


def _folders() -> list[Path]:
    installed = [Path(app.path) for app in apps.get_app_configs()]
    return [DJANGO / "conf", *(path for path in installed if "site-packages" in path.parts)]


def _path(folder: Path, language: str, domain: str) -> Path:
    return folder / "locale" / language / "LC_MESSAGES" / f"{domain}.po"


def _english(folder: Path, domain: str) -> Iterator[polib.POEntry]:
    """Of the package's English catalogue; without one, of its other languages together."""
    english = _path(folder, "en", domain)
    paths = [english] if english.exists() else sorted(folder.glob(f"locale/*/LC_MESSAGES/{domain}.po"))
    for path in paths:
        yield from catalogue(path).values()


def _files_in_use(folder: Path, entry: polib.POEntry) -> list[str] | None:
    """Below the package's root; none if only apps that are not in use say it."""
    home = DJANGO if folder.parent == DJANGO else folder
    paths = [Path(file) for file, _ in entry.occurrences]
    files = {str(home.relative_to(DJANGO.parent) / path) for path in paths if not _is_of_unused_app(home, path)}
    return sorted(files) if files or not paths else None


def _is_of_unused_app(home: Path, path: Path) -> bool:
    inside = path.relative_to("templates") if path.parts[0] == "templates" else path
    apps_above = [home / parent for parent in inside.parents if parent != Path(".") and (home / parent / "apps.py").exists()]
    return any(str(app) not in {config.path for config in apps.get_app_configs()} for app in apps_above)


def main() -> None:
    for domain in DOMAINS:
        file = collect(domain)
        file.save(str(FOLDER / f"{domain}.po"))
        print(f"{domain}: {len(file)} words of packages, {len(file.untranslated_entries())} to be translated")


if __name__ == "__main__":
    sys.path[:0] = [str(ROOT / "site")]
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.test")
    django.setup()
    main()
