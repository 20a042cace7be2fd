"""What is said of one draft, and what an editor vouches for."""

import hashlib
import json
from dataclasses import dataclass

from django.utils.translation import gettext as _

from editing.readiness import addresses, rules, weighing
from editing.readiness.models import Assurance, Link
from pages.blocks import QuotationBlock
from pages.readiness import Content, Finding


@dataclass(frozen=True)
class Look:
    """All that the panel shows."""

    page: object
    findings: list[Finding]
    weight: weighing.Weight
    assurances: list[Assurance]

    @property
    def obstacles(self) -> list[Finding]:
        return [finding for finding in self.findings if finding.blocks]

    @property
    def advice(self) -> list[Finding]:
        return [finding for finding in self.findings if not finding.blocks]


def look_at(page) -> Look:
    """page: the draft, specific."""
    content = Content.of(page)
    weight = weighing.of(page)
    assured = list(standing_assurances(content))
    found = [*rules.findings(content), *dead_links(content), *too_heavy(weight)]
    answered = {assurance.kind for assurance in assured}
    return Look(page, [finding for finding in found if finding.ask not in answered], weight, assured)


def too_heavy(weight: weighing.Weight):
    if weight.over:
        figures = {"total": round(weight.total / weighing.KB), "most": weight.budget.total}
        yield Finding(
            "weight",
            _("The page weighs %(total)s KB before the first scroll; %(most)s KB is the most.") % figures,
            _("On a slow line each 50 KB take a second, and she pays for them. Take a simpler cover, or divide the text."),
            ("cover",) if weight.pictures > weight.html else (),
        )


def dead_links(content: Content):
    """Links to other sites that are known to be broken, whichever page they were found on."""
    found = list(outside_links(content))
    if not found:
        return
    broken = set(Link.objects.outside().filter(is_broken=True, target__in={address for _path, address in found}).values_list("target", flat=True))
    for path, address in found:
        if address in broken:
            yield Finding(
                "link",
                _("The link to %(address)s does not work any more.") % {"address": address},
                _("Who taps it pays for a page that is not there."),
                path,
            )


def outside_links(content: Content):
    """(path, address) of each link to another site."""
    for piece in content.pieces:
        if piece.html:
            yield from ((piece.path, address) for address in addresses.outside(piece.value))


def fingerprint(content: Content) -> str:
    """Of all that consent is asked for: who is shown, who is quoted."""
    shown = [[piece.value.get("image"), piece.value.get("alt_text") or ""] for piece in content.pictures if not piece.value.get("decorative")]
    quoted = [[piece.value.get("who"), piece.value.get("text")] for piece in content.of_kind(QuotationBlock) if not piece.value.get("example")]
    return hashlib.sha256(json.dumps([shown, quoted], ensure_ascii=False).encode()).hexdigest()


def standing_assurances(content: Content):
    """Those that were given for the very pictures and quotations of now."""
    return Assurance.objects.filter(page_id=content.page.pk, about=fingerprint(content)).select_related("by") if content.page.pk else []


def assure(*, page, kind: str, by) -> Assurance:
    """She vouches for the draft as it stands."""
    given, _created = Assurance.objects.update_or_create(page_id=page.pk, kind=kind, defaults={"about": fingerprint(Content.of(page)), "by": by})
    return given
