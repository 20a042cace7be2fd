"""Days in the translation editor as the site writes them: wagtail-localize names the month in English."""

DATE_FORMAT = "%d/%m/%Y"


def install() -> None:
    from wagtail_localize import models  # its models need ours to be loaded
    from wagtail_localize.views import edit_translation

    models.DATE_FORMAT = edit_translation.DATE_FORMAT = DATE_FORMAT
