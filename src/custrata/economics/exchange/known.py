"""Which parts of the exchange are known well enough to tell customers apart?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import ibis.expr.types as ir

from custrata.economics.exchange.signs import SIGNS, Sign
from custrata.settings import ExchangeRules

LEAST_PARTS = 2
"""Parts of the value to the customer that must be known: one alone is that part, not an exchange."""

_ADVOCACY = ("recommends", "referrals")


@dataclass(frozen=True, slots=True)
class Axes:
    """What the two axes of the exchange are made of.

    Attributes:
        people: Number of customers.
        signs: The signs of value to the customer, with the weight of each.
        known: How many customers each sign, and ``worth``, is known of.
        advocacy: Which of ``recommends`` and ``referrals`` are known.
        missing: Parts that nothing tells.
        refusal: Why there is no exchange; empty where there is one.
    """

    people: int
    signs: tuple[tuple[Sign, float], ...]
    known: Mapping[str, int]
    advocacy: tuple[str, ...]
    missing: tuple[str, ...]
    refusal: str = ""


def known_query(signs: ir.Table) -> ir.Table:
    """How many customers each column is known of, and whether it differs between any two, in one row.

    Args:
        signs: From :func:`custrata.economics.exchange.signs_query`.
    """
    names = [name for name in signs.columns if name != "customer_id"]
    counts = {f"{name}_n": signs[name].count() for name in names}
    differs = {f"{name}_differs": signs[name].min() < signs[name].max() for name in names}
    return signs.aggregate(people=signs.count(), **counts, **differs)


def axes(row: Mapping[str, Any], rules: ExchangeRules) -> Axes:
    """What the axes can be made of: signs that are known and differ, one a part, weighed above 0.

    Args:
        row: The row of :func:`known_query`.
        rules: The weights.

    Example:
        >>> row = {"people": 9, "worth_n": 9, "worth_differs": True, "tenure_n": 9, "tenure_differs": True}
        >>> axes(row, ExchangeRules()).refusal
        'value to the customer is told by tenure only, and one part alone is no exchange'
    """
    chosen: dict[str, tuple[Sign, float]] = {}
    for sign in SIGNS:
        weight = getattr(rules.weights, sign.part)
        if row.get(f"{sign.column}_differs") and weight > 0:
            chosen.setdefault(sign.part, (sign, weight))
    parts = tuple(dict.fromkeys(sign.part for sign in SIGNS))
    names = [name.removesuffix("_n") for name in row if name.endswith("_n")]
    return Axes(
        people=int(row["people"] or 0),
        signs=tuple(chosen.values()),
        known={name: int(row[f"{name}_n"] or 0) for name in names},
        advocacy=tuple(a for a in _ADVOCACY if row.get(f"{a}_n")),
        missing=tuple(part for part in parts if part not in chosen),
        refusal=_refusal(tuple(chosen), bool(row.get("worth_differs"))),
    )


def _refusal(parts: tuple[str, ...], worth: bool) -> str:
    if not worth:
        return "no value to the business is known that differs between customers"
    if len(parts) >= LEAST_PARTS:
        return ""
    told = f"is told by {parts[0]} only, and one part alone is no exchange" if parts else "is told by nothing"
    return f"value to the customer {told}"
