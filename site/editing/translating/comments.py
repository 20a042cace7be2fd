"""What translator and editor say to each other about a page or one of its sentences."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

LONGEST = 1000


class Comment(models.Model):
    translation = models.ForeignKey("wagtail_localize.Translation", models.CASCADE, related_name="comments", verbose_name=_("translation"))
    # The sentence, by its place and its words at that time; neither for the whole page.
    context = models.ForeignKey("wagtail_localize.TranslationContext", models.CASCADE, null=True, blank=True, related_name="+")
    string = models.ForeignKey("wagtail_localize.String", models.SET_NULL, null=True, blank=True, related_name="+")
    text = models.TextField(_("comment"), max_length=LONGEST)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name=_("by whom"))
    at = models.DateTimeField(_("when"), auto_now_add=True)
    settled_at = models.DateTimeField(_("settled"), null=True, blank=True)

    class Meta:
        verbose_name = _("comment on a translation")
        verbose_name_plural = _("comments on translations")
        ordering = ["at", "pk"]

    def __str__(self):
        return self.text[:60]
