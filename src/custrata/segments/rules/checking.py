"""Whether a rule can be asked of these customers: columns, kinds and groups that it names are there."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Mapping

from custrata.segments.rules.fields import Field, Kind
from custrata.segments.rules.rule import Amount, Day, InGroup, Known, Leaf, Rule, RuleError, Text, leaves

_WANTS: dict[type[Leaf], tuple[Kind, ...]] = {
    Amount: (Kind.NUMBER,),
    Text: (Kind.TEXT, Kind.FLAG),
    Day: (Kind.DAY,),
}
_REMEDY = {
    Kind.NUMBER: "use at_least, at_most, above or below",
    Kind.TEXT: "use is or contains",
    Kind.FLAG: "use is with true or false",
    Kind.DAY: "use since, until or last_days",
}


def check(
    rule: Rule, fields: Mapping[str, Field], groups: Collection[str] = (), *, persons: bool = False
) -> None:
    """Refuse a rule that asks for what is not there, or what the asker may not see.

    Args:
        rule: The rule.
        fields: What can be asked, by column.
        groups: Ids of the groups of the strategy.
        persons: Whether fields that name a person may be asked: a rule on a name tells who somebody is.

    Raises:
        RuleError: The first condition that cannot be asked, with what could stand in its place.
    """
    for number, leaf in enumerate(leaves(rule), 1):
        _check_leaf(leaf, f"condition {number}", fields, groups, persons=persons)


def _check_leaf(
    leaf: Leaf, at: str, fields: Mapping[str, Field], groups: Collection[str], *, persons: bool
) -> None:
    if isinstance(leaf, InGroup):
        if leaf.group not in groups:
            raise RuleError(
                f"the strategy has no group {leaf.group!r}", where=at, remedy=_near(leaf.group, groups)
            )
        return
    field = fields.get(leaf.column)
    if field is None:
        raise RuleError(
            f"nothing is known of customers as {leaf.column!r}", where=at, remedy=_near(leaf.column, fields)
        )
    if field.personal and not persons:
        raise RuleError(
            f"{field.title} names persons", where=at, remedy="ask an admin for the right, or leave it out"
        )
    if not isinstance(leaf, Known) and field.kind not in _WANTS[type(leaf)]:
        raise RuleError(f"{field.title} is a {field.kind}", where=at, remedy=_REMEDY[field.kind])


def _near(word: str, known: Collection[str]) -> str:
    close = difflib.get_close_matches(word, known, n=3, cutoff=0.5)
    return f"try {', '.join(close)}" if close else "choose one that is there"
