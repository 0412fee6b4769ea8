"""A part points at a group, goal or other part that is not in the document.

Avoid: an initiative for the goal `grow-gold` after that goal was renamed.

Prefer: ids that stay when names change; every pointer leads to a part that is there.

Why: what serves nothing that exists is work without a reason, and nobody sees it in the plan.

Mend: mend the id, or take it out.
"""

from __future__ import annotations

from collections.abc import Iterator

from custrata.strategy.document import Document
from custrata.strategy.lint.finding import Finding, Known, Severity
from custrata.strategy.lint.pointing import known_ids, pointers
from custrata.strategy.pitfalls.pitfall import Pitfall


def _find(document: Document, known: Known) -> Iterator[Finding]:
    there = known_ids(document)
    for path, field, name, kinds in pointers(document):
        if not any(name in there[kind] for kind in kinds):
            yield PITFALL.finding(
                path,
                f"It points at {name!r} in `{field}`, which is not in the document.",
                "Mend the id, or take it out.",
            )


PITFALL = Pitfall(
    code="ID101",
    slug="points_nowhere",
    title="A part points at nothing",
    severity=Severity.ERROR,
    find=_find,
)
"""This mistake."""
