"""How much of each activity did every customer use, month by month?"""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import reduce

import ibis

from custrata.customers import Base
from custrata.economics.serving.drivers import Activity
from custrata.measures.orders import orders_of

_NUMBER = "decimal(18, 6)"
_DAYS_A_YEAR = 365
_APART = {"channel", "currency", "campaign_id"}
OTHER_CHANNEL = "other"
"""Stands for the channels of tickets that the settings do not name."""


def month_number(day: ibis.Value) -> ibis.Value:
    """A day's month as year times 12 plus month from 0."""
    return day.year().cast("int64") * 12 + day.month().cast("int64") - 1


def quantities(base: Base, activity: Activity) -> ibis.Table:
    """What customers used of an activity: rows of the same customer and month add up.

    Args:
        base: The base with the prepared orders and the purchase summary.
        activity: One that the data can count.

    Returns:
        ``customer_id`` (empty: nobody known), ``month`` (year times 12 plus month from 0), ``part`` (the
        channel of a ticket, lower case, where it is charged by channel; else empty), ``quantity``.
    """
    return _BUILDERS[activity](base)


def monthly_use_query(base: Base, activities: Collection[Activity]) -> ibis.Table:
    """How much of each activity all customers used: ``activity, part, month, quantity``."""
    parts = [_monthly(base, a).mutate(activity=ibis.literal(a.name)) for a in sorted(set(activities))]
    return reduce(lambda left, right: left.union(right), parts)


def won_on(customers: ibis.Table) -> ibis.Value:
    """The day on which each customer was won: stated, else its first contract, else its first order."""
    known = [c for c in ("acquired_on", "first_contract_on", "first_order_on") if c in customers.columns]
    return ibis.coalesce(*(customers[c].cast("date") for c in known))


def _monthly(base: Base, activity: Activity) -> ibis.Table:
    if activity is Activity.SEATS:
        # Few pairs of first and last month: added up before they are spread over the months between.
        spells = _spell_months(base)
        spells = spells.group_by("first", "last").aggregate(quantity=spells.quantity.sum().cast(_NUMBER))
        rows = _unfolded(spells).mutate(part=ibis.literal(""))
    else:
        rows = quantities(base, activity)
    return rows.group_by("part", "month").aggregate(quantity=rows.quantity.sum().cast("decimal(38, 6)"))


def _rows(
    table: ibis.Table, day: ibis.Value, quantity: ibis.Value | int, part: str | ibis.Value = ""
) -> ibis.Table:
    return table.select(
        "customer_id",
        month=month_number(day),
        part=ibis.literal(part) if isinstance(part, str) else part,
        quantity=(ibis.literal(quantity) if isinstance(quantity, int) else quantity).cast(_NUMBER),
    )


def _returns(base: Base) -> ibis.Table:
    return _orders_of_kind(base, "refund")


def _orders(base: Base) -> ibis.Table:
    return _orders_of_kind(base, "sale")


def _orders_of_kind(base: Base, kind: str) -> ibis.Table:
    rows = orders_of(base)
    orders = rows.filter(rows.kind == kind).select("customer_id", "order_key", "on")
    # The relation has a row for each channel of an order: without channels an order is one row already.
    orders = orders.distinct() if _APART & set(rows.columns) else orders
    return _rows(orders, orders.on, 1)


def _newcomers(base: Base) -> ibis.Table:
    people = base.tables["customers"]
    people = people.filter(people.status == "customer").mutate(won_on=won_on)
    people = people.filter(people.won_on.notnull() & (people.won_on <= ibis.literal(base.as_of, "date")))
    return _rows(people, people.won_on, 1)


def _support_minutes(base: Base) -> ibis.Table:
    rows = base.tables["tickets"]
    rows = rows.filter(rows.minutes > 0)
    return _rows(rows, rows.opened_at, rows.minutes)


def _tickets(base: Base) -> ibis.Table:
    rows = base.tables["tickets"]
    return _rows(rows, rows.opened_at, 1)


def _channel_tickets(base: Base) -> ibis.Table:
    """Tickets by channel: those whose minutes are charged already are left out."""
    rows = base.tables["tickets"]
    if base.settings.serving.support_minute is not None:
        rows = rows.filter(rows.minutes.isnull() | (rows.minutes <= 0))
    named = [c.strip().lower() for c in base.settings.serving.support_ticket]
    channel = rows.channel.strip().lower().fill_null(OTHER_CHANNEL)
    return _rows(rows, rows.opened_at, 1, channel.isin(named).ifelse(channel, OTHER_CHANNEL))


def _seats(base: Base) -> ibis.Table:
    return _unfolded(_spell_months(base)).mutate(part=ibis.literal(""))


def _spell_months(base: Base) -> ibis.Table:
    """One row a spell with its first and last month: it counts in a month on the day of the month it began.

    In a month without that day its last day stands for it.
    """
    spells = base.tables["subscriptions"]
    as_of = ibis.literal(base.as_of, "date")
    ended = spells.ended_on.notnull()
    end = spells.ended_on.coalesce(as_of)
    begins, ends = spells.started_on.day(), end.day()
    month_is_over = (end + ibis.interval(days=1)).day() == 1
    # On the day it ends a spell runs no longer; on the last day of the data it does.
    reached = ibis.ifelse(ended, ends > begins, (ends >= begins) | month_is_over)
    seats = spells.seats if base.has("subscriptions.seats") else ibis.null(_NUMBER)
    counted = spells.select(
        "customer_id",
        first=month_number(spells.started_on),
        last=month_number(end) - 1 + reached.cast("int64"),
        quantity=seats.fill_null(1).cast(_NUMBER),
    )
    return counted.filter((counted.last >= counted.first) & (counted.quantity > 0))


def _unfolded(spells: ibis.Table) -> ibis.Table:
    kept = [c for c in spells.columns if c not in ("first", "last")]
    months = ibis.range(spells.first, spells.last + 1).unnest()
    return spells.select(*kept, month=months)


def _use(base: Base) -> ibis.Table:
    rows = base.tables["usage"]
    quantity = rows.quantity if base.has("usage.quantity") else ibis.null(_NUMBER)
    rows = rows.mutate(quantity=quantity.fill_null(1))
    return _rows(rows, rows.occurred_at, rows.quantity).filter(lambda t: t.quantity > 0)


def _late_payment(base: Base) -> ibis.Table:
    """Money that was due and not there, times the years it was missing, in the month in which it was due."""
    rows = base.tables["transactions"]
    paid = rows.paid_on if base.has("transactions.paid_on") else ibis.null("date")
    rows = rows.mutate(
        late_days=paid.coalesce(ibis.literal(base.as_of, "date")).delta(rows.due_on, unit="day")
    )
    rows = rows.filter((rows.late_days > 0) & (rows.amount > 0))
    years = rows.amount.cast("float64") * rows.late_days / _DAYS_A_YEAR
    return _rows(rows, rows.due_on, years.round(6))


_BUILDERS: dict[Activity, Callable[[Base], ibis.Table]] = {
    Activity.RETURNS: _returns,
    Activity.ONBOARDING: _newcomers,
    Activity.SUPPORT_MINUTES: _support_minutes,
    Activity.TICKETS: _tickets,
    Activity.CHANNEL_TICKETS: _channel_tickets,
    Activity.SEATS: _seats,
    Activity.ORDERS: _orders,
    Activity.USE: _use,
    Activity.LATE_PAYMENT: _late_payment,
}
