"""Where she goes on: to the next lesson, back to the lesson, or to the same quiz again."""

from dataclasses import dataclass

from django.db.models import Q

from pages import cards


@dataclass(frozen=True)
class Places:
    """Live pages in the version's language; None where there is none."""

    quiz: object | None
    lesson: object | None
    following: object | None

    @property
    def cards(self) -> list:
        return [page for page in (self.quiz, self.lesson, self.following) if page]


def places_of(version, *, passed: bool) -> Places:
    here = Q(translation_key=version.quiz_key) | Q(translation_key=version.parent_key)
    found = {page.translation_key: cards.specific(page) for page in cards.listed(here & Q(locale__language_code=version.language))}
    lesson = found.get(version.parent_key)
    following = _following(lesson, version) if passed and lesson and hasattr(lesson, "next_lesson_id") else None
    return Places(found.get(version.quiz_key), lesson, following)


def _following(lesson, version):
    """The lesson that the editor chose, in this language, else the next of the course."""
    if lesson.next_lesson_id:
        same = type(lesson).objects.filter(pk=lesson.next_lesson_id).values("translation_key")
        if chosen := _first(Q(translation_key__in=same), version):
            return chosen
    course = lesson.path[: -lesson.steplen]
    return _first(Q(path__startswith=course, depth=lesson.depth, path__gt=lesson.path, lessonpage__isnull=False), version)


def _first(condition: Q, version):
    page = cards.listed(condition & Q(locale__language_code=version.language)).order_by("path").first()
    return cards.specific(page) if page else None
