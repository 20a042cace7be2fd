from django.urls import path
from django.utils.html import format_html
from wagtail import hooks
from wagtail.documents.rich_text import DocumentLinkHandler
from wagtail.images.views import chooser
from wagtail.rich_text.pages import PageLinkHandler
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from pages import localize_views, outdated, picture_views, references, shelf, tree_guard
from pages.topics import Topic


class ShelfPageLink(PageLinkHandler):
    """Inner links lead to the page in the reader's language; a link to a page that is gone leaves its words."""

    @classmethod
    def expand_db_attributes_many(cls, attrs_list):
        opened = shelf.current()
        if opened is None:
            return super().expand_db_attributes_many(attrs_list)
        pages = [opened.get(cls.get_model(), references.number(attrs.get("id"))) for attrs in attrs_list]
        return [format_html('<a href="{}">', page.address) if page else "<a>" for page in pages]


class ShelfDocumentLink(DocumentLinkHandler):
    @classmethod
    def expand_db_attributes_many(cls, attrs_list):
        opened = shelf.current()
        if opened is None:
            return super().expand_db_attributes_many(attrs_list)
        documents = [opened.get(cls.get_model(), references.number(attrs.get("id"))) for attrs in attrs_list]
        return [format_html('<a href="{}">', document.address) if document else "<a>" for document in documents]


@hooks.register("register_rich_text_features", order=1000)
def links_from_shelf(features):
    features.register_link_type(ShelfPageLink)
    features.register_link_type(ShelfDocumentLink)


@hooks.register("register_admin_urls", order=-1)
def guarded_translation():
    return [
        path("localize/submit/page/<int:page_id>/", localize_views.SubmitPage.as_view()),
        path("localize/submit/snippet/<slug:app_label>/<slug:model_name>/<str:pk>/", localize_views.SubmitSnippet.as_view()),
        path("localize/update/<int:translation_source_id>/", localize_views.Update.as_view()),
        path("localize/page/<int:page_id>/convert_to_alias/", localize_views.no_alias),
    ]


@hooks.register("register_admin_urls", order=-1)
def pictures():
    """In the place of Wagtail's own, whose names go on leading here."""
    return [
        path("images/add/", picture_views.CreatePicture.as_view()),
        path("images/<int:image_id>/", picture_views.EditPicture.as_view()),
        path("images/multiple/add/", picture_views.UploadSeveral.as_view()),
        path("images/multiple/create_from_uploaded_image/<int:uploaded_file_id>/", picture_views.MakeUploaded.as_view()),
        path("images/chooser/create/", chooser.viewset.construct_view(picture_views.CreateInChooser)),
    ]


hooks.register("before_edit_page", localize_views.tell_outdated, order=-2)
hooks.register("before_edit_page", localize_views.refuse_incomplete, order=-1)
hooks.register("before_edit_snippet", localize_views.refuse_incomplete, order=-1)
hooks.register("before_copy_page", tree_guard.before_copy)
hooks.register("before_move_page", tree_guard.before_move)


@hooks.register("construct_explorer_page_queryset")
def with_age(parent_page, pages, request):
    """The list of pages shows which translations are outdated: one query for all."""
    return pages.annotate(behind_source=outdated.behind_source())


@register_snippet
class TopicViewSet(SnippetViewSet):
    model = Topic
    icon = "tag"
    menu_order = 250
    add_to_admin_menu = True
    list_display = ["name", "slug", "order"]
