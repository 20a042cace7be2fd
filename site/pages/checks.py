"""House rules as system checks: an editor and a template must find the same things on every page type."""

from django.core import checks
from django.utils.functional import Promise
from wagtail.coreutils import camelcase_to_underscore

RULES = (
    ("template", "pages.E001", "names no template", 'Write template = "pages/<page_type>.html" in its class body.'),
    ("parent_page_types", "pages.E002", "does not say where it may stand", "Write parent_page_types in its class body."),
    ("subpage_types", "pages.E003", "does not say what may stand below it", "Write subpage_types in its class body, [] for none."),
)


def page_types(app_configs=None, **kwargs):
    from pages import cards  # needs loaded models

    errors = []
    for model in cards.kinds():
        for attribute, code, what, hint in RULES:
            if attribute not in model.__dict__ or model.__dict__[attribute] == _default_template(model):
                errors.append(checks.Error(f"{model.__name__} {what}.", hint=hint, obj=model, id=code))
        if not isinstance(model._meta.verbose_name, Promise) or not isinstance(model._meta.verbose_name_plural, Promise):
            errors.append(
                checks.Error(
                    f"{model.__name__} has no translated label.",
                    hint='Write verbose_name = _("…") and verbose_name_plural = _("…") in its Meta.',
                    obj=model,
                    id="pages.E004",
                )
            )
    return errors


def _default_template(model) -> str:
    """What Wagtail writes into the class body of a page type that names none."""
    return f"{model._meta.app_label}/{camelcase_to_underscore(model.__name__)}.html"


def register() -> None:
    checks.register(page_types, checks.Tags.models)
