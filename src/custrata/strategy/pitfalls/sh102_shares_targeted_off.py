"""Groups that divide the base between them have targeted shares that do not add up to the whole.

Avoid: growing two groups to 70% and 40% of value.

Prefer: a target for each group of the partition; where one gains share, another gives it up.

Why: shares of one whole cannot all rise; a plan that says so has not decided who shrinks.

Mend: make them add up to 100%.
"""

from __future__ import annotations

from collections.abc import Iterator

from custrata.strategy.document import Document
from custrata.strategy.lint.finding import Finding, Known, Severity
from custrata.strategy.lint.shares import missed, partitions
from custrata.strategy.pitfalls.pitfall import Pitfall


def _find(document: Document, known: Known) -> Iterator[Finding]:
    for name, members in partitions(document):
        total = missed([group.share_targeted.value for group in members])
        if total:
            yield PITFALL.finding(
                "groups",
                f"The groups by {name}: share of value targeted add up to {total}.",
                "Make them add up to 100%.",
            )


PITFALL = Pitfall(
    code="SH102",
    slug="shares_targeted_off",
    title="Targeted shares do not add up",
    severity=Severity.ERROR,
    find=_find,
)
"""This mistake."""
