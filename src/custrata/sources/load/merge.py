"""Several tables about the same customers become one."""

from __future__ import annotations

from collections.abc import Sequence

import ibis
import ibis.expr.types as ir


def merged(parts: Sequence[ir.Table], key: str) -> ir.Table:
    """One row for each key of any part; where several know a column, the first that has a value is taken.

    Args:
        parts: Tables with one row a key each.
        key: The column that names the thing.
    """
    if len(parts) == 1:
        return parts[0]
    known = ibis.union(*[p.select(key) for p in parts]).distinct()
    names = list(dict.fromkeys(c for p in parts for c in p.columns if c != key))
    for number, part in enumerate(parts):
        renamed = part.select(
            **{f"_key_{number}": part[key]}, **{f"_{number}_{c}": part[c] for c in part.columns if c != key}
        )
        known = known.left_join(renamed, known[key] == renamed[f"_key_{number}"]).drop(f"_key_{number}")
    return known.select(key, **{name: _first(known, parts, name) for name in names})


def _first(known: ir.Table, parts: Sequence[ir.Table], name: str) -> ir.Value:
    found = [known[f"_{number}_{name}"] for number, part in enumerate(parts) if name in part.columns]
    if len({v.type() for v in found}) > 1:
        found = [v.cast("string") for v in found]
    return found[0] if len(found) == 1 else ibis.coalesce(*found)
