from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.menu import Menu, MenuItem, SubmenuMenuItem
from wagtail.admin.widgets.button import Button

from learning.progress.cms import analyses, attempts, certificates, regrades
from learning.quizzes.models import QuizPage


@hooks.register("register_admin_urls")
def addresses():
    return [
        path("bo-cau-hoi/bai-lam/", attempts.AttemptsReport.as_view(), name="attempts_report"),
        path("bo-cau-hoi/bai-lam/ket-qua/", attempts.AttemptsReport.as_view(results_only=True), name="attempts_report_results"),
        path("bo-cau-hoi/bai-lam/<uuid:pk>/", attempts.attempt, name="attempt_report"),
        path("bo-cau-hoi/giay-chung-nhan/", certificates.CertificatesReport.as_view(), name="certificates_report"),
        path("bo-cau-hoi/giay-chung-nhan/ket-qua/", certificates.CertificatesReport.as_view(results_only=True), name="certificates_report_results"),
        path("bo-cau-hoi/giay-chung-nhan/<int:pk>/", certificates.certificate, name="certificate_report"),
        path("bo-cau-hoi/<int:pk>/cham-lai/", regrades.regrades, name="regrades"),
        path("bo-cau-hoi/<int:pk>/phan-tich/", analyses.analysis, name="analysis"),
    ]


# The menu "Quizzes"


class OfficialsItem(MenuItem):
    """For officials within their subtree, for superusers everywhere."""

    def is_shown(self, request):
        return request.user.is_officer or request.user.is_superuser


@hooks.register("register_admin_menu_item")
def quizzes_menu():
    menu = Menu(register_hook_name="register_quizzes_menu_item", construct_hook_name="construct_quizzes_menu")
    return SubmenuMenuItem(gettext_lazy("Quizzes"), menu, name="quizzes", icon_name="form", order=710)


@hooks.register("register_quizzes_menu_item")
def attempts_item():
    return OfficialsItem(gettext_lazy("Attempts"), reverse("attempts_report"), name="attempts", icon_name="form", order=100)


@hooks.register("register_quizzes_menu_item")
def certificates_item():
    return OfficialsItem(gettext_lazy("Certificates"), reverse("certificates_report"), name="certificates", icon_name="success", order=200)


# The menus of a quiz


def buttons(page, user):
    if not issubclass(page.specific_class or type(page), QuizPage):
        return
    page = page.specific_deferred
    if analyses.may_analyse(page, user):
        yield Button(_("Item analysis"), reverse("analysis", args=[page.pk]), icon_name="view", priority=34)
    if regrades.may_regrade(page, user):
        yield Button(_("Mark again"), reverse("regrades", args=[page.pk]), icon_name="rotate", priority=35)
    if user.is_officer or user.is_superuser:
        yield Button(_("Attempts"), f"{reverse('attempts_report')}?quiz_key={page.translation_key}", icon_name="form", priority=36)


@hooks.register("register_page_header_buttons")
def header_buttons(page, user, view_name, next_url=None):
    return buttons(page, user)


@hooks.register("register_page_listing_more_buttons")
def listing_buttons(page, user, next_url=None):
    return buttons(page, user)
