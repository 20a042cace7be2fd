"""The list of members with a login in the editor's admin, and their forms. Whoever changes rights here is written down."""

from django.db import transaction
from wagtail.users.views.users import CreateView, DeleteView, EditView, IndexView, UserViewSet

from members.forms import MemberCreationForm, MemberEditForm
from members.models import Member
from members.office.roles import delete_account, record_change, rights_of


class MemberIndex(IndexView):
    search_fields = ["full_name", "username", "phone", "email"]


class MemberCreate(CreateView):
    def save_instance(self):
        member = super().save_instance()
        record_change(rights_of(Member()), member, self.request.user)
        return member


class MemberEdit(EditView):
    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        self.rights_before = rights_of(self.object)  # the form will write into this very object
        self.place_before = self.object.place_now()

    def save_instance(self):
        member = super().save_instance()
        if self.place_before != member.place_now():
            member.tell_changed(self.place_before)  # once more: the form has written her groups after her
        record_change(self.rights_before, member, self.request.user)
        return member


class MemberDelete(DeleteView):
    @transaction.atomic
    def delete_action(self):
        if not delete_account(self.object, self.request.user):
            super().delete_action()


class MemberViewSet(UserViewSet):
    index_view_class = MemberIndex
    add_view_class = MemberCreate
    edit_view_class = MemberEdit
    delete_view_class = MemberDelete
    create_template_name = "members/create.html"
    edit_template_name = "members/edit.html"

    def get_form_class(self, for_update=False):
        return MemberEditForm if for_update else MemberCreationForm
