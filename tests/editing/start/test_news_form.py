"""A news item written on a phone: nothing typed and no photo is lost, one page comes of it, and nobody is let round a rule."""

import io
import re
import uuid
from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from PIL import Image
from wagtail.models import Page

from editing.start.models import WaitingPhoto, Writing
from editing.start.short.keeping import keep_draft
from home.news.models import NewsIndexPage, NewsPage
from home.news.short_form import NewsShortForm
from members.models import Unit
from pages.models import Picture
from tests import factories
from tests.cast import client_of
from tests.editing.start import ground
from tests.factories.forms import save

pytestmark = pytest.mark.django_db

ADDRESS = "/cms/viet/tin/"
TYPED = {"title": "Chị em bản Nà Mạc học quét mã", "what": "Ba mươi chị đến.\n\nChị nào cũng quét được.", "date": "2026-11-29", "written_by": "Chị Xuân"}


def photo(name="IMG_1.jpg", size=(64, 48), **options) -> SimpleUploadedFile:
    made = io.BytesIO()
    Image.new("RGB", size, "teal").save(made, options.pop("format", "JPEG"), **options)
    return SimpleUploadedFile(name, made.getvalue(), "image/jpeg")


@pytest.fixture
def xuan(tree, cast):
    return ground.commune_editor(tree)


@pytest.fixture
def phone(xuan):
    return client_of(xuan)


def sent(client, press="draft", address=ADDRESS, token=None, **more):
    """What the browser sends; the answer."""
    return client.post(address, {"token": token or str(uuid.uuid4()), "press": press, **TYPED, **more})


def made() -> NewsPage:
    return NewsPage.objects.get().get_latest_revision_as_object()


def photos_in(html: str) -> list[str]:
    return re.findall(r'name="photo" value="([^"]*)"', html)


def test_draft_is_a_proper_page_of_hers(phone, xuan, tree):
    answer = sent(phone, place=xuan.unit.pk)
    page = made()
    assert answer.status_code == 302 and answer.url == reverse("short_edit", args=["tin", page.pk])
    assert (page.title, page.owner, page.get_parent().pk) == (TYPED["title"], xuan, tree.news.pk)
    assert (page.slug, page.place, str(page.date), page.live) == ("chi-em-ban-na-mac-hoc-quet-ma", xuan.unit, "2026-11-29", False)
    assert [block.value.source for block in page.body] == ["<p>Ba mươi chị đến.</p><p>Chị nào cũng quét được.</p>"]
    assert page.summary.startswith("Ba mươi chị đến.")
    assert phone.get(page.full_url).status_code == 404


@pytest.mark.postgres
def test_sent_and_approved_it_is_public(phone, xuan, tree, client):
    sent(phone, "send", place=xuan.unit.pk)
    page = NewsPage.objects.get()
    assert page.workflow_in_progress and page.current_workflow_state.requested_by == xuan
    approving = client_of(ground.moderator(tree))
    state = page.current_workflow_task_state
    assert approving.post(reverse("short_approve", args=[state.pk]), {"action": "approve", "revision": state.revision_id}).status_code == 302
    page.refresh_from_db()
    assert page.live
    assert "Ba mươi chị đến." in client.get(page.url).content.decode()


def test_written_words_are_words_not_code(phone):
    sent(phone, what="<script>alert(1)</script> & <b>đậm</b>")
    assert made().body[0].value.source == "<p>&lt;script&gt;alert(1)&lt;/script&gt; &amp; &lt;b&gt;đậm&lt;/b&gt;</p>"
    again = phone.get(reverse("short_edit", args=["tin", made().pk])).content.decode()
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; &lt;b&gt;đậm&lt;/b&gt;</textarea>" in again


def test_what_is_missing_is_named_and_nothing_is_lost(phone):
    token = str(uuid.uuid4())
    answer = sent(phone, "send", token=token, title="", what="Đã gõ rồi", photos=[photo()], written_by="")
    html = answer.content.decode()
    assert answer.status_code == 422 and not NewsPage.objects.exists()
    assert 'href="#id_title"' in html and 'href="#id_written_by"' in html
    assert "Đã gõ rồi</textarea>" in html
    [key] = photos_in(html)
    assert phone.get(reverse("short_photo", args=[int(key[1:])])).headers["Content-Type"] == "image/jpeg"
    assert sent(phone, "send", token=token, photo=[key], **{f"alt-{key}": "Các chị quét mã"}).status_code == 302
    assert (made().cover_alt, Picture.objects.get().description) == ("Các chị quét mã", "Các chị quét mã")


def test_draft_needs_a_title_only(phone):
    assert sent(phone, what="", date="", written_by="").status_code == 302
    assert made().title == TYPED["title"]
    assert sent(phone, title="  ").status_code == 422


def test_photos_must_be_described_before_it_is_sent(phone):
    answer = sent(phone, "send", photos=[photo("a.jpg"), photo("b.jpg")])
    assert answer.status_code == 422 and len(photos_in(answer.content.decode())) == 2
    assert not Picture.objects.exists(), "nothing is in the library before the page is kept"
    assert sent(phone, "draft", photos=[photo("a.jpg")]).status_code == 302


def test_first_photo_is_the_cover_and_the_others_stand_below(phone, xuan):
    token = str(uuid.uuid4())
    keys = photos_in(sent(phone, "photos", token=token, photos=[photo("a.jpg"), photo("b.jpg"), photo("c.jpg")]).content.decode())
    alts = {f"alt-{key}": f"Ảnh {number}" for number, key in enumerate(keys)}
    sent(phone, token=token, photo=keys, drop=[keys[1]], **alts)
    page = made()
    assert page.cover_alt == "Ảnh 0"
    assert [block.value["picture"].contextual_alt_text for block in page.body if block.block_type == "picture"] == ["Ảnh 2"]
    assert {(picture.collection.name, picture.uploaded_by_user) for picture in Picture.objects.all()} == {("Gia Phù", xuan)}


def test_photo_is_upright_small_and_says_nothing_of_its_phone(phone):
    exif = Image.Exif()
    exif[0x0112], exif[0x010F] = 6, "Máy của chị"  # turned by 90 degrees; the make
    sent(phone, photos=[photo("to.jpg", (3000, 1500), exif=exif)])
    picture = Picture.objects.get()
    assert (picture.width, picture.height) == (1200, 2400)
    with Image.open(picture.file) as image:
        assert not image.getexif()


def test_heic_of_an_iphone_is_taken(phone):
    sent(phone, photos=[photo("IMG_1.HEIC", format="HEIF")])
    assert Picture.objects.get().file.name.endswith(".jpg")


def test_photo_that_cannot_be_taken_is_named_and_the_others_stay(phone, settings):
    settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE = 20_000
    heavy = SimpleUploadedFile("nang.jpg", photo().read() + b"0" * 30_000, "image/jpeg")
    answer = sent(phone, photos=[photo("nhe.jpg"), heavy, SimpleUploadedFile("hong.jpg", b"khong phai anh", "image/jpeg")])
    html = answer.content.decode()
    assert answer.status_code == 422 and len(photos_in(html)) == 1
    told = html.partition('class="problems"')[2].partition("</div>")[0]
    assert "nang.jpg" in told and "hong.jpg" in told
    assert "19" in told and ("29" in told or "30" in told), "how heavy it is and how heavy it may be"
    assert not NewsPage.objects.exists()


def test_six_photos_at_most(phone):
    answer = sent(phone, "photos", photos=[photo(f"{n}.jpg") for n in range(7)])
    assert len(photos_in(answer.content.decode())) == 6 and 'class="problems"' in answer.content.decode()


@pytest.mark.postgres
def test_pressed_twice_it_is_one_page(phone):
    token = str(uuid.uuid4())
    first, second = (sent(phone, "send", token=token) for _ in range(2))
    assert first.url == second.url == reverse("short_edit", args=["tin", NewsPage.objects.get().pk])
    assert NewsPage.objects.count() == 1


def test_back_button_changes_the_page_that_was_made(phone):
    token = str(uuid.uuid4())
    [key] = photos_in(sent(phone, "photos", token=token, photos=[photo()]).content.decode())
    alt = {f"alt-{key}": "Các chị"}
    sent(phone, token=token, photo=[key], **alt)
    sent(phone, token=token, photo=[key], **alt, title="Sửa sau khi bấm quay lại")
    assert (made().title, made().cover_id) == ("Sửa sau khi bấm quay lại", Picture.objects.get().pk)


@pytest.mark.postgres
def test_edited_again_until_it_is_published(phone, xuan):
    sent(phone, more="Đã bán được.", place=xuan.unit.pk, photos=[photo()])
    page = made()
    address = reverse("short_edit", args=["tin", page.pk])
    html = phone.get(address).content.decode()
    assert "Đã bán được.</textarea>" in html and photos_in(html) == [f"p{page.cover_id}"]
    key = photos_in(html)[0]
    token = re.search(r'name="token" value="([^"]*)"', html)[1]
    assert sent(phone, address=address, token=token, photo=[key], **{f"alt-{key}": "Ảnh cũ"}, more="Đã bán hết.").status_code == 302
    assert [block.value.source for block in made().body if block.block_type == "text"][1] == "<p>Đã bán hết.</p>"
    assert made().cover_alt == "Ảnh cũ" and Picture.objects.count() == 1
    factories.publish(made())
    assert phone.get(address).url == reverse("wagtailadmin_pages:edit", args=[page.pk])


def test_opened_and_saved_in_the_large_editor_it_is_still_held(phone, xuan):
    sent(phone, photos=[photo()], more="“Em” bảo: \"5 < 6\" & 'đúng'\nxuống dòng")
    assert save(phone, made()).status_code == 302
    assert phone.get(reverse("short_edit", args=["tin", made().pk])).status_code == 200


@pytest.mark.parametrize(
    "body",
    [
        [("text", "<p>Một</p>"), ("heading", "Đề mục")],
        [("text", "<p>Có chữ <b>đậm</b></p>")],
        [("text", "<p>Một</p>")] * 4,
        [("quote", {"text": "Em làm được.", "who": "Chị Lả", "source": "", "example": True})],
    ],
)
def test_what_the_form_cannot_hold_is_left_to_the_large_editor(phone, xuan, body):
    page = ground.draft_of(xuan, body=factories.stream(*body))
    address = reverse("short_edit", args=["tin", page.pk])
    assert phone.get(address).url == reverse("wagtailadmin_pages:edit", args=[page.pk])
    sent(phone, address=address)
    assert page.get_latest_revision_as_object().body.get_prep_value()[-1]["type"] == body[-1][0], "and not overwritten either"


def test_while_it_waits_it_is_locked_and_can_be_taken_back(phone, xuan):
    sent(phone, "send")
    page = NewsPage.objects.get()
    address = reverse("short_edit", args=["tin", page.pk])
    html = phone.get(address).content.decode()
    assert "<textarea" not in html and reverse("short_take_back", args=["tin", page.pk]) in html
    sent(phone, address=address, title="Sửa lén")
    assert made().title == TYPED["title"]
    phone.post(reverse("short_take_back", args=["tin", page.pk]))
    assert "<textarea" in phone.get(address).content.decode()


def test_returned_with_a_reason_she_sends_it_again(phone, tree):
    sent(phone, "send")
    page = NewsPage.objects.get()
    approving, state = client_of(ground.moderator(tree)), page.current_workflow_task_state
    approving.post(reverse("short_approve", args=[state.pk]), {"action": "reject", "comment": "Thêm ngày họp", "revision": state.revision_id})
    address = reverse("short_edit", args=["tin", page.pk])
    assert "Thêm ngày họp" in phone.get(address).content.decode()
    sent(phone, "send", address=address, what="Họp ngày 30.")
    page = NewsPage.objects.get()
    assert page.workflow_in_progress and page.current_workflow_task_state.pk != state.pk


def test_another_has_saved_meanwhile(phone, xuan, cast):
    sent(phone)
    page = made()
    address = reverse("short_edit", args=["tin", page.pk])
    old = re.search(r'name="revision" value="(\d+)"', phone.get(address).content.decode())[1]
    page.title = "Chị Ngân sửa"
    page.save_revision(user=cast.editor)
    answer = sent(phone, address=address, revision=old, title="Chị Xuân sửa")
    assert answer.status_code == 422 and 'value="Chị Xuân sửa"' in answer.content.decode() and made().title == "Chị Ngân sửa"
    new = re.search(r'name="revision" value="(\d+)"', answer.content.decode())[1]
    assert sent(phone, address=address, revision=new, title="Chị Xuân sửa").status_code == 302
    assert made().title == "Chị Xuân sửa"


@pytest.mark.postgres
def test_place_is_found_without_tones_and_without_script(phone, xuan):
    html = phone.get(ADDRESS).content.decode()
    assert f'name="place" value="{xuan.unit.pk}" checked' in html, "her own unit is chosen"
    found = sent(phone, "find", place_words="quynh nhai").content.decode()
    unit = Unit.objects.get(name="Quỳnh Nhai")
    assert f'name="place" value="{unit.pk}"' in found and TYPED["title"] in found
    sent(phone, place=unit.pk)
    assert made().place == unit
    assert "khong co" in sent(phone, "find", place_words="khong co noi nay").content.decode()


def test_of_several_places_to_write_she_is_asked(phone, tree, xuan):
    other = factories.place(tree.vi, NewsIndexPage(title="Tin của xã", slug="tin-cua-xa"))
    assert 'name="parent"' not in phone.get(ADDRESS).content.decode()
    ground.GroupPagePermission.objects.create(group=xuan.groups.get(), page=other, permission=ground.people.permission("wagtailcore.add_page"))
    assert 'name="parent"' in phone.get(ADDRESS).content.decode()
    sent(phone, parent=other.pk)
    assert made().get_parent().pk == other.pk
    assert f'value="{other.pk}" checked' in phone.get(ADDRESS).content.decode(), "next time the same one"


def test_a_place_that_is_not_hers_is_not_taken(phone, tree):
    other = factories.place(tree.vi, NewsIndexPage(title="Tin của xã khác", slug="tin-xa-khac"))
    sent(phone, parent=other.pk)
    assert made().get_parent().pk == tree.news.pk


@pytest.mark.parametrize("make", [ground.translator, ground.keeper, ground.officer])
def test_who_may_not_write_finds_no_form(tree, cast, make):
    client = client_of(make(tree))
    assert client.get(ADDRESS).status_code == sent(client).status_code == 404
    assert not NewsPage.objects.exists()


def test_strangers_are_sent_to_sign_in(client, enter, tree):
    for asking in (client, enter("lan")):
        assert asking.get(ADDRESS).status_code == sent(asking).status_code == 302
    assert not NewsPage.objects.exists()


def test_another_commune_finds_nothing_of_hers(phone, tree):
    token = str(uuid.uuid4())
    sent(phone, token=token, photos=[photo()])
    page, waiting = NewsPage.objects.get(), WaitingPhoto.objects.get()
    other = client_of(ground.make_staff("xakhac", page_rights=("add",), pages=(tree.news, tree.stories), library=ground.PICTURES))
    assert other.get(reverse("short_edit", args=["tin", page.pk])).status_code == 404
    assert sent(other, address=reverse("short_edit", args=["tin", page.pk]), title="Của người khác").status_code == 404
    assert other.post(reverse("short_take_back", args=["tin", page.pk])).status_code == 404
    assert other.get(reverse("short_photo", args=[waiting.pk])).status_code == 404
    assert sent(other, token=token).status_code == 404, "nor by the number of her form"
    sent(other, photo=[f"p{page.get_latest_revision_as_object().cover_id}", f"w{waiting.pk}"])
    assert NewsPage.objects.exclude(pk=page.pk).get().get_latest_revision_as_object().cover_id is None
    assert made_of(page).title == TYPED["title"]


def made_of(page):
    return page.get_latest_revision_as_object()


def test_get_writes_nothing(phone):
    phone.get(ADDRESS)
    assert not Writing.objects.exists() and not Page.objects.filter(title=TYPED["title"]).exists()


def test_store_that_fails_loses_nothing(phone, monkeypatch):
    def fail(*_args):
        raise OSError("full")

    monkeypatch.setattr(Picture, "store_file", fail)
    answer = sent(phone, photos=[photo()])
    assert answer.status_code == 422 and photos_in(answer.content.decode()) and not NewsPage.objects.exists()


@pytest.mark.postgres
def test_abandoned_photos_go_after_a_week(phone, django_capture_on_commit_callbacks):
    sent(phone, "photos", photos=[photo()])
    waiting = WaitingPhoto.objects.get()
    file = SimpleNamespace(storage=waiting.file.storage, name=waiting.file.name)
    call_command("tidy_short_forms")
    assert Writing.objects.exists() and file.storage.exists(file.name)
    Writing.objects.update(begun_at=timezone.now() - timedelta(days=8))
    call_command("tidy_short_forms")
    assert not Writing.objects.exists() and not file.storage.exists(file.name)


@pytest.mark.postgres
def test_two_presses_that_both_saw_no_page_make_one(xuan, tree):
    """Both past the first look: the row of the writing decides."""
    writing = Writing.objects.create(author=xuan, form="tin")
    form = NewsShortForm(TYPED)
    assert form.is_valid()
    kept = [keep_draft(kind=NewsShortForm, writing=writing, parent=tree.news, data=form.cleaned_data, shots=[], member=xuan) for _ in range(2)]
    assert NewsPage.objects.get().pk == kept[0][0].pk == kept[1][0].pk and [is_new for _page, is_new in kept] == [True, False]
