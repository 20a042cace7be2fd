"""Asking another site whether an address is there, politely and without ever asking our own network.

An editor's text decides where this goes, so the name is resolved first, every address it has must be public, and the
connection goes to that very address: a name that changes between the two leads nowhere. Redirects are asked one by one.
"""

import http.client
import ipaddress
import socket
import ssl
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import urljoin, urlsplit
from urllib.robotparser import RobotFileParser

from django.conf import settings

from editing.readiness.models import Link

Problem = Link.Problem
TIMEOUT = 10  # seconds for connecting, and for each answer
DELAY = 2.0  # seconds between two requests to one host
REDIRECTS = 5
MOST_ROBOTS = 200_000  # bytes that are read of a robots.txt
BUSY = {429, 503}
NAT64 = ipaddress.ip_network("64:ff9b::/96")
ALLOWED_PORTS = {None, 80, 443}
AGENT = "ChiEmHocSo-LinkCheck/1.0"


def user_agent() -> str:
    """Who asks, and where to complain."""
    return f"{AGENT} (+{settings.SITE_URL})"


def is_public(address: str) -> bool:
    """No loopback, private, link-local, multicast or reserved address, also not inside an IPv6 one."""
    ip = ipaddress.ip_address(address.split("%")[0])
    return ip.is_global and not ip.is_multicast and all(inner.is_global for inner in inside(ip))


def inside(ip) -> list[ipaddress.IPv4Address]:
    """The addresses of the old kind that one of the new kind may lead to."""
    if ip.version == 4:
        return []
    known = [ip.ipv4_mapped, ip.sixtofour, *(ip.teredo or ())]
    if ip in NAT64:
        known.append(ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF))
    return [each for each in known if each is not None]


class Forbidden(Exception):
    """An address that must not be asked."""


@dataclass(frozen=True)
class Answer:
    status: int | None = None
    problem: str = ""
    counts: bool = True  # False: it says nothing of the link


@dataclass
class Asker:
    """One run. One connection at a time, and never two requests to a host within DELAY."""

    may_ask: Callable[[str], bool] = is_public  # an IP address
    any_port: bool = False
    delay: float = DELAY
    sleep: Callable[[float], None] = time.sleep
    clock: Callable[[], float] = time.monotonic
    last: dict[str, float] = field(default_factory=dict)
    robots: dict[str, RobotFileParser | None] = field(default_factory=dict)
    busy: set[str] = field(default_factory=set)  # hosts that asked to be left alone

    def ask(self, address: str) -> Answer:
        """Whether something is there. Never raises."""
        try:
            return self._follow(address)
        except Forbidden:
            return Answer(problem=Problem.FORBIDDEN)
        except socket.gaierror:
            return Answer(problem=Problem.UNKNOWN_HOST)
        except ssl.SSLCertVerificationError:
            return Answer(problem=Problem.CERTIFICATE)
        except (OSError, http.client.HTTPException, ValueError):
            return Answer(problem=Problem.SILENT)

    def _follow(self, address: str) -> Answer:
        for _hop in range(REDIRECTS + 1):
            host = urlsplit(address).netloc
            if host in self.busy or not self._is_welcome(address):
                return Answer(counts=False, problem=Problem.REFUSED)
            status, location = self._status(address)
            if status in BUSY:
                self.busy.add(host)
                return Answer(status, Problem.ERROR, counts=False)
            if 300 <= status < 400 and location:
                address = urljoin(address, location)
                continue
            return Answer(status, problem_of(status))
        return Answer(problem=Problem.CIRCLE)

    def _status(self, address: str) -> tuple[int, str]:
        """By HEAD; where that is refused, by the first byte of a GET."""
        status, location, _body = self._request("HEAD", address)
        if status >= 400 and status not in BUSY:
            status, location, _body = self._request("GET", address, {"Range": "bytes=0-0"})
        return 200 if status == 416 else status, location

    def _is_welcome(self, address: str) -> bool:
        """What its robots.txt says; where there is none, yes."""
        parts = urlsplit(address)
        key = f"{parts.scheme}://{parts.netloc}"
        if key not in self.robots:
            self.robots[key] = self._robots_of(key)
        rules = self.robots[key]
        return rules is None or rules.can_fetch(AGENT, address)

    def _robots_of(self, key: str) -> RobotFileParser | None:
        try:
            status, _location, body = self._request("GET", f"{key}/robots.txt", read=MOST_ROBOTS)
        except (OSError, http.client.HTTPException):
            return None
        if status != 200:
            return None
        rules = RobotFileParser()
        rules.parse(body.decode("utf-8", "replace").splitlines())
        return rules

    def _request(self, method: str, address: str, headers: dict | None = None, read: int = 0) -> tuple[int, str, bytes]:
        parts = urlsplit(address)
        if parts.scheme not in {"http", "https"} or not parts.hostname or parts.username or parts.password:
            raise Forbidden(address)
        if not self.any_port and parts.port not in ALLOWED_PORTS:
            raise Forbidden(address)
        self._wait_for(parts.netloc)
        connection = self._connect(parts)
        try:
            path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
            connection.request(method, quoted(path), headers={"User-Agent": user_agent(), "Accept": "*/*", "Connection": "close", **(headers or {})})
            answer = connection.getresponse()
            return answer.status, answer.getheader("Location") or "", answer.read(read) if read else b""
        finally:
            connection.close()
            self.last[parts.netloc] = self.clock()

    def _connect(self, parts) -> http.client.HTTPConnection:
        """To an address that was looked at, under the name that was asked for."""
        port = parts.port or (443 if parts.scheme == "https" else 80)
        found = socket.getaddrinfo(parts.hostname, port, type=socket.SOCK_STREAM)
        if not found or not all(self.may_ask(info[4][0]) for info in found):
            raise Forbidden(parts.hostname)
        connection = http.client.HTTPConnection(parts.hostname, port, timeout=TIMEOUT)
        plain = socket.create_connection((found[0][4][0], port), timeout=TIMEOUT)
        if parts.scheme == "https":
            try:
                connection.sock = ssl.create_default_context().wrap_socket(plain, server_hostname=parts.hostname)
            except BaseException:
                plain.close()
                raise
        else:
            connection.sock = plain
        return connection

    def _wait_for(self, host: str) -> None:
        if host in self.last and (left := self.last[host] + self.delay - self.clock()) > 0:
            self.sleep(left)


def problem_of(status: int) -> str:
    """A door that wants a password is there."""
    if status in {401, 403, 407, 451} or status < 400:
        return ""
    return Problem.GONE if status < 500 else Problem.ERROR


def quoted(path: str) -> str:
    """Letters beyond ASCII as their bytes, the rest as it stands."""
    return "".join(char if 32 < ord(char) < 127 else "".join(f"%{byte:02X}" for byte in char.encode()) for char in path)
