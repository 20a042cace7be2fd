"""Who may read a document: every view, picture, text and list of the library asks here."""


def can_read(member, document) -> bool:
    """member: None or anonymous for a stranger. From the audiences of the document's collection and of those above it."""
    return type(document).objects.readable_by(member).filter(pk=document.pk).exists()
