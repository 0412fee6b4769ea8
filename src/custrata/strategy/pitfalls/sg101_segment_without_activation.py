"""A group has an agreed intent, and nothing by which anybody could act on it.

Avoid: groups that live in a slide: no tag in the systems, no promise, no service of their own.

Prefer: a tag that systems carry and, for each group, a promise and a service model; a configuration and an
investment where other groups have them.

Why: a group that sales, service and product cannot recognise is treated like everyone else.

Mend: add what the finding names; where it is not known yet, say so as a gap.
"""

from __future__ import annotations

from collections.abc import Iterator

from custrata.strategy.document import Document
from custrata.strategy.lint.finding import Finding, Known, Severity
from custrata.strategy.parts.group import CustomerGroup
from custrata.strategy.pitfalls.agreement import said
from custrata.strategy.pitfalls.pitfall import Pitfall
from custrata.strategy.pitfalls.rejection import agreed_intent
from custrata.vocabulary import Intent

ALWAYS = {"proposition": "promise", "service_model": "service model"}
"""Field of the group → its word: without these nobody can treat the group as it is meant."""

WHERE_USED = {"configuration": "configuration", "investment": "investment"}
"""The same, for what is missing only where other groups have it: not every company sells in variants."""


def _find(document: Document, known: Known) -> Iterator[Finding]:
    used = {field: word for field, word in WHERE_USED.items() if _used(document, field)}
    for group in document.groups:
        if agreed_intent(group) in (None, Intent.RETIRE):
            continue
        missing = [] if group.tag else ["tag"]
        missing += [word for field, word in (ALWAYS | used).items() if not _there(document, group, field)]
        if missing:
            yield PITFALL.finding(
                f"groups[{group.id}]",
                f"“{group.name}” has an agreed intent and no {_listed(missing)}.",
                "Write what is missing, or say as a gap what it waits for.",
            )


def _used(document: Document, field: str) -> bool:
    return any(said(getattr(group, field)) for group in document.groups)


def _there(document: Document, group: CustomerGroup, field: str) -> bool:
    if getattr(group, field) is not None:
        return True
    if field == "proposition":
        return any(p.group == group.id for p in document.propositions)
    if field == "configuration":
        return any(group.id in offer.groups for offer in document.offers)
    # A group that is one tier is served as the policy of the tier says.
    own = (tier for tier in document.tiers if group.segment == (("tier", tier.tier.value),))
    return any(getattr(tier, field) is not None for tier in own)


def _listed(words: list[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} or {words[-1]}"


PITFALL = Pitfall(
    code="SG101",
    slug="segment_without_activation",
    title="A segment with an agreed intent cannot be acted on",
    severity=Severity.WARNING,
    find=_find,
)
"""This mistake."""
