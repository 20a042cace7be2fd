"""One file from one storage into another, under the same name, so that no row changes."""

import hashlib
import os
import uuid
from pathlib import Path

from django.conf import settings
from django.core.files.storage import Storage

from learning.library.inventory import Held, Named, sha256_of


class Differs(OSError):
    """The copy is not what was copied."""


class NotAsUploaded(OSError):
    """It was copied, but the source had changed since it was uploaded."""


def copy(file: Named, source: Storage, target: Storage, there: Held | None) -> bool:
    """Whether it had to be copied. there: what the target lists under the name. Verified by reading it back.

    Raises OSError for what cannot be read or written, also Differs and NotAsUploaded.
    """
    if there and file.sha256 and sha256_of(target, file.name) == file.sha256:
        return False
    with source.open(file.name) as content:
        digest = hashlib.file_digest(content, "sha256").hexdigest()
        if there and there.size == content.size and sha256_of(target, file.name) == digest:
            return False
        content.seek(0)
        put(target, file.name, content)
    if sha256_of(target, file.name) != digest:
        raise Differs("bản chép khác tệp gốc")
    if file.sha256 and digest != file.sha256:
        raise NotAsUploaded("đã chép, nhưng tệp gốc khác lúc tải lên")
    return True


def put(target: Storage, name: str, content) -> None:
    """Under exactly this name, over what is there, whole or not at all: whoever is killed leaves no half file."""
    try:
        path = Path(target.path(name))
    except NotImplementedError:
        target._save(name, content)  # save() would look for a free name; in a store a file appears when it is whole
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(f".{uuid.uuid4().hex}.part")
    with open(fresh, "wb") as file:
        for chunk in content.chunks():
            file.write(chunk)
        file.flush()
        os.fsync(file.fileno())
    fresh.chmod(settings.FILE_UPLOAD_PERMISSIONS)
    fresh.replace(path)
