"""Plain functions that make what a test needs, complete enough to be published."""

from tests.factories.content import items, link_to, picture_value, place, publish, stream
from tests.factories.files import make_document, make_picture, picture_bytes
from tests.factories.kits import make_kit, make_kits, make_script
from tests.factories.learning import make_course, make_lesson
from tests.factories.library import make_closed, make_collection, make_library, make_reading
from tests.factories.public import make_body, make_guide, make_news, make_standard, make_story
from tests.factories.quizzes import make_quiz, right_answers, wrong_answers
from tests.factories.sections import make_section
from tests.factories.topics import make_topic
from tests.factories.translations import begin_translation, translate, translate_strings
from tests.factories.tree import locale

__all__ = [
    "begin_translation",
    "items",
    "link_to",
    "locale",
    "make_body",
    "make_closed",
    "make_collection",
    "make_course",
    "make_document",
    "make_guide",
    "make_kit",
    "make_kits",
    "make_lesson",
    "make_library",
    "make_news",
    "make_picture",
    "make_quiz",
    "make_reading",
    "make_script",
    "make_section",
    "make_standard",
    "make_story",
    "make_topic",
    "picture_bytes",
    "picture_value",
    "place",
    "publish",
    "right_answers",
    "stream",
    "translate",
    "translate_strings",
    "wrong_answers",
]
