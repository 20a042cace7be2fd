"""What we promise beyond axe: large targets, large text, narrow screens, visible focus, strong contrast, paper."""

import shutil
from collections import defaultdict

import pytest

from tests.face import probing
from tests.face.conftest import KINDS, everywhere

pytestmark = pytest.mark.browser
LONGEST_LINE = 70  # characters
READ_ON_PAPER = ("lesson", "guide", "kit", "news", "story", "standard", "blocks", "course")
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

    def add(question, complaints):
        found[question] += [f"{kind} {language}: {complaint}" for complaint in complaints]

    for kind, language in everywhere():
        page.set_viewport_size({"width": 1280, "height": 800})
        page.goto(face.url(kind, language))
        probing.unfold(page)
        probing.teach(page)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 640})
            for probe, arguments in PROBES.items():
                add((probe, width), probing.ask(page, probe, *arguments))
        page.set_viewport_size({"width": WIDTHS[0], "height": 640})
        add("outline", probing.ask(page, "outline", language))
        usual = probing.ask(page, "shownWords", "body")
        page.emulate_media(forced_colors="active")
        add("edgeless", probing.ask(page, "edgeless"))
        add("lost in system colours", set(usual) - set(probing.ask(page, "shownWords", "body")))
        page.emulate_media(forced_colors="none")
        page.evaluate(NARROW_TYPEFACE)
        add("longestLines", probing.ask(page, "longestLines", LONGEST_LINE))
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


def test_colours_of_the_system_lose_no_words(survey):
    assert not survey["lost in system colours"], "\n".join(survey["lost in system colours"])


def test_page_says_its_language_and_can_be_leapt_through(survey):
    """One main, one h1, no level of heading left out."""
    assert not survey["outline"], "\n".join(survey["outline"])


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
