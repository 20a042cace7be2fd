from django.templatetags.static import static
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from editing.start import panels
from editing.start.beginning import Start
from editing.start.creating import CreateItem
from editing.start.short import approving, views
from editing.word.places import page_models
from learning.lessons.models import LessonPage
from learning.library.models import LibraryDocument
from learning.quizzes.models import QuizPage
from members.models import Member
from pages.models import Picture


@hooks.register("construct_homepage_panels")
def by_role(request, shown):
    """In the place of Wagtail's own panels, which ask a query for each thing that they show."""
    start = Start(request.user)
    shown[:] = panels.panels(start)
    request.unseen_notices = start.notices[0].unseen_in_all if start.notices else 0  # the bell need not ask


@hooks.register("construct_homepage_summary_items", order=1000)
def no_summary(request, items):
    """How many pages, pictures and documents there are helps nobody who has come to work."""
    items.clear()


for panel in (panels.Tasks, panels.Notices, panels.Create, panels.Week):
    hooks.register("register_start_panel", panel)


@hooks.register("register_admin_urls")
def short_forms():
    return [
        path("viet/anh/<int:pk>/", views.photo, name="short_photo"),
        path("viet/dong-y/<int:pk>/", views.consent_paper, name="short_consent_paper"),
        path("viet/<slug:form>/", views.write, name="short_write"),
        path("viet/<slug:form>/<int:pk>/", views.edit, name="short_edit"),
        path("viet/<slug:form>/<int:pk>/lay-lai/", views.take_back, name="short_take_back"),
        path("duyet/<int:pk>/", approving.approve, name="short_approve"),
        path("duyet/<int:pk>/trang/", approving.shown, name="short_shown"),
    ]


@hooks.register("register_create_item")
def document():
    return CreateItem(_("A document"), "doc-full", 60, LibraryDocument, reverse("wagtaildocs:add"), lambda hers: hers.has(LibraryDocument, "add"))


@hooks.register("register_create_item")
def documents():
    return CreateItem(_("Several documents"), "upload", 65, None, reverse("library_batches"), lambda hers: hers.has(LibraryDocument, "add"))


@hooks.register("register_create_item")
def picture():
    return CreateItem(_("A picture"), "image", 70, Picture, reverse("wagtailimages:add"), lambda hers: hers.has(Picture, "add"))


@hooks.register("register_create_item")
def members():
    return CreateItem(_("Import members"), "group", 80, None, reverse("member_imports"), lambda hers: hers.member.is_officer)


@hooks.register("register_create_item")
def staff():
    return CreateItem(_("Somebody of the staff"), "user", 5, Member, reverse("wagtailusers_users:add"), lambda hers: hers.is_technician)


@hooks.register("register_create_item")
def appointment():
    return CreateItem(_("Appoint"), "key", 6, None, reverse("appoint"), lambda hers: hers.is_technician)


@hooks.register("register_create_item")
def translation():
    return CreateItem(_("Translate"), "wagtail-localize-language", 8, None, reverse("translation_board"), lambda hers: bool(hers.languages))


@hooks.register("register_create_item")
def lesson():
    return CreateItem(_("A lesson"), "draft", 30, LessonPage)


@hooks.register("register_create_item")
def from_word():
    return CreateItem(_("A text written in Word"), "doc-full-inverse", 25, None, reverse("word_start"), becomes=tuple(page_models()))


@hooks.register("register_create_item")
def quiz():
    return CreateItem(_("A quiz"), "help", 50, QuizPage)


@hooks.register("insert_editor_js")
def translation_title():
    words = gettext("%(from)s to %(to)s translation")
    return format_html('<script src="{}" data-words="{}" defer></script>', static("js/retitle.js"), words)
