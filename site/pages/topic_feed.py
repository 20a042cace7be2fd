"""What is new about one topic, in one language, as RSS."""

from django.conf import settings
from django.db.models import Q
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from pages import cards
from pages.feeds import PageFeed
from pages.topics import Topic


class TopicFeed(PageFeed):
    def get_object(self, request, slug):
        return get_object_or_404(Topic, slug=slug, live=True, locale__language_code=self.here.code)

    def title(self, topic):
        return f"{settings.WAGTAIL_SITE_NAME}: {topic.name}"

    def link(self, topic):
        return settings.SITE_URL + topic.url

    def feed_url(self, topic):
        return settings.SITE_URL + reverse("topic_feed", args=[topic.slug])

    def description(self, topic):
        return topic.summary or _("What is new about “%(topic)s”") % {"topic": topic.name}

    def condition(self, topic):
        """Under the topic in any language: a page may still name the Vietnamese one."""
        same = list(Topic.objects.filter(slug=topic.slug).values_list("pk", flat=True))
        about = Q()
        for model in cards.kinds():
            about |= Q(**{f"{cards.accessor(model)}__topic_id__in": same})
        return about
