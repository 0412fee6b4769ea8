"""The short form of a rule, as it stands in an address: ``tier=gold`` or ``value=1000..``."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping

from custrata.segments.rules.fields import Field, Kind
from custrata.segments.rules.rule import (
    MOST_VALUES,
    Amount,
    Day,
    Every,
    InGroup,
    Known,
    Not,
    Rule,
    RuleError,
    Text,
)
from custrata.thousands import ungrouped

GROUP = "group"
LONGEST = 300
"""Letters of a word, as a rule takes them."""
_KNOWN = {"*": True, "?": False}


def rule_of_pairs(pairs: Iterable[tuple[str, str]], fields: Mapping[str, Field]) -> Every:
    """The rule of some short conditions; the same column several times means one of these words.

    Args:
        pairs: Column and letters: ``gold`` a word, ``!gold`` any other, ``~sho`` contains, ``1..2`` between,
            ``10..`` at least, ``..20`` at most, ``*`` known, ``?`` not known; days the same with
            ``2025-01-01..``, or ``30d`` for the last 30.
        fields: What can be asked, by column.

    Raises:
        RuleError: The letters mean nothing for this column.
    """
    words: dict[str, list[str]] = {}
    found: list[Rule] = []
    for column, letters in pairs:
        if len(letters) > LONGEST:
            raise RuleError(
                f"what it is compared with has {len(letters):,} letters; {LONGEST} are read",
                where=column,
                remedy="shorten it",
            )
        field = fields.get(column)
        if column == GROUP and letters:
            found.append(InGroup(group=letters))
        elif field is not None and _is_word(field, letters):
            words.setdefault(column, []).append(letters)
        elif field is not None:
            found.append(_one(field, letters))
    if any(len(given) > MOST_VALUES for given in words.values()):
        raise RuleError("so many words are not read", where="filter", remedy="leave some out")
    listed = [Text(column=column, is_=tuple(dict.fromkeys(given))) for column, given in words.items()]
    return Every(all=(*listed, *found))


def short(rule: Rule) -> tuple[tuple[str, str], ...] | None:
    """The short form of a condition; None where it has none.

    Args:
        rule: A condition.

    Example:
        >>> short(Amount(column="value", at_least=1000)), short(Text(column="tier", is_=("gold", "silver")))
        ((('value', '1000..'),), (('tier', 'gold'), ('tier', 'silver')))
    """
    match rule:
        case InGroup():
            return ((GROUP, rule.group),)
        case Known():
            return ((rule.column, "*" if rule.known else "?"),)
        case Text() if rule.contains and not rule.or_unknown:
            return ((rule.column, f"~{rule.contains}"),)
        case Text() if rule.is_ and not rule.or_unknown:
            return tuple((rule.column, word) for word in rule.is_)
        case Not(not_=Text(is_=(word,), contains="") as inner) if not inner.or_unknown:
            return ((inner.column, f"!{word}"),)
        case Amount() if rule.above is None and rule.below is None:
            return ((rule.column, _span(_bare(rule.at_least), _bare(rule.at_most))),)
        case Day() if rule.last_days is None:
            return ((rule.column, _span(_iso(rule.since), _iso(rule.until))),)
        case Day() if rule.since is None and rule.until is None:
            return ((rule.column, f"{rule.last_days}d"),)
    return None


def _is_word(field: Field, letters: str) -> bool:
    return (
        field.kind in (Kind.TEXT, Kind.FLAG)
        and letters not in ("*", "?", "")
        and (len(letters) == 1 or letters[0] not in "!~")
    )


def _one(field: Field, letters: str) -> Rule:
    if letters in _KNOWN:
        return Known(column=field.name, known=_KNOWN[letters])
    try:
        if field.kind is Kind.NUMBER:
            low, high = _ends(letters)
            return Amount(column=field.name, at_least=_float(low), at_most=_float(high))
        if field.kind is Kind.DAY:
            return _day(field, letters)
        return _marked(field, letters)
    except ValueError as error:
        example = {Kind.NUMBER: "100..200", Kind.DAY: "2025-01-01.."}.get(field.kind, "a word")
        raise RuleError(
            f"{letters!r} means nothing for {field.title}",
            where=field.name,
            remedy=f"write it like {example}",
        ) from error


def _day(field: Field, letters: str) -> Day:
    if letters.endswith("d") and letters[:-1].isascii() and letters[:-1].isdigit():
        return Day(column=field.name, last_days=int(letters[:-1]))
    first, last = _ends(letters)
    return Day(column=field.name, since=_date(first), until=_date(last))


def _marked(field: Field, letters: str) -> Rule:
    if letters.startswith("~"):
        return Text(column=field.name, contains=letters[1:])
    return Not(not_=Text(column=field.name, is_=(letters[1:],)))


def _ends(letters: str) -> tuple[str, str]:
    low, dots, high = letters.partition("..")
    return (low, high) if dots else (letters, letters)


def _float(text: str) -> float | None:
    return float(ungrouped(text)) if text else None


def _date(text: str) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None


def _bare(value: float | None) -> str:
    return "" if value is None else f"{value:.15g}"


def _iso(day: dt.date | None) -> str:
    return "" if day is None else day.isoformat()


def _span(low: str, high: str) -> str:
    return low if low and low == high else f"{low}..{high}"
