"""Roads of Wagtail's admin that ask too little: each named with what it must ask as well.

Most addresses ask the page's own permissions. These let anybody of the staff through who knows a number, or name what they refuse;
those of copying, of moderation and of wagtail-localize ask by themselves in this release, and are held here over the next ones.
"""

from collections.abc import Callable

from django.core.exceptions import PermissionDenied
from django.http import HttpResponseForbidden
from wagtail.admin.auth import permission_denied
from wagtail.models import Page, Task, Workflow
from wagtail.permissions import policy_registry
from wagtail_localize.models import Translation

from editing.rights import seeing, titles
from learning.library.models import LibraryDocument
from pages.models import Picture

CMS = "/cms/"


def page(pk) -> Page | None:
    return Page.objects.filter(pk=pk).first()


def held_page(user, request, page_id=None, page_to_move_id=None, **_rest) -> bool:
    """A page that does not exist is the view's own affair."""
    found = page(page_id or page_to_move_id)
    return found is None or seeing.holds(user, found)


def moved_page(user, request, page_to_move_id, destination_id=None, **_rest) -> bool:
    found, to = page(page_to_move_id), page(destination_id)
    return (found is None or seeing.holds(user, found)) and (to is None or seeing.holds(user, to))


def seen_parent(user, request, parent_page_id, **_rest) -> bool:
    found = page(parent_page_id)
    return found is None or seeing.sees(user, found)


def numbers(request) -> list[int]:
    return [int(number) for number in request.GET.getlist("id") if number.isdecimal()]


def seen_several(user, request, **_rest) -> bool:
    return all(seeing.sees(user, found) for found in Page.objects.filter(pk__in=numbers(request)))


def chosen(model) -> Callable:
    """One by its key, or several named behind the question mark."""

    def may_choose(user, request, pk=None, image_id=None, **_rest) -> bool:
        named = [pk or image_id] if pk or image_id else numbers(request)
        found = model.objects.filter(pk__in=[key for key in named if str(key).isdecimal()])
        policy = policy_registry.get_by_type(model)
        return all(policy.user_has_permission_for_instance(user, "choose", each) for each in found)

    return may_choose


def translated(user, request, translation_id, **_rest) -> bool:
    """Who may change the translation, or, where it is not begun, its source."""
    found = Translation.objects.filter(pk=translation_id).select_related("source", "target_locale").first()
    if found is None:
        return True
    try:
        thing = found.get_target_instance()
    except found.source.specific_content_type.model_class().DoesNotExist:
        thing = found.source.get_source_instance()
    if isinstance(thing, Page):
        return seeing.changed_by(user, thing)
    return policy_registry.get_by_type(type(thing)).user_has_permission(user, "change")


def seen_in_bulk(user, request, app_label, model_name, **_rest) -> bool:
    """The screens of deeds on several things name also those that they will leave alone."""
    if (app_label, model_name) != ("wagtailcore", "page"):
        model = next((model for model in (Picture, LibraryDocument) if (app_label, model_name) == (model._meta.app_label, model._meta.model_name)), None)
        found = model.objects.filter(pk__in=numbers(request)) if model else ()
        return all(policy_registry.get_by_type(model).user_has_any_permission_for_instance(user, ["add", "change", "delete"], each) for each in found)
    parent = page(request.GET["childOf"]) if request.GET.get("childOf", "").isdecimal() else None
    if "all" in request.GET.getlist("id") and not user.is_superuser and not (parent and seeing.holds(user, parent)):
        return False
    return all(seeing.holds(user, found) for found in Page.objects.filter(pk__in=numbers(request)))


def nobody(user, request, **_rest) -> bool:
    """No screen leads there: units and topics are not made while one is chosen."""
    return False


def technician(user, request, **_rest) -> bool:
    return user.is_superuser


def keeper_of_workflows(user, request, **_rest) -> bool:
    return any(policy_registry.get_by_type(model).user_has_any_permission(user, {"add", "change", "delete"}) for model in (Workflow, Task))


ROADS: dict[str, Callable[..., bool]] = {
    "wagtailadmin_pages:copy": held_page,
    "wagtailadmin_pages:move": moved_page,
    "wagtailadmin_pages:move_confirm": moved_page,
    "wagtailadmin_pages:confirm_workflow_cancellation": held_page,
    "wagtailadmin_pages:workflow_action": held_page,
    "wagtailadmin_pages:collect_workflow_action_data": held_page,
    "wagtailadmin_pages:workflow_preview": held_page,
    "wagtailadmin_pages:convert_alias": held_page,
    "wagtail_bulk_action": seen_in_bulk,
    "wagtailadmin_reports:page_types_usage": technician,  # names of each type the page that was changed last, whosever
    "wagtailadmin_reports:page_types_usage_results": technician,
    "unit_chooser:create": nobody,
    "wagtailsnippetchoosers_pages_topic:create": nobody,
    "wagtailadmin_choose_page_child": seen_parent,
    "wagtailadmin_choose_page_chosen_multiple": seen_several,
    "wagtailadmin_workflows:task_chooser": keeper_of_workflows,
    "wagtailadmin_workflows:task_chooser_results": keeper_of_workflows,
    "wagtailadmin_workflows:task_chooser_create": keeper_of_workflows,
    "wagtailadmin_workflows:task_chosen": keeper_of_workflows,
    "wagtailimages_chooser:chosen": chosen(Picture),
    "wagtailimages_chooser:chosen_multiple": chosen(Picture),
    "wagtailimages_chooser:select_format": chosen(Picture),
    "wagtaildocs_chooser:chosen": chosen(LibraryDocument),
    "wagtaildocs_chooser:chosen_multiple": chosen(LibraryDocument),
    "wagtailadmin_api:images:detail": chosen(Picture),
    "wagtailadmin_api:documents:detail": chosen(LibraryDocument),
    "wagtail_localize:edit_string_translation": translated,
    "wagtail_localize:edit_override": translated,
    "wagtail_localize:download_pofile": translated,
    "wagtail_localize:upload_pofile": translated,
    "wagtail_localize:machine_translate": translated,
    "wagtail_localize:preview_translation": translated,
    "wagtail_localize:stop_translation": translated,
}


class Roads:
    """Middleware: knows who asks (editing.rights.titles), and closes what ROADS names."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if not request.path_info.startswith(CMS):
            return self.get_response(request)
        token = titles.asking.set(request.user)
        try:
            return self.get_response(request)
        finally:
            titles.asking.reset(token)

    def process_view(self, request, view, args, kwargs):
        ask = ROADS.get(request.resolver_match.view_name) if request.path_info.startswith(CMS) else None
        user = request.user if ask else None
        if not ask or not user.has_perm("wagtailadmin.access_admin") or ask(user, request, **kwargs):
            return None
        try:
            return permission_denied(request)
        except PermissionDenied:  # a script asks
            return HttpResponseForbidden()
