"""Step: who gives and who gets."""

from __future__ import annotations

from typing import Any

import ibis.expr.types as ir

from custrata.customers import Base
from custrata.economics.exchange import (
    Axes,
    axes,
    equal_parts_query,
    exchange_index_query,
    known_query,
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
    (equal,) = engine.rows(equal_parts_query(index))
    if not equal["both"]:
        return None, ("The exchange of value cannot be told: both axes are known of no customer.",)
    customer = _boundary(rules.customer_boundary, equal["customer"])
    business = _boundary(rules.business_boundary, equal["business"])
    return placed_query(index, customer, business), _sentences(found, basis, rules, customer, business)


def _boundary(stated: float | None, equal: Any) -> float:
    # An equal part is compared as it is written, so that whoever reads the rule finds the same customers.
    return round(float(equal), 6) if stated is None else stated


def _equal(rules: ExchangeRules) -> str:
    """Which of the two boundaries is an equal part, as the end of a sentence."""
    if rules.customer_boundary is None and rules.business_boundary is None:
        return ": an equal part, that is what each customer would have if all had the same"
    if rules.customer_boundary is None:
        return "; of value to the customer that is an equal part, the other is stated"
    return "" if rules.business_boundary is not None else "; of value to the business that is an equal part"


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
        f"Much is from {customer:.1f} of value to the customer and {business:.1f} of value to the business "
        f"on{_equal(rules)}.",
    )
