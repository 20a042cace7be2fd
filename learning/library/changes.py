"""Documents that were changed, closed or opened, for those above who keep something made of them."""

from collections.abc import Callable, Iterable

WATCHERS: list[Callable[[Iterable[int]], None]] = []  # each is given primary keys; filled when apps are loaded


def changed(documents: Iterable[int]) -> None:
    keys = list(documents)
    for watcher in WATCHERS if keys else ():
        watcher(keys)
