"""Topics."""

from pages.models import Topic
from tests.factories.content import numbers
from tests.factories.tree import locale


def make_topic(code: str = "vi", **fields) -> Topic:
    fields = {"name": f"Chủ đề {next(numbers)}", "summary": "Việc chị em hay hỏi.", "icon": "phone", **fields}
    topic = Topic(locale=locale(code), **fields)
    topic.full_clean(exclude=["translation_key"])
    topic.save()
    return topic
