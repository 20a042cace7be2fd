"""Reading a page as a crawler does."""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import urljoin, urlsplit

SHEET = re.compile(r"/to/\w+\.pdf$")
FETCHED = {"img": "src", "script": "src", "source": "srcset", "audio": "src", "video": "src", "iframe": "src", "use": "href"}
FETCHED_LINKS = {"icon", "apple-touch-icon", "stylesheet", "manifest", "preload"}


@dataclass
class Seen:
    """What a page names. Addresses are absolute."""

    links: set[str] = field(default_factory=set)
    fetched: set[str] = field(default_factory=set)
    ids: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)


class Reader(HTMLParser):
    def __init__(self, address: str):
        super().__init__()
        self.address, self.seen = address, Seen()

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        if name := given.get("id"):
            self.seen.ids.append(name)
        self.seen.faults += [f"<{tag} {name}=>" for name in given if name == "style" or name.startswith("on")]
        if tag == "a" and "href" in given:
            self.seen.links.add(urljoin(self.address, given["href"]))
        if tag == "link" and given.get("rel") in {"alternate", "canonical"}:
            self.seen.links.add(given["href"])
        if tag == "link" and given.get("rel") in FETCHED_LINKS:
            self.seen.fetched.add(urljoin(self.address, given["href"]))
        if tag == "meta" and given.get("property") in {"og:image", "og:url"}:
            self.seen.fetched.add(given["content"])
        if tag in FETCHED and (name := given.get(FETCHED[tag])):
            self.seen.fetched.add(urljoin(self.address, name.split(" ")[0]))
        if tag == "img":
            self.seen.faults += [f"<img {given.get('src')}> without {name}" for name in ("width", "height", "alt") if given.get(name) is None]


def read(address: str, html: str) -> Seen:
    reader = Reader(address)
    reader.feed(html)
    return reader.seen


@dataclass
class Site:
    """Every page that can be reached from the given ones by links, each asked once."""

    root: str  # without a slash at its end
    get: object  # address -> (status, headers, body)
    pages: dict[str, Seen] = field(default_factory=dict)
    status: dict[str, int] = field(default_factory=dict)
    leads_to: dict[str, str] = field(default_factory=dict)  # redirects
    named_on: dict[str, str] = field(default_factory=dict)  # address -> the first page that names it

    def inner(self, address: str) -> bool:
        return address.startswith(self.root + "/")

    def crawl(self, *starts: str) -> None:
        waiting = [self.root + start for start in starts]
        while waiting:
            address = waiting.pop()
            if address in self.status or self.is_another_sheet(address):
                continue
            status, headers, body = self.get(address)
            self.status[address] = status
            if 300 <= status < 400:
                self.leads_to[address] = urljoin(address, headers["Location"])
                waiting.append(without_fragment(self.leads_to[address]))
            elif status == 200 and headers["Content-Type"].startswith("text/html"):
                seen = self.pages[address] = read(address, body.decode())
                for named in seen.links | seen.fetched:
                    self.named_on.setdefault(named, address)
                    if self.inner(named):
                        waiting.append(without_fragment(named))

    def is_another_sheet(self, address: str) -> bool:
        """Of each size the sheet of one link stands for all: more than sixty a minute are refused."""
        sheet = SHEET.search(address)
        return bool(sheet) and any(seen.endswith(sheet[0]) for seen in self.status)

    def end_of(self, address: str) -> str:
        """Where a reader arrives, fragment included."""
        fragment = urlsplit(address).fragment
        for _ in range(5):
            target = self.leads_to.get(without_fragment(address))
            if target is None:
                break
            address = target
            fragment = urlsplit(target).fragment or fragment
        return without_fragment(address) + (f"#{fragment}" if fragment else "")


def without_fragment(address: str) -> str:
    return address.split("#", 1)[0]
