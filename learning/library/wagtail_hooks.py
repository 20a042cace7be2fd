from django.urls import path, reverse
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from learning.library.office import deleting, editing, history, listing, months, reports, uploading
from learning.library.office.batch import views as batches
from learning.library.office.seen import policy


@hooks.register("register_admin_urls", order=-1)
def documents():
    """In the place of Wagtail's own, whose names go on leading here."""
    return [
        path("documents/", listing.ListDocuments.as_view()),
        path("documents/results/", listing.ListDocuments.as_view(results_only=True)),
        path("documents/add/", editing.CreateDocument.as_view()),
        path("documents/edit/<int:document_id>/", editing.EditDocument.as_view()),
        path("documents/delete/<int:document_id>/", deleting.DeleteDocument.as_view()),
        path("documents/multiple/add/", uploading.UploadSeveral.as_view()),
        path("documents/multiple/create_from_uploaded_document/<int:uploaded_file_id>/", uploading.MakeUploaded.as_view()),
    ]


@hooks.register("register_admin_urls")
def addresses():
    return [
        path("thu-vien/phien-ban/<int:pk>/", history.file, name="library_version_file"),
        path("thu-vien/phien-ban/<int:pk>/khoi-phuc/", history.restore, name="library_version_restore"),
        path("thu-vien/xem-lai/", reports.ReviewDue.as_view(), name="library_review"),
        path("thu-vien/xem-lai/ket-qua/", reports.ReviewDue.as_view(results_only=True), name="library_review_results"),
        path("thu-vien/luot-tai/", months.DownloadsPerMonth.as_view(), name="library_months"),
        path("thu-vien/luot-tai/ket-qua/", months.DownloadsPerMonth.as_view(results_only=True), name="library_months_results"),
        *batches.urlpatterns,
    ]


class EditorsItem(MenuItem):
    def is_shown(self, request):
        return policy().user_has_any_permission(request.user, ["add", "change", "delete"])


@hooks.register("register_reports_menu_item")
def review_item():
    return EditorsItem(gettext_lazy("Documents to review"), reverse("library_review"), name="library-review", icon_name="date", order=810)


@hooks.register("register_reports_menu_item")
def months_item():
    return EditorsItem(gettext_lazy("Downloads per month"), reverse("library_months"), name="library-months", icon_name="download", order=820)


hooks.register("register_bulk_action", deleting.DeleteDocuments, order=1)
