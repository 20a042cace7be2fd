"""Questions from a text file at /cms/bo-cau-hoi/nhap/, and back as GIFT."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from learning.quizzes.importing import read
from learning.quizzes.models import QuizPage
from tests.factories import make_course, make_lesson, translate
from tests.factories.quizzes import make_quiz
from tests.pages.reading import soup

pytestmark = pytest.mark.django_db
GOOD = "Mã PIN gồm mấy số?\nA. 4 số\nB. 6 số\nANSWER: B\n"
GIFT = "Chụp lúc nào?{=Ban ngày#Rõ. ~Buổi tối}\n\nViết về quê chị.{}\n\nMột tuần học mấy phút?{#15:0.5}\n"


@pytest.fixture
def lesson(tree):
    return make_lesson()


def address(page) -> str:
    return reverse("import_questions", args=[page.pk])


def make(client, page, text=GOOD, **fields):
    return client.post(address(page), {"text": text, "form": "", "make": "1", **({} if isinstance(page, QuizPage) else {"title": "Câu hỏi thử"}), **fields})


def quizzes_below(page) -> list[QuizPage]:
    return list(QuizPage.objects.child_of(page))


# What it does


def test_preview_shows_questions_and_problems_by_line_and_makes_nothing(editor, lesson):
    answer = editor.post(address(lesson), {"text": GIFT, "form": ""})
    page = soup(answer)
    assert answer.status_code == 200 and quizzes_below(lesson) == []
    assert [row.select("td")[0].text for row in page.select("table.listing tbody tr")] == ["1", "5"]
    assert "✓ Ban ngày" in page.select_one("table.listing").text and "15 ± 0,5" in page.select_one("table.listing").text
    assert "3" in page.select_one(".help-warning li").text and "Viết về quê chị." in page.select_one(".help-warning li").text


def test_button_below_the_preview_makes_the_draft_that_was_shown(editor, lesson, cast):
    form = soup(editor.post(address(lesson), {"text": GIFT, "form": "gift"})).select_one("form:has([name=make])")
    sent = {field["name"]: field.get("value", field.text) for field in form.select("[name]") if field["name"] != "csrfmiddlewaretoken"}
    answer = editor.post(address(lesson), sent)
    (quiz,) = quizzes_below(lesson)
    assert answer.url == reverse("wagtailadmin_pages:edit", args=[quiz.pk])
    assert not quiz.live and quiz.owner == cast.ngan and quiz.question_count == 2 and quiz.title.endswith(lesson.title)
    assert [block.block_type for block in quiz.questions] == ["single", "number"]


def test_title_is_hers(editor, lesson):
    make(editor, lesson, title="  Giữ mã PIN ")
    assert quizzes_below(lesson)[0].title == "Giữ mã PIN"


def test_without_title_nothing_is_made(editor, lesson):
    assert make(editor, lesson, title=" ").status_code == 422
    assert quizzes_below(lesson) == []


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_file_becomes_the_text(editor, lesson, encoding):
    upload = SimpleUploadedFile("cau-hoi.txt", GOOD.encode(encoding))
    page = soup(editor.post(address(lesson), {"file": upload, "text": "", "form": "aiken"}))
    assert page.select_one("textarea[name=text]:not([hidden])").text.strip() == GOOD.strip()
    assert page.select("table.listing tbody tr")


def test_quiz_gets_the_questions_behind_its_own_and_what_is_live_stays(editor, lesson):
    quiz = make_quiz(lesson, kinds=["single"])
    before = quiz.frozen_id
    assert make(editor, quiz).status_code == 302
    quiz.refresh_from_db()
    draft = quiz.get_latest_revision_as_object()
    assert [block.block_type for block in draft.questions] == ["single", "single"] and draft.questions[1].value["text"].startswith("Mã PIN")
    assert len(quiz.questions) == 1 and quiz.frozen_id == before and quiz.has_unpublished_changes


def test_course_takes_a_quiz_too(editor, tree):
    course = make_course()
    make(editor, course)
    assert len(quizzes_below(course)) == 1


# What it refuses


@pytest.mark.parametrize("text", ["", "   \n", "Không phải câu hỏi.\n"])
def test_text_without_questions_offers_no_button(editor, lesson, text):
    answer = make(editor, lesson, text=text)
    assert answer.status_code in (200, 422) and quizzes_below(lesson) == []
    assert not soup(answer).select("[name=make]") and soup(answer).select(".help-critical, .help-warning")


@pytest.mark.parametrize("content", [b"\x00\x01\x02" * 50, b"a" * (1024 * 1024 + 1)])
def test_what_is_no_small_text_file_is_refused_with_a_sentence(editor, lesson, content):
    answer = editor.post(address(lesson), {"file": SimpleUploadedFile("a.txt", content), "text": "", "form": ""})
    assert answer.status_code == 422 and soup(answer).select(".w-field__errors")


def test_translation_takes_its_questions_from_its_source(enter, lesson):
    english = translate(make_quiz(lesson), "en", live=False)
    assert enter("yen").get(address(english)).status_code == 404


def test_locked_quiz_stays_as_it_is(editor, lesson, cast):
    quiz = make_quiz(lesson, kinds=["single"])
    quiz.locked, quiz.locked_by = True, cast.nhung
    quiz.save()
    assert make(editor, quiz).url == reverse("wagtailadmin_pages:edit", args=[quiz.pk])
    assert len(quiz.get_latest_revision_as_object().questions) == 1


# Who


@pytest.mark.parametrize("who", ["yen", "lan", "thu"])
def test_who_may_not_add_here_does_not_find_it(enter, lesson, who):
    quiz, client = make_quiz(lesson), enter(who)
    for page in (lesson, quiz):
        assert client.get(address(page)).status_code in (302, 404)
        assert make(client, page).status_code in (302, 404)
    assert client.get(reverse("export_questions", args=[quiz.pk])).status_code in (302, 404)
    assert len(quizzes_below(lesson)) == 1 and len(quiz.get_latest_revision_as_object().questions) == 7


def test_stranger_is_sent_to_the_door(client, lesson):
    assert client.get(address(lesson)).status_code == 302


def test_other_pages_and_missing_ones_take_no_questions(editor, tree):
    assert editor.get(address(tree.learning)).status_code == 404
    assert editor.get(reverse("import_questions", args=[999999])).status_code == 404
    assert editor.get(reverse("export_questions", args=[tree.learning.pk])).status_code == 404


def test_other_methods_are_refused(editor, lesson):
    assert editor.put(address(lesson)).status_code == 405
    assert editor.post(reverse("export_questions", args=[make_quiz(lesson).pk])).status_code == 405


# Out again, and the ways in


def test_download_is_the_draft_and_reads_again(editor, lesson):
    quiz = make_quiz(lesson, kinds=["single", "number", "matching"])
    make(editor, quiz)
    answer = editor.get(reverse("export_questions", args=[quiz.pk]))
    assert answer["Content-Disposition"] == f'attachment; filename="{quiz.slug}.gift.txt"'
    parsed = read(answer.text, "gift")
    assert [question.kind for question in parsed.questions] == ["single", "number", "matching", "single"] and not parsed.problems


def test_menus_of_lessons_and_quizzes_lead_here(editor, lesson):
    quiz = make_quiz(lesson)
    assert address(lesson) in editor.get(reverse("wagtailadmin_explore", args=[lesson.pk])).text
    edit = editor.get(reverse("wagtailadmin_pages:edit", args=[quiz.pk])).text
    assert address(quiz) in edit and reverse("export_questions", args=[quiz.pk]) in edit
    assert address(quiz) in editor.get(reverse("wagtailadmin_explore", args=[lesson.pk])).text
