"""A key result that somebody has taken has no base, no target or no date.

Avoid: “improve retention”.

Prefer: from where, to where, by when; and what others reach, with its source.

Why: without a base nobody knows how far it is, and without a date it is never late.

Mend: read the base, set the target and the day.
"""

from __future__ import annotations

from collections.abc import Iterator

from custrata.strategy.document import Document
from custrata.strategy.lint.awaited import AWAITED
from custrata.strategy.lint.finding import Finding, Known, Severity
from custrata.strategy.parts.steering.objective import KeyResult
from custrata.strategy.pitfalls.agreement import taken
from custrata.strategy.pitfalls.certainty import latest
from custrata.strategy.pitfalls.pitfall import Pitfall


def _find(document: Document, known: Known) -> Iterator[Finding]:
    for objective in document.objectives:
        for result in objective.key_results:
            missing = _missing(result, known) if taken(result) or taken(objective) else []
            if missing:
                yield PITFALL.finding(
                    f"objectives[{objective.id}].key_results[{result.id}]",
                    f"It has no {' and no '.join(missing)}.",
                    "Read the base, set the target and the day.",
                )


def _missing(result: KeyResult, known: Known) -> list[str]:
    base, target = result.base is not None, result.target is not None
    read = known.readings is not None and latest(known.readings, result.measure, result.segment) is not None
    if not (base or target or read):
        return []
    # What the data at hand do not tell has no base; without data nobody knows.
    tellable = read if known.readings is not None else _in_catalogue(result.measure, known)
    missing = ["base"] if not base and tellable else []
    missing += ["target"] if not target else []
    return missing + (["date"] if result.on is None and result.in_months is None else [])


def _in_catalogue(measure: str, known: Known) -> bool:
    return measure not in AWAITED and (not known.measures or measure in known.measures)


PITFALL = Pitfall(
    code="KR101",
    slug="key_result_without_base_or_date",
    title="A key result has no base, target or date",
    severity=Severity.WARNING,
    find=_find,
)
"""This mistake."""
