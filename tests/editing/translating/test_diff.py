"""Words compared, boxes read, terms found: values in, values out."""

import pytest

from editing.translating import diff, wording
from editing.translating.terms import Term, hits


def test_changed_words_are_marked_and_the_rest_stays():
    assert diff.parts("Chị chụp ba tấm ảnh", "Chị chụp bốn tấm ảnh rõ") == [
        ("same", "Chị chụp "),
        ("gone", "ba"),
        ("new", "bốn"),
        ("same", " tấm ảnh"),
        ("new", " rõ"),
    ]


@pytest.mark.parametrize(("old", "new"), [("a b c", "a b c"), ("", "a"), ("a", ""), ("x y", "p q r"), ("  a ", "a"), ("a-b, c", "a-b; c!")])
def test_both_texts_can_be_read_out_of_the_difference(old, new):
    found = diff.parts(old, new)
    assert "".join(text for kind, text in found if kind != "new") == old
    assert "".join(text for kind, text in found if kind != "gone") == new


def test_difference_is_escaped_and_signed():
    shown = diff.as_html("<b>a", "<b>a <script>")
    assert "<script>" not in shown and "&lt;script" in shown
    assert "<ins>" in shown and "+</span>" in shown


def test_likeness():
    assert diff.likeness("Chị chụp ba tấm ảnh", "Chị chụp bốn tấm ảnh") > diff.ALIKE
    assert diff.likeness("Chị chụp ba tấm ảnh", "Hội nghị khai mạc hôm qua") < diff.ALIKE
    assert diff.likeness("", "a") == 0


@pytest.mark.parametrize(
    ("text", "source", "stored"),
    [
        ("Tom & Lan", "x", "Tom &amp; Lan"),
        ("a\r\nb", "x", "a<br/>b"),
        (" a ", "x", "a"),
        ("3 < 4", "x", "3 &lt; 4"),
        ("Press <b>OK</b> & go", "<b>x</b>", "Press <b>OK</b> &amp; go"),
        ('<a id="a1">here</a> < there', '<a id="a1">x</a>', '<a id="a1">here</a> &lt; there'),
        ("<b>x</b>", "x", "&lt;b&gt;x&lt;/b&gt;"),
        ("e\u0302", "x", "ê"),
    ],
)
def test_box_is_kept_as_html_and_shown_as_it_was_typed(text, source, stored):
    assert wording.stored(text, source) == stored
    assert wording.stored(wording.shown(stored), source) == stored


@pytest.mark.parametrize(
    ("data", "source", "limit"),
    [
        ("", "x", None),
        ("<br/>", "x", None),
        ("abcd", "x", 3),
        ("x", '<a id="a1">x</a>', None),
        ('<a id="a2">x</a>', '<a id="a1">x</a>', None),
        ('<a id="a1">x</a><a id="a1">x</a>', '<a id="a1">x</a>', None),
        ("<b>x", "<b>x</b>", None),
        ("<b><i>x</b></i>", "<b><i>x</i></b>", None),
        ("<i>x</i>", "<b>x</b>", None),
        ("&lt;script&gt;", "x", None),
        ("&lt;b&gt;x&lt;/b&gt;", "x", None),
        ("Hello", "Chào {name}", None),
        ("Hello {nam}", "Chào {name}", None),
        ("50", "%(count)s", None),
    ],
)
def test_what_cannot_be_kept(data, source, limit):
    assert wording.faults(data, source, limit)


@pytest.mark.parametrize(
    ("data", "source"),
    [
        ("x", "<b>x</b>"),
        ("<b>x</b> y", "y <b>x</b>"),
        ("Hello {name}", "Chào {name}"),
        ("3 &lt; 4", "3 &lt; 4"),
        ("50% off", "giảm 50%"),
        ("5 &lt; a &gt; b", "x"),
    ],
)
def test_what_may_be_kept(data, source):
    assert wording.faults(data, source) == []


# Terms


def term(words, translation="", language="en"):
    return Term(term=words, translation=translation, language=language if translation else "")


def test_longest_term_is_found_and_the_one_within_it_is_not():
    found = hits(
        "Chi hội trưởng gọi hội viên qua Zalo",
        "",
        [term("chi hội", "branch"), term("chi hội trưởng", "branch chairwoman"), term("hội viên", "member"), term("Zalo")],
    )
    assert {hit.term.term for hit in found} == {"chi hội trưởng", "hội viên", "Zalo"}
    assert all(hit.kept is None for hit in found)


def test_kept_name_and_translation_are_looked_for():
    terms = [term("Zalo"), term("hội viên", "member")]
    kept = {hit.term.term: hit.kept for hit in hits("Hội viên gửi qua Zalo", "Members send it by zalo", terms)}
    assert kept == {"Zalo": True, "hội viên": True}
    kept = {hit.term.term: hit.kept for hit in hits("Hội viên gửi qua Zalo", "Women send it", terms)}
    assert kept == {"Zalo": False, "hội viên": False}


def test_term_within_a_word_is_none():
    assert hits("Zalopay", "", [term("Zalo")]) == []


def test_translation_into_the_language_comes_before_the_name_of_all():
    (found,) = hits("OCOP", "", [term("OCOP"), term("OCOP", "OCOP (One Commune One Product)")])
    assert found.term.translation
