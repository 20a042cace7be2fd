"""A member has one name, and may have no e-mail address, on the screens where Wagtail expects two names and an address."""

from playwright.sync_api import expect

from tests.journeys import desk

NAME = "Lường Thị Đào"


def test_administrator_adds_a_member_and_finds_her_by_name(administrator, site_server):
    administrator.goto(f"{site_server.url}/cms/users/new/")
    expect(administrator.locator("[name=first_name]")).to_have_count(0)
    administrator.fill("[name=username]", "luong-dao")
    administrator.fill("[name=full_name]", NAME)
    for name in ("password1", "password2"):
        administrator.fill(f"[name={name}]", "mat khau cua Dao 2026")
    administrator.locator("main form [type=submit]:visible").last.click()
    desk.succeeded(administrator)
    administrator.goto(f"{site_server.url}/cms/users/?q={NAME.split()[-1]}")
    administrator.locator("main").get_by_role("link", name=NAME).first.click()
    expect(administrator.locator("[name=full_name]")).to_have_value(NAME)


def test_member_changes_her_own_name(administrator, site_server):
    administrator.goto(f"{site_server.url}/cms/account/")
    administrator.fill("[name=name_email-full_name]", "Lường Thị Quản Trị")
    administrator.locator("main form [type=submit]:visible").last.click()
    desk.succeeded(administrator)
    expect(administrator.locator("[name=name_email-full_name]")).to_have_value("Lường Thị Quản Trị")
