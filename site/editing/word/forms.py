"""What she brings in, and what she says of each part."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from editing.word.places import Place, collections, page_models, place_at, places
from learning.library.office.batch.forms import SeveralFiles
from pages.parts import ALT, TO, Kind, Part
from pages.text import nfc

MOST_FILES = 10
MOST_PASTED = 500_000  # letters typed or pasted as plain words
MOST_HTML = 12_000_000  # bytes: pictures are in it
LABELS = {
    Kind.HEADING: _("Heading"),
    Kind.TEXT: _("Text"),
    Kind.LIST: _("List"),
    Kind.STEP: _("Step"),
    Kind.TIP: _("Tip"),
    Kind.WARNING: _("Warning"),
    Kind.QUOTATION: _("Quotation"),
    Kind.PICTURE: _("Picture"),
    Kind.TABLE: _("Table"),
    Kind.COSTS: _("Cost table"),
    Kind.NOTHING: _("Leave out"),
}


def grouped(found: list[Place]) -> list:
    """Choices for a select: the pages below which she may add, under each kind of page."""
    groups = []
    for model in page_models():
        name = str(model._meta.verbose_name).capitalize()
        options = [(place.key, f"{name}: {place.label}") for place in found if place.model is model]
        if options:
            groups.append((name, options))
    return groups


class PlaceField(forms.ChoiceField):
    """A Place, or an error where she may not add there (any more)."""

    def __init__(self, *, member, **kwargs):
        self.member = member
        found = places(member)
        nothing = [("", _("Choose"))] if len(found) > 1 else []
        super().__init__(choices=[*nothing, *grouped(found)], **kwargs)

    def clean(self, value):
        place = place_at(self.member, super().clean(value))
        if place is None:
            raise ValidationError(_("You may not add a page there. Choose another place."))
        return place


class BringForm(forms.Form):
    files = SeveralFiles(
        label=_("Word files (.docx)"),
        required=False,
        allow_empty_file=True,  # told in its own line, so that the others are read
        help_text=_("One or several, at most 10."),
        widget=type("DocxInput", (SeveralFiles.widget,), {})(attrs={"accept": ".docx,.doc,.rtf,.odt,.pdf"}),
    )
    text = forms.CharField(
        label=_("Or paste words here"),
        required=False,
        strip=False,
        max_length=MOST_PASTED,
        widget=forms.Textarea(attrs={"rows": 6, "data-paste": "html"}),
        help_text=_("From Word, Zalo or a web page. Headings, lists, tables and links come along."),
    )
    html = forms.FileField(required=False, widget=forms.FileInput(attrs={"hidden": True, "tabindex": "-1", "aria-hidden": "true"}))

    def __init__(self, *args, member, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields = {
            "place": PlaceField(member=member, label=_("What it becomes, and where"), help_text=_("A draft that nobody else sees yet.")),
            **self.fields,
        }

    def clean_files(self):
        files = self.cleaned_data["files"]
        if len(files) > MOST_FILES:
            raise ValidationError(_("At most %(count)s files at once. Upload the others afterwards.") % {"count": MOST_FILES})
        return files

    def clean_html(self):
        file = self.cleaned_data["html"]
        if file and file.size > MOST_HTML:
            raise ValidationError(_("What you pasted is too large, because of its pictures. Paste it in two parts, or without them."))
        return file.read().decode("utf-8", "replace") if file else ""

    def clean(self):
        cleaned = super().clean()
        if not self.errors and not (cleaned.get("files") or cleaned.get("html") or cleaned.get("text", "").strip()):
            raise ValidationError(_("Choose a Word file, or paste words."))
        return cleaned


class ReviewForm(forms.Form):
    """Above the parts: what the page is called and where it goes."""

    title = forms.CharField(label=_("Title"), max_length=255)
    summary = forms.CharField(
        label=_("Summary"),
        max_length=160,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("One or two short sentences: what she gets from this page."),
    )

    def __init__(self, *args, document, member, **kwargs):
        self.document = document
        super().__init__(*args, initial={"title": document.title, "summary": document.summary, "place": f"{document.page_type}:{document.parent_id}"}, **kwargs)
        self.fields["place"] = PlaceField(member=member, label=_("What it becomes, and where"))
        found = collections(member)
        if document.pictures.exists() and len(found) > 1:
            self.fields["collection"] = forms.ModelChoiceField(
                label=_("Collection of the pictures"), queryset=found, empty_label=None, initial=document.collection_id
            )

    def clean_title(self):
        return nfc(self.cleaned_data["title"])

    def clean_summary(self):
        return nfc(self.cleaned_data["summary"])


def options(part: Part, model) -> list:
    """What this part may become on a page of this type, in groups where headings lead to places."""
    if part.picture is not None:
        return [(str(kind), LABELS[kind]) for kind in (Kind.PICTURE, Kind.NOTHING)]
    kinds = [kind for kind in model.part_kinds if kind != Kind.PICTURE and (kind != Kind.COSTS or part.rows)]
    if part.rows:
        kinds = [kind for kind in kinds if kind in {Kind.TABLE, Kind.COSTS, Kind.TIP, Kind.WARNING}]
    else:
        kinds = [kind for kind in kinds if kind != Kind.TABLE]
    plain = [(str(kind), LABELS[kind]) for kind in (*kinds, Kind.NOTHING)]
    if part.rows or not model.part_sections or len(part.text) > 200:
        return plain
    return [(_("Kind"), plain), (_("Heading of the place"), [(TO + section.name, section.label) for section in model.part_sections])]


def allowed(part: Part, model) -> set[str]:
    found = set()
    for value, label in options(part, model):
        found |= {each for each, _label in label} if isinstance(label, list) else {value}
    return found


def apply_choices(parts: list[Part], model, data) -> None:
    """What was sent for each part: its kind, whether it belongs to the one above, and what a picture shows. Nonsense changes nothing."""
    for number, part in enumerate(parts):
        kind = data.get(f"kind-{number}", part.kind)
        if kind not in allowed(part, model):
            continue
        part.kind = kind
        part.join = f"join-{number}" in data and bool(part.html)
        if part.picture is not None:
            part.alt = " ".join(nfc(data.get(f"alt-{number}", part.alt)).split())[:ALT]
            part.decorative = f"decorative-{number}" in data
        if f"who-{number}" in data:
            part.who = " ".join(nfc(data[f"who-{number}"]).split())[:120]


def undescribed(parts: list[Part]) -> list[int]:
    """Numbers of the pictures that a woman who listens would learn nothing of."""
    return [number for number, part in enumerate(parts) if part.picture is not None and part.kind == Kind.PICTURE and not part.alt and not part.decorative]
