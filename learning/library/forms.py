"""The library's form in the editor's admin, wherever a document is made or changed: on its own screen, in a chooser, in bulk."""

import uuid

from django import forms
from django.core.exceptions import ValidationError
from django.utils.functional import cached_property
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminAutoHeightTextInput, AdminDateInput
from wagtail.documents.forms import BaseDocumentForm
from wagtail.documents.widgets import AdminDocumentChooser

from config.languages import SOURCE
from learning.library import finding, uploads
from learning.library.models import LibraryDocument
from learning.library.office import kept, twins
from learning.library.office.seen import policy, seen_by
from members.models import Member
from pages.models import Topic
from pages.storing import UNAVAILABLE, StorageUnavailable

AUDIO, CLIP = {"mp3", "m4a", "ogg"}, {"mp4", "webm"}
FIRST_YEAR = 1930  # the union's own
GROUPS = (
    (_("File and title"), ("title", "file", "again")),
    (_("What it is"), ("kind", "language_code", "same_work", "topic", "collection", "tags")),
    (_("About the document"), ("summary", "issuing_body", "year")),
    (_("Sound and clips"), ("minutes", "transcript", "subtitles")),
    (_("Who looks after it"), ("owner", "review_on")),
)
FULL_SCREEN = ("same_work", "owner", "review_on")  # asked on the document's own screen alone


class LibraryDocumentForm(BaseDocumentForm):
    unstored = False  # nothing is wrong but the store, which does not answer

    same_work = forms.ModelChoiceField(
        label=_("The same work as"),
        queryset=LibraryDocument.objects.none(),
        required=False,
        widget=AdminDocumentChooser,
        help_text=_("If this is the edition of another document in another language, choose that document. Readers then find one from the other."),
    )
    review_on = forms.DateField(
        label=_("Review again on"),
        required=False,
        input_formats=["%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y", "%Y-%m-%d"],
        widget=AdminDateInput(format="%d/%m/%Y"),
    )
    again = forms.BooleanField(label=_("Upload the file all the same"), required=False, widget=forms.HiddenInput)
    kept = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args, user=None, waiting=None, only_look=False, **kwargs):
        """waiting: a file that was uploaded before its form, where the form itself has no field for it. only_look: nothing may be stored."""
        super().__init__(*args, user=user, **kwargs)
        self.user, self.waiting, self.only_look = user, waiting, only_look
        if user:
            self.instance.changed_by = user
        if waiting:
            self.instance.file = waiting.file.name  # the model looks at its ending
        self._bring_kept()
        self._dress_fields()
        if waiting and not self.is_bound and self.twins:
            self._offer_again()
            self.fields["again"].help_text = twins.sentence(self.twins, user)

    def _bring_kept(self):
        """The file of the last try, unless another came with this one."""
        name = self.add_prefix("file")
        if self.is_bound and name not in self.files and (found := kept.find(self.data.get(self.add_prefix("kept"), ""), by=self.user)):
            self.files = {**dict(self.files.items()), name: found}

    def keep_file(self) -> None:
        """For the next try, where this one has mistakes elsewhere."""
        file = self.files.get(self.add_prefix("file"))
        if file and "file" not in self.errors and not isinstance(file, kept.KeptFile):
            self.data = {**self.data.dict(), self.add_prefix("kept"): kept.keep(file, by=self.user)}

    def _dress_fields(self):
        self.order_fields([name for _title, names in GROUPS for name in names])
        fields = self.fields
        if "file" in fields:
            fields["file"].error_messages["file_too_large"] = uploads.TOO_LARGE
        if self.prefix:
            for name in FULL_SCREEN:
                fields.pop(name, None)
        if "topic" in fields:
            fields["topic"].queryset = Topic.objects.filter(locale__language_code=SOURCE)
        if "transcript" in fields:
            fields["transcript"].widget = AdminAutoHeightTextInput()
        if "year" in fields:
            fields["year"].widget.attrs |= {"min": FIRST_YEAR, "max": localdate().year + 1}
        if "owner" in fields:
            staff = policy().users_with_any_permission(["add", "change"])
            fields["owner"].queryset = Member.objects.filter(pk__in=[*staff.values_list("pk", flat=True), self.instance.owner_id]).order_by("full_name")
        if "same_work" in fields:
            fields["same_work"].queryset = seen_by(self.user).exclude(pk=self.instance.pk)
            self.initial["same_work"] = self._first_edition()

    def _first_edition(self) -> int | None:
        """Another edition of the same work, of those that she may see."""
        if not self.instance.pk:
            return None
        others = seen_by(self.user).filter(work_key=self.instance.work_key).exclude(pk=self.instance.pk)
        return others.order_by("pk").values_list("pk", flat=True).first()

    @property
    def groups(self):
        """(title, fields) in the order in which the screen shows them."""
        return [(title, [self[name] for name in names if name in self.fields and not self[name].is_hidden]) for title, names in GROUPS]

    @property
    def new_file(self):
        """What came with this form, or waits for it; not the document's file of today."""
        if self.waiting:
            return self.waiting.file
        return getattr(self, "cleaned_data", {}).get("file") if "file" in self.files_sent else None

    @property
    def files_sent(self) -> set[str]:
        return {name for name in self.fields if self.is_bound and self.add_prefix(name) in self.files}

    @property
    def kept_name(self) -> str:
        """Of the file that came with the last try and is still here."""
        found = self.files.get(self.add_prefix("file")) if self.is_bound else None
        return found.name if found and "file" not in self.errors and self["kept"].value() else ""

    @cached_property
    def twins(self) -> list:
        return twins.twins_of(twins.sha256_of(self.new_file), user=self.user, besides=self.instance.pk) if self.new_file else []

    def _offer_again(self):
        self.fields["again"].widget = forms.CheckboxInput()

    def clean_file(self):
        upload = self.cleaned_data.get("file")
        if upload and "file" in self.changed_data:
            uploads.check(upload)
            upload.name = uploads.safe_name(upload.name)
        return upload

    def clean_year(self):
        year = self.cleaned_data.get("year")
        if year and not FIRST_YEAR <= year <= localdate().year + 1:
            raise ValidationError(_("Write the year in four digits, from %(first)s to %(last)s.") % {"first": FIRST_YEAR, "last": localdate().year + 1})
        return year

    def clean_subtitles(self):
        upload = self.cleaned_data.get("subtitles")
        if upload and "subtitles" in self.changed_data:
            start = upload.read(20)
            upload.seek(0)
            if not start.removeprefix(b"\xef\xbb\xbf").startswith(b"WEBVTT"):
                raise ValidationError(_("This is not a WebVTT file: its first line must be WEBVTT. Export the subtitles as .vtt and upload them again."))
        return upload

    def clean(self):
        cleaned = super().clean()
        self._check_kind(cleaned.get("kind"))
        self._check_work(cleaned)
        self._check_twins(cleaned.get("again"))
        return cleaned

    def _check_twins(self, again: bool):
        try:
            found = self.twins
        except OSError:  # the file waits in a store that does not answer
            self.unstored = True
            self.add_error(None, UNAVAILABLE)
            return
        if found:
            self._offer_again()
            if not again:
                self.add_error("again", ValidationError(twins.sentence(found, self.user), code="twin"))

    def _check_kind(self, kind):
        file = self.new_file or self.instance.file
        if "file" in self.errors or not file:
            return
        extension = file.name.rsplit(".", 1)[-1].lower()
        if kind == "audio" and extension not in AUDIO:
            self.add_error("kind", _("A sound needs an mp3, m4a or ogg file. Choose another kind or another file."))
        if kind == "clip" and extension not in CLIP:
            self.add_error("kind", _("A clip needs an mp4 or webm file. Choose another kind or another file."))

    def _check_work(self, cleaned):
        """One edition a language."""
        if not {"same_work", "language_code"} & set(self.changed_data):
            return
        others = LibraryDocument.objects.filter(work_key=self._work_key(cleaned), language_code=cleaned.get("language_code"))
        if others.exclude(pk=self.instance.pk).exists():
            sentence = _("That work has an edition in this language already. Choose another language, or replace the file of that edition.")
            self.add_error("same_work" if "same_work" in self.fields else "language_code", sentence)

    def _work_key(self, cleaned) -> uuid.UUID:
        if "same_work" not in self.changed_data or "same_work" not in self.fields:
            return self.instance.work_key
        other = cleaned.get("same_work")
        return other.work_key if other else uuid.uuid4()

    def save(self, commit=True):
        """The file of before stays: it is a version, and Wagtail would delete it."""
        self.original_file = None
        self.instance.work_key = self._work_key(self.cleaned_data)
        instance = super().save(commit=commit)
        file = self.cleaned_data.get("file")
        if commit and isinstance(file, kept.KeptFile):
            file.discard()
        return instance

    def _post_clean(self):
        """Last, when all else is right: a file that cannot be stored is an error of the form, so that nothing typed is lost."""
        super()._post_clean()
        if not self.errors and not self.only_look:
            try:
                self.instance.store_files()
            except StorageUnavailable:
                self.unstored = True
                self.add_error("file" if "file" in self.changed_data else "subtitles", UNAVAILABLE)

    def _save_m2m(self):
        """Its tags are found too, and were not there yet when the document was saved."""
        super()._save_m2m()
        finding.put([self.instance])
