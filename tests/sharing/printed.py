"""What a sheet of paper shows, read back from its PDF: measured in millimetres from the top left."""

from dataclasses import dataclass

import pypdfium2
import zxingcpp

POINT = 25.4 / 72
TEXT = 1  # PDFium's number for a text object


@dataclass(frozen=True)
class Box:
    left: float
    top: float
    right: float
    bottom: float
    text: str = ""

    def within(self, other: "Box", spare: float = 0) -> bool:
        return self.left >= other.left - spare and self.top >= other.top - spare and self.right <= other.right + spare and self.bottom <= other.bottom + spare

    def overlaps(self, other: "Box") -> bool:
        return self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom


class Printed:
    def __init__(self, pdf: bytes):
        self.document = pypdfium2.PdfDocument(pdf)

    @property
    def pages(self) -> int:
        return len(self.document)

    @property
    def sizes(self) -> list[tuple[int, int]]:
        return [(round(page.get_width() * POINT), round(page.get_height() * POINT)) for page in self.document]

    def picture(self, page: int = 0, *, dpi: float = 300):
        return self.document[page].render(scale=dpi / 72).to_pil().convert("L")

    def text(self, page: int = 0) -> str:
        """Everything on the page as one line: where a long name breaks is for the eye only."""
        return " ".join(self.document[page].get_textpage().get_text_range().split())

    def boxes(self, page: int = 0) -> list[Box]:
        """Everything drawn: text with its words, the rest without."""
        sheet = self.document[page]
        height, words = sheet.get_height(), sheet.get_textpage()
        found = []
        for drawn in sheet.get_objects():
            left, bottom, right, top = drawn.get_bounds()
            text = words.get_text_bounded(left, bottom, right, top).strip() if drawn.type == TEXT else ""
            found.append(Box(left * POINT, (height - top) * POINT, right * POINT, (height - bottom) * POINT, text))
        return found

    def lines(self, page: int = 0) -> list[Box]:
        return [box for box in self.boxes(page) if box.text]


@dataclass(frozen=True)
class Code:
    text: str
    level: str
    box: Box  # in pixels


def read_codes(picture) -> list[Code]:
    found = []
    for code in zxingcpp.read_barcodes(picture, formats=zxingcpp.BarcodeFormat.QRCode):
        corners = [code.position.top_left, code.position.top_right, code.position.bottom_left, code.position.bottom_right]
        across, down = [corner.x for corner in corners], [corner.y for corner in corners]
        found.append(Code(code.text, code.ec_level, Box(min(across), min(down), max(across), max(down))))
    return found
