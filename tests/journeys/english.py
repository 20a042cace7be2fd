"""Whether a screen of /cms/ says anything in English."""

import re

from playwright.sync_api import Page

# Words that Vietnamese, written without tones or with, does not have; the names of products are not among them.
WORDS = """
the and of with your you this these that there are is was were has have for not all none more other others from by on at to-do
page pages edit edited editor editors delete save saved draft drafts search settings add create created view filter filters
moderator moderators approval approve approved root name title status type types date user users group groups workflow task collection collections image
images document documents translation translations translate publish published upload choose select history account log help item items report reports
locked live comment comments close open show hide next previous first last back sort order field required optional welcome dashboard home sign out
password language languages locale site sites unit units member members start notice today yesterday week month year minute hour ago permission
permissions role roles active inactive administrator yes no-one anyone public private privacy usage preview actions options toggle
"""
ENGLISH = re.compile(rf"(?<![\w@./-])({'|'.join(sorted(set(WORDS.split()), key=len, reverse=True))})(?![\w@/-])", re.IGNORECASE)
NAMES = ("Microsoft Word", "Google Drive", "Excel", "Zalo", "Word", "QR", "PDF")  # allowed wherever they stand

SEEN = """() => {
  const shown = element => element.checkVisibility && element.checkVisibility();
  const parts = [document.title, document.body.innerText];
  for (const element of document.querySelectorAll("[placeholder], [aria-label], [title], [alt], input[type=submit], input[type=button], option")) {
    if (!shown(element)) continue;
    for (const name of ["placeholder", "aria-label", "title", "alt"]) parts.push(element.getAttribute(name) || "");
    if (element.matches("input[type=submit], input[type=button]")) parts.push(element.value);
    if (element.matches("option")) parts.push(element.textContent);
  }
  return parts.join("\\n");
}"""


def english_in(page: Page, but: tuple[str, ...] = ()) -> list[str]:
    """Lines with an English word, as they are seen or read aloud. but: what is allowed on this screen, for example a page's title."""
    found = []
    for line in page.evaluate(SEEN).splitlines():
        rest = line
        for name in (*NAMES, *but):
            rest = rest.replace(name, "")
        if ENGLISH.search(rest):
            found.append(line.strip())
    return list(dict.fromkeys(found))


def assert_vietnamese(page: Page, but: tuple[str, ...] = ()) -> None:
    assert english_in(page, but) == [], page.url
