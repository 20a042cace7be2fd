"""Courses and lessons."""

from learning.lessons.models import CoursePage, LearningIndexPage, LessonPage
from tests.factories.content import items, link_to, numbered, picture_value, place, stream


def make_course(parent=None, live=True, **fields) -> CoursePage:
    parent = parent or LearningIndexPage.objects.get(locale__language_code="vi")
    fields = {"intro": "<p>Chị học từng bài, mỗi bài 15 phút.</p>", "outcomes": items("Tự chụp được ảnh hàng"), **fields}
    return place(parent, CoursePage(**numbered("Khóa học", fields)), live)


def make_lesson(course=None, steps: int = 3, picture=None, audio=None, link=None, live=True, **fields) -> LessonPage:
    """picture, audio and link (a page) are put on every step; a cover is given as cover=."""
    words = link_to(link) if link else "Làm chậm từng chút một."
    step = {"text": f"<p>{words}</p>", "picture": picture_value(picture), "audio": audio and audio.pk}
    fields = {
        "minutes": 10,
        "learn": stream(
            ("text", "<p>Ảnh rõ thì khách mới hỏi mua.</p>"),
            *(("step", {"title": f"Bước {number}", **step}) for number in range(1, steps + 1)),
            ("tip", "<p>Đứng gần cửa sổ.</p>"),
            ("warning", "<p>Không gửi mã OTP cho ai.</p>"),
        ),
        "do_task": "<p>Chị chụp ba tấm ảnh.</p>",
        "do_list": items("Em đã lau ống kính", "Em đã chụp ba tấm"),
        "share_message": "Em vừa học xong một bài, các chị cùng học nhé.",
        **fields,
    }
    return place(course or make_course(), LessonPage(**numbered("Bài", fields)), live)
