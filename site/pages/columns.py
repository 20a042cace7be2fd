"""Tables whose columns say what they hold, in any order, with tones or without; and figures as people write them. Pure."""

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal, InvalidOperation

from pages.text import folded
from pages.tidying import plain

Columns = Mapping[str, tuple[str, ...]]
HEAD_WITHIN = 3  # rows: a line with the table's name may stand above its head
TIMES = {"nghin": 1000, "ngan": 1000, "k": 1000, "trieu": 1_000_000, "tr": 1_000_000, "ty": 1_000_000_000}
FIGURE = re.compile(r"\d{1,3}(?:[. ]\d{3})+(?:,\d+)?|\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:[.,]\d+)?")

COSTS: Columns = {
    "item": (
        "hang muc",
        "noi dung",
        "noi dung chi",
        "khoan",
        "khoan chi",
        "khoan muc",
        "ten",
        "ten hang",
        "ten vat tu",
        "vat tu",
        "vat lieu",
        "nguyen lieu",
        "viec",
        "mat hang",
        "thiet bi",
        "dien giai",
        "danh muc",
        "item",
    ),
    "quantity": ("so luong", "sl", "khoi luong", "luong", "quantity"),
    "unit": ("don vi", "don vi tinh", "dvt", "unit"),
    "unit_price": ("don gia", "gia", "gia tien", "gia 1 don vi", "unit price"),
    "total": ("thanh tien", "tong", "so tien", "tong tien", "chi phi", "thanh tien (dong)", "total", "amount"),
}
SUM = re.compile(
    r"(?:tổng|tong)(?: (?:cộng|số|chi|tiền|kinh phí|vốn|giá|cong|so|tien|kinh phi|von|gia).*| [ivx\d]+)?|cộng(?: .*)?|cong|total.*|sum",
    re.IGNORECASE,
)
LARGEST_PRICE = 10**12


def head_of(rows: Sequence[Sequence[str]], known: Columns, needed: Sequence[str]) -> tuple[int, dict[str, int]] | None:
    """(row, {name: column}) of the first row whose cells name all that is needed; None where none does."""
    for at, row in enumerate(rows[:HEAD_WITHIN]):
        found: dict[str, int] = {}
        for place, cell in enumerate(row):
            name = _named(plain(cell), known)
            if name and name not in found:
                found[name] = place
        if all(name in found for name in needed) and len(found) > 1:
            return at, found
    return None


def _named(cell: str, known: Columns) -> str:
    """What stands in brackets, or behind a slash, does not name a column."""
    words = re.sub(r"[^\w ]", " ", re.sub(r"\(.*?\)|/.*", "", folded(cell)))
    words = " ".join(words.split())
    return next((name for name, names in known.items() if words in names), "")


def records(rows: Sequence[Sequence[str]], known: Columns, needed: Sequence[str]) -> list[dict[str, str]] | None:
    """The rows below the head, by the names of their columns, in plain words; None where the columns are not known."""
    found = head_of(rows, known, needed)
    if found is None:
        return None
    at, places = found
    made = [{name: plain(row[place]) if place < len(row) else "" for name, place in places.items()} for row in rows[at + 1 :]]
    return [record for record in made if any(record.values())]


def figure(text: str) -> Decimal | None:
    """2.500.000, 2,500,000, 2.5 triệu, 500k, 1,5: None where there is no figure."""
    words = folded(text).replace("\u00a0", " ")
    found = FIGURE.search(words)
    if not found:
        return None
    digits = found[0].replace(" ", "")
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?", digits):
        digits = digits.replace(".", "").replace(",", ".")
    elif re.fullmatch(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?", digits):
        digits = digits.replace(",", "")
    else:
        digits = digits.replace(",", ".")
    unit = re.match(r"\s*([a-z]+)", words[found.end() :])
    try:
        return Decimal(digits) * (TIMES.get(unit[1], 1) if unit else 1)
    except InvalidOperation:
        return None


def is_cost_table(rows: Sequence[Sequence[str]]) -> bool:
    found = head_of(rows, COSTS, ["item"])
    return found is not None and bool({"unit_price", "total"} & set(found[1])) and len(rows) > found[0] + 1


def costs(rows: Sequence[Sequence[str]]) -> tuple[list[dict], list[list[str]]]:
    """(values of a guide's cost blocks, rows that are none). Rows of sums are left out: the guide adds up itself."""
    found = head_of(rows, COSTS, ["item"]) if is_cost_table(rows) else None
    at, places = found if found else (-1, by_looks(rows))
    if not places:
        return [], [list(row) for row in rows]
    times = {name: _times(plain(rows[at][place])) if at >= 0 else 1 for name, place in places.items()}
    made, other = [], [list(row) for row in rows[:at] if any(plain(cell) for cell in row)]
    for row in rows[at + 1 :]:
        cells = {name: plain(row[place]) if place < len(row) else "" for name, place in places.items()}
        if not any(plain(cell) for cell in row) or is_sum(row):
            continue
        cost = _cost(cells, times)
        if cost:
            made.append(cost)
        else:
            other.append(list(row))
    return made, other


def is_sum(row: Sequence[str]) -> bool:
    first = next((plain(cell).lower().strip(" :.") for cell in row if re.search(r"[^\W\d]", plain(cell))), "")
    return bool(SUM.fullmatch(first))


def _times(head: str) -> int:
    """Đơn giá (nghìn đồng), (1.000 đ), (triệu đồng)."""
    words = folded(head)
    if re.search(r"trieu|1[.,]?000[.,]?000", words):
        return 1_000_000
    return 1000 if re.search(r"nghin|ngan|1[.,]?000 ?d", words) else 1


def _cost(cells: Mapping[str, str], times: Mapping[str, int]) -> dict | None:
    quantity, price, total = (figure(cells.get(name, "")) for name in ("quantity", "unit_price", "total"))
    if not cells.get("item") or price is None and total is None:
        return None
    count = quantity if quantity else Decimal(1)
    if price is not None:
        price *= times.get("unit_price", 1)
    elif total is not None:
        price = total * times.get("total", 1) / count
        if price != price.to_integral_value():
            count, price = Decimal(1), total * times.get("total", 1)
    if not price or price > LARGEST_PRICE or count >= 10**7:
        return None if price else _row(cells, count, Decimal(0))
    return _row(cells, count, price)


def _row(cells: Mapping[str, str], count: Decimal, price: Decimal) -> dict:
    unit = cells.get("unit", "") or re.sub(r"^[\d.,\s]+", "", cells.get("quantity", ""))
    return {
        "item": cells["item"][:120],
        "quantity": str(count.quantize(Decimal("0.01")).normalize().__format__("f")),
        "unit": unit[:30],
        "unit_price": int(price),
    }


def by_looks(rows: Sequence[Sequence[str]]) -> dict[str, int]:
    """Columns of a table without a head that is known: the first of words is the item, the figures follow; nothing where it has none."""
    body = [[plain(cell) for cell in row] for row in rows if any(figure(cell) is not None for cell in row)]
    wide = max((len(row) for row in body), default=0)
    words = [at for at in range(wide) if sum(bool(re.search(r"[^\W\d]{2}", row[at])) for row in body if at < len(row)) > len(body) / 2]
    running = [str(number) for number in range(1, len(body) + 1)]
    figures = [
        at
        for at in range(wide)
        if at not in words
        and sum(figure(row[at]) is not None for row in body if at < len(row)) > len(body) / 2
        and [row[at].strip(".") for row in body if at < len(row)] != running
    ]
    if not words or not figures:
        return {}
    names = {1: ["unit_price"], 2: ["quantity", "unit_price"]}.get(len(figures), ["quantity", "unit_price", "total"])
    return {"item": words[0], **dict(zip(names, figures, strict=False))}
