"""A finding was let stand until a day that has passed.

Avoid: a suppression that nobody looks at again.

Prefer: a day until which the reason holds, and a new decision on that day.

Why: reasons age: what was right to let stand for a quarter is seldom right for ever.

Mend: mend the finding, which is told again, or set a new `until` with a reason that holds today.
"""

from __future__ import annotations

from collections.abc import Iterator

from custrata.strategy.document import Document
from custrata.strategy.lint.finding import Finding, Known, Severity
from custrata.strategy.lint.suppressing import run_out
from custrata.strategy.pitfalls.pitfall import Pitfall


def _find(document: Document, known: Known) -> Iterator[Finding]:
    for suppression in document.suppressions:
        if run_out(suppression, known.on):
            yield PITFALL.finding(
                f"suppressions[{suppression.id}]",
                f"The suppression of {suppression.code} held until {suppression.until}.",
                "Mend the finding, or say until when it may stand and why.",
            )


PITFALL = Pitfall(
    code="SU101",
    slug="suppression_run_out",
    title="A suppression has run out",
    severity=Severity.WARNING,
    find=_find,
)
"""This mistake."""
