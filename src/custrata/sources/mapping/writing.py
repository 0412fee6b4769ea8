"""Derivations as plain values, and in words."""

from __future__ import annotations

from typing import Any

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


def derivation_plain(derivation: Derivation) -> Any:
    """A derivation as text, lists and maps of text."""
    match derivation:
        case Take():
            return _take(derivation)
        case Constant(value=value):
            return {"constant": value}
        case Combine(operation=operation, parts=parts):
            return {operation: [derivation_plain(p) for p in parts]}
        case Negate(part=part):
            return {"negate": derivation_plain(part)}
        case Earliest(part=part):
            return {"earliest": derivation_plain(part)}
        case Latest(part=part, where=where, values=values):
            of = derivation_plain(part)
            return {"latest": {"of": of, "where": where, "values": list(values)} if where else of}
        case MonthsBefore(months=months):
            return {"months_before_as_of": derivation_plain(months)}
        case Answer(mark=mark):
            return {"answer": mark}
        case QuestionText():
            return {"question": "header"}
        case RowId():
            return {"row_id": "content"}
    return _with_parts(derivation)


def _with_parts(derivation: AsOf | AddTime | Lookup | Translate | Marked | DiscountOf | LessBack) -> Any:
    match derivation:
        case AsOf(when=when, values=values):
            return {
                "as_of": {"when": when, **({"values": list(values)} if values else {})} if when else "always"
            }
        case AddTime(start=start, amount=amount, unit=unit):
            return {
                "add_time": {
                    "start": derivation_plain(start),
                    "amount": derivation_plain(amount),
                    "unit": unit,
                }
            }
        case Lookup(source=source, on=on, key=key, take=take):
            return {"lookup": {"source": source, "on": on, "key": key, "take": derivation_plain(take)}}
        case Translate(column=column, values=values):
            return {"translate": {"column": column, "values": dict(values)}}
        case Marked(column=column, word=word, prefix=prefix, values=values):
            said = {"prefix": prefix} if prefix else {"values": list(values)}
            return {"mark": {"column": column, "word": word, **said}}
        case DiscountOf(rate=rate, amount=amount):
            return {"discount_of": {"rate": derivation_plain(rate), "amount": derivation_plain(amount)}}
        case LessBack(amount=amount, back=back):
            return {"less_given_back": {"amount": derivation_plain(amount), "back": derivation_plain(back)}}


def _take(take: Take) -> Any:
    more: dict[str, Any] = {}
    if take.patterns:
        more["format"] = list(take.patterns)
    if take.mark != "point":
        more["decimal"] = take.mark
    if take.type:
        more["type"] = take.type
    if take.read_as:
        more["read_as"] = dict(take.read_as)
    return {"column": take.column, **more} if more else take.column


_SIGNS = {
    "add": " + ",
    "subtract": " − ",
    "multiply": " × ",
    "divide": " ÷ ",
    "join": " and ",
    "first_of": ", else ",
}


def described(derivation: Derivation) -> str:
    """A derivation in words, for people.

    Example:
        >>> described(Combine("multiply", (Take("Quantity"), Take("Price"))))
        'Quantity × Price'
    """
    match derivation:
        case Take(column=column):
            return column
        case Constant(value=value):
            return f"always {value}"
        case Combine(operation=operation, parts=parts):
            return _SIGNS[operation].join(_inner(p) for p in parts)
        case Negate(part=part):
            return f"−{_inner(part)}"
        case Earliest(part=part):
            return f"earliest {described(part)}"
        case Latest(part=part, where=where, values=values):
            only = f" where {where} is {' or '.join(values)}" if where else ""
            return f"latest {described(part)}{only}"
        case MonthsBefore(months=months):
            return f"{described(months)} months before the day of the data"
        case RowId():
            return "id from the row"
        case Answer():
            return "the answer"
        case QuestionText():
            return "header of the column"
    return _described_parts(derivation)


def _inner(derivation: Derivation) -> str:
    text = described(derivation)
    return f"({text})" if isinstance(derivation, Combine) else text


def _described_parts(
    derivation: AsOf | AddTime | Lookup | Translate | Marked | DiscountOf | LessBack,
) -> str:
    match derivation:
        case AsOf(when=when):
            return f"the day of the data where {when}" if when else "the day of the data"
        case AddTime(start=start, amount=amount, unit=unit):
            return f"{described(start)} plus {described(amount)} {unit}"
        case Lookup(source=source, on=on, take=take):
            return f"{described(take)} of {source}, by {on}"
        case Translate(column=column):
            return f"{column} in the contract's words"
        case Marked(column=column, word=word, prefix=prefix, values=values):
            said = f"begins with {prefix}" if prefix else f"is {', '.join(values)}"
            return f"{word} where {column} {said}"
        case DiscountOf(rate=rate, amount=amount):
            return f"money taken off by {described(rate)} from {described(amount)}"
        case LessBack(amount=amount, back=back):
            return f"{described(amount)} less {described(back)} given back"
