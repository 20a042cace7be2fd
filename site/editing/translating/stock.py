"""wagtail-localize's own screens, where they lead elsewhere here."""

from django.http import HttpResponseNotAllowed
from django.shortcuts import redirect

from config.languages import SOURCE
from editing.translating.sending import with_subtree
from editing.translating.sendings import AT_ONCE, Sending
from editing.translating.views import exchange
from pages.localize_views import SubmitPage as GuardedSubmitPage
from pages.localize_views import require_edit

STOCK = "wagtail-localize"  # ?wagtail-localize=1 keeps the stock editor


class SubmitPage(GuardedSubmitPage):
    """The page's own "translate": a subtree that is large goes as a run with progress, never within the request."""

    def form_valid(self, form):
        locales = form.cleaned_data["locales"]
        pages = with_subtree(self.object) if form.cleaned_data["include_subtree"] else [self.object]
        if self.object.locale.language_code != SOURCE or len(pages) * len(locales) <= AT_ONCE:
            return super().form_valid(form)
        for page in pages:
            require_edit(self.request.user, page.specific)
        codes = [locale.language_code for locale in locales]
        run = Sending.objects.create(made_by=self.request.user, pages=[page.pk for page in pages], languages=codes)
        return redirect("translation_sending", pk=run.pk)


def upload(request, translation_id):
    """A PO file: row by row, with what is wrong."""
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    return exchange.upload(request, translation_id)


def own_screen_first(request, page):
    """From the explorer straight to the translator's screen; the stock editor stays one link away."""
    from wagtail_localize.models import Translation  # its models need ours to be loaded

    if request.method != "GET" or STOCK in request.GET or page.locale.language_code == SOURCE:
        return None
    if page.alias_of_id:
        return None
    translation = Translation.objects.filter(source__object_id=page.translation_key, target_locale=page.locale_id, enabled=True).first()
    return redirect("translation_screen", pk=translation.pk) if translation else None
