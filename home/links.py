"""The addresses that messages carry: short links where there are any."""

from collections.abc import Iterable

from sharing import targets
from sharing.domain import short_link
from sharing.shortlinks import ShortLink


def addresses_of(pages: Iterable, unit=None) -> dict[int, str]:
    """Primary key to address, by one query: of the unit's own links, or of the general ones; a page without is named by its own address."""
    pages = list(pages)
    links = ShortLink.objects.to(*(targets.of(page) for page in pages)).filter(unit=unit, campaign="")
    known = {(link.key, link.language): link.address for link in links}
    return {page.pk: known.get((page.translation_key, page.language.code), page.canonical) for page in pages}


def make_links(*, pages: Iterable, unit, by) -> None:
    for page in pages:
        short_link(target=targets.of(page), language=page.language.code, unit=unit, made_by=by)
