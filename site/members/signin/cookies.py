"""The cookie by which a phone is known. Only its hash is stored (members.devices)."""

from django.conf import settings

from members.devices import Device

PHONE_COOKIE = "may"
AGE = 400 * 24 * 3600  # seconds; browsers keep none longer


def secret_of(request) -> str:
    return request.COOKIES.get(PHONE_COOKIE, "")[:100]


def phone_of(request) -> Device | None:
    return Device.known_by(secret_of(request))


def write(response, secret: str):
    response.set_cookie(PHONE_COOKIE, secret, max_age=AGE, httponly=True, samesite="Lax", secure=settings.SESSION_COOKIE_SECURE)
    return response
