"""Part of the step of costs: what serving every customer costs, by pools or by rates."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from decimal import Decimal

from custrata.customers import Base
from custrata.economics.serving.charges import (
    IDLE,
    IDLE_TYPES,
    RATE_TYPES,
    RATES,
    Charge,
    first_day,
    own_drivers_query,
    pools_query,
    serving_costs_query,
)
from custrata.economics.serving.drivers import Activity, Match, activity_named, match
from custrata.economics.serving.own_rates import charges, own_rates, standing
from custrata.economics.serving.quantities import monthly_use_query
from custrata.economics.serving.rates import Divided, Pool, time_driven_rates
from custrata.flow.engine import Engine
from custrata.flow.step import Step
from custrata.measures.economics.relations.accounts import CUSTOMER_COSTS, SERVING, customer_costs_query
from custrata.sources.account import Caveat

Used = dict[tuple[Activity, str], dict[int, Decimal]]


def serve(base: Base, notional: bool, engine: Engine) -> Step:
    """Add the relation of what serving costs.

    Args:
        base: The base with the purchase summary.
        notional: Whether its days are notional; then nothing customers use is counted by month.
        engine: Runs the queries and keeps the relations.
    """
    pools, own = _pools(base, engine), _own_drivers(base, engine)
    has = base.has if not notional else (lambda *columns: False)
    matches = [match(driver, has) for driver in pools]
    tabled = {a for name in (*pools, *own) if (a := activity_named(name)) is not None}
    rates, said = standing(own_rates(base.settings.serving), tabled, has)
    if not pools and not own and not rates:
        return Step(base, {"costs": said} if said else {})
    used = _used(base, {m.activity for m in matches if m.activity} | {r.activity for r in rates}, engine)
    found = _divided(pools, matches, used, base)
    listed = (*_pool_charges(matches, found), *charges(rates, used))
    base = _kept(base, listed, found, bool(own), engine)
    sentences = (*_own_sentences(own), *_pool_sentences(matches, found), *said)
    return Step(base, {"costs": sentences}, _idle_caveats(base, pools, found))


def _own_drivers(base: Base, engine: Engine) -> list[str]:
    """Names of the drivers whose costs name a customer."""
    if not base.has("costs.customer_id"):
        return []
    return sorted(str(row["driver"]) for row in engine.rows(own_drivers_query(base)))


def _pools(base: Base, engine: Engine) -> dict[str, list[Pool]]:
    """Pools of cost by driver, one a month."""
    found: dict[str, list[Pool]] = {}
    for row in engine.rows(pools_query(base)) if base.has("costs.amount") else []:
        pool = Pool(str(row["driver"]), int(row["month"]), row["amount"], row["quantity"])
        found.setdefault(pool.driver, []).append(pool)
    return dict(sorted(found.items()))


def _used(base: Base, activities: Collection[Activity], engine: Engine) -> Used:
    """How much of each activity all customers used, by part and month."""
    found: Used = {}
    if activities:
        for row in engine.rows(monthly_use_query(base, activities)):
            months = found.setdefault((Activity[row["activity"]], row["part"]), {})
            months[int(row["month"])] = row["quantity"]
    return found


def _divided(
    pools: dict[str, list[Pool]], matches: Iterable[Match], used: Used, base: Base
) -> dict[str, Divided]:
    last = base.as_of.year * 12 + base.as_of.month - 1
    return {
        m.driver: time_driven_rates(
            pools[m.driver], used.get((m.activity, ""), {}) if m.activity else {}, last
        )
        for m in matches
    }


def _pool_charges(matches: Iterable[Match], found: dict[str, Divided]) -> tuple[Charge, ...]:
    return tuple(
        Charge(m.driver, m.activity, r.month, r.low, r.likely, r.high)
        for m in matches
        if m.activity is not None
        for r in found[m.driver].rates
    )


def _kept(
    base: Base,
    listed: tuple[Charge, ...],
    found: dict[str, Divided],
    own: bool,
    engine: Engine,
) -> Base:
    """The base with the relation of what serving costs, and the same by customer and driver."""
    if listed:
        engine.keep_rows(RATES, RATE_TYPES, [charge.row() for charge in listed])
    idle = [
        {"driver": driver, "on": first_day(month), "amount": amount}
        for driver, one in found.items()
        for month, amount in sorted(one.idle.items())
    ]
    if idle:
        engine.keep_rows(IDLE, IDLE_TYPES, idle)
    engine.keep(SERVING, serving_costs_query(base, listed, idle=bool(idle), own=own))
    for name in (RATES, IDLE):
        engine.drop(name)
    base = base.having({SERVING: engine.table(SERVING)})
    engine.keep(CUSTOMER_COSTS, customer_costs_query(base))
    columns = (
        "on",
        "driver",
        "amount_low",
        "amount",
        "amount_high",
        *(("customer_id",) if listed or own else ()),
    )
    return base.having(
        {CUSTOMER_COSTS: engine.table(CUSTOMER_COSTS)}, frozenset(f"{SERVING}.{column}" for column in columns)
    )


def _own_sentences(own: Collection[str]) -> tuple[str, ...]:
    return (f"Costs that name a customer are theirs: {', '.join(sorted(own))}.",) if own else ()


def _pool_sentences(matches: Iterable[Match], found: dict[str, Divided]) -> tuple[str, ...]:
    sentences = []
    for one in matches:
        divided, text = found[one.driver], one.sentence
        if divided.unstated:
            text += (
                f" Periods without stated capacity: {divided.unstated}; all of the cost goes to who used it."
            )
        if divided.exceeded:
            text += f" Periods with more use than stated: {divided.exceeded}; what was used divides the cost."
        if one.activity and divided.rates and divided.idle:
            text += " What customers did not use of it stays unallocated."
        if one.activity and not divided.rates:
            text += " The data show none of it in these months, so all of it stays unallocated."
        sentences.append(text)
    return tuple(sentences)


def _idle_caveats(base: Base, pools: dict[str, list[Pool]], found: dict[str, Divided]) -> tuple[Caveat, ...]:
    idle = {d: sum(one.idle.values(), Decimal(0)) for d, one in found.items() if one.idle}
    if not idle:
        return ()
    money = sum(idle.values(), Decimal(0))
    whole = sum((p.amount for many in pools.values() for p in many), Decimal(0))
    text = (
        f"{told(money, base)} of {told(whole, base)} that serving customers cost is no customer's: "
        f"{', '.join(sorted(idle))}. It stands as unallocated cost."
    )
    return (Caveat("unallocated-cost", text, "costs", len(idle)),)


def told(money: Decimal, base: Base) -> str:
    """Money to the cent with its currency."""
    return f"{money:,.2f} {base.currency}".strip()
