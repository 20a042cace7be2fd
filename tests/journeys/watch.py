"""What a browser complains of while a journey runs."""

from urllib.parse import urlsplit

MISSING = "Failed to load resource"


class Watch:
    """Collects console errors (policy violations are among them), page errors and requests to foreign hosts of a context."""

    def __init__(self, context, url: str):
        self.host = urlsplit(url).netloc
        self.complaints: list[str] = []
        self.expected: set[str] = set()  # addresses whose own answer may be an error
        context.on("console", self._console)
        context.on("weberror", lambda error: self.complaints.append(f"{error.page.url}: {error.error}"))
        context.on("request", self._request)

    def _console(self, message) -> None:
        address = message.location.get("url", "")
        if message.type != "error" or (message.text.startswith(MISSING) and address in self.expected):
            return
        self.complaints.append(f"{message.page.url if message.page else ''}: {message.text} ({address})")

    def _request(self, request) -> None:
        parts = urlsplit(request.url)
        if parts.scheme in {"http", "https", "ws", "wss"} and parts.netloc != self.host:
            self.complaints.append(f"foreign host: {request.url}")

    def assert_silent(self) -> None:
        assert not self.complaints, "\n".join(self.complaints)
