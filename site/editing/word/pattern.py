"""A Word file to write in: what a page type's part_pattern says, with Word's own styles, so that it comes back as what it was."""

import io
from collections.abc import Iterable
from typing import Any

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt

CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
STYLES = {"title": "Title", "subtitle": "Subtitle", "heading": "Heading 1", "step": "Heading 2", "text": "Normal", "quotation": "Quote"}
LISTS = {"list": "List Bullet", "numbers": "List Number"}
FONT = "Arial"  # on every machine, with all Vietnamese letters
Pattern = Iterable[tuple[str, Any]]


def written(lines: Pattern) -> bytes:
    """lines: (title, subtitle, heading, step, text, quotation, list, numbers or table; the words, items or rows)."""
    made = Document()
    speak_vietnamese(made)
    for kind, words in lines:
        if kind == "table":
            add_table(made, words)
        elif kind in LISTS:
            for item in words:
                made.add_paragraph(item, style=LISTS[kind])
        else:
            made.add_paragraph(words, style=STYLES[kind])
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def speak_vietnamese(made) -> None:
    """One font for headings and texts, and no red waves under Vietnamese words."""
    for name in (*STYLES.values(), *LISTS.values()):
        style = made.styles[name]
        style.font.name = FONT
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for key in list(fonts.attrib):
            if key.endswith("Theme"):
                del fonts.attrib[key]
        fonts.set(qn("w:eastAsia"), FONT)
    made.styles["Normal"].font.size = Pt(12)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "vi-VN")
    made.styles["Normal"].element.get_or_add_rPr().append(language)


def add_table(made, rows) -> None:
    table = made.add_table(len(rows), len(rows[0]), style="Table Grid")
    for place, row in enumerate(rows):
        for cell, words in zip(table.rows[place].cells, row, strict=True):
            cell.text = words
            if place == 0:
                for run in cell.paragraphs[0].runs:
                    run.bold = True
