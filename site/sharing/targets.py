"""What a short link may lead to. Pages are known here; apps above add theirs when they are loaded."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol
from uuid import UUID

if TYPE_CHECKING:
    from sharing.shortlinks import ShortLink

GONE = "khong-con"  # the fragment that shows the notice of a target that is no longer there


class Target(NamedTuple):
    kind: str
    key: UUID  # shared by all its languages


@dataclass(frozen=True)
class Edition:
    """A living target in one language."""

    target: Target
    language: str
    title: str
    sentence: str  # as Zalo shows it
    message: str  # what is sent with the link
    address: str  # from the root of the site
    picture: Any = None  # a pages.Picture


class Kind(Protocol):
    name: str

    def key_of(self, thing: object) -> UUID | None:
        """Of a thing of this kind; None for any other."""

    def way(self, link: "ShortLink") -> str:
        """Where the link leads now, from the root of the site: never nowhere. At most two queries."""

    def living(self, keys: Collection[UUID]) -> list[Edition]:
        """What readers, or some of them, can open."""

    def readable(self, keys: Collection[UUID], reader: Any) -> list[Edition]:
        """What this member can open; None is a stranger."""

    def at(self, path: str) -> UUID | None:
        """Of what stands at an address of the site."""

    def trail(self, key: UUID) -> list[str]:
        """The keys of what stands above it, nearest first: for the day when it is deleted."""

    def may_edit(self, user: Any, key: UUID) -> bool:
        """Whoever may change the target in one of its languages makes links to it."""

    def everything(self) -> Iterator[tuple[UUID, str]]:
        """Key and language of all that can be opened."""


KINDS: dict[str, Kind] = {}


def register(kind: Kind) -> None:
    KINDS[kind.name] = kind


def of(thing: object) -> Target:
    return next(Target(kind.name, key) for kind in KINDS.values() if (key := kind.key_of(thing)))
