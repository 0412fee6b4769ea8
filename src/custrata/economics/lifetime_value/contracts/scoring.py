"""What do the contracts of each plan and age still bring, in months?"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np

from custrata.economics.lifetime_value.terms import Terms

if TYPE_CHECKING:
    import numpy.typing as npt

    Floats = npt.NDArray[np.float64]

_YEAR = 12
_FAR = 600.0
_AT_ODDS = 3.0


class Life(Protocol):
    """How long the contracts of one group run, as ``intelligence.survival`` finds it."""

    @property
    def model(self) -> Any:
        """The fitted model, with ``directions`` of doubt."""
        ...

    def periods(self, age: Floats, rate: float, horizon: float) -> Any:
        """Discounted periods to come: ``mean``, ``variance`` and ``shifts``."""
        ...


def score_contracts(
    lives: Mapping[str, Life], plan: npt.NDArray[Any], months: Floats, terms: Terms
) -> dict[str, npt.NDArray[Any]]:
    """Score each plan and age.

    Args:
        lives: By plan; contracts of a plan without one are not scored.
        plan: Of each row.
        months: Whole months survived; a pair may stand twice.
        terms: Horizon and discount.

    Returns:
        ``plan, months``, each pair once, and in months paid for: ``discounted`` to the horizon with
        ``discounted_chance``, ``beyond`` (nan without a discount), ``ahead`` (not discounted) with
        ``ahead_chance``, ``year`` (of the next 12) with ``year_chance``; and for each direction of any plan's
        parameters ``discounted_shift_1 …``, ``ahead_shift_1 …``, ``year_shift_1 …``: 0 for other plans, as
        their doubts have nothing in common.
    """
    pairs = {(str(name), int(age)) for name, age in zip(plan, months, strict=True) if str(name) in lives}
    names = np.array([name for name, _ in sorted(pairs)])
    ages = np.array([age for _, age in sorted(pairs)], dtype=np.float64)
    found: dict[str, npt.NDArray[Any]] = {"plan": names.astype(object), "months": ages.astype(np.int64)}
    rate = float(np.expm1(terms.monthly_rate))
    spans = {
        "discounted": (rate, terms.horizon_months),
        "ahead": (0.0, terms.horizon_months),
        "year": (0.0, _YEAR),
    }
    total = sum(lives[name].model.directions for name in sorted(lives))
    for key, (discount, horizon) in spans.items():
        found |= _scored(key, lives, names, ages, discount, float(horizon), total)
    found["beyond"] = _beyond(lives, names, ages, rate, found["discounted"])
    return found


def _scored(
    key: str,
    lives: Mapping[str, Life],
    names: npt.NDArray[Any],
    ages: Floats,
    rate: float,
    horizon: float,
    total: int,
) -> dict[str, npt.NDArray[Any]]:
    mean, chance, shifts = np.zeros(len(ages)), np.zeros(len(ages)), np.zeros((total, len(ages)))
    first = 0
    for name in sorted(lives):
        own, life = names == name, lives[name]
        last = first + life.model.directions
        if own.any():
            periods = life.periods(ages[own], rate, horizon)
            mean[own], chance[own], shifts[first:last, own] = periods.mean, periods.variance, periods.shifts
        first = last
    moves = {f"{key}_shift_{k + 1}": shifts[k] for k in range(total)}
    return {key: mean, f"{key}_chance": np.maximum(chance, 0.0), **moves}


def _beyond(
    lives: Mapping[str, Life], names: npt.NDArray[Any], ages: Floats, rate: float, within: Floats
) -> Floats:
    if rate == 0:
        return np.full(len(ages), np.nan)
    ever = np.zeros(len(ages))
    for name in sorted(set(names)):
        own = names == name
        ever[own] = lives[name].periods(ages[own], rate, np.inf).mean
    return np.asarray(np.maximum(ever - within, 0.0))


def at_odds(lives: Mapping[str, Life], counts: Mapping[str, npt.NDArray[Any]]) -> tuple[str, ...]:
    """Plans whose running contracts are far older than such contracts are expected to last from now on.

    Where contracts begin and end at an even pace, the time that has passed and the time to come are alike
    on average. Where the past is several times as long, ends were rarer before, or the flag that marks them
    covers more than the months that it is taken for.

    Args:
        lives: By plan.
        counts: ``plan, months, ended, people``, one row for contracts that are alike.

    Returns:
        A sentence a plan.
    """
    said = []
    for name in sorted(lives):
        own = (counts["plan"].astype(str) == name) & ~counts["ended"].astype(bool)
        people, age = counts["people"][own].astype(np.float64), counts["months"][own].astype(np.float64)
        if not people.sum():
            continue
        ahead = float(people @ lives[name].periods(age, 0.0, _FAR).mean / people.sum())
        behind = float(people @ age / people.sum())
        if behind > _AT_ODDS * ahead:
            said.append(
                f"{name}: running contracts are {behind:.0f} months old on average and expected to last "
                f"{ahead:.0f} more. Either ends were rarer before, or the known ones fall in more months "
                "than assumed: then these contracts are worth more."
            )
    return tuple(said)
