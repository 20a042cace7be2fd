"""Slides of a course: a title that is one, a few large lines, a drawn picture, and what the speaker says in the notes."""

import io
from datetime import date, datetime, time

from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.util import Inches, Pt

from home.demo.art import scenes
from home.demo.documents import pictures
from home.demo.documents.pictures import Draw

WIDE, HIGH = Inches(13.333), Inches(7.5)
FONT = "Arial"  # on every office computer, with all Vietnamese letters
INK, PAPER, CLOTH, PLUM, GOLD, WHITE = (RGBColor.from_string(code) for code in ("1F1B24", "FFFAF3", "1F2A5C", "7A1F4B", "F2B632", "FFFFFF"))
TITLED, PLAIN = 0, 1  # layouts of the library's own template: title and subtitle, title and body
BCP47 = {"vi": "vi-VN", "en": "en-GB", "fr": "fr-FR"}


def make(text: dict, language: str, draw: Draw, *, day: date) -> bytes:
    show = Presentation()
    show.slide_width, show.slide_height = WIDE, HIGH
    about = show.core_properties
    about.title, about.subject, about.author = text["title"], text["summary"], text["issuing_body"]
    about.language, about.keywords = BCP47[language], ", ".join(text["tags"])
    about.created = about.modified = datetime.combine(day, time(8))
    first, *others = text["slides"]
    _opening(show, first, language, draw)
    for number, slide in enumerate(others, 2):
        _slide(show, slide, number, language, draw)
    out = io.BytesIO()
    show.save(out)
    return out.getvalue()


def _opening(show, text: dict, language: str, draw: Draw) -> None:
    slide = _ground(show.slides.add_slide(show.slide_layouts[TITLED]), CLOTH)
    _picture(slide, text, language, draw, Inches(6.9), 0, WIDE - Inches(6.9), HIGH)
    _bar(slide, Inches(6.75), 0, Inches(0.15), HIGH, GOLD)
    title, under = slide.placeholders[0], slide.placeholders[1]
    _words(title, [text["title"]], (0.7, 1.6, 5.7, 2.9), 40, WHITE, language, bold=True)
    _words(under, text["lines"], (0.7, 4.7, 5.7, 1.6), 22, PAPER, language)
    slide.notes_slide.notes_text_frame.text = text["notes"]


def _slide(show, text: dict, number: int, language: str, draw: Draw) -> None:
    slide = _ground(show.slides.add_slide(show.slide_layouts[PLAIN]), PAPER)
    _bar(slide, 0, 0, WIDE, Inches(0.28), CLOTH)
    _bar(slide, 0, Inches(0.28), WIDE, Inches(0.06), GOLD)
    title, body = slide.placeholders[0], slide.placeholders[1]
    beside = 6.6 if text.get("picture") else 11.9
    _words(title, [text["title"]], (0.7, 0.6, 11.9, 1.1), 36, PLUM, language, bold=True)
    _words(body, text["lines"], (0.7, 1.9, beside, 4.9), 30, INK, language)
    if text.get("picture"):
        _picture(slide, text, language, draw, Inches(7.6), Inches(2.1), Inches(5), Inches(3.75))
    foot = slide.shapes.add_textbox(WIDE - Inches(1.2), HIGH - Inches(0.6), Inches(0.8), Inches(0.4))
    _words(foot, [str(number)], None, 14, INK, language)
    slide.notes_slide.notes_text_frame.text = text["notes"]


def _ground(slide, colour):
    slide.background.fill.solid()
    slide.background.fill.fore_color.rgb = colour
    return slide


def _bar(slide, x, y, width, height, colour) -> None:
    bar = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, x, y, width, height)
    bar.fill.solid()
    bar.fill.fore_color.rgb = colour
    bar.line.fill.background()


def _words(shape, lines, box, size, colour, language, *, bold=False) -> None:
    if box:
        shape.left, shape.top, shape.width, shape.height = map(Inches, box)
    frame = shape.text_frame
    frame.word_wrap, frame.vertical_anchor = True, MSO_ANCHOR.TOP if not bold else MSO_ANCHOR.MIDDLE
    for number, line in enumerate(lines):
        paragraph = frame.paragraphs[0] if not number else frame.add_paragraph()
        paragraph.space_after = Pt(14)
        paragraph.alignment = PP_ALIGN.LEFT
        run = paragraph.add_run()
        run.text = line
        run.font.name, run.font.size, run.font.bold, run.font.color.rgb = FONT, Pt(size), bold, colour
        run._r.get_or_add_rPr().set("lang", BCP47[language])


def _picture(slide, text, language, draw, x, y, width, height) -> None:
    scene = scenes.load()[text["picture"]]
    data = pictures.jpeg(draw, text["picture"], width=900, ratio=width / height)
    picture = slide.shapes.add_picture(io.BytesIO(data), x, y, width, height)
    picture._element.find(".//" + qn("p:cNvPr")).set("descr", scene.alt_vi if language == "vi" else scene.alt_en)
