"""Where phones tell that a document was read or taken. A number and a day are kept, never who."""

from django.http import HttpResponse, QueryDict
from django.utils import timezone
from django.views.decorators.http import require_POST

from learning.library.counts import DocumentDay
from learning.library.models import LibraryDocument
from pages.same_origin import same_origin_post
from sharing.robots import is_program

COUNTED = {"doc": "reads", "tai": "downloads"}


@same_origin_post
@require_POST
def count(request, pk):
    """A beacon: nobody reads the answer, and it tells nothing."""
    what = COUNTED.get(said(request))
    if what and not is_program(request.headers.get("User-Agent", "")) and may_be_read(request, pk):
        DocumentDay.objects.count_one(what, document_id=pk, day=timezone.localdate())
    return HttpResponse(status=204)


def said(request) -> str | None:
    """A form, or the plain text of a beacon."""
    sent = QueryDict(request.body) if request.content_type == "text/plain" else request.POST
    return sent.get("what")


def may_be_read(request, pk: int) -> bool:
    document = LibraryDocument.objects.filter(pk=pk)
    return document.public().exists() or document.readable_by(request.user).exists()
