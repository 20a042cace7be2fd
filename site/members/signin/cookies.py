"""The cookie by which a phone is known, of which only the hash is stored (members.devices); and one that says who is in."""

from django.conf import settings

from members.devices import Device

PHONE_COOKIE = "may"
WHO_COOKIE = "ai"  # read by scripts, which keep what one woman has not sent yet apart from another's on the same phone; it opens nothing
AGE = 400 * 24 * 3600  # seconds; browsers keep none longer


def secret_of(request) -> str:
    return request.COOKIES.get(PHONE_COOKIE, "")[:100]


def phone_of(request) -> Device | None:
    return Device.known_by(secret_of(request))


def write(response, secret: str):
    response.set_cookie(PHONE_COOKIE, secret, max_age=AGE, httponly=True, samesite="Lax", secure=settings.SESSION_COOKIE_SECURE)
    return response


def say_who(response, member):
    response.set_cookie(WHO_COOKIE, str(member.pk), max_age=settings.SESSION_COOKIE_AGE, samesite="Lax", secure=settings.SESSION_COOKIE_SECURE)
    return response


def say_nobody(response):
    response.delete_cookie(WHO_COOKIE, samesite="Lax")
    return response
