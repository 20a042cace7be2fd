"""A month's kit on its page, and what must be right before it is published."""

from datetime import date

import pytest
from django.utils.translation import gettext

from home.kits.models import MeetingKitPage, minutes_of, timetable
from sharing.links import general_address
from tests import factories
from tests.factories import items, stream
from tests.factories.forms import complaints, form_of, save
from tests.factories.kits import make_script
from tests.pages.reading import soup

pytestmark = pytest.mark.django_db


def script(*minutes: int):
    return MeetingKitPage._meta.get_field("script30").to_python(make_script(*minutes))


def test_steps_begin_where_the_last_one_ended():
    assert [(row["begins"], row["ends"]) for row in timetable(script(5, 15, 10))] == [(0, 5), (5, 20), (20, 30)]
    assert minutes_of(script(5, 15, 10)) == 30


@pytest.mark.parametrize(("name", "wanted"), [("script30", 30), ("script60", 60)])
@pytest.mark.parametrize("total", [25, 65])
def test_a_script_of_other_minutes_is_not_published_and_the_sentence_names_both(tree, name, wanted, total):
    kit = factories.make_kit(live=False, **{name: make_script(total - 5, 5)})
    [sentence] = kit.obstacles_to_publication()
    assert str(wanted) in sentence
    assert str(total) in sentence
    kit.get_latest_revision().publish()
    assert not MeetingKitPage.objects.get().live


@pytest.mark.parametrize("count", [0, 2])
def test_three_key_messages_and_no_fewer(tree, count):
    kit = factories.make_kit(live=False, key_messages=stream(*(("message", "Nhớ nhé") for _ in range(count))))
    assert len(kit.obstacles_to_publication()) == 1


def test_an_editor_may_keep_half_a_script_as_a_draft_and_is_told_when_she_publishes(tree, enter):
    kit = factories.make_kit(live=False)
    half = {"script30": script(5, 10)}
    assert complaints(save(enter("nhung"), kit, **half)) == ""
    assert "15" in complaints(save(enter("nhung"), kit, action="publish", **half))


def test_any_day_of_a_month_is_its_first(tree):
    kit = factories.make_kit(live=False, month=date(2026, 10, 17))
    assert kit.month == date(2026, 10, 1)


@pytest.fixture
def whole(tree):
    lesson = factories.make_lesson()
    picture = factories.make_picture()
    quiz = factories.make_quiz(lesson)
    messages = [
        {"text": f"Tin {word}", "leads_to": word, "picture": factories.picture_value(picture if word == "quiz" else None)} for word in ("lesson", "quiz", "kit")
    ]
    return factories.make_kit(
        lesson=lesson, quiz=quiz, ready_messages=stream(*(("message", row) for row in messages)), documents=[factories.make_document(title="Tờ gấp")]
    )


def told(page) -> list[str]:
    return [each.get_text(" ", strip=True) for each in page.find_all(attrs={"data-message": True})]


def test_page_shows_all_of_it_without_script(whole, client):
    page = soup(client.get(whole.address))
    words = page.find("main").get_text(" ", strip=True)
    for part in ("Điều cần nhớ 1", "Điều cần nhớ 3", "Điện thoại đã sạc đầy", "Việc 1", "Mời các chị mở máy.", "Tờ gấp", whole.lesson.title):
        assert part in words
    assert len(page.select("details.fold")) == 2
    assert page.find("a", href=whole.quiz.address)


def test_each_message_carries_the_short_link_of_what_it_is_about(whole, client):
    links = [general_address(page) for page in (whole.lesson, whole.quiz, whole)]
    assert all("/Q/" in link for link in links)
    assert told(soup(client.get(whole.address)))[:3] == [f"Tin {word} {link}" for word, link in zip(("lesson", "quiz", "kit"), links, strict=True)]


def test_a_message_about_a_lesson_that_is_gone_leads_to_the_kit(whole, client):
    whole.lesson.unpublish()
    assert told(soup(client.get(whole.address)))[0] == f"Tin lesson {general_address(whole)}"


def test_pictures_can_be_saved_at_the_size_that_is_told(whole, client):
    page = soup(client.get(whole.address))
    link = page.find("a", download=True)
    content = client.get(link["href"]).getvalue()
    assert content.startswith(b"\xff\xd8\xff")
    assert whole.zalo_pictures[0]["file"].weight == len(content)
    assert page.find("a", href="#anh-1")


def test_months_are_listed_newest_first(tree, client):
    for month in (9, 11, 10):
        factories.make_kit(title=f"Bộ {month}", month=date(2026, month, 1))
    headings = [each.get_text(strip=True) for each in soup(client.get("/sinh-hoat/")).find("main").find_all("h2")]
    assert headings == ["Bộ 11", "Bộ 10", "Bộ 9"]


def test_index_may_keep_the_address_of_the_site(tree, enter):
    assert complaints(save(enter("nhung"), factories.make_kits(), summary="Câu mới")) == ""


def test_in_another_language_it_has_its_words_and_the_same_minutes(whole, client):
    english = factories.translate(whole, "en", {"Việc 1": "Welcome"})
    page = soup(client.get(english.address))
    assert "Welcome" in page.get_text()
    assert english.month == whole.month
    assert [row.value["minutes"] for row in english.script60] == [row.value["minutes"] for row in whole.script60]


def test_it_is_found_among_its_kind(whole, client):
    page = soup(client.get("/tim-kiem/?q=dien+thoai+da+sac+day"))
    assert page.find("a", href=whole.address)


def test_draft_shows_in_the_preview(tree, enter):
    kit = factories.make_kit(live=False, ready_messages="[]", script60="[]", bring=items("Bút"))
    client = enter("nhung")
    address = f"/cms/pages/{kit.pk}/edit/preview/"
    client.post(address, form_of(kit))
    answer = client.get(address)
    assert answer.status_code == 200
    assert "Bút" in answer.content.decode()
    assert gettext("Ready messages for Zalo") not in answer.content.decode()
