"""Numbers as people type them and as files hold them. Pure."""

import re
from decimal import Decimal

_GROUPED = re.compile(r"[1-9]\d{0,2}(?:([.,])\d{3})(?:\1\d{3})*")
_UNIT = re.compile(r"(?:%|đồng|đ|vnđ|vnd)$", re.IGNORECASE)
_PLAIN = re.compile(r"[+-]?(?:\d{1,18}(?:\.\d{0,12})?|\.\d{1,12})(?:[eE][+-]?\d{1,2})?", re.ASCII)
_BLANKS = re.compile(r"(?<=\d)[\s'’](?=\d{3}(?!\d))")


def decimal(text: str) -> Decimal | None:
    """A number as files write it: point before the decimals, exponent allowed ("1.5e3"), nothing longer than 18 digits."""
    text = text.strip()
    return Decimal(text) if _PLAIN.fullmatch(text) else None


def written(number: Decimal) -> str:
    """The shortest plain form: Decimal("5E+1") gives "50", Decimal("2.50") gives "2.5"."""
    text = f"{number:f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text == "-0" else text


def readings(typed: str) -> list[Decimal]:
    """What a typed number can mean, mostly one thing; nothing if it is no number.

    "1.234,5" and "1234.5" mean the same. "1.500" is 1500 to a Vietnamese and 1.5 to an English reader: both are kept, and the
    mark takes the better one.
    """
    text = _without_grouping(_bare(typed))
    found = [] if text is None else [Decimal(text)]
    digits = text.lstrip("+-") if text else ""
    if _GROUPED.fullmatch(digits) and digits.count(".") == 1:
        found.append(Decimal(str(text).replace(".", "")))
    return found


def normalised(typed: str) -> str:
    """As it is stored: "1.234,5" gives "1234.5". Twice gives the same as once; what is no number stays as it was typed."""
    text = _without_grouping(_bare(typed))
    return " ".join(typed.split()) if text is None else text


def _bare(typed: str) -> str:
    text = _UNIT.sub("", " ".join(typed.split())).strip().replace("−", "-")
    return _BLANKS.sub("", text)


def _without_grouping(text: str) -> str | None:
    """With a point before the decimals and nothing between the thousands; None if that cannot be."""
    sign, digits = ("-", text[1:]) if text.startswith("-") else ("", text.removeprefix("+"))
    if not re.fullmatch(r"[\d.,]{1,24}", digits, re.ASCII):
        return None
    comma, point = digits.rfind(","), digits.rfind(".")
    if comma >= 0 and point >= 0:
        grouping, mark = (".", ",") if comma > point else (",", ".")
        whole, _, rest = digits.rpartition(mark)
        return sign + whole.replace(grouping, "") + "." + rest if _GROUPED.fullmatch(whole) and whole.count(mark) == 0 and rest.isdecimal() else None
    if digits.count(",") > 1 or digits.count(".") > 1:
        return sign + re.sub("[.,]", "", digits) if _GROUPED.fullmatch(digits) else None
    digits = digits.replace(",", ".")
    return sign + digits if re.fullmatch(r"\d+(?:\.\d*)?|\.\d+", digits) else None
