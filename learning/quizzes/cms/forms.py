"""The text that questions are read from, and the title of the quiz made of them."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from learning.quizzes.imported import Parsed
from learning.quizzes.importing import LARGEST, decoded, read


class TextForm(forms.Form):
    """A file goes before what is pasted: it becomes the text."""

    file = forms.FileField(
        label=_("File"), required=False, help_text=_("A text file, up to 1 MB."), widget=forms.FileInput(attrs={"accept": ".txt,.gift,text/plain"})
    )
    text = forms.CharField(
        label=_("Or paste the questions here"),
        required=False,
        max_length=LARGEST,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 14, "spellcheck": "false"}),
    )
    form = forms.ChoiceField(label=_("Format"), required=False, choices=[("", _("Find out")), ("gift", "GIFT"), ("aiken", "Aiken")])

    def clean_file(self) -> str:
        if not (upload := self.cleaned_data["file"]):
            return ""
        try:
            return decoded(upload.read(LARGEST + 1))
        except ValueError as wrong:
            raise ValidationError(str(wrong)) from wrong

    def clean(self):
        """The text, wherever it came from."""
        cleaned = super().clean()
        text = cleaned.get("file") or cleaned.get("text", "")
        if not self.errors and not text.strip():
            raise ValidationError(gettext("There is no text yet. Choose a file or paste the questions."))
        return {**cleaned, "text": text}

    @cached_property
    def parsed(self) -> Parsed:
        return read(self.cleaned_data["text"], self.cleaned_data["form"])

    @property
    def to_correct(self) -> "TextForm":
        """The same text in a fresh form: of a file too."""
        return TextForm(initial={"text": self.cleaned_data["text"], "form": self.cleaned_data["form"]})


class TitleForm(forms.Form):
    title = forms.CharField(label=_("Title of the quiz"), max_length=200)
