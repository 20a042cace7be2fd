"""The pictures of the guide's cards: python -m tests.help_pictures [VAR_DIR of a demo; .var if not given].

It goes where each step of a card says (site/editing/help/texts), checks that what the step names is there, frames it and
takes the picture into static/img/help. tests/journeys/test_help.py walks the same way on every run, and takes the pictures
too where HELP_PICTURES is set. A screen that the site does not have is passed over and named.
"""

import contextlib
import io
import json
import os
import shutil
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

from PIL import Image
from playwright.sync_api import TimeoutError as PlaywrightTimeout

ROOT = Path(__file__).resolve().parents[1]
WIDTH, HEIGHT = 1000, 720  # one size for all, so that letters in them are equally large
AROUND = 90  # px of the screen around what is framed
MOST = (820, 460)  # of a picture
LIGHT = 38 * 1024
FRAME = "position: fixed; z-index: 9999; pointer-events: none; border: 4px solid #d6336c; border-radius: 8px"

FIND = """
import json
from django.urls import reverse
from django.core.files import File
from editing.translating.sending import send_page
from editing.word.domain import bring_in
from editing.word.places import place_at
from home.guides.models import GuideIndexPage
from home.kits.models import MeetingKitIndexPage, MeetingKitPage
from home.news.models import NewsIndexPage, NewsPage
from home.stories.models import StoryIndexPage, StoryPage
from learning.lessons.models import CoursePage, LessonPage
from learning.quizzes.models import QuizPage
from editing.notices.domain import tell
from members.models import Member
from wagtail.models import Locale
from wagtail_localize.models import Translation

def first(model):
    return model.objects.filter(locale__language_code="vi").order_by("pk").first()

writer, moderator, translator = (Member.objects.get(username=name) for name in ("bien-tap", "duyet-bai", "phien-dich"))
news, waiting = NewsPage.objects.filter(locale__language_code="vi").order_by("pk")[:2]
if not waiting.workflow_in_progress:
    waiting.save_revision(user=writer)
    waiting.get_workflow().start(waiting, writer)
address = reverse("wagtailadmin_pages:edit", args=[news.pk])
words = "Ảnh còn mờ. Chụp lại gần hơn và ghi rõ ngày họp."
tell([writer], "returned", title=news.title, address=address, key="guide", by=moderator, words=words)
tell([writer], "review-due", title=news.title, address=address, key="guide")
draft = NewsPage(title="Họp chi hội bản Phiêng", slug="nhap-hop-chi-hoi-phieng", locale=news.locale, owner=writer, live=False)
first(NewsIndexPage).add_child(instance=draft)
draft.save_revision(user=writer)
lesson, muong = first(LessonPage), Locale.objects.get(language_code="mtq")
for begun in (first(NewsIndexPage), news):
    send_page(page=begun, locale=muong, user=translator)
translation = Translation.objects.get(source__object_id=news.translation_key, target_locale=muong)
with open("tests/editing/word/files/mo-hinh-nam-rom.docx", "rb") as file:
    word = bring_in(upload=File(file, "mo-hinh-nam-rom.docx"), place=place_at(writer, f"guides.guidepage:{first(GuideIndexPage).pk}"), by=writer)
print(json.dumps({
    "news_index": first(NewsIndexPage).pk, "news": news.pk, "draft": draft.pk, "waiting": waiting.pk,
    "story_index": first(StoryIndexPage).pk, "story": first(StoryPage).pk,
    "course": first(CoursePage).pk, "lesson": lesson.pk, "lesson_key": str(lesson.translation_key), "quiz": first(QuizPage).pk,
    "kit_index": first(MeetingKitIndexPage).pk, "kit": first(MeetingKitPage).pk,
    "screen": translation.pk, "word": str(word.pk), "task": waiting.current_workflow_task_state.pk,
}))
"""


@dataclass
class Walk:
    """What was found on the way: sentences on what is wrong, addresses that do not exist yet."""

    wrong: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)


def places_of(server) -> dict:
    return json.loads(server.manage("shell", "--verbosity=0", "--command", FIND).strip().splitlines()[-1])


def walk(page, url: str, card, places: dict, *, take: bool) -> Walk:
    """Every step of a card that says where it happens, in a page in which card.who is signed in."""
    found = Walk()
    page.set_viewport_size({"width": WIDTH, "height": HEIGHT})
    page.goto(f"{url}/tinh-trang/song")  # an empty tab remembers nothing, and may not be asked to forget
    for step in card.steps:
        if not step.at:
            continue
        address = step.at.format(**places)
        page.evaluate("localStorage.clear()")  # the editor remembers which panel was open
        if page.goto(url + address).status == 404:
            found.missing.append(step.at)
            continue
        with contextlib.suppress(PlaywrightTimeout):  # a slow page in a frame; what the step names is looked for all the same
            page.wait_for_load_state("networkidle", timeout=10_000)
        where = f"{card.slug}, step {step.number} at {address}"
        for selector in step.open:
            page.locator(selector).first.click()
        page.wait_for_timeout(300)  # what opens slides
        shown = page.evaluate(TEXT).casefold()
        found.wrong += [f"{where}: “{name}” is not there" for name in step.named if name.casefold() not in shown]
        if step.frame:
            frame = page.locator(step.frame).locator("visible=true").first
            if not frame.count():
                found.wrong.append(f"{where}: nothing visible at {step.frame}")
            elif take:
                save(picture(page, frame), ROOT / "static" / step.picture_path)
    return found


# What a person may read on the screen, opened or not, and what is read out to her.
TEXT = """() => {
  const copy = document.body.cloneNode(true);
  copy.querySelectorAll("script, style, template").forEach((each) => each.remove());
  const said = [...copy.querySelectorAll("[aria-label], [title], [placeholder]")].flatMap(
    (each) => ["aria-label", "title", "placeholder"].map((name) => each.getAttribute(name) || ""));
  return (copy.textContent + " " + said.join(" ")).replace(/\\s+/g, " ");
}"""


# Below the bar that stays at the top of the editor.
SHOW = """(element) => {
  element.style.scrollMarginTop = "130px";
  element.scrollIntoView({block: element.offsetHeight > 300 ? "start" : "center"});
}"""
DRAW = """([box, style]) => {
  const frame = document.createElement("div");
  frame.style.cssText = style;
  Object.assign(frame.style, {left: box.x - 8 + "px", top: box.y - 8 + "px", width: box.width + 16 + "px", height: box.height + 16 + "px"});
  document.body.append(frame);
}"""
# The browser's own words, as a Vietnamese one says them; the one that takes the pictures may know English alone.
OWN_WORDS = """() => {
  const said = {date: "dd/mm/yyyy", file: "Chọn tệp   Không có tệp nào được chọn"};
  for (const [type, words] of Object.entries(said)) {
    const shown = [...document.querySelectorAll(`input[type=${type}]`)].filter((input) => input.offsetWidth > 40 && input.checkVisibility({opacityProperty: true}));
    shown.forEach((input) => Object.assign(input, {type: "text", value: words}));
  }
}"""


def picture(page, frame) -> bytes:
    """The element with a frame around it, and some of the screen around that; of a long one its beginning."""
    page.evaluate(OWN_WORDS)
    frame.evaluate(SHOW)
    page.wait_for_timeout(300)
    box, (wide, high) = frame.bounding_box(), MOST
    page.evaluate(DRAW, [box, FRAME])
    width = min(max(box["width"] + 2 * AROUND, 520), wide)
    height = min(max(box["height"] + 2 * AROUND, 220), high)
    left = min(max(box["x"] + min(box["width"], wide - 2 * AROUND) / 2 - width / 2, 0), WIDTH - width)
    top = min(max(box["y"] + min(box["height"], high - 2 * AROUND) / 2 - height / 2, 0), HEIGHT - height)
    return page.screenshot(clip={"x": left, "y": top, "width": width, "height": height})


def save(png: bytes, path: Path) -> None:
    """As light as a telephone wants it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    image = Image.open(io.BytesIO(png)).convert("RGB")
    for quality in (80, 70, 60, 50, 40, 30):
        made = io.BytesIO()
        image.save(made, "WEBP", quality=quality, method=6)
        if made.tell() <= LIGHT:
            break
    path.write_bytes(made.getvalue())


def main(var: Path) -> int:
    """On a copy of a demo that exists already."""
    sys.path[:0] = [str(ROOT / "site"), str(ROOT)]
    os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings.test"
    import django

    django.setup()
    from playwright.sync_api import sync_playwright

    from editing.help.cards import cards
    from tests import server as servers
    from tests.journeys import desk

    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        copied = Path(folder) / "var"
        shutil.copytree(var, copied, symlinks=True)
        servers.manage(copied, "migrate", "--verbosity", "0")
        servers.manage(copied, "collectstatic", "--noinput", "--verbosity", "0")
        server = servers.start(copied)
        chromium = shutil.which("chromium") or shutil.which("google-chrome")
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        try:
            places, signed_in, wrong = places_of(server), {}, []
            for card in cards().values():
                if card.who not in signed_in:
                    signed_in[card.who] = browser.new_context(locale="vi-VN", timezone_id="Asia/Ho_Chi_Minh").new_page()
                    desk.sign_in(signed_in[card.who], server.url, card.who, server.passwords[card.who])
                found = walk(signed_in[card.who], server.url, card, places, take=True)
                wrong += found.wrong
                for address in found.missing:
                    print(f"{card.slug}: {address} is not there yet")
        finally:
            browser.close()
            server.stop()
    print("\n".join(wrong) or "Every card is true.")
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1] if len(sys.argv) > 1 else ROOT / ".var")))
