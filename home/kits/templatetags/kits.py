from django import template
from django.utils import timezone
from django.utils.translation import get_language

from config.languages import SOURCE
from home.kits.models import MeetingKitPage
from pages import cards

register = template.Library()


@register.inclusion_tag("components/kits/for_desk.html")
def kit_of_the_month(unit):
    """For the branch desk, which stands below: the newest kit whose month has come, in her language or else in Vietnamese."""
    kits = MeetingKitPage.objects.live().filter(cards.public(), month__lte=timezone.localdate(), locale__language_code__in={SOURCE, get_language()})
    newest = list(kits.select_related("locale").only("title", "slug", "month", "locale", "url_path").order_by("-month")[:2])
    kit = min(newest, key=lambda kit: (-kit.month.toordinal(), kit.locale.language_code != get_language()), default=None)
    return {"kit": kit, "unit": unit}
