"""Who asks: a reader's browser, or a program that fetches, previews or indexes. Pure, by the name that it gives itself."""

import re

BROWSERS = ("Mozilla/", "Opera/", "UCWEB/", "Dalvik/")
# Cubot makes phones. Inside Zalo and Facebook people read too: only their previews are programs.
PROGRAMS = re.compile(
    r"(?<!cu)bot(\b|_)|crawl|spider|slurp|externalhit|facebookcatalog|preview|headless|lighthouse|pagespeed|phantomjs|"
    r"python|curl|wget|monitor|scrap|archiver|google-read-aloud|mediapartners|bingpreview|whatsapp|skypeuripreview|zalo-?social",
    re.IGNORECASE,
)


def is_program(user_agent: str) -> bool:
    """What gives no name, or not that of a browser, is one."""
    return not user_agent.startswith(BROWSERS) or bool(PROGRAMS.search(user_agent))
