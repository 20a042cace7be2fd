"""Telephone numbers as the membership software and its users write them."""

import re

import pytest
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from members.importing.phones import SHORTENED, InvalidPhone, as_written, normalise, read

E164 = re.compile(r"\+[1-9]\d{6,14}")


@pytest.mark.parametrize(
    "written",
    [
        "0912345678",
        "0912 345 678",
        "0912.345.678",
        "0912-345-678",
        "(0912) 345 678",
        "+84912345678",
        "+84 (0)912 345 678",
        "84912345678",
        "0084 912 345 678",
        "912345678",
        "912345678.0",
        "０９１２３４５６７８",
        "ĐT: 0912345678 (chồng)",
        "\u00a00912345678\u200b",
    ],
)
def test_each_way_of_writing_gives_the_same_number(written):
    assert read(written) == ("+84912345678", False)


def test_number_that_excel_kept_as_a_number_is_read():
    assert normalise(912345678) == "+84912345678"


@pytest.mark.parametrize("written", ["0912345678 / 0987654321", "0912345678; 0987654321", "0912345678-0987654321", "0912 345 678 0987 654 321"])
def test_first_of_two_numbers_is_taken_and_the_other_is_told(written):
    assert read(written) == ("+84912345678", True)


@pytest.mark.parametrize(("old", "new"), SHORTENED.items())
def test_prefix_of_eleven_digits_becomes_the_one_of_2018(old, new):
    for written in (f"0{old}3456789", f"{old}3456789", f"84{old}3456789", f"+84 {old} 345 6789"):
        assert normalise(written) == f"+84{new}3456789"


def test_all_21_prefixes_of_the_change_of_2018_are_known():
    assert len(SHORTENED) == 21
    assert len(set(SHORTENED.values())) == 21


@pytest.mark.parametrize(("written", "number"), [("0212 3852 123", "+842123852123"), ("024 3825 1234", "+842438251234"), ("2123852123", "+842123852123")])
def test_landline_is_accepted(written, number):
    assert normalise(written) == number


@pytest.mark.parametrize("written", ["0841234567", "841234567", "84 841234567"])
def test_own_84_of_a_mobile_number_is_not_the_country(written):
    assert normalise(written) == "+84841234567"


def test_number_from_across_the_border_is_accepted_with_its_country():
    assert normalise("+856 20 55 123 456") == "+8562055123456"


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("091234567", "one digit is missing"),
        ("09123456", "2 digits are missing"),
        ("09123456789", "there is one digit too many"),
        ("0112345678", "no telephone number begins like this"),
        ("09I2345678", "there are letters between the digits"),
        ("9,12345E+08", "Excel has shortened the number; format the column as text and type it again"),
        ("không có", "there is no number in it"),
        ("", "there is no number in it"),
        ("113", "this is not a telephone number"),
        ("1900 1234", "no telephone number begins like this"),
        ("036180001234567890", "this is not a telephone number"),
    ],
)
def test_wrong_number_is_refused_with_its_reason(written, reason):
    with override("en"), pytest.raises(InvalidPhone) as refused:
        read.__wrapped__(written)
    assert refused.value.reason == reason


@given(st.text(max_size=40) | st.from_regex(r"[\d+ ./()-]{0,25}", fullmatch=True))
def test_anything_is_a_number_or_refused(text):
    try:
        number = normalise(text)
    except InvalidPhone as refused:
        assert refused.reason
    else:
        assert E164.fullmatch(number)


@given(st.from_regex(r"0(9[0-46-9]|3[2-9]|8[1-68]|7[06-9]|5[689])\d{7}", fullmatch=True), st.data())
def test_normalising_twice_changes_nothing_however_it_is_spaced(number, data):
    gaps = data.draw(st.lists(st.sampled_from(["", " ", ".", "-"]), min_size=10, max_size=10))
    written = "".join(digit + gap for digit, gap in zip(number, gaps, strict=True))
    try:
        found = normalise(number)
    except InvalidPhone:
        return
    assert found == f"+84{number[1:]}" == normalise(written) == normalise(found)


@pytest.mark.parametrize(
    ("kept", "written"), [("+84912345678", "0912 345 678"), ("+842123852123", "0212 385 2123"), ("+8562055512345", "+8562055512345"), ("", "")]
)
def test_a_number_is_shown_as_people_write_it(kept, written):
    assert as_written(kept) == written
