"""Which short forms there are. The areas of the site, which are above this app, name theirs by the hook register_short_form."""

from functools import cache

from wagtail import hooks


@cache
def forms() -> tuple[type, ...]:
    return tuple(give() for give in hooks.get_hooks("register_short_form"))


def by_slug(slug: str) -> type | None:
    return next((form for form in forms() if form.slug == slug), None)


def for_model(model: type | None) -> type | None:
    return next((form for form in forms() if form.model is model), None)
