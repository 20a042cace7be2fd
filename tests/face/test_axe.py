"""axe-core finds nothing on any page type, in Vietnamese, English and a language of the mountains, on phone and desktop."""

import pytest

from tests.face import probing, tools
from tests.face.conftest import HERS, LANGUAGES, everywhere

pytestmark = pytest.mark.browser
WIDTHS = (1280, 360)
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
RUN = """async tags => {
  const rules = {"color-contrast-enhanced": {enabled: true}, "target-size": {enabled: true}};
  const found = await axe.run(document, {runOnly: {type: "tag", values: tags}, rules, resultTypes: ["violations"]});
  return found.violations.map(rule => `${rule.id}: ${rule.nodes.slice(0, 3).map(node => node.html.slice(0, 160) + " " + node.failureSummary.replace(/\\s+/g, " ")).join(" | ")}`);
}"""


@pytest.mark.parametrize("language", LANGUAGES)
def test_axe_finds_no_violation(face, open_page, language):
    kinds = [kind for kind, spoken in everywhere() if spoken == language]
    assert not violations(face, open_page("about:blank", WIDTHS[0]), kinds, language)


@pytest.mark.parametrize("language", ["vi", "en"])
def test_axe_finds_no_violation_behind_the_door(face, open_page, language):
    assert not violations(face, open_page("about:blank", WIDTHS[0], cookies=[face.cookie]), HERS, language)


def violations(face, page, kinds, language: str) -> list[str]:
    source, found = tools.axe(), []
    for kind in kinds:
        page.set_viewport_size({"width": WIDTHS[0], "height": 800})
        page.goto(face.url(kind, language))
        probing.unfold(page)
        page.evaluate(source)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            found += [f"{kind} at {width}: {violation}" for violation in page.evaluate(RUN, TAGS)]
    return found
