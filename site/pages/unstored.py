"""Wagtail's uploader of several files where the store fails: it says so beside the file, and what was typed stays."""

from django.http import JsonResponse
from django.template.loader import render_to_string
from django.urls import reverse

from pages.storing import UNAVAILABLE


class TellsUnstored:
    """Before an AddView."""

    def post(self, request):
        try:
            return super().post(request)
        except OSError:
            return JsonResponse({"success": False, "error_message": UNAVAILABLE})


class KeepsUnstored:
    """Before a CreateFromUploadView."""

    def save_object(self, form):
        self.form = form
        super().save_object(form)

    def post(self, request, *args, **kwargs):
        try:
            return super().post(request, *args, **kwargs)
        except OSError:
            self.form.add_error(None, UNAVAILABLE)
            actions = {"edit_action": self.edit_upload_url_name, "delete_action": self.delete_upload_url_name}
            context = {name: reverse(action, args=[self.upload.pk]) for name, action in actions.items()}
            context |= {"form": self.form, self.context_upload_name: self.upload}
            return JsonResponse({"success": False, "form": render_to_string(self.edit_form_template_name, context, request=request)})
