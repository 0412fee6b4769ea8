"""An assumption is past the day on which it was to be looked at again.

Avoid: assumptions that are written once and believed for ever.

Prefer: a date on each, and a review that asks for those that have passed.

Why: what was true at the start carries decisions for which nobody has checked it.

Mend: look at it again: confirm it with a new date, change it, or do what its kill criterion says.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from custrata.strategy.document import Document
from custrata.strategy.lint.finding import Finding, Known, Severity
from custrata.strategy.parts.assumption import Assumption
from custrata.strategy.pitfalls.pitfall import Pitfall


def _find(document: Document, known: Known) -> Iterator[Finding]:
    for assumption in document.assumptions:
        last = _last_day(assumption, document)
        if known.on is not None and last is not None and last < known.on:
            yield PITFALL.finding(
                f"assumptions[{assumption.id}]",
                f"It was to be looked at again by {last.isoformat()}; it is {known.on.isoformat()}.",
                "Confirm it with a new date, change it, or do what its kill criterion says.",
            )


def _last_day(assumption: Assumption, document: Document) -> dt.date | None:
    start = document.horizon.starts_on
    if assumption.expires_on is not None or assumption.in_months is None or start is None:
        return assumption.expires_on
    months = start.year * 12 + start.month - 1 + assumption.in_months
    if not 0 < months // 12 < dt.MAXYEAR:
        return None
    # The end of the month is late enough to be sure.
    return dt.date(months // 12, months % 12 + 1, 28)


PITFALL = Pitfall(
    code="AS102",
    slug="assumption_expired",
    title="An assumption is past its date",
    severity=Severity.WARNING,
    find=_find,
)
"""This mistake."""
