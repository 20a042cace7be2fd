"""Under /cms/, before Wagtail's own collections, which come ahead of what the hooks can add."""

from django.urls import path
from django.views.decorators.cache import never_cache
from wagtail.admin.auth import require_admin_access
from wagtail.admin.urls import display_custom_404
from wagtail.utils.urlpatterns import decorate_urlpatterns

from learning.library.office import collections

urlpatterns = decorate_urlpatterns(
    [
        path("collections/add/", collections.CreateCollection.as_view()),
        path("collections/<int:pk>/", collections.EditCollection.as_view()),
    ],
    lambda view: never_cache(display_custom_404(require_admin_access(view))),
)
