"""Where a page stands: what a link to it shows, without the page itself."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from wagtail.models import Locale, Page

from config.languages import BY_CODE


class Addressed:
    """Mixed into what stands below the home page of its language, under the same words in every language."""

    @property
    def language(self):
        return BY_CODE[self.locale.language_code]

    @property
    def path_below_home(self) -> str:
        """hoc/dien-thoai/ for a page, empty for a home page: the same in every language."""
        return self.url_path.split("/", 2)[2]

    @property
    def address(self) -> str:
        """From the root of the site. Without a query where the locale is known; stock `url` looks for the site first."""
        return self.language.prefix + self.path_below_home

    @property
    def canonical(self) -> str:
        return settings.SITE_URL + self.address


@dataclass(frozen=True)
class Signpost(Addressed):
    pk: int
    title: str
    path: str
    url_path: str
    depth: int
    live: bool
    is_public: bool
    translation_key: Any
    locale_id: int
    locale: Locale

    @classmethod
    def to(cls, page: Page) -> "Signpost":
        """page: of cards.cards()."""
        return cls(**{name: getattr(page, name) for name in cls.__dataclass_fields__})
