"""What staff do at /cms/, by names and structure: words on the buttons may change, and come in three languages."""

from playwright.sync_api import Locator, Page, expect


def sign_in(page: Page, url: str, username: str, password: str) -> None:
    page.goto(f"{url}/cms/")
    page.fill("[name=login]", username)
    page.fill("[name=password]", password)
    page.click("main button[type=submit]")
    page.wait_for_url(f"{url}/cms/")


def explore(page: Page, url: str, *addresses: str) -> None:
    """Down the page explorer, by the readers' addresses."""
    page.goto(f"{url}/cms/pages/")
    for address in addresses:
        row(page, address).locator("a[href^='/cms/pages/']:not([href*=edit]):not([href*=add])").first.click()
        expect(page.locator(f"header a[href='{address}']").first).to_be_attached()


def row(page: Page, address: str) -> Locator:
    """A page in the explorer's list."""
    return page.locator("tr", has=page.locator(f"a[href='{address}']"))


def show(page: Page, selector: str) -> None:
    """Open the editor's tab that holds this."""
    section = page.locator(selector).first.evaluate("found => found.closest('section[id^=tab-]').id")
    page.locator(f"[role=tab][href='#{section}']").click()


def add_block(page: Page, stream: str, icon: str = "") -> str:
    """At the end of a stream, chosen by its icon where there are several kinds; the beginning of its fields' names."""
    count = page.locator(f"[name={stream}-count]")
    number = int(count.input_value())
    count.locator("xpath=..").locator(".c-sf-add-button").last.click()
    if icon:
        page.locator(f"[role=option]:visible:has(.icon-{icon})").click()
    expect(count).to_have_value(str(number + 1))
    return f"{stream}-{number}"


def write(page: Page, name: str, text: str) -> None:
    """In a rich text field, by the name of its hidden input."""
    box = page.locator(f"[name='{name}']").locator("xpath=following::*[@contenteditable='true'][1]")
    box.click()
    page.keyboard.type(text)
    expect(box).to_contain_text(text)


def chooser(page: Page, name: str) -> Locator:
    return page.locator(f"[id='{name}-chooser']")


def open_chooser(page: Page, name: str) -> Locator:
    chooser(page, name).locator("button[data-chooser-action-choose]:visible").click()
    modal = page.locator(".modal-content")
    expect(modal.locator("[data-chooser-modal-choice], .modal-body").first).to_be_visible()
    return modal


def upload_picture(page: Page, name: str, file, *, title: str, description: str) -> None:
    modal = open_chooser(page, name)
    modal.locator("#tab-label-upload").click()
    modal.locator("[name=image-chooser-upload-file]").set_input_files(file)
    modal.locator("[name=image-chooser-upload-title]").fill(title)
    modal.locator("[name=image-chooser-upload-description]").fill(description)
    modal.locator("#tab-upload button[type=submit]").click()
    expect(modal).to_be_hidden()
    expect(chooser(page, name).locator(".chooser__title")).to_have_text(title)


def choose_picture(page: Page, name: str, title: str) -> None:
    modal = open_chooser(page, name)
    modal.locator("[data-chooser-modal-choice]", has_text=title).first.click()
    expect(modal).to_be_hidden()


def actions(page: Page) -> Locator:
    """The editor's footer with its menu open."""
    footer = page.locator("footer.footer, footer").last
    footer.locator(".w-dropdown__toggle").first.click()
    return footer


def succeeded(page: Page) -> None:
    expect(page.locator(".messages .success").first).to_be_visible()
