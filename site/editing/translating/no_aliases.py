"""wagtail-localize offers to keep whole trees in step with alias pages, which would show Vietnamese under another language's address."""


def install() -> None:
    """Neither offered nor taken when somebody posts it by hand: the locale's form no longer knows it."""
    from wagtail_localize.locales import components  # registered while models load
    from wagtail_localize.models import LocaleSynchronization

    components.LOCALE_COMPONENTS[:] = [component for component in components.LOCALE_COMPONENTS if component["model"] is not LocaleSynchronization]


def without_alias(menu_items, request, context) -> None:
    """For construct_page_action_menu."""
    menu_items[:] = [item for item in menu_items if item.name != "localize-convert-to-alias"]
