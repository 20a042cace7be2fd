"""The demonstration's files open with other programs than those that made them, and say what was written."""

import io
import re
from itertools import accumulate

import docx
import mutagen
import openpyxl
import pptx
import pypdfium2
import pytest

from home.demo.documents import blocks
from home.demo.documents.editions import Edition
from tests.home.demo_files import ALL, BY_NAME, file_of, ground, of_format
from tests.home.test_demo_document_texts import bodies

MAGIC = {"pdf": b"%PDF-", "docx": b"PK\3\4", "xlsx": b"PK\3\4", "pptx": b"PK\3\4", "ogg": b"OggS", "mp3": b"ID3", "mp4": b"ftyp"}
HANDBOOK = "so-tay-binh-dan-hoc-vu-so"


def each(*formats: str):
    return pytest.mark.parametrize("edition", of_format(*formats), ids=lambda edition: edition.filename)


def joined(text: str) -> str:
    return "".join(text.split())


def opened_pdf(edition: Edition) -> pypdfium2.PdfDocument:
    return pypdfium2.PdfDocument(file_of(edition))


def text_of(document: pypdfium2.PdfDocument) -> str:
    return joined("".join(page.get_textpage().get_text_range() for page in document))


def written(edition: Edition) -> list[str]:
    """Every line that the file must hold."""
    lines = [edition.text["title"], *(part["title"] for part in edition.text["parts"])]
    for body in bodies(edition.text):
        lines += [line for block in blocks.parse(body) for line in blocks.words(block)]
    return [line for line in lines if line]


@pytest.mark.parametrize("edition", ALL, ids=lambda edition: edition.filename)
def test_file_is_what_its_name_says(edition):
    start = file_of(edition)[:400]
    assert MAGIC.get(edition.text["format"], b"") in (start[:5] if edition.text["format"] != "mp4" else start[4:8])


@each("pdf")
def test_pdf_holds_every_written_word(edition):
    with opened_pdf(edition) as document:
        found = text_of(document)
        for line in written(edition):
            assert joined(line) in found, line
        about = document.get_metadata_dict()
    assert (about["Title"], about["Author"]) == (edition.text["title"], edition.text["issuing_body"])


@each("pdf")
def test_pdf_is_bound_for_reading(edition):
    """Bookmarks for every part, a language, paper for two pages on an A4, pictures that are told."""
    data = file_of(edition)
    with pypdfium2.PdfDocument(data) as document:
        names = [mark.get_title() for mark in document.get_toc()]
        assert [name for name in names if name in {part["title"] for part in edition.text["parts"]}] == [part["title"] for part in edition.text["parts"]]
        assert tuple(round(side / 72 * 25.4) for side in document[0].get_size()) == (148, 210)
        assert all(len(page.get_textpage().get_text_range()) > 20 for page in document)
    assert f"/Lang ({edition.language})".encode() in data
    assert b"/Alt" in data
    assert len(data) < 1_200_000


@pytest.mark.parametrize("language", ["vi", "en"])
def test_handbook_has_twenty_pages_and_its_contents_lead_to_the_parts(language):
    edition = BY_NAME[HANDBOOK, language]
    with opened_pdf(edition) as document:
        assert len(document) == 20
        begins = {mark.get_title(): mark.get_dest().get_index() + 1 for mark in document.get_toc()}
        contents = joined(document[1].get_textpage().get_text_range())
        for part in edition.text["parts"]:
            number = begins[part["title"]]
            assert joined(part["title"]) in joined(document[number - 1].get_textpage().get_text_range())
            assert joined(part["title"]) + str(number) in contents


@each("docx")
def test_form_has_real_headings_and_every_written_word(edition):
    document = docx.Document(io.BytesIO(file_of(edition)))
    headings = [paragraph.text for paragraph in document.paragraphs if paragraph.style.name == "Heading 1"]
    assert headings == [part["title"] for part in edition.text["parts"]]
    assert [paragraph.text for paragraph in document.paragraphs if paragraph.style.name == "Title"] == [edition.text["title"]]
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    found = joined(" ".join([*(paragraph.text for paragraph in document.paragraphs), *cells]).replace("\n", " / ")).replace("/", "")
    for line in written(edition):
        assert joined(line).replace("/", "") in found, line
    about = document.core_properties
    assert (about.title, about.language) == (edition.text["title"], "vi-VN")


def test_lists_of_a_form_each_count_from_one():
    model = BY_NAME["to-kiem-truoc-khi-lam-giay-to", "vi"]
    text = model.text | {"parts": [{"title": "Hai việc", "text": "1. Một\n1. Hai\nRồi\n1. Một\n1. Hai"}]}
    document = docx.Document(io.BytesIO(Edition(model.name, "vi", text).file(ground)))
    numbers = [paragraph._p.pPr.numPr.numId.val for paragraph in document.paragraphs if paragraph.style.name == "List Number"]
    assert numbers[0] == numbers[1] != numbers[2] == numbers[3]
    numbering = document.part.numbering_part.element
    assert numbering.xpath("//w:num/w:lvlOverride/w:startOverride/@w:val") == ["1", "1"]


@each("xlsx")
def test_sheet_counts_and_keeps_what_it_counted(edition):
    data = io.BytesIO(file_of(edition))
    counting, kept = openpyxl.load_workbook(data), openpyxl.load_workbook(data, data_only=True)
    assert counting.sheetnames == [sheet["name"] for sheet in edition.text["sheets"]]
    for sheet in edition.text["sheets"]:
        formulas, values = counting[sheet["name"]], kept[sheet["name"]]
        first, last = 6, 5 + len(sheet["rows"]) + sheet["blank"]
        for number, column in enumerate(sheet["columns"], 1):
            assert formulas.cell(5, number).value == column["title"]
            cells = [values.cell(row, number).value for row in range(first, last + 1)]
            if column.get("total") == "sum":
                assert str(formulas.cell(last + 1, number).value).startswith("=SUM(")
                assert values.cell(last + 1, number).value == sum(cell for cell in cells if isinstance(cell, int | float))
            if column.get("total") == "marks":
                assert values.cell(last + 1, number).value == cells.count("x")
            if "formula" in column:
                assert all(str(formulas.cell(row, number).value).startswith("=") for row in range(first, last + 1))


def test_account_book_carries_its_balance_from_line_to_line():
    sheet = BY_NAME["so-thu-chi-hop-tac-xa", "vi"].text["sheets"][0]
    values = openpyxl.load_workbook(io.BytesIO(file_of(BY_NAME["so-thu-chi-hop-tac-xa", "vi"])), data_only=True)["Thu chi"]
    balances = list(accumulate((row[3] or 0) - (row[4] or 0) for row in sheet["rows"]))
    assert [values.cell(6 + number, 6).value for number in range(len(balances))] == balances


@each("pptx")
def test_slides_have_titles_notes_and_told_pictures(edition):
    show = pptx.Presentation(io.BytesIO(file_of(edition)))
    written = edition.text["slides"]
    assert 10 <= len(show.slides) == len(written) <= 12
    for slide, text in zip(show.slides, written, strict=True):
        assert slide.shapes.title.text_frame.text == text["title"]
        assert slide.placeholders[1].text_frame.text.split("\n") == text["lines"]
        assert slide.notes_slide.notes_text_frame.text == text["notes"]
        told = [shape._element.xpath(".//p:cNvPr/@descr") for shape in slide.shapes if shape.shape_type == 13]
        assert len(told) == bool(text.get("picture")) and all(told)
    assert show.core_properties.language == "vi-VN"


def test_ready_messages_are_plain_text():
    text = file_of(BY_NAME["bo-tin-nhan-soan-san", "vi"]).decode()
    assert all(line in text for line in written(BY_NAME["bo-tin-nhan-soan-san", "vi"]))


@each("mp3", "ogg", "mp4")
def test_sound_plays_and_is_light(edition):
    data = file_of(edition)
    sound = mutagen.File(io.BytesIO(data))
    assert sound.info.length == pytest.approx(edition.narration.seconds, abs=1.5)
    assert 20 < sound.info.length < 180
    assert len(data) < (1_500_000 if edition.text["format"] == "mp4" else 600_000)
    assert edition.text["title"] in str(dict(sound.tags))
    assert "\n\n".join(edition.paragraphs) == edition.transcript


def test_clip_is_h264_with_aac_and_subtitles_that_follow_the_voice():
    [edition] = of_format("mp4")
    data = file_of(edition)
    assert b"avc1" in data
    assert mutagen.File(io.BytesIO(data)).info.codec.startswith("mp4a")
    assert data.index(b"moov") < data.index(b"mdat"), "plays before it is all there"
    head, *cues = edition.subtitles.strip().split("\n\n")
    assert head == "WEBVTT"
    assert joined(" ".join(cue.split("\n", 1)[1] for cue in cues)) == joined(edition.transcript)
    times = [time for cue in cues for time in re.findall(r"\d\d:\d\d:\d\d\.\d{3}", cue)]
    assert times == sorted(times)
    assert len(times) == 2 * len(cues)


def test_versions_differ_and_the_newest_says_which_it_is():
    edition = BY_NAME["bien-ban-sinh-hoat-chi-hoi", "vi"]
    files = [docx.Document(io.BytesIO(file_of(edition, version))) for version in (1, 2, 3)]
    headings = [[paragraph.text for paragraph in file.paragraphs if paragraph.style.name == "Heading 1"] for file in files]
    assert [len(each) for each in headings] == [3, 4, 5]
    assert "Bản thứ 3, ngày 12/10/2026" in [paragraph.text for paragraph in files[2].paragraphs]
