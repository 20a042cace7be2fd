"""What the editor's copy and move screens refuse."""

from django.urls import reverse
from wagtail.models import Page

from tests import factories


def copied(client, page, parent, **fields):
    data = {"new_title": page.title, "new_slug": "ban-sao", "new_parent_page": parent.pk, **fields}
    return client.post(reverse("wagtailadmin_pages:copy", args=[page.pk]), data)


def test_copy_works(tree, admin_client):
    page = factories.make_standard()
    copied(admin_client, page, page.get_parent())
    assert Page.objects.filter(slug="ban-sao").exists()


def test_copy_as_an_alias_is_refused(tree, admin_client):
    page = factories.make_standard()
    copied(admin_client, page, page.get_parent(), alias="on")
    assert not Page.objects.filter(alias_of__isnull=False).exists()


def test_copy_to_an_address_of_the_sites_own_is_refused(tree, admin_client):
    page = factories.make_standard()
    copied(admin_client, page, page.get_parent(), new_slug="cms")
    assert not Page.objects.filter(slug="cms").exists()


def test_move_to_an_address_of_the_sites_own_is_refused(tree, admin_client):
    above = factories.make_standard()
    below = factories.make_standard(parent=above, slug="media")
    admin_client.post(reverse("wagtailadmin_pages:move_confirm", args=[below.pk, above.get_parent().pk]))
    below.refresh_from_db()
    assert below.get_parent().pk == above.pk
