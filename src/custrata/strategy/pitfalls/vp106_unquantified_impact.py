"""The impact on customers is told in words, or not told, where a number would say it.

Avoid: “They save a lot of time.”

Prefer: time, money or risk that a customer saves, as a number with what it rests on: “two hours a week,
counted with three bakeries”.

Why: a buyer has to defend the price to others; a number travels, an adjective does not.

Mend: count it with three customers, write the number with its source, or let a gap say that it is not
counted yet.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from custrata.strategy.document import Document
from custrata.strategy.lint.finding import Finding, Known, Severity
from custrata.strategy.parts.offering.proposition import Proposition
from custrata.strategy.parts.statement import Claim, Gap, Proposal
from custrata.strategy.pitfalls.agreement import said, taken
from custrata.strategy.pitfalls.pitfall import Pitfall

_NUMBER = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|hundreds?|thousands?"
    r"|half|halve[sd]?|thirds?|quarters?|double[sd]?|twice|dozens?|tenth)\b",
    re.IGNORECASE,
)


def _find(document: Document, known: Known) -> Iterator[Finding]:
    for proposition in document.propositions:
        if _without_number(proposition):
            yield PITFALL.finding(
                f"propositions[{proposition.id}].impact",
                "What it is worth to customers is not told as a number.",
                "Count time, money or risk with three customers and write the number with its source.",
            )


def _without_number(proposition: Proposition) -> bool:
    impact, worths = proposition.impact, [benefit.worth for benefit in proposition.benefits]
    if any(_counted(one) for one in (impact, *worths)):
        return False
    if impact is not None:
        return said(impact)
    promised = any(said(benefit.statement) for benefit in proposition.benefits)
    # Where a gap says that the worth is not known, nothing is wrong.
    return promised and taken(proposition) and not any(isinstance(worth, Gap) for worth in worths)


def _counted(statement: Claim | Proposal | Gap | None) -> bool:
    if statement is None or isinstance(statement, Gap):
        return False
    return bool(statement.figures or _NUMBER.search(statement.text))


PITFALL = Pitfall(
    code="VP106",
    slug="unquantified_impact",
    title="What it is worth to customers is not a number",
    severity=Severity.NOTE,
    find=_find,
)
"""This mistake."""
