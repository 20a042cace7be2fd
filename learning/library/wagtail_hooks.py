from django.urls import path
from wagtail import hooks

from learning.library.office import deleting, editing, history, listing, uploading


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
    ]


hooks.register("register_bulk_action", deleting.DeleteDocuments, order=1)
