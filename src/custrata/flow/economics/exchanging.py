"""Step: who gives and who gets."""

from __future__ import annotations

from typing import Any

import ibis.expr.types as ir

from custrata.customers import Base
from custrata.economics.exchange import (
    Axes,
    axes,
    exchange_index_query,
    known_query,
    medians_query,
    placed_query,
    signs_query,
)
from custrata.economics.portfolio import ValueBasis, best_basis
from custrata.flow.engine import Engine
from custrata.settings import ExchangeRules

_SIGNS, _INDEX = "exchange_signs", "exchange_index"


def exchange(base: Base, engine: Engine) -> tuple[ir.Table | None, tuple[str, ...]]:
    """Both axes and the quadrant of every customer, and what they are made of.

    Args:
        base: The base with what customers are worth.
        engine: Runs the queries and keeps the index.

    Returns:
        ``customer_id, value_to_customer, value_to_business, exchange``, None where an axis is not known of
        anybody; and the sentences that say how, or what is missing.
    """
    basis = best_basis(base.provided, "lifetime_value", "contribution")
    if basis is None:
        return None, ("The exchange of value cannot be told: no value to the business is known.",)
    rules = base.settings.exchange
    engine.keep(_SIGNS, signs_query(base, basis))
    signs = engine.table(_SIGNS)
    found = axes(engine.rows(known_query(signs))[0], rules)
    if found.refusal:
        engine.drop(_SIGNS)
        return None, (_refused(found),)
    engine.keep(_INDEX, exchange_index_query(signs, found, rules))
    engine.drop(_SIGNS)
    index = engine.table(_INDEX)
    (middle,) = engine.rows(medians_query(index))
    if not middle["both"]:
        return None, ("The exchange of value cannot be told: both axes are known of no customer.",)
    customer = _boundary(rules.customer_boundary, middle["customer"])
    business = _boundary(rules.business_boundary, middle["business"])
    return placed_query(index, customer, business), _sentences(found, basis, rules, customer, business)


def _boundary(stated: float | None, median: Any) -> float:
    return float(median) if stated is None else stated


def _refused(found: Axes) -> str:
    missing = ", ".join(found.missing)
    return f"The exchange of value cannot be told: {found.refusal}. Not known: {missing}."


def _sentences(
    found: Axes, basis: ValueBasis, rules: ExchangeRules, customer: float, business: float
) -> tuple[str, ...]:
    parts = "; ".join(f"{s.part} (weight {w:g}: {s.means})" for s, w in found.signs)
    missing = f" Not known: {', '.join(found.missing)}." if found.missing else ""
    advocacy = {
        "recommends": f"promoters add {rules.promoter:.0%} and detractors take off as much",
        "referrals": f"each referral adds {rules.referral:.0%}",
    }
    said = " and ".join(advocacy[name] for name in found.advocacy) or "nothing says who recommends"
    return (
        f"Value to the customer is the mean of percentile ranks: {parts}.{missing}",
        f"Value to the business is the percentile rank of {basis.replace('_', ' ')}; {said}.",
        f"Much is from {customer:.1f} of value to the customer and {business:.1f} of value to the business on"
        + ("." if rules.customer_boundary is not None else ", the medians."),
    )
