"""/toi/du-lieu/: everything that is kept about her, and her requests."""

import json
import re
from uuid import uuid4

import pytest
from bs4 import BeautifulSoup
from django.apps import apps
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from learning.progress import certificates, completion
from learning.progress.export import data_of
from learning.progress.models import Attempt
from members import audit
from members.cards import Card
from members.models import Member, MemberRequest
from members.privacy import SECRETS, tables_about_member, tables_by_number
from tests.members.traces import HERS, live_a_little, new_member, traces
from tests.progress.ground import lay_course, version_of

EVERYTHING_ELSE = set()  # columns that point at a member and are left out, each with its reason; none today


@pytest.fixture
def learner(cast, tree):
    """Lan with a row in every table of learning and of her way in."""
    ground = lay_course(tree, title="Làm quen với điện thoại")
    lesson, version = ground.lessons[0], version_of(ground.quizzes[0])
    visit = {"visit_id": uuid4(), "seconds": 60, "learned": True, "practised": True, "shared": 2}
    completion.record_visit(member=cast.lan, lesson_key=lesson.translation_key, now=timezone.now(), **visit)
    about = {"member": cast.lan, "unit": cast.lan.unit, "started": timezone.now(), "answers_json": "[0]", "score": 100, "maximum": 100, "passed": True}
    Attempt.objects.create(id=uuid4(), quiz_key=version.quiz_key, version=version, **about)
    certificates.issue(member=cast.lan, course_key=ground.course.translation_key, on=timezone.localdate())
    Card.fresh(cast.lan, made_by=cast.hoa).save()
    audit.record(audit.AuditEntry.Action.SIGN_IN, actor=cast.hoa, member=cast.lan)
    Member.objects.filter(pk=cast.lan.pk).update(phone="+84912345678", pin="!hashed", birth_year=1990)
    return Member.objects.get(pk=cast.lan.pk)


def columns_that_point_at_a_member() -> set[str]:
    """Found anew, not by the code under test."""
    found = set()
    for model in apps.get_models(include_auto_created=True):
        for field in model._meta.get_fields():
            if field.concrete and field.is_relation and field.related_model is Member and field.model is model and not field.many_to_many:
                found.add(f"{model._meta.label}.{field.name}")
    return found


def test_every_table_with_her_number_is_in_the_export(learner):
    assert columns_that_point_at_a_member() - data_of(learner).keys() == EVERYTHING_ELSE
    assert {table.name for table in tables_about_member()} == columns_that_point_at_a_member()


def test_every_cell_with_her_number_is_told(cast, tree):
    """Also those without a foreign key: looked for in the database itself."""
    member = new_member(cast)
    live_a_little(member, cast, tree)
    columns = {
        f"{model._meta.db_table}.{field.column}": f"{model._meta.label}.{field.name}"
        for model in apps.get_models(include_auto_created=True)
        for field in model._meta.local_fields
    }
    found = {columns[trace] for trace in traces(str(HERS))} - {"members.Member.id"}
    assert {"wagtailcore.ModelLogEntry.object_id", "members.Tries.key"} < found
    assert {name for name in found if not data_of(member).get(name)} == EVERYTHING_ELSE


def test_every_column_of_her_own_row_is_in_it_but_the_keys_to_the_door(learner):
    columns = {field.name for field in Member._meta.concrete_fields}
    assert columns - data_of(learner)["member"].keys() == columns & SECRETS


@pytest.mark.parametrize(
    "table", ["progress.Attempt", "progress.LessonProgress", "progress.LessonVisit", "progress.Certificate", "members.Card", "members.AuditEntry"]
)
def test_her_rows_are_told(learner, table):
    assert len(data_of(learner)[f"{table}.member"]) == 1


def test_no_key_to_a_door_is_in_it(learner):
    card = Card.objects.get(member=learner)
    told = json.dumps(data_of(learner))
    for secret in (card.nonce, card.secret_hash, card.code_hash, learner.password, "!hashed"):
        assert secret not in told


def test_of_what_she_decided_about_others_only_the_time_is_told(learner, cast):
    told = data_of(cast.hoa)
    (made,) = told["members.Card.made_by"]
    assert set(made) == {"id", "made_at"}
    assert "Lò Thị Lan" not in json.dumps(told, ensure_ascii=False)


def test_keys_of_pages_are_named(learner):
    assert data_of(learner)["progress.LessonProgress.member"][0]["lesson_title"] == "Làm quen với điện thoại: bài 1"


def test_json_file(enter, learner):
    answer = enter("lan").get("/toi/du-lieu.json")
    assert answer["Content-Type"] == "application/json" and answer["Content-Disposition"].endswith('.json"')
    assert answer.json()["member"]["full_name"] == "Lò Thị Lan"


def test_page_that_opens_anywhere(enter, learner):
    answer = enter("lan").get("/toi/du-lieu.html")
    page = BeautifulSoup(answer.content, "html.parser")
    assert "Lò Thị Lan" in page.get_text() and "+84912345678" in page.get_text()
    assert not page.select("script, link, [src]") and answer["Content-Disposition"].startswith("attachment")


def test_she_sees_it_and_the_weight_of_the_files(enter, learner):
    page = BeautifulSoup(enter("lan").get("/toi/du-lieu/").content, "html.parser").main.get_text(" ")
    assert "+84912345678" in page and "1990" in page and len(re.findall(r"[\d,]+ KB\b", page)) == 2


@pytest.mark.parametrize("address", ["/toi/du-lieu/", "/toi/du-lieu.json", "/toi/du-lieu.html"])
def test_stranger_is_sent_to_the_door_and_it_is_only_read(client, enter, tree, address):
    assert client.get(address)["Location"].startswith("/dang-nhap/")
    assert enter("lan").post(address).status_code == 405


def test_colleague_sees_her_own(enter, learner):
    assert "+84912345678" not in enter("hoa").get("/toi/du-lieu.json").content.decode()


def test_queries_do_not_grow_with_her_rows(learner, report):
    def asked():
        with CaptureQueriesContext(connection) as captured:
            data_of(learner)
        return len(captured)

    asked()  # her unit is known from then on
    before = asked()
    attempt = Attempt.objects.get(member=learner)
    for _more in range(5):
        attempt.pk = uuid4()
        attempt.save(force_insert=True)
        audit.record(audit.AuditEntry.Action.SIGN_IN, actor=learner, member=learner)
    tables = len(tables_about_member()) + len(tables_by_number()) + 1
    report("queries of the export", "tables", {"all": tables, "queries": before})
    assert asked() == before <= tables + 2


# Requests


@pytest.mark.postgres
@pytest.mark.parametrize(("kind", "text"), [("correction", "Tên em là Lò Thị Lan"), ("deletion", "")])
def test_one_request_of_a_kind_waits(enter, cast, kind, text):
    client = enter("lan")
    for words in (text, text and f"{text}."):
        assert client.post("/toi/du-lieu/yeu-cau/", {"kind": kind, "text": words})["Location"] == "/toi/du-lieu/"
    (asked,) = MemberRequest.objects.filter(member=cast.lan)
    assert (asked.kind, asked.text, asked.state) == (kind, text and f"{text}.", "waiting")
    page = BeautifulSoup(client.get("/toi/du-lieu/").content, "html.parser")
    assert page.select(".tip")


def test_after_an_answer_she_may_ask_again_and_reads_the_answer(enter, cast):
    MemberRequest.objects.create(member=cast.lan, kind="deletion", state="refused", answer="Chị gọi cho Hội xã nhé")
    client = enter("lan")
    assert "Chị gọi cho Hội xã nhé" in client.get("/toi/du-lieu/").content.decode()
    client.post("/toi/du-lieu/yeu-cau/", {"kind": "deletion"})
    assert MemberRequest.objects.filter(member=cast.lan).count() == 2


@pytest.mark.parametrize(
    "sent", [{}, {"kind": "correction"}, {"kind": "correction", "text": "  "}, {"kind": "wealth", "text": "x"}, {"kind": "deletion", "text": "x" * 501}]
)
def test_request_that_says_nothing_is_refused_with_a_way_back(enter, cast, sent):
    answer = enter("lan").post("/toi/du-lieu/yeu-cau/", sent)
    assert answer.status_code == 400 and 'href="/toi/du-lieu/"' in answer.content.decode()
    assert not MemberRequest.objects.exists()


def test_stranger_asks_nothing(client, enter, tree):
    assert client.post("/toi/du-lieu/yeu-cau/", {"kind": "deletion"})["Location"].startswith("/dang-nhap/")
    assert enter("lan").get("/toi/du-lieu/yeu-cau/").status_code == 405
    assert not MemberRequest.objects.exists()
