"""How a canonical column comes from raw ones: a small closed language, never SQL."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, cast

Operation = Literal["add", "subtract", "multiply", "divide", "join", "first_of"]
OPERATIONS: tuple[Operation, ...] = ("add", "subtract", "multiply", "divide", "join", "first_of")
Unit = Literal["seconds", "minutes", "hours", "days", "months"]
UNITS: tuple[Unit, ...] = ("seconds", "minutes", "hours", "days", "months")


class _Spoken:
    """What a person reads of a derivation is its description."""

    __slots__ = ()

    def __str__(self) -> str:
        from custrata.sources.mapping.writing import described

        return described(cast("Derivation", self))


@dataclass(frozen=True, slots=True)
class Take(_Spoken):
    """A raw column as it is.

    Attributes:
        column: Name of the raw column.
        patterns: Date patterns (``iso``, ``%d.%m.%Y``, ``epoch seconds`` …), tried in turn; empty means ISO.
        mark: Decimal mark of numbers in text, ``point`` or ``comma``.
        type: For attributes: ``text``, ``number``, ``date`` or ``flag``.
        read_as: Values that mean another one: (as written, as meant).
    """

    column: str
    patterns: tuple[str, ...] = ()
    mark: str = "point"
    type: str = ""
    read_as: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Constant(_Spoken):
    """The same value in every row."""

    value: str


@dataclass(frozen=True, slots=True)
class Combine(_Spoken):
    """Several parts by one operation: numbers calculated, texts joined by a blank, or the first filled."""

    operation: Operation
    parts: tuple[Derivation, ...]


@dataclass(frozen=True, slots=True)
class Negate(_Spoken):
    """A number with its sign turned."""

    part: Derivation


@dataclass(frozen=True, slots=True)
class MonthsBefore(_Spoken):
    """The day so many months before the day of the data: a start that follows from a tenure."""

    months: Derivation


@dataclass(frozen=True, slots=True)
class AsOf(_Spoken):
    """The day of the data: ``as_of`` where it is set, else the notional day.

    Attributes:
        when: Only where this raw column says yes (see ``values``); empty means always.
        values: What counts as yes; empty means the usual words.
    """

    when: str = ""
    values: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AddTime(_Spoken):
    """An instant some time after another one."""

    start: Derivation
    amount: Derivation
    unit: Unit


@dataclass(frozen=True, slots=True)
class Lookup(_Spoken):
    """A column of another raw table, found by a key.

    Attributes:
        source: The other raw table.
        on: Raw column of this table that names the row there.
        key: Raw column there.
        take: What is taken there.
    """

    source: str
    on: str
    key: str
    take: Derivation


@dataclass(frozen=True, slots=True)
class Translate(_Spoken):
    """Values of a raw column in the words of the contract; others give nothing."""

    column: str
    values: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Marked(_Spoken):
    """A word where a raw column begins with a mark or is one of some values; nothing elsewhere.

    Attributes:
        column: The raw column.
        word: What it then says, such as ``refund``.
        prefix: The mark at the beginning; empty when values decide.
        values: The values, in small letters.
    """

    column: str
    word: str
    prefix: str = ""
    values: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DiscountOf(_Spoken):
    """Money taken off, from the rate and the amount that remained: amount × rate / (1 − rate)."""

    rate: Derivation
    amount: Derivation


@dataclass(frozen=True, slots=True)
class LessBack(_Spoken):
    """An amount less what was given back of it, which counts as a refund of its own: amount − back.

    Attributes:
        amount: What was received.
        back: What was given back of it, as a positive number; empty means nothing.
    """

    amount: Derivation
    back: Derivation


@dataclass(frozen=True, slots=True)
class RowId(_Spoken):
    """An id from the row's content and its ordinal among equal rows of the source."""


@dataclass(frozen=True, slots=True)
class Earliest(_Spoken):
    """The earliest value among the rows of one thing."""

    part: Derivation


@dataclass(frozen=True, slots=True)
class Latest(_Spoken):
    """The latest value among the rows of one thing.

    Attributes:
        part: The value.
        where: Only rows in which this raw column is one of ``values``; empty means all rows.
        values: The values, in small letters.
    """

    part: Derivation
    where: str = ""
    values: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer(_Spoken):
    """The answer, where each of several columns of a survey becomes a row of its own.

    Attributes:
        mark: Decimal mark of numbers, or ``flag`` for yes (1) and no (0).
    """

    mark: str = "point"


@dataclass(frozen=True, slots=True)
class QuestionText(_Spoken):
    """The question that an ``Answer`` answers: the header of its column."""


Derivation = (
    Take
    | Constant
    | Combine
    | Negate
    | MonthsBefore
    | AsOf
    | AddTime
    | Lookup
    | Translate
    | Marked
    | DiscountOf
    | LessBack
    | RowId
    | Earliest
    | Latest
    | Answer
    | QuestionText
)
"""Everything a canonical column can come from."""


def columns_of(derivation: Derivation) -> tuple[str, ...]:
    """The raw columns of its own table that a derivation reads, in order, once each."""
    return tuple(dict.fromkeys(_columns(derivation)))


def _columns(d: Derivation) -> list[str]:
    match d:
        case Take(column=column) | Translate(column=column) | Marked(column=column):
            return [column]
        case Combine(parts=parts):
            return [c for part in parts for c in _columns(part)]
        case Latest(part=part, where=where):
            return [*_columns(part), *([where] if where else [])]
        case Negate(part=part) | Earliest(part=part) | MonthsBefore(months=part):
            return _columns(part)
        case AddTime(start=start, amount=amount):
            return [*_columns(start), *_columns(amount)]
        case DiscountOf(rate=rate, amount=amount):
            return [*_columns(rate), *_columns(amount)]
        case LessBack(amount=amount, back=back):
            return [*_columns(amount), *_columns(back)]
        case Lookup(on=on):
            return [on]
        case AsOf(when=when):
            return [when] if when else []
    return []


def parts_of(derivation: Derivation) -> tuple[Derivation, ...]:
    """A derivation and all those inside it on its own table, outermost first."""
    inner: tuple[Derivation, ...] = ()
    match derivation:
        case Combine(parts=parts):
            inner = parts
        case AddTime(start=a, amount=b) | DiscountOf(rate=a, amount=b) | LessBack(amount=a, back=b):
            inner = (a, b)
        case Negate(part=part) | Earliest(part=part) | Latest(part=part) | MonthsBefore(months=part):
            inner = (part,)
    return (derivation, *(found for part in inner for found in parts_of(part)))


def lookups_of(derivation: Derivation) -> tuple[Lookup, ...]:
    """The look-ups into other raw tables that a derivation makes."""
    return tuple(part for part in parts_of(derivation) if isinstance(part, Lookup))


def sources_of(derivation: Derivation) -> tuple[str, ...]:
    """The other raw tables that a derivation looks into."""
    return tuple(lookup.source for lookup in lookups_of(derivation))
