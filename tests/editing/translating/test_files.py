"""A translation goes out as PO or XLSX and comes back: good rows are kept, each bad one is named, nothing is lost."""

import io

import openpyxl
import polib
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from wagtail_localize.models import StringTranslation, Translation

from editing.translating import files
from editing.translating.segments import sentences
from editing.translating.standings import Standing
from members.importing.unreadable import Unreadable
from tests import factories
from tests.factories import stream

pytestmark = pytest.mark.postgres
MARKED = "Bấm <b>OK</b>"


@pytest.fixture
def page(tree):
    page = factories.make_news(
        title="Họp", slug="hop", summary="Tóm tắt", body=stream(("heading", "Đầu đề"), ("text", f"<p>{MARKED}</p>"), ("text", "<p>Gọi {ten}</p>"))
    )
    factories.begin_translation(page, "en").save_target(publish=False)
    return page


def translation(page, code="en") -> Translation:
    return Translation.objects.get(source__object_id=page.translation_key, target_locale__language_code=code)


def words(page) -> dict[str, str]:
    return {sentence.words: sentence.text for sentence in sentences(translation(page))}


def write(page, source: str, text: str) -> None:
    """On the site."""
    one = next(sentence for sentence in sentences(translation(page)) if sentence.words == source)
    StringTranslation.objects.update_or_create(
        translation_of_id=one.string, context_id=one.context, locale=factories.locale("en"), defaults={"data": text, "translation_type": "manual"}
    )


def take(page, content: bytes, name: str, cast) -> files.Result:
    return files.take(translation=translation(page), file=SimpleUploadedFile(name, content), name=name, by=cast.yen)


# PO


def po_of(page) -> polib.POFile:
    return polib.pofile(files.as_po(translation(page)))


def filled(page, texts: dict) -> polib.POFile:
    po = po_of(page)
    for entry in po:
        entry.msgstr = texts.get(entry.msgid, entry.msgstr)
    return po


def sent(po) -> bytes:
    return str(po).encode()


def test_po_comes_back(page, cast, enter):
    texts = {"Họp": "Meeting", "Đầu đề": "Heading", MARKED: "Press <b>OK</b>", "Gọi {ten}": "Call {ten}", "Tóm tắt": "R&amp;D"}
    result = take(page, sent(filled(page, texts)), "hop-en.po", cast)
    assert (result.saved, result.faults) == (5, [])
    assert words(page)["Tóm tắt"] == "R&D"
    assert words(page)[MARKED] == "Press <b>OK</b>"


def test_po_says_where_each_sentence_stands(page):
    assert all(entry.comment for entry in po_of(page))


def test_bad_entries_are_named_by_line_and_the_good_ones_kept(page, cast):
    po = filled(page, {"Họp": "Meeting", MARKED: "Press <i>OK</i>", "Gọi {ten}": "Call {name}", "Tóm tắt": "x" * 161})
    po.append(polib.POEntry(msgid="Không có trên trang", msgstr="Not here", msgctxt="title"))
    result = take(page, sent(po), "hop.po", cast)
    assert result.saved == 1 and words(page)["Họp"] == "Meeting"
    lines = {entry.msgid: entry.linenum for entry in polib.pofile(str(po))}
    assert {fault.words: fault.row for fault in result.faults} == {text: lines[text] for text in (MARKED, "Gọi {ten}", "Tóm tắt", "Không có trên trang")}
    assert [fault.row for fault in result.faults] == sorted(fault.row for fault in result.faults)


def test_sentence_twice_is_named_and_the_first_kept(page, cast):
    content = sent(filled(page, {"Họp": "First"})) + b'\nmsgctxt "title"\nmsgid "H\xe1\xbb\x8dp"\nmsgstr "Second"\n'
    result = take(page, content, "hop.po", cast)
    assert words(page)["Họp"] == "First" and len(result.faults) == 1


def test_unsure_entry_is_named(page, cast):
    po = filled(page, {"Họp": "Meeting"})
    next(entry for entry in po if entry.msgid == "Họp").flags.append("fuzzy")
    result = take(page, sent(po), "hop.po", cast)
    assert result.saved == 0 and len(result.faults) == 1


def test_po_of_another_page_is_refused_with_its_name(page, cast):
    other = factories.make_news(title="Chợ phiên", slug="cho")
    factories.begin_translation(other, "en").save_target(publish=False)
    with pytest.raises(Unreadable, match="Chợ phiên"):
        take(page, sent(filled(other, {"Chợ phiên": "Market"})), "cho.po", cast)
    assert not StringTranslation.objects.exists()


def test_po_of_another_language_is_refused(page, cast):
    factories.begin_translation(page, "fr").save_target(publish=False)
    with pytest.raises(Unreadable, match="fr"):
        take(page, files.as_po(translation(page, "fr")).encode(), "hop.po", cast)


@pytest.mark.parametrize("content", [b"", b"no po at all", b'msgid "a\nmsgstr "', b"\xff\xfe\x00", b"PK\x03\x04", b"/etc/passwd"])
def test_what_is_no_po_is_refused_with_a_sentence(page, cast, content):
    with pytest.raises(Unreadable):
        take(page, content, "hop.po", cast)


def test_what_was_changed_here_since_the_download_is_not_overwritten(page, cast):
    po = filled(page, {"Họp": "Offline", "Đầu đề": "Heading"})
    write(page, "Họp", "Online")
    result = take(page, sent(po), "hop.po", cast)
    assert words(page)["Họp"] == "Online" and words(page)["Đầu đề"] == "Heading"
    assert "Online" in result.faults[0].why


def test_sentence_that_has_changed_since_the_download_is_kept_beside(page, cast):
    po = filled(page, {"Tóm tắt": "Summary"})
    page.summary = "Tóm tắt mới"
    factories.publish(page)
    result = take(page, sent(po), "hop.po", cast)
    assert (result.late, result.faults) == (1, [])
    assert StringTranslation.objects.get(data="Summary")


# XLSX


def book_of(page, enter) -> openpyxl.Workbook:
    answer = enter("yen").get(reverse("translation_xlsx", args=[translation(page).pk]))
    return openpyxl.load_workbook(io.BytesIO(b"".join(answer.streaming_content)))


def row_of(sheet, text: str) -> int:
    return next(row for row in range(1, sheet.max_row + 1) if sheet.cell(row, 3).value == text)


def saved(book) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_sheet_comes_back(page, cast, enter):
    book = book_of(page, enter)
    for source, text in {"Họp": "Meeting", MARKED: "Press <b>OK</b>", "Tóm tắt": "=R&D"}.items():
        book.active.cell(row_of(book.active, source), 4).value = text
    book.active.cell(row_of(book.active, "Tóm tắt"), 4).data_type = "s"
    result = take(page, saved(book), "hop.xlsx", cast)
    assert (result.saved, result.faults) == (3, [])
    assert words(page)["Tóm tắt"] == "=R&D"


def test_bad_rows_are_named_by_their_number(page, cast, enter):
    write(page, "Đầu đề", "Heading")
    book = book_of(page, enter)
    sheet = book.active
    rows = {text: row_of(sheet, text) for text in ("Họp", "Tóm tắt", "Đầu đề", MARKED)}
    sheet.cell(rows["Họp"], 4).value = "Meeting"
    sheet.cell(rows["Tóm tắt"], 4).value = "x" * 161
    sheet.cell(rows["Đầu đề"], 4).value = None
    sheet.cell(rows[MARKED], 1).value = "?"
    sheet.cell(rows[MARKED], 4).value = "Press <b>OK</b>"
    last = sheet.max_row + 1
    sheet.cell(last, 1).value, sheet.cell(last, 3).value, sheet.cell(last, 4).value = "00000000/1-1", "Trang khác", "Other"
    sheet.cell(last + 1, 1).value, sheet.cell(last + 1, 4).value = sheet.cell(rows["Họp"], 1).value, "Twice"
    result = take(page, saved(book), "hop.xlsx", cast)
    assert result.saved == 1 and words(page)["Họp"] == "Meeting" and words(page)["Đầu đề"] == "Heading"
    assert {fault.row for fault in result.faults} == {rows["Tóm tắt"], rows["Đầu đề"], rows[MARKED], last, last + 1}


def test_merged_rows_are_refused_and_the_others_read(page, cast, enter):
    book = book_of(page, enter)
    sheet = book.active
    for text in ("Họp", "Tóm tắt", "Đầu đề"):
        sheet.cell(row_of(sheet, text), 4).value = f"en {text}"
    first, second = sorted(row_of(sheet, text) for text in ("Họp", "Đầu đề"))
    sheet.merge_cells(start_row=second - 1, end_row=second, start_column=4, end_column=4)
    result = take(page, saved(book), "hop.xlsx", cast)
    assert {fault.row for fault in result.faults} >= {second}
    assert all(fault.row in {second - 1, second} for fault in result.faults)
    assert words(page)["Họp"] == "en Họp" or row_of(sheet, "Họp") in {second - 1, second}


def test_sheet_without_its_columns_is_refused(page, cast):
    book = openpyxl.Workbook()
    book.active.append(["Việt", "Anh"])
    with pytest.raises(Unreadable):
        take(page, saved(book), "hop.xlsx", cast)


@pytest.mark.parametrize("name", ["hop.docx", "hop.xls", "hop"])
def test_other_files_are_refused(page, cast, name):
    with pytest.raises(Unreadable):
        take(page, b"x", name, cast)


# Through the screen


def test_upload_names_what_was_not_taken(page, cast, enter):
    content = sent(filled(page, {"Họp": "Meeting", "Tóm tắt": "x" * 161}))
    for address in (reverse("translation_upload", args=[translation(page).pk]), f"/cms/localize/translate/{translation(page).pk}/pofile/upload/"):
        answer = enter("yen").post(address, {"file": SimpleUploadedFile("hop.po", content)})
        assert answer.status_code == 422
        assert "Tóm tắt" in answer.text
    assert Standing.objects.get(translation=translation(page)).missing == 4


def test_who_may_not_write_may_not_upload(page, enter):
    content = sent(filled(page, {"Họp": "Meeting"}))
    for who in ("ngan", "tam", "lan"):
        enter(who).post(reverse("translation_upload", args=[translation(page).pk]), {"file": SimpleUploadedFile("hop.po", content)})
    assert not StringTranslation.objects.exists()
