"""Wagtail's screens of groups, for superusers: they say that the groups of sections are made by code, and leave those alone."""

from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.users.views import groups

from editing.rights.models import RoleGroup


def sentence() -> str:
    return _("The groups of sections are made by code, and people come into them under “Who may do what”. What is changed here by hand is lost.")


class ListGroups(groups.IndexView):
    def get(self, request, *args, **kwargs):
        messages.info(request, sentence())
        return super().get(request, *args, **kwargs)


class LeavesAlone:
    """A group of a section is shown, and no form of it is taken."""

    def get(self, request, *args, **kwargs):
        if self.is_made_by_code:
            messages.info(request, sentence())
        return super().get(request, *args, **kwargs)

    def post(self, request, *args, **kwargs):
        if self.is_made_by_code:
            messages.error(request, sentence())
            return redirect("wagtailusers_groups:index")
        return super().post(request, *args, **kwargs)

    @property
    def is_made_by_code(self) -> bool:
        return RoleGroup.objects.filter(group=self.kwargs["pk"]).exists()


class EditGroup(LeavesAlone, groups.EditView):
    pass


class DeleteGroup(LeavesAlone, groups.DeleteView):
    pass


class RoleGroupViewSet(groups.GroupViewSet):
    index_view_class = ListGroups
    edit_view_class = EditGroup
    delete_view_class = DeleteGroup
