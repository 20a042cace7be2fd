"""Many pages at once: straight into the tree, live and without a revision, for tests that only read them."""

from wagtail.signal_handlers import disable_reference_index_auto_update

from config.languages import SOURCE
from tests.factories.tree import locale


def quickly(parent, page):
    """Live below the parent, in its language."""
    parent.refresh_from_db()
    page.live, page.locale = True, parent.locale
    with disable_reference_index_auto_update():
        return parent.add_child(instance=page)


def twin(page, code: str):
    """The same page in another language, its body untranslated; the pages above it too. Kept by hand, not by wagtail-localize."""
    page = page.specific
    found = type(page).objects.filter(translation_key=page.translation_key, locale=locale(code)).first()
    if found or page.locale.language_code != SOURCE:
        return found or page
    same = {field.attname: getattr(page, field.attname) for field in page._meta.concrete_fields if field.name not in PLACE}
    copy = type(page)(**same, locale=locale(code))
    return quickly(twin(page.get_parent(), code), copy)


PLACE = {"id", "page_ptr", "path", "depth", "numchild", "url_path", "locale", "latest_revision", "live_revision", "content_type"}
