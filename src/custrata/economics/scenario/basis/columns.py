"""What a scenario reads of the customers of a snapshot, and what came after its day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection

import ibis

from custrata.customers import Base
from custrata.errors import ScenarioError
from custrata.measures.contracts import runs_on
from custrata.measures.kernel.dimensions import UNKNOWN
from custrata.measures.orders import orders_of, sale_lines

NUMBERS = (
    *("orders", "order_days", "age", "revenue", "gross_margin", "value_per_order"),
    *("current_revenue", "previous_revenue", "mrr", "cost_to_serve"),
    *("lifetime_value", "expected_orders", "probability_alive", "expected_order_value"),
)
"""Columns of customers that a scenario can use; what holds no data comes as nan."""

GROUPED = ("tier", "stage", "exchange", "rfm_segment")
"""Made columns that a group may name beside the attributes of customers."""

SHIFT = "shift_"
DAYS_A_MONTH = 30.436875
DAYS_OF_GRACE = 31
"""A history that falls so short of a further window counts as having one."""


def dimensions(base: Base) -> tuple[str, ...]:
    """What a group of a scenario may name."""
    made = tuple(name for name in GROUPED if base.has(f"customers.{name}"))
    return (*made, *(name for name in base.attributes if name not in made))


def standing_query(base: Base, named: Collection[str]) -> ibis.Table:
    """One row a customer who is no prospect: id, the dimensions named, and every number as float64.

    Args:
        base: The base of a snapshot.
        named: Dimensions that groups name; the tier comes in any case, where there is one.

    Returns:
        ``customer_id``, the dimensions as text, the columns of :data:`NUMBERS`, ``days_known`` (since the
        first order or contract), ``opening_mrr`` (what contracts brought before the latest window),
        ``earlier_revenue`` (in the window before the two latest, where the history reaches back so far) and,
        where the snapshot holds them, ``part_value``, ``part_revenue`` (of the next 365 days) and
        ``shift_1`` to ``shift_k``.

    Raises:
        ScenarioError: A dimension is unknown.
    """
    unknown = sorted(set(named) - set(dimensions(base)))
    if unknown:
        raise ScenarioError(
            "no such dimension of customers",
            where=f"group: {unknown[0]}",
            remedy=f"choose one of {', '.join(dimensions(base)) or 'none: nothing tells customers apart'}",
        )
    customers = base.tables["customers"]
    customers = customers.filter(customers.status.fill_null("customer") != "prospect")
    texts = sorted({*named, *(("tier",) if base.has("customers.tier") else ())})
    rows = customers.select(
        customer_id=customers.customer_id.cast("string"),
        **{name: customers[name].cast("string").fill_null(UNKNOWN) for name in texts},
        **{name: _number(base, customers, name) for name in NUMBERS},
        days_known=_days_known(base, customers),
    )
    for extra in (_opening(base), _earlier(base), _parts(base)):
        if extra is not None:
            rows = rows.left_join(extra, "customer_id").drop("customer_id_right")
    return rows


def since_query(base: Base, after: dt.date, until: dt.date) -> ibis.Table:
    """What customers brought after a day: the other side of a backtest.

    Args:
        base: The base of a later snapshot.
        after: The day of the backtest.
        until: The last day that counts.

    Returns:
        ``customer_id, revenue`` (float64) ``, buys`` (whether there was a sale, or a contract at the end).
    """
    lines = sale_lines(base)
    lines = lines.filter(lines.customer_id.notnull() & (lines.on > after) & (lines.on <= until))
    found = lines.group_by("customer_id").aggregate(
        revenue=lines.amount.sum().cast("float64"), buys=(lines.kind == "sale").any()
    )
    return found.mutate(customer_id=found.customer_id.cast("string"))


def paid_since_query(base: Base, after: dt.date, until: dt.date) -> ibis.Table:
    """The same for contracts: what they brought for the days they ran, and whether one runs at the end."""
    spells = base.tables["subscriptions"]
    start = ibis.greatest(spells.started_on, ibis.literal(after, "date"))
    end = ibis.least(spells.ended_on.fill_null(ibis.literal(until, "date")), ibis.literal(until, "date"))
    days = ibis.greatest(end.delta(start, unit="day").cast("float64"), 0.0)
    found = spells.group_by("customer_id").aggregate(
        revenue=(spells.mrr.cast("float64") * days / DAYS_A_MONTH).sum(), buys=runs_on(spells, until).any()
    )
    return found.mutate(customer_id=found.customer_id.cast("string")).filter(lambda t: t.revenue > 0)


def _number(base: Base, customers: ibis.Table, name: str) -> ibis.Value:
    held = name in customers.columns and base.has(f"customers.{name}")
    return customers[name].cast("float64") if held else ibis.null("float64")


def _days_known(base: Base, customers: ibis.Table) -> ibis.Value:
    days = [
        customers[name]
        for name in ("first_contract_on", "first_order_on", "acquired_on")
        if name in customers.columns and base.has(f"customers.{name}")
    ]
    if not days:
        return ibis.null("float64")
    first = days[0] if len(days) == 1 else ibis.coalesce(*days)
    return ibis.literal(base.as_of, "date").delta(first.cast("date"), unit="day").cast("float64")


def _opening(base: Base) -> ibis.Table | None:
    if "current" not in base.windows or not base.has("subscriptions.mrr"):
        return None
    spells = base.tables["subscriptions"]
    before = base.windows["current"].start - dt.timedelta(days=1)
    paid = spells.mrr.sum(where=runs_on(spells, before)).fill_null(0).cast("float64")
    found = spells.group_by("customer_id").aggregate(opening_mrr=paid)
    return found.mutate(customer_id=found.customer_id.cast("string"))


def _earlier(base: Base) -> ibis.Table | None:
    """Revenue of one more window back: it tells how much the movement of one year says about the next."""
    previous = base.windows.get("previous")
    if previous is None or not base.has("transactions.amount"):
        return None
    start = previous.start - dt.timedelta(days=previous.days)
    if start + dt.timedelta(days=DAYS_OF_GRACE) < base.windows["all"].start:
        return None
    rows = orders_of(base)
    rows = rows.filter(rows.customer_id.notnull() & (rows.on >= start) & (rows.on < previous.start))
    found = rows.group_by("customer_id").aggregate(earlier_revenue=rows.amount.sum().cast("float64"))
    return found.mutate(customer_id=found.customer_id.cast("string"))


def _parts(base: Base) -> ibis.Table | None:
    if "value_parts" not in base.tables:
        return None
    parts = base.tables["value_parts"]
    held = {name: name for name in parts.columns if name.startswith(SHIFT)}
    held |= {f"part_{name}": name for name in ("value", "revenue") if name in parts.columns}
    return parts.select(
        customer_id=parts.customer_id.cast("string"),
        **{name: parts[column].cast("float64") for name, column in held.items()},
    )
