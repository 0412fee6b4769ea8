"""Two answer for the same thing.

Avoid: sharing accountability so that nobody is left out.

Prefer: one who answers, and as many who do it as it takes.

Why: where two answer, each waits for the other.

Mend: keep one line, and name the other one under responsible or consulted.
"""

from __future__ import annotations

from collections.abc import Iterator

from custrata.strategy.document import Document
from custrata.strategy.lint.finding import Finding, Known, Severity
from custrata.strategy.pitfalls.pitfall import Pitfall


def _find(document: Document, known: Known) -> Iterator[Finding]:
    first: dict[str, str] = {}
    for line in document.raci:
        who = line.accountable.name or line.accountable.role
        if first.get(line.on, who) != who:
            yield PITFALL.finding(
                f"raci[{line.id}]",
                f"{first[line.on]} answers for “{line.on}”, and so does {who}.",
                "Keep one; the other one does it or is asked.",
            )
        first.setdefault(line.on, who)


PITFALL = Pitfall(
    code="RA102",
    slug="several_answer",
    title="Two are accountable for the same thing",
    severity=Severity.ERROR,
    find=_find,
)
"""This mistake."""
