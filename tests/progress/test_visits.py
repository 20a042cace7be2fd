"""POST /toi/tien-do/: what phones tell of a lesson; and the form at a lesson's end."""

from datetime import UTC, datetime
from urllib.parse import parse_qs, urlsplit
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from learning.progress import completion
from learning.progress.lessons import SECONDS_A_DAY
from learning.progress.models import LessonProgress, LessonVisit
from learning.progress.week import minutes_in_week_of, monday
from tests.progress.ground import DAWN, hour, lay_course, progress_of

VISIT, FINISH = "/toi/tien-do/", "/toi/tien-do/xong/"
HERE = {"Sec-Fetch-Site": "same-origin"}


@pytest.fixture
def lesson(tree):
    return lay_course(tree).lessons[0]


def words(lesson, **more) -> dict:
    return {"bai": str(lesson.translation_key), "lan": uuid4().hex, "giay": 40, "hoc": "", "lam": "", "chia": "", **more}


def beacon(client, *visits, headers=HERE):
    """As the script sends it: lines of plain text."""
    lines = "\n".join("&".join(f"{name}={value}" for name, value in visit.items()) for visit in visits)
    return client.post(VISIT, lines, content_type="text/plain;charset=UTF-8", headers=headers)


def test_visit_of_a_member_is_stored(enter, cast, lesson):
    assert beacon(enter("lan"), words(lesson, hoc=1, lam=1, chia=3)).status_code == 204
    row = progress_of(cast.lan, lesson)
    assert (row.seconds, row.shared, bool(row.learned), bool(row.practised)) == (40, 3, True, True)


def test_form_encoded_message_is_the_same(enter, cast, lesson):
    assert enter("lan").post(VISIT, words(lesson), headers=HERE).status_code == 204
    assert progress_of(cast.lan, lesson).seconds == 40


def test_last_line_of_a_visit_says_all(enter, cast, lesson):
    one, other = uuid4().hex, uuid4().hex
    told = [words(lesson, lan=one, giay=10), words(lesson, lan=other, giay=5), words(lesson, lan=one, giay=70)]
    assert beacon(enter("lan"), *told).status_code == 204
    assert (progress_of(cast.lan, lesson).seconds, LessonVisit.objects.count()) == (75, 2)


def test_the_same_message_five_times_counts_once(enter, cast, lesson):
    client, told = enter("lan"), words(lesson)
    for _again in range(5):
        beacon(client, told)
    assert progress_of(cast.lan, lesson).seconds == 40


def test_colleague_keeps_her_own(enter, cast, lesson):
    beacon(enter("lan"), words(lesson))
    beacon(enter("hoa"), words(lesson, giay=7))
    assert (progress_of(cast.lan, lesson).seconds, progress_of(cast.hoa, lesson).seconds) == (40, 7)


def test_visit_kept_on_a_shared_phone_is_not_given_to_the_next_woman(enter, cast, lesson):
    told = words(lesson, hoc=1, chia=4)
    beacon(enter("lan"), told)
    beacon(enter("hoa"), told)
    assert progress_of(cast.hoa, lesson) is None


def test_stranger_gets_nothing_and_leaves_nothing(client, lesson):
    assert beacon(client, words(lesson)).status_code == 204
    assert not LessonVisit.objects.exists() and not LessonProgress.objects.exists()


@pytest.mark.parametrize("wrong", [{"bai": "x"}, {"lan": ""}, {"giay": -1}, {"giay": "nhieu"}, {"chia": 21}, {"giay": 10**9}])
def test_message_that_makes_no_sense_is_refused(enter, lesson, wrong):
    assert beacon(enter("lan"), words(lesson, **wrong)).status_code == 400
    assert not LessonProgress.objects.exists()


def test_lesson_that_does_not_exist_or_is_a_draft_leaves_nothing(enter, lesson):
    assert beacon(enter("lan"), words(lesson, bai=uuid4())).status_code == 204
    lesson.live = False
    lesson.save()
    assert beacon(enter("lan"), words(lesson)).status_code == 204
    assert not LessonProgress.objects.exists() and not LessonVisit.objects.exists()


@pytest.mark.parametrize("method", ["get", "put", "delete"])
def test_only_post_is_taken(enter, method):
    assert getattr(enter("lan"), method)(VISIT).status_code == 405


def test_other_site_is_not_believed(lesson, cast):
    client = Client(enforce_csrf_checks=True)
    client.force_login(cast.lan)
    assert beacon(client, words(lesson), headers={"Sec-Fetch-Site": "cross-site"}).status_code == 403
    assert not LessonProgress.objects.exists()


def test_five_megabytes_are_not_read(enter):
    assert enter("lan").post(VISIT, "x" * 5_000_000, content_type="text/plain", headers=HERE).status_code == 413


@pytest.mark.postgres
def test_seconds_of_a_day_are_capped_and_the_day_is_the_servers(tree, cast):
    ground = lay_course(tree)
    for number in range(3):
        seconds = {"visit_id": uuid4(), "seconds": SECONDS_A_DAY - 600, "learned": False, "practised": False, "shared": 0}
        completion.record_visit(member=cast.lan, lesson_key=ground.lessons[number % 2].translation_key, now=hour(number), **seconds)
    assert progress_of(cast.lan, ground.lessons[0]).seconds == SECONDS_A_DAY
    assert minutes_in_week_of(DAWN.date(), member=cast.lan) == SECONDS_A_DAY // 60


def test_a_visit_told_again_the_next_day_counts_for_its_own(tree, cast):
    lesson, visit = lay_course(tree).lessons[0], {"visit_id": uuid4(), "learned": False, "practised": False, "shared": 0}
    for at, seconds in ((hour(0), 60), (hour(30), 300)):
        completion.record_visit(member=cast.lan, lesson_key=lesson.translation_key, now=at, seconds=seconds, **visit)
    told = LessonVisit.objects.get()
    assert (told.day, told.seconds) == (DAWN.date(), 300)


def test_week_begins_on_monday_in_viet_nam(tree, cast):
    lesson = lay_course(tree).lessons[0]
    sunday_late = datetime(2026, 11, 15, 16, 59, tzinfo=UTC)  # 23:59 in Ha Noi
    monday_early = datetime(2026, 11, 15, 17, 1, tzinfo=UTC)
    for at, seconds in ((sunday_late, 300), (monday_early, 120)):
        visit = {"visit_id": uuid4(), "seconds": seconds, "learned": False, "practised": False, "shared": 0}
        completion.record_visit(member=cast.lan, lesson_key=lesson.translation_key, now=at, **visit)
    assert minutes_in_week_of(datetime(2026, 11, 18).date(), member=cast.lan) == 2
    assert monday(datetime(2026, 11, 22).date()).isoformat() == "2026-11-16"


# Without script


def test_form_at_the_end_of_a_lesson_counts_it(enter, cast, tree):
    lesson = lay_course(tree, graded=()).lessons[0]
    answer = enter("lan").post(FINISH, {"bai": lesson.translation_key, "chia": "5"}, headers=HERE, follow=True)
    assert answer.redirect_chain == [("/toi/", 302)]
    assert "Lan" in answer.content.decode()
    row = progress_of(cast.lan, lesson)
    assert (row.state, row.shared) == ("completed", 5)


def test_lesson_page_has_the_form_and_is_the_same_bytes_for_all(client, enter, tree):
    lesson = lay_course(tree).lessons[0]
    page = client.get(lesson.address).content
    assert f'action="{FINISH}"'.encode() in page and f'data-visits="{VISIT}"'.encode() in page
    assert enter("lan").get(lesson.address).content == page


def test_signed_out_she_is_led_to_the_door_and_back_to_a_button(client, cast, lesson):
    answer = client.post(FINISH, {"bai": lesson.translation_key, "chia": "2"}, headers=HERE)
    assert answer.status_code == 302 and not LessonProgress.objects.exists()
    address = urlsplit(answer["Location"])
    assert address.path == reverse("sign_in")
    back = parse_qs(address.query)["tiep"][0]
    client.force_login(cast.lan)
    page = client.get(back)
    assert page.status_code == 200 and lesson.title in page.content.decode()
    assert page["Cache-Control"] == "private, no-store"
    assert not LessonProgress.objects.exists(), "a GET writes nothing"
    sent = page.context_data["form"].initial
    assert client.post(back, {"bai": sent["bai"], "chia": sent["chia"]}, headers=HERE).status_code == 302
    assert progress_of(cast.lan, lesson).shared == 2


@pytest.mark.parametrize(("sent", "status"), [({}, 400), ({"bai": "x"}, 400), ({"bai": str(uuid4())}, 404), ({"chia": 99}, 400)])
def test_form_that_makes_no_sense_is_refused(enter, lesson, sent, status):
    sent = sent if sent and "bai" in sent else sent and {"bai": lesson.translation_key, **sent}
    assert enter("lan").post(FINISH, sent, headers=HERE).status_code == status


@pytest.mark.parametrize("query", ["", "?bai=x", f"?bai={uuid4()}"])
def test_button_page_for_no_lesson_is_404(enter, query):
    assert enter("lan").get(FINISH + query).status_code == 404
    assert Client().get(FINISH + query).status_code == 302
