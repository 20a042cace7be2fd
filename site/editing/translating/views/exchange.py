"""Files out and in: of one translation, and of the terms."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from editing.translating import files, term_lists
from editing.translating.views.common import own_name, own_translation, shown
from members.importing.unreadable import Unreadable
from pages import spreadsheets
from pages.localize_views import may_edit
from pages.text import ascii_slug


@require_safe
def download(request, pk, kind):
    translation, source, _target = own_translation(request, pk)
    code = translation.target_locale.language_code
    name = f"{ascii_slug(source.title)[:60] or source.pk}-{slugify(code)}"
    if kind == "po":
        answer = HttpResponse(files.as_po(translation), content_type="text/x-gettext-translation; charset=utf-8")
        answer["Content-Disposition"] = f'attachment; filename="{name}.po"'
        return answer
    return spreadsheets.response(spreadsheets.XLSX, name, files.sheet_headers(own_name(code)), files.sheet_rows(translation))


@require_POST
def upload(request, pk):
    translation, source, target = own_translation(request, pk)
    if not may_edit(request.user, target):
        raise PermissionDenied
    file = request.FILES.get("file")
    if file is None:
        messages.error(request, _("Choose a file."))
        return redirect("translation_screen", pk=translation.pk)
    try:
        result = files.take(translation=translation, file=file, name=file.name, by=request.user)
    except Unreadable as unreadable:
        messages.error(request, str(unreadable))
        return redirect("translation_screen", pk=translation.pk)
    facts = {"result": result, "translation": translation, "source": source, "name": file.name}
    return shown(request, "uploaded", _("From the file"), facts, 422 if result.faults else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def terms(request):
    """A list of terms as CSV or XLSX: columns term, language, translation, note."""
    if not request.user.has_perms(["translating.add_term", "translating.change_term"]):
        raise PermissionDenied
    result, file = None, request.FILES.get("file")
    if request.method == "POST":
        if file is None:
            messages.error(request, _("Choose a file."))
        else:
            try:
                result = term_lists.take(file, file.name)
            except Unreadable as unreadable:
                messages.error(request, str(unreadable))
    return shown(request, "terms", _("Terms from a file"), {"result": result}, 422 if result and result.faults else 200)
