"""One mail a day, by a clock that stands still: nothing twice, nothing lost, nobody who should not hear."""

from smtplib import SMTPRecipientsRefused, SMTPServerDisconnected

import pytest
from django.core import mail
from django.core.mail.backends import locmem
from django.core.management import CommandError, call_command
from django.urls import reverse

from editing.notices import digests
from editing.notices.domain import settle, tell
from editing.notices.models import Digest, Notice, Refusal
from members.models import Member
from tests import factories, scale
from tests.cast import give_rights
from tests.editing.notices.ground import at, give_address

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]


class Failing(locmem.EmailBackend):
    """Takes so many letters, then fails as it is told to."""

    takes, failure = 0, SMTPServerDisconnected("Connection unexpectedly closed")

    def send_messages(self, messages):
        if len(mail.outbox) >= Failing.takes:
            raise Failing.failure
        return super().send_messages(messages)


@pytest.fixture
def failing(settings):
    settings.EMAIL_BACKEND, settings.EMAIL_HOST, settings.EMAIL_PORT = f"{__name__}.Failing", "thu.example.vn", 587
    yield Failing
    Failing.takes, Failing.failure = 0, SMTPServerDisconnected("Connection unexpectedly closed")


@pytest.fixture
def page(cast):
    return factories.make_news(live=False)


@pytest.fixture
def readers(cast, monkeypatch):
    """Ngan and Nhung, both with an address, on the first of December."""
    at(monkeypatch, "2026-12-01")
    give_address(cast.ngan, cast.nhung)
    return cast.ngan, cast.nhung


def tell_of(page, *members, kind="returned", key="1", **more):
    tell(members, kind, title=page.title, address=reverse("wagtailadmin_pages:edit", args=[page.pk]), key=key, **more)


def sent() -> list[str]:
    """Whom the mails since the last time went to."""
    letters, mail.outbox[:] = [letter.to[0].partition("@")[0] for letter in mail.outbox], []
    return letters


def run() -> list[str]:
    call_command("send_digests", verbosity=0)
    return sent()


def test_the_mail_tells_everything_with_whole_addresses(readers, page, cast, settings):
    settings.SITE_URL = "https://hoc.example.vn"
    tell_of(page, cast.ngan, by=cast.nhung, words="Thiếu ảnh <b>.")
    tell_of(page, cast.ngan, kind="published")
    call_command("send_digests")
    [letter] = mail.outbox
    html = letter.alternatives[0].content
    address = f"https://hoc.example.vn{reverse('wagtailadmin_pages:edit', args=[page.pk])}"
    for body in (letter.body, html):
        assert body.count(address) == 2 and page.title in body and "Phạm Hồng Nhung" in body
    assert "Thiếu ảnh <b>." in letter.body and "Thiếu ảnh &lt;b&gt;." in html
    assert "2" in letter.subject
    assert 'lang="vi"' in html


def test_it_speaks_her_language(readers, page, cast):
    from wagtail.users.models import UserProfile

    UserProfile.objects.create(user=cast.ngan, preferred_language="en")
    tell_of(page, cast.ngan)
    call_command("send_digests")
    assert 'lang="en"' in mail.outbox[0].alternatives[0].content
    assert "Came back to you" in mail.outbox[0].body


def test_one_a_day_and_the_day_is_that_of_ha_noi(readers, page, cast, monkeypatch):
    at(monkeypatch, "2026-12-01", "23:50")  # 16:50 in Greenwich, where the next day is far
    tell_of(page, cast.ngan, key="1")
    assert run() == ["ngan"]
    tell_of(page, cast.ngan, key="2")
    assert run() == []
    at(monkeypatch, "2026-12-02", "00:05")  # still the first in Greenwich
    assert run() == ["ngan"]
    at(monkeypatch, "2026-12-02", "08:00")  # Greenwich has turned the day too
    tell_of(page, cast.ngan, key="3")
    assert run() == []


def test_nothing_to_tell_no_mail(readers, page, cast, monkeypatch):
    assert run() == []
    tell_of(page, cast.ngan)
    assert run() == ["ngan"]
    at(monkeypatch, "2026-12-02")
    assert run() == []


def test_those_who_can_not_be_reached_get_none(readers, page, cast):
    cast.ngan.email = ""
    cast.ngan.save()
    cast.nhung.is_active = False
    cast.nhung.save()
    tell_of(page, cast.ngan, cast.nhung)
    assert run() == []
    cast.ngan.email = "ngan@example.vn"
    cast.ngan.save()
    assert run() == ["ngan"]


def test_seen_settled_refused_and_foreign_things_are_left_out(readers, page, cast):
    tell_of(page, cast.ngan, key="seen")
    Notice.objects.all().mark_seen()
    tell_of(page, cast.ngan, kind="to-moderate", key="settled")
    settle("to-moderate", key="settled")
    Refusal.objects.create(member=cast.ngan, way="mail", kind="comment")
    tell_of(page, cast.ngan, kind="comment", key="refused")
    tell(
        [cast.ngan],
        "returned",
        title="Trang bản tiếng Anh",
        address=reverse("wagtailadmin_pages:edit", args=[factories.translate(page, "en").pk]),
        key="foreign",
    )
    gone = factories.make_news(live=False)
    tell_of(gone, cast.ngan, key="gone")
    gone.delete()
    assert run() == []


def test_she_who_wants_no_mail_at_all_gets_none(readers, page, cast):
    Refusal.objects.create(member=cast.ngan, way="mail", kind="")
    tell_of(page, cast.ngan, cast.nhung)
    assert run() == ["nhung"]


def test_only_by_mail_is_a_choice_too(readers, page, cast):
    Refusal.objects.create(member=cast.ngan, way="here", kind="returned")
    tell_of(page, cast.ngan)
    assert run() == ["ngan"]


def test_a_server_that_fails_loses_nothing_and_is_named(readers, page, cast, failing, settings):
    tell_of(page, cast.ngan, cast.nhung)
    failing.takes = 1
    with pytest.raises(CommandError) as failure:
        run()
    assert "thu.example.vn:587" in str(failure.value) and str(failure.value).count(". ") == 0
    first = sent()
    assert len(first) == 1
    failing.takes = 9
    assert sorted(first + run()) == ["ngan", "nhung"]
    assert run() == []


def test_one_bad_address_holds_nobody_up(readers, page, cast, failing, monkeypatch, capsys):
    failing.failure = SMTPRecipientsRefused({"ngan@example.vn": (550, b"no")})
    tell_of(page, cast.ngan, cast.nhung)
    send = locmem.EmailBackend.send_messages
    monkeypatch.setattr(Failing, "send_messages", lambda self, letters: refuse_ngan(self, letters, send))
    assert run() == ["nhung"]
    assert "Đinh Kim Ngân" in capsys.readouterr().err
    assert set(Digest.objects.values_list("member__username", flat=True)) == {"nhung"}


def refuse_ngan(backend, letters, send):
    if letters[0].to == ["ngan@example.vn"]:
        raise Failing.failure
    return send(backend, letters)


class Killed(BaseException):
    """The machine dies: nothing that stands after runs."""


def test_a_crash_between_sends_no_second_mail_that_day_and_loses_nothing(readers, page, cast, monkeypatch):
    tell_of(page, cast.ngan, cast.nhung)

    def die(waiting, run, outcome):
        digests.letter(list(waiting)[0], None).send()
        raise Killed

    with monkeypatch.context() as broken, pytest.raises(Killed):
        broken.setattr(digests, "send_claimed", die)
        digests.send()
    assert len(sent()) == 1
    assert run() == []  # nobody can know who has hers
    at(monkeypatch, "2026-12-02")
    assert sorted(run()) == ["ngan", "nhung"]


def test_stopped_by_hand_the_rest_goes_out_the_same_day(readers, page, cast, failing):
    tell_of(page, cast.ngan, cast.nhung)
    failing.takes, failing.failure = 1, KeyboardInterrupt()
    with pytest.raises(KeyboardInterrupt):
        digests.send()
    first = sent()
    failing.takes = 9
    assert sorted(first + run()) == ["ngan", "nhung"]


def test_two_runs_beside_each_other_send_one(readers, page, cast, monkeypatch):
    tell_of(page, cast.ngan)
    claim = Digest.objects.bulk_create

    def overtaken(rows, **options):
        monkeypatch.setattr(Digest.objects, "bulk_create", claim)
        digests.send()  # the other one claims first
        return claim(rows, **options)

    monkeypatch.setattr(Digest.objects, "bulk_create", overtaken)
    digests.send()
    assert sent() == ["ngan"]


def test_two_hundred_people_take_few_queries(cast, page, monkeypatch, django_assert_max_num_queries, report):
    at(monkeypatch, "2026-12-01")
    many = scale.scaled(200, 2000)
    give_rights("vui", "Nhiều", [page.get_parent()], ["change_page"])
    group = cast.vui.groups.get()
    members = Member.objects.bulk_create([Member(username=f"m{n}", email=f"m{n}@example.vn") for n in range(many)])
    Member.groups.through.objects.bulk_create([Member.groups.through(member_id=member.pk, group_id=group.pk) for member in members])
    for key in range(3):
        tell_of(page, *members, key=str(key), by=cast.nhung)
    with django_assert_max_num_queries(2 + 4 * many // digests.BATCH) as asked:
        assert digests.send().sent == many
    report("Digests", f"{many} people", {"queries": len(asked)})
