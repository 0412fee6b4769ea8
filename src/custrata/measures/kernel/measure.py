"""What a measure is: a number with a name, a unit, a better direction, and the ways to compute it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import ibis

from custrata.customers import Base
from custrata.vocabulary import Direction, Period, Timing

ALL = ("all", "current", "previous")
"""The periods that most measures can be read in."""

MONEY = "money"
"""The unit that a reading replaces by the code of the currency, where it is known."""

STEPS = {"month": 1, "quarter": 3, "year": 12}
"""Months in each dimension of time."""

MADE_OF = {
    "serving_costs.amount": "a table of costs, or rates under serving in the settings",
    "customer_costs.amount": "a table of costs, or rates under serving in the settings",
    "acquisition_costs.amount": "a table of what acquiring cost",
    "acquisition_costs.customer_id": "customers with the day on which they were won",
    "customers.contribution": "the cost of goods and of serving",
    "customers.cost_to_serve": "a table of costs, or rates under serving in the settings",
    "customers.lifetime_value": "a lifetime value, which needs dated orders or contracts",
    "value_parts.value": "a lifetime value, which needs dated orders or contracts",
    "value_parts.orders": "a model of buying, which needs dated orders",
    "value_parts.alive": "a model that tells who has stopped buying, which not every history bears",
    "value_parts.beyond": "a lifetime value that looks past its horizon, which not every model does",
    "model_parameters.value": "a model that was fitted",
    "exam_marks.value": "an exam of models, which needs dated orders over some time",
    "exam_calibration.actual": "an exam of models, which needs dated orders over some time",
    "exam_tracking.actual": "an exam of models, which needs dated orders over some time",
    "tier_moves.tier_now": "the value of customers in two windows",
    "tier_moves.tier_before": "the value of customers in two windows",
    "serving.tier_service": "what the service of each tier costs, under serving in the settings",
    "customers.tier": "a value that ranks customers into tiers",
    "customers.value_to_customer": "both sides of the exchange of value",
    "customers.value_to_business": "both sides of the exchange of value",
}
"""Relations and columns that a build makes → what it makes them of, for people who miss them."""

Row = Mapping[str, Any]
Relation = Callable[[Base, Period, tuple[str, ...]], ibis.Table]
Statistics = Callable[[ibis.Table], dict[str, ibis.Value]]


@dataclass(frozen=True, slots=True)
class Estimate:
    """What the statistics of a query say: a value with its n, perhaps an interval, or the reason for none."""

    value: float | None
    n: int
    low: float | None = None
    high: float | None = None
    method: str = "counted"
    reason: str | None = None


Estimator = Callable[[Row], Estimate]


@dataclass(frozen=True, slots=True)
class Formula:
    """One way to compute a measure.

    Attributes:
        needs: Columns that must hold data, as ``table.column``.
        relation: Makes the table to scan, from the base, the period and the dimensions; pure, a named
            function, so that measures on the same relation run as one query.
        statistics: Makes the aggregates: exact sums, counts and quantiles, never a mean of floats.
        estimate: Makes the number from the row of aggregates, in Python.
        note: What a reader must know when this formula is used; joins the definition.
        periods: Names of the periods it holds for; None for those of the measure.
        dated: Whether it can be told by month, quarter and year.
    """

    needs: tuple[str, ...]
    relation: Relation
    statistics: Statistics
    estimate: Estimator
    note: str = ""
    periods: tuple[str, ...] | None = None
    dated: bool = True

    def holds(self, base: Base, dimensions: tuple[str, ...]) -> bool:
        """Whether the base has what it needs, and it can be told by these dimensions."""
        return base.has(*self.needs) and (self.dated or not any(d in STEPS for d in dimensions))


@dataclass(frozen=True, slots=True)
class Measure:
    """One measure of the catalogue.

    Attributes:
        id: Its name in documents and commands.
        title: Its name for people.
        definition: One sentence a board member understands.
        unit: ``customers``, ``orders``, ``share`` (0 to 1), ``days``, ``points`` … or ``money``.
        n_of: What n counts.
        formulas: Ways to compute it, the best first; the first whose needs are met is used.
        direction: Which way is better.
        timing: Whether it tells early or sums up late.
        grain: What one row of the scanned relation is.
        by: Dimensions that it always has: a curve has its points, a cohort its age.
        periods: Names of the periods it can be read in.
    """

    id: str
    title: str
    definition: str
    unit: str
    n_of: str
    formulas: tuple[Formula, ...]
    direction: Direction = Direction.HIGHER
    timing: Timing = Timing.LAGGING
    grain: str = "customer"
    by: tuple[str, ...] = ()
    periods: tuple[str, ...] = ALL

    def formula(self, base: Base, period: str, dimensions: tuple[str, ...] = ()) -> Formula | None:
        """The first formula that holds for the base in the period by the dimensions; None without one."""
        fit = (f for f in self.formulas if period in self._periods(f) and f.holds(base, dimensions))
        return next(fit, None)

    def lack(self, base: Base, period: str) -> str:
        """Why the measure cannot be read from this base in this period, as a clause."""
        if period not in self.periods:
            return f"{self.id} is read for {_either(self.periods)} only"
        missing = [[need for need in f.needs if not base.has(need)] for f in self.formulas]
        # A way that lacks more than another is none that helps.
        lists = [names for names in missing if names and not any(set(m) < set(names) for m in missing if m)]
        made = [names for names in lists if any(name in MADE_OF for name in names)]
        # What a build makes is named by what it is made of, and only the shortest way there.
        lists = [min(made, key=len)] if made and len(made) == len(lists) else lists
        ways = [" and ".join(dict.fromkeys(MADE_OF.get(name, name) for name in names)) for names in lists]
        if ways:
            return f"needs {_either(tuple(dict.fromkeys(ways)))}"
        return f"cannot be told for the period {period} from these data"

    def _periods(self, formula: Formula) -> tuple[str, ...]:
        return self.periods if formula.periods is None else formula.periods


def _either(words: tuple[str, ...]) -> str:
    return " or ".join(words)


@dataclass(frozen=True, slots=True)
class Request:
    """Which measure, in which period (by name), by which dimensions beside the measure's own."""

    measure: str
    period: str = "all"
    dimensions: tuple[str, ...] = ()
