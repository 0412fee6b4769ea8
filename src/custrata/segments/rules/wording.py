"""A rule in words, as a person would say it."""

from __future__ import annotations

from collections.abc import Mapping

from custrata.segments.rules.fields import title_of
from custrata.segments.rules.rule import Amount, Day, Every, InGroup, Known, Leaf, Not, Rule, Some, Text

_FEW = 4
"""Words of a list that are said; of longer ones the first and their number."""


def said(rule: Rule, groups: Mapping[str, str] | None = None) -> str:
    """A rule in one line.

    Args:
        rule: The rule.
        groups: Names of the strategy's groups by id.

    Example:
        >>> said(Every(all=(Text(column="tier", is_=("gold",)), Amount(column="age", at_most=90))))
        'Tier is gold and days since first order at most 90'
        >>> said(Not(not_=Known(column="mrr", known=True))), said(Every(all=()))
        ('Not (recurring revenue a month is known)', 'All customers')
    """
    if isinstance(rule, Every) and not rule.all:
        return "All customers"
    text = _said(rule, groups or {}, outer=True)
    return text[:1].upper() + text[1:]


def _said(rule: Rule, groups: Mapping[str, str], *, outer: bool = False) -> str:
    match rule:
        case Every():
            return _listed(rule.all, " and ", groups, outer) or "everybody"
        case Some():
            return _listed(rule.any, " or ", groups, outer)
        case Not():
            return f"not ({_said(rule.not_, groups, outer=True)})"
    return _leaf(rule, groups)


def _listed(rules: tuple[Rule, ...], joined: str, groups: Mapping[str, str], outer: bool) -> str:
    text = joined.join(_said(part, groups) for part in rules)
    return text if outer or len(rules) < 2 else f"({text})"


def _leaf(leaf: Leaf, groups: Mapping[str, str]) -> str:
    if isinstance(leaf, InGroup):
        return f"in the group {groups.get(leaf.group, leaf.group)}"
    title = title_of(leaf.column)
    title = title[:1].lower() + title[1:]
    return f"{title} {compared(leaf)}"


def compared(leaf: Amount | Text | Day | Known) -> str:
    """What a condition compares with, without what it compares.

    Example:
        >>> compared(Amount(column="mrr", at_least=1000)), compared(Text(column="tier", is_=("a", "b")))
        ('at least 1,000', 'is a or b')
    """
    match leaf:
        case Known():
            return "is known" if leaf.known else "is not known"
        case Text():
            return _text(leaf)
        case Day():
            return _day(leaf)
    return _amount(leaf)


def _amount(leaf: Amount) -> str:
    if leaf.at_least is not None and leaf.at_least == leaf.at_most:
        return f"is {_spelt(leaf.at_least)}"
    bounds = (
        ("at least", leaf.at_least),
        ("above", leaf.above),
        ("at most", leaf.at_most),
        ("below", leaf.below),
    )
    return " and ".join(f"{word} {_spelt(bound)}" for word, bound in bounds if bound is not None)


def _text(leaf: Text) -> str:
    unknown = " or not known" if leaf.or_unknown else ""
    if leaf.contains:
        return f"contains “{leaf.contains}”{unknown}"
    if len(leaf.is_) > _FEW:
        return f"is one of {len(leaf.is_):,} ({', '.join(leaf.is_[:_FEW])} …){unknown}"
    return f"is {' or '.join(leaf.is_)}{unknown}"


def _day(leaf: Day) -> str:
    spans = []
    if leaf.since:
        spans.append(f"from {leaf.since:%-d %b %Y}")
    if leaf.until:
        spans.append(f"to {leaf.until:%-d %b %Y}")
    if leaf.last_days:
        spans.append(f"in the last {leaf.last_days:,} days")
    return " ".join(spans)


def _spelt(value: float) -> str:
    return f"{value:,.0f}" if value == int(value) else f"{value:,}"
