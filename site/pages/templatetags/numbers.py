"""Numbers as the reader's language writes them, grouped whatever USE_THOUSAND_SEPARATOR says."""

from decimal import Decimal

from django import template
from django.utils.formats import number_format
from django.utils.translation import gettext as _

register = template.Library()


def grouped(value, places=None):
    return number_format(value, decimal_pos=places, use_l10n=True, force_grouping=True)


@register.filter
def number(value):
    """1234.5 as 1.234,5; whole numbers without decimals."""
    if value in (None, ""):
        return ""
    value = Decimal(str(value)).normalize()
    return grouped(int(value)) if value == value.to_integral_value() else grouped(value)


@register.filter
def vnd(value):
    """Whole dong with its sign, for tables: 2.500.000 đ."""
    return f"{grouped(int(value or 0))} đ"


@register.filter
def kb(size):
    """Bytes as 480 KB or 1,2 MB; empty when unknown."""
    if not size:
        return ""
    if size < 1_000_000:
        return _("%(size)s KB") % {"size": grouped(max(1, round(size / 1000)))}
    return _("%(size)s MB") % {"size": grouped(Decimal(size) / 1_000_000, 1)}
