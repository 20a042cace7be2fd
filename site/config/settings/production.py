"""Production: the embedded default with real services, all named by the environment. It refuses to start half configured."""

from django.core.exceptions import ImproperlyConfigured

from config import environment
from config.settings.base import *  # noqa: F403
from config.settings.base import STORAGES

SECRET_KEY = environment.needed("SECRET_KEY")
environment.needed("ALLOWED_HOSTS")
ALLOWED_HOSTS = environment.words("ALLOWED_HOSTS")
SITE_URL = WAGTAILADMIN_BASE_URL = environment.needed("SITE_URL").rstrip("/")
environment.needed("DATABASE_URL")  # base.py has read it
if not SITE_URL.startswith("https://"):
    raise ImproperlyConfigured("SITE_URL must start with https:// in production.")

CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.redis.RedisCache",
        "LOCATION": environment.needed("CACHE_URL"),
    }
}

# Any S3-compatible store. No OPTIONS: Wagtail writes a storage's arguments into task arguments.
AWS_STORAGE_BUCKET_NAME = environment.text("AWS_STORAGE_BUCKET_NAME")
if AWS_STORAGE_BUCKET_NAME:
    from botocore.config import Config

    AWS_ACCESS_KEY_ID = environment.needed("AWS_ACCESS_KEY_ID")
    AWS_SECRET_ACCESS_KEY = environment.needed("AWS_SECRET_ACCESS_KEY")
    AWS_S3_ENDPOINT_URL = environment.text("AWS_S3_ENDPOINT_URL") or None
    AWS_S3_REGION_NAME = environment.text("AWS_S3_REGION_NAME") or None
    AWS_DEFAULT_ACL = None
    AWS_S3_FILE_OVERWRITE = False
    AWS_QUERYSTRING_EXPIRE = 300
    AWS_S3_CLIENT_CONFIG = Config(
        signature_version="s3v4",
        s3={"addressing_style": "path"},
        request_checksum_calculation="when_required",
        response_checksum_validation="when_required",
        connect_timeout=2,
        read_timeout=5,
        retries={"max_attempts": 2},
    )
    AWS_S3_CUSTOM_DOMAIN = environment.text("AWS_S3_CUSTOM_DOMAIN") or None  # of the public renditions
    STORAGES = {
        **STORAGES,
        "default": {"BACKEND": "pages.storages.PrivateFiles"},
        "renditions": {"BACKEND": "pages.storages.PublicRenditions"},
    }
    WAGTAILIMAGES_RENDITION_STORAGE = "renditions"
    endpoint = AWS_S3_ENDPOINT_URL or (f"https://s3.{AWS_S3_REGION_NAME}.amazonaws.com" if AWS_S3_REGION_NAME else "https://s3.amazonaws.com")
    MEDIA_HOSTS = [endpoint.rstrip("/"), *([f"https://{AWS_S3_CUSTOM_DOMAIN}"] if AWS_S3_CUSTOM_DOMAIN else [])]

SECURE_SSL_REDIRECT = environment.flag("SECURE_SSL_REDIRECT", default=True)
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_HSTS_SECONDS = 365 * 24 * 3600
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
STAFF_TOTP = environment.one_of("STAFF_TOTP", ("required", "offered"))

# Mail only serves staff who have forgotten a password; without a server an administrator gives them a new one.
EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
EMAIL_HOST = environment.text("EMAIL_HOST")
EMAIL_PORT = int(environment.text("EMAIL_PORT", "587"))
EMAIL_HOST_USER = environment.text("EMAIL_HOST_USER")
EMAIL_HOST_PASSWORD = environment.text("EMAIL_HOST_PASSWORD")
EMAIL_USE_TLS = environment.flag("EMAIL_USE_TLS", default=True)
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = environment.text("DEFAULT_FROM_EMAIL", "webmaster@localhost")
WAGTAIL_PASSWORD_RESET_ENABLED = bool(EMAIL_HOST)
