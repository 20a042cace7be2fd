"""What the search page shows of a finding: results under the headings of their kinds."""

from dataclasses import dataclass, field
from functools import cached_property

from django.core.paginator import Page, Paginator
from django.utils.text import capfirst

from config.languages import Language
from search import sources
from search.entries import Entry
from search.finding import A_SCREEN, Finding
from search.queries import Query
from search.snippets import holds_all, marked, snippet


@dataclass(frozen=True)
class Result:
    entry: Entry
    query: Query

    @property
    def language(self) -> Language:
        return self.entry.speaks

    @property
    def title(self):
        return marked(self.entry.title, self.query)

    @cached_property
    def words(self):
        """The summary where it says all, else the place of the text where the words stand, else the summary after all."""
        summary, text = self.entry.summary, self.entry.text
        if holds_all(f"{self.entry.title} {summary}", self.query):
            return marked(summary, self.query)
        return snippet(text, self.query) or marked(summary, self.query)


@dataclass
class Group:
    kind: str
    label: str
    count: int
    results: list[Result] = field(default_factory=list)

    @property
    def has_more(self) -> bool:
        return self.count > len(self.results)


def groups(finding: Finding) -> list[Group]:
    """One for each kind that was found, in the order of kinds."""
    labels, counts = sources.kinds(), finding.of_kinds
    found = {kind: Group(kind, capfirst(label.label), counts[kind]) for kind, label in labels.items() if kind in counts}
    for hit in finding.shown:
        if entry := finding.entries.get(hit.pk):
            found[hit.kind].results.append(Result(entry, finding.query))
    return list(found.values())


def listing(group: Group, screen: int) -> Page:
    """For the links to the other screens of a kind."""
    return Paginator(range(group.count), A_SCREEN).get_page(screen)
