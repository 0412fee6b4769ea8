"""The cut: what was known at the end of one day, and nothing later."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from functools import reduce

import ibis

from custrata.sources.contract import CONTRACT

_BEGINS = {
    "transactions": "occurred_at",
    "subscriptions": "started_on",
    "usage": "occurred_at",
    "tickets": "opened_at",
    "feedback": "answered_at",
    "campaigns": "started_on",
    "touches": "occurred_at",
    "opportunities": "created_on",
    "referrals": "occurred_on",
    "costs": "period",
    "spend": "period",
    "exchange_rates": "on",
}
"""The column that says when the thing of a row began; a row without a date stays."""

_ENDS: dict[str, dict[str, tuple[str, ...]]] = {
    "transactions": {"paid_on": ()},
    "subscriptions": {"ended_on": ("end_reason",)},
    "tickets": {"first_response_at": (), "resolved_at": ("minutes", "effort")},
    "opportunities": {"closed_on": ("won", "stage", "reason", "competitor", "amount")},
}
"""Columns that are known only later, and what is known with them."""


def cut(loaded: Mapping[str, ibis.Table], provided: frozenset[str], as_of: dt.date) -> dict[str, ibis.Table]:
    """The tables as they stood at the end of ``as_of``, with all their columns.

    Rows that began later are gone. What ended, was paid, resolved or decided later is open again. A customer
    who came later is gone from customers and people.

    Args:
        loaded: The tables of the contract by canonical name.
        provided: Columns that hold data, as ``table.column``.
        as_of: The last day that counts.
    """
    day = ibis.literal(as_of, "date")
    known = {name: _reopened(_begun(table, name, day), name, day) for name, table in loaded.items()}
    later = _later_customers(loaded, provided, day)
    for name in ("customers", "people"):
        if name in known and later is not None:
            known[name] = known[name].anti_join(later, "customer_id")
    return known


def _begun(table: ibis.Table, name: str, day: ibis.Value) -> ibis.Table:
    if name not in _BEGINS:
        return table
    began = table[_BEGINS[name]].cast("date")
    return table.filter(began.isnull() | (began <= day))


def _reopened(table: ibis.Table, name: str, day: ibis.Value) -> ibis.Table:
    for end, known_with_it in _ENDS.get(name, {}).items():
        later = (table[end].cast("date") > day).fill_null(False)
        decided = later & table.won.notnull() if name == "opportunities" else later
        table = table.mutate(
            **{end: later.ifelse(ibis.null(table[end].type()), table[end])},
            **{c: decided.ifelse(ibis.null(table[c].type()), table[c]) for c in known_with_it},
        )
    return table


def _later_customers(
    loaded: Mapping[str, ibis.Table], provided: frozenset[str], day: ibis.Value
) -> ibis.Table | None:
    """Customers who were acquired after the day, or whose first trace of any kind is later."""
    parts = [
        loaded[name].select("customer_id", on=loaded[name][column].cast("date"))
        for name, column in sorted({**_BEGINS, "customers": "acquired_on"}.items())
        if name in loaded and CONTRACT[name].has("customer_id") and f"{name}.{column}" in provided
    ]
    if not parts:
        return None
    traces = reduce(lambda left, right: left.union(right, distinct=False), parts)
    first = traces.group_by("customer_id").aggregate(first_on=traces.on.min())
    return first.filter(first.first_on > day).select("customer_id")
