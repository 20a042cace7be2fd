"""/cms/thong-bao/: what she is told, newest first. Nothing is marked as seen by looking: a finger may slip."""

from django.core.paginator import Paginator
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe
from wagtail.admin import messages

from editing.notices.domain import unseen_for
from editing.notices.models import Notice

PER_PAGE = 30


@require_safe
def notices(request):
    page = Paginator(Notice.objects.shown_to(request.user).select_related("by"), PER_PAGE).get_page(request.GET.get("p"))
    context = {"notices": page, "unseen": unseen_for(request.user), "header_title": _("Notices"), "page_title": _("Notices"), "header_icon": "bell"}
    return render(request, "editing/notices/list.html", context)


@require_POST
def open_notice(request, pk):
    """Seen, and on to the work."""
    notice = get_object_or_404(Notice.objects.shown_to(request.user), pk=pk)
    Notice.objects.filter(pk=notice.pk).mark_seen()
    return HttpResponseRedirect(notice.address)


@require_POST
def mark_all(request):
    marked = Notice.objects.of(request.user).mark_seen()
    messages.success(request, ngettext("%(count)d notice marked as seen.", "%(count)d notices marked as seen.", marked) % {"count": marked})
    return redirect("notices")
