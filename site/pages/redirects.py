"""Old addresses lead to new ones, as wagtail.contrib.redirects knows them, but never in a circle nor to a page that is gone."""

from urllib.parse import urlsplit

from wagtail.contrib.redirects.middleware import RedirectMiddleware, get_redirect
from wagtail.contrib.redirects.models import Redirect


class LivingRedirects(RedirectMiddleware):
    """A slug that went there and back leaves a record that points at itself; an unpublished page keeps its records."""

    def process_response(self, request, response):
        answer = super().process_response(request, response)
        if answer is response or self._leads_elsewhere(request, answer["Location"]):
            return answer
        return response

    @staticmethod
    def _leads_elsewhere(request, location: str) -> bool:
        target = urlsplit(location)
        if target.netloc not in {"", request.get_host()}:
            return True
        if target.path == request.path:
            return False
        record = get_redirect(request, Redirect.normalise_path(request.path, decode_unicode=False))
        return record is None or record.redirect_page is None or record.redirect_page.live
