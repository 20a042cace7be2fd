"""Typed reading of environment variables. A missing one that is needed raises ImproperlyConfigured with its name."""

import ipaddress
import os

from django.core.exceptions import ImproperlyConfigured


def text(name: str, default: str = "") -> str:
    return os.environ.get(name, default)


def needed(name: str) -> str:
    if value := os.environ.get(name):
        return value
    raise ImproperlyConfigured(f"Set the environment variable {name}: production cannot start without it.")


def flag(name: str, default: bool = False) -> bool:
    value = os.environ.get(name, "").strip().lower()
    if value in {"", "0", "1", "true", "false", "yes", "no"}:
        return default if value == "" else value in {"1", "true", "yes"}
    raise ImproperlyConfigured(f"{name} is {value!r}: use 1 or 0.")


def words(name: str, default: str = "") -> list[str]:
    return [word.strip() for word in os.environ.get(name, default).split(",") if word.strip()]


def networks(name: str, default: str = "") -> list[str]:
    """Addresses and networks, such as 127.0.0.1 or 172.18.0.0/16."""
    found = words(name, default)
    for network in found:
        try:
            ipaddress.ip_network(network, strict=False)
        except ValueError as error:
            raise ImproperlyConfigured(f"{name} has {network!r}: use addresses or networks such as 172.18.0.0/16.") from error
    return found


def one_of(name: str, choices: tuple[str, ...]) -> str:
    """The first choice is the default."""
    value = os.environ.get(name, "") or choices[0]
    if value in choices:
        return value
    raise ImproperlyConfigured(f"{name} is {value!r}: use {' or '.join(choices)}.")
