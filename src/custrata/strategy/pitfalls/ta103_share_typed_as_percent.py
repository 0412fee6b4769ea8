"""A target for a share is typed in percent.

Avoid: 80 where the measure counts from 0 to 1.

Prefer: 0.8, in the unit in which the measure is read.

Why: progress against it is never seen: the reading stays at a hundredth of the target.

Mend: divide it by 100.
"""

from __future__ import annotations

from collections.abc import Iterator

from custrata.strategy.document import Document
from custrata.strategy.lint.finding import Finding, Known, Severity
from custrata.strategy.pitfalls.aiming import aims, percent_typed
from custrata.strategy.pitfalls.pitfall import Pitfall


def _find(document: Document, known: Known) -> Iterator[Finding]:
    for path, row in aims(document):
        if percent_typed(row) and row.target is not None:
            yield PITFALL.finding(
                path,
                f"{row.measure} is a share from 0 to 1, and its target is {row.target:g}.",
                f"Write {row.target / 100:g}.",
            )


PITFALL = Pitfall(
    code="TA103",
    slug="share_typed_as_percent",
    title="A target for a share is typed in percent",
    severity=Severity.ERROR,
    find=_find,
)
"""This mistake."""
