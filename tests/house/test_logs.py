"""No log keeps the secret of a card or an invitation, though both stand in addresses."""

import io
import logging

import pytest
from django.conf import settings
from django.utils.log import configure_logging

from config.logs import WithoutSecrets, masked
from tests.members.door import PIN, WRONG, card_address, with_card


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("Not Found: /dang-nhap/the/ABC234/", "Not Found: /dang-nhap/the/…/"),
        ("Gone: /en/tham-gia/a_b-9/", "Gone: /en/tham-gia/…/"),
        ("GET /dang-nhap/ma-pin/?the=NDI:1a:x_y&tiep=/toi/ HTTP/1.1", "GET /dang-nhap/ma-pin/?the=…&tiep=/toi/ HTTP/1.1"),
        ("http://127.0.0.1/dang-nhap/the/ABC234/", "http://127.0.0.1/dang-nhap/the/…/"),
        ("/dang-nhap/?tiep=/toi/", "/dang-nhap/?tiep=/toi/"),
    ],
)
def test_secrets_are_masked_and_nothing_else(written, kept):
    assert masked(written) == kept


def test_locked_card_is_refused_without_its_secret_in_the_log(client, cast):
    card, out = with_card(cast.lan, PIN), io.StringIO()
    handler = logging.StreamHandler(out)
    handler.addFilter(WithoutSecrets())
    logging.getLogger().addHandler(handler)
    try:
        for _try in range(5):
            client.post(card_address(card), {"pin": WRONG})
    finally:
        logging.getLogger().removeHandler(handler)
    assert "/dang-nhap/the/…/" in out.getvalue()
    assert card.secret not in out.getvalue()


def test_every_handler_masks():
    assert all("without_secrets" in handler["filters"] for handler in settings.LOGGING["handlers"].values())
    configure_logging(settings.LOGGING_CONFIG, settings.LOGGING)
    assert any(isinstance(found, WithoutSecrets) for handler in logging.getLogger().handlers for found in handler.filters)
