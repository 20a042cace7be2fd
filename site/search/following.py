"""The index follows what is published. Wagtail offers no call to override for these roads; those of pages.signals end in them too.

Moves, restrictions and new addresses need nothing: a search joins the pages as they are. What is deleted takes its entry
along; only its words are left to be counted out.
"""

from collections import Counter

from django.db.models.signals import pre_delete
from wagtail.signals import page_published, page_unpublished

from search import index, of_pages, vocabulary
from search.entries import Entry


def _published(sender, instance, **kwargs):
    index.put(of_pages.entries([instance]))


def _unpublished(sender, instance, **kwargs):
    index.remove("page", [instance.pk])


def _going(sender, instance, **kwargs):
    if instance.counted:
        vocabulary.change(Counter(), Counter(vocabulary.words_of(instance)))


def connect() -> None:
    page_published.connect(_published, dispatch_uid="index what is published")
    page_unpublished.connect(_unpublished, dispatch_uid="forget what is unpublished")
    pre_delete.connect(_going, Entry, dispatch_uid="count out the words of what goes")
