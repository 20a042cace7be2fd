"""The blocks that bodies are made of. Choosers take their objects from the shelf while a page is shown."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.documents.blocks import DocumentChooserBlock as WagtailDocumentChooserBlock
from wagtail.images.blocks import ImageBlock, ImageBlockComparison, ImageChooserBlock

from pages import references, shelf
from pages.tidying import tidy

TEXT_FEATURES = ["bold", "italic", "ol", "ul", "link", "document-link"]


class FromShelf:
    """Mixed into a chooser block: one look at the shelf instead of one query a block type."""

    def bulk_to_python(self, values):
        opened = shelf.current()
        if opened is None:
            return super().bulk_to_python(values)
        return [opened.get(self.model_class, references.number(value)) for value in values]


class PictureChooserBlock(FromShelf, ImageChooserBlock):
    pass


class DocumentChooserBlock(FromShelf, WagtailDocumentChooserBlock):
    pass


class PageChooserBlock(FromShelf, blocks.PageChooserBlock):
    pass


class PictureComparison(ImageBlockComparison):
    """Wagtail's own breaks where a list item, unchanged itself, has no picture."""

    def htmlvalue(self, val):
        return super().htmlvalue(val) if val else ""


class PictureBlock(ImageBlock):
    """A picture with its own alternative text at each use. Wagtail's ImageBlock fixes its chooser in __init__."""

    def __init__(self, required=True, **kwargs):
        super().__init__(required=required, **kwargs)
        chooser = PictureChooserBlock(required=required, label=_("Picture"))
        chooser.set_name("image")
        self.child_blocks["image"] = chooser

    def get_comparison_class(self):
        return PictureComparison

    class Meta:
        label = _("Picture")
        icon = "image"


class TextBlock(blocks.RichTextBlock):
    """Paragraphs, lists, bold, italic and links: what survives a paste from Word or Zalo."""

    def __init__(self, **kwargs):
        kwargs.setdefault("features", TEXT_FEATURES)
        super().__init__(**kwargs)

    def value_from_form(self, value):
        """What was pasted is tidied when it is saved, by the rules of a document that is brought in."""
        return super().value_from_form(tidy(value) if value else value)

    class Meta:
        icon = "pilcrow"
        label = _("Text")
        template = "blocks/text.html"


class TipBlock(TextBlock):
    class Meta:
        icon = "pick"
        label = _("Tip")
        template = "blocks/tip.html"


class WarningBlock(TextBlock):
    class Meta:
        icon = "warning"
        label = _("Warning")
        template = "blocks/warning.html"


class HeadingBlock(blocks.CharBlock):
    def __init__(self, **kwargs):
        kwargs.setdefault("max_length", 80)
        super().__init__(**kwargs)

    class Meta:
        icon = "title"
        label = _("Heading")
        template = "blocks/heading.html"


class CaptionedPictureBlock(blocks.StructBlock):
    picture = PictureBlock()
    caption = blocks.CharBlock(required=False, max_length=160, label=_("Caption"))

    class Meta:
        icon = "image"
        label = _("Picture")
        template = "blocks/picture.html"


class QuotationBlock(blocks.StructBlock):
    text = blocks.TextBlock(max_length=500, label=_("What she says"))
    who = blocks.CharBlock(max_length=120, label=_("Who says it"))
    source = blocks.CharBlock(
        required=False,
        max_length=200,
        label=_("Where it was said"),
        help_text=_("Newspaper, report or meeting, with its date. Needed unless it is an example."),
    )
    example = blocks.BooleanBlock(required=False, label=_("Invented example"), help_text=_("The person and the words are made up; readers see that."))

    def clean(self, value):
        cleaned = super().clean(value)
        if not cleaned["source"] and not cleaned["example"]:
            raise StructBlockValidationError(
                {"source": ValidationError(_("Say where these words come from, or mark them as an invented example."))},
            )
        return cleaned

    class Meta:
        icon = "openquote"
        label = _("Quotation")
        template = "blocks/quote.html"


class ChangeBlock(blocks.StructBlock):
    """A figure with what it was before and what it is now."""

    label = blocks.CharBlock(max_length=80, label=_("What is counted"))
    before = blocks.CharBlock(required=False, max_length=40, label=_("Before"))
    after = blocks.CharBlock(max_length=40, label=_("Now"))
    unit = blocks.CharBlock(required=False, max_length=40, label=_("Unit"))

    class Meta:
        icon = "arrow-up-big"
        label = _("Figure")
        template = "blocks/figure.html"


class DocumentBlock(DocumentChooserBlock):
    class Meta:
        icon = "doc-full"
        label = _("Document")
        template = "blocks/document.html"


class ClipBlock(DocumentChooserBlock):
    class Meta:
        icon = "media"
        label = _("Clip")
        template = "blocks/clip.html"


class ItemBlock(blocks.CharBlock):
    """One line of a list: a task to tick, a condition, something learned."""

    def __init__(self, **kwargs):
        kwargs.setdefault("max_length", 160)
        super().__init__(**kwargs)

    class Meta:
        icon = "list-ul"
        label = _("Line")


class BodyBlock(blocks.StreamBlock):
    heading = HeadingBlock()
    text = TextBlock()
    picture = CaptionedPictureBlock()
    quote = QuotationBlock()
    tip = TipBlock()
    warning = WarningBlock()
    figure = ChangeBlock()
    document = DocumentBlock()
    clip = ClipBlock()
