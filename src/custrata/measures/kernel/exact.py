"""Exact sums of squares in SQL, for concentration and for intervals."""

from __future__ import annotations

import ibis

CENTS = "decimal(38, 2)"
"""The type to square money in: the product of two narrow decimals overflows at some millions."""

MONEY_SUM = "decimal(38, 6)"
"""The type of added-up money: that of one line holds 10^12, which a customer may pass in yen or rupiah."""


def squared(left: ibis.Value, right: ibis.Value, where: ibis.Value | None = None) -> ibis.Value:
    """The exact sum of the products of two columns of :data:`CENTS`, of the rows where a condition holds."""
    return (left * right).cast("decimal(38, 4)").sum(where=where)
