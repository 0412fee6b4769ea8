"""The normal form of a rule: one text for all rules that plainly say the same."""

from __future__ import annotations

from collections.abc import Mapping

from custrata.segments.rules.reading import json_text
from custrata.segments.rules.rule import Every, InGroup, Not, Rule, Some, Text, parts


def normal(rule: Rule, groups: Mapping[str, Rule]) -> Rule:
    """The rule with its groups written out, and with order, doubles and empty brackets taken away.

    Two rules that hold the same customers by other words keep two normal forms: whether they do is a thing
    of the data, and no matter of form.

    Args:
        rule: The rule.
        groups: Rules of the groups by id; one that is not known stays as it is.

    Example:
        >>> gold, new = Text(column="tier", is_=("gold",)), Text(column="kind", is_=("new", "new"))
        >>> one, other = Every(all=(new, Every(all=(gold,)))), Every(all=(gold, new, gold))
        >>> normal(one, {}) == normal(other, {})
        True
    """
    match rule:
        case InGroup() if rule.group in groups:
            # A group that rests on itself is written out until it comes to its own name.
            return normal(groups[rule.group], {k: v for k, v in groups.items() if k != rule.group})
        case Not():
            inner = normal(rule.not_, groups)
            return Not(not_=inner)
        case Every() | Some():
            return _joined(rule, groups)
        case Text():
            return rule.model_copy(update={"is_": tuple(sorted(set(rule.is_)))})
    return rule


def _joined(rule: Every | Some, groups: Mapping[str, Rule]) -> Rule:
    kind = type(rule)
    found: dict[str, Rule] = {}
    for part in parts(rule):
        one = normal(part, groups)
        for inner in parts(one) if isinstance(one, kind) else (one,):
            found[json_text(inner)] = inner
    ordered = tuple(found[text] for text in sorted(found))
    if len(ordered) == 1:
        return ordered[0]
    return Every(all=ordered) if kind is Every else Some(any=ordered)
