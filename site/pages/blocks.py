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
        chooser = PictureChooserBlock(required=required, label=_("Picture"), help_text=_("A sharp picture. It is made small for telephones by itself."))
        chooser.set_name("image")
        self.child_blocks["image"] = chooser
        self.child_blocks["decorative"].field.help_text = _("Tick it where the picture says nothing that the words do not say.")
        self.child_blocks["alt_text"].field.help_text = _("What the picture shows, for women who listen: who does what.")

    def get_comparison_class(self):
        return PictureComparison

    class Meta:
        label = _("Picture")
        icon = "image"


class Advised:
    """Mixed into a block whose words of help are the same wherever it stands."""

    advice = ""

    def __init__(self, **kwargs):
        kwargs.setdefault("help_text", self.advice)
        super().__init__(**kwargs)


class TextBlock(Advised, blocks.RichTextBlock):
    """Paragraphs, lists, bold, italic and links: what survives a paste from Word or Zalo."""

    advice = _("One thought, short sentences. Colours and sizes pasted from Word are dropped.")

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
    advice = _("One trick that makes it easier.")

    class Meta:
        icon = "pick"
        label = _("Tip")
        template = "blocks/tip.html"


class WarningBlock(TextBlock):
    advice = _("What must not be done, or what to watch out for.")

    class Meta:
        icon = "warning"
        label = _("Warning")
        template = "blocks/warning.html"


class HeadingBlock(Advised, blocks.CharBlock):
    advice = _("What the next part is about, in a few words.")

    def __init__(self, **kwargs):
        kwargs.setdefault("max_length", 80)
        super().__init__(**kwargs)

    class Meta:
        icon = "title"
        label = _("Heading")
        template = "blocks/heading.html"


class CaptionedPictureBlock(blocks.StructBlock):
    picture = PictureBlock()
    caption = blocks.CharBlock(required=False, max_length=160, label=_("Caption"), help_text=_("What the picture adds: who, where, when."))

    class Meta:
        icon = "image"
        label = _("Picture")
        template = "blocks/picture.html"


class QuotationBlock(blocks.StructBlock):
    text = blocks.TextBlock(max_length=500, label=_("What she says"), help_text=_("Word for word, at most three sentences."))
    who = blocks.CharBlock(max_length=120, label=_("Who says it"), help_text=_("Name and village or office, as she agrees."))
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

    label = blocks.CharBlock(max_length=80, label=_("What is counted"), help_text=_("For instance: income a month."))
    before = blocks.CharBlock(required=False, max_length=40, label=_("Before"), help_text=_("The figure when she began; may stay empty."))
    after = blocks.CharBlock(max_length=40, label=_("Now"), help_text=_("The figure today, for instance 4,5."))
    unit = blocks.CharBlock(required=False, max_length=40, label=_("Unit"), help_text=_("For instance: million dong, members, kg."))

    class Meta:
        icon = "arrow-up-big"
        label = _("Figure")
        template = "blocks/figure.html"


class DocumentBlock(Advised, DocumentChooserBlock):
    advice = _("From the library. Who may not see it does not get it here either.")

    class Meta:
        icon = "doc-full"
        label = _("Document")
        template = "blocks/document.html"


class ClipBlock(Advised, DocumentChooserBlock):
    advice = _("A short clip or sound from the library. What it says must be written down there.")

    class Meta:
        icon = "media"
        label = _("Clip")
        template = "blocks/clip.html"


class ItemBlock(Advised, blocks.CharBlock):
    """One line of a list: a task to tick, a condition, something learned."""

    advice = _("One line, one thought.")

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
