"""What a reader does on her phone."""

from playwright.sync_api import Page, expect

LOADED = "picture => picture.complete && picture.naturalWidth > 0"


def scroll_through_steps(page: Page) -> list[str]:
    """The words on the pictures of all steps, each seen."""
    words = []
    for step in page.locator(".step").all():
        step.scroll_into_view_if_needed()
        picture = step.locator("img")
        expect(picture).to_be_visible()
        see(picture)
        words.append(picture.get_attribute("alt"))
    return words


def see(picture) -> None:
    """Wait until it is there in pixels."""
    picture.scroll_into_view_if_needed()
    expect(picture).to_have_js_property("complete", True)
    assert picture.evaluate(LOADED), picture.get_attribute("src")


def language_link(page: Page, code: str):
    return page.locator(f"#ngon-ngu a[hreflang^={code}]")


def assert_shown(page: Page, notice: str) -> None:
    expect(page.locator(f"#{notice}")).to_be_visible()
    expect(page.locator(f"#{notice}")).to_be_in_viewport()
