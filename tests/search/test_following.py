"""The index follows what editors do, by whatever road."""

import io

import openpyxl
import pytest
from django.urls import reverse

from search.entries import Entry
from search.vocabulary import Word
from tests import factories
from tests.search.corpus import found

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]


@pytest.fixture
def news(tree):
    return factories.make_news(title="Hội thi dệt thổ cẩm", summary="Chị em thi dệt.", body="[]")


def known(word: str) -> int:
    return Word.objects.filter(word=word).values_list("things", flat=True).first() or 0


def test_published_page_is_found(news):
    assert found("tho cam") == ["Hội thi dệt thổ cẩm"]
    assert known("det") == 1


def test_published_change_is_found_and_the_old_words_no_more(news):
    news.title = "Hội thi nấu ăn"
    news.save_revision()
    assert found("tho cam") == ["Hội thi dệt thổ cẩm"]  # a draft
    factories.publish(news)
    assert (found("nau an"), found("tho cam")) == (["Hội thi nấu ăn"], [])
    assert (known("nau"), known("cam")) == (1, 0)


def test_unpublished_page_is_gone_and_comes_back(news):
    news.unpublish()
    assert found("tho cam") == []
    assert (known("det"), Entry.objects.filter(page=news).count()) == (0, 0)
    factories.publish(news)
    assert found("tho cam") == ["Hội thi dệt thổ cẩm"]


def test_deleted_page_is_gone(news):
    news.delete()
    assert found("tho cam") == []
    assert known("det") == 0


def test_pages_below_a_deleted_one_are_gone(tree):
    course = factories.make_course(title="Khóa dệt lụa")
    factories.make_lesson(course, title="Bài dệt lụa")
    course.delete()
    assert found("det lua") == []


def test_moved_page_is_found_at_its_new_place(news, tree, client):
    factories.make_lesson(title="Bài quay clip")
    lesson = Entry.objects.get(title="Bài quay clip").page.specific
    lesson.move(factories.make_course(slug="khoa-moi"), pos="last-child")
    entry = Entry.objects.with_addresses().get(title="Bài quay clip")
    assert entry.address.startswith("/hoc/khoa-moi/")
    assert client.get(entry.address).status_code == 200


def test_translation_is_found_in_its_language_once_it_is_live(news):
    translated = factories.translate(news, "fr", {"Hội thi dệt thổ cẩm": "Concours de tissage"}, live=False)
    assert found("tissage", "fr") == []
    translated.latest_revision.publish()
    assert found("tissage", "fr") == ["Concours de tissage"]
    assert found("tissage", "vi") == []


def test_page_published_from_the_editor_is_found(tree, editor):
    news = factories.make_news(title="Phiên chợ mận", live=False)
    news.get_latest_revision().publish()
    assert found("cho man") == ["Phiên chợ mận"]


def test_body_is_found_and_questions_of_a_quiz_are_not(tree):
    from tests.factories.quizzes import make_quiz

    lesson = factories.make_lesson(title="Chụp ảnh")
    assert found("ong cua so") == [] and found("gan cua so") == ["Chụp ảnh"]
    make_quiz(title="Đố vui", kinds=("single", "text"))
    assert found("do vui") == ["Đố vui"]
    assert lesson.pk


def test_publishing_the_same_again_changes_nothing(news, django_assert_max_num_queries):
    from search import index, of_pages

    with django_assert_max_num_queries(8):
        assert index.put(of_pages.entries([news])) == 0


def test_index_is_made_anew_by_command(news, tree):
    from django.core.management import call_command

    factories.make_document(title="Sổ tay dệt")
    Entry.objects.all().delete()
    assert found("det") == []
    call_command("index_search", verbosity=0)
    assert set(found("det")) == {"Hội thi dệt thổ cẩm", "Sổ tay dệt"}
    assert known("det") == 2


def test_command_drops_what_is_not_live_any_more(news, tree):
    from django.core.management import call_command

    type(news).objects.filter(pk=news.pk).update(live=False)
    call_command("index_search", verbosity=0)
    assert not Entry.objects.filter(page=news).exists()


# What was not found


def send(client, words: str, **headers):
    return client.post(reverse("missed_search"), {"q": words}, headers=headers or {"sec-fetch-site": "same-origin"})


def test_missed_searches_are_counted_a_day_without_a_person(client, tree):
    from search.models import MissedSearch

    for words in ("Phở bò", "pho bo", "PHỞ  BÒ"):
        send(client, words)
    assert list(MissedSearch.objects.values_list("words", "language", "times")) == [("pho bo", "vi", 3)]
    assert {field.name for field in MissedSearch._meta.fields} == {"id", "day", "language", "words", "times"}


@pytest.mark.parametrize("words", ["0912 345 678", "otp 123456", "mot hai ba " * 10, "", "!!!"])
def test_numbers_of_people_and_nonsense_are_not_kept(client, tree, words):
    from search.models import MissedSearch

    assert send(client, words).status_code == 204
    assert not MissedSearch.objects.exists()


def test_no_get_counts(client, tree):
    from search.models import MissedSearch

    client.get("/tim-kiem/", {"q": "pho bo"})
    assert client.get(reverse("missed_search")).status_code == 405
    assert not MissedSearch.objects.exists()


def test_table_of_missed_searches_stays_small(client, tree, monkeypatch):
    from search import missed
    from search.models import MissedSearch

    monkeypatch.setattr(missed, "MOST_A_DAY", 3)
    for word in ("mot", "hai", "ba", "bon", "nam", "mot"):
        send(client, word)
    assert dict(MissedSearch.objects.values_list("words", "times")) == {"mot": 2, "hai": 1, "ba": 1}


def test_editors_read_what_was_asked_at_least_three_times(client, tree, editor):
    for words, times in (("phở bò", 3), ("một mình em", 2)):
        for _ in range(times):
            send(client, words)
    text = editor.get(reverse("missed_searches")).content.decode()
    assert "pho bo" in text and "mot minh em" not in text
    assert client.get(reverse("missed_searches")).status_code == 302
    sheet = openpyxl.load_workbook(io.BytesIO(b"".join(editor.get(reverse("missed_searches"), {"export": "xlsx"}).streaming_content))).active
    assert [row[:3] for row in sheet.iter_rows(min_row=2, values_only=True)] == [("pho bo", "Tiếng Việt", 3)]
    assert "pho bo" not in editor.get(reverse("missed_searches"), {"language": "en"}).content.decode()
