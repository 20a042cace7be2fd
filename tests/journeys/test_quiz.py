"""A woman takes a quiz on her phone, wherever the signal leaves her: what she has answered is sent, once, and she sees it."""

import json
import re
import sqlite3
from contextlib import closing
from http.client import HTTPConnection
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

LAY = """
import json
from django.test import Client
from learning.lessons.models import LessonPage
from members.models import Member
from tests.factories.files import make_document, make_picture
from tests.factories.quizzes import MAKERS, make_quiz, option, question, rows
from tests.journeys import places

lesson = LessonPage.objects.filter(locale__language_code="vi", live=True).order_by("path").first()
dark, light = make_picture((320, 200)), make_picture((321, 200))
pictures = rows(option("", picture=dark, alt="Ảnh tối"), option("", right=True, picture=light, alt="Ảnh sáng"))
sound = make_document("audio", places.SILENCE, title="Câu hỏi đọc lên")
first = question("single", "Ảnh nào dễ bán hàng nhất?", options=pictures, audio=sound.pk)
questions = [first, *(make() for make in MAKERS.values())]
member, _ = Member.objects.get_or_create(username="chi-lam-bai", defaults={"full_name": "Mùa Thị Mai"})
client = Client()
client.force_login(member)
quiz = make_quiz(lesson, questions=questions, title="Làm thử trên điện thoại", pass_mark=20)
short = make_quiz(lesson, kinds=("single", "truefalse"), title="Hai câu thôi")
practice = make_quiz(lesson, kinds=("single", "matching"), graded=False, title="Luyện tập")
print(json.dumps({
    "quiz": quiz.address, "quiz_key": str(quiz.translation_key), "short": short.address, "short_key": str(short.translation_key),
    "practice": practice.address, "session": client.cookies["sessionid"].value,
}))
"""
COUNT = "SELECT count(*) FROM progress_attempt WHERE quiz_key = ?"
HELD = "JSON.parse(localStorage.getItem('bai-{}'))"
NO_STORAGE = "Storage.prototype.setItem = function () { throw new Error('full') }"
BLOCKED = "Object.defineProperty(window, 'localStorage', { get: function () { throw new Error('closed') } })"
RESULT = re.compile(r"/bai-lam/ket-qua/|/toi/ket-qua/")
UUID4 = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")


@pytest.fixture(scope="module")
def laid(site_server) -> dict:
    return json.loads(site_server.manage("shell", "--verbosity=0", "--command", LAY).strip().splitlines()[-1])


class Taking:
    """The short quiz in one tab, and how it is answered."""

    def __init__(self, page, site_server, laid):
        self.page, self.server, self.laid = page, site_server, laid
        page.context.watch.expected.add(f"{site_server.url}/bai-lam/{laid['short_key']}/gui/")  # may fail: that is what is tried

    def open(self):
        self.page.goto(self.server.url + self.laid["short"])
        icon = self.page.locator("link[rel=icon]").get_attribute("href")  # Chromium asks for it again without signal
        self.page.context.watch.expected.add(self.server.url + icon)

    def answer(self, number: int, option: int = 0):
        self.page.locator(f"#cau-{number} .checks label").nth(option).tap()

    def go_on(self):
        self.page.wait_for_timeout(450)  # what comes sooner is the second half of a double tap
        self.page.locator("[data-next]").tap()

    def send(self):
        self.page.wait_for_timeout(450)
        self.page.locator("[data-send]").tap()

    def to_the_end(self):
        self.open()
        for number, option in ((1, 0), (2, 1)):
            self.answer(number, option)
            self.go_on()
        expect(self.page.locator("#xem-lai")).to_be_visible()

    def state(self):
        return self.page.locator("[data-state]")

    def waits(self):
        expect(self.state()).to_have_text(self.page.locator("[data-quiz]").get_attribute("data-waiting"))

    def held(self):
        return self.page.evaluate(HELD.format(self.laid["short_key"]))

    def rows(self) -> int:
        with closing(sqlite3.connect(self.server.var / "db.sqlite3")) as database:
            return database.execute(COUNT, [self.laid["short_key"].replace("-", "")]).fetchone()[0]

    def arrived(self):
        expect(self.page).to_have_url(RESULT)
        expect(self.page.locator(".score")).to_be_visible()
        assert self.held() is None


@pytest.fixture
def member(visitor, site_server, laid):
    """Signed in, and counted: number of attempts before."""
    visitor.context.add_cookies([{"name": "sessionid", "value": laid["session"], "url": site_server.url}])
    taking = Taking(visitor, site_server, laid)
    taking.before = taking.rows()
    return taking


@pytest.fixture
def stranger(visitor, site_server, laid):
    return Taking(visitor, site_server, laid)


def test_a_whole_quiz_one_question_at_a_time(visitor, site_server, laid):
    page = visitor
    page.goto(site_server.url + laid["quiz"])
    count = page.locator(".question").count()
    for number in range(1, count + 1):
        question = page.locator(f"#cau-{number}")
        expect(question).to_be_visible()
        expect(page.locator(".question:visible")).to_have_count(1)
        expect(question.locator(".woven")).to_have_count(number - 1)
        expect(question.locator(":checked:not(option)")).to_have_count(0)
        for place, choice in enumerate(question.locator("select").all()):
            choice.select_option(index=place + 1)
        if question.locator(".checks").count():
            question.locator(".checks label").first.tap()
        elif question.locator("input").count():
            question.locator("input").fill("15")
        page.wait_for_timeout(450)
        page.locator("[data-next]").tap()
    expect(page.locator("#xem-lai [data-answer]")).to_have_count(count)
    assert all(text.strip() for text in page.locator("[data-answer]").all_inner_texts())
    expect(page.locator("#xem-lai .wrong")).to_have_count(0)
    page.wait_for_timeout(450)
    page.locator("[data-send]").tap()
    expect(page).to_have_url(RESULT)
    expect(page.locator(".answer")).to_have_count(count)


def test_pictures_and_sound_come_with_their_question(visitor, site_server, laid):
    asked = []
    visitor.on("request", lambda request: asked.append(request.url))
    visitor.goto(site_server.url + laid["quiz"])
    expect(visitor.locator("#cau-1 .pictures img")).to_have_count(2)
    expect(visitor.locator("audio")).to_have_count(0)
    visitor.locator("#cau-1 .listen").tap()
    expect(visitor.locator("audio")).to_be_visible()
    assert not [url for url in asked if "/media/" in url and "352x220" not in url]


def test_the_phones_back_button_goes_back_one_question(stranger):
    stranger.to_the_end()
    stranger.page.go_back()
    expect(stranger.page.locator("#cau-2")).to_be_visible()
    stranger.page.go_back()
    expect(stranger.page.locator("#cau-1 :checked")).to_have_count(1)
    stranger.page.locator("a.back:visible").tap()
    expect(stranger.page.locator("article.lesson")).to_be_visible()


def test_her_answers_can_be_changed_before_sending(stranger):
    stranger.to_the_end()
    before = stranger.page.locator("[data-answer]").all_inner_texts()
    stranger.page.locator("#xem-lai a[href='#cau-1']").tap()
    stranger.answer(1, 2)
    for _ in range(2):
        stranger.go_on()
    after = stranger.page.locator("[data-answer]").all_inner_texts()
    assert after[0] != before[0] and after[1] == before[1]


def test_going_on_without_an_answer_says_so_and_takes_the_focus(stranger):
    stranger.open()
    stranger.go_on()
    expect(stranger.page.locator("[data-missed]")).to_be_focused()
    stranger.page.locator("[data-missed] a").first.tap()
    expect(stranger.page.locator("#cau-1 input").first).to_be_focused()
    stranger.answer(1)
    expect(stranger.page.locator("[data-missed]")).to_be_hidden()


def test_a_question_left_for_later_is_named_at_the_end(stranger):
    stranger.open()
    stranger.go_on()
    stranger.page.locator("[data-skip]").tap()
    stranger.answer(2)
    stranger.go_on()
    expect(stranger.page.locator("#xem-lai [data-answer].wrong")).to_have_count(1)
    stranger.page.locator("#xem-lai a[href='#cau-1']").tap()
    expect(stranger.page.locator("#cau-1")).to_be_visible()


def test_answers_survive_a_reload_and_a_closed_tab(stranger):
    stranger.open()
    stranger.answer(1, 1)
    held = stranger.held()
    assert UUID4.fullmatch(held["lan"]) and held["c"] == {"c0": "1"} and held["state"] == "draft"
    stranger.go_on()
    expect(stranger.page.locator("#cau-2")).to_be_visible()
    stranger.page.reload()
    expect(stranger.page.locator("#cau-2")).to_be_visible()
    page = stranger.page.context.new_page()
    stranger.page.close()
    stranger.page = page
    stranger.open()
    expect(page.locator("#cau-2")).to_be_visible()
    page.go_back() if page.url.endswith("#cau-1") else page.goto(page.url.split("#")[0] + "#cau-1")
    assert stranger.held()["lan"] == held["lan"]


def test_a_stranger_sees_her_result_and_nothing_is_kept(stranger):
    before = stranger.rows()
    stranger.to_the_end()
    stranger.send()
    stranger.arrived()
    assert "/bai-lam/ket-qua/" in stranger.page.url and stranger.rows() == before


def test_a_member_is_counted(member):
    member.to_the_end()
    member.send()
    member.arrived()
    assert "/toi/ket-qua/" in member.page.url and member.rows() == member.before + 1


@pytest.mark.parametrize("step", ["at the first question", "at the second", "at the end", "while it waits"])
def test_the_network_may_go_at_any_step(member, step):
    """The page is open; she goes on without signal, and it is sent by itself when there is one."""
    page = member.page
    member.open()
    if step == "at the first question":
        page.context.set_offline(True)
    member.answer(1)
    member.go_on()
    if step == "at the second":
        page.context.set_offline(True)
    member.answer(2, 1)
    member.go_on()
    if step == "at the end":
        page.context.set_offline(True)
    if step == "while it waits":
        page.route("**/gui/", lambda route: route.abort())
    member.send()
    member.waits()
    assert member.held()["state"] == "ready" and member.rows() == member.before
    page.unroute("**/gui/")
    page.context.set_offline(False)
    if step == "while it waits":
        page.evaluate("window.dispatchEvent(new Event('online'))")
    member.arrived()
    assert member.rows() == member.before + 1


def test_a_tab_closed_while_it_waits_is_sent_when_the_page_is_opened_again(member):
    member.to_the_end()
    member.page.route("**/gui/", lambda route: route.abort())
    member.send()
    member.waits()
    page = member.page.context.new_page()
    member.page.close()
    member.page = page
    member.open()
    member.arrived()
    assert member.rows() == member.before + 1


def test_a_lost_acknowledgement_is_asked_for_again_under_the_same_id(member):
    sent = []

    def lose(route):
        route.fetch()
        sent.append(route.request.post_data)
        route.abort()

    member.to_the_end()
    member.page.route("**/gui/", lose)
    member.send()
    member.waits()
    member.page.unroute("**/gui/")
    member.page.evaluate("window.dispatchEvent(new Event('online'))")
    member.arrived()
    assert member.rows() == member.before + 1
    assert re.search(r"lan=([0-9a-f-]+)", sent[0])[1] in member.page.url


def test_a_site_in_trouble_is_asked_again_later(member):
    answers = iter([503, 500])

    def trouble(route):
        status = next(answers, None)
        route.fulfill(status=status, body="") if status else route.continue_()

    member.to_the_end()
    member.page.route("**/gui/", trouble)
    member.send()
    member.waits()
    member.arrived()
    assert member.rows() == member.before + 1


def test_two_tabs_are_one_attempt(member):
    member.open()
    other = Taking(member.page.context.new_page(), member.server, member.laid)
    other.open()
    member.page.bring_to_front()
    member.answer(1)
    member.go_on()
    member.answer(2, 1)
    expect(other.page.locator("#cau-1 :checked")).to_have_count(1)
    assert other.held()["lan"] == member.held()["lan"]
    member.go_on()
    other.page.bring_to_front()
    for _ in range(2):
        other.go_on()
    other.send()
    other.arrived()
    member.page.bring_to_front()
    member.send()
    member.arrived()
    assert member.page.url == other.page.url and member.rows() == member.before + 1


def test_five_megabytes_get_their_answer_over_the_wire(site_server, laid):
    """The whole body is sent before the answer is read, as simple phones do."""
    line = HTTPConnection(urlsplit(site_server.url).netloc, timeout=30)
    headers = {"Accept": "application/json", "Content-Type": "application/x-www-form-urlencoded", "Sec-Fetch-Site": "same-origin"}
    line.request("POST", f"/bai-lam/{laid['short_key']}/gui/", "c1=" + 5_000_000 * "x", headers)
    answer = line.getresponse()
    assert answer.status == 413 and json.loads(answer.read())["error"]


def test_a_double_tap_sends_once(member):
    requests = []
    member.page.on("request", lambda request: request.method == "POST" and requests.append(request.url))
    member.to_the_end()
    member.page.wait_for_timeout(450)
    member.page.locator("[data-send]").dblclick()
    member.arrived()
    assert len(requests) == 1 and member.rows() == member.before + 1


def test_another_try_is_another_attempt(member):
    for _ in range(2):
        member.to_the_end()
        member.send()
        member.arrived()
    assert member.rows() == member.before + 2


@pytest.mark.parametrize("broken", [NO_STORAGE, BLOCKED])
def test_a_phone_that_keeps_nothing_says_so_and_sends_all_the_same(member, broken):
    member.page.add_init_script(broken)
    member.open()
    member.answer(1)
    expect(member.state()).to_have_text(member.page.locator("[data-quiz]").get_attribute("data-unsaved"))
    member.go_on()
    member.answer(2)
    member.go_on()
    member.send()
    expect(member.page).to_have_url(RESULT)
    assert member.rows() == member.before + 1


def test_an_old_phone_without_fetch_sends_the_form(member):
    member.page.add_init_script("window.fetch = undefined")
    member.to_the_end()
    member.send()
    expect(member.page).to_have_url(RESULT)
    assert member.rows() == member.before + 1


def test_an_old_phone_without_fetch_may_try_again(member):
    """What a plain form has sent is not sent again by itself, or she would never see the questions any more."""
    member.page.add_init_script("window.fetch = undefined")
    member.to_the_end()
    member.send()
    expect(member.page).to_have_url(RESULT)
    member.open()
    member.page.wait_for_timeout(1000)
    expect(member.page.locator("[data-quiz] #xem-lai")).to_be_visible()
    member.page.locator("#xem-lai a[href='#cau-1']").tap()
    member.answer(1, 2)
    for _ in range(2):
        member.go_on()
    member.send()
    expect(member.page).to_have_url(RESULT)
    assert member.rows() == member.before + 2


def test_a_shared_phone_lets_go_of_what_another_woman_has_sent(member):
    """Her attempt is counted, its acknowledgement was lost, and she has signed out."""
    refuse = {"status": 404, "content_type": "application/json", "body": '{"error": "…"}'}
    member.to_the_end()
    member.page.route("**/gui/", lambda route: route.fulfill(**refuse))
    member.send()
    expect(member.page.locator("#cau-1")).to_be_visible()
    expect(member.page.locator(":checked:not(option)")).to_have_count(0)
    assert member.held() is None


def sign_in_as(taking, number: str):
    """What scripts read of it."""
    taking.page.context.clear_cookies(name="ai")
    if number:
        taking.page.context.add_cookies([{"name": "ai", "value": number, "url": taking.server.url}])


def test_a_shared_phone_keeps_the_answers_of_two_women_apart(stranger):
    checked = stranger.page.locator("#cau-1 :checked")
    for number, option in (("7", 0), ("12", 2)):
        sign_in_as(stranger, number)
        stranger.open()
        expect(checked).to_have_count(0)
        stranger.answer(1, option)
    sign_in_as(stranger, "7")
    stranger.page.reload()
    expect(checked).to_have_value("0")
    sign_in_as(stranger, "")
    stranger.page.reload()
    expect(checked).to_have_count(0)


def test_what_was_answered_before_signing_in_goes_with_her(stranger):
    stranger.open()
    stranger.answer(1, 2)
    sign_in_as(stranger, "7")
    stranger.page.reload()
    expect(stranger.page.locator("#cau-1 :checked")).to_have_value("2")
    assert stranger.held() is None
    sign_in_as(stranger, "12")
    stranger.page.reload()
    expect(stranger.page.locator("#cau-1 :checked")).to_have_count(0)


def test_what_waits_is_sent_from_the_next_page_of_hers_and_not_of_another(member, site_server, laid):
    page = member.page
    sign_in_as(member, "7")
    member.to_the_end()
    page.route("**/gui/", lambda route: route.abort())
    member.send()
    member.waits()
    page.unroute("**/gui/")
    lesson = site_server.url + laid["short"].rsplit("/", 2)[0] + "/"
    sign_in_as(member, "12")
    page.goto(lesson)
    page.wait_for_load_state("networkidle")
    assert member.rows() == member.before
    sign_in_as(member, "7")
    with page.expect_response("**/gui/") as answer:
        page.goto(lesson)
    assert answer.value.json()["state"] == "counted"
    page.wait_for_function("!Object.keys(localStorage).some(key => key.startsWith('bai-'))")
    assert member.rows() == member.before + 1


@pytest.mark.parametrize(("changed", "kept"), [("phien-ban", 1), ("data-shape", 0)])
def test_her_answers_outlive_a_corrected_word_but_not_other_questions(stranger, changed, kept):
    """The version is another one; whether the questions are, the shape says."""
    stranger.open()
    stranger.answer(1, 2)

    def edited(route):
        html = re.sub(r'(name="phien-ban" value=")\d+', r"\g<1>987654", route.fetch().text())
        route.fulfill(body=html if changed == "phien-ban" else re.sub(r'data-shape="\w+', 'data-shape="khac', html), content_type="text/html")

    stranger.page.route(f"**{stranger.laid['short']}", edited)
    stranger.page.reload()
    expect(stranger.page.locator("#cau-1 :checked")).to_have_count(kept)
    stranger.answer(1, 1)
    assert (stranger.held()["v"], stranger.held()["c"]) == (987654, {"c0": "1"})


def test_a_clock_that_is_put_back_does_not_stop_her(stranger):
    stranger.open()
    stranger.answer(1)
    stranger.page.evaluate("Date.now = (now => () => now() - 864e5)(Date.now)")
    stranger.go_on()
    expect(stranger.page.locator("#cau-2")).to_be_visible()


def test_practice_says_at_once_what_is_right(visitor, site_server, laid):
    visitor.goto(site_server.url + laid["practice"])
    form = visitor.locator("[data-quiz]")
    told = visitor.locator("#cau-1 [data-told]")
    visitor.locator("#cau-1 label").nth(1).tap()
    visitor.wait_for_timeout(450)
    visitor.locator("[data-next]").tap()
    expect(told).to_be_visible()
    expect(told.locator("[data-verdict]")).to_have_text(form.get_attribute("data-not"))
    expect(told).to_contain_text("Ảnh sẽ ngả vàng.")
    expect(told).to_contain_text("Ban ngày, gần cửa sổ")
    visitor.wait_for_timeout(450)
    visitor.locator("[data-next]").tap()
    expect(visitor.locator("#cau-2")).to_be_visible()


def test_signing_in_afterwards_keeps_the_result(stranger):
    before = stranger.rows()
    stranger.to_the_end()
    stranger.send()
    stranger.arrived()
    keep = stranger.page.locator("a[href*='tiep=']").get_attribute("href").split("tiep=")[1]
    stranger.page.context.add_cookies([{"name": "sessionid", "value": stranger.laid["session"], "url": stranger.server.url}])
    stranger.page.goto(stranger.server.url + stranger.page.evaluate(f"decodeURIComponent('{keep}')"))
    expect(stranger.page.locator("h1")).to_contain_text("Mai")
    assert stranger.rows() == before
    stranger.page.locator("main button").tap()
    expect(stranger.page).to_have_url(re.compile("/toi/ket-qua/"))
    assert stranger.rows() == before + 1


def test_without_script_the_same_quiz_is_one_form(visitor_without_script, site_server, laid):
    page = visitor_without_script
    page.goto(site_server.url + laid["short"])
    expect(page.locator(".question:visible")).to_have_count(2)
    page.locator("#cau-1 label").first.tap()
    page.locator("[data-all]").tap()
    expect(page.locator("a[href='#cau-2']")).to_be_visible()
    page.locator("#cau-2 label").nth(1).tap()
    page.locator("button[name=sua]").tap()
    expect(page.locator("#cau-1 :checked")).to_have_count(1)
    expect(page.locator("#cau-2")).to_be_visible()
    page.locator("main form button").last.tap()
    expect(page).to_have_url(RESULT)
    expect(page.locator(".answer:not(.not)")).to_have_count(2)
