"""Step: every customer gets what serving and winning it cost, and what it contributes."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from decimal import Decimal
from typing import Any

import ibis

from custrata.customers import Base
from custrata.economics.acquisition import (
    SHARE_TYPES,
    SHARES,
    UNWON,
    UNWON_TYPES,
    acquisition_costs_query,
    channel_key,
    divide,
    spend_query,
    spend_source,
    winners_query,
)
from custrata.economics.serving.charges import (
    IDLE,
    IDLE_TYPES,
    RATE_TYPES,
    RATES,
    Charge,
    own_drivers_query,
    pools_query,
    serving_costs_query,
)
from custrata.economics.serving.drivers import Activity, Match, activity_named, match
from custrata.economics.serving.own_rates import charges, own_rates, standing
from custrata.economics.serving.quantities import monthly_use_query
from custrata.economics.serving.rates import Divided, Pool, time_driven_rates
from custrata.flow.engine import Engine
from custrata.flow.step import Step, widened
from custrata.measures.economics.accounts import (
    ACQUISITION,
    CUSTOMER_COSTS,
    SERVING,
    customer_costs_query,
    goods_costed,
)
from custrata.sources.account import Caveat

Used = dict[tuple[Activity, str], dict[int, Decimal]]
_MONEY = "decimal(38, 6)"


def cost(base: Base, notional: bool, engine: Engine) -> Step:
    """Add what serving and winning customers cost, as relations and as columns of customers.

    Args:
        base: The base with the purchase summary.
        notional: Whether its days are notional; then only costs that name a customer can be told.
        engine: Runs the queries and keeps the relations.
    """
    base, serving_rules, serving_caveats = _serving(base, notional, engine)
    base, winning_rules, winning_caveats = _winning(base, notional, engine)
    columns = _columns(base)
    base = widened(base, columns, engine) if columns is not None else base
    rules = {"costs": serving_rules, "acquisition": winning_rules}
    return Step(base, {k: v for k, v in rules.items() if v}, (*serving_caveats, *winning_caveats))


def _serving(base: Base, notional: bool, engine: Engine) -> tuple[Base, tuple[str, ...], tuple[Caveat, ...]]:
    pools = _pools(base, engine)
    own = (
        [str(row["driver"]) for row in engine.rows(own_drivers_query(base))]
        if base.has("costs.customer_id")
        else []
    )
    has = base.has if not notional else (lambda *columns: False)
    matches = [match(driver, has) for driver in pools]
    tabled = {a for name in (*pools, *own) if (a := activity_named(name)) is not None}
    rates, rate_sentences = standing(own_rates(base.settings.serving), tabled, has)
    if not pools and not own and not rates:
        return base, rate_sentences, ()
    used = _used(base, {m.activity for m in matches if m.activity} | {r.activity for r in rates}, engine)
    found = _divided(pools, matches, used, base)
    listed = (*_pool_charges(matches, found), *charges(rates, used))
    base = _kept(base, listed, found, pools, bool(own), engine)
    sentences = (*_own_sentences(own), *_pool_sentences(matches, found), *rate_sentences)
    return base, sentences, _idle_caveats(base, pools, found)


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
    pools: dict[str, list[Pool]],
    own: bool,
    engine: Engine,
) -> Base:
    """The base with the relation of what serving costs, and the same by customer and driver."""
    if listed:
        engine.keep_rows(RATES, RATE_TYPES, [charge.row() for charge in listed])
    idle = [
        {"driver": driver, "month": month, "amount": amount}
        for driver, one in found.items()
        for month, amount in sorted(one.idle.items())
    ]
    if idle:
        engine.keep_rows(IDLE, IDLE_TYPES, idle)
    query = serving_costs_query(
        base,
        {charge.activity for charge in listed},
        engine.table(RATES) if listed else None,
        engine.table(IDLE) if idle else None,
        own,
    )
    engine.keep(SERVING, query)
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
                f" In {divided.unstated} periods its capacity is not stated: all of it goes to who used it."
            )
        if divided.exceeded:
            text += (
                f" In {divided.exceeded} periods more was used than stated: what was used divides the cost."
            )
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
        f"{_told(money, base)} of {_told(whole, base)} that serving customers cost is no customer's: "
        f"{', '.join(sorted(idle))}. It stands as unallocated cost."
    )
    return (Caveat("unallocated-cost", text, "costs", len(idle)),)


def _winning(base: Base, notional: bool, engine: Engine) -> tuple[Base, tuple[str, ...], tuple[Caveat, ...]]:
    source, sentence = spend_source(base)
    if source is None or notional:
        return base, (), ()
    spent = engine.rows(spend_query(base, source))
    won = engine.rows(winners_query(base))
    if not spent:
        return base, (), ()
    blended = not any(row["channel"] for row in won) or not any(row["channel"] for row in spent)
    keyed = [
        ("" if blended else channel_key(row["channel"]), int(row["month"]), row["amount"]) for row in spent
    ]
    last = base.as_of.year * 12 + base.as_of.month - 1
    shares = divide(keyed, _won_by(won, blended), last)
    names = {channel_key(r["channel"]): r["channel"] for r in sorted(spent, key=lambda r: str(r["channel"]))}
    names |= {row["channel"]: row["name"] for row in won if row["name"]}
    engine.keep_rows(SHARES, SHARE_TYPES, _share_rows(shares.shares, shares.rest))
    engine.keep_rows(
        UNWON,
        UNWON_TYPES,
        [
            {"channel": names.get(c) or None, "month": m, "amount": a}
            for (c, m), a in sorted(shares.unwon.items())
        ],
    )
    first = min(month for _, month, _ in keyed)
    engine.keep(
        ACQUISITION, acquisition_costs_query(base, engine.table(SHARES), engine.table(UNWON), first, blended)
    )
    for name in (SHARES, UNWON):
        engine.drop(name)
    columns = ["on", "amount", "customer_id"] if any(_won_by(won, True).values()) else ["on", "amount"]
    columns += [] if blended else ["acquisition_channel"]
    base = base.having(
        {ACQUISITION: engine.table(ACQUISITION)}, frozenset(f"{ACQUISITION}.{column}" for column in columns)
    )
    return base, _winning_sentences(sentence, blended), _unwon_caveats(base, shares.unwon, keyed, names)


def _won_by(rows: Iterable[dict[str, Any]], blended: bool) -> dict[tuple[str, int], int]:
    won: dict[tuple[str, int], int] = {}
    for row in rows:
        key = ("" if blended else row["channel"], int(row["month"]))
        won[key] = won.get(key, 0) + int(row["won"])
    return won


def _share_rows(shares: Any, rest: Any) -> list[dict[str, Any]]:
    return [
        {"channel": c, "month": m, "share": share, "rest": rest.get((c, m), Decimal(0))}
        for (c, m), share in sorted(shares.items())
    ]


def _winning_sentences(sentence: str, blended: bool) -> tuple[str, ...]:
    how = (
        "It is divided over all customers of its month, because nothing says which channel won whom."
        if blended
        else "It goes in equal parts to the customers whom its channel won in its month, or else next."
    )
    return (sentence, how)


def _unwon_caveats(base: Base, unwon: Any, keyed: Any, names: dict[str, str]) -> tuple[Caveat, ...]:
    if not unwon:
        return ()
    money, whole = sum(unwon.values(), Decimal(0)), sum((amount for *_, amount in keyed), Decimal(0))
    channels = sorted({names.get(channel) or "no channel" for channel, _ in unwon})
    text = (
        f"{_told(money, base)} of {_told(whole, base)} spent on winning customers won nobody up to the "
        f"end of the data ({', '.join(channels)}). It counts for the company and is no customer's."
    )
    return (Caveat("unwon-spend", text, "spend", len(channels)),)


def _told(money: Decimal, base: Base) -> str:
    return f"{money:,.2f} {base.currency}".strip()


def _columns(base: Base) -> ibis.Table | None:
    """What the relations add to customers; None without any."""
    people = base.tables["customers"]
    added = people.select("customer_id")
    if base.has(f"{SERVING}.amount"):
        costs = base.tables[CUSTOMER_COSTS]
        costs = costs.group_by(_served="customer_id").aggregate(spent=costs.amount.sum().cast(_MONEY))
        joined = people.left_join(costs, people.customer_id == costs._served)
        served = (joined.status == "customer").ifelse(joined.spent.fill_null(0), joined.spent)
        margin = ibis.ifelse(joined.orders.isnull(), 0, joined.gross_margin).cast(_MONEY)
        contribution = (margin - served) if goods_costed(base) else ibis.null(_MONEY)
        added = joined.select(
            "customer_id", cost_to_serve=served.cast(_MONEY), contribution=contribution.cast(_MONEY)
        )
    if base.has(f"{ACQUISITION}.customer_id"):
        won = base.tables[ACQUISITION]
        won = won.filter(won.customer_id.notnull()).select(
            _won="customer_id", acquisition_cost=won.amount.cast(_MONEY)
        )
        added = added.left_join(won, added.customer_id == won._won).drop("_won")
    return added if len(added.columns) > 1 else None
