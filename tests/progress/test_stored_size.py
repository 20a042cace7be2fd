"""A province makes millions of attempts: what one of them costs the disk."""

from uuid import uuid4

import pytest
from django.db import connection
from django.utils import timezone

from learning.progress.models import Attempt
from members.models import Member
from tests.factories.quizzes import make_quiz, right_answers

MOST, ROWS = 400, 4000  # bytes of an attempt of ten answers with its indexes
TEN = ("single",) * 6 + ("truefalse", "several", "number", "text")


def bytes_on_disk() -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_total_relation_size(%s)", [Attempt._meta.db_table])
        return cursor.fetchone()[0]


@pytest.mark.postgres
@pytest.mark.skipif(connection.vendor != "postgresql", reason="the size on PostgreSQL is promised; runs there")
@pytest.mark.django_db
def test_an_attempt_of_ten_answers_is_small(tree, cast, report):
    quiz = make_quiz(kinds=TEN)
    Member.objects.bulk_create([Member(username=f"chi-{n}", full_name="Lò Thị Mai", unit=cast.lan.unit) for n in range(200)])
    members = list(Member.objects.filter(username__startswith="chi-"))
    now, answers = timezone.now(), Attempt.packed(right_answers(quiz.frozen.payload))
    same = {"quiz_key": quiz.translation_key, "version": quiz.frozen, "unit": cast.lan.unit, "started": now, "submitted": now, "answers_json": answers}
    before = bytes_on_disk()
    for start in range(0, ROWS, 10):  # a few at a time, as they come: packed at once the indexes would be smaller
        Attempt.objects.bulk_create(
            Attempt(id=uuid4(), member=members[n % len(members)], score=1000, maximum=1000, passed=True, **same) for n in range(start, start + 10)
        )
    each = (bytes_on_disk() - before) / ROWS
    report("bytes of an attempt of 10 answers", "with its indexes", {"PostgreSQL": round(each)})
    assert each <= MOST
