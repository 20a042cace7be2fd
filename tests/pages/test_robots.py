"""robots.txt keeps robots out of the editor and shows them the map."""


def test_editor_is_closed_and_map_is_named(tree, client):
    response = client.get("/robots.txt", headers={"accept-language": "en"})
    assert response["Content-Type"].startswith("text/plain")
    assert response.text.splitlines() == ["User-agent: *", "Disallow: /cms/", "Allow: /", "Sitemap: http://testserver/sitemap.xml"]


def test_map_that_it_names_is_there(tree, client):
    named = client.get("/robots.txt").text.split("Sitemap: ")[1].strip()
    assert client.get(named.removeprefix("http://testserver")).status_code == 200
