"""What the editor is told before a page goes out, and that each word of it leads to the field in the real editor."""

import json
from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from django.utils import timezone

from editing.readiness import rules
from editing.readiness.domain import assure, look_at
from editing.readiness.models import Assurance, Link
from pages.readiness import Content
from tests import factories
from tests.factories import link_to, picture_value, stream
from tests.factories.each import one_of_each
from tests.factories.forms import edit_address, save

pytestmark = pytest.mark.django_db

LONG = "Chị em " + "học " * 30 + "xong."
SEVENTY = "Bảy mươi chữ cái là dài quá cho một tiêu đề mà Zalo còn cắt đi mất một đoạn"


def rules_of(page) -> set[str]:
    return {finding.rule for finding in rules.findings(Content.of(page))}


def told(page, rule: str):
    return [finding for finding in look_at(page).findings if finding.rule == rule]


def everything_wrong(tree):
    """One page of each type with as much to look at as it can have; drafts."""
    picture = factories.make_picture()
    picture.description = ""
    picture.save()
    draft = factories.make_news(live=False)
    pages = one_of_each(tree, picture)
    for page in pages.values():
        page.title, page.summary, page.cover_alt, page.review_on = SEVENTY, "", "", None
        for name in ("intro", "before", "what", "do_task"):
            if hasattr(page, name):
                setattr(page, name, f"<p><b>Mở đầu</b></p><p>{LONG} {link_to(draft)}</p>")
        if hasattr(page, "body"):
            page.body = stream(
                ("heading", "Một"),
                ("heading", "Hai"),
                ("text", f"<p>{LONG}</p>"),
                ("picture", {"picture": picture_value(picture, ""), "caption": "Em bé bên mẹ"}),
                ("quote", {"text": "Em làm được.", "who": "Chị Lả", "source": "Báo Sơn La", "example": False}),
            )
        page.save_revision()
    return pages


def fields_in_the_editor(client, page) -> tuple[set[str], str]:
    """Names of fields that a link can lead to, and the JSON from which the browser builds the blocks."""
    soup = BeautifulSoup(client.get(edit_address(page)).content, "html.parser")
    return {tag["data-contentpath"] for tag in soup.find_all(attrs={"data-contentpath": True})}, str(soup.find(id="page-edit-form"))


def test_every_finding_leads_to_a_field_of_the_real_editor(tree, editor):
    met: dict[str, set[str]] = {}
    pages = everything_wrong(tree)
    for name, page in pages.items():
        fields, form = fields_in_the_editor(editor, page)
        found = look_at(page.get_latest_revision_as_object()).findings
        assert found, name
        for finding in found:
            met.setdefault(finding.rule, set()).add(name)
            assert finding.what and finding.why, finding
            if finding.path:
                assert finding.path[0] in fields, (name, finding)
                assert all(part in form for part in finding.path[1:]), (name, finding)
            else:
                assert finding.rule in {"translation", "sentence"}, (name, finding)
    assert {"title", "summary", "review", "alt", "sentence", "headings", "people", "children", "link"} <= met.keys()
    assert met["title"] == met["summary"] == pages.keys()


def test_a_page_in_order_has_nothing_to_mend(tree, editor):
    picture = factories.make_picture((160, 100))
    page = factories.make_standard(
        cover=picture,
        cover_alt="Một chị cầm điện thoại",
        summary="Làm được ngay trên điện thoại của chị.",
        review_on=timezone.localdate() + timedelta(days=90),
        body=stream(("heading", "Mở máy"), ("text", "<p>Bấm nút bên phải.</p>")),
    )
    assert look_at(page).findings == []
    answer = editor.get(reverse("before_publishing", args=[page.pk]))
    assert BeautifulSoup(answer.content, "html.parser").select_one("[data-readiness-count]")["data-readiness-count"] == "0"


def test_a_story_without_consent_blocks_and_leads_to_the_field(tree):
    story = factories.make_story(consent=False, live=False)
    [obstacle] = look_at(story).obstacles
    assert obstacle.path == ("consent_by",)
    assert not story.save_revision().publish()
    assert not type(story).objects.get(pk=story.pk).live


def test_advice_blocks_nobody(tree, editor):
    page = factories.make_news(live=False, summary="", title=SEVENTY)
    assert {"title", "summary"} <= rules_of(page)
    page.save_revision().publish()
    page.refresh_from_db()
    assert page.live


def test_cover_and_its_words(tree):
    picture = factories.make_picture()
    page = factories.make_news(live=False, cover=picture, cover_alt="IMG_0001.jpg")
    assert [finding.path for finding in told(page, "alt")] == [("cover_alt",)]
    page.cover_alt = "Chị Lan ở chợ"
    assert not told(page, "alt")
    page.cover = None
    assert told(page, "cover")


def test_picture_blocks_want_words_unless_they_only_decorate(tree):
    picture = factories.make_picture()
    picture.description = ""
    picture.save()
    bare, decorative = picture_value(picture, ""), {"image": picture.pk, "alt_text": "", "decorative": True}
    body = stream(("picture", {"picture": bare, "caption": ""}), ("picture", {"picture": decorative, "caption": ""}))
    page = factories.make_news(live=False, body=body)
    [finding] = told(page, "alt")
    assert finding.path == ("body", json.loads(body)[0]["id"], "picture", "alt_text")


def test_picture_that_was_deleted(tree):
    picture = factories.make_picture()
    page = factories.make_news(live=False, picture=picture)
    picture.delete()
    assert told(page, "picture")


def test_sounds_and_clips_want_their_words(tree):
    clip = factories.make_document("clip", content=b"clip")
    page = factories.make_news(live=False, body=stream(("clip", clip.pk)))
    assert told(page, "transcript")
    clip.transcript = "Chị bấm vào đây."
    clip.save()
    assert not told(page, "transcript")


@pytest.mark.parametrize(("minutes", "words", "reads"), [(None, 0, True), (2, 0, True), (5, 400, True), (20, 400, False)])
def test_narration_that_is_the_page_read_aloud(minutes, words, reads):
    assert rules.reads_the_page(minutes, words) is reads


def test_links_to_what_readers_cannot_see(tree):
    draft, live = factories.make_news(live=False), factories.make_news()
    gone = factories.make_news()
    text = f"<p>{link_to(draft)} {link_to(live)} {link_to(gone)}</p>"
    page = factories.make_standard(live=False, body=stream(("text", text)))
    gone.delete()
    assert len(told(page, "link")) == 2
    assert any(draft.title in finding.what for finding in told(page, "link"))


def test_links_that_the_nightly_look_found_broken(tree):
    body = stream(("text", '<p><a href="https://mot.vn/a">x</a> <a href="https://hai.vn/">y</a></p>'))
    page = factories.make_standard(body=body)
    for target, broken in (("https://mot.vn/a", True), ("https://hai.vn/", False), ("https://ba.vn/", True)):
        Link.objects.create(kind="outside", target=target, is_broken=broken, last_seen_at=timezone.now())
    [finding] = told(page, "link")
    assert "https://mot.vn/a" in finding.what and finding.path == ("body", json.loads(body)[0]["id"])


def test_consent_of_people_in_pictures_is_ticked_off_and_asked_anew_for_new_ones(tree, cast, editor):
    page = factories.make_news(live=False, picture=factories.make_picture())
    assert told(page, "people")
    answer = editor.post(reverse("vouch_for_page", args=[page.pk]), {"kind": "people"})
    assert answer.status_code == 302
    assert Assurance.objects.get().by == cast.ngan
    assert not told(page, "people")
    page.body = stream(("picture", {"picture": picture_value(factories.make_picture()), "caption": "Chợ"}))
    assert told(page, "people")


def test_invented_quotations_and_stories_ask_for_no_tick(tree):
    invented = factories.make_news(live=False)  # its quotation is an example, and it has no picture
    assert not told(invented, "people")
    assert not told(factories.make_story(live=False, picture=factories.make_picture()), "people")


def test_children_are_asked_for_in_stories_too(tree, cast):
    picture = factories.make_picture()
    photos = stream(("photo", {"picture": picture_value(picture, "Chị và em bé"), "caption": ""}))
    story = factories.make_story(live=False, photos=photos)
    assert told(story, "children")
    assure(page=story, kind="people", by=cast.ngan)
    assert told(story, "children")
    assure(page=story, kind="children", by=cast.ngan)
    assert not told(story, "children")


def test_weight_over_the_budget_is_told(tree):
    noise = " ".join(str(n * n * 7919 % 1000003) for n in range(16000))
    page = factories.make_standard(body=stream(("text", f"<p>{noise}</p>")))
    [finding] = told(page, "weight")
    assert "45" in finding.what


@pytest.mark.parametrize(("who", "status"), [("ngan", 200), ("nhung", 200), ("yen", 302), ("tam", 302), ("lan", 302)])
def test_who_may_look(enter, tree, who, status):
    """Yen translates into English and has no right on this page; Wagtail leads those without one to the start page."""
    page = factories.make_news(live=False)
    assert enter(who).get(reverse("before_publishing", args=[page.pk])).status_code == status
    assert enter(who).post(reverse("vouch_for_page", args=[page.pk]), {"kind": "people"}).status_code == 302
    assert Assurance.objects.exists() is (status == 200)


def test_addresses_that_make_no_sense(tree, editor):
    page = factories.make_news(live=False)
    assert editor.get(reverse("before_publishing", args=[999999])).status_code == 404
    assert editor.get(reverse("vouch_for_page", args=[page.pk])).status_code == 405
    assert editor.post(reverse("vouch_for_page", args=[page.pk]), {"kind": "x"}).status_code == 404
    assert editor.post(reverse("before_publishing", args=[page.pk])).status_code == 405


def test_the_editor_shows_the_panel_and_does_not_look_yet(tree, editor, monkeypatch):
    page = factories.make_news(live=False)
    monkeypatch.setattr("editing.readiness.views.look_at", None)
    soup = BeautifulSoup(editor.get(edit_address(page)).content, "html.parser")
    [panel] = soup.select('[data-side-panel="readiness"] [data-readiness]')
    assert panel["data-readiness"] == reverse("before_publishing", args=[page.pk])
    assert not panel.has_attr("data-readiness-waiting")


def test_who_sends_to_moderation_hears_what_is_left_and_the_moderator_sees_it(tree, editor, enter):
    page = factories.make_news(live=False, summary="")
    answer = save(editor, page, "submit")
    assert answer.status_code == 302
    [said] = [str(message) for message in editor.get(answer.url, follow=True).context["messages"] if "truoc-khi-dang" in str(message)]
    assert reverse("before_publishing", args=[page.pk]) in said
    soup = BeautifulSoup(enter("nhung").get(edit_address(page)).content, "html.parser")
    assert soup.select_one("[data-readiness]").has_attr("data-readiness-waiting")


def test_part_for_the_side_panel_is_no_whole_page(tree, editor):
    page = factories.make_news(live=False)
    part = editor.get(reverse("before_publishing", args=[page.pk]) + "?manh=1").content.decode()
    assert "data-readiness-count" in part and "<html" not in part


def test_dates_of_review(tree):
    today = timezone.localdate()
    page = factories.make_news(live=False)
    assert told(page, "review")
    page.review_on = today
    assert told(page, "review")
    page.review_on = today + timedelta(days=1)
    assert not told(page, "review")


@pytest.mark.parametrize("damage", ["empty", "half"])
def test_drafts_that_are_hardly_begun_can_be_looked_at(tree, damage):
    for name, page in one_of_each(tree).items():
        page.title, page.summary, page.cover = "Trang", "", None
        for field in page._meta.concrete_fields:
            if hasattr(field, "stream_block"):
                kinds = field.stream_block.child_blocks.items() if damage == "half" else ()
                raw = [{"type": kind, "value": dict.fromkeys(block.child_blocks) if hasattr(block, "child_blocks") else None} for kind, block in kinds]
                setattr(page, field.name, field.to_python(json.dumps(raw)))
        assert look_at(page).findings, name


@pytest.mark.parametrize("steps", [1, 30])
def test_long_pages_ask_no_more_of_the_database(tree, steps, django_assert_max_num_queries):
    lesson = factories.make_lesson(steps=steps, picture=factories.make_picture(), link=factories.make_news(), live=False)
    look_at(lesson)
    with django_assert_max_num_queries(30):
        look_at(lesson)
