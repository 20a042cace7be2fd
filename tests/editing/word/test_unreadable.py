"""A file that cannot be read says why, in time and within its memory, and takes nothing else with it."""

import io
import subprocess
import sys
import time
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from docx import Document
from docx.oxml.ns import nsdecls

from editing.word import domain, runner, sentences
from editing.word.models import WordImport
from tests.factories import papers, word
from tests.factories.files import picture_bytes
from tests.scale import scaled

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
W = nsdecls("w")
BODY = f"<w:document {W}><w:body>{{}}</w:body></w:document>"


def with_body(body: str, head: str = "") -> bytes:
    return papers.with_members(word.plain_document(), **{"word/document.xml": head + BODY.format(body)})


def bomb() -> bytes:
    """Forty kilobytes that are forty megabytes."""
    text = "<w:p><w:r><w:t>" + "a" * 40_000_000 + "</w:t></w:r></w:p>"
    return papers.with_members(word.plain_document(), **{"word/document.xml": BODY.format(text)})


def only_pictures() -> bytes:
    made = Document()
    for number in range(3):
        made.add_picture(word.picture_file((500 + number, 700)))
    return papers.saved(made)


def old_letters() -> bytes:
    """TCVN3 in .VnTime: "Hội Phụ nữ" as its bytes look in Unicode."""
    made = Document()
    for _ in range(5):
        run = made.add_paragraph().add_run("Héi Liªn hiÖp Phô n÷ x· Gia Phï tæ chøc líp häc ®iÖn tho¹i cho chÞ em trong b¶n")
        run.font.name = ".VnTime"
    return papers.saved(made)


REFUSED = [
    ("ban-cu.doc", OLE + bytes(2000), "doc"),
    ("thu.rtf", b"{\\rtf1 x}", "doc"),
    ("bao-cao.pdf", b"%PDF-1.7", "pdf"),
    ("so.odt", papers.make("odt"), "other"),
    ("khoa.docx", OLE + bytes(600) + "EncryptedPackage".encode("utf-16-le") + bytes(600), "password"),
    ("doi-ten.docx", OLE + bytes(2000), "old_office"),
    ("pdf-doi-ten.docx", b"%PDF-1.7 " + bytes(300), "unlike"),
    ("zip.docx", papers.zipped({"a.txt": "x"}), "unlike"),
    ("xlsx.docx", papers.make("xlsx"), "unlike"),
    ("dut.docx", word.plain_document()[:9000], "damaged"),
    ("rong.docx", b"", "empty"),
    ("macro.docx", papers.with_members(word.plain_document(), **{"word/vbaProject.bin": b"x"}), "macros"),
    ("bom.docx", bomb(), "unpacks"),
    ("thuc-the.docx", with_body("<w:p/>", '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'), "entities"),
    ("anh-quet.docx", only_pictures(), "scan"),
    ("phong-chu-cu.docx", old_letters(), "old_font"),
    ("trang.docx", papers.saved(Document()), "nothing"),
    ("hong-xml.docx", papers.with_members(word.plain_document(), **{"word/document.xml": BODY.format("<w:p>")}), "broken"),
    (
        "thieu.docx",
        papers.zipped(
            {
                "[Content_Types].xml": b'<Types><Override ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
            }
        ),
        "broken",
    ),
]


@pytest.mark.django_db
@pytest.mark.parametrize(("name", "content", "problem"), REFUSED, ids=[name for name, _content, _problem in REFUSED])
def test_file_that_cannot_be_read_is_kept_as_its_reason(places, cast, name, content, problem):
    document = (
        word.make_import(cast.ngan, places.guide, content or b"", name)
        if content
        else domain.bring_in(upload=SimpleUploadedFile(name, b""), place=places.guide, by=cast.ngan)
    )
    assert (document.state, document.problem, document.parts) == ("failed", problem, [])
    sentence = sentences.problem(problem)
    assert len(sentence) > 20 and "%" not in sentence
    assert not document.pictures.exists() and document.address == ""


@pytest.mark.django_db
def test_file_above_the_limit_is_not_opened(places, cast, settings, monkeypatch):
    settings.WAGTAILDOCS_MAX_UPLOAD_SIZE = 1000
    monkeypatch.setattr(runner, "read", None)
    assert word.make_import(cast.ngan, places.news).problem == "too_large"


@pytest.mark.django_db
def test_file_that_comes_when_the_time_is_used_up_is_told_so(places, cast):
    document = domain.bring_in(upload=SimpleUploadedFile("cuoi.docx", word.plain_document()), place=places.news, by=cast.ngan, seconds=1)
    assert document.problem == "busy" and WordImport.objects.count() == 1


def test_entities_are_not_followed_where_the_first_look_misses_them(tmp_path):
    """A document type behind 5,000 spaces, in UTF-16, in a part that only the reader opens."""
    evil = '<?xml version="1.0"?>' + " " * 5000 + f'<!DOCTYPE w:styles [<!ENTITY a SYSTEM "file:///etc/passwd">]><w:styles {W}>&a;</w:styles>'
    for name in ("word/styles.xml", "word/document.xml", "word/footnotes.xml"):
        path = tmp_path / "a.docx"
        path.write_bytes(papers.with_members(word.office_document(), **{name: evil}))
        assert runner.read(str(path)).problem == "broken", name


@pytest.mark.parametrize("evil", ["<w:p>" * 3000 + "</w:p>" * 3000, "<w:tbl><w:tr><w:tc>" * 800 + "</w:tc></w:tr></w:tbl>" * 800, "<w:p/>" * 200_000])
def test_depth_and_number_end_in_an_answer(tmp_path, evil):
    path = tmp_path / "a.docx"
    path.write_bytes(with_body(f"{evil}<w:p><w:r><w:t>Chị em họp ở nhà văn hóa bản Nà Mạc tối mai lúc 19 giờ.</w:t></w:r></w:p>"))
    began = time.monotonic()
    found = runner.read(str(path), seconds=8)
    assert time.monotonic() - began < 12
    assert found.problem in {"", "broken", "memory", "time"} and (found.problem or "Chị em họp" in found.parts[-1].text or found.title)


def test_more_parts_than_anybody_looks_through_are_told_in_numbers(tmp_path):
    """Tables and pictures cannot be put together as paragraphs are."""
    cells = "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Việc</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>Ai</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    path = tmp_path / "a.docx"
    path.write_bytes(with_body(f"{cells}<w:p><w:r><w:t>Chị em họp.</w:t></w:r></w:p>" * 1500))
    found = runner.read(str(path))
    assert len(found.parts) == 2000 and found.left == [("too_many", 1000)] and "1000" in sentences.left_out(found.left)[0].replace(".", "")


def test_picture_that_is_a_bomb_is_left_out_and_the_words_stay(tmp_path):
    """A PNG of 20,000 x 20,000 dots in a few kilobytes; a drawing in WMF; a rule of one dot's height."""
    made = Document()
    made.add_paragraph("Chị em họp ở nhà văn hóa bản Nà Mạc tối mai lúc 19 giờ.")
    for number in range(3):
        made.add_picture(word.picture_file((300 + number, 200)))
    content = papers.saved(made)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        media = sorted(name for name in archive.namelist() if name.startswith("word/media/"))
    large = bytearray(picture_bytes((64, 64)))
    large[16:24] = (20_000).to_bytes(4, "big") * 2
    path = tmp_path / "a.docx"
    path.write_bytes(papers.with_members(content, **{media[0]: bytes(large), media[1]: b"\xd7\xcd\xc6\x9a" + bytes(300), media[2]: picture_bytes((600, 2))}))
    found = runner.read(str(path))
    assert (
        found.problem == ""
        and sorted(kept.why for kept in found.pictures) == ["kind", "large", "tiny"]
        or sorted(kept.why for kept in found.pictures) == ["kind", "kind", "tiny"]
    )
    assert len(sentences.left_out([(kept.why, 1) for kept in found.pictures])) == 3


def test_what_the_process_leaves_behind_is_not_believed(tmp_path):
    for evil in (
        '{"title": 1}',
        "[",
        '{"title": "a", "summary": "", "left": [], "parts": [{"kind": "text", "html": "<script>x</script>"}]}',
        '{"parts": 3}',
        '{"title": "a", "summary": "", "left": [], "parts": [{"kind": "text", "rows": 5}]}',
        '{"title": "a", "summary": "", "left": [], "parts": [{"kind": []}]}',
    ):
        (tmp_path / "parts.json").write_text(evil)
        assert runner.told(tmp_path / "parts.json") is None
    (tmp_path / "pictures.json").write_text('["../../etc/passwd", "1.jpg", 5]')
    assert [kept.data for kept in runner.pictures(tmp_path, 3)] == [b"", b"", b""]


# How long, how much


def measured(content: bytes, tmp_path):
    """(result, seconds, MB that the process took at most)"""
    path = tmp_path / "a.docx"
    path.write_bytes(content)
    before = time.monotonic()
    found = runner.read(str(path))
    took = time.monotonic() - before
    return found, took, peak(str(path), tmp_path)


def peak(path: str, folder) -> int:
    """Of a second run, by its own account: VmHWM."""
    program = runner.child.__file__
    code = (
        f"import sys, importlib.util as u; s = u.spec_from_file_location('child', {program!r}); m = u.module_from_spec(s); s.loader.exec_module(m); "
        f"m.main('read', {path!r}, {str(folder)!r}, '20', '300000000'); print(open('/proc/self/status').read())"
    )
    told = subprocess.run([sys.executable, "-I", "-c", code], capture_output=True, text=True, check=False).stdout
    return next((int(line.split()[1]) // 1024 for line in told.splitlines() if line.startswith("VmHWM")), 0)


def test_ten_pages(tmp_path, report):
    found, seconds, megabytes = measured(word.long_document(10, 6), tmp_path)
    report("Reading a DOCX", "10 pages, 6 pictures", {"s": f"{seconds:.2f}", "MB": megabytes, "parts": len(found.parts)})
    assert found.problem == "" and len([kept for kept in found.pictures if kept.data]) == 6
    assert sum(part.kind == "heading" for part in found.parts) == 10 and sum(part.kind == "table" for part in found.parts) == 10


def test_two_hundred_pages_with_three_hundred_pictures(tmp_path, report):
    pages, pictures = scaled((60, 90), (200, 300))
    found, seconds, megabytes = measured(word.long_document(pages, pictures, scaled((400, 300), (560, 420))), tmp_path)
    report("Reading a DOCX", f"{pages} pages, {pictures} pictures", {"s": f"{seconds:.2f}", "MB": megabytes, "parts": len(found.parts)})
    assert found.problem == "" and found.parts[-1].rows, "read to its end"
    assert sum(bool(kept.data) for kept in found.pictures) == 40
    assert sum(kept.why == "many" for kept in found.pictures) == pictures - 40
    assert len(found.parts) < 2000 and megabytes < 300
