"""What is pasted into a body: only the allowed blocks survive, whether the editor or something else sends it."""

import json

import pytest

from home.news.models import NewsPage
from tests import factories
from tests.factories.forms import form_of, pasted

pytestmark = pytest.mark.django_db

EVIL = [
    "<script>alert(1)</script>",
    "<style>body{display:none}</style>",
    '<iframe src="https://example.com/"></iframe>',
    '<img src="x" onerror="alert(1)">',
    '<svg onload="alert(1)"></svg>',
    '<a href="javascript:alert(1)">bấm</a>',
    '<form action="https://example.com/"><input name="mat-khau"></form>',
    '<object data="https://example.com/x.swf"></object>',
    '<embed embedtype="media" url="https://www.youtube.com/watch?v=1"/>',
    '<embed embedtype="image" id="1" format="left" alt="x"/>',
]


def shown(client, page) -> str:
    """The draft as readers will see it."""
    type(page).objects.get(pk=page.pk).get_latest_revision().publish()
    answer = client.get(page.address)
    assert answer.status_code == 200
    return answer.content.decode()


def body(raw) -> object:
    return NewsPage._meta.get_field("body").to_python(raw)


@pytest.mark.parametrize("block", ["text", "tip", "warning"])
def test_raw_markup_sent_as_text_is_shown_as_text(tree, editor, client, block):
    """Draftail knows blocks and styles only: a tag in its text is text, and is escaped."""
    page = factories.make_news()
    data = form_of(page, body=body([{"type": block, "value": "<p>x</p>"}]))
    data["body-0-value"] = pasted(*EVIL)
    assert editor.post(f"/cms/pages/{page.pk}/edit/", data).status_code == 302
    html = shown(client, page)
    assert "<script>alert" not in html and "<iframe" not in html and '<img src="x"' not in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html


def test_entities_that_the_field_does_not_allow_are_dropped(tree, editor, client):
    page = factories.make_news()
    data = form_of(page, body=body([{"type": "text", "value": "<p>x</p>"}]))
    kinds = [
        ("EMBED", {"url": "https://www.youtube.com/watch?v=1", "embedType": "video", "title": "x", "providerName": "x"}),
        ("IMAGE", {"id": "1", "src": "https://example.com/x.jpg", "alt": "x", "format": "left"}),
        ("HORIZONTAL_RULE", {}),
        ("SCRIPT", {"src": "https://example.com/x.js"}),
    ]
    rows = [
        {"key": f"a{n}", "text": " ", "type": "atomic", "depth": 0, "inlineStyleRanges": [], "entityRanges": [{"key": n, "offset": 0, "length": 1}]}
        for n in range(len(kinds))
    ]
    rows.append(
        {
            "key": "b",
            "text": "Chị em họp",
            "type": "unstyled",
            "depth": 0,
            "inlineStyleRanges": [{"offset": 0, "length": 6, "style": "BOLD"}, {"offset": 0, "length": 6, "style": "CODE"}],
            "entityRanges": [],
        }
    )
    rows.append({"key": "c", "text": "Đề mục", "type": "header-one", "depth": 0, "inlineStyleRanges": [], "entityRanges": []})
    entities = {str(n): {"type": kind, "mutability": "IMMUTABLE", "data": values} for n, (kind, values) in enumerate(kinds)}
    data["body-0-value"] = json.dumps({"blocks": rows, "entityMap": entities})
    assert editor.post(f"/cms/pages/{page.pk}/edit/", data).status_code == 302
    html = shown(client, page).split("<main", 1)[1]
    assert "<b>Chị em</b> họp" in html, html
    assert not any(word in html for word in ("youtube", "example.com", "<embed", "<code", "<h1>Đề"))


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", "JaVaScript:alert(1)", " javascript:alert(1)", "java\tscript:alert(1)", "data:text/html,<script>alert(1)</script>", "vbscript:x"],
)
def test_link_to_a_script_loses_its_address(tree, editor, client, address):
    page = factories.make_news()
    data = form_of(page, body=body([{"type": "text", "value": "<p>x</p>"}]))
    row = {"key": "a", "text": "bấm", "type": "unstyled", "depth": 0, "inlineStyleRanges": [], "entityRanges": [{"key": 0, "offset": 0, "length": 3}]}
    data["body-0-value"] = json.dumps({"blocks": [row], "entityMap": {"0": {"type": "LINK", "mutability": "MUTABLE", "data": {"url": address}}}})
    assert editor.post(f"/cms/pages/{page.pk}/edit/", data).status_code == 302
    html = shown(client, page)
    assert "bấm" in html
    assert address.strip().lower() not in html.lower() and 'href="java' not in html.lower()


@pytest.mark.parametrize("evil", EVIL)
def test_translation_with_markup_of_its_own_is_not_published(tree, evil):
    """Strings of a text are HTML fragments, and wagtail-localize's editor takes what it is sent."""
    source = factories.make_news(body=factories.stream(("text", "<p>Chị em <b>họp</b> tối nay.</p>")))
    factories.translate(tree.news, "en")
    translation = factories.begin_translation(source, "en")
    factories.translate_strings(translation, {"Chị em <b>họp</b> tối nay.": f"Women <b>meet</b>. {evil}"})
    translation.save_target(publish=False)
    target = translation.get_target_instance()
    target.latest_revision.publish()
    target = NewsPage.objects.get(pk=target.pk)
    assert not target.live
    assert evil[:7] not in str(target.body) + str(target.get_latest_revision_as_object().body)


def test_title_and_plain_fields_are_escaped(tree, editor, client):
    story = factories.make_story(people="<script>alert(1)</script>", product="<b>Măng</b>", title="<i>Măng</i> & gạo")
    html = client.get(story.address).content.decode()
    assert "<script>alert" not in html and "<b>Măng</b>" not in html
    assert "&lt;i&gt;Măng&lt;/i&gt; &amp; gạo" in html
