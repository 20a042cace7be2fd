"""Structured data for search engines, one dict a page. FIELDS is the table that tests hold every page type to."""

import json

from django.conf import settings
from django.utils.safestring import mark_safe

FIELDS = {
    "WebPage": ("name", "url", "inLanguage", "publisher"),
    "Article": ("headline", "description", "url", "inLanguage", "datePublished", "dateModified", "author", "publisher"),
    "NewsArticle": ("headline", "description", "url", "inLanguage", "datePublished", "dateModified", "author", "publisher"),
    "Course": ("name", "description", "url", "inLanguage", "provider", "isAccessibleForFree", "educationalLevel", "hasCourseInstance"),
    "LearningResource": (
        "name",
        "description",
        "url",
        "inLanguage",
        "provider",
        "isAccessibleForFree",
        "learningResourceType",
        "timeRequired",
        "educationalLevel",
    ),
    "Quiz": ("name", "description", "url", "inLanguage", "provider", "isAccessibleForFree", "learningResourceType", "timeRequired"),
    "HowTo": ("name", "description", "url", "inLanguage", "step", "totalTime", "estimatedCost"),
}
LEVELS = {"easy": "beginner", "medium": "intermediate", "hard": "advanced"}


def organisation() -> dict:
    return {"@type": "Organization", "name": "Hội Liên hiệp Phụ nữ Việt Nam", "url": settings.SITE_URL + "/"}


def common(page, kind: str) -> dict:
    data = {
        "@context": "https://schema.org",
        "@type": kind,
        "description": page.description,
        "url": page.canonical,
        "inLanguage": page.language.bcp47,
    }
    if image := page.opengraph_tags.get("og:image"):
        data["image"] = image
    return data


def work(page, kind: str) -> dict:
    """Article or NewsArticle."""
    return common(page, kind) | {
        "headline": page.share_title,
        "datePublished": page.first_published_at.isoformat() if page.first_published_at else None,
        "dateModified": page.last_published_at.isoformat() if page.last_published_at else None,
        "author": {"@type": "Organization", "name": page.written_by} if page.written_by else organisation(),
        "publisher": organisation(),
    }


def web_page(page) -> dict:
    return common(page, "WebPage") | {"name": page.title, "publisher": organisation()}


def learning(page, kind: str, **more) -> dict:
    """Course, LearningResource or Quiz."""
    return (
        common(page, kind)
        | {
            "name": page.title,
            "provider": organisation(),
            "isAccessibleForFree": True,
            "educationalLevel": LEVELS.get(getattr(page, "level", "")),
        }
        | more
    )


def script(data: dict):
    """Inside a script element: no `</script>` can be closed from within."""
    text = json.dumps({key: value for key, value in data.items() if value is not None}, ensure_ascii=False, separators=(",", ":"))
    return mark_safe(text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026"))
