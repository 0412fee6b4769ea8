"""What the marks of a status or of a type of document mean, and which column says what was given back."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from custrata.sources.mapping.derivation import (
    Combine,
    Constant,
    Derivation,
    LessBack,
    Lookup,
    Marked,
    Take,
    parts_of,
)
from custrata.sources.mapping.values import Source
from custrata.sources.statuses import CALLED_OFF, CAME_BACK, GIVES_BACK, PARTLY_BACK, by_meaning


def plainly_marked(source: Source) -> Source:
    """A source whose refunds are told from sales: by what each mark means, and by a column of money back.

    A mapping may call all marks ``refund``: a value that is known to mean another thing is read as that. It
    may take a column of refunds off the amount like any number: that is read as money given back.
    """
    if source.table != "transactions":
        return source
    told = {"kind": _plainly, "amount": _less_back}
    plain = {
        name: replace(source.columns[name], derivation=read(source.columns[name].derivation))
        for name, read in told.items()
        if name in source.columns
    }
    columns = {**source.columns, **plain}
    return source if columns == source.columns else replace(source, columns=columns)


_OF_REFUNDS = re.compile(r"refund|returned", re.IGNORECASE)


def _less_back(derivation: Derivation) -> Derivation:
    match derivation:
        case Combine("multiply", (inner, Constant() as factor)) if isinstance(_less_back(inner), LessBack):
            less = _less_back(inner)
            assert isinstance(less, LessBack)
            return LessBack(
                Combine("multiply", (less.amount, factor)), Combine("multiply", (less.back, factor))
            )
        case Combine("subtract", (amount, Combine("first_of", (Take(column=column) as back, Constant("0"))))):
            return LessBack(amount, back) if _OF_REFUNDS.search(column) else derivation
    return derivation


def _plainly(derivation: Derivation) -> Derivation:
    match derivation:
        case Lookup(take=take):
            return replace(derivation, take=_plainly(take))
        case Combine(parts=parts):
            return replace(derivation, parts=tuple(_plainly(p) for p in parts))
        case Marked(word="refund", values=values) if values:
            meant = by_meaning(values, (CAME_BACK, GIVES_BACK, PARTLY_BACK))
            rest = tuple(v for v in values if not any(v.lower() in said for said in meant.values()))
            return marked(derivation.column, meant | ({CALLED_OFF: rest} if rest else {}))
    return derivation


def marked(column: str, meant: Mapping[str, tuple[str, ...]]) -> Derivation:
    """The kind of a line by what the values of a raw column mean.

    Args:
        column: The raw column.
        meant: Word → the values that mean it, in small letters; at least one.
    """
    marks = tuple(Marked(column, word, values=values) for word, values in meant.items())
    return marks[0] if len(marks) == 1 else Combine("first_of", marks)


def status_marks(derivation: Derivation) -> tuple[Marked, ...]:
    """The marks that a status gives, here or in the table of the orders."""
    inner = derivation.take if isinstance(derivation, Lookup) else derivation
    return tuple(p for p in parts_of(inner) if isinstance(p, Marked) and not p.prefix)


def mark_of(source: Source, word: str) -> Marked | None:
    """The mark by which a source tells the kind of a line with a word; None when it does not."""
    kind = source.columns.get("kind")
    found = status_marks(kind.derivation) if kind is not None else ()
    return next((m for m in found if m.word == word), None)
