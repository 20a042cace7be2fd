"""Certificates: hers, on paper, and what a stranger may verify."""

import io
import re
from datetime import date

import pypdfium2
import pytest
import zxingcpp
from bs4 import BeautifulSoup
from django.conf import settings

from learning.progress import certificates
from learning.progress.models import Certificate
from members.cards import ALPHABET
from members.models import AuditEntry, Member
from tests.factories.quick import twin
from tests.progress.ground import lay_course

NAME = "Lò Thị Lan"


def text(answer) -> str:
    return " ".join(BeautifulSoup(answer.content, "html.parser").main.get_text(" ").split())


def issue(member, course, day=date(2026, 11, 5)) -> Certificate:
    certificates.issue(member=member, course_key=course.translation_key, on=day)
    return Certificate.objects.get(member=member, course_key=course.translation_key)


@pytest.fixture
def course(tree):
    return lay_course(tree, title="Làm quen với điện thoại").course


@pytest.fixture
def certificate(cast, course):
    return issue(cast.lan, course)


@pytest.mark.postgres
def test_issued_once_however_often(cast, course):
    code = issue(cast.lan, course).code
    assert issue(cast.lan, course, date(2026, 12, 1)).code == code
    assert (len(code), set(code) - set(ALPHABET)) == (12, set())
    assert re.fullmatch(r"(\w{4}-){2}\w{4}", Certificate(code=code).printed_code)


def test_withdrawn_stays_withdrawn_until_restored_and_both_are_in_the_log(cast, course, certificate):
    certificates.revoke(certificate=certificate, by=cast.thu, reason="Làm thay")
    issue(cast.lan, course)
    assert Certificate.objects.valid().count() == 0
    certificates.restore(certificate=certificate, by=cast.thu)
    assert Certificate.objects.valid().count() == 1
    said = AuditEntry.objects.filter(action=AuditEntry.Action.CERTIFICATE).order_by("pk").values_list("actor", "member", "details__deed")
    assert list(said) == [(cast.thu.pk, cast.lan.pk, "withdrawn"), (cast.thu.pk, cast.lan.pk, "restored")]


# Anybody


@pytest.mark.parametrize("typed", ["{}", "{lower}", "{printed}"])
def test_anybody_verifies_it_in_any_case(client, certificate, typed):
    typed = typed.format(certificate.code, lower=certificate.code.lower(), printed=certificate.printed_code)
    answer = client.get(f"/chung-nhan/{typed}/")
    assert answer.status_code == 200
    assert "L. T. Lan" in text(answer) and certificate.course_title in text(answer) and "05/11/2026" in text(answer)
    assert answer["Cache-Control"] == "private, no-store" and answer["X-Robots-Tag"] == "noindex"


@pytest.mark.parametrize(("form", "shown"), [("full", NAME), ("short", "L. T. Lan"), ("last", "Lan")])
def test_stranger_reads_the_form_of_name_that_she_chose_and_nothing_else(client, cast, certificate, form, shown):
    Member.objects.filter(pk=cast.lan.pk).update(phone="+84912345678", member_code="SL-77", birth_year=1990)
    Certificate.objects.update(name_form=form)
    answer = client.get(f"/chung-nhan/{certificate.code}/")
    assert BeautifulSoup(answer.content, "html.parser").h1.get_text() == shown
    for secret in ({NAME} - {shown}) | {"912345678", "SL-77", "1990", "Nà Mạc", "Gia Phù"}:
        assert secret not in answer.content.decode()


def test_withdrawn_one_shows_no_name(client, cast, certificate):
    certificates.revoke(certificate=certificate, by=cast.thu, reason="Làm thay")
    answer = client.get(f"/chung-nhan/{certificate.code}/")
    assert answer.status_code == 200
    assert certificate.printed_code in text(answer) and "Lan" not in text(answer) and "Làm thay" not in text(answer)


@pytest.mark.parametrize("code", ["XXXXXXXXXXXX", "0", "a" * 300, "%F0%9F%98%80", "%27%20OR%201=1"])
def test_unknown_code_is_404_with_a_field_to_type_it_again(client, tree, code):
    answer = client.get(f"/chung-nhan/{code}/")
    assert answer.status_code == 404
    assert 'name="ma"' in answer.content.decode() and "12" in text(answer)


def test_code_typed_from_paper_is_looked_up(client, certificate):
    assert client.get("/chung-nhan/").status_code == 200
    answer = client.get("/chung-nhan/", {"ma": f" {certificate.printed_code.lower()} "})
    assert answer["Location"] == f"/chung-nhan/{certificate.code}/"


def test_verification_is_only_read(client, certificate):
    assert client.post(f"/chung-nhan/{certificate.code}/").status_code == 405


def test_english_certificate_speaks_english(client, cast, course):
    english = twin(course, "en")
    english.title = "First steps"
    english.save()
    Member.objects.filter(pk=cast.lan.pk).update(language="en")
    found = issue(Member.objects.get(pk=cast.lan.pk), course)
    page = BeautifulSoup(client.get(f"/chung-nhan/{found.code}/").content, "html.parser")
    assert page.html["lang"] == "en" and "First steps" in page.get_text()


# Hers


def mine(certificate) -> str:
    return f"/toi/giay-chung-nhan/{certificate.code}/"


def test_she_sees_it_and_the_size_of_the_file(enter, certificate):
    client = enter("lan")
    page = text(client.get(mine(certificate)))
    size = len(client.get(mine(certificate)[:-1] + ".pdf").content)
    assert NAME in page and f"{round(size / 1000)} KB" in page
    assert size < 90_000


def test_she_chooses_the_form_of_her_name_and_her_pdf_keeps_the_full_one(enter, cast, certificate):
    client = enter("lan")
    assert client.post(mine(certificate), {"name_form": "last"})["Location"] == mine(certificate)
    certificate.refresh_from_db()
    assert certificate.public_name == "Lan"
    assert Member.objects.get(pk=cast.lan.pk).name_form == "last", "her next certificates begin with it"
    assert NAME in pdf_text(client.get(mine(certificate)[:-1] + ".pdf").content)


@pytest.mark.parametrize("form", ["", "all", "FULL"])
def test_other_forms_of_name_change_nothing(enter, certificate, form):
    assert enter("lan").post(mine(certificate), {"name_form": form}).status_code == 200
    certificate.refresh_from_db()
    assert certificate.name_form == "short"


@pytest.mark.parametrize("who", ["hoa", "mai", "thu"])
@pytest.mark.parametrize("end", ["/", ".pdf"])
def test_to_anybody_else_it_does_not_exist(enter, certificate, who, end):
    assert enter(who).get(mine(certificate)[:-1] + end).status_code == 404
    assert enter(who).post(mine(certificate), {"name_form": "full"}).status_code == 404


@pytest.mark.parametrize("end", ["/", ".pdf"])
def test_stranger_is_sent_to_the_door_and_unknown_codes_are_404(client, enter, certificate, end):
    assert client.get(mine(certificate)[:-1] + end)["Location"].startswith("/dang-nhap/")
    assert enter("lan").get("/toi/giay-chung-nhan/XXXXXXXXXXXX" + end).status_code == 404


def test_file_is_only_read_and_kept_by_nobody(enter, certificate):
    address = mine(certificate)[:-1] + ".pdf"
    assert enter("lan").post(address).status_code == 405
    assert enter("lan").get(address)["Cache-Control"] == "private, no-store"


def test_withdrawn_one_tells_her_why_and_is_not_printed(enter, cast, certificate):
    certificates.revoke(certificate=certificate, by=cast.thu, reason="Làm thay người khác")
    assert "Làm thay người khác" in text(enter("lan").get(mine(certificate)))
    assert enter("lan").get(mine(certificate)[:-1] + ".pdf").status_code == 404


# On paper


def pdf_text(content: bytes) -> str:
    page = pypdfium2.PdfDocument(content)[0]
    return " ".join(page.get_textpage().get_text_bounded().split())


@pytest.mark.parametrize("name", [NAME, "Nguyễn Thị Hồng Ngọc Ánh", "Mùa Thị Xồng", "Đỗ Ỷ Quỵnh Uyển Khoẳng"])
def test_paper_bears_her_full_name_the_course_the_day_and_a_code_that_leads_to_the_proof(enter, cast, certificate, name):
    Member.objects.filter(pk=cast.lan.pk).update(full_name=name)
    answer = enter("lan").get(mine(certificate)[:-1] + ".pdf")
    assert answer["Content-Type"] == "application/pdf"
    printed = pdf_text(answer.content)
    assert name in printed and certificate.course_title in printed and "05/11/2026" in printed and certificate.printed_code in printed
    picture = pypdfium2.PdfDocument(io.BytesIO(answer.content))[0].render(scale=2).to_pil()
    (code,) = zxingcpp.read_barcodes(picture)
    assert code.text == f"{settings.SITE_URL}/chung-nhan/{certificate.code}/"


def test_it_is_listed_at_toi(enter, certificate):
    page = BeautifulSoup(enter("lan").get("/toi/").content, "html.parser")
    assert page.select_one(f'a[href="{mine(certificate)}"]') and certificate.printed_code in page.get_text()
