"""What comes first and what fits: goals and initiatives ranked, cut to the capacity, with what to mind."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from custrata.strategy.document import Document
from custrata.strategy.parts.steering.scoring import Scored
from custrata.strategy.prioritise.capacity import Cut, Fit, cut
from custrata.strategy.prioritise.coverage import Coverage, coverage
from custrata.strategy.prioritise.ranking import Ranking, rank

MOST_GOALS = 4
MOST_EMPHASISED = 2


@dataclass(frozen=True, slots=True)
class Priorities:
    """What comes first.

    Attributes:
        goals: The goals in their order.
        initiatives: The initiatives in their order.
        cut: The initiatives against days and money.
        coverage: Goals and initiatives by stage and group.
        caveats: What to mind, in sentences.
    """

    goals: Ranking
    initiatives: Ranking
    cut: Cut
    coverage: Coverage
    caveats: tuple[str, ...]


def prioritise(document: Document) -> Priorities:
    """The priorities of a document; scores that nobody gave are missing and never filled in."""
    goals = rank(document.goals, document.scoring, Scored.GOALS)
    initiatives = rank(document.initiatives, document.scoring, Scored.INITIATIVES)
    fitted = cut(initiatives, document.initiatives, document.scoring, document.resources)
    found = tuple(_caveats(document, goals, initiatives, fitted))
    return Priorities(goals, initiatives, fitted, coverage(document), found)


def _caveats(document: Document, goals: Ranking, initiatives: Ranking, fitted: Cut) -> Iterator[str]:
    if len(document.goals) > MOST_GOALS:
        yield f"{len(document.goals)} goals are more than a company can carry: keep {MOST_GOALS} at most."
    leading = [g.name for g in document.groups if g.intent is not None and g.intent.emphasised]
    if len(leading) > MOST_EMPHASISED:
        yield (
            f"{len(leading)} groups are emphasised ({', '.join(leading)}): choose {MOST_EMPHASISED} at most, "
            "or none comes first."
        )
    for ranking in (goals, initiatives):
        if ranking.unknown:
            yield (
                f"Scores or weights of {ranking.scored} name {', '.join(ranking.unknown)}, which is no "
                "dimension: it does not count."
            )
    yield from _goals_left_alone(document, fitted)


def _goals_left_alone(document: Document, fitted: Cut) -> Iterator[str]:
    if fitted.days is None and fitted.money is None:
        return
    carried = {i.goal for i in document.initiatives if _fits(fitted, i.id)}
    alone = [g.id for g in document.goals if g.id not in carried]
    if alone:
        yield f"No initiative that fits serves {', '.join(alone)}."


def _fits(fitted: Cut, initiative: str) -> bool:
    item = fitted.item(initiative)
    return item is not None and item.fit is Fit.FITS
