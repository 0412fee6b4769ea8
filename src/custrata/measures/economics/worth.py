"""What customers are worth: what they are expected to order and bring, each total with its interval."""

from __future__ import annotations

import ibis

from custrata.customers import Base
from custrata.measures.economics.spread import gamma_interval, variance_of_sum
from custrata.measures.kernel.dimensions import attach
from custrata.measures.kernel.estimates import count, exact
from custrata.measures.kernel.measure import MONEY, Estimate, Estimator, Formula, Measure, Row, Statistics
from custrata.vocabulary import Direction, Period, Timing

_PARTS, _PARAMETERS = "value_parts", "model_parameters"
_NOBODY = "nobody's value is known"
_RULE = "without an interval"
_METHOD = "chance and parameters, gamma from moments, 95%"


def valued(base: Base, window: Period, dimensions: tuple[str, ...]) -> ibis.Table:
    """One row a customer whose lifetime value is known; its own columns begin with ``_``."""
    parts = base.tables[_PARTS]
    own = {f"_{name}": parts[name] for name in parts.columns if name != "customer_id"}
    return attach(parts.select("customer_id", **own), base, dimensions)


def parameters(base: Base, window: Period, dimensions: tuple[str, ...]) -> ibis.Table:
    """One row a parameter of a model that was fitted to all customers."""
    return attach(base.tables[_PARAMETERS], base, dimensions)


def _sums(quantity: str, chance: str, shift: str) -> Statistics:
    def statistics(t: ibis.Table) -> dict[str, ibis.Value]:
        moves = sorted(name for name in t.columns if name.startswith(f"_{shift}"))
        found = {"total": t[f"_{quantity}"].sum(), "n": t[f"_{quantity}"].count(), "terms": t._terms.max()}
        if f"_{chance}" in t.columns:
            found["chance"] = t[f"_{chance}"].sum()
        return found | {f"shift_{place}": t[name].sum() for place, name in enumerate(moves)}

    return statistics


def _estimate(*, mean: bool = False, most_is_n: bool = False) -> Estimator:
    """Estimator of a total, or of a mean over the customers, with the interval of a sum."""

    def estimate(row: Row) -> Estimate:
        n = count(row, "n")
        if not n:
            return Estimate(None, 0, reason=_NOBODY)
        size, total, terms = (n if mean else 1), float(exact(row, "total")), str(row["terms"])
        variance = variance_of_sum(row, "chance", "shift_")
        if variance is None:
            return Estimate(total / size, n, method=f"{terms}; {_RULE}")
        low, high = (end / size for end in gamma_interval(total, variance))
        high = min(high, float(n)) if most_is_n else high
        return Estimate(total / size, n, low, high, f"{terms}; {_METHOD}")

    return estimate


def _alive_sums(t: ibis.Table) -> dict[str, ibis.Value]:
    moves = sorted(name for name in t.columns if name.startswith("_alive_shift_"))
    chance = (t._alive * (1 - t._alive)).cast("decimal(38, 12)").sum()
    found = {"total": t._alive.sum(), "n": t._alive.count(), "chance": chance, "terms": t._terms.max()}
    return found | {f"shift_{place}": t[name].sum() for place, name in enumerate(moves)}


def _worth_formulas(statistics: Statistics, estimate: Estimator) -> tuple[Formula, ...]:
    return (Formula(("value_parts.value",), valued, statistics, estimate, dated=False),)


def _parameter(row: Row) -> Estimate:
    if row.get("value") is None:
        return Estimate(None, 0, reason=_NOBODY)
    low, high = (None if row.get(end) is None else float(row[end]) for end in ("low", "high"))
    said = "maximum likelihood, normal in the logarithm, 95%"
    return Estimate(float(row["value"]), count(row, "n"), low, high, said)


_FROM = "counted from the last day of the data; the method says the model, what is counted, and how far ahead"

MEASURES = (
    Measure(
        "lifetime_value",
        "Lifetime value",
        f"Mean over customers of what they are expected to bring up to the horizon, discounted; {_FROM}.",
        MONEY,
        "customers",
        _worth_formulas(_sums("value", "chance", "shift_"), _estimate(mean=True)),
        timing=Timing.LEADING,
        periods=("all",),
    ),
    Measure(
        "customer_equity",
        "Customer equity",
        f"What all present customers together are expected to bring up to the horizon, discounted; {_FROM}.",
        MONEY,
        "customers",
        _worth_formulas(_sums("value", "chance", "shift_"), _estimate()),
        timing=Timing.LEADING,
        periods=("all",),
    ),
    Measure(
        "residual_value",
        "Value beyond the horizon",
        "What present customers are expected to bring after the horizon, discounted; not in lifetime value; "
        f"{_FROM}.",
        MONEY,
        "customers",
        (Formula(("value_parts.beyond",), valued, _sums("beyond", "", "none_"), _estimate(), dated=False),),
        timing=Timing.LEADING,
        periods=("all",),
    ),
    Measure(
        "expected_orders",
        "Orders expected",
        "Days with an order that present customers are expected to have in the next 365 days.",
        "orders",
        "customers",
        (
            Formula(
                ("value_parts.orders",),
                valued,
                _sums("orders", "orders_chance", "orders_shift_"),
                _estimate(),
                dated=False,
            ),
        ),
        timing=Timing.LEADING,
        periods=("all",),
    ),
    Measure(
        "expected_revenue",
        "Revenue expected",
        "Revenue that present customers are expected to bring in the next 365 days, net of refunds.",
        MONEY,
        "customers",
        _worth_formulas(_sums("revenue", "revenue_chance", "revenue_shift_"), _estimate()),
        timing=Timing.LEADING,
        periods=("all",),
    ),
    Measure(
        "alive_customers",
        "Customers still buying",
        "Number of buyers who have not stopped for good, by the model; the sum of their probabilities.",
        "customers",
        "customers",
        (Formula(("value_parts.alive",), valued, _alive_sums, _estimate(most_is_n=True), dated=False),),
        timing=Timing.LEADING,
        periods=("all",),
    ),
    Measure(
        "expected_contract_months",
        "Months of contract expected",
        "Mean months that running contracts will still be paid for up to the horizon, not discounted.",
        "months",
        "customers",
        (
            Formula(
                ("value_parts.months",),
                valued,
                _sums("months", "months_chance", "months_shift_"),
                _estimate(mean=True),
                dated=False,
            ),
        ),
        timing=Timing.LEADING,
        periods=("all",),
    ),
    Measure(
        "model_parameter",
        "Parameter of a model",
        "Parameter of a model fitted to the whole history; days are the unit of time.",
        "parameter",
        "customers",
        (
            Formula(
                ("model_parameters.value",),
                parameters,
                lambda t: {"value": t.value.max(), "low": t.low.max(), "high": t.high.max(), "n": t.n.max()},
                _parameter,
                dated=False,
            ),
        ),
        Direction.NEITHER,
        grain="parameter",
        by=("model", "parameter"),
        periods=("all",),
    ),
)
"""The measures of this question, in the order of the catalogue's chapters."""
