"""Pages as targets of short links."""

from collections.abc import Collection, Iterator
from typing import Any
from uuid import UUID

from django.db.models import Q
from wagtail.models import Page, Site

from config.languages import BY_CODE, SOURCE
from pages import cards
from sharing import targets
from sharing.shortlinks import ShortLink
from sharing.targets import GONE, Edition, Target

ROOT = 1  # depth


def address(page: Page) -> str:
    """From the root of the site, of any page whose locale is at hand."""
    return BY_CODE[page.locale.language_code].prefix + page.url_path.split("/", 2)[2]


def paths_above(page: Page) -> list[str]:
    return [page.path[:end] for end in range(page.steplen * 2, len(page.path), page.steplen)]


class Pages:
    name = "page"

    def key_of(self, thing: object) -> UUID | None:
        return thing.translation_key if isinstance(thing, Page) else None

    def way(self, link: ShortLink) -> str:
        """Its own language, then Vietnamese with the notice that it is not translated, then what stood above it."""
        found = Page.objects.filter(translation_key=link.key, locale__language_code__in={link.language, SOURCE}).select_related("locale")
        editions = {page.locale.language_code: page for page in found}
        for language, page in sorted(editions.items(), key=lambda item: item[0] != link.language):
            if page.live:
                return address(page) + ("" if language == link.language else f"#chua-dich-{link.language}")
        return f"{self.nearest(link, editions.values())}#{GONE}"

    def nearest(self, link: ShortLink, dead: Collection[Page]) -> str:
        """The lowest page above it that anybody may read, in the link's language if it is there too."""
        paths = [path for page in dead for path in paths_above(page)]
        keys = Page.objects.filter(path__in=paths).values("translation_key") if paths else link.trail
        living = Page.objects.filter(cards.public(), translation_key__in=keys, live=True, depth__gt=ROOT, locale__language_code__in={link.language, SOURCE})
        found = max(living.select_related("locale"), key=lambda page: (page.depth, page.locale.language_code == link.language), default=None)
        return address(found) if found else BY_CODE[link.language].prefix

    def living(self, keys: Collection[UUID]) -> list[Edition]:
        return self._editions(Q(translation_key__in=keys, live=True))

    def readable(self, keys: Collection[UUID], reader: Any) -> list[Edition]:
        open_to_her = cards.open_to_members() if reader is not None and reader.is_authenticated else cards.public()
        return self._editions(Q(translation_key__in=keys, live=True) & open_to_her)

    def _editions(self, condition: Q) -> list[Edition]:
        return [self._edition(page) for page in cards.fetch(condition) if hasattr(page, "share_title")]

    def _edition(self, page: Any) -> Edition:
        picture = page.share_picture or page.cover
        return Edition(
            Target(self.name, page.translation_key), page.locale.language_code, page.title, page.description, page.ready_message, page.address, picture
        )

    def at(self, path: str) -> UUID | None:
        """A page that is not translated is found by its Vietnamese edition, as its readers find it."""
        language = next((code for code, each in BY_CODE.items() if code != SOURCE and path.startswith(each.prefix)), SOURCE)
        rest = path.removeprefix(BY_CODE[language].prefix).strip("/")
        roots = {site.language_code: site.root_path for site in Site.get_site_root_paths()}
        addresses = {code: f"{roots[code]}{rest}/" if rest else roots[code] for code in (language, SOURCE) if code in roots}
        found = dict(Page.objects.filter(url_path__in=addresses.values(), live=True).values_list("locale__language_code", "translation_key"))
        return found.get(language) or found.get(SOURCE)

    def trail(self, key: UUID) -> list[str]:
        source = Q(locale__language_code=SOURCE)
        page = Page.objects.filter(source, translation_key=key).first() or Page.objects.filter(translation_key=key).first()
        above = Page.objects.filter(path__in=paths_above(page)).order_by("-path") if page else Page.objects.none()
        return [str(key) for key in above.values_list("translation_key", flat=True)]

    def may_edit(self, user: Any, key: UUID) -> bool:
        pages = Page.objects.filter(translation_key=key)
        return any(page.permissions_for_user(user).can_edit() for page in pages)

    def everything(self) -> Iterator[tuple[UUID, str]]:
        yield from cards.met_by_readers(Page.objects.filter(live=True, depth__gt=ROOT)).values_list("translation_key", "locale__language_code").iterator()


def register() -> None:
    targets.register(Pages())
