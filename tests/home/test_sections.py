"""A unit's section: where it may stand, what it lists, and that the lists of the whole site show its pages as well."""

import pytest

from home.sections.models import SectionPage
from members.models import Unit
from tests import cast, factories
from tests.factories.forms import add_address, complaints, form_of
from tests.factories.quick import twin
from tests.pages.reading import soup

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]


def unit(named: tuple[str, str]) -> Unit:
    return Unit.objects.get(kind=named[0], code=named[1])


@pytest.fixture
def section(tree):
    return factories.make_section(title="Gia Phù", slug="gia-phu")


@pytest.fixture
def pages(section):
    return [
        factories.make_news(section, title="Tin Gia Phù"),
        factories.make_story(section, title="Chuyện Gia Phù"),
        factories.make_guide(section, title="Mô hình Gia Phù"),
        factories.make_course(section, title="Khóa Gia Phù"),
    ]


def names(client, address: str) -> set[str]:
    return {card.get_text(strip=True) for card in soup(client.get(address)).select("main li a")}


def test_it_lists_its_own_pages_and_no_others(section, pages, client):
    other = factories.make_section(unit(cast.OTHER_COMMUNE))
    factories.make_news(other, title="Tin nơi khác")
    assert {"Tin Gia Phù", "Chuyện Gia Phù", "Mô hình Gia Phù", "Khóa Gia Phù"} <= names(client, section.address)
    assert "Tin nơi khác" not in names(client, section.address)


def test_a_province_lists_its_communes(tree, client):
    province = factories.make_section(unit(cast.PROVINCE))
    factories.make_section(parent=province, title="Gia Phù")
    assert "Gia Phù" in names(client, province.address)


@pytest.mark.parametrize(
    ("address", "title"), [("/tin-tuc/", "Tin Gia Phù"), ("/guong-dien-hinh/", "Chuyện Gia Phù"), ("/mo-hinh/", "Mô hình Gia Phù"), ("/hoc/", "Khóa Gia Phù")]
)
def test_the_lists_of_the_site_show_them_too(pages, client, address, title):
    assert title in client.get(address).content.decode()


@pytest.mark.parametrize("address", ["/tin-tuc/rss/", "/moi-cho-nhom/", "/moi-cho-nhom/rss/", "/"])
def test_feeds_and_the_first_page_show_its_news(pages, client, address):
    assert "Tin Gia Phù" in client.get(address).content.decode()


def test_the_map_of_the_site_names_them(section, pages, client):
    found = b"".join(client.get("/sitemap.xml").streaming_content).decode()
    assert all(f"<loc>http://testserver{page.address}</loc>" in found for page in (section, *pages))


def test_another_language_lists_its_own(pages, client):
    twin(pages[0], "en")
    assert client.get("/en/tin-tuc/").status_code in {200, 302}
    twin(pages[0].get_parent(), "en")
    assert "Tin Gia Phù" in client.get("/en/tin-tuc/rss/").content.decode()


def test_a_restricted_section_shows_nothing_in_any_list(section, pages, client):
    section.view_restrictions.create(restriction_type="login")
    for address in ("/tin-tuc/", "/guong-dien-hinh/", "/mo-hinh/", "/hoc/", "/tin-tuc/rss/"):
        assert "Gia Phù" not in client.get(address).content.decode()


def added(client, parent, of: Unit):
    """What the editor says to a section of this unit below the parent."""
    return client.post(add_address(SectionPage, parent), form_of(SectionPage(title="Trang mới", slug="trang-moi", locale=parent.locale), unit=of))


def test_there_is_one_a_unit(section, tree, enter):
    answer = added(enter("nhung"), tree.vi, section.unit)
    assert answer.status_code == 200 and "unit" in answer.context["form"].errors
    assert not SectionPage.objects.filter(title="Trang mới").exists()


def test_below_another_units_section_stand_only_units_below_it(section, enter):
    client = enter("nhung")
    answer = added(client, section, unit(cast.FAR_COMMUNE))
    assert answer.status_code == 200 and "unit" in answer.context["form"].errors
    assert complaints(added(client, section, unit(cast.BRANCH))) == ""
    assert SectionPage.objects.get(title="Trang mới").unit == unit(cast.BRANCH)
