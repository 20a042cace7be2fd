"""Builds the demonstration's Vietnamese pages from their texts. What exists already is left as its editors made it."""

import datetime

from django.utils import timezone
from wagtail.models import Page

from home.demo import fields, quizzes, reading
from home.demo.gallery import Gallery
from home.demo.library import document_of
from home.demo.streams import Streams
from home.guides.models import GuideIndexPage, GuidePage
from home.kits.models import MeetingKitIndexPage, MeetingKitPage
from home.models import HomePage, StandardPage
from home.news.models import NewsIndexPage, NewsPage
from home.sections.models import SectionPage
from home.stories.models import StoryIndexPage, StoryPage
from learning.lessons.models import CoursePage, LearningIndexPage, LessonPage
from learning.library.models import LibraryPage
from learning.quizzes.models import QuizPage
from pages.models import Topic

COMMON = ("title", "summary", "share_text", "written_by", "checked_by", "checked_on", "review_on")
INDEXES = {
    "learning": LearningIndexPage,
    "stories": StoryIndexPage,
    "guides": GuideIndexPage,
    "kits": MeetingKitIndexPage,
    "news": NewsIndexPage,
    "library": LibraryPage,
}
QUIZ = "cau-hoi"  # the address of a quiz below its lesson or course


def wanted_pictures() -> set[str]:
    """Scenes that any Vietnamese text names."""
    found: set[str] = set()

    def walk(value):
        if isinstance(value, dict):
            found.update(value[key] for key in ("cover", "picture") if isinstance(value.get(key), str))
            for item in value.values():
                walk(item)
        elif isinstance(value, list):
            for item in value:
                walk(item)

    for file in sorted((reading.TEXTS / "vi").rglob("*.toml")):
        walk(reading.read("vi", str(file.relative_to(reading.TEXTS / "vi"))))
    return found


class Builder:
    def __init__(self, home: HomePage, gallery: Gallery):
        self.home, self.gallery = home, gallery
        self.texts: dict[int, str] = {}  # page id -> path of its text, for the translations
        self.topics: dict[str, Topic] = {}

    def build(self) -> None:
        """Topics and documents come first: pages name them."""
        self._indexes()
        for name in reading.names("standard"):
            self._page(StandardPage, self.home, f"standard/{name}.toml", name, fields.standard)
        self._courses()
        for name in reading.names("news"):
            self._page(NewsPage, self.indexes["news"], f"news/{name}.toml", name, fields.news)
        for name in reading.names("guides"):
            self._page(GuidePage, self.indexes["guides"], f"guides/{name}.toml", name, fields.guide)
        for name in reading.names("stories"):
            self._page(StoryPage, self.indexes["stories"], f"stories/{name}.toml", name, self._story)
        self._link_guides_to_stories()
        for name in reading.names("kits"):
            self._page(MeetingKitPage, self.indexes["kits"], f"kits/{name}.toml", name, self._kit)
        self._sections()
        self._home()

    # Pages

    def make_topics(self) -> None:
        for order, row in enumerate(reading.read("vi", "topics.toml")["topics"], 1):
            topic = Topic.objects.filter(slug=row["slug"], locale=self.home.locale).first()
            if topic is None:
                topic = Topic(locale=self.home.locale, name=row["name"], slug=row["slug"], summary=row["summary"], icon=row["icon"], order=order)
                topic.save()
                topic.save_revision().publish()
            self.topics[row["slug"]] = topic

    def _indexes(self) -> None:
        texts = reading.read("vi", "indexes.toml")
        self.indexes = {
            name: self._page(model, self.home, "indexes.toml", texts[name]["slug"], fields.index, text=texts[name]) for name, model in INDEXES.items()
        }

    def _courses(self) -> None:
        for course in reading.courses():
            page = self._page(CoursePage, self.indexes["learning"], f"courses/{course}/course.toml", course, fields.course)
            for lesson in reading.lessons(course):
                place = self._page(LessonPage, page, f"courses/{course}/{lesson}.toml", lesson.split("-", 1)[1], fields.lesson)
                self._quiz(place, f"quizzes/{course}/{lesson}.toml")
            self._quiz(page, f"quizzes/{course}/course.toml")

    def _sections(self) -> None:
        """Of units, each with its own news below it."""
        for name in reading.names("sections"):
            section = self._page(SectionPage, self.home, f"sections/{name}.toml", name, fields.section)
            for item in reading.names(f"sections/{name}"):
                self._page(NewsPage, section, f"sections/{name}/{item}.toml", item, fields.news)

    def _quiz(self, parent, path: str) -> None:
        if text := reading.page("vi", path):
            self._page(QuizPage, parent, path, QUIZ, quizzes.quiz, text)

    def _story(self, text, make: Streams) -> dict:
        guide = text.get("guide")
        return fields.story(text, make) | {"guide": GuidePage.objects.get(pk=self._at(guide).pk) if guide else None}

    def _kit(self, text, make: Streams) -> dict:
        lesson, quiz = LessonPage.objects.get(pk=self._at(text["lesson"]).pk), QuizPage.objects.get(pk=self._at(text["quiz"]).pk)
        return fields.kit(text, make) | {"lesson": lesson, "quiz": quiz}

    def _page(self, model, parent, path, slug, own_fields, text=None):
        """The page at this place, made from its text if it is not there yet."""
        existing = model.objects.child_of(parent).filter(slug=slug).first()
        if existing:
            self.texts[existing.pk] = path
            return existing
        text = text or reading.read("vi", path)
        make = Streams(self.gallery, f"{path}:{slug}")
        values = {name: text[name] for name in COMMON if name in text} | own_fields(text, make) | self._documents(text, make)
        page = model(slug=slug, locale=self.home.locale, topic=self.topics.get(text.get("topic")), **values)
        if cover := text.get("cover"):
            page.cover, page.cover_alt = self.gallery[cover], text.get("cover_alt") or self.gallery.alt(cover)
        parent.refresh_from_db()
        page.live = False
        parent.add_child(instance=page)
        page.save_revision().publish()
        self._age(page, text.get("date") or text.get("checked_on"))
        self.texts[page.pk] = path
        return page

    @staticmethod
    def _documents(text, make: Streams) -> dict:
        """Those that could be made: a machine without a voice has no narrations."""
        related = [document for name in text.get("documents", []) if (document := document_of(name))]
        narration = document_of(text["narration"]) if "narration" in text else None
        stream = make.stream([("document", document.pk) for document in related], "documents")
        return {"related_documents": stream, "narration": narration, "transcript": narration.transcript if narration else ""}

    @staticmethod
    def _age(page, day: datetime.date | None) -> None:
        """The day the text names, so that the site looks as after half a year of use."""
        if day:
            moment = timezone.make_aware(datetime.datetime.combine(day, datetime.time(8, 30)))
            Page.objects.filter(pk=page.pk).update(first_published_at=moment, last_published_at=moment)
            if isinstance(page, QuizPage):
                quizzes.age(page, page.locale.language_code, moment)

    def _home(self) -> None:
        text = reading.read("vi", "home.toml")
        home = self.home
        if home.summary:  # an editor may have cleared any of the rest
            self.texts[home.pk] = "home.toml"
            return
        make = Streams(self.gallery, "home")
        for name in ("title", "summary", "share_text", "banner_title", "banner_figure", "banner_text"):
            setattr(home, name, text.get(name, ""))
        home.cover, home.cover_alt = self.gallery[text["cover"]], self.gallery.alt(text["cover"])
        home.hero_story = StoryPage.objects.get(pk=self._at(text["hero_story"]).pk)
        home.banner_link = self._at(text["banner_link"])
        weeks = [("week", {"from_date": str(week["from_date"]), "lesson": self._at(week["lesson"]).pk}) for week in text["weekly_lessons"]]
        home.weekly_lessons = make.stream(weeks, "weeks")
        home.chosen_lessons = make.stream([("lesson", self._at(path).pk) for path in text["chosen_lessons"]], "chosen")
        home.save_revision().publish()
        self.texts[home.pk] = "home.toml"

    def _link_guides_to_stories(self) -> None:
        for name in reading.names("guides"):
            text = reading.read("vi", f"guides/{name}.toml")
            guide = GuidePage.objects.get(pk=self._at(f"mo-hinh/{name}").pk)
            if text.get("stories") and not guide.stories:
                make = Streams(self.gallery, f"guide stories {name}")
                guide.stories = make.stream([("story", self._at(path).pk) for path in text["stories"]], "stories")
                guide.save_revision().publish()
                self._age(guide, text.get("checked_on"))

    def _at(self, path: str) -> Page:
        return Page.objects.get(url_path=f"{self.home.url_path}{path}/")
