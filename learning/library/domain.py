"""What is done with documents over several rows."""

from django.db import transaction

from learning.library.models import DocumentVersion


def restore(*, version: DocumentVersion, by) -> DocumentVersion:
    """Readers get this version's file again, as a new version; nothing of the history is lost."""
    document = version.document
    with transaction.atomic():
        document.file, document.file_size, document.sha256 = version.file.name, version.size, version.sha256
        document._set_document_file_metadata()
        document.save()
        return DocumentVersion.objects.keep(document, by=by, restored_from=version)
