"""wagtail-localize's own screens offer no alias, no trees kept in step, no publication that was not asked for."""

import pytest
from wagtail.models import Locale, Page
from wagtail_localize.models import LocaleSynchronization, Translation

from editing.translating import no_aliases
from tests import factories


@pytest.fixture
def desk(enter, cast):
    cast.nhung.is_superuser = True
    cast.nhung.save()
    return enter("nhung")


@pytest.fixture
def english(tree):
    return factories.translate(factories.make_standard(), "en")


def test_stock_editor_offers_no_alias(english, desk):
    shown = desk.get(f"/cms/pages/{english.pk}/edit/?wagtail-localize=1").text
    assert "convertToAliasUrl&quot;: null" in shown
    assert "convert_to_alias" not in shown


def test_page_kept_by_hand_offers_no_alias(english, desk):
    Translation.objects.filter(target_locale=english.locale).update(enabled=False)
    shown = desk.get(f"/cms/pages/{english.pk}/edit/").text
    assert "localize-convert-to-alias" not in shown
    assert "localize-restart-translation" in shown


def test_language_offers_no_trees_kept_in_step_and_takes_none(tree, desk):
    locale = Locale.objects.get(language_code="nut")
    address = f"/cms/locales/edit/{locale.pk}/"
    shown = desk.get(address)
    assert shown.status_code == 200 and "language_code" in shown.text
    assert "sync_from" not in shown.text
    vi, pages = Locale.objects.get(language_code="vi"), Page.objects.count()
    name = LocaleSynchronization._meta.db_table
    desk.post(
        address,
        {"language_code": "nut", f"{name}-enabled": "on", f"component-{name}-enabled": "on", f"component-{name}-sync_from": vi.pk, f"{name}-sync_from": vi.pk},
    )
    assert not LocaleSynchronization.objects.exists()
    assert Page.objects.count() == pages


def test_it_would_be_offered_otherwise():
    """The name that is looked for is the name that wagtail-localize has."""
    from wagtail_localize.wagtail_hooks import ConvertToAliasPageActionMenuItem

    item = ConvertToAliasPageActionMenuItem()
    left = [item]
    no_aliases.without_alias(left, None, None)
    assert left == []


def test_submit_screen_offers_no_publication(tree, desk):
    page = factories.make_standard()
    shown = desk.get(f"/cms/localize/submit/page/{page.pk}/").text
    assert "publish_translations" not in shown and "alias" not in shown.lower().replace("aliased", "")


def test_vietnamese_page_leads_to_its_translations(tree, desk):
    page = factories.make_standard()
    assert f"/cms/dich/trang/{page.pk}/" in desk.get(f"/cms/pages/{page.pk}/edit/").text
