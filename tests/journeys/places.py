"""Where the tests go: numbers and addresses of the demo, and what the demo does not have, made by `manage.py shell`."""

# 50 frames of MPEG-1 layer III with nothing in them: 1.3 seconds
SILENCE = (b"\xff\xfb\x90\x64" + bytes(413)) * 50
ADMINISTRATOR, PASSWORD = "quan-tri", "mat khau thu 2026"  # of a database that lives as long as the session

FIND = """
import json
from wagtail.images import get_image_model
from wagtail_localize.models import Translation
from learning.lessons.models import CoursePage
from home.news.models import NewsIndexPage
from members.models import Member
from pages.models import Topic
from tests.factories.files import make_document, make_picture
from tests.factories.learning import make_lesson
from tests.journeys import places

administrator = Member(username=places.ADMINISTRATOR, full_name="Lường Thị Quản", is_superuser=True)
administrator.set_password(places.PASSWORD)
administrator.save()
sound = make_document("audio", places.SILENCE, title="Bài đọc thử", minutes=1, transcript="Chào các chị.")
course = CoursePage.objects.get(locale__language_code="vi", slug="ma-qr-va-tai-lieu")
lesson = make_lesson(course, steps=2, audio=sound, title="Bài có tiếng đọc", narration=sound, transcript="Chào các chị.", picture=make_picture((320, 200)))
translation = Translation.objects.filter(target_locale__language_code="en", source__specific_content_type__model="lessonpage").first()
print(json.dumps({
    "lesson": lesson.pk,
    "lesson_address": lesson.address,
    "course": course.pk,
    "news": NewsIndexPage.objects.get(locale__language_code="vi").pk,
    "picture": get_image_model().objects.first().pk,
    "document": sound.pk,
    "document_address": sound.address,
    "topic": Topic.objects.filter(locale__language_code="vi").first().pk,
    "translated": translation.get_target_instance().pk,
    "source": translation.source_id,
    "member": Member.objects.get(username="bien-tap").pk,
}))
"""
