"""Something is to be done in a stage, and nobody answers for it or nothing tells whether it helps.

Avoid: a poster of stages with an idea in each box.

Prefer: for each stage one owner, one measure, the criteria by which customers enter it, and what is done
before they ask.

Why: stages lie between functions; what belongs to all of them is done by none.

Mend: name the one who answers, and the measure by which the stage is steered; a gap may say that it cannot
be measured yet.
"""

from __future__ import annotations

from collections.abc import Iterator

from custrata.strategy.document import Document
from custrata.strategy.lint.finding import Finding, Known, Severity
from custrata.strategy.parts.lifecycle import StagePlan
from custrata.strategy.parts.statement import Gap
from custrata.strategy.pitfalls.agreement import said, taken
from custrata.strategy.pitfalls.pitfall import Pitfall


def _find(document: Document, known: Known) -> Iterator[Finding]:
    for plan in document.lifecycle:
        missing = _missing(plan) if said(plan.intervention) or plan.criteria or taken(plan) else ""
        if missing:
            yield PITFALL.finding(
                f"lifecycle[{plan.id}]",
                f"The stage {plan.stage.value!r} has no {missing}.",
                "Name the one who answers for it, and the measure by which it is steered.",
            )


def _missing(plan: StagePlan) -> str:
    owner = "" if plan.owner.role or plan.owner.name else "owner"
    metric = "" if plan.metric or isinstance(plan.position, Gap) else "measure"
    return " and no ".join(word for word in (owner, metric) if word)


PITFALL = Pitfall(
    code="LC101",
    slug="stage_without_owner_or_metric",
    title="A stage of the lifecycle has no owner or no measure",
    severity=Severity.WARNING,
    find=_find,
)
"""This mistake."""
