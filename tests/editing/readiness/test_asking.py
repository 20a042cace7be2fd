"""Asking another site: politely, and never our own network."""

import socket
import ssl

import pytest

from editing.readiness import asking
from editing.readiness.asking import Asker
from tests.editing.readiness.far_site import far_site


def here(**options) -> Asker:
    """An asker that is let onto this machine, and waits for nobody."""
    return Asker(may_ask=lambda address: True, any_port=True, **{"delay": 0, **options})


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("8.8.8.8", True),
        ("2606:4700::1111", True),
        ("127.0.0.1", False),
        ("10.1.2.3", False),
        ("172.16.0.9", False),
        ("192.168.1.1", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("0.0.0.0", False),  # noqa: S104
        ("224.0.0.1", False),
        ("255.255.255.255", False),
        ("::1", False),
        ("fe80::1%eth0", False),
        ("fc00::1", False),
        ("::ffff:127.0.0.1", False),
        ("::ffff:10.0.0.1", False),
        ("2002:7f00:1::", False),
        ("64:ff9b::7f00:1", False),
        ("64:ff9b::808:808", True),
    ],
)
def test_public_addresses(address, public):
    assert asking.is_public(address) is public


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1/",
        "http://localhost/",
        "http://[::1]/",
        "http://2130706433/",
        "http://0x7f.1/",
        "http://169.254.169.254/latest/meta-data/",
        "http://8.8.8.8:22/",
        "http://ai:mat-khau@8.8.8.8/",
        "ftp://8.8.8.8/",
        "file:///etc/passwd",
    ],
)
def test_own_network_and_odd_addresses_are_never_asked(address, monkeypatch):
    monkeypatch.setattr(socket, "create_connection", lambda *args, **kwargs: pytest.fail("connected"))
    assert Asker(delay=0).ask(address).problem in {"forbidden", "unknown-host"}


def test_a_name_that_leads_home_is_refused_even_beside_a_public_address(monkeypatch):
    both = [(2, 1, 6, "", ("8.8.8.8", 80)), (2, 1, 6, "", ("127.0.0.1", 80))]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *args, **kwargs: both)
    monkeypatch.setattr(socket, "create_connection", lambda *args, **kwargs: pytest.fail("connected"))
    assert Asker(delay=0).ask("http://doi-ten.example/").problem == "forbidden"


def test_connection_goes_to_the_address_that_was_looked_at(monkeypatch):
    """Not to the name, which may lead elsewhere a moment later."""
    with far_site(co=200) as site:
        port = int(site.address.rsplit(":", 1)[1])
        asked = []

        def look_up(host, *args, **kwargs):
            asked.append(host)
            return [(2, 1, 6, "", ("127.0.0.1", port))]

        monkeypatch.setattr(socket, "getaddrinfo", look_up)
        assert here().ask(f"http://xa.example:{port}/co").problem == ""
        assert site.asked[-1][2]["Host"] == f"xa.example:{port}"
        assert asked == ["xa.example", "127.0.0.1"] * 2  # for robots.txt, then for the address


def test_a_redirect_into_our_network_is_refused():
    with far_site(di=(302, {"Location": "http://10.0.0.1/"}, b"")) as site:
        asker = Asker(may_ask=lambda address: address == "127.0.0.1", any_port=True, delay=0)
        assert asker.ask(site.url("/di")).problem == "forbidden"


@pytest.mark.parametrize(
    ("answer", "problem"),
    [
        (200, ""),
        (204, ""),
        (404, "gone"),
        (410, "gone"),
        (500, "error"),
        (401, ""),
        (403, ""),
        ({"HEAD": 405, "GET": 200}, ""),
        ({"HEAD": 404, "GET": 206}, ""),
        ({"HEAD": 501, "GET": 416}, ""),
        ({"HEAD": 200, "GET": 500}, ""),
        ((301, {"Location": "/co"}, b""), ""),
        ((302, {"Location": "/vong"}, b""), "circle"),
        ((302, {"Location": "/khong-co"}, b""), "gone"),
    ],
)
def test_answers(answer, problem):
    with far_site(vong=answer, co=200) as site:
        assert here().ask(site.url("/vong")).problem == problem


def test_head_first_and_one_byte_of_a_get_only_where_it_is_refused():
    with far_site(co=200, khong={"HEAD": 405, "GET": 206}) as site:
        here().ask(site.url("/co"))
        here().ask(site.url("/khong"))
        assert site.paths() == [("HEAD", "/co"), ("HEAD", "/khong"), ("GET", "/khong")]
        assert site.asked[-1][2]["Range"] == "bytes=0-0"
        assert all("LinkCheck" in headers["User-Agent"] and "http" in headers["User-Agent"] for _method, _path, headers in site.asked)


def test_robots_txt_is_obeyed_and_read_once():
    with far_site(co=200, kin=200, **{"robots.txt": (200, {}, b"User-agent: *\nDisallow: /kin")}) as site:
        asker = here()
        closed = asker.ask(site.url("/kin"))
        assert closed.problem and not closed.counts
        assert asker.ask(site.url("/co")).problem == ""
        assert site.paths() == [("HEAD", "/co")]
        assert [path for _method, path, _headers in site.asked].count("/robots.txt") == 1


def test_a_busy_site_is_left_alone_for_the_rest_of_the_run():
    with far_site(dong=429, co=200) as site:
        asker = here()
        for path in ("/dong", "/co"):
            answer = asker.ask(site.url(path))
            assert answer.problem and not answer.counts
        assert site.paths() == [("HEAD", "/dong")]


def test_hosts_are_not_hurried():
    now, waited = [100.0], []

    def sleep(seconds):
        waited.append(seconds)
        now[0] += seconds

    with far_site(co=200) as site:
        asker = here(delay=2.0, sleep=sleep, clock=lambda: now[0])
        asker.ask(site.url("/co"))
        asker.ask(site.url("/co"))
    assert waited == [2.0, 2.0]  # robots.txt, then the two


def test_silence_and_unknown_names():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
    assert here().ask(f"http://127.0.0.1:{port}/").problem == "silent"
    assert here().ask("http://khong-co-ten-nay.invalid/").problem == "unknown-host"


def test_certificate_that_is_not_valid(monkeypatch):
    def refuse(*args, **kwargs):
        raise ssl.SSLCertVerificationError("hết hạn")

    monkeypatch.setattr(Asker, "_connect", refuse)
    assert here().ask("https://xa.example/").problem == "certificate"


def test_letters_beyond_ascii_are_sent_as_bytes():
    assert asking.quoted("/bài?q=a b") == "/b%C3%A0i?q=a%20b"
