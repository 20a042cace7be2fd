"""wagtail-localize lets anyone with its one global permission copy or publish pages that she may not edit.

These views take its addresses (wagtail_hooks.py registers them first) and ask the page's own permissions as well.
"""

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import redirect
from wagtail.admin import messages
from wagtail.models import Page
from wagtail.snippets.permissions import user_can_edit_snippet_type
from wagtail_localize.views.submit_translations import SubmitPageTranslationView, SubmitSnippetTranslationView
from wagtail_localize.views.update_translations import UpdateTranslationsForm, UpdateTranslationsView

from pages import outdated, translation_guard


def may_edit(user, instance) -> bool:
    if isinstance(instance, Page):
        return instance.permissions_for_user(user).can_edit()
    return user_can_edit_snippet_type(user, type(instance))


def require_edit(user, instance) -> None:
    if not may_edit(user, instance):
        raise PermissionDenied


class SubmitPage(SubmitPageTranslationView):
    def get_object(self):
        page = super().get_object()
        require_edit(self.request.user, page)
        if getattr(page, "for_practice", False):  # no translator is called for it
            raise PermissionDenied
        return page

    def form_valid(self, form):
        """With its subtree only if every page of it may be edited."""
        if form.cleaned_data["include_subtree"]:
            for page in self.object.get_descendants().specific():
                require_edit(self.request.user, page)
        return super().form_valid(form)


class SubmitSnippet(SubmitSnippetTranslationView):
    def get_object(self):
        snippet = super().get_object()
        require_edit(self.request.user, snippet)
        return snippet


class UpdateForm(UpdateTranslationsForm):
    """Without "publish immediately": it says that it has succeeded even where every language was refused."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        del self.fields["publish_translations"]

    def clean(self):
        return {**super().clean(), "publish_translations": False}


class Update(UpdateTranslationsView):
    def get_object(self):
        source = super().get_object()
        require_edit(self.request.user, source.get_source_instance())
        return source

    def get_form(self):
        return UpdateForm(self.request.POST if self.request.method == "POST" else None)


def no_alias(request, page_id):
    """An alias of the Vietnamese page would put its text on the live page of another language."""
    raise Http404


def tell_outdated(request, page):
    if request.method == "GET" and getattr(page, "is_outdated", False):
        messages.warning(request, outdated.sentence())


def refuse_incomplete(request, instance):
    """Before the translation editor of a page or snippet, where publishing is always offered and says what is missing.

    Left alone, it hides "publish" until a reload, makes "delete" the first button, and says that a second click helps.
    """
    if request.method == "POST" and request.POST.get("action") == "publish" and (missing := translation_guard.missing_strings(instance)):
        messages.error(request, translation_guard.sentence(missing))
        return redirect(request.path)
    instance.refuses_by_itself = True
    return None
