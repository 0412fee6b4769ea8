"""Customers are to go from one stage to the next, and nobody answers for the step.

Avoid: owners for stages only, so that marketing hands over to sales, and sales to service, with a gap
between them.

Prefer: one owner for each step, who is judged by how many customers make it.

Why: between two functions nobody looks; a customer who is lost there is missed by neither.

Mend: name the one who answers for the step, or at least the role.
"""

from __future__ import annotations

from collections.abc import Iterator

from custrata.strategy.document import Document
from custrata.strategy.lint.finding import Finding, Known, Severity
from custrata.strategy.parts.lifecycle import Transition
from custrata.strategy.pitfalls.agreement import said
from custrata.strategy.pitfalls.pitfall import Pitfall


def _find(document: Document, known: Known) -> Iterator[Finding]:
    for step in document.transitions:
        if not (step.owner.role or step.owner.name) and _planned(step):
            yield PITFALL.finding(
                f"transitions[{step.id}]",
                f"Nobody answers for the step from {step.leaves.value} to {step.enters.value}.",
                "Name the one who answers for it.",
            )


def _planned(step: Transition) -> bool:
    return said(step.intervention) or said(step.friction) or bool(step.metric)


PITFALL = Pitfall(
    code="LC102",
    slug="transition_without_owner",
    title="Nobody answers for a step between two stages",
    severity=Severity.WARNING,
    find=_find,
)
"""This mistake."""
