"""Wagtail's screens of groups, for superusers: they say that the groups of sections are made by code, and leave those alone."""

from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.users.views import groups

from editing.rights.models import RoleGroup


def sentence() -> str:
    return _("The groups of sections are made by code, and people come into them under “Who may do what”. What is changed here by hand is lost.")


class SaysSo:
    def get(self, request, *args, **kwargs):
        messages.info(request, sentence())
        return super().get(request, *args, **kwargs)


class ListGroups(SaysSo, groups.IndexView):
    pass


class LeavesAlone:
    """Before a group of a section: it is shown, and no form of it is taken."""

    def dispatch(self, request, pk, *args, **kwargs):
        if RoleGroup.objects.filter(group=pk).exists():
            messages.info(request, sentence())
            if request.method == "POST":
                return redirect("wagtailusers_groups:index")
        return super().dispatch(request, *args, pk=pk, **kwargs)


class EditGroup(LeavesAlone, groups.EditView):
    pass


class DeleteGroup(LeavesAlone, groups.DeleteView):
    pass


class RoleGroupViewSet(groups.GroupViewSet):
    index_view_class = ListGroups
    edit_view_class = EditGroup
    delete_view_class = DeleteGroup
