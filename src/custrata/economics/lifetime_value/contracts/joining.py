"""Months to come of a plan and age become values of the customers who hold such a contract."""

from __future__ import annotations

from collections.abc import Sequence

import ibis

from custrata.economics.lifetime_value.contracts.worth import ContractWorth
from custrata.economics.lifetime_value.joining import MONEY
from custrata.economics.lifetime_value.scoring import directions


def contract_parts_query(
    contracts: ibis.Table, scores: ibis.Table, worth: ContractWorth, terms: str, before: int = 0
) -> ibis.Table:
    """Value, revenue and months to come of every customer whose contract runs.

    Args:
        contracts: As :func:`.summaries.contracts_query` makes them.
        scores: As :func:`.scoring.score_contracts` makes them.
        worth: What of a month stays.
        terms: Model, basis, horizon and discount in one line, kept with each row.
        before: How many directions of doubt other parts have: those of contracts are numbered after them.

    Returns:
        ``customer_id, value, chance, shift_1 …`` (discounted to the horizon), ``beyond``, ``revenue,
        revenue_chance, revenue_shift_1 …`` (of the next twelve months), ``months, months_chance,
        months_shift_1 …`` (to the horizon, not discounted), ``terms``.
    """
    running = contracts.filter(~contracts.ended).select("customer_id", "plan", "months", "mrr")
    t = running.rename(age="months").join(scores.rename(age="months"), ["plan", "age"])
    paid = t.mrr.cast("float64")
    t = t.mutate(paid=paid, kept=ibis.greatest(worth.of_month(paid), 0.0))
    found = {
        "value": t.discounted * t.kept,
        "chance": t.discounted_chance * t.kept * t.kept,
        "beyond": t.beyond * t.kept,
        "revenue": t.year * t.paid,
        "revenue_chance": t.year_chance * t.paid * t.paid,
        "months": t.ahead,
        "months_chance": t.ahead_chance,
    }
    for k in range(1, directions(t.columns, "year") + 1):
        found[f"shift_{before + k}"] = t[f"discounted_shift_{k}"] * t.kept
        found[f"revenue_shift_{before + k}"] = t[f"year_shift_{k}"] * t.paid
        found[f"months_shift_{before + k}"] = t[f"ahead_shift_{k}"]
    money = {name: value.cast(MONEY) for name, value in found.items()}
    return t.select("customer_id", **money, terms=ibis.literal(terms))


def together_query(parts: Sequence[ibis.Table], terms: str) -> ibis.Table:
    """The parts of customers from several sources of value, added up.

    Args:
        parts: Relations of value parts; a customer may stand in several, and their shifts are numbered apart.
        terms: What all of it counts, in one line.

    Returns:
        One row a customer with all columns of all parts. Where one part has no chance, none is left: an
        interval of a part alone would pass for one of the whole.
    """
    names = tuple(dict.fromkeys(name for part in parts for name in part.columns if name != "terms"))
    sure = all("chance" in part.columns for part in parts)
    columns = tuple(name for name in names if name != "customer_id" and (sure or name != "chance"))
    aligned = [
        part.select("customer_id", **{c: part[c] if c in part.columns else ibis.null(MONEY) for c in columns})
        for part in parts
    ]
    rows = ibis.union(*aligned)
    added = rows.group_by("customer_id").aggregate(**{c: rows[c].sum().cast(MONEY) for c in columns})
    return added.mutate(terms=ibis.literal(terms))
