"""The general link of what is shown, without a query of its own where the row can bring its code along."""

from typing import Any

from django.conf import settings
from django.db.models import OuterRef, Subquery
from django.urls import reverse

from sharing import targets
from sharing.domain import short_link
from sharing.shortlinks import ShortLink

CODE = "general_code"  # what the annotation is called


def general_code_of(kind: str = "page", key: str = "translation_key", language: str = "locale__language_code") -> Subquery:
    """To annotate rows with, as general_code: pages as it stands, documents by general_code_of("document", "work_key", "language_code")."""
    links = ShortLink.objects.general().filter(kind=kind, key=OuterRef(key), language=OuterRef(language))
    return Subquery(links.values("code")[:1])


def general_address(thing: Any) -> str:
    """The absolute address of its general link, from the annotation or else by a query; its own address where it has no link yet."""
    code = getattr(thing, CODE, None) or code_in_database(thing)
    return settings.SITE_URL + reverse("short_link", args=[code]) if code else settings.SITE_URL + thing.address


def code_in_database(thing: Any) -> str | None:
    links = ShortLink.objects.general().to(targets.of(thing)).filter(language=thing.language.code)
    return links.values_list("code", flat=True).first()


def general_link(thing: Any) -> ShortLink:
    """Made when it is first asked for."""
    return short_link(target=targets.of(thing), language=thing.language.code)
