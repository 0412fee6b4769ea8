"""Who is a customer: one row for everyone whom any table knows."""

from __future__ import annotations

from collections.abc import Mapping
from functools import reduce

import ibis

from custrata.customers.base import stated_name
from custrata.errors import ContractError
from custrata.sources.contract import CUSTOMERS

_TRACES: dict[str, tuple[str | None, bool]] = {
    "transactions": ("occurred_at", True),
    "subscriptions": ("started_on", True),
    "usage": ("occurred_at", True),
    "tickets": ("opened_at", True),
    "feedback": ("answered_at", True),
    "costs": (None, True),
    "people": (None, False),
    "touches": ("occurred_at", False),
    "opportunities": ("created_on", False),
}
"""By table: the column that dates a trace of someone, and whether the trace shows a customer and not a
prospect."""


def customers_query(tables: Mapping[str, ibis.Table]) -> ibis.Table:
    """The canonical base: one row for every id in customers or any other table.

    Args:
        tables: The tables after the cut, by canonical name.

    Returns:
        The columns of customers with their attributes (named as :func:`stated_name` says), ``status``
        (``prospect`` for those who only show opportunities that are not won, or only touches; else
        ``customer``), ``first_seen_on`` and ``first_contract_on``.

    Raises:
        ContractError: No table names a customer: there are only products, say.
    """
    people = _traced(tables)
    listed = tables.get("customers")
    if listed is None:
        return _completed(people.mutate(listed=ibis.literal(False), acquired_on=ibis.null("date")))
    listed = listed.rename({stated_name(c): c for c in listed.columns if stated_name(c) != c})
    joined = people.outer_join(listed.mutate(listed=ibis.literal(True)), "customer_id")
    joined = joined.mutate(
        customer_id=joined.customer_id.coalesce(joined.customer_id_right),
        listed=joined.listed.fill_null(False),
    )
    return _completed(joined.drop("customer_id_right"))


def _traced(tables: Mapping[str, ibis.Table]) -> ibis.Table:
    parts = [_traces_in(tables[name], name) for name in sorted(_TRACES) if name in tables]
    if not parts:
        if "customers" not in tables:
            raise ContractError(
                "no table names a customer",
                where=", ".join(sorted(tables)),
                remedy="add a file with customers, orders, subscriptions, tickets or opportunities",
            )
        parts = [_traces_in(tables["customers"], "customers")]
    traces = reduce(lambda left, right: left.union(right, distinct=False), parts)
    return traces.group_by("customer_id").aggregate(
        first_trace_on=traces.on.min(),
        first_contract_on=traces.contract_on.min(),
        bought=traces.bought.any(),
        courted=traces.courted.any(),
    )


def _traces_in(table: ibis.Table, name: str) -> ibis.Table:
    date, shows_customer = _TRACES.get(name, (None, False))
    on = table[date].cast("date") if date else ibis.null("date")
    won = table.won.fill_null(False) if name == "opportunities" else ibis.literal(shows_customer)
    named = table.select(
        "customer_id",
        on=on,
        contract_on=on if name == "subscriptions" else ibis.null("date"),
        bought=won,
        courted=ibis.literal(name == "opportunities"),
    )
    named = named.filter(named.customer_id.notnull())
    return named.group_by("customer_id").aggregate(
        on=named.on.min(),
        contract_on=named.contract_on.min(),
        bought=named.bought.any(),
        courted=named.courted.any(),
    )


def _completed(people: ibis.Table) -> ibis.Table:
    bought, courted = people.bought.fill_null(False), people.courted.fill_null(False)
    prospect = ~bought & (courted | ~people.listed)
    if "status" in people.columns:
        prospect = ~bought & (prospect | (people.status == "prospect").fill_null(False))
    first_seen_on = ibis.least(
        people.first_trace_on.coalesce(people.acquired_on), people.acquired_on.coalesce(people.first_trace_on)
    )
    people = people.mutate(status=prospect.ifelse("prospect", "customer"), first_seen_on=first_seen_on)
    missing = {
        c.name: ibis.null("string" if c.kind in ("id", "text") else "decimal(18, 6)")
        for c in CUSTOMERS.columns
        if c.name not in people.columns
    }
    people = people.mutate(**missing).drop("first_trace_on", "bought", "courted", "listed")
    contract = [c.name for c in CUSTOMERS.columns]
    return people.select(*contract, *sorted(set(people.columns) - set(contract)))
