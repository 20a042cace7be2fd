"""Who may see, send and publish which translation: Wagtail's rights on the page and on the other language's tree.

A right on a tree of another language, or on a part of it, is told as the part of the Vietnamese tree that stands there: so
a page that is not there yet has somebody whose it would be.
"""

from dataclasses import dataclass, field
from functools import reduce
from operator import or_

from django.db.models import Exists, OuterRef, Q
from wagtail.models import Page

from config.languages import LANGUAGES, SOURCE
from pages.cards import met_by_readers
from pages.localize_views import may_edit
from pages.permissions import rights_at_work

OTHERS = [language.code for language in LANGUAGES if language.code != SOURCE]
Area = tuple[str, ...]  # paths of Vietnamese pages; each stands for all below it too


@dataclass(frozen=True)
class Sight:
    """What one member may see of the board."""

    user: object
    sources: Area = ()  # pages that she edits: she sees all their translations
    begun: Area = ()  # where she may add pages: she sees those that she began
    languages: dict[str, Area] = field(default_factory=dict)  # code to where she works in it
    adding: dict[str, Area] = field(default_factory=dict)
    publishing: dict[str, Area] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.sources or self.begun or any(self.languages.values()))

    def whole(self) -> Q:
        """Sources of which she sees every language."""
        return below(self.sources) | (below(self.begun) & Q(owner=self.user.pk))

    def of(self, code: str) -> Q:
        """Sources that she sees for this language."""
        return below(self.languages.get(code, ()))

    @property
    def sees_all(self) -> bool:
        return any(len(path) <= Page.steplen * 2 for path in self.sources)

    def in_language(self, source, code: str) -> bool:
        return self.edits(source) or within(source.path, self.languages.get(code, ()))

    def edits(self, source) -> bool:
        return within(source.path, self.sources) or (within(source.path, self.begun) and source.owner_id == self.user.pk)

    def works_in(self) -> list[str]:
        return [code for code in OTHERS if self.languages.get(code)]


def sight_of(user) -> Sight:
    root = "0" * (Page.steplen - 1) + "1"
    if user.is_superuser:
        all_of_it = dict.fromkeys(OTHERS, (root,))
        return Sight(user, (root,), (), all_of_it, all_of_it, all_of_it)
    held = [(right.page, right.permission.codename) for right in rights_at_work(user)]
    places = standing_for({page.pk for page, _right in held if page.depth > 1})
    sources, begun = set(), set()
    languages: dict[str, dict[str, set]] = {code: {"add_page": set(), "change_page": set(), "publish_page": set()} for code in OTHERS}
    for page, right in held:
        code, path = places.get(page.pk, ("", ""))
        if page.depth == 1:
            code, path = SOURCE, page.path
            for rights in languages.values():
                rights.get(right, set()).add(path)
        if code == SOURCE:
            (begun if right == "add_page" else sources if right in {"change_page", "publish_page"} else set()).add(path)
        elif code in languages and path:
            languages[code].get(right, set()).add(path)
    return Sight(
        user,
        tuple(sources),
        tuple(begun),
        {code: tuple(set().union(*rights.values())) for code, rights in languages.items()},
        {code: tuple(rights["add_page"]) for code, rights in languages.items()},
        {code: tuple(rights["publish_page"]) for code, rights in languages.items()},
    )


def standing_for(pages: set[int]) -> dict[int, tuple[str, str]]:
    """For each page its language and the path of the Vietnamese page that it stands for."""
    if not pages:
        return {}
    source = Page.objects.filter(locale__language_code=SOURCE, translation_key=OuterRef("translation_key"))
    rows = Page.objects.filter(pk__in=pages).annotate(source_path=source.values("path")[:1]).values_list("pk", "locale__language_code", "source_path")
    return {pk: (code, path or "") for pk, code, path in rows}


def below(area: Area) -> Q:
    return reduce(or_, (Q(path__startswith=path) for path in area), Q(pk__in=[]))


def within(path: str, area: Area) -> bool:
    return path.startswith(area) if area else False


def may_send(user, page: Page, code: str) -> bool:
    """Who may edit the page; and who may add pages there in the other language, once everybody may read this one."""
    if not user.has_perm("wagtail_localize.submit_translation"):
        return False
    return may_edit(user, page) or (page.live and within(page.path, sight_of(user).adding.get(code, ())))


def known_to(sight: Sight, pages):
    """Of these Vietnamese pages, those that stand on her board, and her drafts: others she does not learn of by their numbers."""
    sources = met_by_readers(pages.filter(locale__language_code=SOURCE, depth__gt=1))
    return sources.filter(sight.whole() | Q(pk__in=visible_sources(sight).order_by().values("pk")))


def visible_sources(sight: Sight):
    """Vietnamese pages with work or with translations, as far as she may see one of their languages."""
    others = Page.objects.filter(translation_key=OuterRef("translation_key")).exclude(pk=OuterRef("pk"))
    theirs = reduce(or_, (sight.of(code) for code in OTHERS), Q(pk__in=[]))
    seen = Q() if sight.sees_all else sight.whole() | theirs
    return met_by_readers(Page.objects.filter(seen, Q(live=True) | Exists(others), locale__language_code=SOURCE, depth__gt=1))
