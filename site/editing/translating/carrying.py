"""A copied, split or moved block gets new places for its strings. What was translated on the page goes with them.

wagtail-localize looks for a translation at the very place of the string. Here an equal string of the same page is looked for,
so that only new words wait for the translator.
"""

from collections.abc import Iterable

from django.db.models import Q


def carry(source) -> int:
    """Into every language of a source whose strings were just read; how many translations found their new place."""
    segments = list(source.stringsegment_set.values_list("string_id", "context_id"))
    return carry_into(source.object_id, segments, None) if segments else 0


def carry_into(key, segments: Iterable[tuple[int, int]], locale_id: int | None) -> int:
    """segments: (string, place). The newest good translation of the string anywhere on the page is taken."""
    from wagtail_localize.models import StringTranslation  # its models need ours to be loaded

    known = StringTranslation.objects.filter(context__object_id=key, has_error=False, translation_of__in={string for string, _place in segments})
    if locale_id:
        known = known.filter(locale=locale_id)
    taken, newest = set(), {}
    for translation in known.order_by("updated_at", "pk"):
        taken.add((translation.locale_id, translation.translation_of_id, translation.context_id))
        newest[translation.locale_id, translation.translation_of_id] = translation
    broken = StringTranslation.objects.filter(context__object_id=key, has_error=True).values_list("locale_id", "translation_of_id", "context_id")
    taken |= set(broken)  # somebody is at work on it
    fresh = [
        StringTranslation(
            translation_of_id=string,
            locale_id=locale,
            context_id=place,
            data=found.data,
            translation_type=found.translation_type,
            tool_name=found.tool_name,
            last_translated_by_id=found.last_translated_by_id,
        )
        for (locale, known_string), found in newest.items()
        for string, place in segments
        if string == known_string and (locale, string, place) not in taken
    ]
    StringTranslation.objects.bulk_create(fresh, ignore_conflicts=True)  # silent: whoever calls this counts anew
    return len(fresh)


def memory(strings: Iterable[int], locale_id: int, *, beside) -> dict[int, str]:
    """What other pages made of equal strings, the newest first: string to its translation. beside: the page's own key."""
    from wagtail_localize.models import StringTranslation  # its models need ours to be loaded

    found = StringTranslation.objects.filter(translation_of__in=list(strings), locale=locale_id, has_error=False).filter(~Q(context__object_id=beside))
    return dict(found.order_by("updated_at", "pk").values_list("translation_of", "data"))
