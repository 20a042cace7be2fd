"""/cms/xem-lai/<page>/: "I looked at it, all is right", from a reminder, the editor or the report."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods
from wagtail.models import Page

from editing.reviews.domain import found_in_order
from editing.reviews.forms import FoundInOrderForm
from pages.models import BasePage


@require_http_methods(["GET", "HEAD", "POST"])
def review_page(request, page_id):
    page = get_object_or_404(Page.objects.select_related("latest_revision", "owner"), pk=page_id).specific
    if not isinstance(page, BasePage) or not page.live:
        raise Http404
    rights = page.permissions_for_user(request.user)
    if not (rights.can_edit() or rights.can_publish()):
        raise PermissionDenied
    form = FoundInOrderForm(request.POST or None)
    after = came_from(request)
    if request.method == "POST" and form.is_valid():
        found_in_order(page=page, by=request.user, today=timezone.localdate(), again_on=form.cleaned_data["again_on"])
        messages.success(request, _("Noted: you looked at “%(title)s” and all is right.") % {"title": page.title})
        return redirect(after or reverse("pages_to_review"))
    context = {
        "page": page,
        "form": form,
        "after": after,
        "media": form.media,
        "page_title": _("Look at the page again"),
        "page_subtitle": page.title,
        "header_icon": "date",
    }
    return TemplateResponse(request, "editing/reviews/review_page.html", context)


def came_from(request) -> str:
    """An address of our own, or none."""
    after = request.POST.get("next") or request.GET.get("next") or ""
    return after if url_has_allowed_host_and_scheme(after, {request.get_host()}, request.is_secure()) else ""
