"""The nightly look over what readers see: each published page's weight, its links, and pictures that say nothing."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.urls import Resolver404, resolve
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, Site

from config.languages import BY_CODE, SOURCE
from editing.readiness import addresses, weighing
from editing.readiness.models import BarePicture, Link, LinkUse, PageLook
from pages.models import BasePage
from pages.readiness import Content
from pages.serving import live_at

AGAIN = timedelta(days=30)  # what pages show of others changes without them
LONGEST_PATH = 255


def to_look_at(now: datetime) -> QuerySet[Page]:
    """Published since they were looked over, or looked over long ago."""
    known = PageLook.objects.filter(page=OuterRef("pk"), at__gte=now - AGAIN).filter(Q(at__gte=OuterRef("last_published_at")) | Q(page__last_published_at=None))
    return Page.objects.filter(~Exists(known), live=True, depth__gt=1).order_by("pk")


def look_over(*, now: datetime, everything: bool = False) -> Iterator[Page]:
    """Yields each page that has been looked over."""
    forget_unpublished()
    pages = Page.objects.filter(live=True, depth__gt=1).order_by("pk") if everything else to_look_at(now)
    for pk in pages.values_list("pk", flat=True).iterator():
        page = Page.objects.filter(pk=pk, live=True).specific().first()
        if isinstance(page, BasePage):
            note(page, now=now)
            yield page


def forget_unpublished() -> None:
    for model in (PageLook, LinkUse, BarePicture):
        model.objects.filter(page__live=False).delete()
    Link.objects.unused().delete()


@transaction.atomic
def note(page, *, now: datetime) -> None:
    content, weight = Content.of(page), weighing.of(page)
    figures = {"html": weight.html, "script": weight.script, "pictures": weight.pictures, "total": weight.total, "budget": weight.most, "at": now}
    PageLook.objects.update_or_create(page_id=page.pk, defaults=figures)
    BarePicture.objects.filter(page_id=page.pk).delete()
    BarePicture.objects.bulk_create(BarePicture(page_id=page.pk, picture_id=pk, path=path) for pk, path in bare_pictures(content))
    keep_links(page, content, now)


def bare_pictures(content: Content) -> Iterator[tuple[int, str]]:
    page = content.page
    if page.cover and not (page.cover_alt or page.cover.description).strip():
        yield page.cover_id, "cover_alt"
    for piece in content.pictures:
        picture = content.get(piece.block.child_blocks["image"].model_class, piece.value["image"])
        if picture and not piece.value.get("decorative") and not (piece.value.get("alt_text") or picture.description).strip():
            yield picture.pk, ".".join((*piece.path, "alt_text"))[:LONGEST_PATH]


def keep_links(page, content: Content, now: datetime) -> None:
    found = set(links_of(content))
    wanted = {(kind, target): label for kind, target, _path, label in found}
    Link.objects.bulk_create(
        (Link(kind=kind, target=target, label=label, last_seen_at=now, next_check_at=now) for (kind, target), label in wanted.items()), ignore_conflicts=True
    )
    rows = {(link.kind, link.target): link for link in Link.objects.filter(target__in=[target for _kind, target in wanted])}
    Link.objects.filter(pk__in=[rows[key].pk for key in wanted]).update(last_seen_at=now)
    for key, label in wanted.items():
        if label and rows[key].label != label:
            Link.objects.filter(pk=rows[key].pk).update(label=label)
    LinkUse.objects.filter(page_id=page.pk).delete()
    LinkUse.objects.bulk_create(LinkUse(link=rows[kind, target], page_id=page.pk, path=path) for kind, target, path, _label in found)


def links_of(content: Content) -> Iterator[tuple[str, str, str, str]]:
    """(kind, target, path, label) of each; the label of an inner one is its title, which is known while it is there."""
    for path, model, pk in content.links():
        target = content.get(model, pk)
        kind = Link.Kind.PAGE if issubclass(model, Page) else Link.Kind.DOCUMENT
        yield kind.value, str(pk), ".".join(path)[:LONGEST_PATH], target.title[:255] if target else ""
    for piece in content.pieces:
        if piece.html:
            for address in addresses.outside(piece.value):
                place = ".".join(piece.path)[:LONGEST_PATH]
                if addresses.is_own(address):
                    if target := own_target(address):
                        yield Link.Kind.PAGE.value, target, place, urlsplit(address).path[:255]
                else:
                    yield Link.Kind.OUTSIDE.value, address, place, ""


def own_target(address: str) -> str:
    """The number of the page at an address of our own, or its path where nothing is; empty for what is no page of the tree."""
    path = urlsplit(address).path
    try:
        if resolve(path).url_name != "wagtail_serve":
            return ""
    except Resolver404:
        return path
    code = next((code for code, language in BY_CODE.items() if code != SOURCE and path.startswith(language.prefix)), SOURCE)
    roots = {root.language_code: root.root_path for root in Site.get_site_root_paths()}
    url_path = roots.get(code, "/") + path.removeprefix(BY_CODE[code].prefix)
    if page := live_at(url_path if url_path.endswith("/") else f"{url_path}/").first():
        return str(page.pk)
    return "" if Redirect.objects.filter(old_path=Redirect.normalise_path(path)).exists() else path
