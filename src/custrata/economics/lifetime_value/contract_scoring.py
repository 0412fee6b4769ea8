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
