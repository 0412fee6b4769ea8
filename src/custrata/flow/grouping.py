"""Step: every customer gets a purchase summary, scores, a tier and a stage."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

import ibis

from custrata.customers import Base
from custrata.economics.portfolio import TIE_RULE, tiers_query, value_basis
from custrata.flow.engine import Engine
from custrata.intelligence.lifecycle import StageFrame, stage_rules, stages_query
from custrata.intelligence.rhythm import Rhythm, rhythm, rhythm_query
from custrata.measures.catalogue import choose_dimensions, dimension_sizes_query
from custrata.measures.contracts import runs_on
from custrata.measures.orders import prepared
from custrata.measures.purchases import SUMMARY_COLUMNS, purchase_summary_query
from custrata.segments.rfm import cut_points, rfm_cut_points_query, rfm_query
from custrata.sources.account import Caveat

_MONEY = ("revenue", "refunds", "gross_margin", "value_per_order", "current_revenue", "previous_revenue")
_SUM = "decimal(38, 6)"


@dataclass(frozen=True)
class Grouped:
    """The wide base with the rules that made its groups, in sentences."""

    base: Base
    rules: dict[str, tuple[str, ...]]
    caveats: tuple[Caveat, ...]


def group_base(base: Base, notional: bool, engine: Engine) -> Grouped:
    """Add purchase summary, RFM scores, tiers and stages to the base.

    Args:
        base: The base after the cut.
        notional: Whether its days are notional; then no stage follows from the age of a purchase.
        engine: Runs the queries and keeps the wide table of customers.
    """
    base = base.having(tables={name: _kept(name, query, engine) for name, query in prepared(base).items()})
    base = _widened(base, _purchases(base), engine)
    base = _widened(base, _contracts(base), engine)
    points = cut_points(engine.rows(rfm_cut_points_query(base.tables["customers"])))
    base = _widened(base, rfm_query(base.tables["customers"], points), engine)
    base, tier_rules, caveats = _with_tiers(base, engine)
    base, stage_sentences = _with_stages(base, notional, engine)
    base = base.having(dimensions=_dimensions(base, engine))
    return Grouped(base, {"rfm": (str(points),), "tiers": tier_rules, "stages": stage_sentences}, caveats)


def _kept(name: str, query: ibis.Table, engine: Engine) -> ibis.Table:
    engine.keep(name, query)
    return engine.table(name)


def _dimensions(base: Base, engine: Engine) -> tuple[str, ...]:
    """What the standard readings are broken down by, from how many values each attribute has."""
    query = dimension_sizes_query(base)
    return choose_dimensions(base, engine.rows(query)[0] if query is not None else {})


def _purchases(base: Base) -> ibis.Table:
    """The purchase summary; its columns are there, empty, where there are no purchases."""
    if "transactions" in base.tables:
        return purchase_summary_query(base)
    types = {name: "date" if name.endswith("_on") else "int64" for name in SUMMARY_COLUMNS}
    types |= dict.fromkeys(_MONEY, _SUM)
    nothing = {name: ibis.null(types[name]) for name in SUMMARY_COLUMNS}
    return base.tables["customers"].select("customer_id", **nothing)


def _contracts(base: Base) -> ibis.Table:
    """What each customer pays a month at the end of the data; empty without contracts."""
    if "subscriptions" not in base.tables:
        return base.tables["customers"].select("customer_id", mrr=ibis.null(_SUM))
    spells = base.tables["subscriptions"]
    paid = spells.mrr.sum(where=runs_on(spells, base.as_of)).fill_null(0).cast(_SUM)
    return spells.group_by("customer_id").aggregate(mrr=paid)


def _widened(base: Base, added: ibis.Table, engine: Engine) -> Base:
    """The base with further columns of customers, materialised once."""
    customers = base.tables["customers"]
    new = [name for name in added.columns if name != "customer_id"]
    joined = customers.left_join(added, "customer_id").select(*customers.columns, *new)
    engine.keep("customers", joined)
    return base.having(
        tables={"customers": engine.table("customers")}, provided=_filled(engine, "customers", tuple(new))
    )


def _filled(engine: Engine, name: str, columns: tuple[str, ...]) -> frozenset[str]:
    """Which of these columns hold a value in any row."""
    table = engine.table(name)
    (row,) = engine.rows(table.aggregate(**{column: table[column].count() for column in columns}))
    return frozenset(f"{name}.{column}" for column in columns if row[column])


def _with_tiers(base: Base, engine: Engine) -> tuple[Base, tuple[str, ...], tuple[Caveat, ...]]:
    basis, sentence = value_basis(base.provided, base.settings)
    if basis is None:
        return base, (), (Caveat("no-value", sentence),)
    customers = base.tables["customers"]
    (row,) = engine.rows(customers.filter(customers.status != "prospect").aggregate(n=lambda t: t.count()))
    tiers = tiers_query(customers, basis, base.settings.tier_shares, int(row["n"]))
    return _widened(base, tiers, engine), (sentence, TIE_RULE), ()


def _with_stages(base: Base, notional: bool, engine: Engine) -> tuple[Base, tuple[str, ...]]:
    found = _rhythm(base, notional, engine)
    current = base.windows.get("current")
    frame = StageFrame(
        relationship=base.relationship,
        as_of=base.as_of,
        rules=base.settings.stages,
        rhythm_days=found.days,
        opening=current.start - dt.timedelta(days=1) if current else None,
        dated=not notional,
        contracts="subscriptions" in base.tables,
    )
    sentences = (str(found), *(str(rule) for _, rules in stage_rules(frame) for rule in rules))
    return _widened(base, stages_query(base.tables, frame), engine), sentences


def _rhythm(base: Base, notional: bool, engine: Engine) -> Rhythm:
    dated = "transactions" in base.tables and not notional
    row = engine.rows(rhythm_query(base.tables["transactions"]))[0] if dated else None
    return rhythm(row, base.settings.stages)
