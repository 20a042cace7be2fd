"""Pictures of a document's pages as answers: from the same storage as the document, and as closed."""

from django.http import Http404
from django.shortcuts import redirect

from learning.library import files


def send(request, storage, name: str, kind: str = "image/webp"):
    try:
        path = storage.path(name)
    except NotImplementedError:  # another machine holds it and sends it, at an address that soon dies
        response = redirect(storage.url(name))
        response["Cache-Control"] = "private, no-store"
        return response
    try:
        file = open(path, "rb")  # noqa: SIM115  the answer closes it
    except OSError as lost:
        raise Http404 from lost
    response = files.from_disk(request, file, "")
    response["Content-Type"] = kind
    return response
