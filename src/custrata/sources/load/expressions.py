"""A derivation as an expression over a raw relation."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

import ibis
import ibis.expr.types as ir

from custrata.sources.contract import IBIS_TYPES, Kind
from custrata.sources.formats.dates import as_day, as_instant
from custrata.sources.formats.flags import as_flag
from custrata.sources.formats.ids import as_id, as_text
from custrata.sources.formats.numbers import as_number
from custrata.sources.mapping.derivation import (
    AddTime,
    Answer,
    AsOf,
    Combine,
    Constant,
    Derivation,
    DiscountOf,
    Earliest,
    Latest,
    LessBack,
    Lookup,
    Marked,
    MonthsBefore,
    Negate,
    QuestionText,
    RowId,
    Take,
    Translate,
)

Day: TypeAlias = dt.date | ir.DateValue
"""A day, or the expression that finds it."""

DECIMAL = "decimal(18, 6)"
ROW_ID = "_row_id"
QUESTION = "_question"
ANSWER = "_answer"


@dataclass(frozen=True)
class Frame:
    """A raw relation, ready for derivations: with what was looked up, and the day of the data.

    Attributes:
        table: The relation; it may have columns for row ids, questions and answers.
        as_of: The day that stands for the data's, or the expression that finds it.
        looked_up: (lookup, kind) → column of ``table`` that holds it.
    """

    table: ir.Table
    as_of: Day
    looked_up: Mapping[tuple[Lookup, Kind], str] = field(default_factory=dict)

    def value(self, derivation: Derivation, kind: Kind) -> ir.Value:
        """A derivation as a value of a kind; null where the raw values give none."""
        match derivation:
            case Take():
                return typed(self._read(derivation), kind, derivation)
            case Constant(value=value):
                plain = ibis.literal(value)
                return plain.try_cast(DECIMAL) if kind in ("money", "number") else typed(plain, kind)
            case Combine():
                return self._combined(derivation, kind)
            case Negate(part=part):
                return (-self.value(part, kind)).try_cast(DECIMAL)
            case MonthsBefore() | AsOf() | AddTime():
                return self._time(derivation, kind)
            case Lookup():
                return self.table[self.looked_up[(derivation, kind)]]
            case Translate(column=column, values=values):
                return typed(_translated(self.table[column], values), kind)
            case Marked():
                return self._marked(derivation)
            case DiscountOf(rate=rate, amount=amount):
                share, net = self.value(rate, "number"), self.value(amount, "money")
                whole = ibis.literal(1).cast(_WIDE)
                return (net.cast("float64") * share / (whole - share).nullif(0)).try_cast(DECIMAL)
            case LessBack(amount=amount, back=back):
                return self._combined(Combine("subtract", (amount, or_nothing(back))), kind)
            case RowId():
                return typed(self.table[ROW_ID], kind)
            case Earliest(part=part):
                return self.value(part, kind)
            case Latest(part=part, where=where, values=values):
                return self._only(self.value(part, kind), where, values)
            case QuestionText():
                return self.table[QUESTION]
            case Answer(mark=mark):
                said = self.table[ANSWER]
                return as_number(
                    as_flag(said) if mark == "flag" else said, "point" if mark == "flag" else mark
                )

    def _read(self, take: Take) -> ir.Value:
        raw = self.table[take.column]
        return _spelled(raw, take.read_as) if take.read_as else raw

    def _combined(self, combine: Combine, kind: Kind) -> ir.Value:
        if combine.operation == "first_of":
            return ibis.coalesce(*(self.value(p, kind) for p in combine.parts))
        if combine.operation == "join":
            texts = [self.value(p, "text") for p in combine.parts]
            return (
                ibis.literal(" ").join([ibis.coalesce(t, ibis.literal("")) for t in texts]).strip().nullif("")
            )
        numbers = [self.value(p, "number") for p in combine.parts]
        result = numbers[0]
        for number in numbers[1:]:
            whole = _SUMS if combine.operation in ("add", "subtract") else _PRODUCTS
            result = _calculated(combine.operation, result, number).cast(whole).try_cast(DECIMAL)
        return result

    def _time(self, derivation: MonthsBefore | AsOf | AddTime, kind: Kind) -> ir.Value:
        day = ibis.literal(self.as_of) if isinstance(self.as_of, dt.date) else self.as_of
        match derivation:
            case MonthsBefore(months=months):
                count = _whole(self.value(months, "number"), _MOST_MONTHS)
                return _cast_time(day.cast("timestamp") - count.as_interval("M"), kind)
            case AsOf(when=when, values=values):
                if not when:
                    return _cast_time(day, kind)
                raw = self.table[when]
                said = raw.cast("string").strip().lower().isin(values) if values else as_flag(raw)
                return ibis.ifelse(said, _cast_time(day, kind), ibis.null(IBIS_TYPES[kind]))
            case AddTime(start=start, amount=amount, unit=unit):
                return _cast_time(
                    _later(self.value(start, "instant"), self.value(amount, "number"), unit), kind
                )

    def _only(self, value: ir.Value, where: str, values: tuple[str, ...]) -> ir.Value:
        if not where:
            return value
        said = self.table[where].cast("string").strip().lower().isin(values)
        return ibis.ifelse(said, value, ibis.null(value.type()))

    def _marked(self, mark: Marked) -> ir.StringValue:
        text = self.table[mark.column].cast("string").strip()
        said = text.startswith(mark.prefix) if mark.prefix else text.lower().isin(mark.values)
        return ibis.ifelse(said, ibis.literal(mark.word), ibis.null("string"))


def or_nothing(back: Derivation) -> Derivation:
    """What was given back, nothing where no number stands."""
    return Combine("first_of", (back, Constant("0")))


def _calculated(operation: str, left: ir.NumericValue, right: ir.NumericValue) -> ir.NumericValue:
    match operation:
        case "add":
            return left.cast(_WIDE) + right
        case "subtract":
            return left.cast(_WIDE) - right
        case "multiply":
            return left.cast(_WIDE) * right
    return left.cast("float64") / right.nullif(0).cast("float64")


_WIDE = "decimal(19, 6)"
"""One digit more than the contract: the engine then calculates in 38 digits and does not overflow."""

_SUMS = "decimal(38, 6)"
_PRODUCTS = "decimal(38, 12)"
"""What the engine calculates in: rounding from twelve places is slow, so sums are kept from it."""

_MOST_MONTHS = 12_000
"""A thousand years; a longer time is no time, and an engine refuses it."""

_MOST_SECONDS = 1_000 * 366 * 86_400
_SECONDS = {"seconds": 1, "minutes": 60, "hours": 3600, "days": 86400}


def _later(start: ir.TimestampValue, amount: ir.NumericValue, unit: str) -> ir.TimestampValue:
    if unit == "months":
        return start + _whole(amount, _MOST_MONTHS).as_interval("M")
    return start + _whole(amount.cast(_WIDE) * _SECONDS[unit], _MOST_SECONDS).as_interval("s")


def _whole(amount: ir.NumericValue, most: int) -> ir.IntegerValue:
    """An amount rounded to a whole number; null where it is past the most."""
    return ibis.ifelse(amount.between(-most, most), amount, ibis.null(amount.type())).round(0).cast("int64")


def _cast_time(value: ir.Value, kind: Kind) -> ir.Value:
    return value.cast("date") if kind == "date" else value.cast("timestamp")


def _translated(raw: ir.Value, values: tuple[tuple[str, str], ...]) -> ir.StringValue:
    text = raw.cast("string").strip()
    return ibis.cases(*((text == was, meant) for was, meant in values), else_=ibis.null("string"))


def _spelled(raw: ir.Value, read_as: tuple[tuple[str, str], ...]) -> ir.StringValue:
    text = raw.cast("string").strip()
    return ibis.cases(*((text == was, meant) for was, meant in read_as), else_=text)


def typed(raw: ir.Value, kind: Kind, take: Take | None = None) -> ir.Value:
    """A raw value as a kind of the contract; null where it gives none."""
    patterns, mark = (take.patterns, take.mark) if take else ((), "point")
    match kind:
        case "id":
            return as_id(raw)
        case "text":
            return as_text(raw)
        case "date":
            return as_day(raw, patterns)
        case "instant":
            return as_instant(raw, patterns)
        case "money" | "number":
            return as_number(raw, mark)
        case "integer":
            return as_number(raw, mark).try_cast("int64")
        case "flag":
            return as_flag(raw)
