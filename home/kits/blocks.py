"""The blocks of a meeting kit."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from pages.blocks import ItemBlock, PictureBlock

LONGEST_MESSAGE = 300  # characters: what Zalo shows without "see more"


class KeyMessageBlock(ItemBlock):
    advice = _("One sentence that can be said from memory.")

    def __init__(self, **kwargs):
        kwargs.setdefault("max_length", 120)
        super().__init__(**kwargs)

    class Meta:
        icon = "pick"
        label = _("Key message")


class ScriptStepBlock(blocks.StructBlock):
    minutes = blocks.IntegerBlock(min_value=1, max_value=60, default=5, label=_("Minutes"), help_text=_("All steps together make the length of the script."))
    do = blocks.CharBlock(max_length=200, label=_("What to do"), help_text=_("What the chairwoman does in this step."))
    say = blocks.TextBlock(required=False, max_length=600, rows=3, label=_("What to say"), help_text=_("In words that can be read aloud as they stand."))

    class Meta:
        label = _("Step")
        icon = "time"


class ReadyMessageBlock(blocks.StructBlock):
    text = blocks.TextBlock(max_length=LONGEST_MESSAGE, rows=3, label=_("Message"), help_text=_("In the chairwoman’s voice. The link is added by itself."))
    leads_to = blocks.ChoiceBlock(
        choices=[("lesson", _("the lesson")), ("quiz", _("the quiz")), ("kit", _("this kit"))],
        default="lesson",
        label=_("Its link leads to"),
        help_text=_("What opens when somebody taps the link of the message."),
    )
    picture = PictureBlock(required=False, label=_("Picture sent with it"))

    class Meta:
        label = _("Message")
        icon = "comment"
