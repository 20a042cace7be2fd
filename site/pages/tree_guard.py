"""What the editor's copy and move screens must not do; their forms are Wagtail's own."""

from django.contrib import messages
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail.models import Page

from pages.addresses import reserved_slugs

HOME = 2  # depth


def _refused(request, page, sentence):
    messages.error(request, sentence)
    return redirect("wagtailadmin_explore", page.get_parent().pk)


def _taken(slug: str) -> str:
    return _("The site itself uses the address “/%(slug)s/”. Choose another word.") % {"slug": slug}


def before_copy(request, page):
    """No alias pages: they would show what is restricted at their source. No address of the site's own."""
    if request.method != "POST":
        return None
    if request.POST.get("alias"):
        return _refused(request, page, _("Aliases are not used here. Copy the page, or link to it."))
    slug, parent = request.POST.get("new_slug", ""), Page.objects.filter(pk=request.POST.get("new_parent_page") or 0).first()
    if slug in reserved_slugs() and parent and parent.depth == HOME:
        return _refused(request, page, _taken(slug))
    return None


def before_move(request, page, destination):
    if request.method == "POST" and destination.depth == HOME and page.slug in reserved_slugs():
        return _refused(request, page, _taken(page.slug))
    return None
