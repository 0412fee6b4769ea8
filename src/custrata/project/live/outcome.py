"""What a rule comes to: its members, where the others fall out, what it shares, how members differ."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from custrata.project.live.desk import Desk
from custrata.project.live.readings import count_rules, readings_of
from custrata.segments.rules.counting import (
    Count,
    Shared,
    Step,
    overlap_query,
    shared_of,
    steps_of,
    waterfall_query,
)
from custrata.segments.rules.listing import Page, page_query
from custrata.segments.rules.profile import Middle, Mix, crossed_of, crossed_query, middle_of, middle_query
from custrata.segments.rules.rule import EVERYBODY, Every, Rule, Text
from custrata.vocabulary import Reading, Stage

DIMENSIONS = ("tier", "stage", "rfm_segment", "exchange")
NUMBERS = ("value", "revenue", "orders", "mrr", "lifetime_value", "days_since_last_order")
SAMPLE = 8


@dataclass(frozen=True)
class Outcome:
    """What a rule comes to.

    Attributes:
        count: Its members.
        everybody: All customers.
        readings: Its numbers by name.
        at_risk: Readings of the members that are at risk of leaving; empty where no stage is known.
        steps: From everybody to the members.
        shared: Members in common with other rules, by what these are called.
        mix: Members beside all, by dimension.
        middles: The middle of numbers, of members beside all.
        sample: Some members, those of most value first.
    """

    count: Count
    everybody: Count
    readings: Mapping[str, Reading]
    at_risk: Mapping[str, Reading]
    steps: tuple[Step, ...]
    shared: Mapping[str, Shared]
    mix: tuple[Mix, ...]
    middles: tuple[Middle, ...]
    sample: list[dict[str, Any]]

    @property
    def out(self) -> int:
        """How many fall out at all conditions together."""
        return sum(step.out for step in self.steps)


@dataclass(frozen=True)
class Changed:
    """How the members of a rule differ from those of another, counted in the same customers.

    Attributes:
        before: Members of the one.
        after: Members of the other.
        stayed: Members of both.
    """

    before: int
    after: int
    stayed: int

    @property
    def came(self) -> int:
        """Members of the other alone."""
        return self.after - self.stayed

    @property
    def went(self) -> int:
        """Members of the one alone."""
        return self.before - self.stayed


def outcome(desk: Desk, rule: Rule, others: Mapping[str, Rule], columns: tuple[str, ...]) -> Outcome:
    """What a rule comes to.

    Args:
        desk: The customers.
        rule: The rule.
        others: Rules that it is laid over, by what they are called.
        columns: What is shown of the sample.
    """
    risky = Every(all=(rule, Text(column="stage", is_=(Stage.AT_RISK.value,))))
    staged = "stage" in desk.fields
    everybody, counted = count_rules(desk, (rule, risky) if staged else (rule,))
    _, steps = steps_of(desk.one(waterfall_query(rule, desk.customers, desk.facts)), rule)
    return Outcome(
        counted[0],
        everybody,
        readings_of(desk, rule, counted[0], everybody),
        readings_of(desk, risky, counted[1], everybody) if staged else {},
        steps,
        overlap(desk, rule, others),
        _mix(desk, rule),
        _middles(desk, rule),
        _sample(desk, rule, columns),
    )


def overlap(desk: Desk, rule: Rule, others: Mapping[str, Rule]) -> dict[str, Shared]:
    """Members that a rule has in common with others.

    Args:
        desk: The customers.
        rule: The rule.
        others: What it is laid over, by what they are called.
    """
    if not others:
        return {}
    row = desk.one(overlap_query(rule, tuple(others.values()), desk.customers, desk.facts))
    return dict(zip(others, shared_of(row, len(others)), strict=True))


def changed(desk: Desk, before: Rule, after: Rule) -> Changed:
    """Who came and who went from one rule to another.

    Args:
        desk: The customers.
        before: The one.
        after: The other.
    """
    _, (first, second) = count_rules(desk, (before, after))
    return Changed(first.n, second.n, overlap(desk, after, {"before": before})["before"].both)


def _mix(desk: Desk, rule: Rule) -> tuple[Mix, ...]:
    known = [name for name in DIMENSIONS if name in desk.fields]
    if not known:
        return ()
    return crossed_of(desk.live.rows(crossed_query(rule, known, desk.customers, desk.facts)), known)


def _middles(desk: Desk, rule: Rule) -> tuple[Middle, ...]:
    known = [name for name in NUMBERS if name in desk.fields]
    if not known:
        return ()
    members, everybody = (
        desk.one(middle_query(one, known, desk.customers, desk.facts)) for one in (rule, EVERYBODY)
    )
    return middle_of(members, everybody, known)


def _sample(desk: Desk, rule: Rule, columns: tuple[str, ...]) -> list[dict[str, Any]]:
    valued = "value" in desk.fields
    page = Page(rule, columns, "value" if valued else "customer_id", valued, rows=SAMPLE)
    return desk.live.rows(page_query(page, desk.customers, desk.facts))[:SAMPLE]
