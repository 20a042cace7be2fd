"""A topic's address: made from its name, its own in each language, never empty."""

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from pages.models import Topic
from tests import factories
from tests.factories.forms import complaints

pytestmark = pytest.mark.django_db

ADD = "wagtailsnippets_pages_topic:add"


def create(client, name: str, slug: str = "", code: str = "vi"):
    return client.post(f"{reverse(ADD)}?locale={code}", {"name": name, "slug": slug, "summary": "", "icon": "phone", "order": "100"})


def test_topic_is_created_with_an_address_from_its_name(tree, admin_client):
    assert create(admin_client, "Điện thoại").status_code == 302
    assert Topic.objects.get(name="Điện thoại").slug == "dien-thoai"


@pytest.mark.parametrize("slug", ["", "dien-thoai"])
def test_second_topic_of_the_same_address_is_refused_with_a_sentence(tree, admin_client, slug):
    factories.make_topic(name="Điện thoại")
    answer = create(admin_client, "Dien thoai", slug)
    assert "dien-thoai" in complaints(answer)
    assert Topic.objects.count() == 1


def test_topic_may_be_saved_again_and_have_its_address_in_another_language(tree):
    topic = factories.make_topic(name="Điện thoại")
    topic.full_clean()
    factories.make_topic(code="en", name="Dien thoai")
    assert Topic.objects.filter(slug="dien-thoai").count() == 2


def test_name_without_letters_is_refused_with_a_sentence(tree, admin_client):
    assert complaints(create(admin_client, "???"))
    assert not Topic.objects.exists()
    with pytest.raises(ValidationError, match="slug"):
        Topic(name="???", locale=factories.locale("vi")).full_clean()


def test_empty_address_is_never_stored_and_the_home_page_stands(tree, client):
    topic = Topic.objects.create(name="???", locale=factories.locale("vi"), live=True)
    factories.make_news(topic=topic)
    assert Topic.objects.get().slug
    assert client.get("/").status_code == 200
    assert client.get(topic.url).status_code == 200


def test_address_from_a_long_name_fits_its_column(tree):
    topic = factories.make_topic(name="ß" * 60)
    assert topic.slug == "s" * 60
