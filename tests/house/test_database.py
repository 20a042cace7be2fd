"""What the database itself must keep, on SQLite and on PostgreSQL."""

import pytest
from django.conf import settings
from django.db import IntegrityError, connection, transaction

from members.domain import UnitRow, place_units
from members.models import Unit

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]


def test_one_unit_per_code(tree):
    with pytest.raises(IntegrityError), transaction.atomic():
        Unit.add_root(kind="commune", code="03922", name="Gia Phù")


def test_units_without_a_code_may_be_many(tree):
    place_units([UnitRow("central", "VN", "Trung ương Hội")])
    for _ in range(2):
        Unit.add_root(kind="branch", code="", name="Chi hội mới")
    assert Unit.objects.filter(code="").count() == 2


def test_vietnamese_words_survive(tree):
    unit = Unit.add_root(kind="branch", name="Bản Phiêng Nèn — đẹp 🌾")
    assert Unit.objects.get(name="Bản Phiêng Nèn — đẹp 🌾") == unit


def test_postgres_keeps_what_it_acknowledged(db):
    if connection.vendor != "postgresql":
        assert "init_command" not in settings.DATABASES["default"]["OPTIONS"], "the database in memory needs no journal"
        return
    with connection.cursor() as cursor:
        for name, value in (("synchronous_commit", "on"), ("statement_timeout", "30s"), ("lock_timeout", "10s")):
            cursor.execute(f"SHOW {name}")
            assert cursor.fetchone()[0] == value
