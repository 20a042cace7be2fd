"""The questions of a quiz as editors write them.

What is stored of a question, by kind; every question has text, picture, audio and feedback, and keeps its id:
  single, several   options: text, right, picture, audio, feedback, weight (percent, "" where it follows from `right`)
  truefalse         answer ("true" or "false"), feedback_true, feedback_false
  matching          pairs: text, match, picture, audio, feedback; extra: more things to choose from that belong nowhere
  ordering          lines in their right order: text, picture, audio, feedback
  number            answers: value, tolerance, weight, feedback (decimals with a point)
  text              answers: text, weight, feedback; tones, case: must they be right?
Lists keep an id an item. Numbers, ticks and choices are the same in every language; words are translated.
"""

from uuid import uuid4

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.list_block import ListBlockValidationError
from wagtail.blocks.struct_block import BlockGroup, StructBlockValidationError

from learning.quizzes import numbers, rules
from learning.quizzes.scoring import ANYTHING_ELSE
from pages.blocks import DocumentChooserBlock, PictureBlock

TEXT, WORDS = 600, 300  # characters of a question, and of an option or a feedback


def typed(text: str) -> str:
    """What an editor types, stored with a point: a comma stands before decimals, and "1.500" is a thousand and a half, as Vietnamese writes it."""
    readings = numbers.readings(text)
    return numbers.written(readings[0 if "," in text else -1]) if readings else text


class NumberBlock(blocks.FieldBlock):
    """A decimal, shown with a comma, stored as a string with a point. Not a CharBlock: nobody translates it."""

    def __init__(self, anything=False, **kwargs):
        self.anything = anything
        self.field = forms.CharField(
            required=False, help_text=kwargs.pop("help_text", None), max_length=40, widget=forms.TextInput(attrs={"inputmode": "decimal"})
        )
        super().__init__(**kwargs)

    def value_for_form(self, value):
        return str(value or "").replace(".", ",")

    def value_from_form(self, value):
        return typed((value or "").strip())

    def clean(self, value):
        wrong = value and numbers.decimal(value) is None
        if wrong and not self.is_deferred_validation and not (self.anything and value == ANYTHING_ELSE):
            raise ValidationError(_("“%(value)s” is not a number. Write figures only, for example 1,5."), params={"value": value})
        return super().clean(value)

    class Meta:
        icon = "decimal"


def sound():
    return DocumentChooserBlock(required=False, label=_("Sound"), help_text=_("Read aloud, in the language of this page."))


def feedback(label="", **kwargs):
    kwargs.setdefault("help_text", _("One kind sentence: why, or where to look again."))
    return blocks.CharBlock(required=False, max_length=WORDS, label=label or _("Feedback"), **kwargs)


def weight():
    return NumberBlock(label=_("Weight in per cent"), help_text=_("Usually left empty. Right ones make 100 together, wrong ones are 0 or less."))


def folded_away(*names, heading=""):
    """What most questions do without, one click away."""
    return BlockGroup(list(names), heading=heading or _("Picture, sound, feedback"), classname="collapsed", icon="cog", label_format="")


class ThingBlock(blocks.StructBlock):
    """What is chosen, paired or put in order: words, or a picture with its description."""

    text = blocks.CharBlock(required=False, max_length=WORDS, label=_("In words"), help_text=_("A few words; may stay empty where the picture says it."))
    picture = PictureBlock(required=False)
    audio = sound()
    feedback = feedback(help_text=_("Shown after it was chosen: why it is right, or what to look at again."))

    def is_blank(self, value) -> bool:
        return not any(value.get(name) for name in ("text", "picture", "audio", "match", "value", "feedback"))


class OptionBlock(ThingBlock):
    right = blocks.BooleanBlock(required=False, label=_("Right"), help_text=_("Tick it where this is a right answer."))
    weight = weight()

    class Meta:
        icon = "check"
        label = _("Option")
        label_format = "{text}"
        form_layout = BlockGroup(["text", "right", folded_away("picture", "audio", "feedback", "weight", heading=_("Picture, sound, feedback, weight"))])


class PairBlock(ThingBlock):
    match = blocks.CharBlock(required=False, max_length=WORDS, label=_("Belongs to"), help_text=_("What she must find for it."))

    class Meta:
        icon = "link"
        label = _("Pair")
        label_format = "{text}: {match}"
        form_layout = BlockGroup(["text", "match", folded_away("picture", "audio", "feedback")])


class LineBlock(ThingBlock):
    class Meta:
        icon = "order"
        label = _("Step")
        label_format = "{text}"
        form_layout = BlockGroup(["text", folded_away("picture", "audio", "feedback")])


class FigureBlock(ThingBlock):
    """A right number."""

    text = picture = audio = None
    value = NumberBlock(anything=True, label=_("Number"), help_text=_("* stands for any other number: with the weight 0 it brings feedback."))
    tolerance = NumberBlock(label=_("May be off by"), help_text=_("0,5 takes half more or less. Left empty, the number must be exact."))
    feedback = feedback()
    weight = weight()

    class Meta:
        icon = "decimal"
        label = _("Right number")
        form_layout = BlockGroup(["value", "tolerance", folded_away("feedback", "weight", heading=_("Feedback and weight"))])


class WordBlock(ThingBlock):
    """An accepted answer; each language has its own words."""

    picture = audio = None
    text = blocks.CharBlock(
        required=False, max_length=200, label=_("Answer"), help_text=_("* stands for any other answer: with the weight 0 it brings feedback.")
    )
    feedback = feedback()
    weight = weight()

    class Meta:
        icon = "pilcrow"
        label = _("Accepted answer")
        form_layout = BlockGroup(["text", folded_away("feedback", "weight", heading=_("Feedback and weight"))])


class FilledListBlock(blocks.ListBlock):
    """Starts with `rows` empty rows; those left empty are dropped."""

    def __init__(self, child_block, rows=1, **kwargs):
        super().__init__(child_block, **kwargs)
        self.meta.default = lambda: [self.child_block.get_default() for _ in range(rows)]

    def clean(self, value):
        value = self.normalize(value)
        kept = [item for item in value.bound_blocks if not self.child_block.is_blank(item.value)]
        return super().clean(blocks.list_block.ListValue(self, bound_blocks=kept))


class QuestionBlock(blocks.StructBlock):
    """What all kinds have. Drafts may be incomplete; learning.quizzes.rules says what publication asks for."""

    text = blocks.TextBlock(max_length=TEXT, label=_("Question"), rows=2, help_text=_("One thing, in the words of everyday. No “not”, no trick."))
    picture = PictureBlock(required=False)
    audio = sound()
    feedback = feedback(label=_("General feedback"), help_text=_("Shown after the answer, whatever it was."))

    def clean(self, value):
        cleaned = super().clean(value)
        if not self.is_deferred_validation:
            errors: dict[str, list] = {}
            for field, sentence in rules.problems(self.name, self.get_prep_value(cleaned)):
                errors.setdefault(field, []).append(ValidationError(sentence))
            if errors:
                lists = {name for name, block in self.child_blocks.items() if isinstance(block, blocks.ListBlock)}
                raise StructBlockValidationError(
                    {name: ListBlockValidationError(non_block_errors=found) if name in lists else found for name, found in errors.items()}
                )
        return cleaned


def layout(*names):
    return BlockGroup(["text", *names, folded_away("picture", "audio", "feedback")])


class SingleBlock(QuestionBlock):
    options = FilledListBlock(OptionBlock(), rows=3, label=_("Options"))

    class Meta:
        icon = "radio-full"
        label = _("One right answer")
        label_format = "{text}"
        form_layout = layout("options")


class SeveralBlock(QuestionBlock):
    options = FilledListBlock(OptionBlock(), rows=4, label=_("Options"))

    class Meta:
        icon = "list-ul"
        label = _("Several right answers")
        label_format = "{text}"
        form_layout = layout("options")


class TrueFalseBlock(QuestionBlock):
    answer = blocks.ChoiceBlock(
        choices=[("true", _("Right")), ("false", _("Wrong"))], label=_("The sentence is"), help_text=_("Whether what the question says is right.")
    )
    feedback_true = feedback(_("Feedback to “right”"))
    feedback_false = feedback(_("Feedback to “wrong”"))

    class Meta:
        icon = "tick-inverse"
        label = _("Right or wrong")
        label_format = "{text}"
        form_layout = BlockGroup(
            [
                "text",
                "answer",
                folded_away("picture", "audio", "feedback_true", "feedback_false", "feedback"),
            ]
        )


class MatchingBlock(QuestionBlock):
    pairs = FilledListBlock(PairBlock(), rows=3, label=_("Pairs"))
    extra = blocks.ListBlock(
        blocks.CharBlock(max_length=WORDS, label=_("In words"), help_text=_("Something that looks right and belongs nowhere.")),
        default=[],
        label=_("More to choose from"),
        help_text=_("They belong nowhere, and make guessing harder."),
    )

    class Meta:
        icon = "link"
        label = _("What belongs together")
        label_format = "{text}"
        form_layout = layout("pairs", "extra")


class OrderingBlock(QuestionBlock):
    lines = FilledListBlock(LineBlock(), rows=3, label=_("Steps in the right order"), help_text=_("Members see them in another order."))

    class Meta:
        icon = "list-ol"
        label = _("Put in order")
        label_format = "{text}"
        form_layout = layout("lines")


class FiguresBlock(QuestionBlock):
    answers = FilledListBlock(FigureBlock(), label=_("Right numbers"))

    class Meta:
        icon = "decimal"
        label = _("Number")
        label_format = "{text}"
        form_layout = layout("answers")


class WordsBlock(QuestionBlock):
    answers = FilledListBlock(WordBlock(), label=_("Accepted answers"))
    tones = blocks.BooleanBlock(required=False, label=_("Tones must be right"), help_text=_("Usually not: many type without tones."))
    case = blocks.BooleanBlock(required=False, label=_("Capital letters must be right"), help_text=_("Usually not."))

    class Meta:
        icon = "pilcrow"
        label = _("Short text")
        label_format = "{text}"
        form_layout = layout("answers", "tones", "case")


class QuestionsBlock(blocks.StreamBlock):
    single = SingleBlock()
    several = SeveralBlock()
    truefalse = TrueFalseBlock()
    matching = MatchingBlock()
    ordering = OrderingBlock()
    number = FiguresBlock()
    text = WordsBlock()

    def settled(self, raw: list) -> list:
        """Raw questions with every id and field in place, whoever made them: answers and translations point at ids."""
        return settled(self, raw)


def settled(block: blocks.Block, raw):
    if isinstance(block, blocks.StreamBlock):
        known = [question for question in raw or [] if question.get("type") in block.child_blocks]
        return [
            {"type": each["type"], "value": settled(block.child_blocks[each["type"]], each["value"]), "id": each.get("id") or str(uuid4())} for each in known
        ]
    if isinstance(block, blocks.ListBlock):
        items = [item if isinstance(item, dict) and "value" in item and "type" in item else {"value": item} for item in raw or []]
        return [{"type": "item", "value": settled(block.child_block, item["value"]), "id": item.get("id") or str(uuid4())} for item in items]
    if isinstance(block, blocks.StructBlock):  # a picture is one too
        return {name: settled(child, (raw or {}).get(name)) for name, child in block.child_blocks.items()}
    if isinstance(block, blocks.BooleanBlock):
        return bool(raw)
    if isinstance(block, blocks.ChooserBlock):
        return raw or None
    return "" if raw is None else str(raw)
