"""One live page of each type, with a cover, a picture and a link where the type takes them."""

from tests.factories.files import make_picture
from tests.factories.kits import make_kit, make_kits
from tests.factories.learning import make_course, make_lesson
from tests.factories.library import make_library
from tests.factories.public import make_guide, make_news, make_standard, make_story
from tests.factories.quizzes import make_quiz
from tests.factories.sections import make_section


def one_of_each(tree, picture=None, **fields) -> dict:
    """Name of the model to page. tree: of tests.factories.tree.find()."""
    picture = picture or make_picture((160, 100))
    fields = {"cover": picture, **fields}
    course = make_course(**fields)
    lesson = make_lesson(course, steps=2, picture=picture, **fields)
    pages = [
        tree.vi,
        make_standard(picture=picture, **fields),
        tree.learning,
        course,
        lesson,
        make_quiz(lesson, picture=picture, **fields),
        tree.news,
        make_news(picture=picture, **fields),
        tree.stories,
        make_story(picture=picture, **fields),
        tree.guides,
        make_guide(picture=picture, **fields),
        make_kits(),
        make_kit(picture=picture, lesson=lesson, **fields),
        make_library(tree),
        make_section(**fields),
    ]
    return {type(page).__name__: page for page in pages}
