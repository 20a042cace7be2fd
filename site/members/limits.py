"""Wrong tries at the door, counted in the database so that they hold over several workers and after a restart.

A try is claimed before the secret is compared and given back if it was right: twenty guesses sent at once find five
tries, not twenty. What is counted is the account and the phone. An address is shared by a whole village, so it only
limits codes that no card has.
"""

import ipaddress
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from math import ceil

from django.conf import settings
from django.db import models, transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from members.cards import hashed

MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)
KEPT = 7 * DAY  # after that a row says nothing any more


class Tries(models.Model):
    """Tries of one account, one phone or one address since the last right one."""

    key = models.CharField(max_length=80, unique=True)  # "member:12", "phone:7", "name:…", "address:…": hashes, no address
    failures = models.PositiveSmallIntegerField(default=0)
    since = models.DateTimeField(default=timezone.now)  # what is counted is forgotten some time after it
    locked_until = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("wrong tries")
        verbose_name_plural = _("wrong tries")

    def __str__(self):
        return self.key


class Locked(Exception):
    """No try is left for now."""

    def __init__(self, limit: "Limit", wait: timedelta):
        super().__init__(limit.key)
        self.limit, self.wait = limit, wait

    @property
    def minutes(self) -> int:
        return max(1, ceil(self.wait / MINUTE))


@dataclass(frozen=True)
class Limit:
    """So many tries, then a lock; the next ones as many, then a longer lock; the last length goes on, none is for ever."""

    key: str
    tries: int = 5
    locks: tuple[timedelta, ...] = (15 * MINUTE, 30 * MINUTE, 60 * MINUTE)
    memory: timedelta = DAY  # tries are forgotten so long after the last of them,
    slides: bool = True  # or after the first, if this is False

    @classmethod
    def of_member(cls, member) -> "Limit":
        return cls(f"member:{member.pk}")

    @classmethod
    def of_name(cls, username: str) -> "Limit":
        """Of an account that does not exist: it must answer as the others do."""
        return cls(f"name:{hashed('name', username.strip().lower())[:32]}")

    @classmethod
    def of_phone(cls, device) -> "Limit":
        """Several women share a phone: one who has forgotten her PIN does not lock out her neighbour."""
        return cls(f"phone:{device.pk}", tries=20)

    @classmethod
    def of_address(cls, request) -> "Limit":
        return cls(f"address:{hashed('address', address_of(request))[:32]}", tries=60, locks=(MINUTE,), memory=MINUTE, slides=False)

    @classmethod
    def of_unknown_links(cls, request) -> "Limit":
        """Apart from the codes of cards: a mistyped link must not keep anybody from her card."""
        return replace(cls.of_address(request), key=f"link:{hashed('link', address_of(request))[:32]}")

    @classmethod
    def of_sheets(cls, request) -> "Limit":
        """What takes a fifth of a second to print."""
        return replace(cls.of_address(request), key=f"sheet:{hashed('sheet', address_of(request))[:32]}")

    @property
    def kind(self) -> str:
        """member, phone, name, address, link or sheet."""
        return self.key.partition(":")[0]

    def take(self, now: datetime | None = None) -> int:
        """Claim a try; how many are left after it. Locked, if there is none."""
        now = now or timezone.now()
        with transaction.atomic():
            row = self._held_row(now)
            if row.locked_until and now < row.locked_until:
                raise Locked(self, row.locked_until - now)
            forgotten = now - row.since >= self.memory
            row.failures = 1 if forgotten else row.failures + 1
            if row.failures > self.tries * len(self.locks):
                row.failures -= self.tries
            if forgotten or self.slides or row.failures == 1:
                row.since = now
            level, rest = divmod(row.failures, self.tries)
            row.locked_until = now + self.locks[level - 1] if rest == 0 else None
            row.save(update_fields=["failures", "since", "locked_until"])
        return -row.failures % self.tries

    def _held_row(self, now: datetime) -> Tries:
        """The row, locked until the transaction ends. Writing its key over itself locks it on PostgreSQL, made or found."""
        Tries.objects.bulk_create([Tries(key=self.key, since=now)], update_conflicts=True, unique_fields=["key"], update_fields=["key"])
        return Tries.objects.get(key=self.key)

    def give_back(self) -> None:
        """The claimed try was right, but not yet enough."""
        Tries.objects.filter(key=self.key, failures__gt=0).update(failures=F("failures") - 1, locked_until=None)

    def clear(self) -> None:
        """A right one: all is forgotten."""
        Tries.objects.filter(key=self.key).delete()


def forget_old(now: datetime | None = None) -> int:
    """How many were forgotten."""
    return Tries.objects.filter(since__lt=(now or timezone.now()) - KEPT).delete()[0]


def address_of(request) -> str:
    """The client's address, as our own proxy names it; of IPv6 the network, since a phone has a new address each day.

    No address at all is a socket on this machine, where only our proxy can be.
    """
    asked = request.META.get("REMOTE_ADDR", "")
    if not asked or is_our_proxy(asked):
        asked = request.headers.get("X-Forwarded-For", "").rsplit(",", 1)[-1].strip() or asked
    try:
        address = ipaddress.ip_address(asked)
    except ValueError:
        return asked
    return str(address) if address.version == 4 else str(ipaddress.ip_network((address, 64), strict=False))


def is_our_proxy(asked: str) -> bool:
    """TRUSTED_PROXIES holds addresses and networks: a container's address is known only once it runs."""
    try:
        address = ipaddress.ip_address(asked)
    except ValueError:
        return False
    return any(address in ipaddress.ip_network(proxy, strict=False) for proxy in settings.TRUSTED_PROXIES)
