"""The translator's screen: what changed, what it was, saving without losing anybody's word, publishing when all is there."""

import re

import pytest
from django.urls import reverse
from wagtail.models import Page
from wagtail_localize.models import StringTranslation, Translation

from editing.notices.models import Notice
from editing.translating import writing
from editing.translating.comments import Comment
from editing.translating.segments import help_with, sentences
from editing.translating.standings import Standing
from editing.translating.writing import Words
from tests import factories
from tests.factories import stream

pytestmark = pytest.mark.postgres

OLD, NEW, ENGLISH = "Chị chụp ba tấm ảnh rõ", "Chị chụp bốn tấm ảnh thật rõ", "Take three clear photos"


@pytest.fixture
def page(tree):
    """Live in English."""
    page = factories.make_standard(title="Giới thiệu", slug="gioi-thieu", summary=OLD)
    factories.translate(page, "en", {OLD: ENGLISH, "Giới thiệu": "About us"})
    return page


@pytest.fixture
def changed(page):
    page.summary = NEW
    return factories.publish(page)


def translation(page, code="en") -> Translation:
    return Translation.objects.get(source__object_id=page.translation_key, target_locale__language_code=code)


def english(page):
    return type(page).objects.get(translation_key=page.translation_key, locale__language_code="en")


def screen(page) -> str:
    return reverse("translation_screen", args=[translation(page).pk])


def sentence(page, words: str):
    one = translation(page)
    everything = sentences(one)
    help_with(one, everything, everything)
    return next(found for found in everything if found.words == words)


def box(page, words: str, text: str, seen: str | None = None) -> dict:
    found = sentence(page, words)
    return {f"t-{found.key}": text, f"seen-{found.key}": found.seen if seen is None else seen}


def kept(page, words: str) -> str:
    found = sentence(page, words).kept
    return found.data if found else ""


def test_changed_sentence_shows_its_words_and_the_old_translation(changed, enter):
    shown = enter("yen").get(screen(changed)).text
    assert re.search(r"<del>.*?ba</del>", shown) and re.search(r"<ins>.*?bốn</ins>", shown)
    assert ENGLISH in shown
    assert "About us" not in re.sub(r"<title>.*?</title>", "", shown)  # it has not changed


def test_old_translation_is_used_again_with_one_click(changed, enter):
    enter("yen").post(screen(changed), {"reuse": sentence(changed, NEW).key})
    assert kept(changed, NEW) == ENGLISH
    assert Standing.objects.get(translation=translation(changed)).missing == 0


def test_words_go_live_only_when_published(changed, enter, client, django_capture_on_commit_callbacks):
    yen = enter("yen")
    yen.post(screen(changed), box(changed, NEW, "Take four photos"))
    assert ENGLISH in client.get("/en/gioi-thieu/").text
    with django_capture_on_commit_callbacks(execute=True):
        yen.post(screen(changed), {"action": "publish"})
    assert "Take four photos" in client.get("/en/gioi-thieu/").text


def test_publishing_saves_what_was_typed_first(changed, enter, client, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        enter("yen").post(screen(changed), {**box(changed, NEW, "Take four photos"), "action": "publish"})
    assert "Take four photos" in client.get("/en/gioi-thieu/").text


def test_publishing_is_refused_while_a_sentence_is_missing(changed, enter, client, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        answer = enter("yen").post(screen(changed), {"action": "publish"}, follow=True)
    assert "1" in answer.text
    assert ENGLISH in client.get("/en/gioi-thieu/").text


def test_what_is_wrong_stays_in_its_box_and_the_others_are_saved(page, enter):
    page.title, page.summary = "Tựa mới", NEW
    page = factories.publish(page)
    answer = enter("yen").post(screen(page), {**box(page, "Tựa mới", "New title"), **box(page, NEW, "x" * 161)})
    assert answer.status_code == 422
    assert "x" * 161 in answer.text
    assert kept(page, "Tựa mới") == "New title"
    assert kept(page, NEW) == ""


def test_text_is_text_and_not_html(changed, enter):
    enter("yen").post(screen(changed), box(changed, NEW, "Tom & <b>Lan</b>\nagain"))
    assert kept(changed, NEW) == ""  # a mark that is not in the source is named instead of kept
    enter("yen").post(screen(changed), box(changed, NEW, "Tom & Lan 3 < 4\nagain"))
    assert kept(changed, NEW) == "Tom &amp; Lan 3 &lt; 4<br/>again"
    assert "Tom &amp; Lan 3 &lt; 4\nagain</textarea>" in enter("yen").get(f"{screen(changed)}?xem=tat-ca").text


def test_marks_and_links_stay(tree, enter):
    linked = factories.make_standard()
    page = factories.make_standard(body=stream(("text", f"<p>Bấm <b>OK</b> rồi {factories.link_to(linked)}</p>")))
    factories.begin_translation(page, "en").save_target(publish=False)
    words = 'Bấm <b>OK</b> rồi <a id="a1">Xem thêm</a>'
    enter("yen").post(screen(page), box(page, words, "Press <b>OK</b>"))
    assert kept(page, words) == ""
    enter("yen").post(screen(page), box(page, words, 'Press <b>OK</b>, then <a id="a1">more</a>'))
    assert kept(page, words) == 'Press <b>OK</b>, then <a id="a1">more</a>'


# Two at once


def test_nobody_writes_over_what_she_has_not_seen(changed, enter, cast):
    hers = box(changed, NEW, "Hers")
    writing.write(translation=translation(changed), words=[Words(*map(int, sentence(changed, NEW).key.split("-")), "Theirs", "")], by=cast.nhung)
    answer = enter("yen").post(screen(changed), hers)
    assert answer.status_code == 422
    assert "Theirs" in answer.text and "Hers</textarea>" in answer.text and cast.nhung.full_name in answer.text
    assert kept(changed, NEW) == "Theirs"
    assert enter("yen").post(screen(changed), hers).status_code == 422  # pressing again changes nothing
    enter("yen").post(screen(changed), hers | {f"anyway-{sentence(changed, NEW).key}": "1"})
    assert kept(changed, NEW) == "Hers"


def test_untouched_box_overwrites_nothing(changed, enter, cast):
    untouched = box(changed, NEW, "")
    writing.write(translation=translation(changed), words=[Words(*map(int, sentence(changed, NEW).key.split("-")), "Theirs", "")], by=cast.nhung)
    assert enter("yen").post(screen(changed), untouched).status_code == 302
    assert kept(changed, NEW) == "Theirs"


def test_other_ones_words_may_be_kept(changed, enter, cast):
    hers = box(changed, NEW, "Hers")
    key = sentence(changed, NEW).key
    writing.write(translation=translation(changed), words=[Words(*map(int, key.split("-")), "Theirs", "")], by=cast.nhung)
    assert enter("yen").post(screen(changed), hers | {"theirs": key}).status_code == 302
    assert kept(changed, NEW) == "Theirs"


# The source and the page in the middle


def test_source_published_while_she_writes_keeps_her_words_beside(changed, enter):
    late = box(changed, NEW, "Take four photos")
    changed.summary = "Chị chụp năm tấm ảnh thật rõ"
    page = factories.publish(changed)
    assert enter("yen").post(screen(page), late).status_code == 302
    found = sentence(page, "Chị chụp năm tấm ảnh thật rõ")
    assert found.kept is None
    assert found.former.translation == "Take four photos"


def test_page_moved_and_renamed_in_the_middle(changed, enter):
    words, address = box(changed, NEW, "Take four photos"), screen(changed)
    elsewhere = factories.make_standard()
    changed.slug = "ve-chung-toi"
    factories.publish(changed)
    Page.objects.get(pk=changed.pk).move(Page.objects.get(pk=elsewhere.pk), pos="last-child")
    assert enter("yen").post(address, words).status_code == 302
    assert kept(changed, NEW) == "Take four photos"


@pytest.mark.parametrize("who", ["english", "source"])
def test_page_deleted_in_the_middle_hands_her_words_back(changed, enter, who):
    words, address = box(changed, NEW, "Take four photos"), screen(changed)
    (english(changed) if who == "english" else changed).delete()
    yen = enter("yen")
    answer = yen.post(address, words)
    assert answer.status_code == 410
    assert "Take four photos" in answer.text
    assert yen.get(address).status_code == 404
    file = yen.post(reverse("translation_hand_back"), {"text": "Take four photos"})
    assert file.content == b"Take four photos" and "attachment" in file["Content-Disposition"]


# Rights


def test_editor_of_the_source_looks_on_and_asks_but_does_not_write(changed, enter):
    ngan = enter("ngan")
    shown = ngan.get(screen(changed))
    assert shown.status_code == 200 and 'name="action"' not in shown.text
    ngan.post(screen(changed), box(changed, NEW, "Mine"))
    assert kept(changed, NEW) == ""
    key = sentence(changed, NEW).key
    ngan.post(screen(changed), {"ask": key, f"say-{key}": "Bốn hay năm?"})
    assert Comment.objects.get().text == "Bốn hay năm?"


@pytest.mark.parametrize("who", ["lan", "tam"])
def test_strangers_are_kept_out(changed, enter, who):
    client = enter(who)
    for address in (screen(changed), screen(changed) + "tep.po", screen(changed) + "tep.xlsx", reverse("translation_page", args=[changed.pk])):
        assert client.get(address).status_code in {302, 403, 404}
    assert client.post(screen(changed), box(changed, NEW, "Mine")).status_code in {302, 403}
    assert kept(changed, NEW) == ""


def test_translator_of_another_language_is_kept_out(page, tree, enter):
    from tests.cast import give_rights

    give_rights("tam", "Tiếng Mông", [tree.homes["hmn"]], ["add_page", "change_page"])
    assert enter("tam").get(screen(page)).status_code in {302, 403}


def test_who_may_not_publish_makes_a_draft_and_the_live_words_stay(changed, tree, enter, client):
    from tests.cast import give_rights

    give_rights("tam", "Tiếng Anh", [tree.en], ["change_page"])
    enter("tam").post(screen(changed), {**box(changed, NEW, "Take four photos"), "action": "publish"})
    assert ENGLISH in client.get("/en/gioi-thieu/").text
    enter("tam").post(screen(changed), {"action": "draft"})
    assert ENGLISH in client.get("/en/gioi-thieu/").text
    assert english(changed).get_latest_revision_as_object().summary == "Take four photos"


# Comments and notices


def test_comment_is_told_to_the_other_side_once(changed, enter, cast):
    key = sentence(changed, NEW).key
    cast.ngan.refresh_from_db()
    changed.owner = cast.ngan
    changed.save()
    enter("yen").post(screen(changed), {"ask": key, f"say-{key}": "Ảnh nào?", **box(changed, NEW, "Typed too")})
    assert kept(changed, NEW) == "Typed too"
    assert {notice.recipient for notice in Notice.objects.filter(kind=Notice.Kind.COMMENT)} >= {cast.ngan}
    assert not Notice.objects.filter(kind=Notice.Kind.COMMENT, recipient=cast.yen).exists()
    shown = enter("yen").get(f"{screen(changed)}?xem=tat-ca").text
    assert "Ảnh nào?" in shown
    said = Comment.objects.get()
    enter("ngan").post(reverse("translation_settle", args=[translation(changed).pk, said.pk]))
    said.refresh_from_db()
    assert said.settled_at


def test_editors_are_told_when_it_is_live(changed, enter, cast, django_capture_on_commit_callbacks):
    changed.owner = cast.ngan
    changed.save()
    with django_capture_on_commit_callbacks(execute=True):
        enter("yen").post(screen(changed), {**box(changed, NEW, "Take four photos"), "action": "publish"})
    assert Notice.objects.filter(kind=Notice.Kind.TRANSLATED, recipient=cast.ngan).count() == 1


# All languages at once


def test_ready_languages_are_published_at_once_and_the_others_named(page, tree, enter, client, django_capture_on_commit_callbacks):
    factories.begin_translation(page, "fr").save_target(publish=False)
    factories.translate_strings(translation(page, "fr"), {OLD: "Prenez trois photos"})
    factories.begin_translation(page, "hmn").save_target(publish=False)
    page.summary = NEW
    page = factories.publish(page)
    factories.translate_strings(translation(page, "fr"), {NEW: "Prenez quatre photos"})
    with django_capture_on_commit_callbacks(execute=True):
        shown = enter("nhung").post(reverse("translation_publish_ready", args=[page.pk]), follow=True).text
    assert "Prenez quatre photos" in client.get("/fr/gioi-thieu/").text
    assert ENGLISH in client.get("/en/gioi-thieu/").text  # a sentence is missing there
    assert "English:" in shown and "Hmoob:" in shown and "Français" in shown


def test_explorer_leads_to_this_screen_and_the_stock_editor_stays(page, enter):
    yen = enter("yen")
    assert yen.get(f"/cms/pages/{english(page).pk}/edit/")["Location"] == screen(page)
    assert "js-translation-editor" in yen.get(f"/cms/pages/{english(page).pk}/edit/?wagtail-localize=1").text


def test_works_for_a_topic_without_a_screen_of_its_own(tree, enter):
    topic = factories.make_topic(name="Bán hàng")
    factories.begin_translation(topic, "en").save_target(publish=False)
    one = Translation.objects.get(source__object_id=topic.translation_key)
    assert enter("yen").get(reverse("translation_screen", args=[one.pk])).status_code in {302, 403}


def test_saved_by_is_kept(changed, enter, cast):
    enter("yen").post(screen(changed), box(changed, NEW, "Take four photos"))
    assert StringTranslation.objects.get(data="Take four photos").last_translated_by == cast.yen
