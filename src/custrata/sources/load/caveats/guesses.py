"""Weak guesses, and attributes that are taken for the customer's though some customers have several."""

from __future__ import annotations

from collections.abc import Mapping as MappingOf
from collections.abc import Sequence
from typing import Any

import ibis
import ibis.expr.types as ir

from custrata.sources.account import Caveat
from custrata.sources.contract import CONTRACT
from custrata.sources.load.judge import required_of
from custrata.sources.mapping import Source

WEAK = 0.5
"""A required column that is guessed less surely is worth a word."""


def weak_guesses(source: Source) -> list[Caveat]:
    """A caveat for each required column of a source that is guessed with less than 50% confidence."""
    needed = required_of(CONTRACT[source.table], source)
    return [
        _weak(source, name)
        for name in source.columns
        if name in needed and source.columns[name].confidence < WEAK
    ]


def _weak(source: Source, name: str) -> Caveat:
    mapped = source.columns[name]
    text = (
        f"{name} of {source.table} is taken from {mapped.derivation} of {source.source}; the guess is only "
        f"{mapped.confidence:.0%} sure. Look whether it is right; else name the column in mapping.yaml."
    )
    return Caveat("weak-guess", text, f"{source.source}: {mapped.derivation}")


def pinned(source: Source) -> tuple[str, ...]:
    """What is taken for the customer's out of wide rows; a name may be spelled in several ways."""
    if source.table != "customers" or not source.one_row_per:
        return ()
    return tuple(c for c in (*source.columns, *source.attributes) if c not in ("customer_id", "name"))


def pinned_query(source: Source, judged: Sequence[ir.Table]) -> ir.Table | None:
    """Rows with the customers of a source, and for each pinned column those with several values of it.

    Args:
        source: Customers split out of wide rows; others have nothing to ask.
        judged: The judged rows of customers.
    """
    names = pinned(source)
    able = [rows for rows in judged if {"customer_id", *names} <= {*rows.columns}]
    if not names or not able:
        return None
    asked = [_several(rows, source.source, names) for rows in able]
    return ibis.union(*asked) if len(asked) > 1 else asked[0]


def _several(rows: ir.Table, name: str, columns: tuple[str, ...]) -> ir.Table:
    own = rows.filter((rows._source == name) & rows._reason.isnull() & rows.customer_id.notnull())
    ends: dict[str, ir.Value] = {f"low_{n}": own[c].min() for n, c in enumerate(columns)}
    ends |= {f"high_{n}": own[c].max() for n, c in enumerate(columns)}
    each = own.group_by("customer_id").aggregate(**ends)
    differ = {
        f"several_{n}": (each[f"low_{n}"] != each[f"high_{n}"]).sum().cast("int64")
        for n in range(len(columns))
    }
    return each.aggregate(customers=each.count(), **differ)


def pinned_caveats(source: Source, rows: Sequence[MappingOf[str, Any]]) -> list[Caveat]:
    """What the customers with several values are worth saying, from the answers to ``pinned_query``."""
    found = []
    customers = sum(int(row["customers"] or 0) for row in rows)
    for number, name in enumerate(pinned(source)):
        count = sum(int(row[f"several_{number}"] or 0) for row in rows)
        if count:
            have = "has" if count == 1 else "have"
            text = (
                f"{count:,} of {customers:,} customers {have} more than one {name} in {source.source}; the "
                "most frequent one is taken for each."
            )
            found.append(Caveat("several-values", text, f"{source.source}: {name}", count))
    return found
