"""The way in on a small phone, with scripts and without, and the second factor of staff."""

import json
import time

import pytest
from allauth.mfa.totp.internal import auth as totp
from playwright.sync_api import expect

from tests.members.door import OTHER_PIN, PIN, WRONG

AFTER = "/hoc/"
MAKE = """
import json
from members.models import Member, Unit
from members.signin import door
unit = Unit.objects.filter(kind="branch").first() or Unit.objects.filter(kind="commune").first()
secrets = []
for name in ("Lò Thị Lan", "Mùa Thị Mai"):
    member = Member.objects.create(username="thu-%s-" + name[-3:], full_name=name, unit=unit)
    card = door.issue_card(member=member, by=None)
    secrets.append([card.secret, card.code])
staff = Member(username="thu-%s-staff", full_name="Lường Thị Quản", is_superuser=True)
staff.set_password("mat khau thu 2026")
staff.save()
print(json.dumps({"cards": secrets, "invitation": door.invite(unit=unit, by=None, seats=1, days=1)[1], "staff": staff.username}))
"""


@pytest.fixture
def made(site_server, request):
    """Two new cards, an invitation, a member of staff; new for each test, for the demo is shared."""
    mark = str(abs(hash(request.node.name)))[:8]
    return json.loads(site_server.manage("shell", "--verbosity=0", "--command", MAKE % (mark, mark)).strip().splitlines()[-1])


def submit(page) -> None:
    page.locator("main form.ask button").first.click()


def type_pin(page, pin: str, twice: bool = False) -> None:
    page.fill("[name=pin]", pin)
    if twice:
        page.fill("[name=again]", pin)
    submit(page)


def two_women_share_a_phone(page, url: str, cards) -> None:
    (lan, _code), (_secret, mai_code) = cards
    page.goto(f"{url}/dang-nhap/the/{lan}/?tiep={AFTER}")
    type_pin(page, "123456", twice=True)
    expect(page.locator(".wrong")).to_be_visible()
    expect(page.locator("[name=pin]")).to_have_value("")
    type_pin(page, PIN, twice=True)
    page.wait_for_url(url + AFTER)
    page.goto(f"{url}/dang-nhap/doi/")
    page.locator("button.name[value='']").click()
    page.fill("[name=code]", mai_code.lower())
    submit(page)
    type_pin(page, OTHER_PIN, twice=True)
    page.goto(f"{url}/dang-nhap/doi/")
    page.get_by_role("button", name="Lan").first.click()
    type_pin(page, WRONG)
    expect(page.locator(".wrong")).to_contain_text("4")
    type_pin(page, PIN)
    page.goto(f"{url}/dang-nhap/doi/")
    page.locator("form[action='/dang-xuat/'] button").click()
    expect(page.locator("a.name")).to_have_count(2)


def test_two_women_share_a_phone(visitor, site_server, made):
    two_women_share_a_phone(visitor, site_server.url, made["cards"])


def test_two_women_share_a_phone_without_script(visitor_without_script, site_server, made):
    two_women_share_a_phone(visitor_without_script, site_server.url, made["cards"])


def test_screens_of_the_door_fit_a_small_phone(visitor, site_server, made):
    """Nothing to scroll sideways, and every target is big enough for a thumb."""
    secret = made["cards"][0][0]
    for address in ("/dang-nhap/", f"/dang-nhap/the/{secret}/", f"/tham-gia/{made['invitation']}/", "/cms/login/"):
        visitor.goto(site_server.url + address)
        assert visitor.evaluate("document.documentElement.scrollWidth <= innerWidth"), address
        for target in visitor.locator("main a:visible, main button:visible, main input:visible").all():
            assert target.bounding_box()["height"] >= 48, f"{address}: {target.evaluate('found => found.outerHTML')}"


def test_her_name_waits_for_the_chairwoman(visitor, site_server, made):
    address = f"{site_server.url}/tham-gia/{made['invitation']}/"
    visitor.goto(address)
    for name, text in {"full_name": "Lường Thị Đào", "year": "1985", "pin": PIN, "again": PIN}.items():
        visitor.fill(f"[name={name}]", text)
    submit(visitor)
    expect(visitor.locator("h1")).to_contain_text("Đào")
    visitor.goto(address)
    expect(visitor.locator("h1")).to_contain_text("Đào")


def test_staff_sets_up_the_second_factor_and_needs_it_the_next_time(desktop, site_server, made):
    page, url = desktop.new_page(), site_server.url
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)

    def log_in():
        page.goto(f"{url}/cms/")
        page.fill("[name=login]", made["staff"])
        page.fill("[name=password]", "mat khau thu 2026")
        submit(page)

    log_in()
    page.wait_for_url(f"{url}/cms/")
    page.goto(f"{url}/cms/vao/bat/")
    assert page.locator("img.totp").evaluate("found => found.naturalWidth") > 0
    secret = page.locator("main code").inner_text()
    page.fill("[name=code]", code(secret))
    submit(page)
    expect(page.locator("main code")).to_have_count(10)
    spare = page.locator("main code").first.inner_text()
    desktop.clear_cookies()
    log_in()
    page.wait_for_url(f"{url}/cms/vao/ma/")
    page.fill("[name=code]", spare)
    submit(page)
    page.wait_for_url(f"{url}/cms/")
    assert not complaints


def code(secret: str) -> str:
    return totp.format_hotp_value(totp.hotp_value(secret, int(time.time()) // 30))
