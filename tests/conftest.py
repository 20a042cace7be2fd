"""What every test may ask for. Sizes are in scale.py, people in cast.py, pages in factories/, the real server in server.py."""

import os

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import setup_databases, teardown_databases
from modelsearch import signal_handlers

from tests import cast as people
from tests import databases
from tests.factories import tree as trees

pytest_plugins = ["tests.browser", "tests.failing_store", "tests.object_store", "tests.server"]
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"  # Playwright keeps a loop in the main thread; nothing here is asynchronous


@pytest.fixture(scope="session")
def django_db_setup(request, django_test_environment, django_db_blocker):
    """Migrated, with the tree and the cast in it; every test rolls back to that."""
    with django_db_blocker.unblock():
        if connection.vendor == "sqlite":
            databases.open_in_memory(request.config.cache.mkdir("databases"))
            trees.lay()
            yield
        else:
            made = setup_databases(verbosity=0, interactive=False)
            trees.lay()
            yield
            teardown_databases(made, verbosity=0)


TABLES = pytest.StashKey[dict[str, dict[str, dict[str, object]]]]()


@pytest.fixture
def report(request):
    """report(table, row, {column: figure}): a row of a table that is printed after all tests."""
    tables = request.config.stash.setdefault(TABLES, {})
    return lambda table, row, figures: tables.setdefault(table, {}).update({row: figures})


def pytest_terminal_summary(terminalreporter, config):
    for name, rows in config.stash.get(TABLES, {}).items():
        columns = list(dict.fromkeys(column for figures in rows.values() for column in figures))
        wide = max(len(row) for row in (name, *rows)) + 2
        terminalreporter.section(name)
        terminalreporter.write_line(name.ljust(wide) + "".join(f"{column:>8}" for column in columns))
        for row, figures in rows.items():
            terminalreporter.write_line(row.ljust(wide) + "".join(f"{figures.get(column, ''):>8}" for column in columns))


@pytest.fixture(autouse=True)
def empty_cache():
    """Addresses of sites, pages and answers are kept in memory, and must not outlive a rolled back test."""
    yield
    cache.clear()


@pytest.fixture
def tree(db):
    """Homes in nine languages, the Vietnamese indexes and the navigation. A transactional test before may have emptied it."""
    return trees.find() or trees.lay()


@pytest.fixture
def cast(tree):
    """Lan, Hoa, Tam, Mai, Thu, Vui, Ngan, a translator and a moderator; nobody is the client without a session."""
    return people.find()


@pytest.fixture
def enter(cast):
    """A client in which the named member is signed in: enter("ngan")."""
    return people.client_of


@pytest.fixture
def editor(enter):
    """A client of Ngan, the editor."""
    return enter("ngan")


class Asleep:
    @staticmethod
    def enqueue(*args):
        """Nothing: with AUTO_UPDATE off the task would fetch each object again only to leave it out."""


@pytest.fixture(scope="session", autouse=True)
def editors_index_sleeps():
    awake, signal_handlers.insert_or_update_object_task = signal_handlers.insert_or_update_object_task, Asleep
    return awake


@pytest.fixture
def editors_search(settings, monkeypatch, editors_index_sleeps):
    """What is saved is found in /cms/; most tests look for nothing there."""
    settings.WAGTAILSEARCH_BACKENDS = {"default": {**settings.WAGTAILSEARCH_BACKENDS["default"], "AUTO_UPDATE": True}}
    monkeypatch.setattr(signal_handlers, "insert_or_update_object_task", editors_index_sleeps)
