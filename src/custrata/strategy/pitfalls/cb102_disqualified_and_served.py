"""A group that a profile turns away is given a promise of its own.

Avoid: a list of whom not to serve that marketing and sales have not read.

Prefer: no promise to those whom the profile turns away; a page that sends them elsewhere.

Why: a promise draws customers; those who were turned away come, cost and leave.

Mend: take the proposition out, or the group off the list.
"""

from __future__ import annotations

from collections.abc import Iterator

from custrata.strategy.document import Document
from custrata.strategy.lint.finding import Finding, Known, Severity
from custrata.strategy.pitfalls.pitfall import Pitfall
from custrata.strategy.pitfalls.rejection import disqualifying, group_by_id


def _find(document: Document, known: Known) -> Iterator[Finding]:
    for proposition in document.propositions:
        group = group_by_id(document, proposition.group)
        profile = disqualifying(document, group) if group is not None else None
        if group is None or profile is None or not (proposition.sentence or proposition.promises):
            continue
        yield PITFALL.finding(
            f"propositions[{proposition.id}]",
            f"It is for “{group.name}”, whom the profile “{profile.id}” turns away.",
            "Take it out, or the group off the list of those not to serve.",
        )


PITFALL = Pitfall(
    code="CB102",
    slug="disqualified_and_served",
    title="A disqualified group has a proposition",
    severity=Severity.WARNING,
    find=_find,
)
"""This mistake."""
