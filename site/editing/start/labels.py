"""Labels that packages write in English into their code, where no catalogue reaches them. Wagtail has no settings for them."""

from django.utils.translation import gettext_lazy as _


def translate() -> None:
    from wagtail.admin.forms.workflows import WorkflowPageForm  # all three need loaded models
    from wagtail.sites.views import IndexView
    from wagtail_localize.locales.views import CreateView

    WorkflowPageForm.base_fields["page"].label = _("Page")
    CreateView.page_subtitle = _("language")
    columns = {"port": _("Port"), "site_name": _("Name of the site"), "root_page": _("Home page")}
    for column in IndexView.columns:
        column.label = columns.get(column.name, column.label)
