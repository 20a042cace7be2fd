"""A storage setting under which a private file would be public is refused: by manage.py, and by config/wsgi.py before the first answer."""

from pathlib import Path

from django.conf import settings
from django.core import checks
from django.core.files.storage import FileSystemStorage, storages
from django.urls import Resolver404, resolve

TAG = "private_files"
LONGEST = 300  # seconds that a link to a private file may live
OPEN_LISTS = {"public-read", "public-read-write", "authenticated-read"}
SECRETS = {"access_key", "secret_key", "security_token", "session_profile", "cloudfront_key", "cloudfront_key_id", "cloudfront_signer"}
BY_ENVIRONMENT = "Leave STORAGES to the environment (AWS_STORAGE_BUCKET_NAME and the others of config/settings/object_store.py)."


def private_files(app_configs=None, **kwargs) -> list[checks.Error]:
    secrets = secrets_in_options()  # first: such a storage may not even be made
    if secrets:
        return secrets
    files = storages["default"]
    if isinstance(files, FileSystemStorage):
        return [*among_static_files(Path(files.location)), *served_from_disk()]
    return in_store(files) if hasattr(files, "querystring_auth") else []


def secrets_in_options() -> list[checks.Error]:
    named = [(alias, sorted(SECRETS & set(storage.get("OPTIONS", {})))) for alias, storage in settings.STORAGES.items()]
    return [
        _error(f"STORAGES[{alias!r}] has {', '.join(found)} in its OPTIONS, which Wagtail writes into the tasks' table.", 1) for alias, found in named if found
    ]


def in_store(files) -> list[checks.Error]:
    """files: the default storage, of the kind of django-storages' S3Storage."""
    from botocore import UNSIGNED

    unsigned = files.client_config is not None and files.client_config.signature_version is UNSIGNED
    public = storages["renditions"].location.strip("/") if "renditions" in settings.STORAGES else None
    here = files.location.strip("/")
    rules = (
        (not files.querystring_auth or unsigned, "gives out addresses without a signature", 2),
        (bool(files.custom_domain) and not files.cloudfront_signer, "gives out addresses of a domain that nobody signs", 3),
        ({files.default_acl, files.object_parameters.get("ACL")} & OPEN_LISTS, "writes files with a list that lets anybody read them", 4),
        (files.querystring_expire > LONGEST, f"gives out links that live longer than {LONGEST} seconds", 5),
        (public is not None and f"{here}/".startswith(f"{public}/"), "lies in the folder of the renditions, which anybody may read", 6),
    )
    return [_error(f"The storage of documents and originals {what}.", number) for broken, what, number in rules if broken]


def among_static_files(folder: Path) -> list[checks.Error]:
    """WhiteNoise sends whatever lies there."""
    sources = [source[1] if isinstance(source, (list, tuple)) else source for source in settings.STATICFILES_DIRS]
    public = [settings.STATIC_ROOT, *sources, getattr(settings, "WHITENOISE_ROOT", None)]
    inside = [str(root) for root in public if root and folder.resolve().is_relative_to(Path(root).resolve())]
    return [_error(f"MEDIA_ROOT ({folder}) lies in {root}, whose files are sent to anybody.", 7) for root in inside]


def served_from_disk() -> list[checks.Error]:
    if not settings.MEDIA_URL.startswith("/"):
        return []
    address = f"{settings.MEDIA_URL}documents/a.pdf"
    try:
        found = resolve(address)
    except Resolver404:
        return []
    pages = found.view_name == "wagtail_serve"  # which knows pages alone
    return [] if pages else [_error(f"{address} is answered by {found._func_path}, which asks nobody who may read it.", 8)]


def _error(what: str, number: int) -> checks.Error:
    return checks.Error(what, hint=BY_ENVIRONMENT, id=f"library.E{number:03}")


def register() -> None:
    checks.register(private_files, TAG)
