"""Forms and plans as Word files: real headings and lists, letters that every office has, room to write."""

import io
from datetime import date, datetime, time

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from home.demo.documents import blocks

FONT, SIZE = "Times New Roman", 13
PLUM, CLOTH = RGBColor(0x7A, 0x1F, 0x4B), "1F2A5C"
BCP47 = {"vi": "vi-VN", "en": "en-GB", "fr": "fr-FR"}


def make(text: dict, labels: dict, language: str, *, version: int = 0, day: date) -> bytes:
    page = Form(text, labels, language, day)
    for part in blocks.parts(text, version):
        page.part(part)
    if version:
        page.small(labels["version"].format(number=version, day=f"{day:%d/%m/%Y}"))
    out = io.BytesIO()
    page.document.save(out)
    return out.getvalue()


class Form:
    def __init__(self, text: dict, labels: dict, language: str, day: date):
        self.document = Document()
        self.wide = text.get("wide", False)
        self._about(text, language, day)
        self._paper()
        self._letters(language)
        self._foot(labels["page"])
        if heads := text.get("heads"):
            self.write_signatures([[cell.strip() for cell in heads.split("|")]])
        title = self.document.add_paragraph(text["title"], style="Title")
        title.alignment = WD_ALIGN_PARAGRAPH.CENTER
        if note := text.get("note"):
            self.small(note)

    def _about(self, text: dict, language: str, day: date) -> None:
        about = self.document.core_properties
        about.title, about.subject, about.author = text["title"], text["summary"], text["issuing_body"]
        about.language, about.keywords, about.comments = BCP47[language], ", ".join(text["tags"]), ""
        about.created = about.modified = datetime.combine(day, time(8))

    def _paper(self) -> None:
        section = self.document.sections[0]
        sides = Cm(29.7), Cm(21)
        section.page_width, section.page_height = sides if self.wide else reversed(sides)
        section.orientation = WD_ORIENT.LANDSCAPE if self.wide else WD_ORIENT.PORTRAIT
        section.left_margin, section.right_margin = Cm(2.5), Cm(2)
        section.top_margin = section.bottom_margin = Cm(2)
        self.width = section.page_width - section.left_margin - section.right_margin

    def _letters(self, language: str) -> None:
        sizes = {"Normal": SIZE, "Title": 18, "Heading 1": 14, "Heading 2": 13}
        for name, size in sizes.items():
            style = self.document.styles[name]
            style.font.name, style.font.size = FONT, Pt(size)
            fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
            for side in ("ascii", "hAnsi", "eastAsia", "cs"):
                fonts.set(qn(f"w:{side}"), FONT)
            for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
                fonts.attrib.pop(qn(f"w:{theme}"), None)
            style.paragraph_format.space_after = Pt(4)
            if name != "Normal":
                style.font.bold, style.font.color.rgb = True, PLUM
        speech = OxmlElement("w:lang")
        speech.set(qn("w:val"), BCP47[language])
        self.document.styles["Normal"].element.rPr.append(speech)

    def _foot(self, word: str) -> None:
        paragraph = self.document.sections[0].footer.paragraphs[0]
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        paragraph.add_run(f"{word} ").font.size = Pt(10)
        number = OxmlElement("w:fldSimple")
        number.set(qn("w:instr"), "PAGE")
        number.append(OxmlElement("w:r"))
        paragraph._p.append(number)

    # Parts

    def part(self, part: dict) -> None:
        if part["title"]:
            self.document.add_heading(part["title"], level=1)
        for block in blocks.parse(part["text"]):
            getattr(self, f"write_{block.kind}")(block.rows if block.kind in {"table", "signatures"} else block.lines)

    def write_text(self, lines: list[str]) -> None:
        for line in lines:
            self.document.add_paragraph(line)

    def small(self, line: str) -> None:
        paragraph = self.document.add_paragraph()
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        run = paragraph.add_run(line)
        run.italic, run.font.size = True, Pt(11)

    def write_heading(self, lines: list[str]) -> None:
        self.document.add_heading(lines[0], level=2)

    def write_question(self, lines: list[str]) -> None:
        self.document.add_paragraph().add_run(lines[0]).bold = True

    def write_tip(self, lines: list[str]) -> None:
        for line in lines:
            self.document.add_paragraph().add_run(line).italic = True

    write_warning = write_tip

    def write_list(self, lines: list[str]) -> None:
        for line in lines:
            self.document.add_paragraph(line, style="List Bullet")

    def write_steps(self, lines: list[str]) -> None:
        """Counted from 1 again in every list."""
        numbering = self.document.part.numbering_part.numbering_definitions._numbering
        counted = self.document.styles["List Number"].element.pPr.numPr.numId.val
        fresh = numbering.add_num(numbering.num_having_numId(counted).abstractNumId.val)
        fresh.add_lvlOverride(ilvl=0).add_startOverride(1)
        for line in lines:
            paragraph = self.document.add_paragraph(line, style="List Number")
            paragraph._p.get_or_add_pPr().get_or_add_numPr().get_or_add_numId().val = fresh.numId

    def write_checks(self, lines: list[str]) -> None:
        for line in lines:
            paragraph = self.document.add_paragraph(f"☐ {line}")
            paragraph.paragraph_format.left_indent, paragraph.paragraph_format.first_line_indent = Cm(0.8), Cm(-0.6)

    def write_fields(self, labels: list[str]) -> None:
        for label in labels:
            self._dotted(f"{label} ")

    def write_lines(self, count: list[str]) -> None:
        for _line in range(int(count[0])):
            self._dotted("")

    def _dotted(self, label: str) -> None:
        """The label, then dots to the edge of the page."""
        paragraph = self.document.add_paragraph(f"{label}\t")
        paragraph.paragraph_format.tab_stops.add_tab_stop(self.width, WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)

    def write_table(self, rows: list[list[str]]) -> None:
        table = self.document.add_table(rows=0, cols=len(rows[0]), style="Table Grid")
        for number, row in enumerate(rows):
            cells = table.add_row().cells
            for cell, words in zip(cells, row, strict=True):
                cell.text = ""
                run = cell.paragraphs[0].add_run(words)
                run.font.size = Pt(12)
                if not number:
                    run.bold, run.font.color.rgb = True, RGBColor(255, 255, 255)
                    shade = OxmlElement("w:shd")
                    for name, value in (("val", "clear"), ("color", "auto"), ("fill", CLOTH)):
                        shade.set(qn(f"w:{name}"), value)
                    cell._tc.get_or_add_tcPr().append(shade)
        again = OxmlElement("w:tblHeader")  # the head comes again on a new page
        table.rows[0]._tr.get_or_add_trPr().append(again)
        self._fit(table, rows)
        self.document.add_paragraph()

    def _fit(self, table, rows: list[list[str]]) -> None:
        """A column is as wide as its longest cell asks for."""
        longest = [min(max(len(row[n]) for row in rows), 40) + 4 for n in range(len(rows[0]))]
        table.autofit = False
        for column, part in zip(table.columns, longest, strict=True):
            for cell in column.cells:
                cell.width = int(self.width * part / sum(longest))

    def write_signatures(self, rows: list[list[str]]) -> None:
        """Side by side: who signs, with room below; a name and its line break at " / "."""
        table = self.document.add_table(rows=1, cols=len(rows[0]))
        for cell, words in zip(table.rows[0].cells, rows[0], strict=True):
            first, *more = words.split(" / ")
            paragraph = cell.paragraphs[0]
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
            paragraph.add_run(first).bold = True
            for line in more:
                paragraph.add_run(f"\n{line}").italic = True
