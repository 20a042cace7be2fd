"""A document's own page, its QR code and its download. The number decides; a wrong or old title in the address is put right."""

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db.models import Q
from django.http import HttpResponse
from django.views.decorators.http import require_safe
from wagtail import hooks
from wagtail.documents.models import document_served
from wagtail.models import Page, ReferenceIndex

from learning.library import files
from learning.library.opening import document_page, for_readers, show
from pages import cards
from sharing import qr

MOST_PAGES = 4  # that are named beside a document


@require_safe
@document_page
def document(request, document):
    context = {
        "versions": list(document.versions.only("number", "created_at", "document")),
        "editions": list(document.editions),
        "pages": pages_with(document),
    }
    return show(request, document, "pages/document.html", **context)


def pages_with(document) -> list[Page]:
    """Public pages of its own language that lead to it, or else of others; lessons before news."""
    kinds = ContentType.objects.get_for_models(Page, type(document))
    named = ReferenceIndex.objects.filter(base_content_type=kinds[Page], to_content_type=kinds[type(document)], to_object_id=str(document.pk)).values_list(
        "object_id", flat=True
    )
    found = [cards.specific(page) for page in cards.listed(Q(pk__in=[int(pk) for pk in named.distinct()[:50]]))]
    found.sort(key=lambda page: (page.rank_in_topic, page.title))
    return ([page for page in found if page.language is document.language] or found)[:MOST_PAGES]


@require_safe
@for_readers
def qr_code(request, document):
    """Of its own address, which no new file and no new title breaks."""
    return HttpResponse(qr.svg_file(settings.SITE_URL + document.address), content_type="image/svg+xml")


@require_safe
@for_readers
def download(request, document):
    """Wagtail's hooks and signal come first, as in its own view, which cannot send a part and is not routed here."""
    for hook in hooks.get_hooks("before_serve_document"):
        answer = hook(document, request)
        if isinstance(answer, HttpResponse):
            answer.headers.setdefault("Cache-Control", "private, no-store")
            return answer
    document_served.send(sender=type(document), instance=document, request=request)
    return files.send(request, document)
