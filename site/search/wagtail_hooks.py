from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from search.reports import MissedSearches


@hooks.register("register_admin_urls")
def report_addresses():
    return [
        path("tim-kiem-khong-thay/", MissedSearches.as_view(), name="missed_searches"),
        path("tim-kiem-khong-thay/ket-qua/", MissedSearches.as_view(results_only=True), name="missed_searches_results"),
    ]


@hooks.register("register_reports_menu_item")
def report_item():
    return MenuItem(_("Searches without a result"), reverse("missed_searches"), name="missed-searches", icon_name="search", order=1200)
