from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets.button import Button
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from config.languages import SOURCE
from editing.translating import stock
from editing.translating.board import waiting
from editing.translating.no_aliases import without_alias
from editing.translating.terms import Term
from editing.translating.views import boards, exchange, screen
from pages.permissions import writes_pages


@hooks.register("register_admin_urls", order=-2)
def addresses():
    return [
        path("dich/", boards.board, name="translation_board"),
        path("dich/gui/", boards.send, name="translation_send"),
        path("dich/gui/<uuid:pk>/", boards.sending, name="translation_sending"),
        path("dich/gui/<uuid:pk>/tiep/", boards.proceed, name="translation_sending_proceed"),
        path("dich/gui/<uuid:pk>/dung/", boards.cancel, name="translation_sending_cancel"),
        path("dich/trang/<int:pk>/", boards.page, name="translation_page"),
        path("dich/trang/<int:pk>/xuat-ban/", boards.publish_ready, name="translation_publish_ready"),
        path("dich/<int:pk>/", screen.screen, name="translation_screen"),
        path("dich/<int:pk>/binh-luan/", screen.comment, name="translation_comment"),
        path("dich/<int:pk>/binh-luan/<int:comment_pk>/xong/", screen.settle, name="translation_settle"),
        path("dich/<int:pk>/tep.po", exchange.download, {"kind": "po"}, name="translation_po"),
        path("dich/<int:pk>/tep.xlsx", exchange.download, {"kind": "xlsx"}, name="translation_xlsx"),
        path("dich/<int:pk>/tep/", exchange.upload, name="translation_upload"),
        path("dich/chep-lai/", screen.hand_back, name="translation_hand_back"),
        path("dich/thuat-ngu/nhap/", exchange.terms, name="term_list"),
        # In the place of wagtail-localize's own, whose names go on leading here.
        path("localize/submit/page/<int:page_id>/", stock.SubmitPage.as_view()),
        path("localize/translate/<int:translation_id>/pofile/upload/", stock.upload),
    ]


class TranslateItem(MenuItem):
    """With the number of translations that wait for her words."""

    def is_shown(self, request):
        return writes_pages(request.user)

    def render_component(self, request):
        component = super().render_component(request)
        if count := waiting(request.user):
            component.label = f"{component.label} ({count})"
        return component


@hooks.register("register_admin_menu_item")
def menu_item():
    return TranslateItem(gettext_lazy("Translate"), reverse("translation_board"), name="translating", icon_name="wagtail-localize-language", order=150)


@hooks.register("construct_main_menu")
def terms_from_the_board(request, menu_items):
    """Terms would stand alone in Wagtail's menu of snippets; the board leads to them."""
    menu_items[:] = [item for item in menu_items if item.name != "snippets"]


@hooks.register("register_page_header_buttons")
def header_button(page, user, view_name=None, next_url=None):
    """To all translations of a Vietnamese page."""
    if page.depth > 1 and page.locale.language_code == SOURCE:
        yield Button(_("Translations"), reverse("translation_page", args=[page.pk]), icon_name="wagtail-localize-language", priority=59)


hooks.register("construct_page_action_menu", without_alias)
hooks.register("before_edit_page", stock.own_screen_first, order=-3)


@register_snippet
class TermViewSet(SnippetViewSet):
    model = Term
    icon = "openquote"
    list_display = ["term", "language", "translation", "note"]
    list_filter = ["language"]
    search_fields = ["term", "translation"]
    list_per_page = 50
    add_to_admin_menu = False
    menu_label = gettext_lazy("Terms")
    url_prefix = "thuat-ngu"
