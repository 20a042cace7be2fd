"""A correction of the key reaches every language at once, and no Vietnamese with it."""

import json

import pytest

from learning.quizzes.models import QuizPage, QuizVersion
from learning.quizzes.payload import payload_of
from tests import factories
from tests.factories import quizzes
from tests.factories.forms import edit_address

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]


@pytest.fixture
def picture(tree):
    return factories.make_picture()


@pytest.fixture
def source(picture):
    return factories.make_quiz(picture=picture)


@pytest.fixture
def english(source):
    return factories.translate(source, "en")


def again(page) -> QuizPage:
    return QuizPage.objects.get(pk=page.pk)


def change(page, work) -> None:
    """work(raw questions) changes them in place."""
    raw = page.questions.get_prep_value()
    work(raw)
    page.questions = QuizPage._meta.get_field("questions").to_python(raw)


def publish(page, work=lambda raw: None, **fields):
    change(page, work)
    for name, value in fields.items():
        setattr(page, name, value)
    return factories.publish(page)


def options(raw, number=0):
    return [item["value"] for item in raw[number]["value"]["options"]]


def make_the_second_right(raw) -> None:
    first, second, _third = options(raw)
    first["right"], second["right"] = False, True


def weights(page, number=0) -> list[float]:
    return [option["weight"] for option in again(page).frozen.payload["questions"][number]["options"]]


def ids(payload) -> list:
    return [
        (each["id"], [option["id"] for option in each.get("options", [])], [answer["id"] for answer in each.get("answers", [])])
        for each in payload["questions"]
    ]


def words(value) -> str:
    """Every string of a payload."""
    return json.dumps(value, ensure_ascii=False)


def test_ids_of_questions_options_and_answers_are_the_same_in_every_language(source, english):
    assert ids(english.frozen.payload) == ids(source.frozen.payload)
    french = factories.translate(source, "fr")
    assert ids(french.frozen.payload) == ids(source.frozen.payload)


def test_key_is_the_same_in_every_language_and_the_content_is_not(source, english):
    assert english.frozen.key_sha256 == source.frozen.key_sha256
    assert english.frozen.sha256 != source.frozen.sha256
    assert (english.frozen.language, english.frozen.number, english.frozen.parent_key) == ("en", 1, source.frozen.parent_key)


def test_what_is_translated_is_words_alone(source):
    translation = factories.begin_translation(source, "en")
    found = {segment.string.data for segment in translation.source.stringsegment_set.select_related("string") if segment.context.path.startswith("questions.")}
    assert {"Zalo", "Nấu cơm", "Nhắn tin", "Ban ngày, gần cửa sổ", "Một chị cầm điện thoại"} <= found
    assert not {"15", "0.5", "50", "12", "false", "true"} & found


def test_nothing_of_a_translation_is_vietnamese(english):
    payload = english.frozen.payload
    for each in payload["questions"]:
        for thing in (each, *each.get("options", ()), *each.get("answers", ())):
            for name in ("text", "alt", "feedback"):
                assert not thing.get(name) or thing[name].startswith("[en] "), thing
        assert all(match.startswith("[en] ") for match in each.get("matches", ()))


def test_new_key_goes_into_every_live_translation_at_once(source, english):
    french = factories.translate(source, "fr")
    publish(source, make_the_second_right)
    for page in (source, english, french):
        assert weights(page) == [0, 100, 0]
        assert again(page).frozen.number == 2
    assert again(english).frozen.key_sha256 == again(source).frozen.key_sha256


def test_carried_translation_keeps_its_words(source, english):
    before = again(english).frozen.payload
    publish(source, make_the_second_right, title="Tên mới chưa dịch")
    after = again(english).frozen.payload
    assert after["title"] == before["title"]
    assert all(each["text"].startswith("[en] ") for each in after["questions"])
    for old, new in zip(before["questions"], after["questions"], strict=True):
        assert [option["text"] for option in new.get("options", ())] == [option["text"] for option in old.get("options", ())]
    assert "chưa dịch" not in words(after)


def test_feedback_that_would_praise_what_is_wrong_now_is_left_out(source, english):
    publish(source, make_the_second_right)
    first, second, third = again(english).frozen.payload["questions"][0]["options"]
    assert first["feedback"] == second["feedback"] == ""
    assert again(english).frozen.payload["questions"][0]["feedback"].startswith("[en]")


def test_numbers_tolerance_weights_pass_mark_and_kind_of_quiz_are_carried(source, english):
    def work(raw):
        answers = raw[5]["value"]["answers"]
        answers[0]["value"] |= {"value": "20", "tolerance": "2"}
        answers[1]["value"]["weight"] = "25"
        for option, weight in zip(options(raw, 1), ("70", "30", "-10", "0"), strict=True):
            option["weight"] = weight

    publish(source, work, pass_mark=60, graded=False)
    payload = again(english).frozen.payload
    assert [(answer["value"], answer["tolerance"], answer["weight"]) for answer in payload["questions"][5]["answers"]] == [("20", "2", 100), ("12", "1", 25)]
    assert weights(english, 1) == [70, 30, -10, 0]
    assert (payload["pass_mark"], payload["graded"]) == (60, False)
    assert (again(english).pass_mark, again(english).graded) == (60, False)


def test_order_is_carried(source, english):
    publish(source, lambda raw: raw[4]["value"]["lines"].reverse())
    places = [{line["id"]: line["place"] for line in again(page).frozen.payload["questions"][4]["options"]} for page in (source, english)]
    assert places[0] == places[1]
    publish(source, lambda raw: raw.reverse())
    assert ids(again(english).frozen.payload) == ids(again(source).frozen.payload)


def test_picture_is_carried_with_the_words_of_the_translation(source, english, picture):
    another = factories.make_picture()

    def work(raw):
        options(raw)[0]["picture"] = factories.picture_value(another, "Mô tả mới chưa dịch")
        raw[0]["value"]["picture"] = factories.picture_value(None)

    publish(source, work)
    question = again(english).frozen.payload["questions"][0]
    assert question["options"][0]["picture"] == another.pk
    assert question["options"][0]["alt"] == "[en] Một chị cầm điện thoại"
    assert question["picture"] is None
    assert question["alt"] == ""


def test_picture_that_the_translator_chose_stays(source, english, picture):
    from wagtail_localize.models import SegmentOverride, TranslationContext

    own, another = factories.make_picture(), factories.make_picture()
    question = source.frozen.payload["questions"][0]
    path = f"questions.{question['id']}.options.{question['options'][0]['id']}.picture.image"
    context = TranslationContext.objects.get(object_id=source.translation_key, path=path)
    SegmentOverride.objects.create(locale=english.locale, context=context, data_json=str(own.pk))
    english = factories.translate(source, "en")
    assert english.frozen.payload["questions"][0]["options"][0]["picture"] == own.pk

    def work(raw):
        for option in (options(raw)[0], options(raw)[2]):
            option["picture"]["image"] = another.pk

    publish(source, work)
    shown = again(english).frozen.payload["questions"][0]["options"]
    assert (shown[0]["picture"], shown[2]["picture"]) == (own.pk, another.pk)


def add_an_option(raw):
    raw[0]["value"]["options"] += quizzes.rows(quizzes.option("Câu mới chưa dịch"))


def drop_an_option(raw):
    del raw[0]["value"]["options"][2]


def add_a_question(raw):
    raw.append(quizzes.single("Câu mới chưa dịch"))


def drop_a_question(raw):
    del raw[1]


@pytest.mark.parametrize("work", [add_an_option, drop_an_option, add_a_question, drop_a_question])
def test_where_questions_or_options_change_the_translation_keeps_its_version_and_is_outdated(source, english, work):
    before = again(english).frozen

    def and_the_key(raw):
        make_the_second_right(raw)
        work(raw)

    publish(source, and_the_key)
    after = again(english)
    assert after.frozen == before
    assert payload_of(after) == before.payload
    assert after.is_outdated
    assert QuizVersion.objects.filter(language="en").count() == 1


def test_once_translated_again_it_has_the_new_options(source, english):
    publish(source, add_an_option)
    again_english = factories.translate(again(source), "en")
    assert ids(again_english.frozen.payload) == ids(again(source).frozen.payload)
    assert again_english.frozen.number == 2


def test_draft_of_a_translation_is_not_published_by_its_source(source):
    draft = factories.translate(source, "en", live=False)
    publish(source, make_the_second_right)
    assert not again(draft).live
    assert not QuizVersion.objects.filter(language="en").exists()


def test_draft_of_a_live_translation_keeps_its_words_and_has_the_new_key(source, english):
    english.intro = "A draft of the introduction"
    change(english, lambda raw: options(raw)[0].update(text="A draft of the option"))
    english.save_revision()
    publish(source, make_the_second_right, pass_mark=50)
    draft = again(english).get_latest_revision_as_object()
    assert draft.intro == "A draft of the introduction"
    first, second, _third = payload_of(draft)["questions"][0]["options"]
    assert (first["text"], first["weight"], second["weight"]) == ("A draft of the option", 0, 100)
    assert draft.pass_mark == 50
    live = again(english).frozen.payload
    assert "draft" not in words(live)
    assert [option["weight"] for option in live["questions"][0]["options"]] == [0, 100, 0]


def test_old_draft_that_is_published_later_takes_the_key_of_its_source(source, english):
    revision = english.save_revision()
    publish(source, make_the_second_right)
    revision.refresh_from_db()
    revision.content["questions"] = json.dumps(english.questions.get_prep_value())  # as one that lay with a reviewer
    revision.save()
    revision.publish()
    assert weights(english) == [0, 100, 0]


def test_translation_that_nothing_changes_for_gets_no_new_version(source, english):
    publish(source, summary="Chỉ đổi lời giới thiệu.")
    assert QuizVersion.objects.filter(language="en").count() == 1


def test_publishing_a_translation_changes_neither_its_source_nor_other_languages(source, english):
    french = factories.translate(source, "fr")
    publish(english, lambda raw: make_the_second_right(raw), pass_mark=10)
    assert weights(source) == weights(french) == weights(english) == [100, 0, 0]
    assert again(english).frozen.payload["pass_mark"] == 80
    assert again(source).frozen.number == again(french).frozen.number == 1


def test_translation_whose_source_is_unpublished_keeps_its_own_key(source, english):
    source.unpublish()
    publish(english, make_the_second_right)
    assert weights(english) == [0, 100, 0]


def test_translation_with_untranslated_words_is_never_published_with_its_source(source, english):
    publish(source, lambda raw: raw[0]["value"].update(text="Câu hỏi mới chưa dịch"))
    live = again(english)
    assert "chưa dịch" not in words(live.frozen.payload) + words(live.questions.get_prep_value())
    assert live.frozen.number == 1


def test_both_translation_editors_open_and_name_every_part(source, english, enter):
    desk = enter("yen")
    own = desk.get(edit_address(english), follow=True)
    stock = desk.get(f"{edit_address(english)}?wagtail-localize=1")
    assert (own.status_code, stock.status_code) == (200, 200)
    for part in ("Ban ngày, gần cửa sổ", "Nấu cơm", "Da-lô", "Một chị cầm điện thoại"):
        assert part in own.text and json.dumps(part)[1:-1] in stock.text, part
