"""The child process that opens a file: bounded in time and memory, believed in nothing, and gone afterwards."""

import io
import json
import os
import struct
import subprocess
import sys
import time
import zlib
from pathlib import Path

import pytest
from PIL import Image

from learning.library.extraction import child, runner
from tests.factories import papers
from tests.factories.files import picture_bytes
from tests.learning.test_uploads import mutated
from tests.scale import scaled

READ = [ending for ending in papers.MAKERS if ending != "vtt"]
GOOD = {"state": "read", "problem": "", "pages": 1, "seconds": None, "parts": [{"title": "", "html": "<p>a</p>", "text": "a"}]}


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """Where temporary folders of this test are made: nothing may stay in it."""
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "temporary"))
    (tmp_path / "temporary").mkdir()
    yield tmp_path
    assert list((tmp_path / "temporary").iterdir()) == []


def put(folder: Path, ending: str, content: bytes) -> str:
    path = folder / f"tep.{ending}"
    path.write_bytes(content)
    return str(path)


MEASURE = """
import resource, subprocess, sys, time
began = time.monotonic()
code = subprocess.run([sys.executable, "-I", *sys.argv[1:]], stderr=subprocess.DEVNULL).returncode
print(code, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024, time.monotonic() - began)
"""


def measured(path: str, folder: Path, memory: int = runner.BYTES) -> tuple[int, int, float]:
    """(how it ended, bytes of memory at most, seconds) of a child. Started from a small process: a child counts what its parent had."""
    out = folder / "out"
    out.mkdir(exist_ok=True)
    command = [sys.executable, "-c", MEASURE, child.__file__, "read", path, str(out), str(runner.SECONDS), str(memory)]
    code, most, seconds = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()
    return int(code), int(most), float(seconds)


@pytest.mark.parametrize("ending", READ)
def test_good_file_of_each_kind_costs_little(folder, ending, report):
    path = put(folder, ending, papers.make(ending))
    code, most, seconds = measured(path, folder)
    report("A small file read in a process of its own", ending, {"KB": len(papers.make(ending)) // 1000, "MB RAM": round(most / 1e6), "s": round(seconds, 2)})
    assert code == 0 and most < 100_000_000
    assert runner.told(folder / "out/reading.json")["state"] == "read"


def test_pictures_are_small_webp_of_the_first_pages(folder):
    found = runner.read(put(folder, "pdf", papers.make("pdf")))
    assert len(found.pictures) == found.pages == 3
    for data, width, most in [(found.cover, 240, 12_000), *((picture, 720, 60_000) for picture in found.pictures)]:
        picture = Image.open(io.BytesIO(data))
        assert picture.format == "WEBP" and picture.width in range(width - 5, width + 1) and len(data) <= most


@pytest.mark.parametrize("ending", ["odt", "epub", "jpg", "png", "webp"])
def test_other_kinds_have_a_cover_alone(folder, ending):
    found = runner.read(put(folder, ending, papers.make(ending)))
    assert 0 < len(found.cover) <= 12_000 and found.pictures == []


def test_page_full_of_text_stays_sharp(folder):
    """As a photograph of at most 60 KB it could not be read."""
    made = papers.new_pdf()
    made.add_page()
    made.multi_cell(0, 5.5, " ".join(papers.TEXT * 16))
    (picture,) = runner.read(put(folder, "pdf", bytes(made.output()))).pictures
    page = Image.open(io.BytesIO(picture))
    assert page.size[0] in (719, 720) and len(page.convert("RGB").getcolors()) <= 8


def test_noise_is_made_small_too(folder):
    assert 0 < len(runner.read(put(folder, "jpg", picture_bytes((1500, 1500), "JPEG"))).cover) <= 12_000


# Hostile files


def pdf_of(pages: int) -> bytes:
    """That many pages with a sentence each."""
    stream = b"BT /F 12 Tf 50 700 Td (Trang nay noi ve chi hoi va lop hoc) Tj ET"
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Count %d/Kids[%s]>>" % (pages, b" ".join(b"%d 0 R" % (n + 5) for n in range(pages)))]
    objects += [b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>", b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream)]
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 3 0 R>>>>>>"
    return joined(objects + [page] * pages)


def pdf_with_picture(side: int) -> bytes:
    """One picture of side x side, all of it zeros and so hardly any bytes."""
    squeezer = zlib.compressobj(9)
    data = b"".join(squeezer.compress(bytes(side * 3)) for _ in range(side)) + squeezer.flush()
    picture = b"<</Type/XObject/Subtype/Image/Width %d/Height %d/BitsPerComponent 8/ColorSpace/DeviceRGB/Filter/FlateDecode/Length %d>>stream\n%s\nendstream"
    draw = b"500 0 0 500 0 0 cm /I Do"
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Count 1/Kids[5 0 R]>>", picture % (side, side, len(data), data)]
    objects += [b"<</Length %d>>stream\n%s\nendstream" % (len(draw), draw)]
    return joined([*objects, b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</XObject<</I 3 0 R>>>>>>"])


def joined(objects: list[bytes]) -> bytes:
    out, places = bytearray(b"%PDF-1.4\n"), []
    for number, thing in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj%s endobj\n" % (number, thing)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + b"".join(b"%010d 00000 n \n" % place for place in places)
    return bytes(out + b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, start))


W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
S = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
MANY = scaled(1_500_000, 200_000_000)  # letters


def word(body: str) -> bytes:
    return papers.with_members(papers.make("docx"), **{"word/document.xml": f"<w:document {W}><w:body>{body}</w:body></w:document>"})


def large_png() -> bytes:
    """38 million pixels with transparency, under what may be uploaded."""
    side, squeezer = 6_200, zlib.compressobj(1)
    data = b"".join(squeezer.compress(bytes(side * 4 + 1)) for _ in range(side)) + squeezer.flush()
    chunks = [(b"IHDR", struct.pack(">IIBBBBB", side, side, 8, 6, 0, 0, 0)), (b"IDAT", data), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(struct.pack(">I", len(d)) + k + d + struct.pack(">I", zlib.crc32(k + d)) for k, d in chunks)


HOSTILE = {
    "one-word.docx": lambda: word(f"<w:p><w:r><w:t>{'a' * MANY}</w:t></w:r></w:p>"),
    "cells.docx": lambda: word("<w:tbl><w:tr>" + "<w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc>" * (MANY // 40) + "</w:tr></w:tbl>"),
    "paragraphs.docx": lambda: word("<w:p/>" * (MANY // 12)),
    "deep.docx": lambda: word("<w:p>" + "<w:ins>" * (MANY // 15) + "</w:ins>" * (MANY // 15) + "</w:p>"),
    "strings.xlsx": lambda: papers.with_members(papers.make("xlsx"), **{"xl/sharedStrings.xml": f"<sst {S}>{'<si><t>abcdef</t></si>' * (MANY // 22)}</sst>"}),
    "laughs.xlsx": lambda: papers.with_members(
        papers.make("xlsx"), **{"xl/sharedStrings.xml": f'<!DOCTYPE s [<!ENTITY a "{"b" * 50_000}">]><sst {S}><si><t>{"&a;" * 50_000}</t></si></sst>'}
    ),
    "picture.pdf": lambda: pdf_with_picture(scaled(6_000, 20_000)),
    "picture.png": large_png,
    "words.epub": lambda: papers.with_members(papers.make("epub"), **{"OEBPS/c1.xhtml": "<p>" * (MANY // 10)}),
    "letters.txt": lambda: b"\xe1\xba\xbf" * (MANY // 3),
    "cells.csv": lambda: b"," * MANY,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_file_takes_no_more_memory_than_it_is_given(folder, name, report):
    path = put(folder, name.rsplit(".", 1)[-1], HOSTILE[name]())
    code, most, seconds = measured(path, folder)
    report(
        "A hostile file in a process of its own",
        name,
        {"MB": round(os.path.getsize(path) / 1e6, 1), "MB RAM": round(most / 1e6), "s": round(seconds, 1), "ended": code},
    )
    assert most <= runner.BYTES and seconds < runner.SECONDS + 5
    assert code == 0 or runner.problem_of(code, b"") in {"memory", "broken", "time"}


def test_pdf_of_ten_thousand_pages_is_bounded(folder, report):
    began = time.monotonic()
    found = runner.read(put(folder, "pdf", pdf_of(10_000)), seconds=scaled(8, runner.SECONDS))
    seconds = time.monotonic() - began
    report("A hostile file in a process of its own", "10,000 pages", {"s": round(seconds, 1)})
    assert (found.state, found.problem, found.pages) == ("read", "too_long", 10_000) and seconds < runner.SECONDS + 3
    assert 0 < len(found.pictures) <= 40 and found.parts


def test_what_was_read_is_kept_when_the_pictures_fail(folder):
    made = papers.new_pdf()
    made.add_page()
    papers.write(made, "Chị em nhớ giờ họp.")
    assert "Chị em" in runner.read(put(folder, "pdf", bytes(made.output())), memory=60_000_000).parts[0]["text"]


def test_too_little_memory_is_said(folder):
    assert runner.read(put(folder, "docx", word(f"<w:p><w:r><w:t>{'a' * 30_000_000}</w:t></w:r></w:p>")), memory=60_000_000).problem == "memory"


# Children that go wrong


def program(folder: Path, monkeypatch, text: str) -> None:
    path = folder / "program.py"
    path.write_text(f"import json, os, pathlib, signal, subprocess, sys, time\ndeed, file, folder, seconds, memory = sys.argv[1:]\n{text}\n")
    monkeypatch.setattr(runner, "PROGRAM", str(path))


def leave(found) -> str:
    return f"pathlib.Path(folder, 'reading.json').write_text({json.dumps(found)!r})"


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("os._exit(1)", "broken"),
        ("os._exit(0)", "broken"),
        ("os.kill(os.getpid(), signal.SIGSEGV)", "broken"),
        ("os.kill(os.getpid(), signal.SIGKILL)", "memory"),
        ("os.kill(os.getpid(), signal.SIGXCPU)", "time"),
        ("sys.stderr.write('std::bad_alloc'); sys.stderr.flush(); os.abort()", "memory"),
        ("print('x' * 10_000_000); sys.stderr.write('y' * 10_000_000)", "broken"),
        (leave([]), "broken"),
        (leave({**GOOD, "state": "waiting"}), "broken"),
        (leave({**GOOD, "problem": "nonsense"}), "broken"),
        (leave({**GOOD, "pages": -1}), "broken"),
        (leave({**GOOD, "pages": True}), "broken"),
        (leave({**GOOD, "parts": [{"title": "", "html": "<script>alert(1)</script>", "text": ""}]}), "broken"),
        (leave({**GOOD, "parts": [{"title": 5, "html": "", "text": ""}]}), "broken"),
        (leave({**GOOD, "parts": [{"html": ""}]}), "broken"),
        (leave({**GOOD, "parts": GOOD["parts"] * 6000}), "broken"),
        ("pathlib.Path(folder, 'reading.json').write_text('[' * 100_000)", "broken"),
        ("pathlib.Path(folder, 'reading.json').write_bytes(b'\\xff\\x00')", "broken"),
        ("os.mkdir(os.path.join(folder, 'reading.json'))", "broken"),
    ],
)
def test_child_that_goes_wrong_is_a_failed_reading(folder, monkeypatch, text, problem):
    program(folder, monkeypatch, text)
    found = runner.read(put(folder, "txt", b"a"))
    assert (found.state, found.problem, found.parts) == ("failed", problem, [])


def test_pictures_that_are_none_are_not_taken(folder, monkeypatch):
    webp = picture_bytes((20, 20), "WEBP")
    lines = [leave(GOOD), f"pathlib.Path(folder, '1.webp').write_bytes({webp!r})", "pathlib.Path(folder, '2.webp').write_bytes(b'<svg>')"]
    lines.append("pathlib.Path(folder, '3.webp').write_bytes(b'RIFFxxxxWEBP' + bytes(90_000)); pathlib.Path(folder, 'cover.webp').write_text('GIF89a')")
    program(folder, monkeypatch, "\n".join(lines))
    found = runner.read(put(folder, "txt", b"a"))
    assert (found.state, found.pictures, found.cover) == ("read", [webp], b"")


def test_child_that_hangs_is_ended_with_all_that_it_started(folder, monkeypatch):
    program(folder, monkeypatch, "other = subprocess.Popen(['sleep', '60']); pathlib.Path(file).write_text(f'{os.getpid()} {other.pid}'); time.sleep(60)")
    path, began = put(folder, "txt", b""), time.monotonic()
    found = runner.read(path, seconds=2)
    assert (found.state, found.problem) == ("failed", "time") and time.monotonic() - began < 30
    time.sleep(0.2)
    for number in Path(path).read_text().split():
        assert not alive(int(number))


def alive(number: int) -> bool:
    try:
        return Path(f"/proc/{number}/stat").read_text().split()[2] != "Z"
    except FileNotFoundError:
        return False


def test_child_limits_itself_and_inherits_no_secret(folder, monkeypatch):
    monkeypatch.setenv("SECRET_KEY", "khong ai biet")
    lines = [
        f"sys.path.append({str(Path(child.__file__).parent)!r}); import child, resource",
        "child.limit(5, 200_000_000)",
        "about = {'environment': sorted(os.environ), 'memory': resource.getrlimit(resource.RLIMIT_AS), 'files': resource.getrlimit(resource.RLIMIT_FSIZE)}",
        "pathlib.Path(file).write_text(json.dumps(about))",
    ]
    program(folder, monkeypatch, "\n".join(lines))
    path = put(folder, "txt", b"")
    runner.read(path)
    about = json.loads(Path(path).read_text())
    assert "SECRET_KEY" not in about["environment"] and about["memory"] == [200_000_000] * 2 and about["files"] == [child.LARGEST_FILE] * 2


# Mutated files


EACH = """
import os, sys, resource
sys.path.append(sys.argv[1])
from learning.library.extraction import READERS, child, pictures, reading
ending = sys.argv[2].rsplit(".", 1)[-1]
__import__("learning.library.extraction." + READERS[ending])
for path in sys.argv[2:]:
    out = path + ".out"
    os.mkdir(out)
    number = os.fork()
    if not number:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
        try:
            code = child.main("read", path, out, "20", "300000000")
        except BaseException:
            code = 99
        os._exit(code)
    _, status, used = os.wait4(number, 0)
    print(os.waitstatus_to_exitcode(status), used.ru_maxrss * 1024)
"""


@pytest.mark.parametrize("ending", READ)
def test_mutated_files_are_read_or_refused_and_nothing_else(folder, ending, report):
    """Each in a process of its own, forked from one that has started already."""
    paths = []
    for number in range(scaled(20, 200)):
        path = folder / f"{number}.{ending}"
        path.write_bytes(mutated(papers.make(ending), number))
        paths.append(str(path))
    began = time.monotonic()
    root = str(Path(child.__file__).parents[3])
    lines = subprocess.run([sys.executable, "-I", "-c", EACH, root, *paths], capture_output=True, text=True, check=True).stdout.splitlines()
    ends = [tuple(map(int, line.split())) for line in lines]
    assert len(ends) == len(paths) and max(most for _, most in ends) <= runner.BYTES
    read = 0
    for path, (code, _) in zip(paths, ends, strict=True):
        found = runner.told(Path(path + ".out/reading.json"))
        assert found or runner.problem_of(code, b"") in {"broken", "memory", "time"}, (path, code)
        assert code != 99, path
        read += bool(found)
    report(
        "Mutated files",
        ending,
        {"files": len(paths), "read": read, "MB RAM": round(max(most for _, most in ends) / 1e6), "s": round(time.monotonic() - began, 1)},
    )
