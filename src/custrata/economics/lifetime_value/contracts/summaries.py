"""Since when does each customer hold contracts, and which of these have ended?"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

import ibis

from custrata.measures.contracts import runs_on

CONTRACTS = "held_contracts"
"""The relation of the time in which each customer held contracts."""

EVERY, OTHER = "all contracts", "other plans"
"""Names of groups: where no plan is known, and of plans beyond :data:`MOST_PLANS`."""

MOST_PLANS = 6
"""More plans than this are not told apart one by one: each needs contracts that ended."""

_HELD_OUT = "4"
_ONE_PERIOD = 4


def contracts_query(subscriptions: ibis.Table, as_of: dt.date, plans: tuple[str, ...]) -> ibis.Table:
    """One row for each customer who ever held a contract: since when, under which plan, and whether it ended.

    A customer's spells are one contract, whatever changed between them, until none of them runs.

    Args:
        subscriptions: The spells, cut at ``as_of``.
        as_of: The day of the cut.
        plans: Plans told apart; all others are one group. Without any, all contracts are one.

    Returns:
        ``customer_id, plan`` (the latest), ``started_on, ended_on`` (null while any spell runs), ``months``
        (calendar months: the one in which it ended, from 1; of one that runs, those survived), ``ended``,
        ``mrr`` (of what runs), ``held_out`` (a quarter of the customers, by a hash of their id).
    """
    spells = subscriptions.filter(subscriptions.customer_id.notnull())
    spells = spells.mutate(
        runs=runs_on(spells, as_of), latest=spells.started_on.max().over(group_by=spells.customer_id)
    )
    held = spells.group_by("customer_id").aggregate(
        plan=spells.plan.max(where=spells.started_on == spells.latest),
        started_on=spells.started_on.min(),
        last_end=spells.ended_on.max(),
        runs=spells.runs.any(),
        mrr=spells.mrr.sum(where=spells.runs).fill_null(0).cast("decimal(38, 6)"),
    )
    held = held.mutate(ended_on=held.runs.ifelse(ibis.null("date"), held.last_end))
    return held.select(
        *("customer_id", "started_on", "ended_on", "mrr"),
        plan=_group(held.plan, plans),
        months=_months(held.started_on, held.ended_on, as_of),
        ended=held.ended_on.notnull(),
        held_out=held.customer_id.hexdigest("md5").substr(0, 1) < _HELD_OUT,
    )


def plans_query(subscriptions: ibis.Table) -> ibis.Table:
    """Plans with the number of customers who ever held each, most first."""
    people = subscriptions.filter(subscriptions.plan.notnull()).group_by("plan")
    counted = people.aggregate(people=subscriptions.customer_id.nunique())
    return counted.order_by(ibis.desc("people"), ibis.asc("plan"))


def contract_counts_query(contracts: ibis.Table) -> ibis.Table:
    """How many contracts of each plan ran for how long, sorted.

    Args:
        contracts: As :func:`contracts_query` makes them.

    Returns:
        ``plan, months, ended, held_out, people``.
    """
    keys = ("plan", "months", "ended", "held_out")
    return contracts.group_by(*keys).aggregate(people=contracts.count()).order_by(*keys)


def contract_facts_query(contracts: ibis.Table) -> ibis.Table:
    """What tells since when ends are known and what serving costs, in one row.

    Returns:
        ``first_start, first_end, ended`` (how many), ``months`` (that all contracts ran in all),
        ``backwards`` (how many end before they begin).
    """
    return contracts.aggregate(
        first_start=contracts.started_on.min(),
        first_end=contracts.ended_on.min(),
        ended=contracts.ended.sum(),
        months=contracts.months.sum(),
        backwards=(contracts.ended_on < contracts.started_on).sum(),
    )


def known_months(facts: Mapping[str, Any], as_of: dt.date) -> int | None:
    """How many months at the end of the data the known ends come from; None where all are known.

    Contracts that all end in the last quarter of a history, while others began long before, were not watched
    earlier: who had ended by then is not in the data.

    Args:
        facts: The row of :func:`contract_facts_query`.
        as_of: The day of the cut.

    Example:
        >>> day = dt.date(2024, 1, 1)
        >>> known_months({"first_start": dt.date(2018, 1, 1), "first_end": day, "ended": 90}, day)
        1
    """
    if not facts["ended"]:
        return None
    span, watched = (as_of - facts["first_start"]).days, (as_of - facts["first_end"]).days
    if watched * _ONE_PERIOD >= span:
        return None
    return max(1, -(-int(watched) // 31))


def _group(plan: ibis.Value, plans: tuple[str, ...]) -> ibis.Value:
    if not plans:
        return ibis.literal(EVERY)
    return plan.isin(plans).fill_null(False).ifelse(plan, OTHER)


def _months(start: ibis.Value, end: ibis.Value, as_of: dt.date) -> ibis.Value:
    """Calendar months: those survived, or the one in which the end fell."""
    until = end.fill_null(ibis.literal(as_of, "date"))
    whole = (until.year() - start.year()) * 12 + until.month() - start.month()
    day, last = start.day(), until.day()
    survived = (whole - (last < day).cast("int64")).cast("int64")
    began = (survived + (last != day).cast("int64")).cast("int64")
    return end.isnull().ifelse(ibis.greatest(survived, 0), ibis.greatest(began, 1))
