"""The week, that begins on Monday: fifteen minutes are a full one."""

from datetime import date, timedelta

from django.db.models import Sum

from learning.progress.lessons import SECONDS_A_DAY, LessonVisit

FULL = 15  # minutes


def monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def minutes_in_week_of(day: date, *, member) -> int:
    """Whole minutes that she learned from Monday to Sunday; of one day at most SECONDS_A_DAY count."""
    first = monday(day)
    visits = LessonVisit.objects.filter(member=member, day__gte=first, day__lt=first + timedelta(days=7))
    days = visits.order_by().values("day").annotate(sum=Sum("seconds"))
    return sum(min(of_day["sum"], SECONDS_A_DAY) for of_day in days) // 60
