"""Part of the step of costs: what winning every customer cost."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from custrata.customers import Base
from custrata.economics.acquisition import (
    SHARE_TYPES,
    SHARES,
    UNWON,
    UNWON_TYPES,
    Shares,
    acquisition_costs_query,
    channel_key,
    divide,
    spend_query,
    spend_source,
    winners_query,
)
from custrata.flow.economics.serving import told
from custrata.flow.engine import Engine
from custrata.flow.step import Step
from custrata.measures.economics.relations.accounts import ACQUISITION
from custrata.sources.account import Caveat


def win(base: Base, notional: bool, engine: Engine) -> Step:
    """Add the relation of what winning every customer cost.

    Args:
        base: The base with the purchase summary.
        notional: Whether its days are notional; then nothing says when anybody was won.
        engine: Runs the queries and keeps the relation.
    """
    source, sentence = spend_source(base)
    spent = [] if source is None or notional else engine.rows(spend_query(base, source))
    if not spent:
        return Step(base)
    won = engine.rows(winners_query(base))
    blended = not any(row["channel"] for row in won) or not any(row["channel"] for row in spent)
    keyed = [
        ("" if blended else channel_key(row["channel"]), int(row["month"]), row["amount"]) for row in spent
    ]
    came = _won_by(won, blended)
    shares = divide(keyed, came, base.as_of.year * 12 + base.as_of.month - 1)
    names = {channel_key(name): name for name in sorted({str(row["channel"]) for row in spent})}
    names |= {row["channel"]: row["name"] for row in won if row["name"]}
    first = min(month for _, month, _ in keyed)
    base = _kept(base, shares, names, first, blended, engine)
    filled = {"on", "amount"} | ({"customer_id"} if came else set())
    filled |= set() if blended else {"acquisition_channel"}
    base = base.having(provided=frozenset(f"{ACQUISITION}.{column}" for column in filled))
    whole = sum((amount for *_, amount in keyed), Decimal(0))
    rules = {"acquisition": (sentence, _BLENDED if blended else _BY_CHANNEL)}
    return Step(base, rules, _unwon_caveats(base, shares, whole, names))


_BLENDED = "It is divided over all customers of its month, because nothing says which channel won whom."
_BY_CHANNEL = "It goes in equal parts to the customers whom its channel won in its month, or else next."


def _kept(
    base: Base, shares: Shares, names: Mapping[str, str], first: int, blended: bool, engine: Engine
) -> Base:
    """The base with the relation of what winning cost."""
    rows = [
        {"channel": c, "month": m, "share": share, "rest": shares.rest.get((c, m), Decimal(0))}
        for (c, m), share in sorted(shares.shares.items())
    ]
    unwon = [
        {"channel": names.get(c) or None, "month": m, "amount": money}
        for (c, m), money in sorted(shares.unwon.items())
    ]
    engine.keep_rows(SHARES, SHARE_TYPES, rows)
    engine.keep_rows(UNWON, UNWON_TYPES, unwon)
    query = acquisition_costs_query(base, engine.table(SHARES), engine.table(UNWON), first, blended)
    engine.keep(ACQUISITION, query)
    for name in (SHARES, UNWON):
        engine.drop(name)
    return base.having({ACQUISITION: engine.table(ACQUISITION)})


def _won_by(rows: Iterable[dict[str, Any]], blended: bool) -> dict[tuple[str, int], int]:
    won: dict[tuple[str, int], int] = {}
    for row in rows:
        key = ("" if blended else row["channel"], int(row["month"]))
        won[key] = won.get(key, 0) + int(row["won"])
    return won


def _unwon_caveats(
    base: Base, shares: Shares, whole: Decimal, names: Mapping[str, str]
) -> tuple[Caveat, ...]:
    if not shares.unwon:
        return ()
    money = sum(shares.unwon.values(), Decimal(0))
    channels = sorted({names.get(channel) or "no channel" for channel, _ in shares.unwon})
    text = (
        f"{told(money, base)} of {told(whole, base)} spent on winning customers won nobody up to the "
        f"end of the data ({', '.join(channels)}). It counts for the company and is no customer's."
    )
    return (Caveat("unwon-spend", text, "spend", len(channels)),)
