"""Wagtail's screens of pictures where the store fails while a picture or one of its sizes is kept: a sentence in the form, and no row."""

from wagtail.images.views import chooser, images, multiple

from pages.storing import UNAVAILABLE
from pages.unstored import KeepsUnstored, TellsUnstored


class TellsInForm:
    """Before a CreateView or an EditView."""

    def form_valid(self, form):
        try:
            return super().form_valid(form)
        except OSError:
            form.add_error("file", UNAVAILABLE)
            self.is_valid(form)  # Wagtail notes there what it says above the form
            return self.form_invalid(form)


class CreatePicture(TellsInForm, images.CreateView):
    pass


class EditPicture(TellsInForm, images.EditView):
    pass


class UploadSeveral(TellsUnstored, multiple.AddView):
    pass


class MakeUploaded(KeepsUnstored, multiple.CreateFromUploadedImageView):
    pass


class CreateInChooser(chooser.ImageUploadView):
    def post(self, request):
        try:
            return super().post(request)
        except OSError:
            self.form.add_error("file", UNAVAILABLE)
            return self.get_reshow_creation_form_response()
