"""A PIN of six digits: which ones are refused, and what is stored of one."""

import re

from django.contrib.auth.hashers import check_password, make_password

from members.cards import derived

LENGTH = 6
RUNS = ("01234567890", "09876543210")


def is_pin(pin: str) -> bool:
    return bool(re.fullmatch(rf"[0-9]{{{LENGTH}}}", pin))


def is_easy(pin: str, *, birth_year: int | None = None, phone: str = "") -> bool:
    """What a neighbour would try first: 000000, 123456, 121212, her year of birth, the end of her telephone number."""
    repeated = re.fullmatch(r"(.{1,3})\1+", pin) is not None
    return repeated or any(pin in run for run in RUNS) or (birth_year is not None and str(birth_year) in pin) or (len(phone) >= LENGTH and phone.endswith(pin))


def hashed_pin(pin: str) -> str:
    """Mixed with the installation's key before it is hashed: a million PINs are soon tried through, were the database stolen."""
    return make_password(_keyed(pin))


def pin_matches(pin: str, stored: str) -> bool:
    return bool(stored) and check_password(_keyed(pin), stored)


def _keyed(pin: str) -> str:
    return derived("pin", pin).hex()
