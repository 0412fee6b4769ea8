"""A finding is let stand, and no person answers for that.

Avoid: a role, or nobody, as the owner of a suppression.

Prefer: a name: the one who will be asked when the mistake bites.

Why: an exception that belongs to nobody becomes the rule.

Mend: name the person in `owner`. Until then the suppression does not count and the finding is told.
"""

from __future__ import annotations

from collections.abc import Iterator

from custrata.strategy.document import Document
from custrata.strategy.lint.finding import Finding, Known, Severity
from custrata.strategy.pitfalls.pitfall import Pitfall


def _find(document: Document, known: Known) -> Iterator[Finding]:
    for suppression in document.suppressions:
        if not suppression.owner.assigned:
            yield PITFALL.finding(
                f"suppressions[{suppression.id}]",
                f"Nobody with a name answers for the suppression of {suppression.code}; it does not count.",
                "Name the person in `owner`.",
            )


PITFALL = Pitfall(
    code="SU102",
    slug="suppression_unowned",
    title="A suppression has no owner with a name",
    severity=Severity.WARNING,
    find=_find,
)
"""This mistake."""
