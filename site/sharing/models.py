"""Short links and how often they were opened."""

from sharing.opens import LinkDay
from sharing.shortlinks import ShortLink

__all__ = ["LinkDay", "ShortLink"]
