"""What no log may keep: the secrets of cards and invitations, which stand in their addresses."""

import logging
import re

SECRET = re.compile(r"(/dang-nhap/the/|/tham-gia/|[?&]the=)[^/?&#\s\"']+")


def masked(text: str) -> str:
    return SECRET.sub(r"\1…", text)


class WithoutSecrets(logging.Filter):
    """Django writes the address of whatever it refuses: a locked card's among them."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.msg, record.args = masked(record.getMessage()), ()
        return True
