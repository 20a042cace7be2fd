"""Documents are found by their words, in lists that already know who may read them."""

import pytest

from learning.library import finding
from learning.library.models import LibraryDocument, Reading, ReadingPart
from tests import factories

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]


def titles(words: str) -> set[str]:
    return set(LibraryDocument.objects.public().matching(words).values_list("title", flat=True))


@pytest.fixture
def documents(tree):
    factories.make_document(title="Sổ tay điện thoại", summary="Chị em đọc trước khi họp", issuing_body="Hội LHPN tỉnh Sơn La")
    factories.make_document("form", title="Mẫu hồ sơ OCOP", transcript="")
    factories.make_document("audio", title="Bài hát", content=b"ID3", transcript="Trống cơm khen ai khéo vỗ")


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("dien thoai", {"Sổ tay điện thoại"}),
        ("điện thoại", {"Sổ tay điện thoại"}),
        ("điển thoại", set()),
        ("dien tho", {"Sổ tay điện thoại"}),
        ("son la", {"Sổ tay điện thoại"}),
        ("ocop", {"Mẫu hồ sơ OCOP"}),
        ("trong com", {"Bài hát"}),
        ("", set()),
        ("'; DROP TABLE", set()),
    ],
)
def test_documents_are_found_by_all_that_is_known_of_them(documents, words, found):
    assert titles(words) == found


def test_text_taken_out_of_a_file_is_found_once_it_is_there(documents):
    document = LibraryDocument.objects.get(title="Mẫu hồ sơ OCOP")
    reading = Reading.objects.of_file(document.sha256, document.file_extension)
    ReadingPart.objects.create(reading=reading, number=1, title="Phần một", html="<p>Mật ong</p>", text="Mật ong bạc hà", weight=20)
    assert titles("bac ha") == set()
    finding.put([document])
    assert "Mẫu hồ sơ OCOP" in titles("bac ha")


def test_changed_words_are_found_and_old_ones_no_more(documents):
    document = LibraryDocument.objects.get(title="Bài hát")
    document.title = "Điệu xòe"
    document.save()
    assert (titles("xoe"), titles("bai hat")) == ({"Điệu xòe"}, set())


def test_deleted_documents_are_gone(documents):
    LibraryDocument.objects.filter(title="Bài hát").delete()
    assert titles("bai hat") == set()


def test_words_of_tags_are_found(documents, editor):
    document = LibraryDocument.objects.get(title="Bài hát")
    document.tags.add("dân ca")
    finding.put([document])
    assert titles("dan ca") == {"Bài hát"}
