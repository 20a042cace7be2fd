"""Builds the demonstration's Vietnamese pages from their texts. What exists already is left as its editors made it."""

import datetime
import json
import uuid

from django.utils import timezone
from wagtail.models import Page

from home.demo import reading
from home.demo.gallery import Gallery
from home.guides.models import GuideIndexPage, GuidePage
from home.models import HomePage, StandardPage
from home.news.models import NewsIndexPage, NewsPage
from home.stories.models import StoryIndexPage, StoryPage
from learning.lessons.models import CoursePage, LearningIndexPage, LessonPage
from members.models import Unit
from pages.models import Topic

COMMON = ("title", "summary", "share_text", "written_by", "checked_by", "checked_on", "review_on")
INDEXES = {"learning": LearningIndexPage, "stories": StoryIndexPage, "guides": GuideIndexPage, "news": NewsIndexPage}
NAMESPACE = uuid.UUID("6f3b2a52-3c1e-4a5e-9a53-0d6f0a3b7c11")  # makes the same block ids on every machine


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
        self._topics()
        self._indexes()
        for name in reading.names("standard"):
            self._page(StandardPage, self.home, f"standard/{name}.toml", name, lambda text: {"body": self._body(text["body"])})
        self._courses()
        for name in reading.names("news"):
            self._page(NewsPage, self.indexes["news"], f"news/{name}.toml", name, self._news)
        for name in reading.names("guides"):
            self._page(GuidePage, self.indexes["guides"], f"guides/{name}.toml", name, self._guide)
        for name in reading.names("stories"):
            self._page(StoryPage, self.indexes["stories"], f"stories/{name}.toml", name, self._story)
        self._link_guides_to_stories()
        self._home()

    # Pages

    def _topics(self) -> None:
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
            name: self._page(model, self.home, "indexes.toml", texts[name]["slug"], lambda text: {"intro": reading.html(text["intro"])}, text=texts[name])
            for name, model in INDEXES.items()
        }

    def _courses(self) -> None:
        for course in reading.courses():
            page = self._page(
                CoursePage,
                self.indexes["learning"],
                f"courses/{course}/course.toml",
                course,
                lambda text: {"level": text["level"], "intro": reading.html(text["intro"]), "outcomes": self._items(text["outcomes"], "outcomes")},
            )
            for lesson in reading.lessons(course):
                self._page(LessonPage, page, f"courses/{course}/{lesson}.toml", lesson.split("-", 1)[1], self._lesson)

    def _page(self, model, parent, path, slug, own_fields, text=None):
        """The page at this place, made from its text if it is not there yet."""
        existing = model.objects.child_of(parent).filter(slug=slug).first()
        if existing:
            self.texts[existing.pk] = path
            return existing
        text = text or reading.read("vi", path)
        self.seed = f"{path}:{slug}"
        fields = {name: text[name] for name in COMMON if name in text} | own_fields(text)
        page = model(slug=slug, locale=self.home.locale, topic=self.topics.get(text.get("topic")), **fields)
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
    def _age(page, day: datetime.date | None) -> None:
        """The day the text names, so that the site looks as after half a year of use."""
        if day:
            moment = timezone.make_aware(datetime.datetime.combine(day, datetime.time(8, 30)))
            Page.objects.filter(pk=page.pk).update(first_published_at=moment, last_published_at=moment)

    def _home(self) -> None:
        text = reading.read("vi", "home.toml")
        home = self.home
        if home.summary:  # an editor may have cleared any of the rest
            self.texts[home.pk] = "home.toml"
            return
        self.seed = "home"
        for name in ("title", "summary", "share_text", "banner_title", "banner_figure", "banner_text"):
            setattr(home, name, text.get(name, ""))
        home.cover, home.cover_alt = self.gallery[text["cover"]], self.gallery.alt(text["cover"])
        home.hero_story = StoryPage.objects.get(pk=self._at(text["hero_story"]).pk)
        home.banner_link = self._at(text["banner_link"])
        weeks = [("week", {"from_date": str(week["from_date"]), "lesson": self._at(week["lesson"]).pk}) for week in text["weekly_lessons"]]
        home.weekly_lessons = self._stream(weeks, "weeks")
        home.chosen_lessons = self._stream([("lesson", self._at(path).pk) for path in text["chosen_lessons"]], "chosen")
        home.save_revision().publish()
        self.texts[home.pk] = "home.toml"

    def _link_guides_to_stories(self) -> None:
        for name in reading.names("guides"):
            text = reading.read("vi", f"guides/{name}.toml")
            guide = GuidePage.objects.get(pk=self._at(f"mo-hinh/{name}").pk)
            if text.get("stories") and not guide.stories:
                self.seed = f"guide stories {name}"
                guide.stories = self._stream([("story", self._at(path).pk) for path in text["stories"]], "stories")
                guide.save_revision().publish()
                self._age(guide, text.get("checked_on"))

    def _at(self, path: str) -> Page:
        return Page.objects.get(url_path=f"{self.home.url_path}{path}/")

    # Fields of each kind

    def _lesson(self, text) -> dict:
        return {
            "level": text["level"],
            "minutes": text["minutes"],
            "do_minutes": text["do_minutes"],
            "share_minutes": text["share_minutes"],
            "learn": self._stream([(row["kind"], self._learn(row)) for row in text["learn"]], "learn"),
            "do_task": reading.html(text["do_task"]),
            "do_list": self._items(text["do_list"], "do"),
            "share_message": text["share_message"],
        }

    def _learn(self, row):
        if row["kind"] != "step":
            return reading.html(row["text"])
        return {"title": row["title"], "text": reading.html(row["text"]), "picture": self._picture(row), "audio": None}

    def _news(self, text) -> dict:
        return {
            "date": text["date"],
            "place": self._unit(text.get("place")),
            "body": self._body(text["body"]),
            "event_on": text.get("event_on"),
            "event_place": text.get("event_place", ""),
        }

    def _story(self, text) -> dict:
        guide = text.get("guide")
        photos = [("photo", {"picture": self._picture(row), "caption": row.get("caption", "")}) for row in text.get("photos", [])]
        return {
            **{name: text.get(name, "") for name in ("kind", "people", "product", "consent_by", "consent_scope")},
            **{name: reading.html(text.get(name)) for name in ("before", "action", "result")},
            "place": self._unit(text.get("place")),
            "figures": self._stream([("figure", row) for row in text.get("figures", [])], "figures"),
            "quotations": self._stream([("quotation", {"source": "", **row}) for row in text.get("quotations", [])], "quotations"),
            "photos": self._stream(photos, "photos"),
            "guide": GuidePage.objects.get(pk=self._at(guide).pk) if guide else None,
            "consent_on": text.get("consent_on"),
        }

    def _guide(self, text) -> dict:
        steps = [{"title": row["title"], "text": reading.html(row["text"]), "picture": self._picture(row), "days": row["days"]} for row in text["steps"]]
        costs = [{**row, "quantity": str(row["quantity"])} for row in text["costs"]]
        return {
            **{name: reading.html(text.get(name)) for name in ("what", "origin", "adapt", "visits")},
            **{name: self._items(text.get(name, []), name) for name in ("suits", "unsuited", "conditions", "check_list")},
            "costs_note": text.get("costs_note", ""),
            "costs": self._stream([("cost", row) for row in costs], "costs"),
            "steps": self._stream([("step", row) for row in steps], "steps"),
            **{
                name: self._stream([(kind, row) for row in text.get(name, [])], name)
                for name, kind in (("figures", "figure"), ("roles", "role"), ("risks", "risk"), ("contacts", "contact"))
            },
        }

    def _body(self, rows) -> str:
        values = []
        for row in rows:
            kind, words = row["kind"], row.get("text", [])
            if kind in {"text", "tip", "warning"}:
                value = reading.html(words)
            elif kind == "heading":
                value = words[0] if isinstance(words, list) else words
            elif kind == "picture":
                value = {"picture": self._picture(row), "caption": row.get("caption", "")}
            elif kind == "quote":
                value = {
                    "text": " ".join(words) if isinstance(words, list) else words,
                    "who": row["who"],
                    "source": row.get("source", ""),
                    "example": row.get("example", False),
                }
            else:
                value = {name: row.get(name, "") for name in ("label", "before", "after", "unit")}
            values.append((kind, value))
        return self._stream(values, "body")

    def _picture(self, row) -> dict:
        name = row["picture"]
        return {"image": self.gallery[name].pk, "alt_text": row.get("picture_alt") or self.gallery.alt(name), "decorative": False}

    def _items(self, lines, name) -> str:
        return self._stream([("item", line) for line in lines], name)

    def _stream(self, values, name) -> str:
        """Raw stream data as JSON, with ids that stay the same from run to run."""
        rows = [{"type": kind, "value": value, "id": str(uuid.uuid5(NAMESPACE, f"{self.seed}/{name}/{n}"))} for n, (kind, value) in enumerate(values)]
        return json.dumps(rows, ensure_ascii=False)

    @staticmethod
    def _unit(place: dict | None) -> Unit | None:
        """The commune, else the province."""
        if not place:
            return None
        province = Unit.objects.of_kind(Unit.Kind.PROVINCE).filter(name=place["province"]).first()
        if province and place.get("commune"):
            return Unit.objects.within(province).of_kind(Unit.Kind.COMMUNE).filter(name=place["commune"]).first() or province
        return province
