"""A part of the strategy names a measure that nobody can compute.

Avoid: `repeat_rat` in a goal, or a measure of which only the author knows how it is counted.

Prefer: ids of the catalogue, or of the list of measures that may be waited for.

Why: a goal on a measure that does not exist can be neither reached nor missed.

Mend: mend its spelling; `custrata show` lists the measures.
"""

from __future__ import annotations

from collections.abc import Iterator

from custrata.strategy.document import Document
from custrata.strategy.lint.awaited import AWAITED, VANITY
from custrata.strategy.lint.finding import Finding, Known, Severity
from custrata.strategy.lint.naming import named_measures
from custrata.strategy.pitfalls.pitfall import Pitfall


def _find(document: Document, known: Known) -> Iterator[Finding]:
    if not known.measures:
        return
    # Measures of attention have a finding of their own, which says more than that they are unknown.
    there = {*known.measures, *AWAITED, *VANITY}
    for path, _, name in named_measures(document):
        if name not in there:
            yield PITFALL.finding(
                path,
                f"There is no measure {name!r}.",
                "Mend its spelling; `custrata show` lists the measures.",
            )


PITFALL = Pitfall(
    code="ME101",
    slug="measure_unknown",
    title="There is no such measure",
    severity=Severity.ERROR,
    find=_find,
    needs_data=True,
)
"""This mistake."""
