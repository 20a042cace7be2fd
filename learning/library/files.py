"""A document's file as an answer: whole or in the part asked for (RFC 9110, 14), or a redirect to the store that holds it."""

import os
import re

from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.http import content_disposition_header, http_date

SINGLE_RANGE = re.compile(r"bytes=([0-9]{0,20})-([0-9]{0,20})", re.IGNORECASE)


class Unsatisfiable(ValueError):
    """The part asked for begins after the end."""


class Part:
    """The next `left` bytes of an open file."""

    def __init__(self, file, left: int):
        self.file, self.left = file, left

    def read(self, size: int) -> bytes:
        chunk = self.file.read(min(size, self.left))
        self.left -= len(chunk)
        return chunk

    def close(self) -> None:
        self.file.close()


def part_of(header: str, size: int) -> range | None:
    """The bytes that a Range header asks for; None for the whole: no single range, or nonsense."""
    found = SINGLE_RANGE.fullmatch(header.strip())
    if not found or not any(found.groups()):
        return None
    first, last = found.groups()
    if not first:
        start, end = max(size - int(last), 0), size
    else:
        start, end = int(first), min(int(last) + 1, size) if last else size
        if last and int(last) < start:
            return None
    if start >= size:
        raise Unsatisfiable
    return range(start, end)


def send(request, document) -> HttpResponse:
    """Who may have it, and who may keep it, is for the caller to say."""
    inline = document.content_disposition == "inline"
    shown_as = {"Content-Type": document.content_type, "Content-Disposition": content_disposition_header(not inline, document.filename)}
    try:
        path = document.file.path
    except NotImplementedError:
        return from_store(request, document.file, shown_as)
    try:
        file = open(path, "rb")  # noqa: SIM115  the answer closes it
    except OSError as lost:
        raise Http404 from lost
    response = from_disk(request, file, f'"{document.sha256}"' if document.sha256 else "")
    for name, value in shown_as.items():
        response[name] = value
    response["Content-Security-Policy"] = "default-src 'none'; media-src 'self'; style-src 'unsafe-inline'"  # what a browser's own player needs
    return response


def from_store(request, file, shown_as: dict[str, str]) -> HttpResponse:
    """Another machine holds it and sends it, at an address that soon dies and is signed for this method and these headers."""
    parameters = {f"Response{name.replace('-', '')}": value for name, value in shown_as.items()}
    response = redirect(file.storage.url(file.name, parameters=parameters, http_method=request.method))
    response["Cache-Control"] = "private, no-store"
    return response


def from_disk(request, file, tag: str) -> HttpResponse:
    about = os.fstat(file.fileno())
    size, changed = about.st_size, http_date(about.st_mtime)
    current = request.headers.get("If-Range", "") in {"", tag, changed}
    asked = request.headers.get("Range", "") if request.method == "GET" and current else ""
    try:
        part = part_of(asked, size)
    except Unsatisfiable:
        file.close()
        return HttpResponse(status=416, headers={"Content-Range": f"bytes */{size}"})
    headers = {"Accept-Ranges": "bytes", "Last-Modified": changed} | ({"ETag": tag} if tag else {})
    if part is None:
        return FileResponse(file, headers=headers)
    file.seek(part.start)
    headers |= {"Content-Range": f"bytes {part.start}-{part.stop - 1}/{size}", "Content-Length": str(len(part))}
    return FileResponse(Part(file, len(part)), status=206, headers=headers)
