"""Content security policies: one for readers, one for the editor's admin, whose widgets write inline scripts."""

from functools import cache

from django.conf import settings

from pages.styles import stylesheet_hash


@cache
def reader() -> str:
    return "; ".join(
        (
            "default-src 'none'",
            "script-src 'self'",
            f"style-src '{stylesheet_hash()}'",
            " ".join(("img-src 'self' data:", *settings.MEDIA_HOSTS)),
            " ".join(("media-src 'self'", *settings.MEDIA_HOSTS)),
            "font-src 'self'",
            "connect-src 'self'",
            "manifest-src 'self'",
            "worker-src 'self'",
            "form-action 'self'",
            "base-uri 'none'",
            "frame-ancestors 'none'",
        )
    )


@cache
def cms() -> str:
    return "; ".join(
        (
            "default-src 'self'",
            "script-src 'self' 'unsafe-inline'",
            "style-src 'self' 'unsafe-inline'",
            " ".join(("img-src 'self' data: blob:", *settings.MEDIA_HOSTS)),
            " ".join(("media-src 'self'", *settings.MEDIA_HOSTS)),
            "font-src 'self' data:",
            "connect-src 'self'",
            "frame-src 'self'",
            "worker-src 'self' blob:",
            "object-src 'none'",
            "base-uri 'self'",
            "form-action 'self'",
            "frame-ancestors 'self'",
        )
    )


PERMISSIONS = "camera=(), microphone=(), geolocation=(), payment=(), usb=(), interest-cohort=()"
