"""Several raw rows about one thing become one row of it."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir

from custrata.sources.mapping import Earliest, Latest, Source


def collapsed(rows: ir.Table, source: Source, key: str) -> ir.Table:
    """One row for each value of the key: earliest and latest where asked, else the most frequent value.

    Ties go to the smallest value, so the order of rows does not matter.

    Args:
        rows: Typed rows, only good ones.
        source: How they came about.
        key: The column that names the thing.
    """
    ends = {}
    for name, mapped in source.columns.items():
        if isinstance(mapped.derivation, Earliest):
            ends[name] = rows[name].min()
        elif isinstance(mapped.derivation, Latest):
            ends[name] = rows[name].max()
    result = rows.group_by(key).aggregate(**ends, _lines=rows.count()).drop("_lines")
    others = [c for c in (*source.columns, *source.attributes) if c != key and c not in ends]
    for name in others:
        result = result.left_join(_most_frequent(rows, key, name), key).drop(f"{key}_right")
    return result


def _most_frequent(rows: ir.Table, key: str, name: str) -> ir.Table:
    counted = rows.filter(rows[name].notnull()).group_by([key, name]).aggregate(_times=lambda t: t.count())
    order = ibis.window(group_by=counted[key], order_by=[counted._times.desc(), counted[name]])
    return (
        counted.mutate(_rank=ibis.row_number().over(order)).filter(lambda t: t._rank == 0).select(key, name)
    )
