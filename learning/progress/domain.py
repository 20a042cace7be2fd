"""What is done to attempts."""

from datetime import timedelta
from uuid import UUID

from django.db import connection, transaction
from django.utils import timezone

from learning.progress import completion
from learning.progress.attempts import Attempt
from learning.quizzes.payload import Payload
from learning.quizzes.rekeying import rekeyed
from learning.quizzes.scoring import clean_answers, mark

LONGEST = timedelta(hours=24)  # what a phone may claim to have spent on one quiz


class NotHers(Exception):
    """This attempt id belongs to another member."""


def submit_attempt(*, member, attempt_id: UUID, version, answers: list, seconds: int = 0, source: int = Attempt.Source.ONLINE) -> Attempt:
    """Mark and store what was handed in; the row that counts.

    The same id again is the same row, whatever comes with it: from two tabs, five times, or twenty at once. answers: compact,
    as learning.quizzes.answers has them; raises InvalidAnswers. seconds: as the phone says, whose clock may be years off: only a
    length is believed, and that within a day. Raises NotHers.
    """
    answers = clean_answers(version.payload, answers)
    marked = mark(version.payload, answers)
    now = timezone.now()
    attempt = Attempt(
        id=attempt_id,
        member=member,
        quiz_key=version.quiz_key,
        version=version,
        unit_id=member.unit_id,
        source=source,
        started=now - min(max(timedelta(seconds=seconds), timedelta(0)), LONGEST),
        submitted=now,
        answers_json=Attempt.packed(answers),
        score=marked.hundredths,
        maximum=100 * marked.maximum,
        passed=marked.passed,
    )
    with transaction.atomic():  # or a row could stay whose result never reached her lesson
        if add(attempt):
            completion.record_quiz_result(member=member, version=version, percent=marked.percent, passed=marked.passed, at=now)
            return attempt
    stored = Attempt.objects.select_related("version").get(pk=attempt_id)
    if stored.member_id != member.pk:
        raise NotHers
    return stored


def add(attempt: Attempt) -> bool:
    """False where its id is taken. One statement, which waits for another that adds the same id; bulk_create would not say."""
    fields = Attempt._meta.concrete_fields
    quote = connection.ops.quote_name
    sql = (
        f"INSERT INTO {quote(Attempt._meta.db_table)} ({', '.join(quote(field.column) for field in fields)}) "
        f"VALUES ({', '.join(['%s'] * len(fields))}) ON CONFLICT ({quote(Attempt._meta.pk.column)}) DO NOTHING RETURNING 1"
    )
    with connection.cursor() as cursor:
        cursor.execute(sql, [field.get_db_prep_save(getattr(attempt, field.attname), connection) for field in fields])
        return cursor.fetchone() is not None


def result_of(attempt: Attempt):
    """Score, maximum and passed as they count now: the latest regrade, else the attempt's own."""
    return attempt.remarks.select_related("regrade").order_by("-regrade__made_at", "-pk").first() or attempt


def payload_now(attempt: Attempt) -> Payload:
    """What she was shown, with the key that counts now: nobody reads a right answer that is not right any more."""
    since = attempt.version.regrades.filter(made_at__gte=attempt.submitted).select_related("by_key_of")
    latest = since.order_by("-made_at", "-pk").first()
    return rekeyed(attempt.version.payload, latest.by_key_of.payload) if latest else attempt.version.payload
