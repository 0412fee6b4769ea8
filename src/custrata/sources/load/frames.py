"""Raw relations with what derivations need beside their own columns: lookups, row ids, questions as rows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import ibis
import ibis.expr.types as ir

from custrata.sources.contract import CONTRACT, Kind
from custrata.sources.formats.ids import as_id
from custrata.sources.load.expressions import ANSWER, QUESTION, ROW_ID, Day, Frame
from custrata.sources.mapping import (
    AddTime,
    Combine,
    Derivation,
    DiscountOf,
    Earliest,
    Latest,
    LessBack,
    Lookup,
    MonthsBefore,
    Negate,
    RowId,
    Source,
)
from custrata.sources.profile import relation_of
from custrata.sources.raw import ROW, RawTable


def frame_of(source: Source, tables: Mapping[str, RawTable], as_of: Day) -> Frame:
    """The raw relation of a source with all that its derivations look at."""
    raw = tables[source.source]
    table = relation_of(raw)
    if any(_has_row_id(m.derivation) for m in source.columns.values()):
        table = with_row_id(table, [c.name for c in raw.columns])
    for name in source.where:
        table = table.filter(table[name].cast("string").strip().nullif("").notnull())
    if source.answers:
        table = _unpivoted(table, source.answers)
    return _with_lookups(table, source, tables, as_of)


def _has_row_id(derivation: Derivation) -> bool:
    return isinstance(derivation, RowId)


def with_row_id(table: ir.Table, columns: Iterable[str]) -> ir.Table:
    """An id for each row: from its content, and an ordinal among equal rows."""
    marked = table.mutate(_content=content(table, columns))
    ordinal = ibis.row_number().over(ibis.window(group_by=marked._content, order_by=marked[ROW]))
    return marked.mutate(**{ROW_ID: numbered(marked._content, ordinal)}).drop("_content")


def content(table: ir.Table, columns: Iterable[str]) -> ir.StringValue:
    """A hash of some columns of a row, as text."""
    texts = [ibis.coalesce(table[c].cast("string"), ibis.literal("")) for c in columns]
    return ibis.literal("\x1f").join(texts).hexdigest("md5")


def numbered(hashed: ir.StringValue, ordinal: ir.IntegerValue) -> ir.StringValue:
    """An id from a hash and the ordinal among equals, which shows from the second on."""
    short = hashed.left(20)
    return ibis.ifelse(ordinal == 0, short, short.concat("-", (ordinal + 1).cast("string")))


def _unpivoted(table: ir.Table, answers: tuple[str, ...]) -> ir.Table:
    kept = [c for c in table.columns if c not in answers]
    parts = [
        table.select(*kept, **{QUESTION: ibis.literal(name), ANSWER: table[name].cast("string")})
        for name in answers
    ]
    return ibis.union(*parts).filter(lambda t: t[ANSWER].strip().nullif("").notnull())


def _with_lookups(table: ir.Table, source: Source, tables: Mapping[str, RawTable], as_of: Day) -> Frame:
    wanted: dict[tuple[str, str, str], list[tuple[Lookup, Kind]]] = {}
    for name, mapped in source.columns.items():
        for lookup, kind in _lookups(mapped.derivation, CONTRACT[source.table].column(name).kind):
            wanted.setdefault((lookup.source, lookup.on, lookup.key), []).append((lookup, kind))
    looked_up: dict[tuple[Lookup, Kind], str] = {}
    for number, ((other, on, key), takes) in enumerate(wanted.items()):
        there = Frame(relation_of(tables[other]), as_of)
        names = {pair: f"_looked_{number}_{place}" for place, pair in enumerate(dict.fromkeys(takes))}
        right = there.table.select(
            **{f"_key_{number}": as_id(there.table[key])},
            **{n: there.value(k.take, kind) for (k, kind), n in names.items()},
        )
        once = (
            right.filter(right[f"_key_{number}"].notnull())
            .group_by(f"_key_{number}")
            .aggregate(**{n: right[n].max() for n in names.values()})
        )
        table = table.left_join(once, as_id(table[on]) == once[f"_key_{number}"]).drop(f"_key_{number}")
        looked_up |= names
    return Frame(table, as_of, looked_up)


def _lookups(derivation: Derivation, kind: Kind) -> list[tuple[Lookup, Kind]]:
    match derivation:
        case Lookup():
            return [(derivation, kind)]
        case Combine(operation=operation, parts=parts):
            inner: Kind = kind if operation == "first_of" else "text" if operation == "join" else "number"
            return [found for p in parts for found in _lookups(p, inner)]
        case Negate(part=part) | Earliest(part=part) | Latest(part=part):
            return _lookups(part, kind)
        case MonthsBefore(months=months):
            return _lookups(months, "number")
        case AddTime(start=start, amount=amount):
            return [*_lookups(start, "instant"), *_lookups(amount, "number")]
        case DiscountOf(rate=rate, amount=amount):
            return [*_lookups(rate, "number"), *_lookups(amount, "money")]
        case LessBack(amount=amount, back=back):
            return [*_lookups(amount, "number"), *_lookups(back, "number")]
    return []
