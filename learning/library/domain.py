"""What is done with documents over several rows."""

from django.db import transaction

from learning.library.models import DocumentVersion


def restore(*, version: DocumentVersion, by) -> DocumentVersion:
    """Readers get this version's file again, as a new version; nothing of the history is lost.

    Raises FileNotFoundError for a file that is lost, another OSError where its store does not answer: before the database is asked.
    """
    document = version.document
    if not version.file.storage.exists(version.file.name):
        raise FileNotFoundError(version.file.name)
    document.file, document.file_size, document.sha256, document.file_hash = version.file.name, version.size, version.sha256, ""
    if not version.sha256:  # from before sums were kept: only then is it read
        document._set_document_file_metadata()
    with transaction.atomic():
        document.save()
        return DocumentVersion.objects.keep(document, by=by, restored_from=version)
