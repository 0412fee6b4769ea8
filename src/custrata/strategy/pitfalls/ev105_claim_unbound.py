"""A claim has no figure, so that no build can ever check it.

Avoid: “Our customers love the new plan.” as a claim.

Prefer: the same sentence with a figure that is bound to a measure, or as a proposal that a person answers
for.

Why: what cannot be found false is a judgement, and should look like one.

Mend: bind it to a measure, or make it a proposal with an owner.
"""

from __future__ import annotations

from collections.abc import Iterator

from custrata.strategy.document import Document
from custrata.strategy.lint.finding import Finding, Known, Severity
from custrata.strategy.parts.statement import Claim
from custrata.strategy.pitfalls.pitfall import Pitfall


def _find(document: Document, known: Known) -> Iterator[Finding]:
    for path, claim in document.statements():
        if isinstance(claim, Claim) and not claim.figures:
            yield PITFALL.finding(
                path,
                f"The claim “{claim.text}” is bound to no reading.",
                "Bind it to a measure, or make it a proposal with an owner.",
            )


PITFALL = Pitfall(
    code="EV105",
    slug="claim_unbound",
    title="A claim is bound to no reading",
    severity=Severity.WARNING,
    find=_find,
)
"""This mistake."""
