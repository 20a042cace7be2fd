"""manage.py import_members FILE: the membership software's list, from CSV or XLSX.

Killed in the middle and started again with the same file and the same choices, it goes on where it was.
"""

import argparse
import tempfile
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext, ngettext

from members.importing import handback, waiting
from members.importing.columns import MEMBER_FIELDS, guess, plain, wrong_mapping
from members.importing.kept import Kept, keep, sha256
from members.importing.run import advance
from members.importing.unreadable import Unreadable
from members.models import ImportRun, Member, Unit

SHOWN = 20


class Command(BaseCommand):
    help = "Adds or changes members after a list of the membership software (CSV or XLSX). A second run of the same file changes nothing."

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("file", type=Path, nargs="?", help="CSV or XLSX")
        parser.add_argument("--dry-run", action="store_true", help="say what would change, write nothing")
        parser.add_argument("--unit", help="code of a unit: rows of other units are refused")
        parser.add_argument("--by", help="user name of the officer in whose name the import is recorded")
        parser.add_argument("--column", action="append", default=[], metavar="FIELD=HEADER", help=f"fields: {', '.join(field.key for field in MEMBER_FIELDS)}")
        parser.add_argument("--create-branches", action="store_true", help="add branches that the tree lacks below their commune")
        parser.add_argument("--officials", action="store_true", help="take over who is an official")
        parser.add_argument("--errors", type=Path, metavar="FILE", help="where rows with mistakes are written (xlsx or csv; default: beside FILE)")
        parser.add_argument("--forget", action="store_true", help="forget imports older than a day, then stop; for a daily timer")

    def handle(self, *args, **options):
        if options["forget"]:
            self.stdout.write(gettext("Forgotten: %(count)s.") % {"count": waiting.forget_old()})
            return
        if not options["file"]:
            raise CommandError(gettext("Name the file: import_members FILE."))
        try:
            self.bring_in(options["file"], options)
        except (Unreadable, OSError) as error:
            raise CommandError(str(error)) from error

    def bring_in(self, path: Path, options) -> None:
        with open(path, "rb") as file, tempfile.TemporaryFile() as rows:
            kept = keep(file, path.name, rows)
            run = self.run_for(path, sha256(file), kept, options)
            self.say_columns(run)
            if run.done_rows:
                self.stdout.write(gettext("Going on after %(percent)s%%.") % {"percent": run.percent})
            rows.seek(0)
            advance(run, rows, tell=self.tell)
        self.say_result(run)
        self.hand_back(run, options["errors"] or path.with_name(f"{path.stem}-loi.xlsx"))
        waiting.forget(run)

    def run_for(self, path: Path, digest: str, kept: Kept, options) -> ImportRun:
        """The one that was interrupted, or a new one."""
        unit = find(Unit, code=options["unit"]) if options["unit"] else None
        facts = {
            "sha256": digest,
            "mapping": self.mapping(kept.headers, options["column"], unit),
            "unit": unit,
            "made_by": find(Member, username=options["by"]) if options["by"] else None,
            "create_branches": options["create_branches"],
            "with_officials": options["officials"],
        }
        state = ImportRun.State.CHECKING if options["dry_run"] else ImportRun.State.RUNNING
        interrupted = ImportRun.objects.filter(**facts, state=state, file="", forgotten=False).first()
        if interrupted:
            return interrupted
        run = ImportRun(**facts, state=state, name=path.name, headers=kept.headers, never=kept.never, other_sheets=kept.other_sheets, total=kept.total)
        run.save()
        return run

    def mapping(self, headers: list[str], chosen: list[str], unit: Unit | None) -> dict[str, int]:
        mapping = guess(headers)
        for choice in chosen:
            field, _, header = choice.partition("=")
            place = next((place for place, name in enumerate(headers) if plain(name) == plain(header)), None)
            if place is None:
                raise CommandError(gettext("The file has no column “%(name)s”. It has: %(names)s.") % {"name": header, "names": ", ".join(headers)})
            mapping = {key: its for key, its in mapping.items() if its != place} | {field: place}
        if wrong := wrong_mapping(mapping, len(headers), needs_place=unit is None or unit.kind != Unit.Kind.BRANCH):
            raise CommandError(f"{wrong} {', '.join(headers)}")
        return mapping

    def say_columns(self, run: ImportRun) -> None:
        labels = {field.key: field.label for field in MEMBER_FIELDS}
        for field, place in run.mapping.items():
            self.stdout.write(f"  {labels[field]}: {run.headers[place]}")
        if run.dropped:
            self.stdout.write(gettext("Columns left out: %(names)s.") % {"names": ", ".join(run.dropped)})
        if run.other_sheets:
            self.stdout.write(gettext("Sheets left out: %(names)s.") % {"names": ", ".join(run.other_sheets)})

    def tell(self, run: ImportRun) -> None:
        self.stdout.write(f"{run.percent:>3}%  {run.done_rows}/{run.total}")
        self.stdout.flush()

    def say_result(self, run: ImportRun) -> None:
        if run.state == run.State.CHECKED:
            self.stdout.write(gettext("Checked only, nothing was written."))
            for line in run.preview:
                self.stdout.write(f"  {line['row']}  {line['code']}  {line['name']}  {line['kind']}")
        self.stdout.write(
            gettext(
                "Members: %(added)s added, %(updated)s changed, %(unchanged)s unchanged, %(bad)s rows with mistakes, %(skipped)s skipped because they were deleted."
            )
            % {name: getattr(run, name) for name in ("added", "updated", "unchanged", "bad", "skipped")}
        )
        if run.branches:
            self.stdout.write(ngettext("%(count)s new branch.", "%(count)s new branches.", len(run.branches)) % {"count": len(run.branches)})
        for note in run.notes:
            self.stdout.write(note)

    def hand_back(self, run: ImportRun, path: Path) -> None:
        if not run.bad:
            return
        for sentence in handback.sentences(run, SHOWN):
            self.stdout.write(sentence)
        with open(path, "wb") as out:
            handback.WRITERS["csv" if path.suffix.lower() == ".csv" else "xlsx"](run, out)
        self.stdout.write(gettext("Rows with mistakes are in %(file)s.") % {"file": path})


def find(model, **facts):
    found = model.objects.filter(**facts).first()
    if found is None:
        raise CommandError(gettext("Not found: %(name)s.") % {"name": next(iter(facts.values()))})
    return found
