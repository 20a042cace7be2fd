"""Settings of the embedded default: SQLite, files on disk, memory cache, immediate tasks; no service to start.

`make run` uses them as they are. Production changes services by environment alone (production.py).
"""

from pathlib import Path

import dj_database_url
from django.core.management.utils import get_random_secret_key

from config import languages
from config.environment import networks, one_of, text, words
from config.settings import object_store

ROOT = Path(__file__).resolve().parents[3]
VAR = Path(text("VAR_DIR", str(ROOT / ".var")))  # all that this installation writes, unless services hold it


def installation_key() -> str:
    """A random key for this installation, made once."""
    path = VAR / "secret_key"
    if not path.exists():
        VAR.mkdir(parents=True, exist_ok=True)
        path.write_text(get_random_secret_key())
        path.chmod(0o600)
    return path.read_text()


DEBUG = False
SECRET_KEY = text("SECRET_KEY") or installation_key()
CARD_KEY = text("CARD_KEY") or SECRET_KEY  # members' cards are derived from it: name it apart before SECRET_KEY is changed
ALLOWED_HOSTS = words("ALLOWED_HOSTS", "127.0.0.1,localhost,[::1]")
SITE_URL = text("SITE_URL", "http://127.0.0.1:8000").rstrip("/")
INTERNAL_IPS: list[str] = []

INSTALLED_APPS = [
    "home",
    "home.demo",
    "home.news",
    "home.stories",
    "home.guides",
    "home.kits",
    "home.sections",
    "editing.start",
    "editing.help",
    "editing.translating",
    "editing.word",
    "editing.readiness",
    "editing.reviews",
    "editing.notices",
    "editing.rights",
    "learning.desk",
    "learning.progress",
    "learning.quizzes",
    "learning.lessons",
    "learning.library",
    "sharing",
    "search",
    "members",
    "pages",
    "wagtail_localize",
    "wagtail_localize.locales",
    "wagtail.contrib.redirects",
    "wagtail.contrib.settings",
    "wagtail.embeds",
    "wagtail.sites",
    "members.apps.StaffConfig",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_filters",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "django.contrib.auth",
    "django.contrib.humanize",  # Wagtail calls its filters; their words are translated only when it is installed
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "pages.middleware.ConditionalGet",
    "pages.page_cache.PageCache",
    "pages.middleware.Compression",
    "pages.middleware.Answers",
    "pages.middleware.OddAddresses",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "members.signin.gate.Gate",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "editing.rights.roads.Roads",
    "pages.redirects.LivingRedirects",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [ROOT / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

# Services
if text("DATABASE_URL"):
    DATABASES = {"default": dj_database_url.parse(text("DATABASE_URL"), conn_max_age=600, conn_health_checks=True)}
    if DATABASES["default"]["ENGINE"].endswith("postgresql"):
        # Compiling the query of the cards (one outer join a page type) took 5.9 s where running it takes 1.6 ms: no jit.
        DATABASES["default"].setdefault("OPTIONS", {})["options"] = "-c statement_timeout=30s -c lock_timeout=10s -c synchronous_commit=on -c jit=off"
else:
    DATABASES = {
        "default": {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": VAR / "db.sqlite3",
            "OPTIONS": {
                "timeout": 20,
                "transaction_mode": "IMMEDIATE",
                "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;",
            },
        }
    }
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "OPTIONS": {"MAX_ENTRIES": 5000}}}
PAGE_CACHE_SECONDS = 60  # pages.page_cache; 0 switches it off
# What an upload leaves to be read: at once, within 20 s, or by a worker, manage.py db_worker --backend reading
READING_TASKS = one_of("READING_TASKS", ("immediate", "database"))
IMMEDIATE = {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}
TASKS = {"default": IMMEDIATE, "reading": IMMEDIATE if READING_TASKS == "immediate" else {"BACKEND": "django_tasks_db.DatabaseBackend"}}
if READING_TASKS == "database":
    INSTALLED_APPS.append("django_tasks_db")
EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"

# People
AUTH_USER_MODEL = "members.Member"
AUTHENTICATION_BACKENDS = ["members.signin.backends.PasswordBackend", "members.signin.backends.PinBackend"]
LOGIN_URL = "account_login"  # of staff; members are led to WAGTAIL_FRONTEND_LOGIN_URL
LOGIN_REDIRECT_URL = "/cms/"
STAFF_TOTP = one_of("STAFF_TOTP", ("offered", "required"))
TRUSTED_PROXIES = networks("TRUSTED_PROXIES", "127.0.0.1,::1")  # whose X-Forwarded-For is believed
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 14 * 24 * 3600
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "members.signin.views.stale_form"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in ("UserAttributeSimilarityValidator", "MinimumLengthValidator", "CommonPasswordValidator")
]

# Staff sign-in: django-allauth with its other doors shut. members.limits counts the wrong tries, over all workers
ACCOUNT_ADAPTER = "members.signin.adapter.StaffAdapter"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_RATE_LIMITS = False
ACCOUNT_SESSION_REMEMBER = False  # until the browser is closed
ACCOUNT_AUTHENTICATED_LOGIN_REDIRECTS = False
ACCOUNT_FORMS = {"login": "members.signin.staff_forms.StaffLoginForm", "reauthenticate": "members.signin.staff_forms.PasswordAgainForm"}
MFA_ADAPTER = "members.signin.adapter.SecondFactorAdapter"
MFA_FORMS = {
    "authenticate": "members.signin.staff_forms.CodeAtSignInForm",
    "reauthenticate": "members.signin.staff_forms.CodeAgainForm",
    "activate_totp": "members.signin.staff_forms.SetUpForm",
}
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_ALLOW_UNVERIFIED_EMAIL = True  # many have no address
MFA_TOTP_ISSUER = "Chị em học số"
MFA_TOTP_TOLERANCE = 1  # half a minute: telephones differ, and typing takes its time

# Languages and formats
languages.teach_django()
LANGUAGE_CODE = languages.SOURCE
LANGUAGES = languages.CHOICES
WAGTAIL_CONTENT_LANGUAGES = languages.CHOICES
WAGTAIL_I18N_ENABLED = True
USE_I18N = True
USE_THOUSAND_SEPARATOR = False  # grouped ids break addresses in admin templates; the number filters group
LOCALE_PATHS = [ROOT / "site/locale", ROOT / "site/locale/packages"]  # the former wins; the latter is for words of packages
FORMAT_MODULE_PATH = ["config.formats"]
TIME_ZONE = "Asia/Ho_Chi_Minh"
USE_TZ = True

# Files
STATIC_URL = "/static/"
STATIC_ROOT = VAR / "static"
STATICFILES_DIRS = [ROOT / "static"]
STATICFILES_FINDERS = [
    "pages.scripts.JoinedScriptsFinder",
    "django.contrib.staticfiles.finders.FileSystemFinder",
    "django.contrib.staticfiles.finders.AppDirectoriesFinder",
]
MEDIA_URL = "/media/"
MEDIA_ROOT = VAR / "media"
MEDIA_HOSTS: list[str] = []  # other origins that pictures and sound come from, for the content security policy
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
WHITENOISE_MAX_AGE = 3600
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000
FILE_UPLOAD_PERMISSIONS = 0o644

# Security: the policies themselves are in pages/policies.py
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SECURE_CONTENT_TYPE_NOSNIFF = True
X_FRAME_OPTIONS = "DENY"

# Wagtail
WAGTAIL_SITE_NAME = "Chị em học số"
WAGTAILADMIN_BASE_URL = SITE_URL
WAGTAIL_ALLOW_UNICODE_SLUGS = False
WAGTAIL_FRONTEND_LOGIN_URL = "sign_in"
WAGTAIL_PASSWORD_RESET_ENABLED = False  # until a mail server is named (production.py)
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_USER_TIME_ZONES = ["Asia/Ho_Chi_Minh"]
WAGTAILADMIN_PERMITTED_LANGUAGES = [("vi", "Tiếng Việt"), ("en", "English"), ("fr", "Français")]
WAGTAILADMIN_RICH_TEXT_EDITORS = {
    "default": {
        "WIDGET": "wagtail.admin.rich_text.DraftailRichTextArea",
        "OPTIONS": {"features": ["bold", "italic", "ol", "ul", "link", "document-link"]},
    }
}
WAGTAILIMAGES_IMAGE_MODEL = "pages.Picture"
WAGTAILIMAGES_IMAGE_FORM_BASE = "pages.picture_forms.PictureForm"
WAGTAILIMAGES_RENDITION_STORAGE = "default"
WAGTAILIMAGES_EXTENSIONS = ["avif", "gif", "heic", "heif", "jpeg", "jpg", "png", "webp"]
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 20 * 1024 * 1024
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 64_000_000
WAGTAILDOCS_DOCUMENT_MODEL = "library.LibraryDocument"
WAGTAILDOCS_DOCUMENT_FORM_BASE = "learning.library.forms.LibraryDocumentForm"
WAGTAILDOCS_EXTENSIONS = [
    "pdf", "docx", "xlsx", "pptx", "odt", "epub", "txt", "csv", "vtt",
    "mp3", "m4a", "ogg", "mp4", "webm", "jpg", "png", "webp",
]  # fmt: skip
WAGTAILDOCS_MAX_UPLOAD_SIZE = 60 * 1024 * 1024
WAGTAILDOCS_CONTENT_TYPES = {"m4a": "audio/mp4", "ogg": "audio/ogg"}  # a small system's own list lacks them or has others
WAGTAILDOCS_INLINE_CONTENT_TYPES = ["application/pdf", "audio/mpeg", "audio/mp4", "audio/ogg", "video/mp4", "video/webm"]
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database"}}
WAGTAILREDIRECTS_AUTO_CREATE = True
PAGE_OWNERS = "editing.reviews.owners.eligible"  # who may be named as answering for a page
WAGTAIL_FINISH_WORKFLOW_ACTION = "pages.workflows.finish"
WAGTAILEMBEDS_FINDERS: list[dict] = []  # no foreign host, neither for readers nor in the editor
WAGTAILLOCALIZE_SYNC_LIVE_STATUS_ON_TRANSLATE = False

# A store that the environment names takes the disk's place.
if store := object_store.settings():
    globals().update(store)
    STORAGES |= object_store.STORAGES

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"without_secrets": {"()": "config.logs.WithoutSecrets"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "filters": ["without_secrets"]}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
