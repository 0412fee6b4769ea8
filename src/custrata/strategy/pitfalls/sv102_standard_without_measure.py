"""A service standard promises a number that nothing measures.

Avoid: response times that are written down and never looked up.

Prefer: a standard with the measure that shows it kept or broken, per group if they are promised different
things.

Why: nobody can know whether the promise holds, so it holds until a customer complains.

Mend: name the measure, or take the number out.
"""

from __future__ import annotations

from collections.abc import Iterator

from custrata.strategy.document import Document
from custrata.strategy.lint.finding import Finding, Known, Severity
from custrata.strategy.pitfalls.agreement import taken
from custrata.strategy.pitfalls.pitfall import Pitfall


def _find(document: Document, known: Known) -> Iterator[Finding]:
    for standard in document.service_standards:
        if standard.promise is not None and not standard.measure and taken(standard):
            yield PITFALL.finding(
                f"service_standards[{standard.id}]",
                f"“{standard.name}” promises {standard.promise:g} and names no measure.",
                "Name the measure that shows it kept or broken, or take the number out.",
            )


PITFALL = Pitfall(
    code="SV102",
    slug="standard_without_measure",
    title="A service standard promises a number without a measure",
    severity=Severity.WARNING,
    find=_find,
)
"""This mistake."""
