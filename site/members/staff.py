"""The list of members with a login in the editor's admin, and their forms."""

from wagtail.users.views.users import IndexView, UserViewSet

from members.forms import MemberCreationForm, MemberEditForm


class MemberIndex(IndexView):
    search_fields = ["full_name", "username", "phone", "email"]


class MemberViewSet(UserViewSet):
    index_view_class = MemberIndex
    create_template_name = "members/create.html"
    edit_template_name = "members/edit.html"

    def get_form_class(self, for_update=False):
        return MemberEditForm if for_update else MemberCreationForm
