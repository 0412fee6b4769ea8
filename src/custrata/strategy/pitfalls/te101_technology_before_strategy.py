"""A tool is bought or built while no group has an agreed intent or proposition.

Avoid: “Roll out the new CRM” as the first initiative.

Prefer: groups, intents and promises first; then the abilities that they need; then the tool that gives them.

Why: a tool carries out what was decided. Without a decision it carries out its own defaults.

Mend: agree the intent or the proposition of the first group, then say in `needed_for` what the tool is for.
"""

from __future__ import annotations

from collections.abc import Iterator

from custrata.strategy.document import Document
from custrata.strategy.lint.finding import Finding, Known, Severity
from custrata.strategy.lint.texts import bare
from custrata.strategy.parts.offering.capability import CapabilityKind
from custrata.strategy.pitfalls.agreement import meant, taken
from custrata.strategy.pitfalls.pitfall import Pitfall
from custrata.strategy.pitfalls.tooling import tool_got


def _find(document: Document, known: Known) -> Iterator[Finding]:
    if _chosen(document):
        return
    for place, text in _plans(document):
        tool = tool_got(bare(text))
        if tool:
            yield PITFALL.finding(
                place,
                f"{tool} comes first: no group has an agreed intent or proposition yet.",
                "Agree what is meant with the first group, then choose the tool that it needs.",
            )


def _chosen(document: Document) -> bool:
    groups = any(taken(group.intent) or meant(group.proposition, group) for group in document.groups)
    return groups or any(taken(proposition) for proposition in document.propositions)


def _plans(document: Document) -> Iterator[tuple[str, str]]:
    for initiative in document.initiatives:
        yield f"initiatives[{initiative.id}].statement", initiative.statement.text
    for capability in document.capabilities:
        if capability.kind is CapabilityKind.TECHNOLOGY:
            yield f"capabilities[{capability.id}]", capability.name


PITFALL = Pitfall(
    code="TE101",
    slug="technology_before_strategy",
    title="A tool comes before the strategy",
    severity=Severity.WARNING,
    find=_find,
)
"""This mistake."""
