"""Who may read a document at hand. Views and lists that ask for documents use the same rule as a set: LibraryDocument.objects.readable_by."""


def can_read(member, document) -> bool:
    """member: None or anonymous for a stranger. From the audiences of the document's collection and of those above it."""
    return type(document).objects.readable_by(member).filter(pk=document.pk).exists()
