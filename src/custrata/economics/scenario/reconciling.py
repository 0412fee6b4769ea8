"""How "as now" agrees with the lifetime value of the same snapshot, and where it must differ."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from custrata.economics.scenario.basis.behaviour import annuity
from custrata.economics.scenario.basis.by_value import NEXT_YEAR
from custrata.economics.scenario.basis.standing import RATES, Standing
from custrata.economics.scenario.choice.mix import expected
from custrata.economics.scenario.outcome import band
from custrata.economics.scenario.playing import Played

_ALIKE = 0.01
"""So near each other two sums need no word on why they differ."""


def reconciled(standing: Standing, now: Played, years: float) -> Iterator[str]:
    """One sentence on revenue and one on equity, where the base rests on a lifetime value; else none.

    Args:
        standing: The base.
        now: What came out of "as now".
        years: The horizon.
    """
    rates = {name: getattr(standing, name) for name in RATES}
    told = standing.foretold_revenue
    if told is not None:
        year = float(expected(standing, rates, NEXT_YEAR, None)["revenue"].sum())
        mean = float(expected(standing, rates, years, None)["revenue"].sum())
        played = band(now.totals["revenue"])
        months = _months(years)
        yield (
            f"custrata value expects revenue of {told:,.0f} in the next 365 days, this base {year:,.0f}; "
            f"over {months} the base expects {mean:,.0f} before the doubt of the year and of parameters, "
            f"and the median of the draws is {played.median:,.0f} "
            f"(Monte Carlo standard error {played.error:,.0f})."
        )
    if standing.foretold_equity is not None:
        yearly = standing.orders * standing.order_value * standing.margin_rate - standing.serving
        ahead = annuity(standing.leaving, standing.discount, standing.value_years)
        today = float(np.sum(standing.alive * yearly * ahead))
        yield (
            f"custrata value says customers are worth {standing.foretold_equity:,.0f} today, this base "
            f"{today:,.0f}, both looking {ahead_of(standing)}; equity here is that of those "
            f"who are still there after {_months(years)}, without new customers{_apart(standing, today)}."
        )


def equity_name(standing: Standing, years: float) -> str:
    """What equity is here: at which end, how far ahead, and how discounted.

    Args:
        standing: The base.
        years: The horizon.
    """
    return f"equity after {_months(years)}, looking {ahead_of(standing)}"


def ahead_of(standing: Standing) -> str:
    """How far equity looks, and how it is discounted."""
    return f"{_months(standing.value_years)} ahead at {100 * np.expm1(standing.discount):.3g} % a year"


def _apart(standing: Standing, today: float) -> str:
    told = standing.foretold_equity or 0.0
    if abs(today - told) <= _ALIKE * abs(told):
        return ""
    return "; the two differ where customers leave here at other rates, or margin is each customer's own"


def _months(years: float) -> str:
    return f"{round(12 * years)} months"
