"""Versions of a document in the editor's admin: any of them to download, any of them to bring back. For whoever may edit the document."""

from django.core.exceptions import PermissionDenied
from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe
from wagtail.admin import messages

from learning.library import domain
from learning.library.models import DocumentVersion
from learning.library.office.seen import may_change

SILENT = gettext_lazy("The place of the files does not answer, so nothing was changed. Try again in a few minutes.")


def version_for(user, pk: int) -> DocumentVersion:
    version = get_object_or_404(DocumentVersion.objects.select_related("document__collection", "document__version"), pk=pk)
    if not may_change(user, version.document):
        raise PermissionDenied
    return version


@require_safe
def file(request, pk):
    version = version_for(request.user, pk)
    try:
        content = version.file.open("rb")
    except FileNotFoundError as lost:
        raise Http404 from lost
    except OSError:
        messages.error(request, SILENT)
        return redirect("wagtaildocs:edit", version.document_id)
    answer = FileResponse(content, as_attachment=True, filename=version.filename)
    answer["Content-Security-Policy"] = "default-src 'none'"
    return answer


@require_POST
def restore(request, pk):
    version = version_for(request.user, pk)
    document = version.document
    if document.version_id != version.pk:
        try:
            domain.restore(version=version, by=request.user)
        except FileNotFoundError:
            messages.error(request, _("The file of version %(number)s could not be found, so nothing was changed.") % {"number": version.number})
        except OSError:
            messages.error(request, SILENT)
        else:
            sentence = _("Version %(number)s of “%(title)s” is what readers get again.")
            messages.success(request, sentence % {"number": version.number, "title": document.title})
    return redirect("wagtaildocs:edit", document.pk)
