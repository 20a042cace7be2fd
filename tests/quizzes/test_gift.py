r"""GIFT as Moodle reads it, quirks included, and as we write it.

Moodle's question/format/gift/format.php is the judge. Its quirks that stand here as tests: only the first "#" begins a feedback;
the last "####" begins the general one; {true} is a short text; "#" has no meaning in pairs; one "=" makes a choice single; comment
lines vanish even inside answers; short texts and right sides of pairs are never HTML.
"""

import pytest
from django.utils import translation

from learning.quizzes import gift
from learning.quizzes.imported import Answer, ImportedQuestion, Option


@pytest.fixture(autouse=True)
def in_english():
    with translation.override("en"):
        yield


def only(text):
    parsed = gift.read(text)
    assert [str(problem) for problem in parsed.problems] == []
    (question,) = parsed.questions
    return question


def lines_refused(text):
    return [problem.line for problem in gift.read(text).problems]


def weights(question):
    return [(option.text, option.weight) for option in question.options]


def accepted(question):
    return [(answer.value, answer.tolerance, answer.weight) for answer in question.answers]


def test_one_right_answer():
    question = only("Ai giữ con dấu?{~Chi hội phó =Chi hội trưởng ~Hội viên}")
    assert question == ImportedQuestion("single", "Ai giữ con dấu?", options=[Option("Chi hội phó"), Option("Chi hội trưởng", 100), Option("Hội viên")])


def test_half_right_option_of_a_single_choice():
    question = only("Khó.{~sai ~%50%gần đúng =đúng}")
    assert (question.kind, weights(question)) == ("single", [("sai", 0), ("gần đúng", 50), ("đúng", 100)])


def test_several_right_answers():
    question = only("Hai thứ nào?{~%-50%a ~%50%b ~%50%c ~%-50%d}")
    assert (question.kind, weights(question)) == ("several", [("a", -50), ("b", 50), ("c", 50), ("d", -50)])


def test_one_right_box_to_tick_stays_several():
    assert only("Q{~%100%a ~%-50%b ~%-50%c}").kind == "several"


@pytest.mark.parametrize("third", ["33.3", "33.33", "33.333", "33.33333"])
def test_thirds_however_exact_are_thirds(third):
    question = only(f"Q{{~%{third}%a ~%{third}%b ~%{third}%c ~d}}")
    assert [option.weight for option in question.options] == [33.33333] * 3 + [0]


def test_text_before_the_first_mark_is_a_wrong_option():
    assert weights(only("Q{không =có ~có thể}")) == [("không", 0), ("có", 100), ("có thể", 0)]


@pytest.mark.parametrize(("written", "true"), [("T", 100), ("TRUE", 100), ("F", 0), ("FALSE", 0), (" TRUE ", 100)])
def test_true_or_false(written, true):
    assert weights(only(f"Mặt trời mọc đằng đông.{{{written}}}")) == [("", true), ("", 100 - true)]


def test_feedback_of_true_and_false_comes_wrong_first():
    false, true = only("Q{FALSE#sai rồi#đúng rồi####chung}"), only("Q{T##đúng rồi}")
    assert [(option.weight, option.feedback) for option in false.options] == [(0, "sai rồi"), (100, "đúng rồi")]
    assert [(option.weight, option.feedback) for option in true.options] == [(100, "đúng rồi"), (0, "")]
    assert false.feedback == "chung"


def test_small_letters_make_a_short_text():
    assert accepted(only("Q{true}")) == [("true", "0", 100)]


def test_short_texts_with_weights():
    question = only("Ứng dụng nào?{=Zalo#Đúng! =%75%Za lo =%0%*#Chưa đúng}")
    assert question.answers == [Answer("Zalo", feedback="Đúng!"), Answer("Za lo", weight=75), Answer("*", weight=0, feedback="Chưa đúng")]
    assert (question.tones, question.case) == (True, False)


def test_short_text_without_a_sign():
    assert accepted(only("Hai cộng hai bằng {bốn}.")) == [("bốn", "0", 100)]


def test_star_is_the_sign_itself_only_behind_a_backslash():
    assert accepted(only(r"Gọi số nào?{=\*101\#}")) == [("*101#", "0", 100)]
    assert lines_refused("Q{=*Nội}") == [1]
    assert lines_refused("Q{=*}") == [1]


def test_an_answer_that_counts_as_an_earlier_one_never_has_its_turn():
    assert accepted(only("Q{=Zalo =%50%zalo =Za lo}")) == [("Zalo", "0", 100), ("Za lo", "0", 100)]


def test_everything_but_the_question_stands_on_one_line():
    question = only("Một\nhai{=a\nb#c\\nd ~e####f\n g}")
    assert (question.text, question.feedback) == ("Một\nhai", "f g")
    assert (question.options[0].text, question.options[0].feedback) == ("a b", "c d")


def test_pairs():
    question = only("Nối.{=Lan -> hội viên =Hoa->chi hội trưởng = -> cán bộ xã}")
    assert [(option.text, option.match) for option in question.options] == [("Lan", "hội viên"), ("Hoa", "chi hội trưởng")]
    assert question.distractors == ["cán bộ xã"]


def test_a_distractor_is_offered_once():
    assert only("Q{=a -> b =c -> d = -> b = -> e = -> e}").distractors == ["e"]


def test_hash_in_a_pair_is_text():
    assert only("Q{=a -> b#c =d -> e}").options[0].match == "b#c"


def test_only_the_first_arrow_parts_a_pair():
    assert only("Q{=a -> b -> c =d -> e}").options[0].match == "b -> c"


@pytest.mark.parametrize(
    ("answers", "read"),
    [
        ("#1822", [("1822", "0", 100)]),
        ("#1822:5", [("1822", "5", 100)]),
        ("#3.1415:0.0005", [("3.1415", "0.0005", 100)]),
        ("#3.141..3.142", [("3.1415", "0.0005", 100)]),
        ("#-2..2", [("0", "2", 100)]),
        ("#=1822:0 =%50%1822:2", [("1822", "0", 100), ("1822", "2", 50)]),
        ("#1822:0 =%50%1820..1824", [("1822", "0", 100), ("1822", "2", 50)]),
        ("#=1.5e3:10", [("1500", "10", 100)]),
        (r"#=7\:1", [("7", "1", 100)]),
    ],
)
def test_numbers(answers, read):
    assert accepted(only(f"Bao nhiêu?{{{answers}}}")) == read


def test_feedback_to_every_other_number():
    question = only("Từ 1 đến 5?{#3:2#giỏi~#chưa đúng}")
    assert question.answers == [Answer("3", "2", feedback="giỏi"), Answer("*", weight=0, feedback="chưa đúng")]


@pytest.mark.parametrize("answers", ["#", "#abc", "#1,5", "#5:", "#5:x", "#5:-1", "#9..1", "#1e999999999", "#=%50%5", "#~#sai"])
def test_what_is_no_number_is_refused(answers):
    """{#abc} takes any answer in Moodle, by a slip of its code."""
    assert lines_refused(f"Bao nhiêu?{{{answers}}}") == [1]


def test_missing_word():
    assert only("Chị bấm {=Gửi ~Xóa} để gửi.").text == "Chị bấm _____ để gửi."
    assert only("Chị bấm {=Gửi ~Xóa}.").text == "Chị bấm _____."
    assert only("Chị bấm? {=Gửi ~Xóa}").text == "Chị bấm?"


def test_order_of_moodles_own_ordering_questions():
    question = only("Xếp lại.{>3 ALL VERTICAL ABSOLUTE SHOW none\nMở máy\nMở Zalo\nGọi\n}")
    assert (question.kind, [option.text for option in question.options]) == ("ordering", ["Mở máy", "Mở Zalo", "Gọi"])
    assert lines_refused("Xếp lại.{>2 RANDOM\na\nb\nc}") == [1]
    assert lines_refused("Xếp lại.{> a\nb\nc}") == [1]


def test_escapes():
    question = only(r"::Tên\:\: 1::1 \= 1 \{đúng\} \~ \# \: a\nb \\ c{=\= 2 \\#\#1 ~\~ 3\\n}")
    assert (question.name, question.text) == ("Tên:: 1", "1 = 1 {đúng} ~ # : a\nb \\ c")
    assert [(option.text, option.feedback) for option in question.options] == [("= 2 \\", "#1"), ("~ 3\\n", "")]


def test_a_backslash_before_anything_else_is_itself():
    assert only(r"C:\thư mục \x{=a ~b}").text == r"C:\thư mục \x"


def test_feedback_begins_at_the_first_hash_and_is_trimmed():
    options = only("Q{=a  #  một # hai  \n~b#\n}").options
    assert [(option.text, option.feedback) for option in options] == [("a", "một # hai"), ("b", "")]


def test_general_feedback_begins_at_the_last_four_hashes():
    question = only("Q{=a ~b#x####y####chung}")
    assert (question.feedback, question.options[1].feedback) == ("chung", "x####y")


def test_title_and_category_and_comments():
    text = """// đầu tệp
$CATEGORY: $course$/Bài 1

// [tag:x]
::Câu 1::
Đúng hay sai?
// giữa câu
{=đúng
// giữa đáp án
~sai}"""
    question = only(text)
    assert (question.name, question.text, question.line) == ("Câu 1", "Đúng hay sai?", 5)
    assert weights(question) == [("đúng", 100), ("sai", 0)]


def test_a_title_without_end_is_text():
    assert only("::Chào chị{=a ~b}").text == "Chào chị"


def test_byte_order_mark_and_all_line_ends():
    for end in ("\n", "\r\n", "\r"):
        parsed = gift.read("\ufeff" + end.join(["Một{T}", "", "Hai", "{F}", "  ", "", "Ba{=a}"]))
        assert [(question.text, question.line) for question in parsed.questions] == [("Một", 1), ("Hai", 3), ("Ba", 7)]


def test_texts_are_composed():
    question = only("Điện thoại{=Ho\u0300a ~b}")
    assert question.text == "Điện thoại" and question.options[0].text == "Hòa"


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("[html]<p>Một &amp; <b>hai</b></p>\n<p>Ba&nbsp;bốn<br>năm</p>", "Một & hai\nBa bốn\nnăm"),
        ("[html]2 < 3\n&amp; 4", "2 < 3 & 4"),
        ("[html]<ul><li>a</li><li>b</li></ul>", "a\nb"),
        ("[moodle]a <i>b</i>\nc &lt; d", "a b\nc < d"),
        ("2 < 3 & x <y", "2 < 3 & x <y"),
        ("[plain]<b>&amp;</b>", "<b>&amp;</b>"),
        ("[markdown]**Đậm** và _nghiêng_, snake_case_x", "Đậm và nghiêng, snake_case_x"),
        ("[tiếng Thái] chào", "[tiếng Thái] chào"),
        ("[chưa đóng", "[chưa đóng"),
    ],
)
def test_formats_come_down_to_plain_text(text, read):
    assert only(text + "{=a ~b}").text == read


def test_missing_word_survives_markdown():
    assert only("[markdown]Bấm {=Gửi ~Xóa} nhé").text == "Bấm _____ nhé"


def test_answers_take_the_format_of_the_question_unless_they_name_one():
    options = only("[html]Q{=a &amp; b#<i>f</i> ~[plain]&amp;}").options
    assert [(option.text, option.feedback) for option in options] == [("a & b", "f"), ("&amp;", "")]


def test_short_texts_and_right_sides_are_never_html():
    assert accepted(only("[html]Q{=a &amp; b}")) == [("a &amp; b", "0", 100)]
    assert only("[html]Q{=<b>a</b> -> <b>x</b> =c -> d}").options[0] == Option("a", match="<b>x</b>")


def test_a_description_opens_the_next_question():
    parsed = gift.read("Đọc đoạn sau.\nDòng hai.\n\nThêm nữa.\n\nĐúng không?{T}\n\nCâu khác{F}")
    assert [question.text for question in parsed.questions] == ["Đọc đoạn sau.\nDòng hai.\n\nThêm nữa.\n\nĐúng không?", "Câu khác"]
    assert parsed.problems == []


def test_a_description_waits_for_a_good_question():
    parsed = gift.read("Đọc đoạn sau.\n\nBài luận{}\n\nĐúng không?{T}")
    assert [question.text for question in parsed.questions] == ["Đọc đoạn sau.\n\nĐúng không?"]
    assert [problem.line for problem in parsed.problems] == [3]


def test_bad_questions_are_named_and_the_good_ones_kept():
    text = """Tốt 1{T}

Bài luận: chị nghĩ gì? {}

Luận có lời giải {####chung}

Không có câu đúng{~a ~b}

Một phương án{=a ~}

Trùng{=Có ~ có}

Thiếu trọng số{~%50%a ~%40%b}

Thừa ngoặc }

Thiếu ngoặc {=a ~b

Hai câu{=a ~b}
dính nhau{=c ~d}

Một cặp{=a -> b}

Không mũi tên{=a -> b =c}

{=không lời ~x}

Ảnh <img src="a.png">{T}

Tốt 2{F}

Lời cuối"""
    parsed = gift.read(text)
    assert [question.text for question in parsed.questions] == ["Tốt 1", "Tốt 2"]
    assert [problem.line for problem in parsed.problems] == [3, 5, 7, 9, 11, 13, 15, 17, 19, 22, 24, 26, 28, 32]
    assert "essay" in str(parsed.problems[0]) and str(parsed.problems[0]).startswith("Line 3: ")
    assert parsed.problems[0].question.startswith("Bài luận")


def test_an_empty_line_inside_the_braces_spoils_one_question_only():
    """Moodle would read the middle as a description."""
    parsed = gift.read("Câu 1{\n=a\n\n~b\n\n~c}\n\nCâu 2{T}\n\nCâu 3{=a\n\nCâu 4{F}")
    assert [question.text for question in parsed.questions] == ["Câu 2", "Câu 4"]
    assert [problem.line for problem in parsed.problems] == [1, 10]


def test_a_question_right_under_a_category_is_named():
    """Moodle would take it for a part of the category's name."""
    assert lines_refused("$CATEGORY: a\nCâu{T}") == [1]


def test_nothing_to_read_is_a_problem():
    assert lines_refused("") == [1]
    assert lines_refused("// chỉ có lời bình") == [1]
    assert lines_refused("Không phải GIFT\nA. một\nANSWER: A") == [1]


def test_an_unexpected_weight_is_text_or_named():
    assert weights(only("Q{=a ~%5o%b}")) == [("a", 100), ("%5o%b", 0)]
    assert lines_refused("Q{=a ~%--50%b}") == [1]
    assert lines_refused("Q{=a ~%-999%b}") == [1]


def test_a_hostile_text_is_read_in_time():
    for piece in ("{", "}", "{=", "[", "**a", "`", "*a ", "::", "\\", "%1", "#", "<p ", "&", "_a"):
        gift.read("[markdown]" + piece * 20_000 + "\n\nTốt{T}")
