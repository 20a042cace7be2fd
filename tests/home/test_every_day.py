"""The one timer of an installation: every piece of the day's work, and the rest of it also when one fails."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command, get_commands

from editing.readiness import asking
from home.management.commands import every_day

pytestmark = pytest.mark.django_db


def run() -> tuple[str, str, str]:
    """What it says, what it complains of, and with what it fails."""
    out, complaints = StringIO(), StringIO()
    try:
        call_command("every_day", stdout=out, stderr=complaints)
    except CommandError as failed:
        return out.getvalue(), complaints.getvalue(), str(failed)
    return out.getvalue(), complaints.getvalue(), ""


def test_everything_that_tidies_and_tells_is_in_it():
    """What begins so is daily work; a command that is not must be called otherwise."""
    daily = {name for name in get_commands() if name.split("_")[0] in {"tidy", "empty", "remind", "send"}}
    assert daily - {name for name, _options in every_day.WORK} == {"send_translations"}  # goes on with a run that somebody has begun


def test_day_is_done_on_an_empty_site(tree, monkeypatch):
    monkeypatch.setattr(asking.Asker, "ask", None)  # no address leads away: none is asked
    out, complaints, failure = run()
    assert (complaints, failure) == ("", "")
    assert [name for name, _options in every_day.WORK if f"{name}:" not in out] == []


def test_rest_is_done_when_one_fails_and_the_failing_one_is_named(tree, monkeypatch):
    monkeypatch.setattr("editing.help.practice.open_room", lambda: 1 / 0)
    out, complaints, failure = run()
    assert "empty_practice" in failure and "ZeroDivisionError" in complaints
    assert "send_digests:" in out and "tidy_members" not in failure
