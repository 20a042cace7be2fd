"""When who is reminded of a review: pure, days in, words out."""

from datetime import date, timedelta

AHEAD = 14  # days before the date
WEEK = 7
MOST = 6  # reminders after the date, one a week
NEXT = timedelta(days=182)  # what is offered as the next date


def stage(review_on: date, today: date) -> str:
    """What a reminder of today would be; empty where none is due. The same word until the next one is due, so that it is told once."""
    days = (today - review_on).days
    if days < -AHEAD:
        return ""
    if days < 0:
        return "before"
    week = days // WEEK
    if week == 0:
        return "on"
    return f"after-{week}" if week <= MOST else ""


def earliest(today: date) -> date:
    """The oldest date of which somebody is still reminded."""
    return today - timedelta(days=WEEK * (MOST + 1) - 1)


def latest(today: date) -> date:
    return today + timedelta(days=AHEAD)
