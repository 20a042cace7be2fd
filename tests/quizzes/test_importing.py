"""Questions from text into drafts and back, on the server's own command."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from learning.quizzes import gift
from learning.quizzes.importing import decoded, exported, of_payload, read, to_blocks
from learning.quizzes.models import QuizPage
from learning.quizzes.payload import payload_of, question_of
from tests.factories import make_lesson
from tests.factories.quizzes import make_quiz

GIFT = """// Ngân hàng câu hỏi
$CATEGORY: tuần 1

::Q1::Chụp ảnh lúc nào thì rõ? {
  =Ban ngày#Ánh sáng tốt
  ~Buổi tối#Ảnh ngả vàng
  ####Xem lại bước 1.
}

Trước khi chụp chị làm gì? {~%50%Lau ống kính ~%50%Chọn nền gọn ~%-50%Rung tay ~%-50%Chụp ngược nắng}

Gửi mã OTP cho ai cũng được.{FALSE#Không gửi cho ai.#Giỏi lắm.}

Ứng dụng nhắn tin là {=Zalo =%50%Da lô}

Một tuần học mấy phút? {#=15:0.5#Đúng =%50%10..20}

Ghép cặp. {=Zalo -> Nhắn tin =Máy ảnh -> Chụp hàng = -> Nấu cơm}

Viết về quê chị. {}
"""
AIKEN = "Mã PIN gồm mấy số?\nA. 4 số\nB. 6 số\nANSWER: B\n"


def without_ids(payload: dict) -> list:
    """Questions with ids taken out and what is shuffled by them in the order of its words."""
    return [repr(question) for question in of_payload(payload)]


def test_questions_read_from_gift_become_blocks_that_can_be_published(tree):
    parsed = read(GIFT)
    assert [question.kind for question in parsed.questions] == ["single", "several", "truefalse", "text", "number", "matching"]
    assert len(parsed.problems) == 1 and parsed.problems[0].line == 20  # the essay
    quiz = make_quiz(questions=to_blocks(parsed.questions))
    assert quiz.live and quiz.frozen.payload["questions"][0]["options"][0]["weight"] == 100


def test_weights_that_ticks_give_are_left_empty():
    several = to_blocks(read(GIFT).questions)[1]["value"]["options"]
    assert [item["value"]["weight"] for item in several] == [""] * 4
    third = to_blocks(read("Hai điều? {~%60%a ~%40%b ~%-20%c}").questions)[0]["value"]["options"]
    assert [item["value"]["weight"] for item in third] == ["60", "40", "-20"]


def test_blocks_hold_all_that_the_file_said():
    questions = read(GIFT).questions
    back = of_payload({"questions": [question_of(each["type"], each["id"], each["value"]) for each in to_blocks(questions)]})
    for one, other in zip(questions, back, strict=True):
        other.name, other.line = one.name, one.line
        assert one == other


def test_exported_quiz_imports_again_to_the_same_quiz(tree):
    quiz = make_quiz()
    again = make_quiz(questions=to_blocks(gift.read(exported(quiz)).questions))
    assert without_ids(payload_of(again)) == without_ids(payload_of(quiz))


def run(tmp_path, text: str | bytes, **options) -> tuple[str, str]:
    file = tmp_path / "cau-hoi.txt"
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    out, err = StringIO(), StringIO()
    call_command("import_quiz", str(file), stdout=out, stderr=err, **options)
    return out.getvalue(), err.getvalue()


def test_command_makes_a_draft_and_names_bad_questions(tree, tmp_path):
    lesson = make_lesson()
    out, err = run(tmp_path, GIFT, parent=lesson.address)
    quiz = QuizPage.objects.child_of(lesson).get()
    assert not quiz.live and quiz.frozen is None and len(quiz.questions) == 6
    assert "6 câu, bỏ 1" in out and err.count("\n") == 1


def test_command_reads_aiken_and_what_windows_saved(tree, tmp_path):
    lesson = make_lesson()
    run(tmp_path, AIKEN.encode("utf-16"), parent=lesson.path_below_home, title="Mã PIN")
    quiz = QuizPage.objects.child_of(lesson).get()
    assert (quiz.title, quiz.questions[0].block_type) == ("Mã PIN", "single")


@pytest.mark.parametrize(
    ("text", "parent", "said"),
    [("Không có gì", None, "Không có câu hỏi nào"), (GIFT, "hoc/khong-co", "hoc/khong-co"), (b"\x00\x01\x02", None, "văn bản"), (GIFT, "tin-tuc", "tin-tuc")],
)
def test_command_refuses_with_a_sentence_and_imports_nothing(tree, tmp_path, text, parent, said, settings):
    lesson = make_lesson()
    with pytest.raises(CommandError) as refused:
        run(tmp_path, text, parent=parent or lesson.path_below_home)
    assert said in str(refused.value) or "UTF-8" in str(refused.value)
    assert not QuizPage.objects.exists()


def test_text_of_word_and_of_decomposing_keyboards_is_read():
    assert decoded("\ufeffCâu".encode()) == "Câu"
    parsed = read("Mã PIN gồm mấy số?\nA.\xa04 số\nB.\xa06 số\nANSWER: B\n")
    assert [option.text for option in parsed.questions[0].options] == ["4 số", "6 số"]
    assert read("Co\u031b sở nào? {=A ~B}").questions[0].text == "Cơ sở nào?"
