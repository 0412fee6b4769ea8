"""An assumption is watched, and nobody has said what stops when it fails.

Avoid: a list of things hoped for.

Prefer: for each assumption one sentence: if this number is crossed, this is stopped.

Why: when it fails, those who began the work argue for going on; the sentence has to be written before.

Mend: write what is stopped or changed when it fails.
"""

from __future__ import annotations

from collections.abc import Iterator

from custrata.strategy.document import Document
from custrata.strategy.lint.finding import Finding, Known, Severity
from custrata.strategy.pitfalls.agreement import taken
from custrata.strategy.pitfalls.pitfall import Pitfall


def _find(document: Document, known: Known) -> Iterator[Finding]:
    for assumption in document.assumptions:
        if taken(assumption) and not assumption.kill_criterion.strip():
            yield PITFALL.finding(
                f"assumptions[{assumption.id}]",
                f"Nothing says what is stopped when “{assumption.id}” fails.",
                "Write what is stopped or changed when it fails.",
            )


PITFALL = Pitfall(
    code="AS101",
    slug="assumption_without_kill",
    title="An assumption has no kill criterion",
    severity=Severity.WARNING,
    find=_find,
)
"""This mistake."""
