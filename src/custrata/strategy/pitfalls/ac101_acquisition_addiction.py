"""Growth comes from new customers, and every goal asks for more of them.

Avoid: goals that are all measured in leads, wins and new revenue.

Prefer: a goal for those who are customers already, and a target for new revenue against expansion.

Why: new customers cost most in their first year; who only wins has to win more each year to stand still.

Mend: add a goal with a measure of keeping or widening, or move an initiative behind the signature.
"""

from __future__ import annotations

from collections.abc import Iterator

from custrata.strategy.document import Document
from custrata.strategy.lint.finding import Finding, Known, Severity
from custrata.strategy.pitfalls.agreement import taken
from custrata.strategy.pitfalls.certainty import ends, latest, sure
from custrata.strategy.pitfalls.families import ACQUISITION
from custrata.strategy.pitfalls.pitfall import Pitfall
from custrata.strategy.wording.spelling import spell
from custrata.vocabulary import Stage

HEAVY = 3.0
"""From three times as much new as expansion revenue on; below that both carry the growth."""

LATER = frozenset(Stage) - {Stage.AWARENESS, Stage.ACQUISITION}
"""Stages behind the signature."""


def _find(document: Document, known: Known) -> Iterator[Finding]:
    if known.readings is None or not _only_acquisition(document):
        return
    new, more = (latest(known.readings, m) for m in ("new_revenue", "expansion_revenue"))
    if new is None or more is None or not (sure(new) and sure(more)):
        return
    if ends(new)[0] >= HEAVY * max(ends(more)[1], 0.0) and ends(new)[0] > 0:
        yield PITFALL.finding(
            "goals",
            f"New customers bring {spell(new.value, new.unit)}, those there already"
            f" {spell(more.value, more.unit)} more than before; all goals and initiatives ask for new ones.",
            "Set a goal for keeping or widening, with an owner and a budget.",
        )


def _only_acquisition(document: Document) -> bool:
    goals = [goal for goal in document.goals if taken(goal)]
    named = [set(goal.leading) | set(goal.lagging) for goal in goals]
    if not goals or not all(measures and measures <= ACQUISITION for measures in named):
        return False
    return all(
        initiative.stages and not LATER.intersection(initiative.stages) for initiative in document.initiatives
    )


PITFALL = Pitfall(
    code="AC101",
    slug="acquisition_addiction",
    title="Growth is bought with new customers only",
    severity=Severity.WARNING,
    find=_find,
    needs_data=True,
)
"""This mistake."""
