"""PDF: lines with the size of their letters, put together to paragraphs; headings from the bookmarks, else from the sizes."""

import re
from collections import Counter
from collections.abc import Iterator
from ctypes import byref, c_double, c_int, create_string_buffer
from dataclasses import dataclass

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from learning.library.extraction.blocks import Block, Found, Heading, Item, Paragraph, plain
from learning.library.extraction.old_fonts import FONT, UNMAPPED

MOST_PAGES = 3000  # whose text is read
MOST_CHARACTERS = 200_000  # of a page
MOST_TEXT = 3_000_000  # characters of all
MOST_BOOKMARKS = 2000
BULLET = re.compile("^(?:[•▪◦●○■□➢➤✓✔\uf0b7\uf0a7\uf0d8\uf0fc\uf02d*+–-])\\s+(?=\\S)")
NUMBER = re.compile(r"^(?:\d+|[a-zđ])[.)]\s")
PAGE_NUMBER = re.compile(r"[-–\s]*(?:Trang\s*)?\d{1,4}(?:\s*/\s*\d{1,4})?[-–\s]*", re.IGNORECASE)
EDGE = 0.07  # of the height
LARGER = 1.14  # times the letters of the text: a heading
TITLED = re.compile(r"^(?:(phần|chương)|(mục|bài|điều))\s+(?:thứ\s+)?[\dIVXLC]+\b", re.IGNORECASE)


@dataclass
class Line:
    text: str
    page: int
    size: float
    bold: bool
    left: float
    right: float
    top: float
    bottom: float
    edge: bool = False  # stands where pages have their number and running title
    level: int = 0  # of a heading


def page_lines(page, number: int, fonts: Counter) -> list[Line]:
    """fonts: letters by whether their font is of TCVN3 or VNI, or leads to no letter at all."""
    text_page = page.get_textpage()
    height = page.get_height()
    try:
        count = min(text_page.count_chars(), MOST_CHARACTERS)
        text = text_page.get_text_range(0, count) if count > 0 else ""
        lines, at = [], 0
        for bare in text.split("\n"):
            if said := bare.strip():
                start = at + bare.index(said)
                lines.append(_line(text_page, said, number, start, start + len(said) - 1))
                fonts[is_old_font(_font_name(text_page, first_index(text_page, start)), said)] += len(said)
            at += len(bare) + 1
    finally:
        text_page.close()
    for line in lines:
        line.edge = line.bottom < height * EDGE or line.top > height * (1 - EDGE)
    return lines


def _line(text_page, said: str, number: int, start: int, end: int) -> Line:
    first, last = (first_index(text_page, at) for at in (start, end))
    left, _, bottom, top = _box(text_page, first)
    _, right, _, _ = _box(text_page, last)
    middle = first_index(text_page, (start + end) // 2)  # the number of a step often stands in letters of its own
    size = raw.FPDFText_GetFontSize(text_page, middle)
    bold = raw.FPDFText_GetFontWeight(text_page, middle) >= 600 or b"old" in _font_name(text_page, middle)
    height = _scale(text_page, middle)
    return Line(said, number, round(size * height, 1), bold, left, right, top, bottom)


def _box(text_page, index: int) -> tuple[float, float, float, float]:
    left, right, bottom, top = (c_double() for _ in range(4))
    raw.FPDFText_GetCharBox(text_page, index, byref(left), byref(right), byref(bottom), byref(top))
    return left.value, right.value, bottom.value, top.value


def _scale(text_page, index: int) -> float:
    """Some programs set all text in size 1 and enlarge it."""
    matrix = raw.FS_MATRIX()
    return abs(matrix.d) if raw.FPDFText_GetMatrix(text_page, index, byref(matrix)) and 0.01 < abs(matrix.d) < 1000 else 1.0


def _font_name(text_page, index: int) -> bytes:
    name, flags = create_string_buffer(120), c_int()
    raw.FPDFText_GetFontInfo(text_page, index, name, 120, byref(flags))
    return name.value


def first_index(text_page, at: int) -> int:
    """Of the letter that stands at a place of the text: letters that were left out have a number too."""
    return max(raw.FPDFText_GetCharIndexFromTextIndex(text_page, at), 0)


def is_old_font(name: bytes, said: str) -> bool:
    return bool(FONT.match(name.decode("utf-8", "replace"))) or len(UNMAPPED.findall(said)) > len(said) * 0.3


def read_lines(document, found: Found) -> list[Line]:
    lines: list[Line] = []
    fonts: Counter = Counter()
    size = 0
    for number in range(len(document)):
        if found.is_late():
            break
        if number >= MOST_PAGES or size > MOST_TEXT:
            found.problem = "too_long"
            break
        try:
            page = document[number]
        except pdfium.PdfiumError:  # one page that is damaged
            continue
        fresh = page_lines(page, number, fonts)
        if number < 20 and sum(len(line.text) for line in fresh) < 200:
            found.pictures += _is_picture(page)
        page.close()
        size += sum(len(line.text) for line in fresh)
        lines += fresh
    found.old_font = fonts[True] / max(sum(fonts.values()), 1)
    return lines


def _is_picture(page) -> bool:
    """Whether a picture covers at least half of it: a scan."""
    width, height = page.get_size()
    for seen, thing in enumerate(page.get_objects(filter=(raw.FPDF_PAGEOBJ_IMAGE,), max_depth=3)):
        left, bottom, right, top = thing.get_bounds()
        if (right - left) * (top - bottom) > width * height / 2:
            return True
        if seen > 50:
            return False
    return False


def without_running_titles(lines: list[Line], pages: int, usual: float) -> list[Line]:
    """What stands at the edge of many pages in letters no larger than the text, and page numbers, are no part of the text."""
    seen = Counter(_shape(line) for line in lines if line.edge)
    many = max(3, pages * 0.4)

    def runs_on(line: Line) -> bool:
        return line.edge and line.size <= usual * 1.1 and (seen[_shape(line)] >= many or bool(PAGE_NUMBER.fullmatch(line.text)))

    return [line for line in lines if not runs_on(line)]


def usual_size(lines: list[Line]) -> float:
    letters: Counter = Counter()
    for line in lines:
        letters[line.size] += len(line.text)
    return letters.most_common(1)[0][0] if letters else 0


def _shape(line: Line) -> str:
    return re.sub(r"\d+", "0", line.text)


def mark_headings(lines: list[Line], bookmarks: list[tuple[int, int, str]], usual: float) -> None:
    if mark_by_bookmarks(lines, bookmarks):
        return
    large = [line for line in lines if line.size >= usual * LARGER and len(line.text) < 150 and re.search(r"\w{2}", line.text)]
    sizes = sorted({line.size for line in large}, reverse=True)[:5]
    for line in large:
        if line.size in sizes:
            line.level = sizes.index(line.size) + 1
    if not sizes:
        mark_by_words(lines)


def mark_by_words(lines: list[Line]) -> None:
    """Laws and plans in letters of one size: “Chương II”, “Điều 5” in bold or in a line of their own."""
    for line in lines:
        if (named := TITLED.match(line.text)) and len(line.text) < 120 and (line.bold or named.end() == len(line.text)):
            line.level = 1 if named.group(1) else 2


def mark_by_bookmarks(lines: list[Line], bookmarks: list[tuple[int, int, str]]) -> bool:
    """Whether at least two were found in the text, where a title may run over several lines and have its number before it."""
    by_page: dict[int, list[Line]] = {}
    for line in lines:
        by_page.setdefault(line.page, []).append(line)
    marked = 0
    for level, page, title in bookmarks:
        there = by_page.get(page, [])
        titles = (there[at : at + many] for at in range(len(there)) for many in range(1, 5))
        wanted = _letters(title)
        for title_lines in titles:
            if wanted and _letters("".join(line.text for line in title_lines)) == wanted:
                marked += 1
                for line in title_lines:
                    line.text, line.level = "", level
                title_lines[0].text = title.strip()
                break
    return marked > 1


def _letters(text: str) -> str:
    """To compare titles by: without signs, spaces and a number before them."""
    return re.sub(r"[\W_]+", "", re.sub(r"^[\W\d_]+", "", text) or text).casefold()


def bookmarks_of(document) -> list[tuple[int, int, str]]:
    """[(level from 1, page from 0, title)]"""
    found: list[tuple[int, int, str]] = []
    for bookmark in document.get_toc(max_depth=6):
        if len(found) >= MOST_BOOKMARKS:
            break
        target = bookmark.get_dest()
        page = target.get_index() if target else None
        if page is not None:
            found.append((bookmark.level + 1, page, bookmark.get_title()))
    return found


def paragraphs(lines: list[Line]) -> Iterator[Block]:
    held: list[Line] = []
    for line in lines:
        if held and ends_before(held, line):
            yield block(held)
            held = []
        held.append(line)
    if held:
        yield block(held)


def ends_before(held: list[Line], line: Line) -> bool:
    last = held[-1]
    stopped = last.text[-1] in ".:;!?…"
    if last.level != line.level or abs(last.size - line.size) > 0.6 or BULLET.match(line.text):
        return True
    if line.page != last.page:  # it goes on where the page before ended within a sentence
        return bool(line.level) or stopped or not line.text[0].islower()
    gap = last.bottom - line.top
    if gap > line.size * 0.97 or gap < -line.size * 3:
        return True
    return not line.level and stopped and (is_short(held) or line.left - last.left > line.size or bool(NUMBER.match(line.text)))


def is_short(held: list[Line]) -> bool:
    """Whether the last line left room for a word."""
    last = held[-1]
    if len(held) == 1:
        return last.right - last.left < 14 * last.size
    return last.right < max(line.right for line in held) - 6 * last.size


def block(lines: list[Line]) -> Block:
    text = ""
    for line in lines:
        text = text[:-1] + line.text if text.endswith(("\x02", "\xad")) else f"{text} {line.text}".lstrip()
    if lines[0].level:
        return Heading(lines[0].level, plain(text))
    if bullet := BULLET.match(text):
        return Item(plain(text[bullet.end() :]))
    return Paragraph(plain(text))


def blocks(path: str, found: Found) -> Iterator[Block]:
    document = pdfium.PdfDocument(path)
    try:
        found.pages = len(document)
        lines = read_lines(document, found)
        try:
            bookmarks = bookmarks_of(document)
        except (pdfium.PdfiumError, UnicodeDecodeError, ValueError):
            bookmarks = []
    finally:
        document.close()
    usual = usual_size(lines)
    lines = without_running_titles(lines, found.pages, usual)
    mark_headings(lines, bookmarks, usual)
    yield from paragraphs([line for line in lines if line.text])


def needs_password(path: str) -> bool:
    try:
        pdfium.PdfDocument(path).close()
    except pdfium.PdfiumError as error:
        return getattr(error, "err_code", None) == raw.FPDF_ERR_PASSWORD or "password" in str(error).lower()
    return False


def images(path: str, most: int, width: int) -> Iterator:
    """Pictures of the first pages, at least `width` wide or twice as high."""
    document = pdfium.PdfDocument(path)
    for number in range(min(len(document), most)):
        try:
            page = document[number]
            wide, high = page.get_size()
            scale = min(width / max(wide, 1), width * 2 / max(high, 1))
            yield page.render(scale=scale, rev_byteorder=True, prefer_bgrx=False).to_pil()
            page.close()
        except pdfium.PdfiumError:
            return  # their numbers follow one another: none after one that is damaged
    document.close()
