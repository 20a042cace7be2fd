"""Many files and a sheet: nothing is made before it was looked at, and what is wrong names its row, its column and the remedy."""

import io
import json
import os
import time
import unicodedata
from datetime import timedelta

import openpyxl
import pytest
from django.core.files.storage import FileSystemStorage, default_storage
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from django.utils.html import escape

from learning.library.models import DocumentVersion, LibraryDocument, UploadBatch
from learning.library.office import kept
from learning.library.office.batch import views
from tests import factories
from tests.cast import client_of
from tests.factories import papers
from tests.factories.member_lists import as_csv, as_xlsx
from tests.learning.office import OUTSIDERS, add, folder, let_in, turned_away, upload
from tests.pages.reading import soup
from tests.scale import scaled

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]

START = reverse("library_batches")
HEADERS = ["Tên tệp", "Tiêu đề", "Loại", "Ngôn ngữ", "Chủ đề", "Tóm tắt", "Nơi ban hành", "Năm", "Thư mục", "Nhãn", "Cùng tài liệu với", "Xem lại ngày"]


def sheet(*rows, headers=HEADERS, name="bang.xlsx"):
    table = [headers, *([*row, *[""] * (len(headers) - len(row))] for row in rows)]
    return upload(name, as_xlsx(table) if name.endswith("xlsx") else as_csv(table))


def files(*names):
    """Each with bytes of its own, of the kind that its name says."""
    return [upload(name, papers.make("docx") if name.endswith(".docx") else b"%PDF-1.4 " + name.encode()) for name in names]


def send(client, rows, uploads, **more):
    data = {"sheet": rows, "files": uploads, "collection": folder_id(), **more}
    return client.post(START, data)


def folder_id() -> int:
    return folder("x").get_root().pk


def looked(client, rows, uploads) -> UploadBatch:
    answer = send(client, rows, uploads)
    assert answer.status_code == 302, answer.context["form"].errors
    return UploadBatch.objects.latest("made_at")


def address(batch, deed: str = "") -> str:
    return reverse(f"library_batch{deed}", args=[batch.pk])


def make(client, batch, **more) -> UploadBatch:
    client.post(address(batch, "_make"), more)
    for _step in range(20):
        batch.refresh_from_db()
        if batch.state != "making":
            break
        client.post(address(batch, "_proceed"))
    return batch


def problems(batch) -> list[tuple]:
    """(row, column) of each mistake."""
    return [(line["row"], column) for line in batch.lines for column, _sentence in line["problems"]]


@pytest.fixture
def topic(cast):
    return factories.make_topic(name="Điện thoại")


def test_from_the_upload_to_the_documents(editor, cast, topic):
    inner = folder("Sổ tay tỉnh")
    row = ["so-tay.pdf", "Sổ tay số", "sổ tay", "tiếng Việt", "dien thoai", "Cách dùng.", "Hội LHPN tỉnh", 2026, "so tay tinh", "máy; mới", "", "21/11/2027"]
    batch = looked(editor, sheet(row, ["mau-don.docx"]), files("so-tay.pdf", "mau-don.docx"))
    page = soup(editor.get(address(batch)))
    assert "Sổ tay số" in page.text and page.select_one(f'[action="{address(batch, "_make")}"]')
    assert not LibraryDocument.objects.exists() and not DocumentVersion.objects.exists()
    assert make(editor, batch).state == "done"
    made, other = LibraryDocument.objects.order_by("pk")
    assert (made.title, made.kind, made.language_code, made.topic, made.summary) == ("Sổ tay số", "handbook", "vi", topic, "Cách dùng.")
    assert (made.issuing_body, made.year, made.collection, f"{made.review_on}") == ("Hội LHPN tỉnh", 2026, inner, "2027-11-21")
    assert sorted(made.tags.names()) == ["máy", "mới"] and made.version.filename == "so-tay.pdf"
    assert made.uploaded_by_user == made.version.created_by == cast.ngan
    assert (other.title, other.kind, other.collection.depth) == ("mau-don", "form", 1)
    assert soup(editor.get(address(batch))).select(f'td a[href="{reverse("wagtaildocs:edit", args=[made.pk])}"]')


def test_dry_run_leaves_nothing_in_the_library_and_its_files_go_afterwards(editor, cast):
    before = set(default_storage.listdir("documents")[1]) if default_storage.exists("documents") else set()
    batch = looked(editor, sheet(["a.pdf"]), files("a.pdf"))
    assert not default_storage.exists("documents") or set(default_storage.listdir("documents")[1]) == before
    key = batch.files[0]["key"]
    assert default_storage.exists(key)
    make(editor, batch)
    assert not default_storage.exists(key) and batch.files == []


@pytest.mark.parametrize(
    ("row", "column"),
    [
        (["khong-co.pdf"], "Tên tệp"),
        (["", "Không tệp"], "Tên tệp"),
        (["a.pdf", "x" * 300], "Tiêu đề"),
        (["a.pdf", "", "tranh"], "Loại"),
        (["a.pdf", "", "", "tiếng Lào"], "Ngôn ngữ"),
        (["a.pdf", "", "", "", "Không có"], "Chủ đề"),
        (["a.pdf", "", "", "", "", "x" * 201], "Tóm tắt"),
        (["a.pdf", "", "", "", "", "", "", "26"], "Năm"),
        (["a.pdf", "", "", "", "", "", "", "hai nghìn"], "Năm"),
        (["a.pdf", "", "", "", "", "", "", "", "Không có"], "Thư mục"),
        (["a.pdf", "", "", "", "", "", "", "", "", "", "#99999"], "Cùng tài liệu với"),
        (["a.pdf", "", "", "", "", "", "", "", "", "", "", "31/02/2027"], "Xem lại ngày"),
        (["a.pdf", "", "âm thanh"], "Loại"),
    ],
)
def test_mistake_names_row_and_column_and_stops_its_row_alone(editor, topic, row, column):
    batch = looked(editor, sheet(["b.pdf", "Tốt"], row), files("a.pdf", "b.pdf"))
    assert (3, column) in problems(batch) and not [row for row, _column in problems(batch) if row == 2]
    page = " ".join(soup(editor.get(address(batch))).text.split())
    assert "3" in page and f"“{column}”" in page
    make(editor, batch)
    assert [document.title for document in LibraryDocument.objects.all()] == ["Tốt"]


def test_what_the_form_refuses_the_sheet_refuses(editor, cast):
    batch = looked(editor, sheet(["a.exe"], ["b.pdf"]), files("a.exe", "b.pdf"))
    assert problems(batch) == [(2, "Tên tệp")]


def test_file_without_a_row_is_told_and_not_made(editor, cast):
    batch = looked(editor, sheet(["a.pdf"]), files("a.pdf", "thừa.pdf"))
    assert [(line["name"], line["row"]) for line in batch.lines if line["problems"]] == [("thừa.pdf", None)]
    make(editor, batch)
    assert LibraryDocument.objects.count() == 1


@pytest.mark.parametrize("name", ["Sổ tay.pdf", "SỔ TAY.PDF", "Sổ tay", "thư mục/Sổ tay.pdf", "C:\\Sổ tay.pdf", unicodedata.normalize("NFD", "Sổ tay.pdf")])
def test_file_is_found_however_its_name_is_written(editor, cast, name):
    assert problems(looked(editor, sheet([name]), files("Sổ tay.pdf"))) == []


def test_two_rows_of_one_file_and_two_files_of_one_name(editor, cast):
    batch = looked(editor, sheet(["a.pdf"], ["a.pdf"], ["b"]), files("a.pdf", "b.pdf", "b.docx"))
    assert problems(batch)[:2] == [(3, "Tên tệp"), (4, "Tên tệp")]


def test_twin_in_the_library_is_made_only_when_ticked(editor, cast):
    twin = factories.make_document(title="Sổ tay cũ", content=b"%PDF-1.4 a.pdf")
    batch = looked(editor, sheet(["a.pdf", "Một"], ["b.pdf", "Hai"]), files("a.pdf", "b.pdf"))
    page = soup(editor.get(address(batch)))
    assert page.select_one(f'a[href="{reverse("wagtaildocs:edit", args=[twin.pk])}"]').text == "Sổ tay cũ"
    assert page.select_one("[name=again]")["value"] == "2"
    make(editor, batch)
    assert sorted(LibraryDocument.objects.values_list("title", flat=True)) == ["Hai", "Sổ tay cũ"]
    again = looked(editor, sheet(["a.pdf", "Một"]), files("a.pdf"))
    make(editor, again, again="2")
    assert LibraryDocument.objects.filter(title="Một").exists()


def test_twin_that_she_may_not_see_is_not_named(cast):
    mine, theirs = folder("Của Thu"), folder("Của tỉnh")
    from learning.library.models import CollectionAudience

    CollectionAudience.objects.create(collection=theirs, audience="officials", unit=cast.vui.unit)
    factories.make_document(title="Danh sách mật", content=b"%PDF-1.4 a.pdf", collection=theirs)
    let_in(cast.thu, mine)
    thu = client_of("thu")
    thu.post(START, {"sheet": sheet(["a.pdf"]), "files": files("a.pdf"), "collection": mine.pk})
    batch = UploadBatch.objects.get()
    assert "Danh sách mật" not in json.dumps(batch.lines) + thu.get(address(batch)).text
    assert make(thu, batch).lines[0]["made"]
    assert LibraryDocument.objects.latest("pk").collection == mine


def test_same_bytes_twice_in_one_upload(editor, cast):
    batch = looked(editor, sheet(["a.pdf"], ["b.pdf"]), [upload("a.pdf"), upload("b.pdf")])
    assert [bool(line["twins"]) for line in batch.lines] == [False, True]
    make(editor, batch)
    assert LibraryDocument.objects.count() == 1


def test_editions_of_one_work_share_it(editor, cast):
    there = factories.make_document(title="Có sẵn")
    rows = [
        ["vi.pdf", "Sổ tay", "", "Việt", *[""] * 6, "Sổ tay số"],
        ["en.pdf", "Handbook", "", "English", *[""] * 6, "so tay so"],
        ["fr.pdf", "Guide", "", "fr", *[""] * 6, f"http://testserver{there.address}"],
        ["mot.pdf", "Một mình"],
    ]
    make(editor, looked(editor, sheet(*rows), files("vi.pdf", "en.pdf", "fr.pdf", "mot.pdf")))
    works = dict(LibraryDocument.objects.values_list("title", "work_key"))
    assert works["Sổ tay"] == works["Handbook"] and works["Guide"] == works["Có sẵn"]
    assert len(set(works.values())) == 3


def test_second_edition_in_a_language_is_a_mistake(editor, cast):
    rows = [["a.pdf", "Một", *[""] * 8, "nhóm"], ["b.pdf", "Hai", *[""] * 8, "nhóm"]]
    assert problems(looked(editor, sheet(*rows), files("a.pdf", "b.pdf"))) == [(3, "Cùng tài liệu với")]


@pytest.mark.parametrize(
    "rows",
    [
        upload("bang.pdf"),
        upload("bang.xlsx", b"khong phai"),
        upload("bang.csv", b"\xff\xfe\x00"),
        upload("bang.csv", "không,có,tiêu đề\n1,2,3\n".encode()),
        upload("bang.csv", "Tên tệp,Tiêu đề\n".encode()),
    ],
    ids=["pdf", "no xlsx", "broken", "no header", "no rows"],
)
def test_unreadable_sheet_says_so_and_keeps_the_files(editor, cast, rows):
    rows.seek(0)
    batch = looked(editor, rows, files("a.pdf"))
    page = soup(editor.get(address(batch)))
    assert page.select(".help-critical") and not page.select_one(f'[action="{address(batch, "_make")}"] button.button:not(.button-secondary)')
    assert editor.post(address(batch), {"sheet": sheet(["a.pdf", "Sổ tay"], name="bang.csv")}).status_code == 302
    assert make(editor, batch).state == "done" and LibraryDocument.objects.get().title == "Sổ tay"


def test_missing_file_is_added_and_everything_looked_at_again(editor, cast):
    batch = looked(editor, sheet(["a.pdf"], ["b.pdf"]), files("a.pdf"))
    assert problems(batch) == [(3, "Tên tệp")]
    editor.post(address(batch), {"files": files("b.pdf")})
    assert problems(make(editor, batch)) == [] and LibraryDocument.objects.count() == 2


def test_nothing_chosen_and_too_many_files_are_sentences(editor, cast, monkeypatch):
    assert editor.post(START, {}).status_code == 422
    batch = looked(editor, sheet(["a.pdf"]), files("a.pdf"))
    assert editor.post(address(batch), {}).status_code == 422
    monkeypatch.setattr("learning.library.office.batch.forms.MOST_FILES", 1)
    assert send(editor, sheet(["a.pdf"]), files("a.pdf", "b.pdf")).status_code == 422


def test_unknown_columns_are_named(editor, cast):
    batch = looked(editor, sheet(["a.pdf", "Một"], headers=["Tên tệp", "Tiêu đề", "Ghi chú"]), files("a.pdf"))
    assert "Ghi chú" in soup(editor.get(address(batch))).select_one(".help-warning").text


def test_full_store_is_a_sentence(editor, cast, monkeypatch):
    def full(*_args, **_kwargs):
        raise OSError("đầy")

    monkeypatch.setattr(default_storage, "save", full)
    assert send(editor, sheet(["a.pdf"]), files("a.pdf")).status_code == 422


def test_store_that_does_not_answer_for_a_while_loses_no_file(editor, cast, monkeypatch):
    batch = looked(editor, sheet(["a.pdf"], ["b.pdf"]), files("a.pdf", "b.pdf"))
    editor.post(address(batch, "_make"))
    with monkeypatch.context() as down:
        down.setattr(FileSystemStorage, "_save", lambda self, name, content: (_ for _ in ()).throw(OSError("đầy")))
        assert editor.post(address(batch, "_proceed"), follow=True).text.count(escape(str(views.NOT_STORED))) == 1
    batch.refresh_from_db()
    assert batch.state == "making" and problems(batch) == [] and not LibraryDocument.objects.exists()
    assert [bool(line["made"]) for line in make(editor, batch).lines] == [True, True]


def test_cancelling_without_the_store_leaves_the_files_to_the_day(editor, cast, monkeypatch):
    batch = looked(editor, sheet(["a.pdf"]), files("a.pdf"))
    (file,) = batch.files
    with monkeypatch.context() as down:
        down.setattr(FileSystemStorage, "delete", lambda self, name: (_ for _ in ()).throw(OSError("im lặng")))
        assert editor.post(address(batch, "_cancel")).status_code == 302
    batch.refresh_from_db()
    assert (batch.state, batch.forgotten) == ("cancelled", False)
    UploadBatch.objects.update(made_at=timezone.now() - timedelta(hours=25))
    call_command("tidy_library", stdout=io.StringIO())
    assert not default_storage.exists(file["key"])


def test_lost_file_is_a_mistake_and_the_others_are_made(editor, cast):
    batch = looked(editor, sheet(["a.pdf"], ["b.pdf"]), files("a.pdf", "b.pdf"))
    os.remove(default_storage.path(batch.files[0]["key"]))
    assert [bool(line["made"]) for line in make(editor, batch).lines] == [False, True]


def test_second_press_makes_nothing_twice(editor, cast, monkeypatch):
    monkeypatch.setattr(views, "SECONDS", 0)
    batch = looked(editor, sheet(["a.pdf"], ["b.pdf"], ["c.pdf"]), files("a.pdf", "b.pdf", "c.pdf"))
    for _press in range(2):
        editor.post(address(batch, "_make"))
    seen = []
    for _step in range(6):
        editor.post(address(batch, "_proceed"))
        seen.append(LibraryDocument.objects.count())
    assert seen == [1, 2, 3, 3, 3, 3]
    editor.post(address(batch, "_make"))
    batch.refresh_from_db()
    assert batch.state == "done"


def test_page_goes_on_by_itself_while_documents_are_made(editor, cast):
    batch = looked(editor, sheet(["a.pdf"]), files("a.pdf"))
    editor.post(address(batch, "_make"))
    page = editor.get(address(batch)).text
    assert "data-proceed" in page and "js/importing" in page


def test_cancelled_upload_leaves_no_file(editor, cast):
    batch = looked(editor, sheet(["a.pdf"]), files("a.pdf"))
    key = batch.files[0]["key"]
    editor.post(address(batch, "_cancel"))
    assert not default_storage.exists(key) and not LibraryDocument.objects.exists()
    assert make(editor, batch).state == "cancelled" and editor.get(address(batch)).status_code == 200


def test_upload_that_nobody_came_back_for_is_tidied_away(editor, cast, monkeypatch):
    batch = looked(editor, sheet(["a.pdf"]), files("a.pdf"))
    add(editor, file=upload(), year="26")
    waiting = kept.waiting().get()
    call_command("tidy_library", stdout=io.StringIO())
    assert default_storage.exists(batch.files[0]["key"]) and kept.waiting().exists()
    UploadBatch.objects.update(made_at=timezone.now() - timedelta(hours=25))
    monkeypatch.setattr(kept, "KEPT", timedelta())
    call_command("tidy_library", stdout=io.StringIO())
    assert not default_storage.exists(batch.files[0]["key"]) and not default_storage.exists(waiting.file.name)
    batch.refresh_from_db()
    assert (batch.state, batch.lines, kept.waiting().exists()) == ("cancelled", [], False)
    assert editor.get(address(batch)).status_code == 200


def test_empty_sheet_holds_the_choices_and_can_be_read_again(editor, cast, topic):
    answer = editor.get(reverse("library_batch_sheet"))
    book = openpyxl.load_workbook(io.BytesIO(b"".join(answer.streaming_content)))
    headers = [cell.value for cell in book.worksheets[0][1]]
    assert len(book.worksheets[0].data_validations.dataValidation) >= 3
    assert "Điện thoại" in {cell.value for row in book.worksheets[1].iter_rows() for cell in row}
    batch = looked(editor, sheet(["a.pdf", "Sổ tay"], headers=headers), files("a.pdf"))
    assert problems(batch) == [] and batch.notes == []


@pytest.mark.parametrize("who", OUTSIDERS)
def test_others_upload_nothing(client, enter, editor, cast, who):
    batch = looked(editor, sheet(["a.pdf"]), files("a.pdf"))
    asking = enter(who) if who else client
    for wanted in (START, reverse("library_batch_sheet"), address(batch)):
        assert turned_away(asking.get(wanted))
    assert turned_away(send(asking, sheet(["a.pdf"]), files("a.pdf")))
    for deed in ("_make", "_proceed", "_cancel"):
        assert turned_away(asking.post(address(batch, deed)))
    batch.refresh_from_db()
    assert (batch.state, UploadBatch.objects.count()) == ("checked", 1)


def test_upload_of_a_colleague_does_not_exist(editor, enter, cast):
    batch = looked(editor, sheet(["a.pdf"]), files("a.pdf"))
    assert enter("nhung").get(address(batch)).status_code == 404
    assert enter("nhung").post(address(batch, "_make")).status_code == 404
    assert editor.get(reverse("library_batch", args=["7b1f0a52-52f3-4c55-9a3b-0a1f6a8f6c11"])).status_code == 404


@pytest.mark.parametrize("deed", ["_make", "_proceed", "_cancel"])
def test_deeds_are_no_links(editor, cast, deed):
    assert editor.get(address(looked(editor, sheet(["a.pdf"]), files("a.pdf")), deed)).status_code == 405


def test_fifty_files_at_once(editor, cast, report):
    count, size = scaled(5, 50), scaled(20_000, 1_000_000)
    names = [f"tai-lieu-{number}.pdf" for number in range(count)]
    uploads = [upload(name, b"%PDF-1.4 " + name.encode() + b" " * size) for name in names]
    begun = time.monotonic()
    batch = make(editor, looked(editor, sheet(*([name, f"Tài liệu {name}"] for name in names)), uploads))
    seconds = time.monotonic() - begun
    assert len([line for line in batch.lines if line["made"]]) == LibraryDocument.objects.count() == count
    report("Bulk upload", f"{count} files of {size // 1000} KB", {"seconds": f"{seconds:.1f}"})
