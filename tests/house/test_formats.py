"""Dates and numbers as they are written in Vietnam, which Django's own formats misread."""

from datetime import date, datetime, time
from decimal import Decimal

import pytest
from django import forms
from django.utils import formats, translation


@pytest.fixture(autouse=True)
def vietnamese():
    with translation.override("vi"):
        yield


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("21/11/2026", date(2026, 11, 21)),
        ("05/04/2026", date(2026, 4, 5)),
        ("5/4/2026", date(2026, 4, 5)),
        ("05-04-2026", date(2026, 4, 5)),
        ("05.04.2026", date(2026, 4, 5)),
        ("2026-04-05", date(2026, 4, 5)),
    ],
)
def test_a_date_is_read_day_first(typed, expected):
    assert forms.DateField().clean(typed) == expected


@pytest.mark.parametrize("typed", ["04/21/2026", "31/02/2026", "hôm nay"])
def test_a_date_that_is_none_is_refused(typed):
    with pytest.raises(forms.ValidationError):
        forms.DateField().clean(typed)


def test_dates_and_times_are_written_day_first():
    assert formats.date_format(date(2026, 4, 5)) == "05/04/2026"
    assert formats.date_format(date(2026, 4, 5), "SHORT_DATE_FORMAT") == "05/04/2026"
    assert formats.date_format(date(2026, 4, 5), "YEAR_MONTH_FORMAT") == "tháng 04/2026"
    assert formats.date_format(datetime(2026, 4, 5, 14, 30), "DATETIME_FORMAT") == "14:30 05/04/2026"
    assert formats.time_format(time(14, 5)) == "14:05"


def test_what_is_written_can_be_read_again():
    assert forms.DateField().clean(formats.localize_input(date(2026, 11, 21))) == date(2026, 11, 21)


@pytest.mark.parametrize(("typed", "expected"), [("1234,5", "1234.5"), ("0,75", "0.75")])
def test_a_number_is_read_with_a_decimal_comma(typed, expected):
    assert forms.DecimalField(localize=True).clean(typed) == Decimal(expected)


def test_a_number_is_written_with_points_between_thousands():
    assert formats.number_format(Decimal("1234567.5"), use_l10n=True, force_grouping=True) == "1.234.567,5"


def test_the_week_starts_on_monday():
    assert formats.get_format("FIRST_DAY_OF_WEEK") == 1


@pytest.mark.parametrize("code", ["en", "fr"])
def test_other_languages_keep_their_own(code):
    with translation.override(code):
        assert formats.date_format(date(2026, 4, 5), "DATE_FORMAT") != "05/04/2026"
        assert formats.date_format(date(2026, 4, 25), "SHORT_DATE_FORMAT").startswith("25")  # never the month first
