"""The customers as they stand when a scenario begins: arrays, one number a customer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import numpy as np
import numpy.typing as npt

from custrata.errors import ScenarioError

Floats = npt.NDArray[np.float64]
Codes = npt.NDArray[np.int64]

RATES = ("alive", "leaving", "orders", "order_value", "margin_rate", "serving", "shape")
"""The arrays that say how a customer behaves."""

DAYS_A_YEAR = 365.25


@dataclass(frozen=True)
class Standing:
    """A frozen base of customers.

    Attributes:
        key: 64-bit key of each customer, from the id; rows are sorted by it.
        tier: Place of the tier in ``tiers``.
        tiers: Names of the tiers, highest first.
        labels: Values and their places, by dimension that a group may name.
        alive: Chance that the customer is one yet, 0 to 1.
        leaving: Rate of leaving of a present customer, a year.
        orders: Orders of a present customer, a year.
        order_value: Money of one order, net of refunds.
        margin_rate: Gross margin as a share of revenue; 1 where cost is not known.
        serving: What serving a present customer costs, a year.
        shape: Shape of what is not known of the order rate: 1 and the orders seen.
        band: Which estimate of leaving and rates the customer shares with others.
        leaving_error: Standard error of the logarithm of the leaving rate, by band.
        rate_error: Standard error of the logarithm of the order rate, by band.
        shifts: Relative change of what a customer brings for one standard error of each parameter, (n, k).
        year_error: Standard deviation of the logarithm of what moves all customers of a year together.
        steady: Whether customers pay month by month (contracts) instead of ordering.
        newcomer: How a newly won customer behaves, by name of the rate.
        margin_known: Whether margin rates rest on costs.
        serving_known: Whether the cost to serve is known.
        discount: Continuous discount rate a year.
        value_years: How far beyond the end of a scenario equity looks.
        foretold_revenue: What ``custrata value`` expects of all in the next 365 days; None where it does not.
        foretold_equity: What ``custrata value`` says all are worth today; None where it does not.
        said: What it rests on, in sentences.
    """

    key: npt.NDArray[np.uint64]
    tier: Codes
    tiers: tuple[str, ...]
    alive: Floats
    leaving: Floats
    orders: Floats
    order_value: Floats
    margin_rate: Floats
    serving: Floats
    shape: Floats
    band: Codes
    leaving_error: Floats
    rate_error: Floats
    shifts: Floats
    labels: Mapping[str, tuple[tuple[str, ...], Codes]] = field(default_factory=dict)
    year_error: float = 0.05
    steady: bool = False
    newcomer: Mapping[str, float] = field(default_factory=dict)
    margin_known: bool = True
    serving_known: bool = True
    discount: float = 0.0953
    value_years: float = 3.0
    foretold_revenue: float | None = None
    foretold_equity: float | None = None
    said: tuple[str, ...] = ()

    def __len__(self) -> int:
        return len(self.key)

    def __post_init__(self) -> None:
        for name in RATES:
            values = getattr(self, name)
            if len(values) != len(self.key) or not np.isfinite(values).all():
                raise ScenarioError(
                    f"the {name.replace('_', ' ')} of some customers is no number",
                    how_many=int((~np.isfinite(values)).sum()),
                    remedy="build again; where it stays so, report it",
                )

    def sorted(self) -> Standing:
        """The same customers in the order of their keys."""
        order = np.argsort(self.key, kind="stable")
        arrays = {name: getattr(self, name)[order] for name in ("key", "tier", "band", "shifts", *RATES)}
        labels = {name: (values, codes[order]) for name, (values, codes) in self.labels.items()}
        return replace(self, labels=labels, **arrays)

    def has(self, group: Mapping[str, str]) -> npt.NDArray[np.bool_]:
        """Which customers have all these values.

        Raises:
            ScenarioError: A dimension or value is unknown.
        """
        held = np.ones(len(self), bool)
        for dimension, value in group.items():
            if dimension not in self.labels:
                raise ScenarioError(
                    "no such dimension of customers",
                    where=f"group: {dimension}",
                    remedy=f"choose one of {', '.join(sorted(self.labels)) or 'none'}",
                )
            values, codes = self.labels[dimension]
            if value not in values:
                raise ScenarioError(
                    "no customer has this value",
                    where=f"group: {dimension}: {value}",
                    remedy=f"choose one of {_some(values)}",
                )
            held &= codes == values.index(value)
        return held

    def tier_place(self, name: str) -> int:
        """Place of a tier.

        Raises:
            ScenarioError: There is no such tier.
        """
        if name not in self.tiers:
            raise ScenarioError(
                "no such tier", where=f"moves: {name}", remedy=f"choose one of {', '.join(self.tiers)}"
            )
        return self.tiers.index(name)

    def average(self, which: npt.NDArray[np.bool_]) -> dict[str, float]:
        """How the average customer of a part behaves: sums over present customers are kept.

        Raises:
            ScenarioError: There is no customer in it.
        """
        if not which.any():
            raise ScenarioError("a part of the base has no customers", remedy="choose another group or tier")
        return {
            name: float(values[0]) for name, values in averages(self, which.astype(np.int64) - 1, 1).items()
        }


def averages(standing: Standing, cell: Codes, cells: int) -> dict[str, Floats]:
    """How the average customer of each cell behaves, so that sums over the cell stay what they are.

    Args:
        standing: The customers.
        cell: Place of each customer's cell; those below 0 are left out.
        cells: How many cells there are.
    """
    inside = cell >= 0
    s, c = standing, cell[inside]

    def added(values: Floats) -> Floats:
        return np.asarray(np.bincount(c, weights=values[inside], minlength=cells), np.float64)

    n = np.maximum(np.bincount(c, minlength=cells), 1).astype(np.float64)
    alive, bought = added(s.alive), added(s.alive * s.orders)
    revenue = added(s.alive * s.orders * s.order_value)
    present = np.where(alive > 0, alive, 1.0)
    return {
        "alive": alive / n,
        "leaving": np.where(alive > 0, added(s.alive * s.leaving) / present, added(s.leaving) / n),
        "orders": bought / present,
        "order_value": _over(revenue, bought),
        "margin_rate": np.where(
            revenue != 0, _over(added(s.alive * s.orders * s.order_value * s.margin_rate), revenue), 1.0
        ),
        "serving": added(s.alive * s.serving) / present,
        "shape": np.maximum(added(s.shape) / n, 1e-3),
    }


def _over(top: Floats, below: Floats) -> Floats:
    return np.where(below != 0, top / np.where(below != 0, below, 1.0), 0.0)


def _some(values: tuple[str, ...]) -> str:
    return ", ".join(values[:12]) + (" …" if len(values) > 12 else "")
