"""What a page costs a phone, as Chromium sees it on the wire."""

from dataclasses import dataclass, field

KB = 1000
SLOW_LINE = {"offline": False, "latency": 400, "downloadThroughput": 400_000 / 8, "uploadThroughput": 400_000 / 8}  # P1
SLOW_PHONE = {"rate": 4}
QUIET, PATIENCE = 500, 30_000  # ms

PAINTS = """() => new Promise(resolve => {
  let painted = 0, shifted = 0;
  new PerformanceObserver(list => list.getEntries().forEach(entry => painted = entry.startTime)).observe({type: "largest-contentful-paint", buffered: true});
  new PerformanceObserver(list => list.getEntries().forEach(entry => shifted += entry.value)).observe({type: "layout-shift", buffered: true});
  setTimeout(() => resolve([painted, shifted]), 100);
})"""
TWO_FRAMES = "() => new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve, 0))))"
SCROLL_ON = "() => { const at = scrollY; scrollBy({top: innerHeight / 2, behavior: 'instant'}); return scrollY > at; }"


@dataclass
class Answer:
    address: str
    kind: str = ""  # Document, Script, Image...
    size: int = 0  # bytes on the wire, headers included


@dataclass
class Weight:
    answers: list[Answer] = field(default_factory=list)
    largest_paint: float = 0  # ms
    shift: float = 0  # all layout shifts added up

    def of(self, kind: str) -> int:
        return sum(answer.size for answer in self.answers if answer.kind == kind)

    @property
    def total(self) -> int:
        return sum(answer.size for answer in self.answers)


class Wire:
    """Counts what comes over the wire for a page."""

    def __init__(self, page, slow: bool):
        self.page = page
        self.answers: dict[str, Answer] = {}
        self.waiting: set[str] = set()
        session = page.context.new_cdp_session(page)
        for name, heard in (
            ("requestWillBeSent", self._sent),
            ("responseReceived", self._answered),
            ("loadingFinished", self._finished),
            ("loadingFailed", self._failed),
        ):
            session.on(f"Network.{name}", heard)
        session.send("Network.enable")
        if slow:
            session.send("Network.emulateNetworkConditions", SLOW_LINE)
            session.send("Emulation.setCPUThrottlingRate", SLOW_PHONE)

    def _sent(self, event):
        if not event["request"]["url"].startswith("data:"):
            self.answers[event["requestId"]] = Answer(event["request"]["url"])
            self.waiting.add(event["requestId"])

    def _answered(self, event):
        if answer := self.answers.get(event["requestId"]):
            answer.kind = event["type"]

    def _finished(self, event):
        """For HTTP/1.1 this length counts status line, headers and body."""
        if answer := self.answers.get(event["requestId"]):
            answer.size = event["encodedDataLength"]
        self.waiting.discard(event["requestId"])

    def _failed(self, event):
        self.waiting.discard(event["requestId"])

    def settle(self) -> None:
        """Until nothing has been asked for during half a second."""
        for _ in range(PATIENCE // QUIET):
            before = len(self.answers)
            self.page.evaluate(TWO_FRAMES)  # on a busy machine half a second may pass without one
            self.page.wait_for_timeout(QUIET)
            self.page.evaluate(TWO_FRAMES)
            if not self.waiting and len(self.answers) == before:
                return
        raise AssertionError(f"Still loading: {[self.answers[key].address for key in self.waiting]}")


def weigh(browser, address: str, *, slow: bool = True, scroll: bool = False, cookies=()) -> Weight:
    """A cold visit at 360x640 and twice the density; before the first scroll, or scrolled to the end."""
    context = browser.new_context(viewport={"width": 360, "height": 640}, device_scale_factor=2, is_mobile=True, has_touch=True, locale="vi-VN")
    try:
        context.add_cookies(cookies)
        page = context.new_page()
        wire = Wire(page, slow)
        page.goto(address, timeout=60_000)
        wire.settle()
        if scroll:
            while page.evaluate(SCROLL_ON):
                page.wait_for_timeout(100)
            wire.settle()
        return Weight([*wire.answers.values()], *page.evaluate(PAINTS))
    finally:
        context.close()
