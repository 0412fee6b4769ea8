"""An initiative that somebody has taken is missing from the list of who does what.

Avoid: a list of responsibilities that covers what was easy to agree.

Prefer: one line for every initiative, with one person or role who answers for it.

Why: work that crosses functions stops at the first handover that nobody owns.

Mend: add a line for it, or for its goal.
"""

from __future__ import annotations

from collections.abc import Iterator

from custrata.strategy.document import Document
from custrata.strategy.lint.finding import Finding, Known, Severity
from custrata.strategy.pitfalls.agreement import taken
from custrata.strategy.pitfalls.pitfall import Pitfall


def _find(document: Document, known: Known) -> Iterator[Finding]:
    covered = {line.on for line in document.raci}
    if not covered.intersection(initiative.id for initiative in document.initiatives):
        return
    for initiative in document.initiatives:
        if taken(initiative) and not covered & {initiative.id, initiative.goal}:
            yield PITFALL.finding(
                f"initiatives[{initiative.id}]",
                "Others have a line that says who does what; it has none.",
                "Add a line with exactly one who answers for it.",
            )


PITFALL = Pitfall(
    code="RA101",
    slug="initiative_without_raci",
    title="An initiative is missing from the responsibilities",
    severity=Severity.WARNING,
    find=_find,
)
"""This mistake."""
