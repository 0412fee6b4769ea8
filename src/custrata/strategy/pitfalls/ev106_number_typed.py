"""A claim holds a number as digits, which no build can check.

Avoid: “Gold customers bring 41% of revenue.” with the number typed.

Prefer: a placeholder such as `{share}`, bound to measure, part of the base and period. Names that hold
digits stand in “ ”.

Why: a typed number stays as it is while the data move on, and nobody sees that it has become false.

Mend: put a placeholder there and bind it; put names that hold digits in “ ”.
"""

from __future__ import annotations

from collections.abc import Iterator

from custrata.strategy.document import Document
from custrata.strategy.lint.finding import Finding, Known, Severity
from custrata.strategy.parts.statement import Claim
from custrata.strategy.pitfalls.pitfall import Pitfall
from custrata.strategy.wording.sentence import loose_digits


def _find(document: Document, known: Known) -> Iterator[Finding]:
    for path, claim in document.statements():
        digits = loose_digits(claim.text) if isinstance(claim, Claim) else ()
        if digits:
            yield PITFALL.finding(
                path,
                f"The claim holds {', '.join(digits)} as digits.",
                "Put a placeholder there and bind it; put names that hold digits in “ ”.",
            )


PITFALL = Pitfall(
    code="EV106",
    slug="number_typed",
    title="A number is typed into a claim",
    severity=Severity.ERROR,
    find=_find,
)
"""This mistake."""
