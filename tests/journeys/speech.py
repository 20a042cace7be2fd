"""A lesson that is read aloud, which the demo does not have."""

MAKE = """
from tests.factories.files import make_document, make_picture
from tests.factories.learning import make_lesson
from learning.lessons.models import CoursePage
from tests.journeys.speech import SILENCE
sound = make_document("audio", SILENCE, title="Bài đọc thử", minutes=1)
course = CoursePage.objects.filter(locale__language_code="vi").first()
lesson = make_lesson(course, steps=2, audio=sound, title="Bài có tiếng đọc", narration=sound, picture=make_picture((320, 200)))
print(lesson.address)
"""
# 50 frames of MPEG-1 layer III with nothing in them: 1.3 seconds
SILENCE = (b"\xff\xfb\x90\x64" + bytes(413)) * 50
