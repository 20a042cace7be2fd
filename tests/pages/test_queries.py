"""Whatever a page shows, it asks the database the same few questions: at most twelve."""

import json
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from home.guides.models import GuidePage
from home.kits.models import MeetingKitPage
from home.models import StandardPage
from home.news.models import NewsPage
from home.sections.models import SectionPage
from home.stories.models import StoryPage
from learning.lessons.models import CoursePage, LessonPage
from learning.quizzes.freezing import freeze
from learning.quizzes.models import QuizPage
from members.models import Unit
from pages.models import Topic
from tests import factories
from tests.factories import items, link_to, picture_value, stream
from tests.factories.content import numbers
from tests.factories.quick import quickly, twin
from tests.factories.quizzes import make_questions, option, question, rows

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]

MOST = 12
MANY = 30


class Things:
    """What pages refer to, made once a test."""

    def __init__(self, tree):
        self.tree = tree
        self.pictures = [factories.make_picture() for _ in range(2)]
        self.topic = factories.make_topic()
        self.unit = Unit.objects.get(kind="commune", code="03922")
        self.document = factories.make_document()
        self.sound = factories.make_document("audio", content=b"ID3")

    def common(self, many: int = 1) -> dict:
        """Fields that every page has, all of them filled."""
        number = next(numbers)
        return {
            "title": f"Trang {number}",
            "slug": f"trang-{number}",
            "summary": "Làm được ngay.",
            "cover": self.pictures[0],
            "share_picture": self.pictures[1],
            "narration": self.sound,
            "topic": self.topic,
            "related_documents": stream(*[("document", self.document.pk)] * many),
        }

    def card(self, model, parent, **fields):
        """A page for a list to show, in Vietnamese and in English."""
        page = quickly(parent, model(**{**self.common(), "related_documents": "[]", **self.own(model), **fields}))
        twin(page, "en")
        return page

    def own(self, model) -> dict:
        more = {"place": self.unit} if hasattr(model, "place") else {}
        return more | ({"people": "Chị Lả"} if model is StoryPage else {})

    def linked(self, many: int) -> list[str]:
        """Paragraphs, each with a link to another page, that exists in English too, and to a document."""
        paragraphs = []
        for _ in range(many):
            target = self.card(StandardPage, self.tree.vi)
            paragraphs.append(f'<p>{link_to(target)} <a linktype="document" id="{self.document.pk}">tờ rơi</a></p>')
        return paragraphs

    def picture(self, number: int) -> dict:
        return picture_value(self.pictures[number % 2])

    def body(self, many: int) -> str:
        blocks = []
        for number, text in enumerate(self.linked(many)):
            blocks += [
                ("text", text),
                ("tip", text),
                ("picture", {"picture": self.picture(number), "caption": "Buổi học"}),
                ("document", self.document.pk),
                ("clip", self.sound.pk),
            ]
        return stream(*blocks)


def standard(things, many):
    return quickly(things.tree.vi, StandardPage(**things.common(many), body=things.body(many)))


def news(things, many):
    return quickly(things.tree.news, NewsPage(**things.common(many), place=things.unit, date=date(2026, 11, 1), body=things.body(many)))


def story(things, many):
    guide = things.card(GuidePage, things.tree.guides)
    photos = stream(*(("photo", {"picture": things.picture(number), "caption": "Chị"}) for number in range(many)))
    page = StoryPage(**things.common(many), people="Chị Lả", place=things.unit, action="".join(things.linked(many)), photos=photos, guide=guide)
    return quickly(things.tree.stories, page)


def guide(things, many):
    stories = [things.card(StoryPage, things.tree.stories) for _ in range(many)]
    texts = things.linked(many)
    steps = stream(*(("step", {"title": "Bước", "text": text, "picture": things.picture(number), "days": 2}) for number, text in enumerate(texts)))
    costs = stream(*[("cost", {"item": "Túi", "quantity": "2", "unit": "kg", "unit_price": 1000})] * many)
    page = GuidePage(
        **things.common(many), steps=steps, costs=costs, check_list=items(*["Đã họp"] * many), stories=stream(*(("story", each.pk) for each in stories))
    )
    return quickly(things.tree.guides, page)


def course(things, many):
    page = quickly(things.tree.learning, CoursePage(**things.common(many), outcomes=items(*["Chụp được ảnh"] * many)))
    things.card(QuizPage, page)
    for _ in range(many):
        things.card(LessonPage, page)
    return page


def lesson(things, many):
    """In a course of as many lessons."""
    steps = [
        ("step", {"title": "Bước", "text": text, "picture": things.picture(number), "audio": things.sound.pk})
        for number, text in enumerate(things.linked(many))
    ]
    other = things.card(LessonPage, course(things, 1))
    page = LessonPage(**things.common(many), learn=stream(*steps), do_list=items(*["Đã chụp"] * many), next_lesson=other)
    quickly(course(things, many), page)
    things.card(QuizPage, page)
    return page


def quiz(things, many):
    """Of every kind, and as many more with pictures and sound on every option."""
    raw = make_questions("single", "several", "truefalse", "matching", "ordering", "number", "text")
    for number in range(many):
        seen = {"picture": things.picture(number), "audio": things.sound.pk}
        raw.append(question("single", f"Câu {number}", **seen, options=rows(option("Đúng", right=True) | seen, option("Sai") | seen)))
    page = quickly(lesson(things, 1), QuizPage(**things.common(many), questions=json.dumps(raw)))
    for each in (page, twin(page, "en")):
        freeze(each)
    return page


def learning_index(things, many):
    for _ in range(many):
        twin(course(things, 1), "en")
    return things.tree.learning


def index_of(name, model):
    def make(things, many):
        index = getattr(things.tree, name)
        for _ in range(many):
            things.card(model, index)
        return index

    make.__name__ = f"{name}_index"
    return make


def home(things, many):
    lessons = [things.card(LessonPage, course(things, 1)) for _ in range(min(many, 3))]
    weeks = [("week", {"from_date": f"2026-01-{day:02}", "lesson": lessons[day % len(lessons)].pk}) for day in range(1, many + 1)]
    for _ in range(many):
        things.card(NewsPage, things.tree.news)
    for number in range(many - 1):
        topic = Topic.objects.create(name=f"Việc {number}", slug=f"viec-{number}", locale=things.tree.vi.locale)
        things.card(StandardPage, things.tree.vi, topic=topic)
    page = things.tree.vi
    for name, value in things.common(many).items():
        if name not in {"title", "slug"}:
            setattr(page, name, value)
    page.hero_story, page.banner_link, page.banner_title = things.card(StoryPage, things.tree.stories), things.tree.learning, "Phong trào"
    page.weekly_lessons, page.chosen_lessons = stream(*weeks), stream(*(("lesson", each.pk) for each in lessons))
    page.save()
    hmong = twin(page, "hmn")  # shows what there is in its language
    for _ in range(many):
        quickly(hmong, StandardPage(**things.common()))
    return {code: twin(page, code).address for code in ("vi", "en", "hmn")}


def kit(things, many):
    """Its month, lesson, quiz, documents, and so many steps, messages and pictures."""
    steps = stream(*[("step", {"minutes": 1, "do": "Mở máy", "say": "Mời các chị."})] * many)
    message = {"text": "Họp chi hội nhé.", "leads_to": "lesson"}
    messages = stream(*(("message", {**message, "picture": things.picture(number)}) for number in range(many)))
    pictures = stream(*(("picture", things.picture(number)) for number in range(many)))
    page = things.card(LessonPage, course(things, 1))
    fields = {"lesson": page, "quiz": things.card(QuizPage, page), "script30": steps, "script60": steps, "ready_messages": messages, "pictures": pictures}
    return quickly(factories.make_kits(), MeetingKitPage(**things.common(many), month=date(2026, 11, 1), **fields))


def kit_index(things, many):
    index = factories.make_kits()
    twin(index, "en")
    for number in range(many):
        things.card(MeetingKitPage, index, month=date(2026, 1, 1 + number))
    return index


def latest(things, many):
    for _ in range(many):
        things.card(NewsPage, things.tree.news)
    return {"vi": "/moi-cho-nhom/", "en": "/en/moi-cho-nhom/"}


def latest_feed(things, many):
    return {code: f"{address}rss/" for code, address in latest(things, many).items()}


def topic_feed(things, many):
    return {code: f"{address}rss/" for code, address in topic(things, many).items()}


def topic(things, many):
    english = Topic.objects.create(name="Topic", slug=things.topic.slug, locale=things.tree.en.locale, translation_key=things.topic.translation_key)
    for _ in range(many):
        for model, parent in ((NewsPage, things.tree.news), (StandardPage, things.tree.vi), (GuidePage, things.tree.guides)):
            things.card(model, parent)
    return {"vi": f"/chu-de/{english.slug}/", "en": f"/en/chu-de/{english.slug}/"}


def document(things, many):
    address = things.document.address
    things.document.topic = things.topic
    things.document.transcript = "Lời đọc. " * many
    things.document.save()
    codes = ["en", "fr", "hmn", "blt", "mtq", "ium", "tyz", "nut"]
    for number in range(many):
        factories.make_document(work_key=things.document.work_key, language_code=codes[number % len(codes)])
    factories.make_reading(things.document, parts=many)
    return {"vi": address, "en": f"{address}doc/"}


def section(things, many):
    page = SectionPage.objects.filter(locale=things.tree.vi.locale).first() or quickly(things.tree.vi, SectionPage(**things.common(many), unit=things.unit))
    for _ in range(many):
        for model in (NewsPage, StoryPage, GuidePage, CoursePage):
            things.card(model, page)
    return page


def library(things, many):
    page = factories.make_library(things.tree)
    twin(page, "en")
    for _ in range(many):
        factories.make_reading(factories.make_document(topic=things.topic))
    return page


KINDS = [
    home,
    standard,
    learning_index,
    course,
    lesson,
    quiz,
    index_of("news", NewsPage),
    news,
    index_of("stories", StoryPage),
    story,
    index_of("guides", GuidePage),
    guide,
    kit_index,
    kit,
    latest,
    latest_feed,
    topic,
    topic_feed,
    document,
    library,
    section,
]


def addresses(made) -> dict[str, str]:
    return made if isinstance(made, dict) else {"vi": made.address, "en": twin(made, "en").address}


def questions(client, address) -> list[str]:
    """The SQL of the second request: the first one learns addresses and content types for the whole process."""
    assert client.get(address).status_code == 200
    with CaptureQueriesContext(connection) as asked:
        assert client.get(address).status_code == 200
    return [query["sql"] for query in asked.captured_queries]


@pytest.mark.parametrize("make", KINDS, ids=lambda make: make.__name__)
def test_page_asks_at_most_twelve_questions_and_the_same_for_one_item_and_for_many(tree, client, make, report):
    asked = {}
    for many in (1, MANY):
        for code, address in addresses(make(Things(tree), many)).items():
            asked[code, many] = questions(client, address)
    report(
        "queries",
        make.__name__,
        {f"{code} {many}": len(asked[code, many]) for code, many in sorted(asked, key=lambda case: (case[0] == "hmn", case[0] == "en", case[1]))},
    )
    for code in {code for code, _ in asked}:
        one, many = asked[code, 1], asked[code, MANY]
        assert len(many) <= MOST, f"{code}:\n" + "\n".join(sql[:300] for sql in many)
        assert len(one) == len(many), f"{code}: {len(one)} with one item, {len(many)} with {MANY}:\n" + "\n".join(sql[:300] for sql in many)


def test_later_screen_of_a_list_asks_no_more_than_the_first(tree, client):
    index = index_of("news", NewsPage)(Things(tree), MANY)
    assert len(questions(client, f"{index.address}?trang=3")) == len(questions(client, index.address))
