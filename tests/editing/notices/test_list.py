"""/cms/thong-bao/: the list, the bell, what marks as seen and what does not; her choices; what she may no longer see."""

import pytest
from bs4 import BeautifulSoup
from django.core.management import call_command
from django.urls import reverse
from wagtail.models import GroupPagePermission

from editing.notices.domain import latest_for, tell, unseen_for
from editing.notices.models import Notice, Refusal
from tests import factories
from tests.editing.notices.ground import at, send_in, state_of, told

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]
LIST = "/cms/thong-bao/"


def tell_of(page, *members, kind="returned", key="1", **more):
    tell(members, kind, title=page.title, address=reverse("wagtailadmin_pages:edit", args=[page.pk]), key=key, **more)


@pytest.fixture
def page(cast):
    return factories.make_news(live=False)


def test_the_list_holds_hers_only(enter, cast, page):
    tell_of(page, cast.ngan, words="Thiếu ảnh.")
    tell([cast.nhung], "to-moderate", title="Bài của chị Nhung", address="pages/1/", key="2")
    shown = enter("ngan").get(LIST).content.decode()
    assert page.title in shown and "Thiếu ảnh." in shown and "Bài của chị Nhung" not in shown


def test_looking_marks_nothing_and_opening_marks_one(enter, cast, page):
    for key in "12":
        tell_of(page, cast.ngan, key=key)
    client, notice = enter("ngan"), Notice.objects.first()
    client.get(LIST)
    assert unseen_for(cast.ngan) == 2
    assert client.get(f"{LIST}{notice.pk}/").status_code == 405
    answer = client.post(f"{LIST}{notice.pk}/")
    assert answer.headers["Location"] == reverse("wagtailadmin_pages:edit", args=[page.pk])
    assert unseen_for(cast.ngan) == 1


def test_all_at_once_are_marked_and_no_one_elses(enter, cast, page):
    tell_of(page, cast.ngan, cast.nhung)
    assert enter("ngan").get(f"{LIST}da-xem/").status_code == 405
    enter("ngan").post(f"{LIST}da-xem/")
    assert (unseen_for(cast.ngan), unseen_for(cast.nhung)) == (0, 1)


def test_anothers_notice_is_not_found(enter, cast, page):
    tell_of(page, cast.nhung)
    assert enter("ngan").post(f"{LIST}{Notice.objects.get().pk}/").status_code == 404
    assert unseen_for(cast.nhung) == 1


@pytest.mark.parametrize("who", ["lan", None])
def test_who_does_not_edit_does_not_get_in(enter, client, cast, who):
    for answer in [(enter(who) if who else client).get(LIST), (enter(who) if who else client).post(f"{LIST}da-xem/")]:
        assert answer.status_code in (302, 403)


def test_the_bell_counts(enter, cast, page):
    tell_of(page, cast.ngan)
    assert "(1)" in enter("ngan").get("/cms/account/").content.decode()
    Notice.objects.all().mark_seen()
    assert "(1)" not in enter("ngan").get("/cms/account/").content.decode()


def test_the_start_page_asks_once_and_gets_eight(cast, page, django_assert_num_queries):
    for number in range(10):
        tell_of(page, cast.ngan, key=str(number), by=cast.nhung)
    Notice.objects.filter(key="returned:9").mark_seen()
    with django_assert_num_queries(1):
        found = Notice.objects.for_start(cast.ngan)
        assert [notice.key for notice in found] == [f"returned:{number}" for number in range(8, 0, -1)]
        assert str(found[0].by) == "Phạm Hồng Nhung"
    assert len(latest_for(cast.ngan)) == 8


def test_what_was_deleted_is_told_to_nobody(cast, page):
    tell_of(page, cast.ngan)
    page.get_parent().get_children().get(pk=page.pk).delete()
    assert not Notice.objects.exists()


def test_rights_taken_she_hears_nothing_of_it_and_given_again_she_does(enter, cast, page):
    tell_of(page, cast.ngan)
    rights = list(GroupPagePermission.objects.filter(group__user=cast.ngan))
    GroupPagePermission.objects.filter(group__user=cast.ngan).delete()
    assert told(cast.ngan) == []
    assert Notice.objects.for_start(cast.ngan) == []
    assert enter("ngan").post(f"{LIST}{Notice.objects.get().pk}/").status_code == 404
    GroupPagePermission.objects.bulk_create(rights)
    assert told(cast.ngan) == [("returned", page.title)]


def test_rights_elsewhere_are_no_rights_here(cast, page, tree):
    tell_of(page, cast.yen)  # she has the English and the French pages
    assert told(cast.yen) == []
    english = factories.translate(page, "en")
    tell_of(english, cast.yen, key="2")
    assert [notice.page_id for notice in Notice.objects.shown_to(cast.yen)] == [english.pk]


def test_her_own_page_and_an_open_task_stay_hers(cast, page):
    GroupPagePermission.objects.all().delete()
    tell_of(page, cast.ngan)
    page.owner = cast.ngan
    page.save()
    assert len(told(cast.ngan)) == 1
    send_in(page, cast.ngan)
    assert told(cast.nhung) == [("to-moderate", page.title)]
    state_of(page).reject(user=cast.nhung)
    assert told(cast.nhung) == []


def test_documents_follow_their_collection(cast):
    document = factories.make_document(collection=factories.make_collection("Kín"))
    tell([cast.ngan, cast.lan], "review-due", title="Luật", address=reverse("wagtaildocs:edit", args=[document.pk]), key="1")
    assert Notice.objects.filter(document=document).count() == 2
    assert told(cast.ngan) == [("review-due", "Luật")]
    assert told(cast.lan) == []


def chosen(**unwanted) -> dict:
    """What the account's form sends, all ticked but these."""
    data = {f"notices-{way}": [kind for kind in Notice.Kind.values if kind not in unwanted.get(way, ())] for way in ("here", "mail")}
    return data | {"notices-digest": unwanted.get("digest", "daily")}


def account(client) -> dict:
    """The account's other fields, as the form shows them."""
    form = BeautifulSoup(client.get("/cms/account/").content, "html.parser").select_one("form[action*=account], main form")
    fields = {}
    for field in form.select("input[name], select[name]"):
        if field["name"].startswith("notices-") or field.get("type") in ("checkbox", "radio", "file", "submit") and not field.has_attr("checked"):
            continue
        option = field.select_one("option[selected]") if field.name == "select" else field
        fields[field["name"]] = option.get("value", "") if option else ""
    return fields


def test_each_chooses_by_kind_and_way(enter, cast, page):
    client = enter("ngan")
    answer = client.post("/cms/account/", account(client) | chosen(here=["returned"], mail=["published"]))
    assert answer.status_code == 302
    assert set(Refusal.objects.values_list("member__username", "way", "kind")) == {("ngan", "here", "returned"), ("ngan", "mail", "published")}
    tell_of(page, cast.ngan)
    tell_of(page, cast.ngan, kind="published")
    assert told(cast.ngan) == [("published", page.title)]
    client.post("/cms/account/", account(client) | chosen())
    assert len(told(cast.ngan)) == 2


def test_wagtails_own_preferences_are_gone(enter):
    assert "submitted_notifications" not in enter("nhung").get("/cms/account/").content.decode()


def test_old_ones_are_tidied(cast, page, monkeypatch):
    at(monkeypatch, "2026-01-01")
    tell_of(page, cast.ngan, key="nobody looked")
    at(monkeypatch, "2026-06-01")
    for key in ("seen", "unseen"):
        tell_of(page, cast.ngan, key=key)
    Notice.objects.filter(key="returned:seen").mark_seen()
    for day, left in (("2026-06-30", 3), ("2026-07-02", 1)):
        at(monkeypatch, day)
        call_command("tidy_notices")
        assert Notice.objects.count() == left
    assert Notice.objects.get().key == "returned:unseen"
