"""Quizzes with one question of each kind that is asked for."""

from collections.abc import Iterable
from copy import deepcopy
from uuid import uuid4

from learning.quizzes.models import QuizPage
from tests.factories.content import numbered, picture_value, place
from tests.factories.learning import make_lesson

KINDS = ("single", "several", "truefalse", "matching", "ordering", "number", "text")


def rows(*values: object) -> list[dict]:
    """A list's value as it is stored, each item with an id of its own."""
    return [{"type": "item", "value": value, "id": str(uuid4())} for value in values]


def option(text: str = "", right: bool = False, picture=None, alt: str = "Một chị cầm điện thoại", **fields) -> dict:
    """Of single and several. A picture, if any, with its description."""
    return {"text": text, "right": right, "picture": picture_value(picture, alt), "audio": None, "feedback": "", "weight": "", **fields}


def question(kind: str, text: str, **value) -> dict:
    """A stored question of any kind: the lists of `value` as rows(...), what is left out is empty."""
    return {"type": kind, "value": {"text": text, "picture": picture_value(None), "audio": None, "feedback": "", **value}, "id": str(uuid4())}


def single(text: str = "Chụp ảnh hàng lúc nào thì rõ?", picture=None) -> dict:
    options = rows(
        option("Ban ngày, gần cửa sổ", right=True, feedback="Ánh sáng ban ngày làm ảnh rõ.", picture=picture),
        option("Buổi tối, dưới bóng đèn vàng", feedback="Ảnh sẽ ngả vàng."),
        option("Lúc nào cũng vậy", picture=picture),
    )
    return question("single", text, options=options, picture=picture_value(picture), feedback="Xem lại phần Học, bước 1.")


def several() -> dict:
    options = rows(option("Lau ống kính", right=True), option("Chọn nền gọn", right=True), option("Chụp ngược nắng"), option("Rung tay"))
    return question("several", "Trước khi chụp chị làm những gì?", options=options)


def truefalse() -> dict:
    return question(
        "truefalse", "Mã OTP gửi cho ai cũng được.", answer="false", feedback_true="Không gửi mã OTP cho ai.", feedback_false="Giỏi lắm, giữ kín mã OTP."
    )


def matching() -> dict:
    pairs = rows(*({"text": text, "match": match} for text, match in (("Zalo", "Nhắn tin"), ("Máy ảnh", "Chụp hàng"), ("Sổ ghi", "Ghi đơn"))))
    return question("matching", "Mỗi thứ dùng vào việc gì?", pairs=pairs, extra=rows("Nấu cơm"))


def ordering() -> dict:
    lines = rows(*({"text": text} for text in ("Lau ống kính", "Đặt hàng lên nền gọn", "Chạm để lấy nét", "Chụp ba tấm")))
    return question("ordering", "Chụp ảnh hàng theo thứ tự nào?", lines=lines)


def number() -> dict:
    answers = rows({"value": "15", "tolerance": "0.5"}, {"value": "12", "tolerance": "1", "weight": "50", "feedback": "Gần đúng."})
    return question("number", "Mỗi tuần chị học bao nhiêu phút?", answers=answers)


def text() -> dict:
    return question("text", "Ứng dụng nào để nhắn tin cho nhóm?", answers=rows({"text": "Zalo"}, {"text": "Da-lô", "weight": "50"}), tones=False, case=False)


MAKERS = {"single": single, "several": several, "truefalse": truefalse, "matching": matching, "ordering": ordering, "number": number, "text": text}


def make_questions(*kinds: str, picture=None) -> list[dict]:
    """Raw questions; the right answers are: single 0, several [0, 1], truefalse 1, number "15", text "Zalo"; see payload for the others."""
    return [single(picture=picture) if kind == "single" else MAKERS[kind]() for kind in kinds]


def make_quiz(lesson=None, kinds: Iterable[str] = KINDS, questions: list[dict] | None = None, picture=None, live: bool = True, **fields) -> QuizPage:
    """Below a lesson or course; published and so frozen unless told otherwise. questions: raw ones instead of one of each kind."""
    raw = deepcopy(questions) if questions is not None else make_questions(*kinds, picture=picture)
    fields = {"intro": "Chị chọn câu trả lời đúng.", **fields}
    quiz = QuizPage(**numbered("Bộ câu hỏi", fields))
    quiz.questions = QuizPage._meta.get_field("questions").to_python(raw)
    return place(lesson or make_lesson(), quiz, live)


def right_answers(payload: dict) -> list:
    """The compact answers that earn full marks."""
    return [_right(each) for each in payload["questions"]]


def _right(each: dict):
    if each["kind"] in ("single", "truefalse"):
        return max(range(len(each["options"])), key=lambda index: each["options"][index]["weight"])
    if each["kind"] == "several":
        return [index for index, option in enumerate(each["options"]) if option["weight"] > 0]
    if each["kind"] == "matching":
        return [option["match"] for option in each["options"]]
    if each["kind"] == "ordering":
        return sorted(range(len(each["options"])), key=lambda index: each["options"][index]["place"])
    return max(each["answers"], key=lambda answer: answer["weight"])["value" if each["kind"] == "number" else "text"]


def wrong_answers(payload: dict) -> list:
    """Answers to every question that earn nothing."""
    return [_wrong(each) for each in payload["questions"]]


def _wrong(each: dict):
    if each["kind"] in ("single", "truefalse"):
        return min(range(len(each["options"])), key=lambda index: each["options"][index]["weight"])
    if each["kind"] == "several":
        return [index for index, option in enumerate(each["options"]) if option["weight"] <= 0]
    if each["kind"] == "matching":
        return [(option["match"] + 1) % len(each["matches"]) for option in each["options"]]
    if each["kind"] == "ordering":
        right = _right(each)
        return right[1:] + right[:1]
    return "999999" if each["kind"] == "number" else "không biết"
