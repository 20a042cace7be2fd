"""What we promise beyond axe: large targets, large text, narrow screens, visible focus, strong contrast, paper."""

import shutil
from collections import defaultdict

import pytest

from tests.face import probing
from tests.face.conftest import KINDS, LANGUAGES, everywhere

pytestmark = pytest.mark.browser
LONGEST_LINE = 70  # characters
READ_ON_PAPER = ("lesson", "guide", "news", "story", "standard", "blocks", "course")
# What paper leaves out: ways onward, sound, buttons.
NOT_ON_PAPER = ".bar, .tool, .skip, .foot, .back, .rail, .row, .listen, .next, .more, .notice, .related, .share-part, [data-done], [data-print]"
MOST_TABS = 150
WIDTHS = (1280, 360, 320)
PROBES = {"smallTargets": (), "sidewaysScroll": (), "paleWords": (7, False)}
# As narrow as those of phones; the typeface of this machine may be wider.
NARROW_TYPEFACE = "document.body.style.fontFamily = '\"Liberation Sans\", Arial, sans-serif'"


@pytest.fixture(scope="module")
def survey(face, browser):
    """{(probe, width): complaints} of every page type in every language. Each page is opened once and asked everything."""
    found = defaultdict(list)
    page = browser.new_page(reduced_motion="reduce")
    for kind, language in everywhere():
        page.set_viewport_size({"width": 1280, "height": 800})
        page.goto(face.url(kind, language))
        probing.unfold(page)
        probing.teach(page)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 640})
            for probe, arguments in PROBES.items():
                found[probe, width] += [f"{kind} {language}: {complaint}" for complaint in probing.ask(page, probe, *arguments)]
        page.set_viewport_size({"width": WIDTHS[0], "height": 640})
        page.evaluate(NARROW_TYPEFACE)
        found["longestLines"] += [f"{kind} {language}: {complaint}" for complaint in probing.ask(page, "longestLines", LONGEST_LINE)]
        page.emulate_media(forced_colors="active")
        found["edgeless"] += [f"{kind} {language}: {complaint}" for complaint in probing.ask(page, "edgeless")]
        page.emulate_media(forced_colors="none")
    page.close()
    return found


@pytest.mark.parametrize("width", WIDTHS)
def test_targets_are_48_px(survey, width):
    assert not survey["smallTargets", width], "\n".join(survey["smallTargets", width])


@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_scrolls_sideways(survey, width):
    assert not survey["sidewaysScroll", width], "\n".join(survey["sidewaysScroll", width])


@pytest.mark.parametrize("width", WIDTHS)
def test_words_stand_out_seven_to_one(survey, width):
    """Also where axe cannot tell, because a line of stitches is painted behind."""
    assert not survey["paleWords", width], "\n".join(survey["paleWords", width])


def test_lines_are_short_enough_to_read(survey):
    assert not survey["longestLines"], "\n".join(survey["longestLines"])


def test_colours_of_the_system_lose_no_edge(survey):
    assert not survey["edgeless"], "\n".join(survey["edgeless"])


def test_colours_of_the_system_lose_no_words(face, open_page):
    page = open_page("about:blank", 360)
    for kind in KINDS:
        page.emulate_media(forced_colors="none")
        page.goto(face.url(kind))
        probing.teach(page)
        usual = probing.ask(page, "shownWords", "body")
        page.emulate_media(forced_colors="active")
        assert probing.ask(page, "shownWords", "body") == usual, kind


@pytest.fixture(scope="module")
def large_print(browser):
    """A Chromium whose reader has chosen a text size of 200%: the browser's own setting, not zoom."""
    opened = browser.browser_type.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox", "--blink-settings=defaultFontSize=32"])
    yield opened
    opened.close()


def test_text_at_200_percent(face, browser, large_print):
    usual_page, large_page = (each.new_page(viewport={"width": 360, "height": 640}) for each in (browser, large_print))
    found = []
    for kind in KINDS:
        for page in (usual_page, large_page):
            page.goto(face.url(kind))
            probing.unfold(page)
            probing.teach(page)
        usual, large = (probing.ask(page, "textSizes") for page in (usual_page, large_page))
        assert len(usual) == len(large) > 0
        found += [f"{kind}: {name} stays at {after} px" for (name, before), (_, after) in zip(usual, large, strict=True) if after < 1.99 * before]
        found += [f"{kind}: {complaint}" for probe in ("sidewaysScroll", "cutText") for complaint in probing.ask(large_page, probe)]
    usual_page.close()
    large_page.close()
    assert not found, "\n".join(found)


@pytest.mark.parametrize("width", (360, 1280))
def test_focus_is_visible_wherever_tab_leads(face, open_page, width):
    page, found = open_page("about:blank", width), []
    for kind in KINDS:
        page.goto(face.url(kind))
        probing.teach(page)
        probing.ask(page, "rememberRest")
        reached = 0
        for _ in range(MOST_TABS):
            page.keyboard.press("Tab")
            focused = probing.ask(page, "focused")
            if focused is None or focused["again"]:
                break
            reached += 1
            found += [f"{kind}: {focused['name']}: {complaint}" for complaint in focused["complaints"]]
        assert reached >= 1, kind
    assert not found, "\n".join(found)


@pytest.mark.parametrize("script", (True, False), ids=("with script", "without script"))
def test_paper_shows_every_word(face, open_page, script):
    """Folded parts too; only what leads elsewhere is left out."""
    page, found = open_page("about:blank", 360, java_script_enabled=script), []
    for kind in READ_ON_PAPER:
        page.emulate_media(media="screen")
        page.goto(face.url(kind))
        probing.teach(page)
        page.emulate_media(media="print")
        found += [f"{kind}: {words}" for words in probing.ask(page, "lostOnPaper", NOT_ON_PAPER)]
        found += [f"{kind}: {words}" for words in probing.ask(page, "paleWords", 4.5, True)]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("language", LANGUAGES)
def test_page_says_its_language(face, open_page, language):
    """And a screen reader can leap: one main, one h1, no level of heading left out."""
    page = open_page("about:blank", 360)
    for kind, _ in (item for item in everywhere() if item[1] == language and item[0] != "error"):
        page.goto(face.url(kind, language))
        assert page.locator("html").get_attribute("lang").split("-")[0] == language, kind
        assert page.locator("main").count() == page.locator("h1").count() == 1, kind
        levels = page.eval_on_selector_all("h1, h2, h3, h4", "headings => headings.map(heading => Number(heading.tagName[1]))")
        assert all(after <= before + 1 for before, after in zip(levels, levels[1:], strict=False)), (kind, levels)
