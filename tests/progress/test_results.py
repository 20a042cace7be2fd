"""What she sees after handing in, and what a stranger may take along."""

import re
from html import unescape
from uuid import uuid4

import pytest
from django.core import signing
from django.test import Client
from django.urls import reverse

from learning.progress.models import Attempt, Regrade, Remark
from learning.progress.regrading import regrade
from learning.progress.taking.review import review
from learning.quizzes.models import QuizVersion
from tests.factories.content import publish
from tests.factories.quizzes import make_questions, make_quiz, option, question, right_answers, rows, wrong_answers
from tests.progress.taking import check, form_of, right_form, send, wrong_form
from tests.quizzes import payloads

pytestmark = pytest.mark.django_db

RIGHT, WRONG = "Ban ngày, gần cửa sổ", "Buổi tối, dưới bóng đèn vàng"


@pytest.fixture
def quiz(cast):
    """Two questions, of which both are needed."""
    return make_quiz(kinds=("single", "text"), title="Chụp ảnh hàng")


def handed_in(client, quiz, form):
    """The page that follows."""
    return client.get(send(client, quiz, form)["Location"])


def words(page) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", page.content.decode().split("<main")[1].split("</main>")[0])).split())


def test_her_result_names_her_and_what_she_got_right(enter, quiz):
    page = handed_in(enter("mai"), quiz, right_form(quiz))
    assert page.status_code == 200 and page["Cache-Control"] == "private, no-store"
    assert "Mai" in words(page) and "Chụp ảnh hàng" in words(page) and RIGHT in words(page)
    assert page.content.decode().count('<i class="woven">') == 2
    assert "/chup-anh" not in page["Content-Language"]


def test_a_woven_motif_for_each_right_question(enter, quiz):
    right, wrong = right_answers(quiz.frozen.payload), wrong_answers(quiz.frozen.payload)
    page = handed_in(enter("mai"), quiz, form_of(quiz.frozen, [wrong[0], right[1]]))
    assert '<i></i><i class="woven"></i>' in page.content.decode()


def test_points_are_cut_and_what_is_needed_is_a_whole_question(enter, cast):
    """3.96 of the 4 that pass would read as 4, and 80% of 7 are 5.6."""
    hardly = question("single", "Gần đúng?", options=rows(option("Đúng", right=True), option("Gần đúng", right=True, weight="96"), option("Sai")))
    hardly["value"]["options"][0]["value"]["weight"] = "100"
    quiz = make_quiz(questions=[*make_questions(*["truefalse"] * 6), hardly], pass_mark=80)
    assert quiz.needed == 6
    page = words(handed_in(enter("lan"), quiz, form_of(quiz.frozen, [1, 1, 1, 0, 0, 0, 1])))
    assert re.search(r"\b3,9 (of|trên) 7\b", page) and not re.search(r"\b4(,0)? (of|trên) 7\b", page) and re.search(r"\b6\b", page)


def test_right_answers_are_named_on_the_third_try(enter, quiz):
    lan = enter("lan")
    form = form_of(quiz.frozen, [1, None])
    pages = [words(handed_in(lan, quiz, {**form, "lan": str(uuid4())})) for _ in range(3)]
    assert [RIGHT in page for page in pages] == [False, False, True]
    assert ["Zalo" in page for page in pages] == [False, False, True]
    assert ["Xem lại phần Học, bước 1" in page for page in pages] == [False, False, True]  # the general feedback may name them
    assert all("Ảnh sẽ ngả vàng." in page for page in pages)  # what her own choice brings


def test_the_first_result_stays_silent_when_it_is_opened_after_the_third(enter, quiz):
    lan, form = enter("lan"), form_of(quiz.frozen, [1, None])
    first = send(lan, quiz, form)["Location"]
    for _ in range(2):
        send(lan, quiz, {**form, "lan": str(uuid4())})
    assert RIGHT not in words(lan.get(first))


def test_practice_names_right_answers_at_once(enter, quiz):
    practice = make_quiz(quiz.get_parent().specific, kinds=("single",), graded=False)
    assert RIGHT in words(handed_in(enter("lan"), practice, form_of(practice.frozen, [1])))


def test_a_strangers_result_never_names_them_before_she_has_passed(client, quiz):
    for _ in range(4):
        page = handed_in(client, quiz, form_of(quiz.frozen, [1, None]))
        assert RIGHT not in words(page) and "Zalo" not in words(page)
    assert page["Cache-Control"] == "private, no-store"


class TestHerResultAlone:
    @pytest.fixture
    def address(self, enter, quiz):
        return send(enter("lan"), quiz, wrong_form(quiz))["Location"]

    def test_works(self, enter, address):
        assert enter("lan").get(address).status_code == 200

    @pytest.mark.parametrize("who", ["hoa", "mai", "thu", "ngan", "nhung"])
    def test_colleague_and_chairwoman_do_not_find_it(self, enter, address, who):
        assert enter(who).get(address).status_code == 404

    def test_stranger_is_sent_to_the_door(self, client, address):
        answer = client.get(address)
        assert answer.status_code == 302 and answer["Location"].endswith(f"?tiep={address.replace('/', '%2F')}")

    def test_bad_id(self, enter):
        assert enter("lan").get("/toi/ket-qua/khong/").status_code == 404

    def test_missing_id(self, enter):
        assert enter("lan").get(reverse("quiz_result", args=[uuid4()])).status_code == 404

    @pytest.mark.parametrize("method", ["post", "put", "delete"])
    def test_wrong_method(self, enter, address, method):
        assert getattr(enter("lan"), method)(address).status_code == 405

    def test_reading_writes_nothing(self, enter, address):
        before = list(Attempt.objects.values())
        enter("lan").get(address)
        assert list(Attempt.objects.values()) == before

    def test_another_language_leads_to_that_of_the_version(self, enter, address):
        answer = enter("lan").get(f"/en{address}")
        assert answer.status_code == 302 and answer["Location"] == address


def test_a_regrade_counts_and_is_named(enter, cast, quiz):
    lan, form = enter("lan"), wrong_form(quiz)
    address = send(lan, quiz, form)["Location"]
    made = Regrade.objects.create(version=quiz.frozen, by_key_of=quiz.frozen, reason="Câu 1 có hai câu đúng.", made_by=cast.ngan)
    Remark.objects.create(regrade=made, attempt_id=form["lan"], score=200, maximum=200, passed=True)
    page = words(lan.get(address))
    assert "Câu 1 có hai câu đúng." in page
    assert re.search(r"\b2 (of|trên) 2\b", page)
    assert Attempt.objects.get().score == 0


def test_after_a_regrade_the_new_key_is_told_and_the_old_one_is_not(enter, cast, quiz):
    address = send(enter("lan"), quiz, form_of(quiz.frozen, [1, None]))["Location"]
    raw = quiz.questions.get_prep_value()
    for index, item in enumerate(raw[0]["value"]["options"]):
        item["value"]["right"] = index == 1
    quiz.questions = type(quiz)._meta.get_field("questions").to_python(raw)
    old, new = quiz.frozen, publish(quiz).frozen
    regrade(version=old, by_key_of=new, reason="Đáp án câu 1 bị nhầm.", by=cast.ngan)
    page = enter("lan").get(address)
    assert page.content.decode().count('<i class="woven">') == 1
    assert re.search(r"\b1 (of|trên) 2\b", words(page)) and RIGHT not in words(page)


@pytest.mark.parametrize("typed", ["NaN", "-sNaN", "Infinity", "1e999999", "9" * 40])
def test_a_number_that_is_none_is_shown_as_she_typed_it(enter, cast, typed):
    quiz = make_quiz(kinds=("number",))
    form = form_of(quiz.frozen, [typed])
    assert check(enter("lan"), quiz, form).status_code == 200
    page = handed_in(enter("lan"), quiz, form)
    assert page.status_code == 200 and typed in words(page)


# A stranger signs in and keeps it


@pytest.fixture
def keep(client, quiz):
    """The address that keeps a stranger's right answers."""
    page = handed_in(client, quiz, right_form(quiz))
    return unescape(re.search(r'\?tiep=([^"]+)"', page.content.decode())[1]).replace("%2F", "/").replace("%3A", ":")


def test_the_door_leads_back_to_keeping(client, keep):
    assert keep.startswith("/bai-lam/giu/")
    answer = client.get(keep)
    assert answer.status_code == 302 and "tiep=" in answer["Location"]


def test_coming_stores_nothing_and_one_tap_stores_it(enter, cast, quiz, keep):
    mai = enter("mai")
    page = mai.get(keep)
    assert "Mai" in words(page) and not Attempt.objects.exists()
    stored = mai.post(keep)
    attempt = Attempt.objects.get()
    assert stored.status_code == 303 and stored["Location"] == f"/toi/ket-qua/{attempt.pk}/"
    assert (attempt.member, attempt.passed, attempt.version_id) == (cast.mai, True, quiz.frozen_id)


def test_keeping_twice_is_one_attempt(enter, keep):
    mai = enter("mai")
    assert mai.post(keep)["Location"] == mai.post(keep)["Location"] == mai.get(keep)["Location"]
    assert Attempt.objects.count() == 1


def test_what_one_has_kept_no_other_can(enter, keep):
    enter("mai").post(keep)
    assert enter("lan").get(keep).status_code == 404
    assert enter("lan").post(keep).status_code == 404


def test_keeping_needs_a_token(keep, cast):
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(cast.mai)
    assert browser.post(keep, headers={"sec-fetch-site": "same-origin"}).status_code == 403


@pytest.mark.parametrize("name", ["quiz_marked", "quiz_keep"])
def test_what_is_not_ours_is_not_found(enter, keep, name):
    sealed = keep.split("/")[-2]
    for signed in ("abc", sealed[:-1], sealed.replace(":", "."), signing.dumps([1, uuid4().hex, 0, []])):
        assert enter("lan").get(reverse(name, args=[signed])).status_code == 404


@pytest.mark.parametrize("name", ["quiz_marked", "quiz_keep"])
def test_it_is_kept_for_a_day(enter, keep, name, monkeypatch):
    monkeypatch.setattr("learning.progress.taking.sealed.VALID", -1)
    answer = enter("lan").get(reverse(name, args=[keep.split("/")[-2]]))
    assert answer.status_code == 410 and not Attempt.objects.exists()


def test_answers_too_long_for_an_address_are_shown_at_once(client, cast):
    quiz = make_quiz(questions=[question("text", f"Câu {n}", answers=rows({"text": "Zalo"}), tones=False, case=False) for n in range(90)])
    long = [f"{n} {uuid4()} {uuid4()} {uuid4()}" for n in range(90)]
    answer = send(client, quiz, form_of(quiz.frozen, long))
    assert answer.status_code == 200 and "giu/" not in answer.content.decode()


def test_whatever_can_be_kept_the_door_takes(client, cast):
    """Addresses with a query of more than 2,000 characters are refused."""
    quiz = make_quiz(questions=[question("text", f"Câu {n}", answers=rows({"text": "Zalo"}), tones=False, case=False) for n in range(60)])
    offered = 0
    for answered in range(20, 61, 4):
        page = client.post(
            reverse("quiz_submit", args=[quiz.translation_key]),
            form_of(quiz.frozen, [f"{uuid4()}" for _ in range(answered)] + [None] * (60 - answered)),
            follow=True,
        )
        for door in re.findall(r'href="([^"]+\?tiep=%2Fbai-lam[^"]+)"', page.content.decode()):
            offered += 1
            assert client.get(unescape(door)).status_code == 200
    assert offered


# In a language of its own


def test_an_english_version_answers_in_english(enter, quiz, tree):
    same = {name: getattr(quiz.frozen, name) for name in ("quiz_key", "number", "sha256", "key_sha256", "payload", "parent_key")}
    version = QuizVersion.objects.create(language="en", **same)
    answer = send(enter("lan"), quiz, form_of(version, right_answers(version.payload)))
    assert answer["Location"].startswith("/en/toi/ket-qua/")
    page = enter("lan").get(answer["Location"])
    assert '<html lang="en"' in page.content.decode() and "Well done, Lan!" in words(page)


# What is told of each question


def test_feedback_of_a_number_is_that_of_the_answer_that_fits():
    payload = payloads.payload({**payloads.number(("15", "0", 100), ("12", "1", 50)), "feedback": "Mười lăm phút."})
    payload["questions"][0]["answers"][1]["feedback"] = "Gần đúng."
    told = review(payload, ["12"], reveal=False)[0]
    assert (told.partly, told.right, told.told, told.right_answer) == (True, False, ["Gần đúng."], [])
    assert review(payload, ["12"], reveal=True)[0].right_answer == ["15"]
    assert review(payload, [None], reveal=True)[0].given == []


def test_pictures_without_words_are_named_by_number(enter, cast):
    quiz = make_quiz(questions=[question("single", "Ảnh nào rõ?", options=rows(option("Mờ"), option("Rõ", right=True)))])
    quiz.frozen.payload["questions"][0]["options"][1]["text"] = ""
    told = review(quiz.frozen.payload, [1], reveal=True)[0]
    assert "2" in told.given[0]
