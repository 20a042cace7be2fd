"""From an address of the site, as it is copied from a browser or a chat, to what stands there."""

from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.utils.translation import gettext as _

from sharing import codes
from sharing.shortlinks import ShortLink
from sharing.targets import KINDS, Target

LONGEST = 2000  # characters


class Unusable(Exception):
    """With a sentence for her who pasted it."""


def found_at(pasted: str, reader) -> Target:
    """Raises Unusable, also for what this reader may not open: she learns nothing of it."""
    path = path_of(pasted)
    found = of_short_link(path) or of_page(path)
    if found is None or not KINDS[found.kind].readable([found.key], reader):
        raise Unusable(_("No page stands at this address. Open the page, copy the whole address and paste it here."))
    return found


def path_of(pasted: str) -> str:
    words = pasted.strip()
    if not words.startswith(("http://", "https://", "/")):
        words = f"https://{words}"
    try:
        address = urlsplit(words)
    except ValueError:
        raise Unusable(_("This is no address. Open the page, copy the whole address and paste it here.")) from None
    own = urlsplit(settings.SITE_URL).netloc
    if address.netloc and bare(address.netloc) != bare(own):
        raise Unusable(_("This address is not of this site. Paste one that begins with %(site)s.") % {"site": settings.SITE_URL})
    return unquote(address.path).replace("\x00", "") or "/"


def bare(host: str) -> str:
    return host.lower().removeprefix("www.")


def of_short_link(path: str) -> Target | None:
    """Another's short link: hers leads to the same."""
    if not path.lower().startswith("/q/"):
        return None
    link = ShortLink.objects.filter(code=codes.tidy(path[3:])).first()
    return link.target if link else None


def of_page(path: str) -> Target | None:
    return next((Target(kind.name, key) for kind in KINDS.values() if (key := kind.at(path))), None)
