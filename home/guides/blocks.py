"""The blocks of a guide."""

from decimal import Decimal

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from pages.blocks import PageChooserBlock, PictureBlock, TextBlock


class KeyFigureBlock(blocks.StructBlock):
    value = blocks.CharBlock(max_length=30, label=_("Figure"))
    label = blocks.CharBlock(max_length=60, label=_("What it counts"))

    class Meta:
        label = _("Figure")
        icon = "list-ol"


class Cost(blocks.StructValue):
    @property
    def total(self) -> int:
        """VND, rounded to whole dong."""
        return int((self["quantity"] or Decimal(0)) * (self["unit_price"] or 0))


class CostBlock(blocks.StructBlock):
    item = blocks.CharBlock(max_length=120, label=_("Item"))
    quantity = blocks.DecimalBlock(min_value=0, max_digits=9, decimal_places=2, default=1, label=_("Quantity"))
    unit = blocks.CharBlock(required=False, max_length=30, label=_("Unit"), help_text=_("piece, kg, day"))
    unit_price = blocks.IntegerBlock(min_value=0, label=_("Unit price (VND)"), help_text=_("Digits only, for instance 2500000."))

    class Meta:
        label = _("Cost")
        icon = "tag"
        value_class = Cost


class RoleBlock(blocks.StructBlock):
    who = blocks.CharBlock(max_length=80, label=_("Who"))
    does = blocks.CharBlock(max_length=200, label=_("Does what"))

    class Meta:
        label = _("Role")
        icon = "group"


class StepBlock(blocks.StructBlock):
    title = blocks.CharBlock(max_length=80, label=_("Step"))
    text = TextBlock(required=False)
    picture = PictureBlock(required=False)
    days = blocks.IntegerBlock(min_value=0, max_value=1000, default=1, label=_("Days"))

    class Meta:
        label = _("Step")
        icon = "order"


class RiskBlock(blocks.StructBlock):
    risk = blocks.CharBlock(max_length=160, label=_("What can go wrong"))
    remedy = blocks.CharBlock(max_length=240, label=_("What helps"))

    class Meta:
        label = _("Risk")
        icon = "warning"


class ContactBlock(blocks.StructBlock):
    name = blocks.CharBlock(max_length=120, label=_("Name or office"))
    role = blocks.CharBlock(required=False, max_length=120, label=_("Role"))
    phone = blocks.CharBlock(required=False, max_length=30, label=_("Phone"))

    class Meta:
        label = _("Contact")
        icon = "mail"


class StoryBlock(PageChooserBlock):
    def __init__(self, **kwargs):
        kwargs.setdefault("page_type", "stories.StoryPage")
        super().__init__(**kwargs)

    class Meta:
        label = _("Story")
        icon = "user"
