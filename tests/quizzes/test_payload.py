"""What is frozen of a question, and what of it a phone may know before the answers are in. No database."""

import json
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learning.quizzes.blocks import QuestionsBlock
from learning.quizzes.payload import fingerprint, key_of, pictures_of, question_of, shape_of, sounds_of, without_key
from learning.quizzes.scoring import fraction
from tests.factories import quizzes
from tests.factories.quizzes import option, question, rows

BLOCK = QuestionsBlock()
KEY = {"weight", "place", "match", "answers"}


def frozen(*raw: dict, **fields) -> dict:
    questions = [question_of(each["type"], each["id"], each["value"]) for each in BLOCK.settled(list(raw))]
    return {"title": "Bộ câu hỏi", "graded": True, "pass_mark": 80, "intro": "", "questions": questions, **fields}


def one(kind: str, **value) -> dict:
    return frozen(question(kind, "Câu hỏi?", **value))["questions"][0]


def whole() -> dict:
    return frozen(*(make() for make in quizzes.MAKERS.values()))


def names(value) -> set[str]:
    """Every name in a payload."""
    if isinstance(value, dict):
        return set(value) | {name for each in value.values() for name in names(each)}
    return {name for each in value for name in names(each)} if isinstance(value, list) else set()


def weights(kind: str, *options) -> list[float]:
    return [each["weight"] for each in one(kind, options=rows(*options))["options"]]


def test_payload_is_plain_json_and_has_exactly_these_fields():
    payload = whole()
    assert json.loads(json.dumps(payload)) == payload
    common = {"id", "kind", "text", "picture", "alt", "audio", "feedback"}
    more = {
        "single": {"options"}, "several": {"options"}, "truefalse": {"options"}, "matching": {"options", "matches"}, "ordering": {"options"},
        "number": {"answers"}, "text": {"answers", "tones", "case"},
    }  # fmt: skip
    assert {each["kind"]: set(each) - common for each in payload["questions"]} == more
    assert all(common <= set(each) for each in payload["questions"])


def test_single_right_option_earns_everything():
    assert weights("single", option("Một"), option("Hai", right=True), option("Ba", weight="-25")) == [0, 100, -25]


def test_right_options_share_alike_and_wrong_ones_take_as_much():
    assert weights("several", option("Một", right=True), option("Hai", right=True), option("Ba")) == [50, 50, -100]
    assert weights("several", *(option(f"{n}", right=n < 3) for n in range(5))) == [33.33333, 33.33333, 33.33333, -50, -50]


@given(right=st.integers(1, 6), wrong=st.integers(1, 6))
def test_who_ticks_everything_has_nothing_and_who_ticks_the_right_ones_all(right, wrong):
    asked = one("several", options=rows(*(option(f"{n}", right=n < right) for n in range(right + wrong))))
    assert fraction(asked, list(range(right + wrong))) == pytest.approx(0, abs=1e-6)
    assert fraction(asked, list(range(right))) == 1


def test_weights_that_were_written_are_kept():
    assert weights("several", option("Một", right=True, weight="70"), option("Hai", right=True, weight="30"), option("Ba", weight="0")) == [70, 30, 0]


def test_true_comes_before_false_without_words():
    asked = one("truefalse", answer="false", feedback_true="Không.", feedback_false="Phải.")
    assert [(each["text"], each["weight"], each["feedback"]) for each in asked["options"]] == [("", 0, "Không."), ("", 100, "Phải.")]
    assert len({each["id"] for each in asked["options"]}) == 2


def lines(count: int) -> list[dict]:
    return rows(*({"text": f"Bước {n}"} for n in range(count)))


@given(count=st.integers(3, 8))
def test_three_steps_or_more_are_never_shown_in_their_right_order(count):
    shown = one("ordering", lines=lines(count))["options"]
    places = [each["place"] for each in shown]
    assert sorted(places) == list(range(count))
    assert places != sorted(places)


def test_two_steps_are_shown_now_so_now_so():
    """Always turned round would tell the answer."""
    shown = {one("ordering", lines=lines(2))["options"][0]["place"] for _ in range(40)}
    assert shown == {0, 1}


def test_shown_order_is_that_of_the_ids_in_every_language():
    raw = question("ordering", "Thứ tự nào?", lines=lines(6))
    other = json.loads(json.dumps(raw).replace("Bước", "Step"))
    shown = [[each["id"] for each in frozen(each)["questions"][0]["options"]] for each in (raw, other)]
    assert shown[0] == shown[1]


@given(count=st.integers(2, 8))
def test_matches_are_never_shown_beside_their_own(count):
    pairs = rows(*({"text": f"Vật {n}", "match": f"Việc {n}"} for n in range(count)))
    asked = one("matching", pairs=pairs, extra=rows("Nấu cơm"))
    matches = [each["match"] for each in asked["options"]]
    assert matches != list(range(count))
    assert [asked["matches"][index] for index in matches] == [f"Việc {n}" for n in range(count)]
    assert sorted(asked["matches"]) == sorted([*(f"Việc {n}" for n in range(count)), "Nấu cơm"])


def test_two_that_belong_to_the_same_share_it():
    pairs = rows({"text": "Một", "match": "lẻ"}, {"text": "Hai", "match": "chẵn"}, {"text": "Ba", "match": "lẻ"})
    asked = one("matching", pairs=pairs)
    assert sorted(asked["matches"]) == ["chẵn", "lẻ"]
    assert asked["options"][0]["match"] == asked["options"][2]["match"] != asked["options"][1]["match"]


def test_decorative_picture_has_no_words():
    picture = {"image": 7, "alt_text": "Bỏ đi", "decorative": True}
    assert (one("number", picture=picture)["picture"], one("number", picture=picture)["alt"]) == (7, "")


def test_pictures_and_sounds_are_found_wherever_they_are():
    picture = {"image": 7, "alt_text": "Ảnh", "decorative": False}
    payload = frozen(
        question("single", "Một?", picture=picture, options=rows(option("Đúng", right=True) | {"picture": {**picture, "image": 8}, "audio": 3}, option("Sai"))),
        question("ordering", "Hai?", audio=4, lines=rows({"text": "A", "picture": {**picture, "image": 9}}, {"text": "B"})),
    )
    assert (pictures_of(payload), sounds_of(payload)) == ({7, 8, 9}, {3, 4})


# What decides the marks


def changed(work) -> dict:
    payload = whole()
    work(payload)
    return payload


@pytest.fixture(scope="module")
def payload():
    return whole()


def copy(payload) -> dict:
    return json.loads(json.dumps(payload))


REWORDED = [
    lambda p: p.update(title="Khác", intro="Khác", pass_mark=50, graded=False),
    lambda p: p["questions"].reverse(),
    lambda p: p["questions"][0]["options"].reverse(),
    lambda p: p["questions"][0].update(text="Khác", picture=5, alt="Khác", audio=6, feedback="Khác"),
    lambda p: p["questions"][0]["options"][0].update(text="Khác", feedback="Khác", picture=9),
    lambda p: p["questions"][6]["answers"][0].update(text="Khác"),
]
REMARKED = [
    lambda p: p["questions"][0]["options"][0].update(weight=50.0),
    lambda p: p["questions"][2]["options"][0].update(weight=100.0),
    lambda p: p["questions"][3]["options"][0].update(match=p["questions"][3]["options"][1]["match"]),
    lambda p: p["questions"][4]["options"][0].update(place=9),
    lambda p: p["questions"][5]["answers"][0].update(value="16"),
    lambda p: p["questions"][5]["answers"][0].update(tolerance="3"),
    lambda p: p["questions"][6]["answers"][1].update(weight=100.0),
    lambda p: p["questions"][6].update(tones=True),
    lambda p: p["questions"].pop(),
    lambda p: p["questions"][0]["options"].pop(),
    lambda p: p["questions"][0]["options"][0].update(id=str(uuid4())),
]


@pytest.mark.parametrize("number", range(len(REWORDED)))
def test_what_only_words_or_orders_leaves_the_key(payload, number):
    other = copy(payload)
    REWORDED[number](other)
    assert key_of(other) == key_of(payload)
    assert fingerprint(other) != fingerprint(payload)


@pytest.mark.parametrize("number", range(len(REMARKED)))
def test_what_changes_a_mark_changes_the_key(payload, number):
    other = copy(payload)
    REMARKED[number](other)
    assert key_of(other) != key_of(payload)


CORRECTED = [REWORDED[0], REWORDED[3], REWORDED[4], REWORDED[5], REMARKED[0], REMARKED[2], REMARKED[4], REMARKED[5], REMARKED[7]]
REARRANGED = [
    REWORDED[1],
    REWORDED[2],
    *REMARKED[8:],
    lambda p: p["questions"][3]["matches"].reverse(),
    lambda p: p["questions"][4]["options"].reverse(),
    lambda p: p["questions"][0].update(kind="several"),
]


@pytest.mark.parametrize("number", range(len(CORRECTED)))
def test_answers_on_a_phone_still_fit_after_a_correction(payload, number):
    other = copy(payload)
    CORRECTED[number](other)
    assert shape_of(other) == shape_of(payload)
    assert fingerprint(other) != fingerprint(payload)


@pytest.mark.parametrize("number", range(len(REARRANGED)))
def test_answers_on_a_phone_do_not_fit_what_stands_elsewhere(payload, number):
    other = copy(payload)
    REARRANGED[number](other)
    assert shape_of(other) != shape_of(payload)


def test_shape_is_made_of_what_readers_see(payload):
    assert shape_of(without_key(payload)) == shape_of(payload)


def test_fingerprint_does_not_depend_on_the_order_of_names(payload):
    assert fingerprint(dict(reversed(payload.items()))) == fingerprint(payload)


def test_nothing_of_the_key_is_left_in_what_is_shown(payload):
    shown = without_key(payload)
    assert not names(shown) & KEY
    text = json.dumps(shown, ensure_ascii=False)
    for secret in ("Da-lô", "0.5", "Gần đúng", "Ánh sáng ban ngày", "Xem lại phần Học"):
        assert secret not in text
        assert secret in json.dumps(payload, ensure_ascii=False)
    assert names(payload) >= KEY
    assert [len(each.get("options", ())) for each in shown["questions"]] == [len(each.get("options", ())) for each in payload["questions"]]
