"""A member's learning card: a QR with a 128-bit secret, and a code of 8 characters for those who type.

Neither is stored. Both are derived from a random number of the card and the installation's key, so that the same card can be
printed again, and a stolen database opens nothing. A new number makes a new card; the old one stops working.
"""

import base64
import hashlib
import hmac
import secrets

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

ALPHABET = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"  # without I, L, O, 0, 1: nobody misreads it on paper
CODE_LENGTH = 8


def derived(purpose: str, nonce: str) -> bytes:
    return hmac.new(settings.CARD_KEY.encode(), f"{purpose}:{nonce}".encode(), hashlib.sha256).digest()


def hashed(kind: str, shown: str) -> str:
    """What is stored of a secret or a code. Keyed, since 8 characters could be tried through."""
    return derived(f"stored {kind}", shown).hex()


def tidy(code: str) -> str:
    """A code as typed: any case, with or without the hyphen and spaces."""
    return "".join(letter for letter in code.upper() if letter.isalnum())


class CardQuerySet(models.QuerySet):
    def living(self):
        """Not withdrawn, and of a member who may come in."""
        return self.filter(revoked_at=None, member__is_active=True, member__status="active")

    def find_by_secret(self, secret: str):
        return self.living().filter(secret_hash=hashed("secret", secret.upper())).select_related("member__unit").first()

    def find_by_code(self, code: str):
        """A code as typed."""
        return self.living().filter(code_hash=hashed("code", tidy(code))).select_related("member__unit").first()


class Card(models.Model):
    member = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="cards", verbose_name=_("member"))
    nonce = models.CharField(max_length=32, editable=False)
    secret_hash = models.CharField(max_length=64, unique=True, editable=False)
    code_hash = models.CharField(max_length=64, unique=True, editable=False)
    made_at = models.DateTimeField(_("made"), auto_now_add=True)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("made by"))
    revoked_at = models.DateTimeField(_("withdrawn"), null=True, blank=True)

    objects = CardQuerySet.as_manager()

    class Meta:
        verbose_name = _("card")
        verbose_name_plural = _("cards")
        constraints = [models.UniqueConstraint(fields=["member"], condition=models.Q(revoked_at=None), name="one_living_card_per_member")]

    def __str__(self):
        return str(self.member)

    @classmethod
    def fresh(cls, member, made_by=None) -> "Card":
        """A new card, not yet saved."""
        card = cls(member=member, made_by=made_by, nonce=secrets.token_hex(16))
        card.secret_hash, card.code_hash = hashed("secret", card.secret), hashed("code", card.code)
        return card

    @property
    def secret(self) -> str:
        """26 characters of base 32, capitals, so that its QR stays small."""
        return base64.b32encode(derived("secret", self.nonce)[:16]).decode().rstrip("=")

    @property
    def code(self) -> str:
        """8 characters without those that look alike, read from the whole number so that none is likelier."""
        number, letters = int.from_bytes(derived("code", self.nonce), "big"), []
        for _place in range(CODE_LENGTH):
            number, place = divmod(number, len(ALPHABET))
            letters.append(ALPHABET[place])
        return "".join(letters)

    @property
    def printed_code(self) -> str:
        return f"{self.code[:4]}-{self.code[4:]}"
