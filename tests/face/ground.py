"""What the demo lacks for looking at every page type in every language, added to a copy of it.

Called inside manage.py shell of the server that has the copy; prints the addresses of one page of each type, without
language, as JSON. Each of these pages is live in Vietnamese, English and one language of the mountains.
"""

import json
from importlib import import_module
from types import SimpleNamespace

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from wagtail.models import Locale, Page

from config.languages import BY_CODE
from home.guides.models import GuideIndexPage, GuidePage
from home.kits.models import MeetingKitIndexPage, MeetingKitPage
from home.models import HomePage, StandardPage
from home.news.models import NewsIndexPage, NewsPage
from home.stories.models import StoryIndexPage, StoryPage
from learning.lessons.models import CoursePage, LearningIndexPage, LessonPage
from learning.progress.models import Certificate
from learning.quizzes.models import QuizPage
from members.signin.backends import PIN_BACKEND
from pages.models import Picture, Topic
from tests.factories.content import items, picture_value, publish, stream
from tests.factories.files import make_document
from tests.factories.library import make_closed, make_library, make_reading
from tests.factories.public import make_standard

MOUNTAIN = "hmn"
STEPS = 10
TYPES = {
    "home": HomePage,
    "standard": StandardPage,
    "learning_index": LearningIndexPage,
    "course": CoursePage,
    "lesson": LessonPage,
    "news_index": NewsIndexPage,
    "news": NewsPage,
    "story_index": StoryIndexPage,
    "story": StoryPage,
    "guide_index": GuideIndexPage,
    "guide": GuidePage,
    "kit_index": MeetingKitIndexPage,
    "kit": MeetingKitPage,
    "quiz": QuizPage,
}
SOUND, SLIDES = b"ID3" + bytes(480_000), bytes(1_200_000)


def lay() -> None:
    narration = make_document("audio", SOUND, title="Nghe bài này")
    slides = make_document("slides", SLIDES, title="Trang chiếu cho buổi họp chi hội", transcript="Chào các chị.")
    chosen = {name: longest(model) for name, model in TYPES.items()}
    chosen["lesson"] = lesson_of_ten_steps(chosen["lesson"], narration, slides)
    chosen["blocks"] = make_standard(title="Mọi khối", picture=Picture.objects.first(), document=slides, narration=narration, transcript="Chào chị.")
    for page in chosen.values():
        for code in ("en", MOUNTAIN):
            translate(page, code)
    topic = Topic.objects.filter(locale__language_code="vi").first()
    library = make_library(SimpleNamespace(vi=chosen["home"]))
    for code in ("en", MOUNTAIN):
        translate(library, code)
    book = make_document(title="Sổ tay đọc trên máy", content=b"%PDF-1.4" + bytes(900_000), topic=topic, year=2026)
    make_reading(book, parts=6, pictures=9, cover=True)
    make_closed(title="Tài liệu cho hội viên", content=b"%PDF-1.4 kin")
    for code in ("en", MOUNTAIN):
        if not topic.has_translation(Locale.objects.get(language_code=code)):
            topic.copy_for_translation(Locale.objects.get(language_code=code)).save()
    paths = {name: page.path_below_home for name, page in chosen.items()}
    print(json.dumps({**paths, "topic": f"chu-de/{topic.slug}/", "latest": "moi-cho-nhom/", **documents(library, slides, book), **hers()}))


def documents(library, slides, book) -> dict[str, str]:
    return {
        "library": library.path_below_home,
        "document": slides.address.lstrip("/"),
        "document_text": f"{book.text_address}2/".lstrip("/"),
        "document_pictures": f"{book.address}trang/1/".lstrip("/"),
    }


def hers() -> dict[str, str]:
    """What only she sees who has a certificate and chairs her branch, and her session."""
    certificate = Certificate.objects.select_related("member").order_by("pk").first()
    member = certificate.member
    type(member).objects.filter(pk=member.pk).update(is_official=True)
    session = import_module(settings.SESSION_ENGINE).SessionStore()
    session.update({SESSION_KEY: str(member.pk), BACKEND_SESSION_KEY: PIN_BACKEND, HASH_SESSION_KEY: member.get_session_auth_hash()})
    session.save()
    return {
        "session": session.session_key,
        "sign_in": "dang-nhap/",
        "verify": f"chung-nhan/{certificate.code}/",
        "me": "toi/",
        "result": f"toi/ket-qua/{member.attempts.order_by('submitted').first().pk}/",
        "data": "toi/du-lieu/",
        "certificate": f"toi/giay-chung-nhan/{certificate.code}/",
        "desk": "chi-hoi/",
        "desk_member": f"chi-hoi/hoi-vien/{member.pk}/",
        "desk_invitations": "chi-hoi/loi-moi/",
        "desk_cards": "chi-hoi/the/",
        "members_library": "thu-vien/hoi-vien/",
    }


def longest(model):
    """The Vietnamese page with most in it, of those that English has too, if there are."""
    pages = model.objects.filter(locale__language_code="vi", live=True)
    english = model.objects.filter(locale__language_code="en", live=True).values("translation_key")
    return max(pages.filter(translation_key__in=english) or pages, key=lambda page: len(page.to_json()))


def lesson_of_ten_steps(lesson, narration, slides):
    """Ten steps, each with another picture and a sound."""
    pictures = Picture.objects.filter(title__startswith="step-")[:STEPS]
    if len(pictures) < STEPS:
        pictures = Picture.objects.order_by("pk")[:STEPS]
    text = "<p>Chị bấm giữ nút ở cạnh máy, đếm chậm đến ba rồi thả tay. Màn hình sáng lên là được.</p>"
    steps = [
        {"title": f"Làm việc thứ {number}", "text": text, "picture": picture_value(picture), "audio": narration.pk}
        for number, picture in enumerate(pictures, 1)
    ]
    lesson.learn = stream(*(("step", step) for step in steps), ("tip", text), ("warning", text), ("document", slides.pk))
    lesson.do_list = items("Em đã bật máy", "Em đã tắt máy", "Em đã chỉ cho một chị khác")
    lesson.related_documents = stream(("document", slides.pk))
    lesson.narration, lesson.transcript = narration, "Chào chị. Hôm nay mình cùng bật máy."
    return publish(lesson)


def translate(page, code: str) -> None:
    """Live in that language, in whatever words: a translation of the demo, or a copy."""
    locale = Locale.objects.get(language_code=code)
    copy = page.get_translation_or_none(locale) or page.copy_for_translation(locale, copy_parents=True)
    for above in (*copy.get_ancestors().filter(depth__gt=1, live=False), copy):
        if not above.live:
            Page.objects.filter(pk=above.pk).update(live=True, has_unpublished_changes=False)
    assert copy.url_path.split("/", 2)[2] == page.path_below_home, BY_CODE[code]
