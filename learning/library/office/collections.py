"""Wagtail's screens for a collection, with the audience of its documents. Who may change the collection may change its audience."""

from django import forms
from django.db import transaction
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.collections import CollectionForm
from wagtail.admin.views import collections
from wagtail.models import Collection

from learning.library import changes
from learning.library.models import CollectionAudience, LibraryDocument
from learning.library.office.openness import AUDIENCES, Opennesses
from members.choosers import unit_chooser
from members.models import Unit

Audience = CollectionAudience.Audience


class AudienceForm(CollectionForm):
    audience = forms.ChoiceField(
        label=_("Who may read the documents in it"),
        choices=AUDIENCES,
        widget=forms.RadioSelect,
        initial=Audience.PUBLIC,
        help_text=_("What is below a collection is at most as open as the collection itself. The change holds at once, on every page."),
    )
    unit = forms.ModelChoiceField(
        label=_("Only in this unit"),
        queryset=Unit.objects.all(),
        required=False,
        widget=unit_chooser.widget_class,
        help_text=_("With all units below it. Left empty, in the whole union. It does not count where everybody may read."),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if row := CollectionAudience.objects.filter(collection=self.instance.pk).first():
            self.initial |= {"audience": row.audience, "unit": row.unit_id}

    def keep_audience(self, collection: Collection) -> None:
        audience, unit = self.cleaned_data["audience"], self.cleaned_data["unit"]
        if audience == Audience.PUBLIC:
            CollectionAudience.objects.filter(collection=collection).delete()
        else:
            CollectionAudience.objects.update_or_create(collection=collection, defaults={"audience": audience, "unit": unit})
        if self.has_changed():
            changes.changed(LibraryDocument.objects.filter(collection__path__startswith=collection.path).values_list("pk", flat=True))


class KeepsAudience:
    form_class = AudienceForm

    @transaction.atomic
    def save_instance(self):
        collection = super().save_instance()
        self.form.keep_audience(collection)
        return collection


class CreateCollection(KeepsAudience, collections.Create):
    pass


class EditCollection(KeepsAudience, collections.Edit):
    template_name = "learning/library/collection.html"

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"openness": Opennesses().of(Collection.objects.get(pk=self.object.pk))}
