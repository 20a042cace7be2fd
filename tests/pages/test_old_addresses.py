"""Old addresses lead on, never in a circle."""

import pytest

from tests import factories


def rename(page, slug):
    page.slug = slug
    page.save_revision().publish()
    page.refresh_from_db()


@pytest.fixture
def page(tree, django_capture_on_commit_callbacks):
    page = factories.make_standard(slug="mot")
    with django_capture_on_commit_callbacks(execute=True):
        rename(page, "hai")
    return page


def test_old_address_leads_to_the_new_one(page, client):
    response = client.get("/mot/")
    assert (response.status_code, response["Location"]) == (301, "/hai/")


def test_there_and_back_is_no_circle(page, client, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        rename(page, "mot")
    assert client.get("/mot/").status_code == 200
    page.unpublish()
    assert client.get("/mot/").status_code == 404


def test_page_that_is_gone_is_not_led_to(page, client):
    page.unpublish()
    assert client.get("/mot/").status_code == 404
