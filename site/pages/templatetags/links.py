from django import template

register = template.Library()


@register.simple_tag
def page_url(page):
    """Without a query; Wagtail's pageurl looks for the site first."""
    return page.address if page else ""
