"""Two revisions of a segment: what each says, how many each holds today, who came and who went."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import Http404

from custrata.delivery.figures import Figure, count
from custrata.project.live.desk import Desk
from custrata.project.live.leaving import TooFewError, count_to_leave
from custrata.project.live.outcome import changed
from custrata.segments.rules.reading import rule_of, yaml_text
from custrata.segments.rules.rule import Rule
from custrata.segments.rules.wording import said
from custrata.web.customers.budget import spend
from custrata.web.customers.models import Segment, SegmentRevision
from custrata.web.workspaces.asking import Asking
from custrata.web.workspaces.rights import Right

_SOURCE = "counted in the customers of the snapshot"


@dataclass(frozen=True)
class Side:
    """One revision.

    Attributes:
        number: Of the revision.
        name: What the segment was called.
        words: Its rule in words.
        rule: Its rule as plain values.
        customers: Members today; None where they are too few to leave.
    """

    number: int
    name: str
    words: str
    rule: dict[str, Any]
    customers: int | None


@dataclass(frozen=True)
class Sides:
    """Two revisions beside each other.

    Attributes:
        before: The earlier one.
        after: The latest.
        exact: Whether the numbers are those of the customers themselves.
        stayed: Members of both; None where no such number may leave.
        came: Members of the latest alone; None likewise.
        went: Members of the earlier alone; None likewise.
    """

    before: Side
    after: Side
    exact: bool
    stayed: int | None
    came: int | None
    went: int | None


def sides(desk: Desk, segment: Segment, number: int) -> Sides:
    """A segment beside one of its revisions, counted in the customers of today.

    Args:
        desk: The customers.
        segment: Which.
        number: The earlier revision; 0 for the one before the latest.

    Raises:
        Http404: There is no such revision.
        RuleError: One of them can no longer be asked.
    """
    earlier = _earlier(segment, number)
    old, new = _rules(desk, earlier, segment, persons=True)
    found = changed(desk, old, new)
    return Sides(
        _side(desk, earlier, old, found.before),
        _side(desk, segment, new, found.after),
        True,
        found.stayed,
        found.came,
        found.went,
    )


def sides_to_leave(asking: Asking, desk: Desk, segment: Segment, number: int) -> Sides:
    """The same as it may be told outside: each side as the nearest group that may leave, and no differences.

    Args:
        asking: Who asks, and whose budget it is.
        desk: The customers.
        segment: Which.
        number: The earlier revision; 0 for the one before the latest.

    Raises:
        Http404: There is no such revision.
        RuleError: One of them can no longer be asked, or asks for persons.
        SpentError: The budget of questions is spent.
    """
    earlier = _earlier(segment, number)
    old, new = _rules(desk, earlier, segment, persons=asking.may(Right.PERSONS))
    counts = [_to_leave(asking, desk, rule) for rule in (old, new)]
    before, after = _side(desk, earlier, old, counts[0]), _side(desk, segment, new, counts[1])
    return Sides(before, after, False, None, None, None)


def compared(desk: Desk, segment: Segment, number: int) -> dict[str, Any]:
    """What a page shows of two revisions.

    Args:
        desk: The customers.
        segment: Which.
        number: The earlier revision; 0 for the one before the latest.

    Raises:
        Http404: There is no such revision.
        RuleError: One of them can no longer be asked.
    """
    found = sides(desk, segment, number)
    return {
        "before": found.before,
        "revisions": list(segment.revisions.select_related("author")),
        "sides": [_shown(side) for side in (found.before, found.after)],
        "stayed": count(found.stayed or 0, _SOURCE),
        "came": count(found.came or 0, _SOURCE),
        "went": count(found.went or 0, _SOURCE),
    }


def _earlier(segment: Segment, number: int) -> SegmentRevision:
    found = segment.revisions.filter(number=number or max(segment.number - 1, 1)).first()
    if found is None:
        raise Http404("there is no such revision")
    return found


def _rules(desk: Desk, earlier: SegmentRevision, segment: Segment, *, persons: bool) -> tuple[Rule, Rule]:
    old, new = rule_of(earlier.rule), rule_of(segment.rule)
    for rule in (old, new):
        desk.check(rule, persons=persons)
    return old, new


def _to_leave(asking: Asking, desk: Desk, rule: Rule) -> int | None:
    spend(asking, desk, rule)
    try:
        _, counted = count_to_leave(desk, asking.workspace.place.state, rule)
    except TooFewError:
        return None
    return counted.n


def _side(desk: Desk, one: Segment | SegmentRevision, rule: Rule, n: int | None) -> Side:
    return Side(one.number, one.name, said(rule, desk.titles), one.rule, n)


def _shown(side: Side) -> tuple[str, str, str, str, Figure]:
    """One revision: title, name, words, text, members today."""
    members = count(side.customers or 0, _SOURCE)
    return f"Revision {side.number}", side.name, side.words, yaml_text(rule_of(side.rule)), members
