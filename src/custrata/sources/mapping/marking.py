"""What the marks of a status or of a type of document mean: called off, come back, given back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from custrata.sources.mapping.derivation import Combine, Derivation, Lookup, Marked, parts_of
from custrata.sources.mapping.values import Source
from custrata.sources.statuses import CALLED_OFF, CAME_BACK, GIVES_BACK, PARTLY_BACK, by_meaning


def plainly_marked(source: Source) -> Source:
    """A source whose marks of refunds say what each value means.

    A mapping may call all of them ``refund``: a value that is known to mean another thing is read as that.
    """
    kind = source.columns.get("kind")
    if source.table != "transactions" or kind is None:
        return source
    plain = replace(kind, derivation=_plainly(kind.derivation))
    return source if plain == kind else replace(source, columns={**source.columns, "kind": plain})


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
