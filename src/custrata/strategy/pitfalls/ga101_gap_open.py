"""The strategy says of a thing that it is not known.

Avoid: filling such a place with a sentence that sounds right.

Prefer: a gap that says what it waits for, until the data or the answer are there.

Why: a gap that is seen is closed one day; a gap that is papered over is decided on.

Mend: bring what it waits for, or take it out when it does not matter. A note only: a gap is no mistake.
"""

from __future__ import annotations

from collections.abc import Iterator

from custrata.strategy.document import Document
from custrata.strategy.lint.finding import Finding, Known, Severity
from custrata.strategy.parts.statement import Gap
from custrata.strategy.pitfalls.pitfall import Pitfall


def _find(document: Document, known: Known) -> Iterator[Finding]:
    for path, gap in document.statements():
        if isinstance(gap, Gap):
            yield PITFALL.finding(path, gap.text, f"Bring {gap.waits_for}.")


PITFALL = Pitfall(
    code="GA101",
    slug="gap_open",
    title="Something is not known yet",
    severity=Severity.NOTE,
    find=_find,
)
"""This mistake."""
