"""In which currency is the money of the loaded tables?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import ibis

from custrata.sources.account import Caveat

_MONEY_TABLES = ("subscriptions", "transactions")


def currencies_query(loaded: Mapping[str, ibis.Table]) -> ibis.Table | None:
    """Rows with money by currency code, over all tables that state one; None when no table can.

    Args:
        loaded: The tables of the contract by canonical name.

    Returns:
        ``currency`` (trimmed, in capitals; empty cells are left out) and ``amounts``, how many rows.
    """
    stated = [loaded[name].select("currency") for name in _MONEY_TABLES if name in loaded]
    if not stated:
        return None
    rows = ibis.union(*stated, distinct=False) if len(stated) > 1 else stated[0]
    coded = rows.select(currency=rows.currency.strip().upper())
    coded = coded.filter(coded.currency.notnull() & (coded.currency != ""))
    return coded.group_by("currency").aggregate(amounts=coded.count())


def read_currencies(rows: Iterable[Mapping[str, Any]]) -> tuple[str, tuple[Caveat, ...]]:
    """The one currency of the data; where there are several, none, and the caveat that says so.

    Args:
        rows: The rows of :func:`currencies_query`, in any order.

    Example:
        >>> read_currencies([{"currency": "EUR", "amounts": 3}])
        ('EUR', ())
    """
    found = {row["currency"]: int(row["amounts"]) for row in rows}
    if len(found) < 2:
        return next(iter(found), ""), ()
    return "", (several_currencies(found),)


def several_currencies(counts: Mapping[str, int], where: str = "") -> Caveat:
    """The caveat of amounts in more than one currency.

    Args:
        counts: Currency, by code or sign → how many amounts; at least two.
        where: The raw table concerned; empty for all of them.
    """
    found = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    listed = ", ".join(f"{code} ({amounts:,})" for code, amounts in found)
    text = (
        f"Amounts are in {len(found)} currencies: {listed}. They are added as they stand, not converted; "
        "leave one currency in the data, or convert before the export, to compare customers."
    )
    return Caveat("several-currencies", text, where, sum(amounts for _, amounts in found[1:]))
