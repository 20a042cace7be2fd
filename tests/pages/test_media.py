"""Only renditions are served from the media folder."""

from pathlib import Path

import pytest

from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def picture(tree):
    return factories.make_picture()


def test_rendition_is_served_with_its_type_for_a_month(picture, client):
    for mime, rendition in picture.made("step").items():
        answer = client.get(rendition.url)
        assert answer.status_code == 200 and answer["Content-Type"] == mime
        assert answer["Cache-Control"] == "public, max-age=2592000"
        assert b"".join(answer.streaming_content) == rendition.file.read()


def test_original_and_documents_are_not(picture, client, settings):
    document = factories.make_document()
    for name in (picture.file.name, document.file.name):
        assert (Path(settings.MEDIA_ROOT) / name).exists()
        assert client.get(f"/media/{name}").status_code == 404


@pytest.mark.parametrize("way", ["../{name}", "..%2f{name}", "%2e%2e/{name}", "..\\{name}", "....//{name}", "/{name}", "./../{name}", "x/../../{name}"])
def test_no_way_leads_out_of_the_folder(picture, client, way):
    address = "/media/images/" + way.format(name=picture.file.name)
    assert client.get(address).status_code == 404
    assert client.get("/", PATH_INFO=address.replace("%2f", "/").replace("%2e", ".")).status_code == 404


def test_link_out_of_the_folder_is_not_followed_by_name_alone(picture, client, settings):
    """A folder is no picture."""
    assert client.get("/media/images/.").status_code == 404
    assert client.get("/media/images/..").status_code == 404


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_other_methods_are_refused(picture, client, method):
    assert getattr(client, method)(picture.made("card")["image/jpeg"].url).status_code == 405
