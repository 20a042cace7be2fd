"""/cms/tu-word/: from the upload through the preview to one draft, and nothing lost on the way."""

import errno
import re
import time

import pytest
from django.core.files.storage import FileSystemStorage, default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.utils import timezone
from wagtail.models import GroupCollectionPermission, GroupPagePermission

from editing.word import domain
from editing.word.models import KEPT_DAYS, WordImport, WordPicture
from home.guides.models import GuidePage
from home.news.models import NewsPage
from learning.lessons.models import LessonPage
from pages.models import Picture
from tests import factories
from tests.factories import word
from tests.factories.forms import form_of

pytestmark = pytest.mark.django_db
START = "/cms/tu-word/"


def upload(content: bytes | None = None, name: str = "hop-chi-hoi.docx") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, word.plain_document() if content is None else content)


def bring(client, place, *files, **more):
    return client.post(START, {"place": place.key, "files": list(files), **more})


def choices(document: WordImport, **changes) -> dict[str, str]:
    """What the browser sends of the preview as it stands, with a description for each picture."""
    data = {"title": document.title, "summary": document.summary, "place": f"{document.page_type}:{document.parent_id}"}
    for number, part in enumerate(document.found):
        data[f"kind-{number}"] = part.kind
        if part.picture is not None:
            data[f"alt-{number}"] = part.alt or "Một chị trồng nấm"
    return data | changes


def make(client, document, **changes):
    return client.post(f"{START}{document.pk}/", choices(document, make="1", **changes))


@pytest.mark.postgres
def test_one_file_leads_through_the_preview_to_the_open_draft(places, editor, cast):
    answer = bring(editor, places.guide, upload(word.office_document(), "nấm rơm.docx"))
    document = WordImport.objects.get()
    assert answer.url == f"{START}{document.pk}/"
    html = editor.get(answer.url).content.decode()
    assert "Trồng nấm rơm tại nhà" in html and html.count('id="part-') == len(document.parts)
    assert re.search(r'value="costs" selected', html) and 'value="to:conditions" selected' in html
    answer = make(editor, document)
    page = GuidePage.objects.get(title="Trồng nấm rơm tại nhà")
    assert answer.url == f"/cms/pages/{page.pk}/edit/"
    assert not page.live and page.owner == cast.ngan and page.latest_revision.user == cast.ngan
    assert page.get_parent() == places.guide.parent.page_ptr and page.slug == "trong-nam-rom-tai-nha"
    draft = page.get_latest_revision_as_object()
    assert [step.value["title"] for step in draft.steps] == ["Ủ rơm", "Cấy giống"]
    assert draft.total == 1_500_000
    assert draft.cover.description == "Một chị rải giống nấm lên lớp rơm"
    assert editor.get(answer.url).status_code == 200
    assert editor.get(page.get_url() or "/mo-hinh/trong-nam-rom-tai-nha/").status_code == 404


def test_corrected_kinds_joins_and_words_are_what_the_draft_holds(places, editor):
    bring(editor, places.news, upload(word.plain_document("Chị em họp", "lúc 19 giờ.", "Mang sổ theo.", "Bỏ câu này.")))
    document = WordImport.objects.get()
    changes = {"kind-1": "text", "join-1": "on", "kind-2": "tip", "kind-3": "nothing", "title": "Họp tối mai", "summary": "Tối mai họp."}
    make(editor, document, **changes)
    draft = NewsPage.objects.get().get_latest_revision_as_object()
    assert (draft.title, draft.summary) == ("Họp tối mai", "Tối mai họp.")
    assert [(block.block_type, block.value.source) for block in draft.body] == [
        ("text", "<p>Chị em họp</p><p>lúc 19 giờ.</p>"),
        ("tip", "<p>Mang sổ theo.</p>"),
    ]


def test_pictures_join_the_library_with_the_words_that_were_asked_for(places, editor, cast):
    bring(editor, places.news, upload(word.plain_document(pictures=2)))
    document = WordImport.objects.get()
    numbers = [number for number, part in enumerate(document.found) if part.picture is not None]
    asked = editor.post(f"{START}{document.pk}/", choices(document, make="1", title="Tên khác", **{f"alt-{number}": "" for number in numbers}))
    html = asked.content.decode()
    assert asked.status_code == 422 and html.count("word-part--missing") == 2 and 'value="Tên khác"' in html
    assert not NewsPage.objects.exists() and not Picture.objects.exists()
    make(editor, document, **{f"alt-{numbers[0]}": "Chị em quây quần", f"alt-{numbers[1]}": "", f"decorative-{numbers[1]}": "on"})
    pictures = list(Picture.objects.order_by("pk"))
    assert [picture.description for picture in pictures] == ["Chị em quây quần", ""]
    assert {picture.uploaded_by_user for picture in pictures} == {cast.ngan}
    blocks = [block.value["picture"] for block in NewsPage.objects.get().get_latest_revision_as_object().body if block.block_type == "picture"]
    assert [(value.pk, value.contextual_alt_text, value.decorative) for value in blocks] == [
        (pictures[0].pk, "Chị em quây quần", False),
        (pictures[1].pk, "", True),
    ]
    assert not WordPicture.objects.exists()


def test_what_was_chosen_is_kept_when_she_comes_back(places, editor):
    bring(editor, places.news, upload(word.plain_document("Một.", "Hai.")))
    document = WordImport.objects.get()
    answer = editor.post(f"{START}{document.pk}/", choices(document, keep="1", **{"kind-1": "warning", "title": "Tên mới"}))
    assert answer.url == f"{START}{document.pk}/"
    html = editor.get(answer.url).content.decode()
    assert 'value="Tên mới"' in html and html.count('value="warning" selected') == 1
    assert f'href="{START}{document.pk}/"' in editor.get(START).content.decode()


def test_a_form_with_an_error_keeps_what_was_chosen(places, editor):
    bring(editor, places.news, upload(word.plain_document("Một.", "Hai.")))
    document = WordImport.objects.get()
    answer = make(editor, document, **{"title": " ", "kind-1": "tip"})
    assert answer.status_code == 422 and 'value="tip" selected' in answer.content.decode()
    document.refresh_from_db()
    assert [part.kind for part in document.found] == ["text", "tip"]


@pytest.mark.postgres
def test_pressed_twice_makes_one_page(places, editor):
    bring(editor, places.news, upload())
    document = WordImport.objects.get()
    first, second = make(editor, document), make(editor, document)
    page = NewsPage.objects.get()
    assert first.url == second.url == f"/cms/pages/{page.pk}/edit/"
    again = editor.post(f"{START}{document.pk}/tiep/")
    assert again.url == first.url and NewsPage.objects.count() == 1


@pytest.mark.postgres
def test_two_requests_that_both_come_to_the_page_make_one(places, editor, cast):
    """Each holds the document as it was before; the row in the database decides."""
    bring(editor, places.news, upload())
    first, second = WordImport.objects.get(), WordImport.objects.get()
    assert domain.make_page(first, cast.ngan)[0].pk == domain.make_page(second, cast.ngan)[0].pk == NewsPage.objects.get().pk


@pytest.mark.postgres
def test_second_press_waits_while_the_first_is_at_work(places, editor):
    bring(editor, places.news, upload())
    document = WordImport.objects.get()
    WordImport.objects.update(state="making", claimed_at=timezone.now())
    answer = editor.post(f"{START}{document.pk}/tiep/")
    assert answer.url == f"{START}{document.pk}/" and not NewsPage.objects.exists()
    assert "data-proceed" in editor.get(answer.url).content.decode()
    WordImport.objects.update(claimed_at=timezone.now() - timezone.timedelta(minutes=5))
    assert editor.post(f"{START}{document.pk}/tiep/").url == f"/cms/pages/{NewsPage.objects.get().pk}/edit/"


def test_many_pictures_are_made_some_seconds_a_request(places, editor, monkeypatch):
    monkeypatch.setattr("editing.word.views.PICTURE_SECONDS", 0)
    bring(editor, places.news, upload(word.plain_document(pictures=3)))
    document = WordImport.objects.get()
    answer, presses = make(editor, document), 1
    while answer.url == f"{START}{document.pk}/":
        answer, presses = editor.post(f"{START}{document.pk}/tiep/"), presses + 1
    assert presses == 3 and Picture.objects.count() == 3
    assert sum(block.block_type == "picture" for block in NewsPage.objects.get().get_latest_revision_as_object().body) == 3


def no_room(self, name, content):
    raise OSError(errno.ENOSPC, "No space left on device")


def test_a_store_that_fails_loses_nothing(places, editor, monkeypatch):
    bring(editor, places.news, upload(word.plain_document(pictures=1)))
    document = WordImport.objects.get()
    with monkeypatch.context() as disk:
        disk.setattr(FileSystemStorage, "_save", no_room)
        answer = make(editor, document)
    assert answer.status_code == 302 and not NewsPage.objects.exists() and not Picture.objects.exists()
    assert editor.post(f"{START}{document.pk}/tiep/").url == f"/cms/pages/{NewsPage.objects.get().pk}/edit/"


def test_several_files_each_have_a_line(places, editor):
    answer = bring(editor, places.news, upload(name="mot.docx"), upload(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "hai.doc"), upload(b"", "ba.docx"))
    assert answer.url == START
    assert sorted(WordImport.objects.values_list("name", "state", "problem")) == [
        ("ba.docx", "failed", "empty"),
        ("hai.doc", "failed", "doc"),
        ("mot.docx", "read", ""),
    ]
    html = editor.get(START).content.decode()
    assert all(name in html for name in ("mot.docx", "hai.doc", "ba.docx")) and html.count("word-problem") == 2


def test_pasted_html_and_plain_words_make_the_same_preview(places, editor):
    editor.post(START, {"place": places.news.key, "html": SimpleUploadedFile("dan.html", word.zalo_clipboard().encode()), "text": "bỏ qua"})
    pasted = WordImport.objects.get()
    assert [part.kind for part in pasted.found] == ["text", "list", "list", "text"] and pasted.title == "Thông báo họp chi hội"
    editor.post(START, {"place": places.news.key, "text": "THÔNG BÁO HỌP\r\n\r\nTối mai họp.\r\n- Mang sổ\r\n- Mang bút\r\nViệc\tAi\r\nNấu\tHoa"})
    typed = WordImport.objects.exclude(pk=pasted.pk).get()
    assert [part.kind for part in typed.found] == ["text", "list", "table"] and typed.found[2].rows == [["Việc", "Ai"], ["Nấu", "Hoa"]]


def test_nothing_chosen_is_said_and_what_was_typed_stays(places, editor):
    answer = editor.post(START, {"place": "news.newspage:999999", "text": "Chữ đã gõ"})
    assert answer.status_code == 422 and "Chữ đã gõ" in answer.content.decode()
    assert editor.post(START, {"place": places.news.key}).status_code == 422
    assert not WordImport.objects.exists()


def test_another_kind_of_page_guesses_anew_and_keeps_the_words(places, editor):
    bring(editor, places.news, upload(word.office_document()))
    document = WordImport.objects.get()
    answer = make(editor, document, place=places.guide.key, title="Nấm")
    assert answer.url == f"{START}{document.pk}/" and not NewsPage.objects.exists()
    document.refresh_from_db()
    assert document.page_type == "guides.guidepage" and document.title == "Nấm"
    assert "costs" in [part.kind for part in document.found] and "warning" not in [part.kind for part in document.found]


def test_place_named_in_the_address_is_chosen(places, editor):
    html = editor.get(f"{START}?noi={places.lesson.key}").content.decode()
    assert re.search(rf'<option value="{places.lesson.key}"\s+selected', html)


# Whose


def test_only_those_who_may_add_enter(places, enter, client):
    assert client.get(START).status_code == 302
    assert enter("yen").get(START).status_code in {200, 302, 403}  # the translator adds in her languages
    for who in ("lan", "hoa"):
        answer = enter(who).get(START)
        assert answer.status_code in {302, 403} and "tu-word" not in answer.headers.get("Location", "").split("next=")[0]


def test_document_is_its_owners_alone(places, editor, enter):
    bring(editor, places.news, upload(word.plain_document(pictures=1)))
    document = WordImport.objects.get()
    stranger = enter("nhung")
    assert stranger.get(START).status_code == 200 and str(document.pk) not in stranger.get(START).content.decode()
    for address in ("", "tiep/", "bo/"):
        assert stranger.post(f"{START}{document.pk}/{address}").status_code == 404
    assert stranger.get(f"{START}{document.pk}/").status_code == stranger.get(f"{START}{document.pk}/anh/0.jpg").status_code == 404
    answer = editor.get(f"{START}{document.pk}/anh/0.jpg")
    assert answer.status_code == 200 and b"".join(answer.streaming_content)[:2] == b"\xff\xd8"
    assert editor.get(f"{START}{document.pk}/anh/7.jpg").status_code == 404


@pytest.mark.parametrize("address", ["tiep/", "bo/"])
def test_deeds_want_a_post(places, editor, address):
    bring(editor, places.news, upload())
    assert editor.get(f"{START}{WordImport.objects.get().pk}/{address}").status_code == 405
    assert WordImport.objects.filter(state="read").exists()


def test_right_that_was_lost_since_is_asked_again(places, editor):
    """She now adds below one course only: the news item that she had begun waits for another place."""
    bring(editor, places.news, upload())
    document = WordImport.objects.get()
    WordImport.objects.update(state="making")
    GroupPagePermission.objects.filter(group__name="Biên tập").update(page=places.lesson.parent)
    assert editor.post(f"{START}{document.pk}/tiep/").url == f"{START}{document.pk}/"
    assert not NewsPage.objects.exists() and WordImport.objects.get().state == "read"
    assert make(editor, document).status_code == 422
    assert bring(editor, places.news, upload()).status_code == 422 and WordImport.objects.count() == 1
    assert make(editor, document, place=places.lesson.key).url == f"{START}{document.pk}/"


def test_without_a_right_to_add_pictures_the_words_come_alone(places, editor, cast):
    GroupCollectionPermission.objects.filter(permission__codename="add_image").delete()
    bring(editor, places.news, upload(word.plain_document(pictures=2)))
    document = WordImport.objects.get()
    assert document.left == [["rights", 2]] and [part.kind for part in document.found] == ["text"] and not document.pictures.exists()
    assert make(editor, document).status_code == 302 and NewsPage.objects.count() == 1


def test_right_to_add_pictures_that_was_lost_since_makes_the_page_without_them(places, editor):
    bring(editor, places.news, upload(word.plain_document(pictures=2)))
    GroupCollectionPermission.objects.filter(permission__codename="add_image").delete()
    make(editor, WordImport.objects.get())
    assert [block.block_type for block in NewsPage.objects.get().get_latest_revision_as_object().body] == ["text"] and not Picture.objects.exists()


def test_foreign_place_is_refused(places, enter, tree):
    translator = enter("yen")
    answer = translator.post(START, {"place": places.news.key, "files": [upload()]})
    assert answer.status_code == 302 and answer.url == "/cms/" and not WordImport.objects.exists()


def test_thrown_away_leaves_no_file(places, editor):
    bring(editor, places.news, upload(word.plain_document(pictures=1)))
    document = WordImport.objects.get()
    names = [name for picture in document.pictures.all() for name in (picture.file.name, picture.small.name)]
    assert all(default_storage.exists(name) for name in names)
    editor.post(f"{START}{document.pk}/bo/")
    assert not WordImport.objects.exists() and not any(default_storage.exists(name) for name in names)


@pytest.mark.postgres
def test_forgotten_after_two_weeks_and_not_before(places, editor, capsys):
    bring(editor, places.news, upload(name="cu.docx"))
    bring(editor, places.news, upload(name="moi.docx"))
    now = timezone.now()
    WordImport.objects.filter(name="cu.docx").update(made_at=now - timezone.timedelta(days=KEPT_DAYS, minutes=1))
    WordImport.objects.filter(name="moi.docx").update(made_at=now - timezone.timedelta(days=KEPT_DAYS, minutes=-1))
    call_command("tidy_word")
    assert list(WordImport.objects.values_list("name", flat=True)) == ["moi.docx"]


def test_offered_where_pages_are_added(places, editor):
    address = f"{START}?noi={places.lesson.key}"
    assert address in editor.get(f"/cms/pages/{places.lesson.parent.pk}/").content.decode().replace("&amp;", "&")
    course = places.lesson.parent
    assert address in editor.get(f"/cms/pages/{course.pk}/add_subpage/").content.decode()


@pytest.mark.parametrize("name", ["lessonpage", "newspage", "storypage", "guidepage"])
def test_pattern_is_offered_and_handed_out(places, editor, name):
    assert f"{START}mau/{name}.docx" in editor.get(START).content.decode()
    assert editor.get(f"{START}mau/{name}.docx").content[:2] == b"PK"
    assert editor.get(f"{START}mau/quizpage.docx").status_code == 404


def test_lesson_from_a_file_opens_in_the_editor_and_saves(places, editor):
    bring(editor, places.lesson, upload(word.office_document()))
    answer = make(editor, WordImport.objects.get())
    page = LessonPage.objects.get()
    saved = editor.post(answer.url, form_of(page.get_latest_revision_as_object()))
    assert saved.status_code == 302, saved.context["form"].errors


def seconds(deed) -> tuple[object, str]:
    began = time.monotonic()
    return deed(), f"{time.monotonic() - began:.2f}"


def test_ten_pages_from_the_upload_to_the_preview(places, editor, report):
    """Ten pages with six pictures of a telephone; three seconds are promised."""
    content = word.long_document(10, 6, (1600, 1200))
    answer, uploaded = seconds(lambda: bring(editor, places.news, upload(content)))
    page, seen = seconds(lambda: editor.get(answer.url))
    report("A DOCX of ten pages", "through the site", {"upload s": uploaded, "preview s": seen, "preview KB": len(page.content) // 1000})
    assert page.status_code == 200 and len(WordImport.objects.get().parts) > 60


@pytest.mark.parametrize("path", ["", "review"])
def test_queries_do_not_grow_with_places_and_parts(places, editor, path, django_assert_max_num_queries):
    bring(editor, places.lesson, upload(word.plain_document(*(f"Việc thứ {number}." for number in range(40)), pictures=2)))
    for _ in range(4):
        factories.make_course()
    address = f"{START}{WordImport.objects.get().pk}/" if path else START
    editor.get(address)
    with django_assert_max_num_queries(40):
        assert editor.get(address).status_code == 200
