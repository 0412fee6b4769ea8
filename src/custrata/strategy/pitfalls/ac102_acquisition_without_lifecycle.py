"""Every initiative ends at the signature.

Avoid: plans for reaching and winning customers, and none for what becomes of them.

Prefer: at least one initiative in onboarding, adoption or expansion, with an owner.

Why: what is promised in the sale is kept or broken afterwards; where nobody plans that, customers leave by
themselves.

Mend: plan an initiative for the stage in which most customers are lost, or an intervention with an owner in
the lifecycle.
"""

from __future__ import annotations

from collections.abc import Iterator

from custrata.strategy.document import Document
from custrata.strategy.lint.finding import Finding, Known, Severity
from custrata.strategy.pitfalls.agreement import said, taken
from custrata.strategy.pitfalls.pitfall import Pitfall
from custrata.vocabulary import Stage

FEWEST = 2
"""One initiative may lie anywhere; from two on they show a habit."""

BEFORE = frozenset({Stage.AWARENESS, Stage.ACQUISITION})
"""Stages up to the signature."""


def _find(document: Document, known: Known) -> Iterator[Finding]:
    initiatives = document.initiatives
    if len(initiatives) < FEWEST or not any(taken(initiative) for initiative in initiatives):
        return
    if not all(initiative.stages and BEFORE.issuperset(initiative.stages) for initiative in initiatives):
        return
    if _looked_after(document):
        return
    yield PITFALL.finding(
        "initiatives",
        f"All {len(initiatives)} initiatives reach for or win customers; none is for those who are there.",
        "Plan one behind the signature: onboarding, adoption, expansion or keeping.",
    )


def _looked_after(document: Document) -> bool:
    stages = any(plan.stage not in BEFORE and said(plan.intervention) for plan in document.lifecycle)
    steps = any(step.enters not in BEFORE and said(step.intervention) for step in document.transitions)
    return stages or steps


PITFALL = Pitfall(
    code="AC102",
    slug="acquisition_without_lifecycle",
    title="All initiatives lie before onboarding",
    severity=Severity.WARNING,
    find=_find,
)
"""This mistake."""
