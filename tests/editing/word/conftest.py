from types import SimpleNamespace

import pytest

from editing.word.places import place_at
from tests import factories


@pytest.fixture
def places(tree, cast):
    """Where Ngan, the editor, may add: by the kind of page."""
    course = factories.make_course()
    parents = {"lesson": ("lessons.lessonpage", course), "news": ("news.newspage", tree.news)}
    parents |= {"story": ("stories.storypage", tree.stories), "guide": ("guides.guidepage", tree.guides)}
    return SimpleNamespace(**{kind: place_at(cast.ngan, f"{label}:{parent.pk}") for kind, (label, parent) in parents.items()})
