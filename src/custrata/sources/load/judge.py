"""Every row of a source: typed by the contract, and loaded or set aside with its reason."""

from __future__ import annotations

from collections.abc import Mapping

import ibis
import ibis.expr.types as ir

from custrata.sources.contract import ANONYMOUS_ALLOWED, CONTRACT, IBIS_TYPES, Kind, Table
from custrata.sources.formats.builtins import content_number
from custrata.sources.formats.dates import in_other_order, swapped
from custrata.sources.load.expressions import Day, Frame
from custrata.sources.load.frames import content, frame_of, numbered
from custrata.sources.load.kinds import BACK, given_back, kind_of_line, no_money_kept, with_money_back
from custrata.sources.mapping import Derivation, Source, Take
from custrata.sources.raw import ROW, RawTable

FATE = ("_source", ROW, "_column", "_value", "_reason")
"""Columns beside the contract's: where a row came from, and why it is set aside."""

OFF_SCALE = "the rating lies outside the scale from "
"""How the reason begins for which a rating beyond its scale is set aside."""

_KINDS: dict[str, Kind] = {"text": "text", "number": "number", "date": "date", "flag": "flag", "": "text"}


def judged_source(source: Source, tables: Mapping[str, RawTable], as_of: Day) -> ir.Table:
    """The rows of one source, typed, with the reason where one cannot be loaded.

    Returns:
        The canonical columns that the source gives, its attributes, and ``FATE``.
    """
    frame = frame_of(source, tables, as_of)
    contract = CONTRACT[source.table]
    values = {n: frame.value(m.derivation, contract.column(n).kind) for n, m in source.columns.items()}
    values = {n: v.cast(IBIS_TYPES[contract.column(n).kind]) for n, v in values.items()}
    values |= {n: frame.value(t, _KINDS[t.type]) for n, t in source.attributes.items()}
    if source.table == "transactions":
        values = with_money_back(source, values)
        back = given_back(source, frame)
        values["kind"] = kind_of_line(values, back)
        values |= {BACK: ibis.ifelse(values["kind"] == "sale", back, None)} if back is not None else {}
    column, value, reason = _verdict(source, frame, contract, values)
    return frame.table.select(
        **values,
        _source=ibis.literal(source.source),
        **{ROW: frame.table[ROW]},
        _column=column,
        _value=value,
        _reason=reason,
    )


def _verdict(
    source: Source, frame: Frame, contract: Table, values: Mapping[str, ir.Value]
) -> tuple[ir.StringValue, ir.StringValue, ir.StringValue]:
    columns, texts, reasons = [], [], []
    for name in required_of(contract, source):
        raw = raw_text(source, frame, name)
        said = _said(source, name)
        missing = values[name].isnull()
        columns.append((missing, ibis.literal(said)))
        texts.append((missing, raw))
        empty = ibis.coalesce(raw, ibis.literal("")) == ""
        kind = contract.column(name).kind
        reasons.append((missing & empty, ibis.literal(f"{name} is empty")))
        reasons += _in_other_order(source.columns[name].derivation, missing, raw)
        reasons.append((missing, ibis.literal(f"{name} cannot be read as {_READ_AS[kind]}")))
    if source.table == "transactions" and (kept := no_money_kept(source, frame, values)) is not None:
        condition, mark = kept
        columns.append((condition, ibis.literal(mark)))
        status = frame.table[mark].cast("string") if mark in frame.table.columns else ibis.null("string")
        texts.append((condition, status))
        reasons.append((condition, ibis.literal("the order was called off, and no money was kept")))
    if source.table == "feedback" and (beyond := outside_scale(values)) is not None:
        columns.append((beyond, ibis.literal(_said(source, "rating"))))
        texts.append((beyond, raw_text(source, frame, "rating")))
        reasons.append((beyond, _scale_said(values)))
    none = ibis.null("string")
    if not reasons:
        return none, none, none
    return ibis.cases(*columns, else_=none), ibis.cases(*texts, else_=none), ibis.cases(*reasons, else_=none)


def outside_scale(values: Mapping[str, ir.Value]) -> ir.BooleanValue | None:
    """Where a rating lies outside the scale that is known of it; None where no scale is."""
    if not {"rating", "rating_min", "rating_max"} <= values.keys():
        return None
    inside = values["rating"].between(values["rating_min"], values["rating_max"])
    return (~inside).fill_null(False)


def _scale_said(values: Mapping[str, ir.Value]) -> ir.StringValue:
    ends = [
        values[end].cast("float64").cast("string").re_replace(r"\.0$", "")
        for end in ("rating_min", "rating_max")
    ]
    return ibis.literal(OFF_SCALE).concat(ends[0], " to ", ends[1])


def _in_other_order(
    derivation: Derivation, missing: ir.BooleanValue, raw: ir.StringValue
) -> list[tuple[ir.BooleanValue, ir.StringValue]]:
    if not isinstance(derivation, Take) or not swapped(derivation.patterns):
        return []
    turned = ibis.ifelse(missing, in_other_order(raw, derivation.patterns), ibis.literal(False))
    return [(turned, ibis.literal("day and month are in another order"))]


_READ_AS = {
    "id": "an id",
    "text": "text",
    "date": "a date",
    "instant": "a date",
    "money": "money",
    "number": "a number",
    "integer": "a whole number",
    "flag": "yes or no",
}


def required_of(contract: Table, source: Source) -> list[str]:
    """The columns without which a row of the source cannot stand; ids made from the row are none of them."""
    names = [n for n in contract.required if n in source.columns]
    return [n for n in names if not (n == "customer_id" and contract.name in ANONYMOUS_ALLOWED)]


def raw_text(source: Source, frame: Frame, name: str) -> ir.StringValue:
    """What stands in the raw cell of a canonical column; null when it is derived."""
    derivation = source.columns[name].derivation
    if isinstance(derivation, Take):
        return frame.table[derivation.column].cast("string").strip()
    return ibis.null("string")


def _said(source: Source, name: str) -> str:
    derivation = source.columns[name].derivation
    return derivation.column if isinstance(derivation, Take) else name


def with_ids(table: ir.Table, contract: Table) -> ir.Table:
    """The rows with an id made from content and ordinal where the sources give no key.

    Only rows that have an equal are ranked, so that a large table is never sorted as a whole.
    """
    if contract.key is None or contract.key in table.columns:
        return table
    own = [c.name for c in contract.columns if c.name in table.columns]
    marked = table.mutate(_content=content(table, own), _good=table._reason.isnull())
    # Counted by a number first: twenty million texts at once need far more room than as many numbers.
    marked = marked.mutate(_number=content_number(marked._content, marked._good, marked._good))
    counted = marked.group_by("_number").aggregate(_times=lambda t: t.count())
    several = marked.semi_join(counted.filter(counted._times > 1), "_number")
    equals = several.select("_source", ROW, "_content", "_good")
    order = ibis.window(group_by=[equals._content, equals._good], order_by=[equals._source, equals[ROW]])
    later = equals.select(later_source="_source", later_row=ROW, ordinal=ibis.row_number().over(order))
    later = later.filter(later.ordinal > 0)
    joined = marked.left_join(
        later, (marked._source == later.later_source) & (marked[ROW] == later.later_row)
    )
    named = joined.mutate(**{contract.key: numbered(joined._content, joined.ordinal.fill_null(0))})
    return named.drop("_content", "_good", "_number", "later_source", "later_row", "ordinal")


def named_once_query(table: ir.Table, key: str) -> ir.Table:
    """Whether no two rows that can be loaded have the same key: one row of ``once``."""
    good = table.filter(table._reason.isnull() & table[key].notnull())
    # As numbers, of which twenty million take little room; two that fall together only mean a no.
    return good.aggregate(once=good.count() == content_number(good[key], good[key], good[key]).nunique())


def without_repeats(table: ir.Table, contract: Table) -> ir.Table:
    """The rows with a reason where their key is taken: equal rows as repeats, others as conflicts.

    The row kept is the first by content, so the order of rows and files does not matter.
    """
    key = contract.key
    if key is None:
        return table
    good = table.filter(table._reason.isnull() & table[key].notnull())
    taken = good.group_by(key).aggregate(_times=good.count())
    several = good.semi_join(taken.filter(taken._times > 1), key)
    own = [c for c in table.columns if c not in FATE]
    hashed = several.select(key, "_source", ROW, _content=content(several, own))
    order = ibis.window(group_by=hashed[key], order_by=[hashed._content, hashed._source, hashed[ROW]])
    ranked = hashed.mutate(_rank=ibis.row_number().over(order), _first=hashed._content.first().over(order))
    late = ranked.filter(ranked._rank > 0).select(
        late_source="_source",
        late_row=ROW,
        late_reason=ibis.ifelse(
            ranked._content == ranked._first,
            f"repeats the row of the same {key}",
            f"another row has the same {key}",
        ),
    )
    joined = table.left_join(late, (table._source == late.late_source) & (table[ROW] == late.late_row))
    return joined.mutate(
        _column=ibis.ifelse(joined.late_reason.notnull(), ibis.literal(key), joined._column),
        _value=ibis.ifelse(joined.late_reason.notnull(), joined[key], joined._value),
        _reason=ibis.coalesce(joined._reason, joined.late_reason),
    ).drop("late_source", "late_row", "late_reason")
