"""Any S3-compatible store in place of the disk, named by the environment: the same settings for base, production and tests."""

from config import environment


def settings() -> dict[str, object]:
    """What base.py takes over; nothing without a bucket.

    No OPTIONS in STORAGES: Wagtail writes a storage's arguments into task arguments.
    """
    bucket = environment.text("AWS_STORAGE_BUCKET_NAME")
    if not bucket:
        return {}
    from botocore.config import Config  # who keeps files on the disk does not wait for it

    region, domain = environment.text("AWS_S3_REGION_NAME"), environment.text("AWS_S3_CUSTOM_DOMAIN")
    endpoint = environment.text("AWS_S3_ENDPOINT_URL")
    reached_at = endpoint or (f"https://s3.{region}.amazonaws.com" if region else "https://s3.amazonaws.com")
    return {
        "AWS_STORAGE_BUCKET_NAME": bucket,
        "AWS_ACCESS_KEY_ID": environment.needed("AWS_ACCESS_KEY_ID"),
        "AWS_SECRET_ACCESS_KEY": environment.needed("AWS_SECRET_ACCESS_KEY"),
        "AWS_S3_ENDPOINT_URL": endpoint or None,
        "AWS_S3_REGION_NAME": region or None,
        "AWS_S3_CUSTOM_DOMAIN": domain or None,  # of the public renditions
        "AWS_DEFAULT_ACL": None,
        "AWS_S3_FILE_OVERWRITE": False,
        "AWS_QUERYSTRING_EXPIRE": 300,
        "AWS_UPLOAD_SECONDS": int(environment.text("AWS_UPLOAD_SECONDS", "13")),  # pages.storages
        "AWS_S3_CLIENT_CONFIG": Config(
            signature_version="s3v4",
            s3={"addressing_style": "path"},
            request_checksum_calculation="when_required",
            response_checksum_validation="when_required",
            connect_timeout=2,
            read_timeout=5,
            retries={"total_max_attempts": 2},  # max_attempts would count the first one out
        ),
        "WAGTAILIMAGES_RENDITION_STORAGE": "renditions",
        "MEDIA_HOSTS": [reached_at.rstrip("/"), *([f"https://{domain}"] if domain else [])],
    }


STORAGES = {"default": {"BACKEND": "pages.storages.PrivateFiles"}, "renditions": {"BACKEND": "pages.storages.PublicRenditions"}}
