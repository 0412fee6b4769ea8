"""Step: every customer gets a tier, a stage, and a place in the exchange of value."""

from __future__ import annotations

import datetime as dt

import ibis.expr.types as ir

from custrata.customers import Base
from custrata.customers.buying_days import buying_days_of
from custrata.economics.portfolio import (
    TIE_RULE,
    Boundaries,
    ValueBasis,
    service_boundaries,
    tiers_query,
    value_basis,
)
from custrata.flow.economics.exchanging import exchange
from custrata.flow.economics.migrating import MOVES, migrate
from custrata.flow.engine import Engine
from custrata.flow.step import Step, related, widened
from custrata.intelligence.lifecycle import StageFrame, stage_rules, stages_query
from custrata.intelligence.rhythm import Rhythm, rhythm, rhythm_query
from custrata.measures.catalogue import choose_dimensions, dimension_sizes_query
from custrata.sources.account import Caveat

SERVICE = "serving"
"""What the service of each tier costs a customer and year, as the settings say."""


def group_base(base: Base, notional: bool, engine: Engine) -> Step:
    """Add tiers, exchange and stages to the base, and choose what figures are broken down by.

    Args:
        base: The base with summaries and values.
        notional: Whether its days are notional; then no stage follows from the age of a purchase.
        engine: Runs the queries and keeps the wide table of customers.
    """
    base, rules, caveats = _with_portfolio(base, notional, engine)
    base, stage_sentences = _with_stages(base, notional, engine)
    base = base.having(dimensions=_dimensions(base, engine))
    return Step(base, {**rules, "stages": stage_sentences}, caveats)


def _dimensions(base: Base, engine: Engine) -> tuple[str, ...]:
    """What the standard readings are broken down by, from how many values each attribute has."""
    query = dimension_sizes_query(base)
    return choose_dimensions(base, engine.rows(query)[0] if query is not None else {})


def _with_portfolio(
    base: Base, notional: bool, engine: Engine
) -> tuple[Base, dict[str, tuple[str, ...]], tuple[Caveat, ...]]:
    """Tiers, their moves and the exchange; all columns are joined to the wide table at once."""
    basis, sentence = value_basis(base.provided, base.settings)
    scores, exchange_rules = exchange(base, engine)
    if basis is None:
        added = base if scores is None else widened(base, scores, engine)
        return added, {"tiers": (), "moves": (), "exchange": exchange_rules}, (Caveat("no-value", sentence),)
    tiers, boundary_rules, caveats = _tiers(base, basis, notional, engine)
    base, move_rules = migrate(base, basis, notional, engine)
    base = widened(_with_service(base, engine), _joined(base, tiers, scores), engine)
    tier_rules = (sentence, TIE_RULE, *boundary_rules)
    return base, {"tiers": tier_rules, "moves": move_rules, "exchange": exchange_rules}, caveats


def _tiers(
    base: Base, basis: ValueBasis, notional: bool, engine: Engine
) -> tuple[ir.Table, tuple[str, ...], tuple[Caveat, ...]]:
    customers, settings = base.tables["customers"], base.settings
    (row,) = engine.rows(customers.filter(customers.status != "prospect").aggregate(n=lambda t: t.count()))
    ends: Boundaries | None = None
    said: tuple[str, ...] = ()
    caveats: tuple[Caveat, ...] = ()
    if settings.tier_rule == "economic":
        years = None if notional else base.windows["all"].days / 365.25
        ends, said = service_boundaries(settings, basis, base.provided, years)
        caveats = (Caveat("tier-rule", said[0]),) if ends is None else ()
    return tiers_query(customers, basis, settings.tier_shares, int(row["n"]), ends), said, caveats


def _joined(base: Base, tiers: ir.Table, scores: ir.Table | None) -> ir.Table:
    """The columns that this step adds, one row a customer."""
    added = tiers
    if MOVES in base.tables:
        moves = base.tables[MOVES].select("customer_id", "tier_before")
        added = added.left_join(moves, "customer_id").select(*added.columns, "tier_before")
    if scores is not None:
        new = [name for name in scores.columns if name != "customer_id"]
        added = added.left_join(scores, "customer_id").select(*added.columns, *new)
    return added


def _with_service(base: Base, engine: Engine) -> Base:
    """What a tier's service costs, where the settings say it, as a relation that measures can read."""
    costs = base.settings.serving.tier_service
    if not costs:
        return base
    rows = [
        {"tier": tier, "low": cost.low, "tier_service": cost.likely, "high": cost.high}
        for tier, cost in costs.items()
    ]
    types = {"tier": "string", "low": "float64", "tier_service": "float64", "high": "float64"}
    engine.keep_rows(SERVICE, types, rows)
    return related(base, SERVICE, engine)


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
    return widened(base, stages_query(base.tables, frame), engine), sentences


def _rhythm(base: Base, notional: bool, engine: Engine) -> Rhythm:
    dated = "transactions" in base.tables and not notional
    row = engine.rows(rhythm_query(buying_days_of(base.tables)))[0] if dated else None
    return rhythm(row, base.settings.stages)
