"""Terms are kept by moderators, come in lists, and stand beside the sentence."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from wagtail_localize.models import Translation

from editing.translating import term_lists
from editing.translating.segments import help_with, sentences
from editing.translating.terms import Term
from members.importing.unreadable import Unreadable
from tests import factories
from tests.cast import give_rights
from tests.factories.member_lists import as_xlsx

HEAD = ["Thuật ngữ", "Ngôn ngữ", "Bản dịch", "Ghi chú"]


def take(*rows):
    return term_lists.take(SimpleUploadedFile("tu.xlsx", as_xlsx([HEAD, *rows])), "tu.xlsx")


def test_list_adds_changes_and_names_wrong_rows(db):
    Term.objects.create(term="mẹt", language="en", translation="tray")
    result = take(
        ["mẹt", "English", "flat basket", ""],
        ["gùi", "tiếng Anh", "back basket", "đeo lưng"],
        ["khèn", "", "", "giữ nguyên"],
        ["nón", "tiếng Lào", "hat", ""],
        ["", "en", "x", ""],
        ["gùi", "en", "twice", ""],
        ["áo", "", "shirt", ""],
    )
    assert (result.added, result.changed) == (2, 1)
    assert [row for row, *_rest in result.faults] == [5, 6, 7, 8]
    assert Term.objects.get(term="mẹt").translation == "flat basket"
    assert Term.objects.get(term="khèn").wanted == "khèn"


def test_file_without_a_header_is_refused(db):
    with pytest.raises(Unreadable):
        term_lists.take(SimpleUploadedFile("tu.csv", "gùi,en\n".encode()), "tu.csv")


def test_absent_terms_are_advice_and_no_obstacle(tree, cast, enter):
    Term.objects.create(term="gùi", language="en", translation="back basket")
    page = factories.make_standard(title="Một chiếc gùi")
    factories.begin_translation(page, "en").save_target(publish=False)
    one = Translation.objects.get(source__object_id=page.translation_key)
    everything = sentences(one)
    title = next(sentence for sentence in everything if sentence.words == page.title)
    yen = enter("yen")
    assert "back basket" in yen.get(reverse("translation_screen", args=[one.pk])).text
    yen.post(reverse("translation_screen", args=[one.pk]), {f"t-{title.key}": "A hat", f"seen-{title.key}": ""})
    everything = sentences(one)
    help_with(one, everything, everything)
    title = next(sentence for sentence in everything if sentence.words == page.title)
    assert title.text == "A hat" and [hit.term.term for hit in title.warnings] == ["gùi"]


def test_only_keepers_of_terms_reach_them(tree, cast, enter):
    give_rights("tam", "Thuật ngữ", [tree.vi], ["change_page"], ["translating.add_term", "translating.change_term"])
    assert enter("tam").get(reverse("term_list")).status_code == 200
    assert enter("tam").get("/cms/thuat-ngu/").status_code == 200
    for who in ("yen", "lan"):
        assert enter(who).get(reverse("term_list")).status_code in {302, 403}
    answer = enter("tam").post(reverse("term_list"), {"file": SimpleUploadedFile("tu.xlsx", as_xlsx([HEAD, ["gùi", "en", "basket", ""]]))})
    assert answer.status_code == 200 and Term.objects.filter(term="gùi").exists()


def test_first_terms_are_there(db):
    """Planted by a migration; a transactional test before may have emptied the table."""
    if Term.objects.exists():
        assert Term.objects.get(term="Zalo").wanted == "Zalo"
        assert Term.objects.get(term="hội viên", language="en").wanted == "member"
