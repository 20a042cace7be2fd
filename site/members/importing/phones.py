"""Telephone numbers as people write them, made E.164. Pure.

Understood: spaces, dots, hyphens, +84, 84 and 0084, the zero that Excel eats from 912345678, a word before or after the
number, two numbers in a cell, and the mobile prefixes of 11 digits that were shortened in 2018.
"""

import re
import unicodedata
from functools import lru_cache
from itertools import accumulate

import phonenumbers
from django.utils.translation import gettext, ngettext

REGION, COUNTRY = "VN", "84"
# The change of 2018: 0120 became 070, and so on. Without the leading zero.
SHORTENED = {
    "120": "70", "121": "79", "122": "77", "126": "76", "128": "78",  # MobiFone
    "123": "83", "124": "84", "125": "85", "127": "81", "129": "82",  # VinaPhone
    "162": "32", "163": "33", "164": "34", "165": "35", "166": "36", "167": "37", "168": "38", "169": "39",  # Viettel
    "186": "56", "188": "58",  # Vietnamobile
    "199": "59",  # Gmobile
}  # fmt: skip
OLD_MOBILE = re.compile(rf"({'|'.join(SHORTENED)})(\d{{7}})")
BETWEEN_TWO = re.compile(r"[/;,|\n]|(?<=\d{9})\s*-|\s-\s|\s(?:hoặc|hay|và)\s", re.IGNORECASE)
AS_FLOAT = re.compile(r"\d{9,12}[.,]0")
SCIENTIFIC = re.compile(r"\d[.,]\d+\s*e\s*\+?\s*\d+", re.IGNORECASE)
SHORTEST, MOBILE = 9, 9  # digits without the leading zero
A_SLIP = 3  # so many digits may be forgotten or doubled; beyond that it is something else than a telephone number
PERSONAL = {phonenumbers.PhoneNumberType.MOBILE, phonenumbers.PhoneNumberType.FIXED_LINE, phonenumbers.PhoneNumberType.FIXED_LINE_OR_MOBILE}


class InvalidPhone(ValueError):
    """reason: what is wrong, a few words in the reader's language, to stand after "column Phone:"."""

    def __init__(self, reason: str):
        self.reason = reason
        super().__init__(reason)


def normalise(text: str) -> str:
    """The number in E.164, for instance +84912345678; the first where the cell holds two. Raises InvalidPhone."""
    return read(str(text))[0]


@lru_cache(maxsize=4096)
def read(text: str) -> tuple[str, bool]:
    """(the number in E.164, whether others stood beside it and were left out). Raises InvalidPhone."""
    first, more = first_of(unicodedata.normalize("NFKC", text).strip())
    return as_e164(first), more


def first_of(text: str) -> tuple[str, bool]:
    """The first number of a cell, and whether more follow: "0912 345 678 / 0987 654 321"."""
    pieces = [piece for piece in BETWEEN_TWO.split(text) if len(digits(piece)) >= SHORTEST]
    if len(pieces) > 1:
        return pieces[0], True
    groups = text.split()
    lengths = list(accumulate(len(digits(group)) for group in groups))
    if lengths and lengths[-1] >= 2 * SHORTEST:  # two numbers with nothing but a space between them
        for place, length in enumerate(lengths[:-1]):
            if length >= SHORTEST and groups[place + 1].startswith(("0", "+", COUNTRY)):
                return " ".join(groups[: place + 1]), True
    return text, False


def digits(text: str) -> str:
    return "".join(letter for letter in text if letter in "0123456789")


def as_e164(text: str) -> str:
    if SCIENTIFIC.fullmatch(text):
        raise InvalidPhone(gettext("Excel has shortened the number; format the column as text and type it again"))
    if AS_FLOAT.fullmatch(text):
        text = text[:-2]
    number = re.sub(r"^[^\d+]+|\D+$", "", text)  # "ĐT: 0912 345 678 (chồng)"
    if not number:
        raise InvalidPhone(gettext("there is no number in it"))
    if any(letter.isalpha() for letter in number):
        raise InvalidPhone(gettext("there are letters between the digits"))
    if foreign(number):
        return abroad(number)
    return domestic(national(digits(number)))


def foreign(number: str) -> bool:
    """Written with the code of another country: a woman near the border may have a Lao number."""
    written = digits(number)
    if number.startswith("+"):
        return not written.startswith(COUNTRY)
    return written.startswith("00") and not written.startswith("00" + COUNTRY)


def national(number: str) -> str:
    """Without country code, leading zero and old prefix: 912345678. A mobile number may itself begin with 84."""
    number = number.removeprefix("00")
    if number.startswith(COUNTRY) and len(number) > MOBILE + 1:
        number = number.removeprefix(COUNTRY)
    number = number.removeprefix("0")
    if old := OLD_MOBILE.fullmatch(number):
        return SHORTENED[old[1]] + old[2]
    return number


def domestic(number: str) -> str:
    """From the digits after the leading zero, if the country's numbering plan has them."""
    if number and not number.startswith("0") and len(number) <= MOBILE + 1 + A_SLIP:
        parsed = phonenumbers.PhoneNumber(country_code=int(COUNTRY), national_number=int(number))
        if phonenumbers.number_type(parsed) in PERSONAL:
            return f"+{COUNTRY}{number}"
    raise InvalidPhone(what_is_wrong(number))


def abroad(number: str) -> str:
    try:
        parsed = phonenumbers.parse(number, REGION)
    except phonenumbers.NumberParseException:
        parsed = None
    if parsed and phonenumbers.number_type(parsed) in PERSONAL:
        return phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164)
    raise InvalidPhone(gettext("no telephone number begins like this"))


def what_is_wrong(written: str) -> str:
    missing = expected(written) - len(written)
    if abs(missing) > A_SLIP:
        return gettext("this is not a telephone number")
    if written.startswith("1"):  # service numbers, and prefixes that nobody had
        return gettext("no telephone number begins like this")
    if missing > 0:
        return ngettext("one digit is missing", "%(count)s digits are missing", missing) % {"count": missing}
    if missing < 0:
        return ngettext("there is one digit too many", "there are %(count)s digits too many", -missing) % {"count": -missing}
    return gettext("no telephone number begins like this")


def expected(written: str) -> int:
    """Digits after the leading zero: ten for most landlines (0212 3852 123), nine for mobiles."""
    return MOBILE + 1 if written.startswith("2") else MOBILE


def as_written(number: str) -> str:
    """+84912345678 as people write it: 0912 345 678. A foreign number stays as it is kept."""
    if not number.startswith(f"+{COUNTRY}"):
        return number
    written = "0" + number.removeprefix(f"+{COUNTRY}")
    return f"{written[:4]} {written[4:7]} {written[7:]}"
