"""A target is worse than where the measure stands.

Avoid: targets that are carried over from last year while the base has moved.

Prefer: a target beside its base, with the way that is better written out.

Why: whoever owns it has reached it on the first day and can only make it worse.

Mend: set the target on the better side of the base, or correct which way is better.
"""

from __future__ import annotations

from collections.abc import Iterator

from custrata.strategy.document import Document
from custrata.strategy.lint.finding import Finding, Known, Severity
from custrata.strategy.pitfalls.aiming import aims, percent_typed
from custrata.strategy.pitfalls.pitfall import Pitfall
from custrata.strategy.wording.spelling import spell
from custrata.vocabulary import Direction

ROUNDING = 0.005
"""Relative difference that a base loses on its way through text."""


def _find(document: Document, known: Known) -> Iterator[Finding]:
    for path, row in aims(document):
        figure = row.base.figure("base") if row.base is not None else None
        if figure is None or figure.value is None or row.target is None or percent_typed(row):
            continue
        room = ROUNDING * abs(figure.value)
        falls = row.better is Direction.HIGHER and row.target < figure.value - room
        rises = row.better is Direction.LOWER and row.target > figure.value + room
        now, then = spell(figure.value, figure.unit), spell(row.target, figure.unit)
        # What is written the same way is rounded, not worse.
        if (falls or rises) and now != then:
            yield PITFALL.finding(
                path,
                f"The target {then} is worse than the base {now}; {row.better.value} is better.",
                "Set it on the better side, or correct which way is better.",
            )


PITFALL = Pitfall(
    code="TA102",
    slug="target_behind_base",
    title="A target is worse than its base",
    severity=Severity.ERROR,
    find=_find,
)
"""This mistake."""
