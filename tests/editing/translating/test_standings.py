"""The kept counts stay those of a slow recount, whatever happens to pages, strings and languages."""

from collections import Counter

import pytest
from django.core.management import call_command
from wagtail.models import Locale, Page, PageViewRestriction
from wagtail_localize.models import String, StringSegment, StringTranslation, Translation

from editing.translating.board import State, with_states
from editing.translating.standings import Standing
from tests import factories
from tests.factories import stream

pytestmark = pytest.mark.postgres


def slow() -> dict:
    """Translation to how many of its segments have no good translation, and the newest word; in Python, from every row."""
    good, written = set(), {}
    for one in StringTranslation.objects.all():
        place = one.translation_of_id, one.context_id, one.locale_id
        written[place] = one.updated_at
        if not one.has_error:
            good.add(place)
    counts = {}
    for translation in Translation.objects.all():
        if not translation.enabled:
            counts[translation.pk] = None, None
            continue
        places = [
            (segment.string_id, segment.context_id, translation.target_locale_id) for segment in StringSegment.objects.filter(source=translation.source_id)
        ]
        times = [written[place] for place in places if place in written]
        counts[translation.pk] = sum(place not in good for place in places), max(times, default=None)
    return counts


def kept() -> dict:
    return {standing.translation_id: (standing.missing, standing.words_at) for standing in Standing.objects.all()}


def slow_state(page) -> str:
    """By reading the rule, in Python."""
    translation = Translation.objects.filter(source__object_id=page.translation_key, target_locale=page.locale, enabled=True).first()
    if translation is None:
        return State.LIVE if page.live else State.DRAFT
    missing, words_at = slow()[translation.pk]
    if missing:
        return State.OUTDATED if page.live else State.DRAFT
    if not page.live:
        return State.READY
    source = Page.objects.get(translation_key=page.translation_key, locale=translation.source.locale)
    saved = page.latest_revision_created_at or page.last_published_at
    newer = bool(source.last_published_at and saved and source.last_published_at > saved)
    reworded = bool(words_at and saved and words_at > saved)
    return State.READY if newer or reworded or page.has_unpublished_changes else State.LIVE


def assert_exact():
    assert kept() == slow()
    others = Page.objects.filter(depth__gt=1).exclude(locale__language_code="vi")
    assert Counter((page.pk, page.state) for page in with_states(others)) == Counter((page.pk, slow_state(page)) for page in others.select_related("locale"))


@pytest.fixture
def news(tree):
    page = factories.make_news(slug="hop", body=stream(("text", "<p>Một</p><p>Hai</p>"), ("heading", "Ba"), ("text", "<p>Bốn</p>")))
    factories.translate(page, "en")
    factories.begin_translation(page, "fr").save_target(publish=False)
    return type(page).objects.get(pk=page.pk)


def translation(page, code="en"):
    return Translation.objects.get(source__object_id=page.translation_key, target_locale__language_code=code)


def target(page, code="en"):
    return type(page).objects.get(translation_key=page.translation_key, locale__language_code=code)


def edit_and_save_a_draft(news):
    news.title = "Tựa khác"
    news.save_revision()


def edit_and_publish(news):
    news.title = "Tựa khác"
    factories.publish(news)


def take_a_block_out(news):
    del news.body[0]
    factories.publish(news)


def move_blocks(news):
    news.body.insert(0, news.body.pop(2))
    factories.publish(news)


def publish_again_unchanged(news):
    factories.publish(news)


def publish_the_translation(news):
    factories.translate_strings(translation(news, "fr"))
    translation(news, "fr").save_target(publish=False)
    target(news, "fr").latest_revision.publish()


def unpublish_the_translation(news):
    target(news).unpublish()


def unpublish_the_source(news):
    news.unpublish()


def delete_the_translation(news):
    target(news).delete()


def delete_the_source(news):
    news.delete()


def move(news):
    elsewhere = factories.make_standard()
    news.get_parent().refresh_from_db()
    news.move(elsewhere, pos="last-child")


def rename(news):
    news.slug = "hop-moi"
    factories.publish(news)


def translate_one_string(news):
    segment = translation(news, "fr").source.stringsegment_set.first()
    StringTranslation.objects.create(translation_of=segment.string, context=segment.context, locale=factories.locale("fr"), data="Un")


def change_one_string(news):
    one = StringTranslation.objects.filter(locale__language_code="en").first()
    one.data = "Other"
    one.save()


def break_one_string(news):
    one = StringTranslation.objects.filter(locale__language_code="en").first()
    one.data = '<a href="x">no</a>'
    one.save()


def forget_one_string(news):
    StringTranslation.objects.filter(locale__language_code="en").first().delete()


def forget_many_strings(news):
    StringTranslation.objects.filter(locale__language_code="en").delete()


def update_translations(news):
    news.title = "Tựa khác"
    news.save()
    translation(news).source.update_from_db()
    translation(news, "fr").save_target(publish=False)


def stop_keeping_it_in_step(news):
    one = translation(news)
    one.enabled = False
    one.save(update_fields=["enabled"])


def keep_it_in_step_again(news):
    stop_keeping_it_in_step(news)
    one = translation(news)
    one.enabled = True
    one.save(update_fields=["enabled"])


def send_into_another_language(news):
    factories.begin_translation(news, "hmn").save_target(publish=False)


def add_a_language(news):
    Locale.objects.get_or_create(language_code="km")


def take_a_language_away(news):
    Locale.objects.get(language_code="fr").delete()


def restrict(news):
    PageViewRestriction.objects.create(page=news, restriction_type=PageViewRestriction.LOGIN)


def save_a_draft_of_the_translation(news):
    target(news).save_revision()


EVENTS = [
    value
    for name, value in list(globals().items())
    if getattr(value, "__code__", None) and value.__code__.co_varnames[:1] == ("news",) and not name.startswith("test")
]


@pytest.mark.parametrize("event", EVENTS, ids=lambda event: event.__name__)
def test_board_is_exact_after(event, news, tree):
    assert_exact()
    if event is take_a_language_away:
        from wagtail.models import Page as Every

        Every.objects.filter(locale__language_code="fr").delete()
    event(news)
    assert_exact()


def test_import_of_a_po_is_counted(news):
    one = translation(news, "fr")
    po = one.export_po()
    for entry in po:
        entry.msgstr = f"fr {entry.msgid}"
    one.import_po(po)
    assert Standing.objects.get(translation=one).missing == 0
    assert_exact()


def test_command_mends_what_was_changed_by_hand(news, capsys):
    Standing.objects.update(missing=99)
    Standing.objects.filter(translation=translation(news, "fr")).delete()
    call_command("recount_translations")
    assert_exact()
    assert str(Standing.objects.count()) in capsys.readouterr().out


def test_strings_of_other_pages_count_for_themselves(news):
    other = factories.make_standard(summary="Một")
    factories.begin_translation(other, "en").save_target(publish=False)
    assert String.objects.filter(data="Một").count() == 1
    assert Standing.objects.get(translation=translation(other)).missing > 0
    assert_exact()
