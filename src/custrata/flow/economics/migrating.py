"""Step: who moved between tiers since one window ago."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import ibis.expr.types as ir

from custrata.customers import Base
from custrata.economics.portfolio import (
    Boundaries,
    ValueBasis,
    boundary_values_query,
    moving_basis,
    service_boundaries,
    tier_limits,
    tier_moves_query,
    window_values_query,
)
from custrata.flow.engine import Engine
from custrata.flow.step import related

MOVES = "tier_moves"
_VALUES = "tier_values"


def migrate(base: Base, basis: ValueBasis, notional: bool, engine: Engine) -> tuple[Base, tuple[str, ...]]:
    """Keep the relation of moves where two windows can be compared, and say by what.

    Args:
        base: The base before it has tiers.
        basis: What ranks customers.
        notional: Whether its days are notional; then no window is earlier than another.
        engine: Runs the queries and keeps the relation.
    """
    past, sentence = moving_basis(base, basis)
    if notional or past is None:
        return base, () if notional else (sentence,)
    engine.keep(_VALUES, window_values_query(base, past))
    values = engine.table(_VALUES)
    before, now = _boundaries(base, past, values, engine)
    hysteresis = base.settings.tier_hysteresis
    engine.keep(MOVES, tier_moves_query(values, before, now, hysteresis))
    engine.drop(_VALUES)
    kept = f"A boundary is passed by {hysteresis:.0%} of itself before a tier changes."
    return related(base, MOVES, engine), (sentence, kept) if hysteresis else (sentence,)


def _boundaries(
    base: Base, basis: ValueBasis, values: ir.Table, engine: Engine
) -> tuple[Boundaries, Boundaries]:
    if base.settings.tier_rule == "economic":
        years = base.windows["current"].days / 365.25
        stated, _ = service_boundaries(base.settings, basis, base.provided, years)
        if stated is not None:
            return stated, stated
    (there,) = engine.rows(values.aggregate(before=values.place_before.count(), now=values.place_now.count()))
    ranks = {when: _ranks(base, int(n)) for when, n in there.items()}
    (ends,) = engine.rows(boundary_values_query(values, ranks["before"], ranks["now"]))
    return _ended(ranks["before"], "before", ends), _ended(ranks["now"], "now", ends)


def _ranks(base: Base, n: int) -> tuple[int, ...]:
    return tuple(last for _, last in tier_limits(base.settings.tier_shares, n)[:-1])


def _ended(ranks: tuple[int, ...], when: str, ends: Mapping[str, Any]) -> Boundaries:
    return Boundaries(ranks, tuple(ends[f"{when}_{k}"] for k in range(len(ranks))))
