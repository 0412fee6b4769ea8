"""The segments of a workspace as a list: in words, counted now, counted when somebody last looked."""

from __future__ import annotations

from dataclasses import dataclass

from custrata.delivery.figures import Figure, Prose, count, figure, say
from custrata.project.live.desk import Desk
from custrata.project.live.readings import count_rules, readings_of
from custrata.segments.rules.counting import Count
from custrata.segments.rules.reading import rule_of
from custrata.segments.rules.rule import Rule, RuleError
from custrata.segments.rules.wording import said
from custrata.strategy.wording.spelling import MINUS
from custrata.web.customers.models import Segment
from custrata.web.workspaces.asking import Asking

PAGE = 50
"""Segments on a page."""

_WORTH = ("value", "revenue", "mrr")


@dataclass(frozen=True)
class Row:
    """One segment in the list.

    Attributes:
        segment: Which.
        words: Its rule in words, or why it can no longer be asked.
        broken: Whether it can no longer be asked.
        n: How many members it has.
        share: Of all customers.
        worth: What they bring.
        change: Against the last look, in words.
    """

    segment: Segment
    words: str
    broken: bool = False
    n: Figure | None = None
    share: Figure | None = None
    worth: Figure | None = None
    change: str = ""


@dataclass(frozen=True)
class Listed:
    """One page of the list.

    Attributes:
        rows: The segments on it.
        finding: What the list says as a whole; empty where nothing is saved.
        first: Number of the first one, from 0.
        following: Number of the first one on the next page; 0 where this is the last.
        n: How many segments there are.
    """

    rows: tuple[Row, ...]
    finding: Prose | str
    first: int
    following: int
    n: int

    @property
    def last(self) -> int:
        """Number of the last one, from 1."""
        return self.first + len(self.rows)


def listed(desk: Desk, asking: Asking, first: int = 0) -> Listed:
    """One page of the list, and what the list says as a whole; only what stands on it is counted.

    Args:
        desk: The customers.
        asking: Who asks, where.
        first: Number of the first segment on the page, from 0; past the end the list begins anew.
    """
    every = Segment.objects.filter(workspace=asking.workspace).select_related("owner")
    n = every.count()
    first = first if first < n else 0
    kept = list(every[first : first + PAGE])
    rules = {segment.pk: _askable(desk, segment) for segment in kept}
    asked = {pk: rule for pk, rule in rules.items() if not isinstance(rule, RuleError)}
    everybody, counts = count_rules(desk, tuple(asked.values()))
    counted = dict(zip(asked, counts, strict=True))
    rows = tuple(
        _broken(segment, rule)
        if isinstance(rule := rules[segment.pk], RuleError)
        else _counted(desk, segment, rule, counted[segment.pk], everybody)
        for segment in kept
    )
    following = first + PAGE if first + PAGE < n else 0
    return Listed(rows, _in_all(n, everybody.n), first, following, n)


def _broken(segment: Segment, why: RuleError) -> Row:
    return Row(segment, f"It can no longer be counted: {why.what}. To do: {why.remedy}.", broken=True)


def _counted(desk: Desk, segment: Segment, rule: Rule, found: Count, everybody: Count) -> Row:
    readings = readings_of(desk, rule, found, everybody)
    worth = next((readings[name] for name in _WORTH if name in readings), None)
    return Row(
        segment,
        said(rule, desk.titles),
        n=figure(readings["customers"]),
        share=figure(readings["customers_share"]),
        worth=figure(worth) if worth else None,
        change=_change(found.n, segment.seen),
    )


def _in_all(many: int, customers: int) -> Prose | str:
    if not many:
        return ""
    return say(
        count(many, "segments saved here"),
        " segment of " if many == 1 else " segments of ",
        count(customers, "customers of the snapshot"),
        " customers",
    )


def _askable(desk: Desk, segment: Segment) -> Rule | RuleError:
    try:
        rule = rule_of(segment.rule)
        desk.check(rule, persons=True)
    except RuleError as error:
        return error
    return rule


def _change(now: int, seen: int | None) -> str:
    if seen is None:
        return "nobody has looked yet"
    if now == seen:
        return "as at the last look"
    return f"{'+' if now > seen else MINUS}{abs(now - seen):,} since the last look"
