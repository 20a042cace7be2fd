"""Feeds as a feed reader takes them."""

import feedparser


def feed_at(client, address: str) -> feedparser.FeedParserDict:
    """Well formed, of RSS 2.0, public."""
    answer = client.get(address)
    assert answer.status_code == 200
    assert answer["Cache-Control"].startswith("public")
    assert not answer.cookies
    feed = feedparser.parse(answer.content, response_headers={"content-type": answer["Content-Type"]})
    assert not feed.bozo, feed.get("bozo_exception")
    assert feed.version == "rss20"
    return feed


def titles(feed) -> list[str]:
    return [entry.title for entry in feed.entries]
