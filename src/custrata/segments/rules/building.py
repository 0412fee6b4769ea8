"""A rule as a query: a condition that the engine can ask of every customer."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import reduce
from operator import and_, or_

import ibis
import ibis.expr.types as ir

from custrata.segments.rules.rule import (
    Amount,
    Day,
    Every,
    InGroup,
    Known,
    Not,
    Rule,
    RuleError,
    Some,
    Text,
)


@dataclass(frozen=True)
class Facts:
    """What a rule needs beside the customers.

    Attributes:
        as_of: Last day of the data.
        groups: Rules of the strategy's groups, by id.
    """

    as_of: dt.date
    groups: Mapping[str, Rule] = field(default_factory=dict)


def holds(rule: Rule, customers: ir.Table, facts: Facts) -> ir.BooleanValue:
    """Whether a rule holds for a customer; true or false, never unknown.

    Args:
        rule: A rule that :func:`custrata.segments.rules.checking.check` lets pass.
        customers: The customers of a snapshot.
        facts: What the rule needs beside them.
    """
    match rule:
        case Every():
            return _joined(rule.all, customers, facts, every=True)
        case Some():
            return _joined(rule.any, customers, facts, every=False)
        case Not():
            return ~holds(rule.not_, customers, facts)
        case InGroup():
            return _in_group(rule, customers, facts)
        case Known():
            return customers[rule.column].notnull() if rule.known else customers[rule.column].isnull()
    return _compared(rule, customers, facts).fill_null(False)


def _joined(rules: tuple[Rule, ...], customers: ir.Table, facts: Facts, *, every: bool) -> ir.BooleanValue:
    if not rules:
        return ibis.literal(every)
    return reduce(and_ if every else or_, (holds(rule, customers, facts) for rule in rules))


def _in_group(rule: InGroup, customers: ir.Table, facts: Facts) -> ir.BooleanValue:
    if rule.group not in facts.groups:
        raise RuleError(
            f"the strategy has no group {rule.group!r}", where="rule", remedy="choose one that is there"
        )
    return holds(facts.groups[rule.group], customers, facts)


def _compared(rule: Amount | Text | Day, customers: ir.Table, facts: Facts) -> ir.BooleanValue:
    column = customers[rule.column]
    if isinstance(rule, Text):
        return _text(rule, column)
    if isinstance(rule, Amount):
        return _amount(rule, column)
    return _day(rule, column.cast("date"), facts.as_of)


def _amount(rule: Amount, column: ir.Column) -> ir.BooleanValue:
    bounds = []
    if rule.at_least is not None:
        bounds.append(column >= rule.at_least)
    if rule.at_most is not None:
        bounds.append(column <= rule.at_most)
    if rule.above is not None:
        bounds.append(column > rule.above)
    if rule.below is not None:
        bounds.append(column < rule.below)
    return reduce(and_, bounds)


def _text(rule: Text, column: ir.Column) -> ir.BooleanValue:
    text = column if column.type().is_string() else column.cast("string")
    found = text.isin(rule.is_) if rule.is_ else text.lower().contains(rule.contains.lower())
    return found | column.isnull() if rule.or_unknown else found


def _day(rule: Day, column: ir.DateValue, as_of: dt.date) -> ir.BooleanValue:
    bounds = []
    if rule.since is not None:
        bounds.append(column >= ibis.literal(rule.since))
    if rule.until is not None:
        bounds.append(column <= ibis.literal(rule.until))
    if rule.last_days is not None:
        first = as_of - dt.timedelta(days=rule.last_days - 1)
        bounds.append((column >= ibis.literal(first)) & (column <= ibis.literal(as_of)))
    return reduce(and_, bounds)
