"""How many customers there are: known, new, engaged, and where they came from."""

from __future__ import annotations

import ibis

from custrata.customers import Base
from custrata.customers.buying_days import buying_days_of
from custrata.measures.contracts import spells_by_time
from custrata.measures.kernel.dimensions import TIME, attach, months_ahead
from custrata.measures.kernel.estimates import share, tally
from custrata.measures.kernel.measure import STEPS, Formula, Measure
from custrata.measures.orders import sales_by_customer
from custrata.measures.purchases import summarised
from custrata.vocabulary import Direction, Period, Timing


def population(base: Base, window: Period, dimensions: tuple[str, ...]) -> ibis.Table:
    """One row a customer known by the end of the window; ``on`` is the day on which they became one.

    That day is the first order or the first contract, whichever is earlier, else the first trace of any kind.
    """
    people = summarised(base)
    starts = [people[c] for c in ("first_order_on", "first_contract_on") if c in people.columns]
    start = (
        starts[0]
        if len(starts) == 1
        else ibis.least(starts[0].coalesce(starts[1]), starts[1].coalesce(starts[0]))
    )
    people = people.select("customer_id", "first_seen_on", on=start.coalesce(people.first_seen_on))
    people = people.filter(people.on.isnull() | (people.on <= ibis.literal(window.end, "date")))
    is_new = (people.on >= ibis.literal(window.start, "date")).fill_null(window.name == "all")
    return attach(people.mutate(is_new=is_new), base, dimensions)


def engaged(base: Base, window: Period, dimensions: tuple[str, ...]) -> ibis.Table:
    """One row for each customer who bought or had a contract running in the window, by the dimensions."""
    parts = []
    if base.has("transactions.amount"):
        parts.append(_bought(base, window, dimensions))
    if base.has("subscriptions.started_on"):
        time = next((d for d in dimensions if d in TIME), None)
        parts.append(spells_by_time(base, window, time).select("customer_id", "on").distinct())
    rows = ibis.union(*parts, distinct=False) if len(parts) > 1 else parts[0]
    return attach(rows, base, dimensions).select("customer_id", *dimensions).distinct()


def _bought(base: Base, window: Period, dimensions: tuple[str, ...]) -> ibis.Table:
    """Who bought in the window, by the part of time that is asked for: days are told apart before labels."""
    held = sales_by_customer(base, window, tuple(d for d in dimensions if d in TIME))
    if held is not None:
        sold = held.filter(held.customer_id.notnull() & (held.kind == "sale"))
        return sold.select("customer_id", on=ibis.literal(window.end, "date")).distinct()
    rows = buying_days_of(base.tables)
    rows = rows.filter(rows.bought_on.between(window.start, window.end))
    steps = [STEPS[d] for d in dimensions if d in TIME]
    day = (
        _first_day(rows.bought_on, min(steps), months_ahead(base, min(steps)))
        if steps
        else ibis.literal(window.end, "date")
    )
    return rows.select("customer_id", on=day).distinct()


_UNITS = {1: "M", 3: "Q", 12: "Y"}


def _first_day(day: ibis.Value, step: int, ahead: int) -> ibis.Value:
    """The first day of the part of time in which a day lies."""
    if not ahead:
        return day.truncate(_UNITS[step]).cast("date")
    shift = ibis.interval(months=ahead)
    return ((day + shift).truncate(_UNITS[step]) - shift).cast("date")


def arrivals(base: Base, window: Period, dimensions: tuple[str, ...]) -> ibis.Table:
    """One row a customer who came in the window by a known channel, with how many they are in all."""
    people = base.tables["customers"].select("customer_id", "acquisition_channel")
    known = population(base, window, ()).join(people, "customer_id")
    known = known.filter(known.is_new & known.acquisition_channel.notnull())
    return attach(known.mutate(arrived=known.count().over()), base, dimensions)


def _people(t: ibis.Table) -> dict[str, ibis.Value]:
    return {"people": t.count()}


_ENGAGED = tally("people")

MEASURES = (
    Measure(
        "customers",
        "Customers",
        "Number of customers known by the end of the period; prospects are not counted.",
        "customers",
        "customers",
        (Formula((), population, _people, tally("people")),),
    ),
    Measure(
        "new_customers",
        "New customers",
        "Number of customers whose first order or contract, or else first trace, falls in the period.",
        "customers",
        "customers",
        (Formula((), population, lambda t: {"people": t.is_new.sum()}, tally("people")),),
        timing=Timing.LEADING,
    ),
    Measure(
        "active_customers",
        "Active customers",
        "Number of customers who bought in the period or had a contract running in it.",
        "customers",
        "customers",
        (
            Formula(("transactions.amount",), engaged, _people, _ENGAGED),
            Formula(("subscriptions.started_on",), engaged, _people, _ENGAGED),
        ),
        timing=Timing.LEADING,
    ),
    Measure(
        "acquisition_mix",
        "Acquisition mix",
        "Share of the customers won in the period who came by this channel, of those whose channel is known.",
        "share",
        "customers",
        (
            Formula(
                ("customers.acquisition_channel",),
                arrivals,
                lambda t: {"people": t.count(), "arrived": t.arrived.max()},
                share("people", "arrived", "no customer with a known channel came in the period"),
            ),
        ),
        Direction.NEITHER,
        by=("acquisition_channel",),
    ),
)
"""The measures of this question, in the order of the catalogue's chapters."""
