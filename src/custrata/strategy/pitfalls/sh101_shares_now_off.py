"""Groups that divide the base between them have shares that do not add up to the whole.

Avoid: groups of one partition at 50% and 40% of customers, with nobody in the remaining tenth.

Prefer: groups that together hold every customer once; whoever fits nowhere has a group too.

Why: a missing share hides customers, a share too many counts them twice; both make every sum wrong.

Mend: make them add up to 100%: add the group that is missing, or take overlapping groups out of the
partition.
"""

from __future__ import annotations

from collections.abc import Iterator

from custrata.strategy.document import Document
from custrata.strategy.lint.finding import Finding, Known, Severity
from custrata.strategy.lint.shares import missed, partitions
from custrata.strategy.pitfalls.pitfall import Pitfall


def _find(document: Document, known: Known) -> Iterator[Finding]:
    for name, members in partitions(document):
        for of in ("customers", "value"):
            total = missed([group.share(of) for group in members])
            if total:
                yield PITFALL.finding(
                    "groups",
                    f"The groups by {name}: share of {of} now add up to {total}.",
                    "Make them add up to 100%.",
                )


PITFALL = Pitfall(
    code="SH101",
    slug="shares_now_off",
    title="Shares of groups do not add up",
    severity=Severity.ERROR,
    find=_find,
)
"""This mistake."""
