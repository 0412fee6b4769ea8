"""Step: every customer gets a tier and a stage."""

from __future__ import annotations

import datetime as dt

from custrata.customers import Base
from custrata.economics.portfolio import TIE_RULE, tiers_query, value_basis
from custrata.flow.engine import Engine
from custrata.flow.step import Step, widened
from custrata.intelligence.lifecycle import StageFrame, stage_rules, stages_query
from custrata.intelligence.rhythm import Rhythm, rhythm, rhythm_query
from custrata.measures.catalogue import choose_dimensions, dimension_sizes_query
from custrata.sources.account import Caveat


def group_base(base: Base, notional: bool, engine: Engine) -> Step:
    """Add tiers and stages to the base, and choose what figures are broken down by.

    Args:
        base: The base with summaries and values.
        notional: Whether its days are notional; then no stage follows from the age of a purchase.
        engine: Runs the queries and keeps the wide table of customers.
    """
    base, tier_rules, caveats = _with_tiers(base, engine)
    base, stage_sentences = _with_stages(base, notional, engine)
    base = base.having(dimensions=_dimensions(base, engine))
    return Step(base, {"tiers": tier_rules, "stages": stage_sentences}, caveats)


def _dimensions(base: Base, engine: Engine) -> tuple[str, ...]:
    """What the standard readings are broken down by, from how many values each attribute has."""
    query = dimension_sizes_query(base)
    return choose_dimensions(base, engine.rows(query)[0] if query is not None else {})


def _with_tiers(base: Base, engine: Engine) -> tuple[Base, tuple[str, ...], tuple[Caveat, ...]]:
    basis, sentence = value_basis(base.provided, base.settings)
    if basis is None:
        return base, (), (Caveat("no-value", sentence),)
    customers = base.tables["customers"]
    (row,) = engine.rows(customers.filter(customers.status != "prospect").aggregate(n=lambda t: t.count()))
    tiers = tiers_query(customers, basis, base.settings.tier_shares, int(row["n"]))
    return widened(base, tiers, engine), (sentence, TIE_RULE), ()


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
    row = engine.rows(rhythm_query(base.tables["transactions"]))[0] if dated else None
    return rhythm(row, base.settings.stages)
