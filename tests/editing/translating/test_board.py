"""The board shows every page that somebody may see, in its true state, with few queries however many pages there are."""

import re
import time
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import Page
from wagtail_localize.models import TranslatableObject, Translation, TranslationSource

from editing.translating.board import ROWS, Board, Choice, State
from editing.translating.rights import OTHERS, sight_of
from editing.translating.standings import Standing
from home.models import StandardPage
from tests import factories
from tests.scale import scaled

pytestmark = pytest.mark.postgres
MOST_QUERIES = 10  # the board's own; the frame of any screen of /cms/ asks for the session, the member, her rights and her menu


def states(member, page, **choice) -> dict[str, str]:
    """What she reads in the line of a page, by language."""
    board = Board(sight_of(member), Choice(**choice))
    return next(({code: cell.state for code, cell in row.cells if cell} for row in board.rows if row.source.pk == page.pk), {})


def administrator(cast):
    cast.nhung.is_superuser = True
    cast.nhung.save()
    return cast.nhung


@pytest.fixture
def page(tree):
    return factories.make_standard(title="Giới thiệu", slug="gioi-thieu", summary="Một câu")


def test_each_state_in_its_turn(page, cast):
    who = administrator(cast)
    assert set(states(who, page)) == set(OTHERS)
    assert states(who, page)["en"] == State.MISSING
    translation = factories.begin_translation(page, "en")
    translation.save_target(publish=False)
    assert states(who, page)["en"] == State.DRAFT
    factories.translate_strings(translation)
    assert states(who, page)["en"] == State.READY
    translation.save_target(publish=False)
    translation.get_target_instance().latest_revision.publish()
    assert states(who, page)["en"] == State.LIVE
    page.summary = "Một câu khác"
    factories.publish(page)
    assert states(who, page)["en"] == State.OUTDATED
    factories.translate_strings(translation)
    assert states(who, page)["en"] == State.READY
    assert states(who, page)["fr"] == State.MISSING


def test_page_kept_by_hand_is_live_or_a_draft(page, cast):
    factories.translate(page, "en")
    Translation.objects.get().delete() if Translation.objects.count() == 1 else Translation.objects.filter(source__object_id=page.translation_key).update(
        enabled=False
    )
    assert states(administrator(cast), page)["en"] == State.LIVE


def test_counts_are_those_of_the_cells(page, cast):
    who = administrator(cast)
    factories.translate(page, "en")
    factories.begin_translation(factories.make_standard(summary="Hai"), "fr").save_target(publish=False)
    board = Board(sight_of(who), Choice())
    for code in OTHERS:
        shown = [cell.state for row in board.rows for language, cell in row.cells if language == code]
        assert {state: shown.count(state) for state in State.values} == {state: board.counts[code][state] for state in State.values}


@pytest.mark.parametrize("state", State.values)
def test_filter_by_state_keeps_those_that_have_it(page, cast, state):
    who = administrator(cast)
    factories.translate(page, "en")
    factories.begin_translation(factories.make_standard(summary="Hai"), "en").save_target(publish=False)
    everything = Board(sight_of(who), Choice(language="en")).rows
    expected = [row.source.pk for row in everything if row.cells[0][1].state == state]
    assert [row.source.pk for row in Board(sight_of(who), Choice(language="en", state=state)).rows] == expected


def test_filter_by_section_age_and_title(page, tree, cast):
    who = administrator(cast)
    lesson = factories.make_lesson(title="Chụp ảnh")
    Page.objects.filter(pk=page.pk).update(last_published_at=timezone.now() - timedelta(days=40))
    assert {row.source.pk for row in Board(sight_of(who), Choice(section=tree.learning.pk)).rows} == {tree.learning.pk, lesson.get_parent().pk, lesson.pk}
    assert [row.source.pk for row in Board(sight_of(who), Choice(days=30)).rows] == [page.pk]
    assert [row.source.pk for row in Board(sight_of(who), Choice(words="chụp")).rows] == [lesson.pk]


# Who sees what


def test_translator_sees_published_pages_in_her_languages_alone(page, cast):
    assert set(states(cast.yen, page)) == {"en", "fr"}


def test_translator_sees_no_vietnamese_draft(tree, cast):
    assert states(cast.yen, factories.make_standard(live=False)) == {}


def test_translator_sees_a_draft_that_was_sent_to_her(tree, cast):
    page = factories.make_standard(live=False)
    factories.begin_translation(page, "en").save_target(publish=False)
    assert states(cast.yen, page)["en"] in {State.DRAFT, State.MISSING}


def test_editor_sees_all_languages_of_her_pages(page, cast):
    assert set(states(cast.ngan, page)) == set(OTHERS)


def test_who_translates_a_section_sees_that_section(tree, cast):
    from tests.cast import give_rights

    lesson, news = factories.make_lesson(), factories.make_news()
    factories.translate(tree.learning, "hmn")
    begun = Page.objects.get(translation_key=tree.learning.translation_key, locale__language_code="hmn")
    give_rights("tam", "Tiếng Mông", [begun], ["add_page", "change_page"])
    assert states(cast.tam, lesson) == {"hmn": State.MISSING}
    assert states(cast.tam, news) == {}


def test_stranger_and_member_without_rights_are_kept_out(tree, client, enter):
    assert client.get("/cms/dich/").status_code == 302
    assert enter("lan").get("/cms/dich/").status_code in {302, 403}


def test_cells_lead_to_the_work(page, enter):
    translation = factories.begin_translation(page, "en")
    translation.save_target(publish=False)
    shown = enter("yen").get("/cms/dich/").text
    assert f'href="{translation.pk}/"' in shown
    assert f'value="{page.pk}:fr"' in shown
    assert f'value="{page.pk}:hmn"' not in shown


def test_nonsense_in_the_address_is_left_out(page, enter):
    assert enter("yen").get("/cms/dich/?muc=x&ngon-ngu=../&trang-thai=1&tuoi=-5&trang=99999999999999").status_code == 200


def test_menu_counts_what_lacks_words(page, enter, cast):
    from editing.translating.board import waiting

    assert waiting(cast.yen) == 0
    factories.begin_translation(page, "en").save_target(publish=False)
    factories.begin_translation(page, "hmn").save_target(publish=False)
    assert waiting(cast.yen) == 1
    assert "(1)" in enter("yen").get("/cms/dich/").text


# Speed


def test_chosen_section_stays_chosen_and_its_title_is_text(tree, enter):
    section = factories.make_standard(title="Lúa & <nếp>")
    shown = enter("yen").get(f"/cms/dich/?muc={section.pk}").text
    assert f'<option value="{section.pk}" selected>Lúa &amp; &lt;nếp&gt;</option>' in shown


def plant(count: int, locales) -> None:
    """Pages in all languages, in all states, written as rows: a real site of that size takes an hour to make."""
    home = {page.locale_id: page for page in Page.objects.filter(depth=2)}
    source = factories.locale("vi")
    now, made = timezone.now(), []
    kind = StandardPage(title="x", locale=source).content_type
    numbers = {locale.pk: 500 for locale in [source, *locales]}
    keys = [StandardPage(title="x").translation_key for _ in range(count)]
    for n, key in enumerate(keys):
        for locale in [source, *locales]:
            number = numbers[locale.pk] = numbers[locale.pk] + 1
            path = home[locale.pk].path + Page._int2str(number).zfill(4)
            live = locale == source or n % 3 != 0
            made.append(
                Page(
                    path=path,
                    depth=3,
                    title=f"Trang {n}",
                    draft_title=f"Trang {n}",
                    slug=f"trang-{n}",
                    locale=locale,
                    translation_key=key,
                    live=live,
                    url_path=f"/x/trang-{n}/",
                    content_type=kind,
                    last_published_at=now,
                    latest_revision_created_at=now,
                    has_unpublished_changes=False,
                )
            )
    Page.objects.bulk_create(made, batch_size=500)
    TranslatableObject.objects.bulk_create([TranslatableObject(translation_key=key, content_type=kind) for key in keys], batch_size=500)
    sources = TranslationSource.objects.bulk_create(
        [TranslationSource(object_id=key, specific_content_type=kind, locale=source, object_repr="x", content_json="{}", last_updated_at=now) for key in keys],
        batch_size=500,
    )
    translations = Translation.objects.bulk_create([Translation(source=one, target_locale=locale) for one in sources for locale in locales], batch_size=500)
    Standing.objects.bulk_create(
        [
            Standing(translation=one, key=one.source.object_id, locale_id=one.target_locale_id, source_locale=source, missing=n % 4)
            for n, one in enumerate(translations)
        ],
        batch_size=500,
    )


@pytest.mark.parametrize("who", ["nhung", "yen", "ngan"])
def test_few_queries_and_little_time_however_many_pages(tree, cast, enter, report, who, django_assert_max_num_queries):
    plant(scaled(60, 2000), [factories.locale(code) for code in OTHERS])
    if connection.vendor == "postgresql":
        connection.cursor().execute("ANALYZE")
    client = enter(who)
    client.get("/cms/dich/")
    with CaptureQueriesContext(connection) as frame:
        client.get("/cms/account/")
    for address in ("/cms/dich/", "/cms/dich/?ngon-ngu=en&trang-thai=outdated", "/cms/dich/?trang-thai=missing"):
        began, wall = time.process_time(), time.monotonic()
        with CaptureQueriesContext(connection) as queries:
            shown = client.get(address)
        spent = time.process_time() - began
        assert shown.status_code == 200
        report(
            "board of translations",
            f"{who} {address}",
            {"ms CPU": round(spent * 1000), "ms": round((time.monotonic() - wall) * 1000), "queries": len(queries), "frame": len(frame)},
        )
        assert len(queries) - min(len(frame), 10) <= MOST_QUERIES, "\n".join(query["sql"][:300] for query in queries)
    assert len(re.findall(r'name="pages"', client.get("/cms/dich/").text)) == ROWS
