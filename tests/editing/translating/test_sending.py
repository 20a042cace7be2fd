"""Pages are sent to translation with the rights of who sends them; many as a run that nothing interrupts for good."""

import resource
import time

import pytest
from django.core.management import call_command
from django.urls import reverse
from wagtail.models import Locale, Page
from wagtail_localize.models import Translation

from editing.notices.models import Notice
from editing.translating.sendings import Sending
from editing.translating.standings import Standing
from tests import factories
from tests.scale import scaled

pytestmark = pytest.mark.postgres


def in_language(page, code):
    return Page.objects.filter(translation_key=page.translation_key, locale__language_code=code).first()


def run_of(cast, pages, *codes, by="ngan") -> Sending:
    return Sending.objects.create(made_by=getattr(cast, by), pages=[page.pk for page in pages], languages=list(codes))


@pytest.fixture
def pages(tree):
    top = factories.make_standard()
    return [top, *(factories.make_standard(parent=top) for _ in range(4))]


def test_few_pages_are_begun_at_once_and_lead_to_the_work(pages, enter):
    answer = enter("ngan").post(reverse("translation_send"), {"one": f"{pages[0].pk}:en"})
    translation = Translation.objects.get(source__object_id=pages[0].translation_key)
    assert answer["Location"] == reverse("translation_screen", args=[translation.pk])
    assert not in_language(pages[0], "en").live


def test_many_go_as_a_run_with_progress(pages, enter):
    ngan = enter("ngan")
    answer = ngan.post(reverse("translation_send"), {"pages": [pages[0].pk], "languages": ["en", "fr"], "subtree": "1"})
    run = Sending.objects.get()
    assert answer["Location"] == reverse("translation_sending", args=[run.pk])
    assert not in_language(pages[0], "en")
    assert "0%" in ngan.get(answer["Location"]).text
    for _ in range(20):
        ngan.post(reverse("translation_sending_proceed", args=[run.pk]))
        run.refresh_from_db()
        if run.state == Sending.State.DONE:
            break
    assert (run.begun, run.known, run.done_pages) == (10, 0, 5)
    assert all(in_language(page, code) for page in pages for code in ("en", "fr"))


def test_subtree_of_the_stock_screen_goes_as_a_run_too(pages, enter):
    locales = [factories.locale("en").pk, factories.locale("fr").pk]
    answer = enter("ngan").post(f"/cms/localize/submit/page/{pages[0].pk}/", {"locales": locales, "include_subtree": "on"})
    assert answer["Location"] == reverse("translation_sending", args=[Sending.objects.get().pk])


def test_interrupted_run_goes_on_where_it_was(pages, cast):
    run = run_of(cast, pages, "en")
    run.advance(seconds=0)
    assert run.done_pages == 1
    again = Sending.objects.get(pk=run.pk)
    call_command("send_translations")
    again.refresh_from_db()
    assert (again.state, again.begun) == (Sending.State.DONE, 5)


def test_two_tabs_never_take_the_same_page(pages, cast):
    first, second = run_of(cast, pages, "en"), None
    second = Sending.objects.get(pk=first.pk)
    first.advance(seconds=0)
    assert not second.take()
    assert second.done_pages == 1
    second.advance()
    first.advance()
    assert Sending.objects.get().begun == 5
    assert Translation.objects.filter(source__object_id__in=[page.translation_key for page in pages]).count() == 5


def test_what_is_refused_is_named_and_the_rest_is_sent(pages, cast, tree):
    by_hand = pages[2].copy_for_translation(factories.locale("en"), copy_parents=True)
    gone = factories.make_standard()
    run = run_of(cast, [*pages, gone], "en")
    gone.delete()
    run.advance()
    refused = {refusal.page_id: refusal.why for refusal in run.refusals.all()}
    assert set(refused) == {pages[0].pk, pages[2].pk, None}  # its parent was copied by hand too
    assert run.begun == 3
    assert by_hand.pk == in_language(pages[2], "en").pk


def test_rights_are_asked_page_by_page(pages, cast, tree):
    from tests.cast import give_rights

    give_rights("tam", "Một trang", [pages[1]], ["change_page"])
    run = run_of(cast, pages, "en", by="tam")
    run.advance()
    assert run.begun == 1
    assert {refusal.page_id for refusal in run.refusals.all()} == {page.pk for page in pages} - {pages[1].pk}


def test_translator_begins_what_is_published_in_her_language_alone(pages, cast):
    draft = factories.make_standard(live=False)
    run = run_of(cast, [pages[0], draft], "en", "hmn", by="yen")
    run.advance()
    assert run.begun == 1
    assert in_language(pages[0], "en") and not in_language(pages[0], "hmn") and not in_language(draft, "en")


def test_sent_again_it_changes_nothing(pages, cast):
    run_of(cast, pages, "en").advance()
    again = run_of(cast, pages, "en")
    again.advance()
    assert (again.begun, again.known) == (0, 5)


def test_stopped_run_keeps_what_was_sent(pages, cast, enter):
    run = run_of(cast, pages, "en")
    run.advance(seconds=0)
    enter("ngan").post(reverse("translation_sending_cancel", args=[run.pk]))
    run.refresh_from_db()
    run.advance()
    assert run.state == Sending.State.CANCELLED and run.done_pages == 1


def test_nobody_sees_or_drives_anothers_run(pages, cast, enter):
    run = run_of(cast, pages, "en")
    for who in ("yen", "lan"):
        assert enter(who).get(reverse("translation_sending", args=[run.pk])).status_code in {302, 403, 404}
        enter(who).post(reverse("translation_sending_proceed", args=[run.pk]))
    run.refresh_from_db()
    assert run.done_pages == 0


def test_translators_are_told_once_for_all_pages(pages, cast):
    run_of(cast, pages, "en", "hmn").advance()
    told = Notice.objects.filter(kind=Notice.Kind.TO_TRANSLATE)
    assert [notice.recipient for notice in told.filter(recipient=cast.yen)] == [cast.yen]
    assert "4" in told.get(recipient=cast.yen).title


def test_nothing_chosen_says_so(pages, enter):
    assert enter("ngan").post(reverse("translation_send"), {"pages": ["x", "-1"], "languages": ["vi", "../"]}, follow=True).status_code == 200
    assert not Sending.objects.exists()


def test_language_added_when_many_pages_exist(tree, cast, enter):
    """Every page is missing there at once, and nothing has to be made beforehand."""
    from editing.translating.board import Board, Choice
    from editing.translating.rights import sight_of

    cast.nhung.is_superuser = True
    cast.nhung.save()
    top = factories.make_standard()
    for _ in range(scaled(10, 500)):
        factories.make_standard(parent=top)
    Page.objects.filter(locale__language_code="nut").delete()
    Locale.objects.get(language_code="nut").delete()
    board = Board(sight_of(cast.nhung), Choice())
    assert board.counts["nut"]["missing"] == len(board.sources) > scaled(10, 500)
    locale = factories.locale("nut")
    assert Board(sight_of(cast.nhung), Choice()).counts["nut"]["missing"] == len(board.sources)
    run = run_of(cast, [top], "nut", by="nhung")
    run.advance()
    assert run.begun == 1 and Standing.objects.filter(locale=locale).count() >= 1


def test_a_hundred_lessons_into_four_languages(tree, cast, report):
    """Within three minutes and 100 MB at full size; a handful otherwise."""
    course = factories.make_course()
    lessons = [factories.make_lesson(course=course, steps=scaled(2, 8)) for _ in range(scaled(3, 100))]
    run = run_of(cast, lessons, "en", "fr", "hmn", "blt")
    began, cpu, before = time.monotonic(), time.process_time(), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    run.advance()
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024
    report(
        "sending to translation",
        f"{len(lessons)} lessons, 4 languages",
        {"s": round(time.monotonic() - began, 1), "s CPU": round(time.process_time() - cpu, 1), "MB more": grown},
    )
    assert (run.begun, run.refusals.count()) == (4 * len(lessons), 0)


def test_nobody_learns_of_a_draft_by_its_number(tree, cast, enter):
    """Yen translates what is live; of Ngan's drafts the refusal would say the title."""
    draft = factories.make_standard(title="Chưa ai được biết", live=False)
    yen = enter("yen")
    for asked in ({"pages": draft.pk, "languages": "en"}, {"pages": draft.pk, "languages": "en", "subtree": "1"}, {"one": f"{draft.pk}:en"}):
        assert draft.title not in yen.post(reverse("translation_send"), asked, follow=True).text
    assert not Sending.objects.exists()
    assert yen.get(reverse("translation_page", args=[draft.pk])).status_code == 404
