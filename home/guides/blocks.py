"""The blocks of a guide."""

from decimal import Decimal

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from pages.blocks import Advised, PageChooserBlock, PictureBlock, TextBlock


class KeyFigureBlock(blocks.StructBlock):
    value = blocks.CharBlock(max_length=30, label=_("Figure"), help_text=_("Digits, for instance 35."))
    label = blocks.CharBlock(max_length=60, label=_("What it counts"), help_text=_("For instance: families that take part."))

    class Meta:
        label = _("Figure")
        icon = "list-ol"


class Cost(blocks.StructValue):
    @property
    def total(self) -> int:
        """VND, rounded to whole dong."""
        return int((self["quantity"] or Decimal(0)) * (self["unit_price"] or 0))


class CostBlock(blocks.StructBlock):
    item = blocks.CharBlock(max_length=120, label=_("Item"), help_text=_("What is bought or paid."))
    quantity = blocks.DecimalBlock(
        min_value=0, max_digits=9, decimal_places=2, default=1, label=_("Quantity"), help_text=_("How many are needed at the beginning.")
    )
    unit = blocks.CharBlock(required=False, max_length=30, label=_("Unit"), help_text=_("piece, kg, day"))
    unit_price = blocks.IntegerBlock(min_value=0, label=_("Unit price (VND)"), help_text=_("Digits only, for instance 2500000."))

    class Meta:
        label = _("Cost")
        icon = "tag"
        value_class = Cost


class RoleBlock(blocks.StructBlock):
    who = blocks.CharBlock(max_length=80, label=_("Who"), help_text=_("For instance: head of the group."))
    does = blocks.CharBlock(max_length=200, label=_("Does what"), help_text=_("One sentence, beginning with a verb."))

    class Meta:
        label = _("Role")
        icon = "group"


class StepBlock(blocks.StructBlock):
    title = blocks.CharBlock(max_length=80, label=_("Step"), help_text=_("What is done, beginning with a verb."))
    text = TextBlock(required=False)
    picture = PictureBlock(required=False)
    days = blocks.IntegerBlock(min_value=0, max_value=1000, default=1, label=_("Days"), help_text=_("How many days this step takes."))

    class Meta:
        label = _("Step")
        icon = "order"


class RiskBlock(blocks.StructBlock):
    risk = blocks.CharBlock(max_length=160, label=_("What can go wrong"), help_text=_("One sentence, from experience."))
    remedy = blocks.CharBlock(max_length=240, label=_("What helps"), help_text=_("What others did then."))

    class Meta:
        label = _("Risk")
        icon = "warning"


class ContactBlock(blocks.StructBlock):
    name = blocks.CharBlock(max_length=120, label=_("Name or office"), help_text=_("Only somebody who has agreed to be named."))
    role = blocks.CharBlock(required=False, max_length=120, label=_("Role"), help_text=_("For instance: chairwoman of the commune’s union."))
    phone = blocks.CharBlock(required=False, max_length=30, label=_("Phone"), help_text=_("For instance 0912 345 678. Readers can call it with one tap."))

    class Meta:
        label = _("Contact")
        icon = "mail"


class StoryBlock(Advised, PageChooserBlock):
    advice = _("A published story; others are left out.")

    def __init__(self, **kwargs):
        kwargs.setdefault("page_type", "stories.StoryPage")
        super().__init__(**kwargs)

    class Meta:
        label = _("Story")
        icon = "user"
