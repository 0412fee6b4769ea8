"""The impact on customers is told in words where a number would say it.

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
from custrata.strategy.pitfalls.agreement import said
from custrata.strategy.pitfalls.pitfall import Pitfall

_NUMBER = re.compile(
    r"\d|\b(?:zero|none|no|nobody|nothing|never|without|one|two|three|four|five|six|seven|eight|nine|ten"
    r"|eleven|twelve|twenty|thirty|forty|fifty|hundreds?|thousands?|half|halve[sd]?|thirds?|quarters?"
    r"|double[sd]?|twice|dozens?|tenth)\b"
    r"|\b(?:an?|each|every|per) (?:\w+ )?(?:minute|hour|morning|evening|night|day|week|month|quarter|year)\b",
    re.IGNORECASE,
)
"""A number in digits or words: none is a number, and so is an hour."""


def _find(document: Document, known: Known) -> Iterator[Finding]:
    for proposition in document.propositions:
        if _without_number(proposition):
            yield PITFALL.finding(
                f"propositions[{proposition.id}].impact",
                "What it is worth to customers is not told as a number.",
                "Count time, money or risk with three customers and write the number with its source.",
            )


def _without_number(proposition: Proposition) -> bool:
    told = [proposition.impact, *(benefit.worth for benefit in proposition.benefits)]
    return any(said(one) for one in told) and not any(_counted(one) for one in told)


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
