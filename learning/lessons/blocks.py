"""The blocks of a lesson's first part."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from pages.blocks import ClipBlock, DocumentBlock, DocumentChooserBlock, PictureBlock, TextBlock, TipBlock, WarningBlock


class StepBlock(blocks.StructBlock):
    title = blocks.CharBlock(max_length=80, label=_("What to do"), help_text=_("One thing to do, beginning with a verb: Tap the green button."))
    text = TextBlock(required=False, features=["bold", "italic", "ol", "ul", "link"], template=None)
    picture = PictureBlock(required=False)
    audio = DocumentChooserBlock(required=False, label=_("Sound"), help_text=_("The step read aloud, in the language of this page."))

    class Meta:
        label = _("Step")
        icon = "order"
        template = "blocks/step.html"


class LearnBlock(blocks.StreamBlock):
    text = TextBlock()
    step = StepBlock()
    tip = TipBlock()
    warning = WarningBlock()
    clip = ClipBlock()
    document = DocumentBlock()
