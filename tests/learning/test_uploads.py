"""What is taken into the library and what is not, each refusal in one plain sentence, with nothing left behind."""

import io
import random
import struct
import unicodedata
import zipfile
import zlib
from functools import cache

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from learning.library import uploads
from learning.library.models import DocumentVersion, LibraryDocument
from tests.factories import papers
from tests.scale import scaled

MACROS = '<Types><Override ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>'
LAUGHS = '<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;&lol;">]><sst>&lol2;</sst>'
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1000)
EXE = b"MZ\x90\x00\x03" + bytes(200) + b"This program cannot be run in DOS mode"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
HTML = b"<!DOCTYPE html><html><script>alert(1)</script></html>"


def locked_pdf(owner: str, user: str) -> bytes:
    made = papers.new_pdf()
    made.set_encryption(owner_password=owner, user_password=user or None)
    made.add_page()
    papers.write(made, "Danh sách hội viên")
    return bytes(made.output())


def bomb(size: int) -> bytes:
    return papers.with_members(papers.make("docx"), **{"word/media/a.bmp": bytes(size)})


def says_two_gigabytes() -> bytes:
    """The table of contents says so; the member itself is small."""
    data = bytearray(papers.with_members(papers.make("docx"), **{"word/media/z.bmp": b"x" * 100}))
    at = data.rfind(b"PK\x01\x02")
    data[at + 24 : at + 28] = struct.pack("<I", 2_000_000_000)
    return bytes(data)


def many_members() -> bytes:
    return papers.zipped({"[Content_Types].xml": "x", **{f"word/{number}": "" for number in range(10_500)}}, zipfile.ZIP_STORED)


def wide_png() -> bytes:
    """Says that it is 30,000 x 30,000; nobody should begin to believe it."""
    head = b"IHDR" + struct.pack(">IIBBBBB", 30_000, 30_000, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + head + struct.pack(">I", zlib.crc32(head)) + struct.pack(">I", 100) + b"IDAT" + bytes(100)


HOSTILE = {
    "page.pdf": (lambda: HTML, "unlike"),
    "program.pdf": (lambda: EXE, "unlike"),
    "drawing.png": (lambda: SVG, "unlike"),
    "archive.pdf": (lambda: papers.zipped({"a.txt": "x"}), "two_kinds"),
    "archive.docx": (lambda: papers.zipped({"a.txt": "x"}), "unlike"),
    "sheet.docx": (lambda: papers.make("xlsx"), "unlike"),
    "book.odt": (lambda: papers.make("epub"), "unlike"),
    "program.exe": (lambda: EXE, "ending"),
    "drawing.svg": (lambda: SVG, "ending"),
    "archive.zip": (lambda: papers.zipped({"a.txt": "x"}), "ending"),
    "macro.docm": (lambda: papers.make("docx"), "ending"),
    "double.pdf.exe": (lambda: papers.make("pdf"), "ending"),
    "nothing": (lambda: papers.make("pdf"), "no_ending"),
    "macro.docx": (lambda: papers.with_members(papers.make("docx"), **{"word/vbaProject.bin": b"x"}), "macros"),
    "renamed-docm.docx": (lambda: papers.with_members(papers.make("docx"), **{"[Content_Types].xml": MACROS}), "macros"),
    "old-macro.xlsx": (lambda: papers.with_members(papers.make("xlsx"), **{"xl/macrosheets/sheet1.xml": "<x/>"}), "macros"),
    "script.odt": (lambda: papers.with_members(papers.make("odt"), **{"Basic/Standard/Module1.xml": "<x/>"}), "macros"),
    "far-template.docx": (
        lambda: papers.with_members(
            papers.make("docx"), **{"word/_rels/settings.xml.rels": '<Relationship Type="x/attachedTemplate" Target="https://x.example/a.dotm"/>'}
        ),
        "macros",
    ),
    "old.docx": (lambda: OLE, "old_office"),
    "locked.docx": (lambda: OLE + "EncryptedPackage".encode("utf-16-le"), "password"),
    "locked.pdf": (lambda: locked_pdf("chu", "khach"), "password"),
    "bomb.docx": (lambda: bomb(scaled(30_000_000, 2_000_000_000)), "unpacks"),
    "claims.docx": (says_two_gigabytes, "unpacks"),
    "members.docx": (many_members, "unpacks"),
    "laughs.xlsx": (lambda: papers.with_members(papers.make("xlsx"), **{"xl/sharedStrings.xml": LAUGHS}), "entities"),
    "wide-laughs.xlsx": (lambda: papers.with_members(papers.make("xlsx"), **{"xl/workbook.xml": LAUGHS.encode("utf-16")}), "entities"),
    "laughs.epub": (lambda: papers.with_members(papers.make("epub"), **{"OEBPS/c1.xhtml": LAUGHS}), "entities"),
    "cut.mp4": (lambda: papers.mp4()[:-700], "damaged"),
    "without-index.mp4": (lambda: papers.box(b"ftyp", b"isom", bytes(4)) + papers.box(b"mdat", bytes(900)), "damaged"),
    "cut.webm": (lambda: papers.webm()[:-100], "damaged"),
    "cut.docx": (lambda: papers.make("docx")[:-3000], "damaged"),
    "cut.png": (lambda: papers.make("png")[:-3000], "damaged"),
    "page.mp3": (lambda: HTML, "unlike"),
    "page.txt": (lambda: HTML, "unlike"),
    "program.csv": (lambda: EXE, "unlike"),
    "words.vtt": (lambda: b"1\n00:00 --> 00:01\nchao", "unlike"),
    "pdf-and-zip.pdf": (lambda: papers.make("pdf") + papers.zipped({"a.html": "x"}), "two_kinds"),
    "jpg-and-zip.jpg": (lambda: papers.make("jpg") + papers.zipped({"a.html": "x"}), "two_kinds"),
    "page-and-docx.docx": (lambda: HTML + papers.make("docx"), "unlike"),
    "picture.jpg": (lambda: papers.make("png"), "unlike"),
    "huge.png": (wide_png, "pixels"),
    "empty.pdf": (lambda: b"", "empty"),
}


ONE_OF_EACH = (
    "page.pdf",
    "program.exe",
    "nothing",
    "macro.docx",
    "old.docx",
    "locked.pdf",
    "bomb.docx",
    "laughs.xlsx",
    "cut.mp4",
    "jpg-and-zip.jpg",
    "huge.png",
)


@cache
def hostile(name: str) -> bytes:
    return HOSTILE[name][0]()


def refusal(name: str, content: bytes) -> str:
    try:
        uploads.check(SimpleUploadedFile(name, content))
    except uploads.Refused as refused:
        assert str(refused.message).strip()
        return refused.code
    return ""


@pytest.mark.parametrize("ending", papers.MAKERS)
def test_good_file_of_each_kind_is_taken(ending):
    upload = SimpleUploadedFile(f"tep.{ending.upper()}", papers.make(ending))
    uploads.check(upload)
    assert upload.read() == papers.make(ending), "it must be left at its beginning"


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_file_is_refused_for_what_it_is(name):
    assert refusal(name, hostile(name)) == HOSTILE[name][1]


def test_pdf_that_is_locked_against_changes_only_is_taken():
    assert refusal("khoa.pdf", locked_pdf("chu", "")) == ""


def test_too_large_file_is_refused_with_both_figures(settings):
    settings.WAGTAILDOCS_MAX_UPLOAD_SIZE = 1000
    with pytest.raises(uploads.Refused) as refused:
        uploads.check(SimpleUploadedFile("a.pdf", b"%PDF-1.4" + bytes(3000)))
    assert refused.value.code == "too_large" and "1000" in str(refused.value.message) and "2," in str(refused.value.message)


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("Sổ tay.PDF", "Sổ tay.pdf"),
        (unicodedata.normalize("NFD", "Sổ tay Mường.pdf"), "Sổ tay Mường.pdf"),
        ("../../etc/passwd.pdf", "passwd.pdf"),
        ("C:\\Tài liệu\\Kế hoạch.docx", "Kế hoạch.docx"),
        ("so\x00tay.pdf", "sotay.pdf"),
        ("ảnh\u202egnp.exe.pdf", "ảnhgnp.exe.pdf"),
        ("  .. .pdf", "tai-lieu.pdf"),
        (".pdf", "tai-lieu.pdf"),
        ("a\nb\t c.pdf", "ab c.pdf"),
        ("a\ud800.txt", "a.txt"),
    ],
)
def test_name_is_made_safe(name, safe):
    assert uploads.safe_name(name) == safe


def test_long_name_keeps_its_ending_and_fits_a_disk():
    safe = uploads.safe_name("ế" * 300 + ".docx")
    assert len(safe.encode()) <= 150 and safe.endswith("ế.docx")


@pytest.mark.parametrize("ending", papers.MAKERS)
def test_mutated_files_are_taken_or_refused(ending):
    for number in range(scaled(20, 200)):
        refusal(f"a.{ending}", mutated(papers.make(ending), number))


def mutated(good: bytes, number: int) -> bytes:
    """Bytes changed, cut out, doubled or cut off, in every second archive within a member; the same for the same number."""
    chance, data = random.Random(number), bytearray(good)
    if number % 2 and good.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(good)) as archive:
            names = sorted(name for name in archive.namelist() if name.endswith((".xml", ".xhtml", ".opf", ".rels")) and archive.getinfo(name).file_size > 9)
            name = chance.choice(names)
            return papers.with_members(good, **{name: mutated(archive.read(name), number // 2)})
    for _ in range(chance.choice((1, 3, 30, 300))):
        at = chance.randrange(len(data))
        data[at] = chance.randrange(256)
    start, end = sorted(chance.randrange(len(data)) for _ in range(2))
    return bytes((data, data[:start] + data[end:], data[:end], data[:end] + data[start:])[number % 4])


# Through the editor's own screens


def sent(name: str, content: bytes) -> dict:
    return {
        "title": "Tài liệu",
        "file": SimpleUploadedFile(name, content),
        "kind": "handbook",
        "language_code": "vi",
        "work_key": "7b1f0a52-52f3-4c55-9a3b-0a1f6a8f6c11",
        "tags": "",
    }


def stored() -> set[str]:
    return set(default_storage.listdir("documents")[1]) if default_storage.exists("documents") else set()


@pytest.mark.django_db
def test_each_refusal_is_one_sentence_and_leaves_nothing(tree, editor):
    before = stored()
    for name in scaled(ONE_OF_EACH, HOSTILE.keys() - {"empty.pdf"}):  # of that Django speaks itself
        several = {"title": name, "files[]": SimpleUploadedFile(name, hostile(name))}
        answer = editor.post(reverse("wagtaildocs:add_multiple"), several, HTTP_X_REQUESTED_WITH="XMLHttpRequest")
        assert answer.status_code == 200 and not answer.json()["success"] and "\n" not in answer.json()["error_message"], name
    for name in ("page.pdf", "program.exe", "macro.docx", "nothing", "empty.pdf"):
        answer = editor.post(reverse("wagtaildocs:add"), sent(name, hostile(name)))
        errors = answer.context["form"].errors
        assert answer.status_code == 200 and list(errors) == ["file"] and len(errors["file"]) == 1, (name, errors)
    assert not LibraryDocument.objects.exists() and not DocumentVersion.objects.exists() and stored() == before


@pytest.mark.django_db
def test_too_large_file_is_one_sentence_with_both_figures(tree, editor, settings):
    settings.WAGTAILDOCS_MAX_UPLOAD_SIZE = scaled(1_000_000, 60 * 1024 * 1024)
    answer = editor.post(reverse("wagtaildocs:add"), sent("lon.pdf", b"%PDF-1.4" + bytes(scaled(3_000_000, 300_000_000))))
    (sentence,) = answer.context["form"].errors["file"]
    assert answer.status_code == 200 and sum(part.isdigit() for part in sentence.replace(",", " ").replace(".", " ").split()) >= 2


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["../../Sổ tay.pdf", "so\x00tay.pdf", "a\u202efdp.exe.pdf", "ế" * 300 + ".pdf", "Sổ tay\n.pdf"])
def test_odd_names_are_taken_under_a_safe_one(tree, editor, name, django_capture_on_commit_callbacks):
    assert editor.post(reverse("wagtaildocs:add"), sent(name, papers.make("pdf"))).status_code == 302
    document = LibraryDocument.objects.get()
    assert document.file.name.startswith("documents/") and document.file.name.endswith(".pdf") and ".." not in document.file.name
    assert document.version.filename == uploads.safe_name(document.version.filename)
    document.delete()


@pytest.mark.django_db
def test_same_name_composed_and_decomposed_are_two_files(tree, editor):
    for form in ("NFC", "NFD"):
        editor.post(reverse("wagtaildocs:add"), sent(unicodedata.normalize(form, "Kế hoạch.pdf"), papers.make("pdf") + form.encode()))
    one, other = LibraryDocument.objects.order_by("pk")
    assert one.file.name != other.file.name and one.version.filename == other.version.filename == "Kế hoạch.pdf"
    assert all(document.file.name == unicodedata.normalize("NFC", document.file.name) for document in (one, other))
