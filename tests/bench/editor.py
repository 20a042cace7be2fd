"""CPU that opening a lesson of forty blocks in the editor costs, beside the same page in stock Wagtail, in turn in one run.

Stock: the same fields and content with Wagtail's own blocks, panels, form, permission tester, screens and hooks alone.
"""

import json
import subprocess
import sys
import time
from contextlib import ExitStack, contextmanager
from unittest.mock import patch

from tests.bench._demo import demo_files

BLOCKS, ROUNDS, WARM = 40, 30, 4


def rows():
    from tests.databases import ROOT
    from tests.server import environment

    with demo_files() as var:
        # A process of its own: the settings of the real site, not those of the tests.
        command = [sys.executable, "-c", "from tests.bench import editor; editor.measure()"]
        settings = environment(var, ALLOWED_HOSTS="testserver", PYTHONPATH=f"{ROOT}/site:{ROOT}")
        measured = json.loads(subprocess.run(command, cwd=ROOT, env=settings, capture_output=True, text=True, check=True).stdout)
    for name in ("ours", "stock"):
        yield f"{name}, {BLOCKS} blocks", f"{measured[name]['ms']:.1f}", f"ms CPU, {measured[name]['queries']} queries, {measured[name]['kb']:.0f} KB"
    yield "ours beside stock", f"{measured['ours']['ms'] / measured['stock']['ms']:.2f}", "at most 1.15"


def measure() -> None:
    """Prints what each costs as JSON: the median of ROUNDS."""
    import django

    django.setup()
    from django.test import Client
    from django.urls import reverse

    from members.models import Member

    client = Client()
    client.force_login(Member.objects.get(username="bien-tap"), backend="members.signin.backends.PasswordBackend")
    address = reverse("wagtailadmin_pages:edit", args=[make_lesson().pk])
    spent: dict[str, list[float]] = {"ours": [], "stock": []}
    sides = {"ours": ExitStack, "stock": stock}
    seen = {name: look(client, address, side) for name, side in sides.items()}
    for _ in range(ROUNDS + WARM):  # the first ones fill Python's and Django's own caches
        for name, side in sides.items():
            with side():
                started = time.process_time()
                answer = client.get(address)
                spent[name].append(time.process_time() - started)
                assert answer.status_code == 200, answer
    print(json.dumps({name: seen[name] | {"ms": sorted(times[WARM:])[ROUNDS // 2] * 1000} for name, times in spent.items()}))


def look(client, address: str, side) -> dict:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with side():
        client.get(address)
        with CaptureQueriesContext(connection) as asked:
            answer = client.get(address)
    return {"queries": len(asked), "kb": len(answer.content) / 1000}


def make_lesson():
    """Steps with text, tips and a picture from the library of the demo."""
    from pages.models import Picture
    from tests import factories
    from tests.factories import picture_value, stream

    picture = Picture.objects.first()
    step = {"title": "Chụp ảnh", "text": "<p>Chị đứng gần cửa sổ.</p>", "picture": picture_value(picture), "audio": None}
    blocks = [("text", "<p>Ảnh rõ thì khách mới hỏi mua.</p>"), ("step", step), ("tip", "<p>Lau ống kính.</p>"), ("step", step)] * (BLOCKS // 4)
    return factories.make_lesson(cover=picture, learn=stream(*blocks))


@contextmanager
def stock():
    """The lesson's editor as it would be without this project."""
    from wagtail import hooks
    from wagtail.admin.forms import WagtailAdminPageForm
    from wagtail.admin.viewsets import pages as viewsets
    from wagtail.models import PagePermissionTester

    from learning.lessons.models import LessonPage

    theirs = hooks.get_hooks

    def packages(name):
        return [hook for hook in theirs(name) if hook.__module__.startswith("wagtail")]

    field = LessonPage._meta.get_field("learn")
    with ExitStack() as changed:
        for owner, name, value in (
            (hooks, "get_hooks", packages),
            (viewsets.page_viewset_registry, "get_by_page_id", lambda _pk: viewsets.base_page_viewset),
            (LessonPage, "permissions_for_user", lambda page, user: PagePermissionTester(user, page)),
            (LessonPage, "base_form_class", WagtailAdminPageForm),
            (LessonPage, "get_edit_handler", staticmethod(plain_handler())),
            (field, "stream_block", plain_blocks()),
        ):
            changed.enter_context(patch.object(owner, name, value))
        yield


_made: dict = {}


def plain_handler():
    """Tabs of plain panels, each field of ours as Wagtail shows it."""
    from wagtail.admin.forms import WagtailAdminPageForm
    from wagtail.admin.panels import FieldPanel, MultiFieldPanel, ObjectList, PublishingPanel, TabbedInterface, TitleFieldPanel

    from learning.lessons.models import LessonPage

    def fields(*names):
        return [FieldPanel(name) for name in names]

    if "handler" not in _made:
        tabs = TabbedInterface(
            [
                ObjectList(
                    [TitleFieldPanel("title"), *fields("summary"), MultiFieldPanel(fields("cover", "cover_alt")), *fields("level", "minutes")],
                    heading="Content",
                ),
                ObjectList(fields("do_minutes", "share_minutes", "learn"), heading="Learn"),
                ObjectList(fields("do_task", "do_list"), heading="Do"),
                ObjectList(fields("share_message", "next_lesson"), heading="Share"),
                ObjectList(fields("narration", "transcript", "topic", "related_documents"), heading="Around"),
                ObjectList(fields("share_picture", "share_text", "sensitive", "slug", "seo_title", "search_description"), heading="Promote"),
                ObjectList([*fields("written_by", "checked_by", "checked_on", "review_on"), PublishingPanel()], heading="Settings"),
            ],
            base_form_class=WagtailAdminPageForm,
        )
        _made["handler"] = tabs.bind_to_model(LessonPage)
    return lambda: _made["handler"]


def plain_blocks():
    """The blocks of a lesson from Wagtail's own."""
    from wagtail import blocks
    from wagtail.documents.blocks import DocumentChooserBlock
    from wagtail.images.blocks import ImageBlock

    features = ["bold", "italic", "ol", "ul", "link", "document-link"]
    if "blocks" not in _made:
        step = blocks.StructBlock(
            [
                ("title", blocks.CharBlock(max_length=80)),
                ("text", blocks.RichTextBlock(required=False, features=features)),
                ("picture", ImageBlock(required=False)),
                ("audio", DocumentChooserBlock(required=False)),
            ]
        )
        rest = [(name, blocks.RichTextBlock(features=features)) for name in ("text", "tip", "warning")]
        _made["blocks"] = blocks.StreamBlock([*rest, ("step", step), ("clip", DocumentChooserBlock()), ("document", DocumentChooserBlock())])
        _made["blocks"].set_name("learn")
    return _made["blocks"]
