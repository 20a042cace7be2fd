"""Links of published pages: kept by the nightly look, asked on a schedule, broken only after three days, shown to whose they are."""

import csv
import io
from datetime import UTC, date, datetime, timedelta

import openpyxl
import pytest
from bs4 import BeautifulSoup
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page

from editing.readiness.asking import Answer, Asker
from editing.readiness.checking import check_inner, check_outside, in_turns
from editing.readiness.looking import look_over, note
from editing.readiness.models import BarePicture, Link, LinkUse, PageLook
from tests import factories
from tests.factories import link_to, picture_value, stream
from tests.factories.content import publish
from tests.factories.quick import twin

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]

NOW = datetime(2026, 12, 1, 20, tzinfo=UTC)


class Told(Asker):
    """Answers what it is told, by address."""

    def __init__(self, **answers):
        super().__init__()
        self.answers, self.heard = answers, []

    def ask(self, address):
        self.heard.append(address)
        return self.answers.get(address.split("/")[2].split(".")[0], Answer(200))


def look(now=NOW, **options) -> list:
    return list(look_over(now=now, **options))


def run(asker, day: int = 0) -> None:
    list(check_outside(asker, now=NOW + timedelta(day), today=NOW.date() + timedelta(day)))


def page_with(*addresses: str, **fields):
    body = stream(("text", "<p>" + " ".join(f'<a href="{address}">x</a>' for address in addresses) + "</p>"))
    return factories.make_standard(**{"body": body, **fields})


@pytest.fixture
def quiet(tree):
    """Nothing is published but the home pages that stand above, and what the test makes."""
    Page.objects.filter(depth__gt=1).exclude(pk__in=[tree.vi.pk, tree.en.pk]).update(live=False)
    return tree


# What is kept


def test_links_of_published_pages_are_kept_with_their_place(quiet):
    page = page_with("https://mot.vn/a#phan", "https://mot.vn/a", "mailto:a@b.vn")
    page_with("https://nhap.vn/", live=False)
    look()
    [link] = Link.objects.filter(kind="outside")
    assert link.target == "https://mot.vn/a" and link.first_seen_at and link.last_seen_at == NOW
    [use] = link.uses.all()
    assert use.page_id == page.pk and use.path == f"body.{page.body[0].id}"


def test_links_that_are_taken_out_or_unpublished_are_forgotten(quiet):
    kept, gone = page_with("https://mot.vn/", "https://hai.vn/"), page_with("https://ba.vn/")
    look()
    kept.body = stream(("text", '<p><a href="https://mot.vn/">x</a></p>'))
    publish(kept)
    gone.unpublish()
    for _ in range(2):
        look(NOW + timedelta(1), everything=True)
    assert set(Link.objects.filter(kind="outside").values_list("target", flat=True)) == {"https://mot.vn/"}


def test_only_changed_pages_are_looked_at_again(quiet):
    page = page_with("https://mot.vn/")
    now = timezone.now()
    assert page.pk in {each.pk for each in look(now)}
    assert look(now + timedelta(hours=1)) == []
    publish(page)
    assert [each.pk for each in look(timezone.now())] == [page.pk]
    assert len(look(timezone.now() + timedelta(31))) == len(look(timezone.now(), everything=True)) > 1


# When a link is broken


def test_broken_only_after_failing_on_three_different_days(quiet):
    page_with("https://xa.vn/")
    look()
    failing = Told(xa=Answer(404, "gone"))
    for day, days, broken in ((0, 1, False), (0, 1, False), (1, 2, False), (2, 3, True)):
        Link.objects.filter(kind="outside").update(next_check_at=NOW)
        run(failing, day)
        link = Link.objects.get(kind="outside")
        assert (link.failed_days, link.is_broken) == (days, broken), day
    assert link.failing_since == NOW and link.checks == 4


def test_one_good_answer_mends_it(quiet):
    page_with("https://xa.vn/")
    look()
    Link.objects.update(failed_days=5, is_broken=True, problem="gone", failing_since=NOW, failed_on=date(2026, 11, 30))
    run(Told())
    link = Link.objects.get(kind="outside")
    assert (link.failed_days, link.is_broken, link.problem, link.failing_since) == (0, False, "", None)


def test_a_busy_site_counts_for_nothing(quiet):
    page_with("https://xa.vn/")
    look()
    for day in range(5):
        Link.objects.update(next_check_at=NOW)
        run(Told(xa=Answer(429, "error", counts=False)), day)
    link = Link.objects.get(kind="outside")
    assert link.failed_days == 0 and not link.is_broken


def test_schedule(quiet):
    """Well: in two weeks. Failed: tomorrow. Broken: in a week."""
    page_with("https://tot.vn/", "https://xa.vn/", "https://hong.vn/")
    look()
    Link.objects.filter(target="https://hong.vn/").update(failed_days=3, is_broken=True, failed_on=date(2026, 11, 30))
    run(Told(xa=Answer(None, "silent"), hong=Answer(404, "gone")))
    when = {link.target: link.next_check_at - NOW for link in Link.objects.filter(kind="outside")}
    assert when == {"https://tot.vn/": timedelta(14), "https://xa.vn/": timedelta(1), "https://hong.vn/": timedelta(7)}
    again = Told()
    run(again)
    assert again.heard == []


def test_hosts_take_turns_and_a_run_has_an_end(quiet):
    links = [Link(target=f"https://{host}.vn/{number}") for host in "ab" for number in range(3)]
    assert [link.target for link in in_turns(links, 4)] == ["https://a.vn/0", "https://b.vn/0", "https://a.vn/1", "https://b.vn/1"]


def test_two_runs_beside_each_other_ask_each_address_once(quiet):
    page_with("https://mot.vn/", "https://hai.vn/")
    look()
    first, second = Told(), Told()
    one = check_outside(first, now=NOW, today=NOW.date())
    next(one)
    run(second)
    list(one)
    assert sorted(first.heard + second.heard) == ["https://hai.vn/", "https://mot.vn/"]


def test_inner_links_are_known_at_once(quiet):
    target, gone = factories.make_news(title="Tin"), factories.make_news(title="Tin cũ")
    document = factories.make_document()
    body = stream(("text", f"<p>{link_to(target)} {link_to(gone)}</p>"), ("document", document.pk))
    page = factories.make_standard(body=body)
    look()
    assert check_inner(NOW) == 0
    target.unpublish()
    gone.delete()
    document.delete()
    assert check_inner(NOW) == 3
    assert dict(LinkUse.objects.filter(page_id=page.pk, link__is_broken=True).values_list("link__label", "link__problem")) == {
        "Tin": "unpublished",
        "Tin cũ": "gone",
        document.title: "gone",
    }


def test_own_addresses_are_looked_up_and_never_asked(quiet, settings):
    settings.SITE_URL = "https://chiemhocso.vn"
    target = factories.make_news()
    own = [f"{settings.SITE_URL}{path}" for path in (target.url, "/tim-kiem/?q=a", "/khong-co/", "/en/khong-co/")]
    page = page_with(*own)
    look()
    check_inner(NOW)
    assert not Link.objects.outside().exists()
    found = dict(LinkUse.objects.filter(page_id=page.pk).values_list("link__target", "link__problem"))
    assert found == {str(target.pk): "", "/khong-co/": "gone", "/en/khong-co/": "gone"}


def test_command_asks_and_tells(quiet, monkeypatch, capsys):
    page_with("https://xa.vn/")
    monkeypatch.setattr("editing.readiness.management.commands.check_links.Asker", lambda: Told(xa=Answer(404, "gone")))
    call_command("check_links")
    call_command("check_links")
    out = capsys.readouterr().out
    assert "https://xa.vn/: gone, day 1" in out and "1 addresses asked" in out and "0 addresses asked" in out


# What pages weigh, and pictures that say nothing


def test_weights_are_kept_and_forgotten_with_the_page(quiet):
    page = page_with("https://mot.vn/")
    look()
    kept = PageLook.objects.get(page_id=page.pk)
    assert 5_000 < kept.html < kept.total and kept.budget == 45_000
    page.unpublish()
    look()
    assert not PageLook.objects.filter(page_id=page.pk).exists()


def test_pictures_that_say_nothing(quiet):
    picture = factories.make_picture()
    picture.description = ""
    picture.save()
    shown = picture_value(picture, "")
    page = factories.make_standard(cover=picture, body=stream(("picture", {"picture": shown, "caption": ""})))
    look()
    assert set(BarePicture.objects.values_list("page_id", "path")) == {(page.pk, "cover_alt"), (page.pk, f"body.{page.body[0].id}.picture.alt_text")}


# Reports


def rows(answer) -> list[list[str]]:
    return list(csv.reader(io.StringIO(b"".join(answer.streaming_content).decode("utf-8-sig"), newline="")))[1:]


REPORTS = [reverse(name) for name in ("broken_links", "bare_pictures", "heaviest_pages")]


@pytest.fixture
def night(quiet):
    """One page with all that the reports show, and its twin in English, which is another's."""
    picture = factories.make_picture()
    picture.description = ""
    picture.save()
    page = page_with("https://xa.vn/", title="Trang hỏng", cover=picture)
    english = twin(page, "en")
    english.title = "Broken page"
    english.save()
    for each in (page, english):
        note(each, now=NOW)
    Link.objects.update(is_broken=True, problem="gone", status=404, failing_since=NOW, checked_at=NOW)
    return page


@pytest.mark.parametrize("address", REPORTS)
def test_reports_hold_her_own_pages_only(enter, night, address):
    for who, seen, unseen in (("ngan", "Trang hỏng", "Broken page"), ("yen", "Broken page", "Trang hỏng")):
        titles = {row[0] for row in rows(enter(who).get(address, {"export": "csv"}))}
        assert seen in titles and unseen not in titles, who
        text = BeautifulSoup(enter(who).get(address).content, "html.parser").text
        assert seen in text and unseen not in text
    for who in ("lan", "tam"):
        assert enter(who).get(address).status_code in {302, 404}, who


@pytest.mark.parametrize("address", REPORTS)
def test_reports_as_sheets(editor, night, address):
    sheet = openpyxl.load_workbook(io.BytesIO(b"".join(editor.get(address, {"export": "xlsx"}).streaming_content))).active
    assert sheet.max_row >= 2
    assert "Trang hỏng" in {row[0] for row in sheet.iter_rows(min_row=2, values_only=True)}


@pytest.mark.parametrize("address", REPORTS)
def test_reports_lead_to_the_field(editor, night, address):
    links = {link["href"] for link in BeautifulSoup(editor.get(address).content, "html.parser").select("td a")}
    assert any(link.startswith(reverse("wagtailadmin_pages:edit", args=[night.pk])) for link in links)


def test_described_in_the_library_since(editor, night):
    picture = night.cover
    picture.description = "Chị Lan ở chợ"
    picture.save()
    assert rows(editor.get(reverse("bare_pictures"), {"export": "csv"})) == []


def test_failing_links_are_shown_when_asked_for(editor, night):
    Link.objects.update(is_broken=False)
    assert rows(editor.get(reverse("broken_links"), {"export": "csv"})) == []
    assert rows(editor.get(reverse("broken_links"), {"export": "csv", "state": "failing"}))
