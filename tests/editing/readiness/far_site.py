"""A site outside, which is in truth a server on this machine: what it answers is set by path, and it keeps what it was asked."""

import threading
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass
class FarSite:
    address: str
    answers: dict = field(default_factory=dict)  # path to a status, or to (method to status), or to (status, headers, body)
    asked: list = field(default_factory=list)  # (method, path, headers)

    def url(self, path: str) -> str:
        return self.address + path

    def paths(self, but: str = "/robots.txt") -> list[tuple[str, str]]:
        return [(method, path) for method, path, _headers in self.asked if path != but]


@contextmanager
def far_site(**answers):
    site = FarSite("", {f"/{name}": answer for name, answer in answers.items()})

    class Handler(BaseHTTPRequestHandler):
        def answer(self):
            site.asked.append((self.command, self.path, dict(self.headers)))
            said = site.answers.get(self.path, 404)
            said = said.get(self.command, 405) if isinstance(said, dict) else said
            status, headers, body = said if isinstance(said, tuple) else (said, {}, b"")
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            if self.command == "GET":
                self.wfile.write(body)

        do_GET = do_HEAD = answer  # noqa: N815

        def log_message(self, *args):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    site.address = f"http://127.0.0.1:{server.server_port}"
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
