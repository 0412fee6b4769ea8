"""The form of the builder: rows of conditions, each joined to the one above by and, or by or."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.http import QueryDict

from custrata.segments.rules.fields import Field, Kind
from custrata.segments.rules.reading import rule_of
from custrata.segments.rules.rule import (
    EVERYBODY,
    Amount,
    Day,
    Every,
    InGroup,
    Known,
    Leaf,
    Not,
    Rule,
    RuleError,
    Some,
    Text,
    steps,
)
from custrata.thousands import ungrouped

GROUP = "group"
MOST_ROWS = 30
TESTS: tuple[tuple[str, str, tuple[Kind, ...]], ...] = (
    ("is", "is", (Kind.TEXT, Kind.FLAG)),
    ("not", "is not", (Kind.TEXT, Kind.FLAG)),
    ("maybe", "is, or is not known", (Kind.TEXT, Kind.FLAG)),
    ("contains", "contains", (Kind.TEXT,)),
    ("at_least", "at least", (Kind.NUMBER,)),
    ("at_most", "at most", (Kind.NUMBER,)),
    ("above", "above", (Kind.NUMBER,)),
    ("below", "below", (Kind.NUMBER,)),
    ("since", "from the day", (Kind.DAY,)),
    ("until", "up to the day", (Kind.DAY,)),
    ("last_days", "in the last … days", (Kind.DAY,)),
    ("known", "is known", tuple(Kind)),
    ("unknown", "is not known", tuple(Kind)),
)
"""How a condition compares: key, words, and the kinds of field that it is for."""

_NUMBERS = ("at_least", "at_most", "above", "below")
_DAYS = ("since", "until", "last_days")


@dataclass(frozen=True)
class Row:
    """One condition as the form holds it: joined to the row above, a column, a comparison, what was typed."""

    join: str = "and"
    column: str = ""
    test: str = "is"
    value: str = ""


def rows_in(given: QueryDict) -> list[Row]:
    """The rows of a form, as they were typed.

    Args:
        given: With the lists ``join``, ``column``, ``test`` and ``value``.
    """
    columns, tests, values = (given.getlist(name) for name in ("column", "test", "value"))
    joins = given.getlist("join")
    return [
        Row(
            "or" if n and n < len(joins) and joins[n] == "or" else "and",
            column,
            tests[n] if n < len(tests) else "is",
            values[n] if n < len(values) else "",
        )
        for n, column in enumerate(columns[:MOST_ROWS])
    ]


def rule_in(rows: Sequence[Row], fields: Mapping[str, Field]) -> Every:
    """The rule that rows say; rows without a column are still to be filled.

    Args:
        rows: As they were typed.
        fields: What can be asked.

    Raises:
        RuleError: A row compares with nothing, or with what it cannot be compared with.
    """
    parts: list[list[Rule]] = []
    for number, row in enumerate(rows, 1):
        if not row.column:
            continue
        condition = rule_of(_plain(row, fields.get(row.column), f"condition {number}"), f"condition {number}")
        if row.join == "or" and parts:
            parts[-1].append(condition)
        else:
            parts.append([condition])
    return Every(all=tuple(Some(any=tuple(part)) if len(part) > 1 else part[0] for part in parts))


def rows_of(rule: Rule) -> list[Row] | None:
    """The rows that say a rule; None where it is nested deeper than rows can say.

    Args:
        rule: The rule.

    Example:
        >>> rows_of(Every(all=(Text(column="tier", is_=("gold",)), Amount(column="mrr", at_least=5))))[1]
        Row(join='and', column='mrr', test='at_least', value='5')
    """
    found: list[Row] = []
    for step in steps(rule):
        inner = step.any if isinstance(step, Some) else (step,)
        for place, part in enumerate(inner):
            made = _rows(part)
            if made is None or (len(made) > 1 and len(inner) > 1):
                return None
            found += [Row("or" if place else "and", *row) for row in made]
    return found if len(found) <= MOST_ROWS else None


def step_ends(rows: Iterable[Row]) -> list[int | None]:
    """For each row the number of the step that ends with it; None where the step goes on.

    Args:
        rows: The rows.
    """
    listed = list(rows)
    filled = [n for n, row in enumerate(listed) if row.column]
    ends: list[int | None] = [None] * len(listed)
    at = -1
    for place, n in enumerate(filled):
        if listed[n].join == "and" or place == 0:
            at += 1
        goes_on = place + 1 < len(filled) and listed[filled[place + 1]].join == "or"
        ends[n] = None if goes_on else at
    return ends


def _plain(row: Row, field: Field | None, at: str) -> dict[str, Any]:
    value, test = row.value.strip(), row.test
    if test in ("known", "unknown"):
        return {"column": row.column, "known": test == "known"}
    if not value:
        raise RuleError("it compares with nothing yet", where=at, remedy="type what it is compared with")
    if row.column == GROUP:
        return {"not": {"group": value}} if test == "not" else {"group": value}
    if test in _NUMBERS:
        return {"column": row.column, test: _number(value, field, at)}
    if test in _DAYS:
        return {"column": row.column, test: value}
    if test == "contains":
        return {"column": row.column, "contains": value}
    words: dict[str, Any] = {"column": row.column, "is": [w.strip() for w in value.split(";") if w.strip()]}
    if test == "maybe":
        words["or_unknown"] = True
    return {"not": words} if test == "not" else words


def _number(value: str, field: Field | None, at: str) -> float:
    try:
        text = ungrouped(value)
    except ValueError as error:
        raise RuleError(f"{value!r} is no number", where=at, remedy=str(error)) from error
    text = text.replace("\N{MINUS SIGN}", "-")
    share = text.endswith("%") and field is not None and field.unit == "share"
    try:
        return float(text.removesuffix("%")) / (100 if share else 1)
    except ValueError as error:
        raise RuleError(f"{value!r} is no number", where=at, remedy="write it like 1000 or 12.5") from error


def _rows(part: Rule) -> list[tuple[str, str, str]] | None:
    """A condition as column, comparison and letters; two rows where it has two bounds."""
    match part:
        case Not(not_=Text(contains="") as inner) if not inner.or_unknown:
            return [(inner.column, "not", "; ".join(inner.is_))] if _splits(inner) else None
        case Not(not_=InGroup() as inner):
            return [(GROUP, "not", inner.group)]
        case Not() | Every() | Some():
            return None
    return _leaf(part)


def _leaf(part: Leaf) -> list[tuple[str, str, str]] | None:
    match part:
        case InGroup():
            return [(GROUP, "is", part.group)]
        case Known():
            return [(part.column, "known" if part.known else "unknown", "")]
        case Text() if part.contains:
            return None if part.or_unknown else [(part.column, "contains", part.contains)]
        case Text():
            words = "; ".join(part.is_)
            return [(part.column, "maybe" if part.or_unknown else "is", words)] if _splits(part) else None
        case Day():
            bounds = [(test, getattr(part, test)) for test in _DAYS]
            return [(part.column, test, str(bound)) for test, bound in bounds if bound is not None]
        case Amount():
            limits = [(test, getattr(part, test)) for test in _NUMBERS]
            return [(part.column, test, f"{limit:.15g}") for test, limit in limits if limit is not None]


def _splits(part: Text) -> bool:
    """Whether the words can be told apart again in one field."""
    return not any(";" in word or word != word.strip() for word in part.is_)


EMPTY = (EVERYBODY, [Row()])
"""A builder that nobody has filled yet."""
