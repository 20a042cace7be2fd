"""What the editor says to a question that could not be marked, and that what she saves is kept."""

import json

import pytest
from django.urls import reverse
from django.utils import translation

from learning.quizzes import rules
from learning.quizzes.blocks import QuestionsBlock, typed
from learning.quizzes.models import QuizPage
from learning.quizzes.payload import payload_of
from tests import factories
from tests.factories import picture_value, quizzes
from tests.factories.forms import add_address, complaints, edit_address, form_of, save
from tests.factories.quizzes import option, question, rows

BLOCK = QuestionsBlock()
TWO = (option("Đúng", right=True), option("Sai"))


def settled(raw: dict) -> dict:
    return BLOCK.settled([raw])[0]


def problems(kind: str, text: str = "Câu hỏi?", translated: bool = False, **value) -> list[str]:
    """In English, without the field."""
    raw = settled(question(kind, text, **value))
    with translation.override("en"):
        return [sentence for _, sentence in rules.problems(kind, raw["value"], translated=translated)]


def of_options(*options, kind="single") -> list[str]:
    return problems(kind, options=rows(*options))


# Rules


@pytest.mark.parametrize("kind", quizzes.KINDS)
def test_question_of_the_factories_has_no_problem(kind):
    raw = settled(quizzes.MAKERS[kind]())
    assert rules.problems(kind, raw["value"]) == []


def test_every_kind_that_editors_can_choose_has_its_rules():
    assert set(BLOCK.child_blocks) == set(rules.KINDS) == set(quizzes.KINDS)


@pytest.mark.parametrize("kind", quizzes.KINDS)
def test_question_without_words_is_told(kind):
    raw = settled(quizzes.MAKERS[kind]())
    with translation.override("en"):
        assert rules.problems(kind, raw["value"] | {"text": "  "})[0] == ("text", "Write the question.")


@pytest.mark.parametrize(
    ("options", "begins"),
    [
        ([option("Đúng", right=True)], "Write at least two options."),
        ([], "Write at least two options."),
        ([option("Một"), option("Hai")], "Tick the right option."),
        ([option("Một", right=True), option("Hai", right=True), option("Ba")], "Tick only one option as right."),
        ([option("Một", right=True, weight="50"), option("Hai")], "Give the best option the weight 100"),
        ([option("Một", right=True, weight="-5"), option("Hai")], "Number 1 is right, so its weight must be above 0."),
        ([option("Một", right=True), option("Hai", weight="5")], "Number 2 is wrong, so its weight must be 0 or less."),
        ([option("Một", right=True), option("Hai", weight="-101")], "The weight of number 2 is over 100."),
        ([option("Một", right=True), option("Hai", weight="ít")], "The weight of number 2 is not a number."),
        ([option("Một", right=True), option("một ")], "Numbers 1 and 2 are the same."),
        ([option("Một", right=True), option("Hai"), option("Hai")], "Numbers 2 and 3 are the same."),
        ([option("Một", right=True), option(feedback="Sai rồi.")], "Number 2 is empty."),
    ],
)
def test_single_choice_that_cannot_be_marked_is_told(options, begins):
    found = of_options(*options)
    assert any(sentence.startswith(begins) for sentence in found), found


@pytest.mark.parametrize(
    "options",
    [
        TWO,
        (option("Đúng", right=True, weight="100"), option("Gần đúng", right=True, weight="50"), option("Sai", weight="-20")),
        (option("Đúng", right=True), option("Sai", weight="0")),
        (option("ma", right=True), option("má"), option("mà")),
    ],
)
def test_single_choice_that_can_be_marked_is_left_alone(options):
    assert of_options(*options) == []


@pytest.mark.parametrize(
    ("options", "begins"),
    [
        ([option("Một"), option("Hai")], "Tick the right options."),
        ([option("Một", right=True, weight="60"), option("Hai", right=True)], "Give every right option a weight, or none of them."),
        ([option("Một", right=True, weight="60"), option("Hai", right=True, weight="30,5")], "The weights of the right options make"),
    ],
)
def test_several_choices_that_cannot_be_marked_are_told(options, begins):
    for each in options:
        each["weight"] = typed(each["weight"])
    found = of_options(*options, kind="several")
    assert any(sentence.startswith(begins) for sentence in found), found


def test_sum_of_weights_is_named_as_it_is_typed():
    assert "make 90,5." in of_options(option("Một", right=True, weight="60"), option("Hai", right=True, weight="30.5"), kind="several")[0]


def test_thirds_need_not_make_exactly_100():
    assert of_options(*(option(f"{n}", right=True, weight="33.33") for n in range(3)), option("Sai"), kind="several") == []


def test_picture_alone_needs_its_description_and_is_not_used_twice():
    picture = {"image": 7, "alt_text": "", "decorative": True}
    assert "Number 2 is only a picture." in of_options(TWO[0], option() | {"picture": picture})[0]
    picture = {"image": 7, "alt_text": "Ảnh rõ", "decorative": False}
    assert of_options(option(right=True) | {"picture": picture}, option("Sai")) == []
    twice = of_options(option(right=True) | {"picture": picture}, option() | {"picture": {**picture, "alt_text": "Khác"}})
    assert twice[0].startswith("Numbers 1 and 2 are the same.")


def test_same_words_beside_different_pictures_are_still_the_same():
    pictures = [{"image": number, "alt_text": "Ảnh", "decorative": False} for number in (1, 2)]
    assert of_options(option("Ảnh", right=True) | {"picture": pictures[0]}, option("Ảnh") | {"picture": pictures[1]})


@pytest.mark.parametrize(
    ("kind", "value", "begins"),
    [
        ("truefalse", {}, "Say whether the sentence is right or wrong."),
        ("matching", {"pairs": rows({"text": "Một", "match": "1"})}, "Write at least two pairs."),
        ("matching", {"pairs": rows({"text": "Một", "match": "1"}, {"text": "Hai", "match": " "})}, "Number 2 has nothing that it belongs to."),
        ("matching", {"pairs": rows({"text": "Một", "match": "1"}, {"text": "Hai", "match": "1"})}, "All belong to the same."),
        ("matching", {"pairs": rows({"text": "Một", "match": "1"}, {"text": "Hai", "match": "2"}), "extra": rows("1")}, "“1” is there already."),
        ("matching", {"pairs": rows({"text": "Một", "match": "1"}, {"text": "Hai", "match": "2"}), "extra": rows("3", "3")}, "“3” is there already."),
        ("ordering", {"lines": rows({"text": "Một"})}, "Write at least two steps."),
        ("ordering", {"lines": rows({"text": "Một"}, {"text": "Một"})}, "Numbers 1 and 2 are the same."),
        ("number", {}, "Write at least one right answer."),
        ("number", {"answers": rows({"value": "mười"})}, "Answer 1 is not a number."),
        ("number", {"answers": rows({"value": "10", "tolerance": "-1"})}, "Answer 1 may be off by 0 or more."),
        ("number", {"answers": rows({"value": "10", "tolerance": "ít"})}, "Answer 1 may be off by 0 or more."),
        ("number", {"answers": rows({"value": "10", "weight": "50"})}, "Give the best answer the weight 100"),
        ("number", {"answers": rows({"value": "*", "weight": "0"})}, "Write at least one right answer."),
        ("number", {"answers": rows({"value": "10"}, {"value": "*"})}, "Number 2 stands for any other answer."),
        ("text", {}, "Write at least one right answer."),
        ("text", {"answers": rows({"text": "Zalo"}, {"text": " "})}, "Answer 2 is empty."),
        ("text", {"answers": rows({"text": "Điện thoại"}, {"text": "dien  thoai"})}, "Answers 1 and 2 count as the same."),
        ("text", {"answers": rows({"text": "Zalo"}, {"text": "ZALO"}), "tones": True}, "Answers 1 and 2 count as the same."),
        ("text", {"answers": rows({"text": "Zalo", "weight": "nửa"})}, "The weight of number 1 is not a number."),
        ("text", {"answers": rows({"text": "Zalo", "weight": "120"})}, "The weight of number 1 must be between 0 and 100."),
    ],
)
def test_question_of_another_kind_that_cannot_be_marked_is_told(kind, value, begins):
    found = problems(kind, **value)
    assert any(sentence.startswith(begins) for sentence in found), found


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("matching", {"pairs": rows({"text": "Một", "match": "lẻ"}, {"text": "Hai", "match": "chẵn"}, {"text": "Ba", "match": "lẻ"})}),
        ("number", {"answers": rows({"value": "-1.5", "tolerance": "0"}, {"value": "*", "weight": "0", "feedback": "Xem lại."})}),
        ("text", {"answers": rows({"text": "má"}, {"text": "mà"}), "tones": True}),
        ("text", {"answers": rows({"text": "Zalo"}, {"text": "zalo"}), "case": True}),
    ],
)
def test_question_of_another_kind_that_can_be_marked_is_left_alone(kind, value):
    assert problems(kind, **value) == []


def test_two_accepted_answers_may_become_one_in_translation():
    value = {"answers": rows({"text": "phone"}, {"text": "phone"})}
    assert problems("text", **value)
    assert problems("text", translated=True, **value) == []


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("1,5", "1.5"),
        ("1.5", "1.5"),
        ("1.500", "1500"),
        ("1,500", "1.5"),
        ("1.234,5", "1234.5"),
        ("-3", "-3"),
        ("0,50", "0.5"),
        ("15 phút", "15 phút"),
        ("", ""),
    ],
)
def test_number_is_read_as_vietnamese_writes_it(said, kept):
    assert typed(said) == kept


@pytest.mark.parametrize("kept", ["1.5", "1.234", "1500", "-0.125", "1234567.891"])
def test_number_that_is_saved_again_stays_the_same(kept):
    block = BLOCK.child_blocks["number"].child_blocks["answers"].child_block.child_blocks["value"]
    assert block.value_from_form(block.value_for_form(kept)) == kept
    assert block.clean(kept) == kept


def test_what_was_stored_by_other_hands_gets_its_ids_and_fields():
    raw = [
        {"type": "single", "value": {"text": "Một cộng một?", "options": [{"text": "Hai", "right": True}, {"text": "Ba"}]}},
        {"type": "unknown", "value": {}},
    ]
    first = BLOCK.settled(raw)
    assert len(first) == 1
    assert first[0]["id"] and all(item["id"] for item in first[0]["value"]["options"])
    assert first[0]["value"]["picture"] == {"image": None, "alt_text": "", "decorative": False}
    assert BLOCK.settled(first) == first


# The editor


@pytest.fixture
def quiz(tree):
    return factories.make_quiz(picture=factories.make_picture())


@pytest.fixture
def moderator(enter):
    """She may publish."""
    return enter("nhung")


def changed(page, work) -> dict:
    raw = page.questions.get_prep_value()
    work(raw)
    return {"questions": QuizPage._meta.get_field("questions").to_python(raw)}


def without_right(raw):
    for item in raw[0]["value"]["options"]:
        item["value"]["right"] = False


@pytest.mark.django_db
def test_question_without_right_option_is_not_published_but_may_be_a_draft(quiz, moderator):
    change = changed(quiz, without_right)
    refused = save(moderator, quiz, "publish", **change)
    assert refused.status_code == 200
    assert QuizPage.objects.get().latest_revision == quiz.latest_revision
    assert save(moderator, quiz, **change).status_code == 302
    assert QuizPage.objects.get().frozen.number == 1


@pytest.mark.django_db
def test_number_that_is_none_is_kept_in_a_draft_alone(quiz, moderator):
    change = changed(quiz, lambda raw: raw[5]["value"]["answers"][0]["value"].update(value="mười lăm", weight="nhiều"))
    assert save(moderator, quiz, "publish", **change).status_code == 200
    assert save(moderator, quiz, **change).status_code == 302
    draft = QuizPage.objects.get().get_latest_revision_as_object()
    assert draft.questions.get_prep_value()[5]["value"]["answers"][0]["value"]["value"] == "mười lăm"


@pytest.mark.django_db
def test_draft_with_a_problem_is_published_by_no_other_road(quiz):
    for name, value in changed(quiz, without_right).items():
        setattr(quiz, name, value)
    quiz.save_revision().publish()
    assert QuizPage.objects.get().frozen.number == 1
    assert payload_of(QuizPage.objects.get()) == QuizPage.objects.get().frozen.payload


@pytest.mark.django_db
def test_quiz_without_questions_is_not_published(tree, moderator):
    empty = factories.make_quiz(kinds=(), live=False)
    answer = save(moderator, empty, "publish")
    assert complaints(answer)
    assert not QuizPage.objects.get().live
    assert save(moderator, empty).status_code == 302


@pytest.mark.django_db
def test_new_quiz_is_written_and_published_through_the_form(tree, moderator):
    lesson = factories.make_lesson()
    model = factories.make_quiz(lesson, live=False)
    answer = moderator.post(add_address(QuizPage, lesson), form_of(model, "publish", title="Bộ câu hỏi mới", slug="bo-cau-hoi-moi"))
    assert complaints(answer) == ""
    made = QuizPage.objects.get(slug="bo-cau-hoi-moi")
    assert made.live
    assert made.question_count == 7
    assert made.frozen.payload["questions"] == payload_of(model)["questions"]


@pytest.mark.django_db
def test_rows_left_empty_are_dropped(quiz, moderator):
    def work(raw):
        raw[0]["value"]["options"] += rows(option(), option())
        raw[5]["value"]["answers"] += rows({"value": "", "tolerance": "", "weight": "", "feedback": ""})

    assert complaints(save(moderator, quiz, "publish", **changed(quiz, work))) == ""
    payload = QuizPage.objects.get().frozen.payload
    assert len(payload["questions"][0]["options"]) == 3
    assert len(payload["questions"][5]["answers"]) == 2


@pytest.mark.django_db
def test_saving_and_reordering_keep_every_id(quiz, moderator):
    before = {json.dumps(each["id"]): each for each in quiz.frozen.payload["questions"]}
    save(moderator, quiz, "publish", **changed(quiz, lambda raw: raw.reverse()))
    after = {json.dumps(each["id"]): each for each in QuizPage.objects.get().frozen.payload["questions"]}
    assert after == before
    assert list(after) == list(reversed(before))


@pytest.mark.django_db
def test_text_is_kept_composed(quiz):
    for name, value in changed(quiz, lambda raw: raw[0]["value"].update(text="Cha\u0323m")).items():
        setattr(quiz, name, value)
    assert factories.publish(quiz).frozen.payload["questions"][0]["text"] == "Chạm"


@pytest.mark.django_db
def test_picture_without_description_is_refused(quiz, moderator):
    def work(raw):
        raw[0]["value"]["options"][0]["value"]["picture"]["alt_text"] = ""

    assert save(moderator, quiz, "publish", **changed(quiz, work)).status_code == 200
    assert QuizPage.objects.get().frozen.number == 1


@pytest.mark.django_db
@pytest.mark.parametrize(("name", "status"), [("nhung", 200), ("lan", 302)])
def test_only_editors_open_the_form(quiz, enter, name, status):
    assert enter(name).get(edit_address(quiz)).status_code == status


@pytest.mark.django_db
def test_stranger_is_sent_to_sign_in(quiz, client):
    assert client.get(edit_address(quiz)).status_code == 302
    assert client.post(edit_address(quiz), {}).status_code == 302


@pytest.mark.django_db
def test_search_knows_nothing_of_the_questions(quiz):
    fields = {field.field_name for field in QuizPage.get_search_fields()}
    assert "questions" not in fields


@pytest.mark.django_db
def test_versions_of_the_text_are_compared(quiz, moderator):
    """Pictures that are there, that are not, and one that goes."""

    def work(raw):
        raw[5]["value"]["answers"][0]["value"]["value"] = "20"
        raw[0]["value"]["options"][2]["value"]["picture"] = picture_value(None)
        del raw[0]["value"]["options"][1]
        raw[1]["value"]["options"] += rows(option("Thêm"))

    assert save(moderator, quiz, **changed(quiz, work)).status_code == 302
    answer = moderator.get(reverse("wagtailadmin_pages:revisions_compare", args=[quiz.pk, "earliest", "latest"]))
    assert answer.status_code == 200
