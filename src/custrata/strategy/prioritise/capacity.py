"""What can be done with the days and the money there are: initiatives taken by rank while they fit."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from custrata.strategy.parts.goal import Initiative
from custrata.strategy.parts.running.responsibility import Resource
from custrata.strategy.parts.steering.scoring import Scoring
from custrata.strategy.prioritise.ranking import Ranking

RULE = (
    "Initiatives are taken by rank, equals by id, each one that still fits the days and the money left; "
    "one that does not fit is passed over, and a smaller one below it may still be taken."
)
"""How the cut is made, for people."""


class Fit(StrEnum):
    """What became of an initiative."""

    FITS = "fits"
    TOO_MUCH = "does not fit"
    NOT_SAID = "effort not said"
    NOT_RANKED = "not ranked"
    NO_LIMIT = "no capacity stated"


@dataclass(frozen=True, slots=True)
class Fitted:
    """One initiative against what is left.

    Attributes:
        id: Its address.
        fit: What became of it.
        days: Person-days that it takes; None when nobody has said.
        money: Money that it takes; None when nobody has said.
        why: In a sentence.
    """

    id: str
    fit: Fit
    days: float | None
    money: float | None
    why: str


@dataclass(frozen=True, slots=True)
class Cut:
    """All initiatives against the capacity.

    Attributes:
        days: Person-days there are; None when nobody has said.
        money: Money there is; None when nobody has said.
        items: Every initiative, in the order of the ranking.
        days_left: Person-days left after those that fit.
        money_left: Money left after those that fit.
    """

    days: float | None
    money: float | None
    items: tuple[Fitted, ...]
    days_left: float | None
    money_left: float | None

    def item(self, wanted: str) -> Fitted | None:
        """The initiative of this id, or None."""
        return next((item for item in self.items if item.id == wanted), None)

    @property
    def too_small(self) -> bool:
        """Whether something has to wait because it takes more than is left."""
        return any(item.fit is Fit.TOO_MUCH for item in self.items)

    def last_that_fits(self, among: Collection[str] | None = None) -> str:
        """The last initiative by rank that fits; empty where none does.

        Args:
            among: Ids of those that are looked at; None for all.
        """
        fits = [i.id for i in self.items if i.fit is Fit.FITS and (among is None or i.id in among)]
        return fits[-1] if fits else ""


def cut(
    ranking: Ranking, initiatives: Sequence[Initiative], scoring: Scoring, resources: Sequence[Resource] = ()
) -> Cut:
    """The initiatives that fit the capacity, by the rule that :data:`RULE` states.

    Args:
        ranking: The initiatives in their order.
        initiatives: The same with what they take.
        scoring: How much there is.
        resources: People and money by team; they add up to what an initiative takes where it does not say so.
    """
    by_id = {i.id: i for i in initiatives}
    days, money = _exact(scoring.capacity_days), _exact(scoring.capacity_money)
    found = []
    for item in ranking.items:
        initiative = by_id[item.id]
        own = [r for r in resources if r.initiative == item.id]
        takes_days = _takes(initiative.effort_days, [r.days for r in own])
        takes_money = _takes(initiative.cost, [r.money for r in own])
        fit, why = _fit(item.rank is not None, takes_days, takes_money, days, money)
        if fit is Fit.FITS:
            days = None if days is None else days - (_exact(takes_days) or 0)
            money = None if money is None else money - (_exact(takes_money) or 0)
        found.append(Fitted(item.id, fit, takes_days, takes_money, why))
    left_days, left_money = (None if left is None else float(left) for left in (days, money))
    return Cut(scoring.capacity_days, scoring.capacity_money, tuple(found), left_days, left_money)


def _exact(value: float | None) -> Fraction | None:
    """The number as it was written: a tenth is a tenth, so that what fits to the last digit fits."""
    return None if value is None else Fraction(repr(value))


def _takes(own: float | None, shares: Iterable[float | None]) -> float | None:
    """What an initiative takes: as it says itself, else the sum over teams if each of them has said."""
    listed = list(shares)
    if own is not None or not listed or any(share is None for share in listed):
        return own
    return sum(share for share in listed if share is not None)


def _fit(
    ranked: bool,
    takes_days: float | None,
    takes_money: float | None,
    days: Fraction | None,
    money: Fraction | None,
) -> tuple[Fit, str]:
    if not ranked:
        return Fit.NOT_RANKED, "It has no place while a score is missing."
    if days is None and money is None:
        return Fit.NO_LIMIT, "Nobody has said how many days or how much money there are."
    unsaid = [
        word
        for word, takes, left in (("days", takes_days, days), ("money", takes_money, money))
        if left is not None and takes is None
    ]
    if unsaid:
        return Fit.NOT_SAID, f"Nobody has said how much it takes in {' and '.join(unsaid)}."
    over = [
        f"it takes {takes:,.10g} {word}, {float(left):,.10g} are left"
        for word, takes, left in (("days", takes_days, days), ("in money", takes_money, money))
        if left is not None and takes is not None and Fraction(repr(takes)) > left
    ]
    if over:
        return Fit.TOO_MUCH, f"{'; '.join(over)}.".capitalize()
    return Fit.FITS, "It fits what is left."
