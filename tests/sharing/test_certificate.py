from dataclasses import replace
from datetime import date
from unicodedata import normalize

import pytest

from sharing.certificate import CertificateFace, CertificateWords, certificate
from tests.sharing.printed import Box, Printed, read_codes

ADDRESS = "https://chiemhocso.vn/chung-nhan/H7K2MX4P/"
DO = CertificateFace("Vàng Thị Dợ", "Làm quen với điện thoại", date(2026, 11, 21), "H7K2-MX4P", ADDRESS)
VIETNAMESE = CertificateWords(
    language="vi",
    union="Hội Liên hiệp Phụ nữ Việt Nam",
    title="Giấy chứng nhận",
    given_to="Hội chứng nhận chị",
    has_completed="đã học xong khóa",
    day="Ngày 21/11/2026",
    code="Mã",
    verify="Quét mã này để kiểm tra giấy chứng nhận.",
)
LONG_NAMES = ["Nguyễn Hoàng Thị Phương Thảo Uyên Nhi", "Sùng A Ẩm", "Lò Thị " * 12, "Khoàngthịnguyễnphươngthảouyênnhikhoàngthịnguyễn"]
LONG_COURSE = "Bán hàng trên mạng cho hợp tác xã phụ nữ: từ tấm ảnh đầu tiên đến đơn hàng thứ một trăm, học trong mười hai tuần"


def printed(face=DO, words=VIETNAMESE) -> Printed:
    return Printed(certificate(face, words))


def test_certificate_is_one_page_of_a4_across():
    assert printed().sizes == [(297, 210)]


def test_certificate_says_who_what_and_when():
    text = printed().text()
    for words in (
        "Giấy chứng nhận",
        "Vàng Thị Dợ",
        "đã học xong khóa",
        "Làm quen với điện thoại",
        "Ngày 21/11/2026",
        "Mã H7K2-MX4P",
        "chiemhocso.vn/chung-nhan/H7K2MX4P/",
    ):
        assert words in text


@pytest.mark.parametrize("name", LONG_NAMES)
def test_name_is_taken_out_as_it_was_put_in(name):
    assert " ".join(name.split()) in printed(replace(DO, name=normalize("NFD", name))).text()


def test_code_verifies_the_certificate():
    (code,) = read_codes(printed().picture())
    assert (code.text, code.level) == (ADDRESS, "M")


@pytest.mark.parametrize("name", LONG_NAMES)
def test_words_stay_inside_and_apart(name):
    long_words = replace(
        VIETNAMESE,
        union="Hội Liên hiệp Phụ nữ các dân tộc thiểu số miền núi phía Bắc Việt Nam",
        verify="Scannez ce code QR pour vérifier l’authenticité de ce certificat.",
    )
    lines = printed(
        replace(DO, name=name, course=LONG_COURSE, address=ADDRESS.replace("chiemhocso", "hoc-so.hoilienhiepphunu-tinhsonla.gov")), long_words
    ).lines()
    for index, line in enumerate(lines):
        assert line.within(Box(20, 18, 277, 192)), line
        assert not [other.text for other in lines[index + 1 :] if line.overlaps(other)], line.text


def test_certificate_weighs_at_most_90_kb():
    assert len(certificate(replace(DO, name=LONG_NAMES[0], course=LONG_COURSE), VIETNAMESE)) <= 90_000


def test_certificate_is_the_same_file_each_time():
    assert certificate(DO, VIETNAMESE) == certificate(DO, VIETNAMESE)


def test_certificate_names_its_language():
    assert b"/Lang (fr)" in certificate(DO, replace(VIETNAMESE, language="fr"))
