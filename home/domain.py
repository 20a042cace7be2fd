"""What is done to the tree as a whole."""

from urllib.parse import urlsplit

from django.conf import settings
from django.db import transaction
from wagtail.models import Locale, Page, Site

from config.languages import BY_CODE, LANGUAGES, SOURCE
from home.models import HomePage


@transaction.atomic
def make_homes() -> dict[str, HomePage]:
    """A live home page for every language, as siblings with one translation key; the default site on the Vietnamese one.

    Its address is SITE_URL's. A second call changes nothing. Wagtail's welcome page goes.
    """
    address = urlsplit(settings.SITE_URL)
    host, port = address.hostname or "localhost", address.port or (443 if address.scheme == "https" else 80)
    locales = {language.code: Locale.objects.get_or_create(language_code=language.code)[0] for language in LANGUAGES}
    root = Page.objects.get(depth=1)
    source = HomePage.objects.filter(locale=locales[SOURCE], depth=2).first()
    if source is None:
        source = root.add_child(instance=HomePage(title="Trang chủ", slug="trang-chu", locale=locales[SOURCE]))
        source.save_revision().publish()
    Site.objects.update_or_create(is_default_site=True, defaults={"root_page": source, "hostname": host, "port": port, "site_name": ""})
    root.get_children().exclude(pk__in=HomePage.objects.values("pk")).delete()
    homes = {page.locale.language_code: page for page in HomePage.objects.filter(translation_key=source.translation_key).select_related("locale")}
    for code, locale in locales.items():
        if code not in homes:
            home = source.copy_for_translation(locale)
            home.title = home.draft_title = BY_CODE[code].own_name
            home.summary = home.share_text = home.banner_title = home.banner_figure = home.banner_text = ""
            home.save_revision().publish()
            homes[code] = home
    Site.clear_site_root_paths_cache()
    return {code: HomePage.objects.select_related("locale").get(pk=home.pk) for code, home in homes.items()}
