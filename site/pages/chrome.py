"""Header, navigation and footer around what is not a page of the tree: topics, documents, the page that is missing."""

from django.conf import settings
from django.utils.translation import get_language
from wagtail.models import Locale, Page

from config.languages import BY_CODE
from pages import shelf
from pages.kept import kept
from pages.multilingual import language_links
from pages.navigation import Navigation


def locales() -> dict[str, int]:
    """Primary keys by language code."""
    return kept("locales", lambda: dict(Locale.objects.values_list("language_code", "pk")))


def with_navigation(response, *, listings=None, references=(), alternates=(), rest="", here=None):
    """Render a TemplateResponse inside a shelf that holds the navigation.

    listings: lists of cards by name, whose pictures are wanted too. references: what else is shown, as pages.references has
    it. alternates: language codes that have this view; rest: its address below the language's prefix. here: the page of the
    tree to which this belongs, for the navigation to mark.
    """
    language = BY_CODE[get_language()]
    place = Page(locale_id=locales()[language.code], path="", depth=1, translation_key=None)
    navigation = Navigation.shown()
    with shelf.opened(shelf.Shelf(place, [navigation], listings, references)) as opened:
        response.context_data |= {
            "shelf": opened,
            "navigation": navigation.for_page(here),
            "alternates": language_links({code: BY_CODE[code].prefix + rest for code in alternates}, language.code, rest),
            "home_url": language.prefix,
            "canonical": response.context_data.get("canonical") or (settings.SITE_URL + language.prefix + rest if rest else None),
        }
        return response.render()
