"""JSON-LD of every page type: it parses, it has the fields of the table, and it stays inside its element."""

import json
import re

import pytest

from config.languages import BY_CODE
from pages.jsonld import FIELDS
from tests import factories
from tests.factories.each import one_of_each
from tests.factories.quick import twin

pytestmark = pytest.mark.django_db

KINDS = {
    "HomePage": "WebPage",
    "StandardPage": "Article",
    "LearningIndexPage": "WebPage",
    "CoursePage": "Course",
    "LessonPage": "LearningResource",
    "QuizPage": "Quiz",
    "NewsIndexPage": "WebPage",
    "NewsPage": "NewsArticle",
    "StoryIndexPage": "WebPage",
    "StoryPage": "Article",
    "GuideIndexPage": "WebPage",
    "GuidePage": "HowTo",
    "MeetingKitIndexPage": "WebPage",
    "MeetingKitPage": "Article",
    "LibraryPage": "WebPage",
    "SectionPage": "WebPage",
}
ESCAPE = '</script><script>alert(1)</script> & "ngoặc" <!-- \u2028'


def data_of(client, page) -> dict:
    html = client.get(page.address).content.decode()
    found = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL)
    assert len(found) == 1, page
    return json.loads(found[0])


def test_every_type_has_the_fields_of_the_table(tree, client):
    pages = one_of_each(tree, written_by="Ban biên tập")
    assert set(pages) == set(KINDS)
    for name, page in pages.items():
        data = data_of(client, page)
        assert (data["@context"], data["@type"]) == ("https://schema.org", KINDS[name]), name
        for field in FIELDS[KINDS[name]]:
            assert data.get(field) not in (None, "", []), f"{name}: {field}"
        assert data["url"] == f"http://testserver{page.address}"
        if page.cover_id:
            assert data["image"].startswith("http://testserver/media/images/"), name


def test_language_of_the_page_is_named(tree, client):
    lesson = factories.make_lesson()
    for code in ("en", "hmn"):
        assert data_of(client, twin(lesson, code))["inLanguage"] == BY_CODE[code].bcp47


@pytest.mark.parametrize(
    "make", [factories.make_standard, factories.make_course, factories.make_lesson, factories.make_news, factories.make_story, factories.make_guide]
)
def test_text_cannot_break_out_of_its_element(tree, client, make):
    page = make(title=f"Tên {ESCAPE}"[:90], summary=ESCAPE, written_by=ESCAPE[:90])
    data = data_of(client, page)
    assert data["description"] == " ".join(ESCAPE.split())
    assert (data.get("name") or data["headline"]).startswith("Tên </script>")
    assert b"<script>alert" not in client.get(page.address).content


def test_step_of_a_guide_cannot_break_out_either(tree, client):
    guide = factories.make_guide(steps=1)
    guide.steps = factories.stream(("step", {"title": ESCAPE[:70], "days": 2, "text": "", "picture": factories.picture_value(None)}))
    guide = factories.publish(guide)
    assert data_of(client, guide)["step"][0]["name"] == ESCAPE[:70]


def test_lesson_and_course_tell_their_time(tree, client):
    course = factories.make_course()
    lesson = factories.make_lesson(course, minutes=12)
    factories.make_lesson(course, minutes=8)
    assert data_of(client, lesson)["timeRequired"] == "PT12M"
    assert data_of(client, course)["hasCourseInstance"]["courseWorkload"] == "PT20M"
    assert data_of(client, factories.make_course())["hasCourseInstance"]["courseWorkload"] == "PT1M"


def test_empty_guide_is_valid_too(tree, client):
    guide = factories.make_guide(steps=0, costs="[]")
    assert data_of(client, guide)["totalTime"] == "P0D"
    assert "estimatedCost" not in data_of(client, guide)
