"""Scores of summaries become values of customers, by arithmetic that any engine does."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import reduce

import ibis

from custrata.economics.lifetime_value.interval import factor_place
from custrata.economics.lifetime_value.order_value import OrderValue
from custrata.economics.lifetime_value.sales_worth import OwnMargins, SalesWorth
from custrata.economics.lifetime_value.scoring import KEYS, directions
from custrata.economics.lifetime_value.summaries import valued_customers

VALUE_PARTS = "value_parts"
"""The relation that measures of lifetime value scan: one row a customer."""

MONEY = "decimal(38, 6)"
_MOST = 1e30
"""Past this no decimal holds a variance; no company comes near it."""
_SCALED = ("value", "beyond", "revenue", "orders")
_SHIFT = re.compile(r"(?:revenue_|orders_)?shift_\d+")
_FEWEST, _MOST_TIMES = 1e-3, 10.0
"""Fewer expected orders than this are not scaled, nor are any by more than so many times."""

_BELOW = 0.025
"""What lies below an interval of 95%."""


@dataclass(frozen=True, slots=True)
class Spending:
    """How a customer's orders are valued, and how that moves with the parameters.

    Attributes:
        likely: The estimate.
        moved: For each independent direction of its parameters, the estimate half a standard error up and
            down.
    """

    likely: OrderValue
    moved: tuple[tuple[OrderValue, OrderValue], ...] = ()


def value_parts_query(
    customers: ibis.Table,
    spends: ibis.Table,
    scores: ibis.Table,
    spending: Spending,
    worth: SalesWorth,
    terms: str,
    margins: ibis.Table | None = None,
    own: OwnMargins | None = None,
) -> ibis.Table:
    """Value, revenue and orders of every customer to come, with chance and shifts.

    Args:
        customers: The wide base.
        spends: ``customer_id, repeat_value`` of those who ordered again.
        scores: One row a distinct summary, as :func:`.scoring.score_buyers` makes them; without
            ``orders_chance`` nothing says how sure a score is, and there are no intervals.
        spending: What an order is worth.
        worth: What of it stays.
        terms: Model, basis, horizon and discount in one line, kept with each row.
        margins: ``customer_id, costed, margin``, where customers' own margins are believed.
        own: How far; None holds one rate for all.

    Returns:
        ``customer_id, value, chance, shift_1 …`` (discounted to the horizon), ``beyond`` (value after it),
        ``revenue, revenue_chance, revenue_shift_1 …`` and ``orders, orders_chance, orders_shift_1 …`` (in
        the next 365 days), ``alive, alive_shift_1 …``, ``order_value`` (sales of an order), ``terms``.
    """
    t = _joined(customers, spends, scores, spending.likely)
    t = _with_rate(t, worth, margins, own)
    kept = t.order_value * t.margin_rate - (worth.cost_to_serve or 0.0)
    t = t.mutate(order_worth=ibis.greatest(kept, 0.0))
    found = {
        "value": t.discounted * t.order_worth,
        "beyond": t.beyond * t.order_worth,
        "revenue": t.orders * t.order_value * worth.net,
        "orders": t.orders,
        "alive": t.alive,
        "order_value": t.order_value,
    }
    if "orders_chance" in t.columns:
        found |= _chances(t, spending.likely, worth) | _shifts(t, spending, worth)
    money = {name: value.cast(MONEY) for name, value in found.items()}
    return t.select("customer_id", **money, terms=ibis.literal(terms))


def foretold_query(parts: ibis.Table, predictions: ibis.Table) -> ibis.Table:
    """The parts with the orders of the next 365 days as an ensemble foretells them, the rest in proportion.

    What lies past the months that the exam tested follows the ensemble's model, raised or lowered as the
    ensemble raises or lowers the customer's first year. A variance is never scaled by less than its mean is:
    a smaller count of orders is relatively less sure.

    Args:
        parts: The relation :data:`VALUE_PARTS` by the ensemble's model.
        predictions: ``customer_id, expected_orders``; whom it does not name keeps his own.
    """
    told = predictions.select("customer_id", _told=predictions.expected_orders.cast("float64"))
    t = parts.left_join(told, "customer_id").drop("customer_id_right")
    orders = t.orders.cast("float64")
    ratio = ibis.ifelse(orders > _FEWEST, t._told / orders, ibis.null("float64"))
    t = t.mutate(_by=ibis.least(ratio.fill_null(1.0), _MOST_TIMES))
    square = ibis.greatest(t._by * t._by, t._by)
    means = [c for c in parts.columns if c in _SCALED or _SHIFT.fullmatch(c)]
    scaled = {c: (t[c].cast("float64") * t._by).cast(MONEY) for c in means}
    scaled |= {c: (t[c].cast("float64") * square).cast(MONEY) for c in parts.columns if c.endswith("chance")}
    return t.select(**{c: scaled.get(c, t[c]) for c in parts.columns})


def customer_columns_query(parts: ibis.Table, factors: ibis.Table) -> ibis.Table:
    """What joins the base of customers.

    Args:
        parts: The relation :data:`VALUE_PARTS`.
        factors: As :func:`.interval.interval_factors` makes them.

    Returns:
        ``customer_id, expected_orders, probability_alive, expected_order_value, lifetime_value``, and
        ``lifetime_value_low, lifetime_value_high``: 95% of a gamma with the mean and variance of the value.
        A gamma knows no chance of exactly 0: who may have stopped already, by more than 2.5%, has 0 as lower.
    """
    shifts = sorted(name for name in parts.columns if name.startswith("shift_"))
    known = {name: _column(parts, name) for name in ("orders", "alive", "order_value", "chance")}
    floats = parts.select(
        "customer_id",
        **{name: known[name] for name in ("orders", "alive", "order_value")},
        lifetime_value="value",
        mean=parts.value.cast("float64"),
        chance=known["chance"].cast("float64"),
        **{name: parts[name].cast("float64") for name in shifts},
    )
    variance = reduce(lambda total, name: total + floats[name] * floats[name], shifts, floats.chance)
    t = floats.mutate(_variance=variance)
    t = t.mutate(_place=factor_place(t.mean, t._variance))
    t = t.left_join(factors, t._place == factors.place)
    stopped = t.alive.cast("float64").fill_null(1.0) < 1 - _BELOW
    low = ibis.ifelse(stopped & t.low_factor.notnull(), 0.0, t.mean * t.low_factor)
    return t.select(
        "customer_id",
        expected_orders=t.orders,
        probability_alive=t.alive,
        expected_order_value=t.order_value,
        lifetime_value=t.lifetime_value,
        lifetime_value_low=low.cast(MONEY),
        lifetime_value_high=(t.mean * t.high_factor).cast(MONEY),
    )


def _column(parts: ibis.Table, name: str) -> ibis.Value:
    return parts[name] if name in parts.columns else ibis.null(MONEY)


def _joined(customers: ibis.Table, spends: ibis.Table, scores: ibis.Table, likely: OrderValue) -> ibis.Table:
    people = valued_customers(customers).select("customer_id", *KEYS)
    people = people.left_join(spends.select("customer_id", "repeat_value"), "customer_id")
    people = people.select("customer_id", *KEYS, own=people.repeat_value.fill_null(0.0))
    joined = people.join(scores, list(KEYS))
    # A customer with repeat days, but no repeat sales worth anything, is known to spend 0.
    x = joined.repeat_orders.cast("float64")
    return joined.mutate(x=x, order_value=likely.expected(x, joined.own))


def _with_rate(
    t: ibis.Table, worth: SalesWorth, margins: ibis.Table | None, own: OwnMargins | None
) -> ibis.Table:
    """What stays of a unit of sales: one rate, or the customer's own as far as it is believed."""
    if margins is None or own is None:
        return t.mutate(margin_rate=ibis.literal(worth.rate, "float64"))
    sums = margins.select(
        _whose=margins.customer_id,
        _costed=margins.costed.cast("float64"),
        _margin=margins.margin.cast("float64"),
    )
    t = t.left_join(sums, t.customer_id == sums._whose).drop("_whose")
    share = own.of(t._costed.fill_null(0.0), t._margin.fill_null(0.0))
    return t.mutate(margin_rate=share * worth.net).drop("_costed", "_margin")


def _chances(t: ibis.Table, likely: OrderValue, worth: SalesWorth) -> dict[str, ibis.Value]:
    scatter, doubt = likely.scatter(t.x, t.order_value), likely.doubt(t.x, t.order_value)
    # Sold at a loss, an order is worth 0, and so is what scatters around it.
    net, rate = worth.net, ibis.greatest(t.margin_rate, 0.0)
    revenue = _sum_variance(t.orders, t.orders_chance, t.order_value * net, scatter * net**2, doubt * net**2)
    value = _sum_variance(t.ahead, t.ahead_chance, t.order_worth, scatter * rate**2, doubt * rate**2)
    # All orders ahead are discounted alike: by what those expected are on average.
    share = t.discounted / t.ahead.nullif(0.0)
    value = (value * share * share).fill_null(0.0)
    return {
        "chance": ibis.least(value, _MOST),
        "revenue_chance": ibis.least(revenue, _MOST),
        "orders_chance": t.orders_chance,
    }


def _sum_variance(
    orders: ibis.Value, chance: ibis.Value, mean: ibis.Value, scatter: ibis.Value, doubt: ibis.Value
) -> ibis.Value:
    """Variance of the sum of a random number of orders whose own mean is in doubt."""
    return orders * scatter + chance * (mean * mean + doubt) + orders * orders * doubt


def _shifts(t: ibis.Table, spending: Spending, worth: SalesWorth) -> dict[str, ibis.Value]:
    found: dict[str, ibis.Value] = {}
    buying = directions(t.columns, "orders")
    for k in range(1, buying + 1):
        found[f"shift_{k}"] = t[f"discounted_shift_{k}"] * t.order_worth
        found[f"revenue_shift_{k}"] = t[f"orders_shift_{k}"] * t.order_value * worth.net
        found[f"orders_shift_{k}"] = t[f"orders_shift_{k}"]
        found[f"alive_shift_{k}"] = t[f"alive_shift_{k}"]
    for k, (up, down) in enumerate(spending.moved, buying + 1):
        change = up.expected(t.x, t.own) - down.expected(t.x, t.own)
        found[f"shift_{k}"] = t.discounted * change * ibis.greatest(t.margin_rate, 0.0)
        found[f"revenue_shift_{k}"] = t.orders * change * worth.net
    return found
