"""The first screen of /cms/: what waits for her, what she can begin, what happened, for every role, in twenty queries."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.models import PageLogEntry
from wagtail_localize.models import Translation

from editing.notices.domain import tell
from editing.notices.models import Notice
from editing.word.places import places
from home.news.models import NewsIndexPage
from tests import factories
from tests.cast import client_of
from tests.editing.start import ground
from tests.scale import scaled

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]

MOST_QUERIES = 20
WORK = scaled(4, 200)  # of each thing that waits


def shown(client) -> str:
    answer = client.get("/cms/")
    assert answer.status_code == 200
    return answer.content.decode()


def groups(html: str) -> list[str]:
    return re.findall(r'data-group="([^"]*)"', html)


def panels(html: str) -> list[str]:
    return re.findall(r'data-panel="([^"]*)"', html)


def offered(html: str) -> list[str]:
    section = html.partition('data-panel="create"')[2].partition("</section>")[0]
    return re.findall(r'<li><a href="([^"]*)"', section)


def queries(client) -> int:
    with CaptureQueriesContext(connection) as asked:
        shown(client)
    return len(asked)


@pytest.mark.parametrize("role", ground.ROLES)
def test_as_many_queries_for_much_as_for_little(tree, cast, role, report):
    member = ground.ROLES[role](tree)
    client = client_of(member)
    shown(client)  # warms what is kept: content types, locales
    empty = queries(client)
    ground.work(member, tree, 1)
    little = queries(client)
    ground.work(member, tree, WORK)
    much = queries(client)
    report("Start page, queries", role, {"empty": empty, "1": little, str(WORK): much})
    assert much == little
    assert max(empty, much) <= MOST_QUERIES


def test_commune_editor_sees_what_waits_for_her(tree, cast):
    member = ground.commune_editor(tree)
    ground.work(member, tree, 1)
    html = shown(client_of(member))
    assert groups(html) == ["returned", "reviews", "drafts"]
    assert "Nháp 0" in html and "Bị trả 0" in html and "Thiếu ảnh" in html and "Sổ tay đến hạn" in html
    assert "Chờ duyệt 0" not in html
    assert panels(html) == ["tasks", "notices", "create", "week"]


def test_what_she_has_sent_stands_apart_from_her_drafts(tree, cast):
    member = ground.commune_editor(tree)
    ground.send(ground.draft_of(member, title="Đã gửi đi"), member)
    assert groups(shown(client_of(member))) == ["sent"]


def test_moderator_sees_what_waits_for_her_approval(tree, cast):
    member = ground.moderator(tree)
    state = ground.send(ground.draft_of(cast.editor, title="Tin của xã"), cast.editor)
    lesson = factories.make_lesson(live=False, title="Bài của xã")
    ground.send(lesson, cast.editor)
    html = shown(client_of(member))
    assert groups(html)[0] == "moderate"
    assert f'href="{reverse("short_approve", args=[state.pk])}"' in html, "a news item is approved on the short screen"
    assert f'href="{reverse("wagtailadmin_pages:edit", args=[lesson.pk])}"' in html, "a lesson in the editor"


def test_nobody_else_is_told_of_it(tree, cast):
    ground.send(ground.draft_of(cast.editor, title="Tin của xã"), cast.editor)
    for make in (ground.commune_editor, ground.translator, ground.keeper, ground.officer):
        assert "Tin của xã" not in shown(client_of(make(tree))), make.__name__


def test_translator_sees_her_languages_only(tree, cast):
    member = ground.translator(tree)
    source = factories.make_news(title="Tin nguồn")
    english = factories.translate(source, "en", {"Tin nguồn": "News in English"}, live=False)
    factories.translate(source, "blt", {"Tin nguồn": "Tai Dam"}, live=False)
    html = shown(client_of(member))
    assert groups(html) == ["translate"]
    translation = Translation.objects.get(source__object_id=english.translation_key, target_locale=english.locale)
    assert f'href="{reverse("translation_screen", args=[translation.pk])}">' in html and "Tai Dam" not in html
    assert client_of(member).get(reverse("translation_screen", args=[translation.pk])).status_code == 200


def test_outdated_translation_waits_for_her(tree, cast):
    member = ground.translator(tree)
    source = factories.make_news(title="Tin nguồn")
    factories.translate(source, "en", {"Tin nguồn": "News in English"})
    client = client_of(member)
    assert "News in English" not in shown(client)
    source.title = "Tin nguồn đã sửa"
    factories.publish(source)
    assert "News in English" in shown(client)


def test_what_she_makes_most_comes_first(tree, cast):
    member = ground.moderator(tree)
    client = client_of(member)
    first = offered(shown(client))
    assert len(first) == 5 and first[:2] == [reverse("short_write", args=["tin"]), reverse("short_write", args=["guong"])]
    for _ in range(3):
        page = factories.make_guide(live=False)
        PageLogEntry.objects.log_action(page, "wagtail.create", user=member)
    assert offered(shown(client))[0] == reverse("wagtailadmin_pages:add", args=["guides", "guidepage", tree.guides.pk])


def test_of_several_places_the_one_that_she_used_last(tree, cast):
    member = ground.moderator(tree)
    courses = [factories.make_course() for _ in range(2)]
    client = client_of(member)
    for course in (courses[1], courses[0]):
        PageLogEntry.objects.log_action(factories.make_lesson(course, live=False), "wagtail.create", user=member)
        assert offered(shown(client))[0] == reverse("wagtailadmin_pages:add", args=["lessons", "lessonpage", course.pk])


def test_she_is_offered_only_what_she_may_make(tree, cast):
    assert offered(shown(client_of(ground.commune_editor(tree)))) == [
        reverse("short_write", args=["tin"]), reverse("short_write", args=["guong"]), reverse("word_start"), reverse("wagtailimages:add"), reverse("member_imports"),
    ]  # fmt: skip
    assert offered(shown(client_of(ground.translator(tree)))) == [reverse("translation_board"), reverse("member_imports")]
    assert offered(shown(client_of(ground.keeper(tree))))[:2] == [reverse("wagtaildocs:add"), reverse("library_batches")]
    for_technician = offered(shown(client_of(ground.technician(tree))))
    assert for_technician[:2] == [reverse("wagtailusers_users:add"), reverse("appoint")] and len(for_technician) == 5
    for address in for_technician:
        assert client_of("kythuat").get(address).status_code == 200, address


@pytest.mark.parametrize("role", ground.ROLES)
def test_word_is_offered_to_whoever_has_a_place_for_it(tree, cast, role):
    member = ground.ROLES[role](tree)
    in_vietnamese = any(place.parent.locale.language_code == "vi" for place in places(member))
    assert (reverse("word_start") in offered(shown(client_of(member)))) == in_vietnamese


def test_page_due_for_review_leads_to_its_review(tree, cast):
    member = ground.moderator(tree)
    guide = factories.make_guide(title="Mô hình đến hạn")
    type(guide).objects.filter(pk=guide.pk).update(owner=member, review_on=timezone.localdate())
    client = client_of(member)
    html = shown(client)
    address = reverse("review_page", args=[guide.pk])
    assert groups(html) == ["reviews"] and f'href="{address}"' in html and reverse("pages_to_review") in html
    assert client.get(address).status_code == 200


def test_bell_counts_all_and_the_page_shows_eight(tree, cast):
    member = ground.commune_editor(tree)
    for number in range(11):
        tell([member], "comment", title=f"Báo tin {number}", address="/cms/", key=str(number), by=cast.editor)
    client = client_of(member)
    html = shown(client)
    assert html.partition('data-panel="notices"')[2].partition("</section>")[0].count("<li>") == 8
    assert f'action="{reverse("open_notice", args=[Notice.objects.first().pk])}"' in html and "(11)" in html
    client.post(reverse("open_notice", args=[Notice.objects.first().pk]))
    assert "(10)" in shown(client)
    client.post(reverse("mark_notices"))
    html = shown(client)
    assert "(10)" not in html and "notices" not in panels(html)


def test_guide_is_one_step_away(tree, cast):
    for make in (ground.translator, ground.keeper, ground.section_editor):
        head = shown(client_of(make(tree))).partition('class="start-head"')[2].partition("</header>")[0]
        assert f'href="{reverse("guide")}"' in head, make.__name__


def test_role_is_told_from_rights_not_from_names(tree, cast):
    member = ground.keeper(tree)
    member.groups.get().name = "Người duyệt"
    ground.send(ground.draft_of(cast.editor), cast.editor)
    assert "moderate" not in groups(shown(client_of(member)))


def test_on_her_first_day_she_reads_where_to_begin(tree, cast):
    client = client_of(ground.commune_editor(tree))
    assert panels(shown(client)) == ["first", "create"]
    ground.draft_of(ground.Member.objects.get(username="bientapxa"))
    assert "first" not in panels(shown(client))


def test_she_is_greeted_by_name_and_unit(tree, cast):
    html = shown(client_of(ground.commune_editor(tree)))
    head = html.partition('class="start-head"')[2].partition("</header>")[0]
    assert "Bientapxa" in head and "Gia Phù, Sơn La" in head
    assert "127.0.0.1" not in html and "localhost" not in html.replace("localhost/static", "")


def test_few_opens_are_not_told(tree, cast):
    member = ground.commune_editor(tree)
    ground.work(member, tree, 0)
    ground.LinkDay.objects.update(opens=4)
    client = client_of(member)
    week = shown(client).partition('data-panel="week"')[2]
    ground.LinkDay.objects.update(opens=5)
    assert " 5 " not in week and " 5 " in shown(client).partition('data-panel="week"')[2]


def test_her_own_deeds_are_no_news(tree, cast):
    member = ground.commune_editor(tree)
    page = ground.draft_of(member, title="Của chính mình")
    page.save_revision(user=member, log_action=True)
    client = client_of(member)
    assert "week" not in panels(shown(client))
    page.save_revision(user=cast.moderator, log_action=True)
    assert "Phạm Hồng Nhung" in shown(client).partition('data-panel="week"')[2]


def test_the_first_page_of_news_is_left_as_it_is(tree, cast):
    """Reading the start page writes nothing."""
    before = NewsIndexPage.objects.get().latest_revision_id
    with CaptureQueriesContext(connection) as asked:
        shown(client_of(ground.moderator(tree)))
    written = [query["sql"] for query in asked if re.match(r"(INSERT|UPDATE|DELETE)", query["sql"])]
    assert [sql for sql in written if "start_" in sql or "wagtailcore_page" in sql and not sql.startswith("INSERT")] == []
    assert NewsIndexPage.objects.get().latest_revision_id == before
