"""Where a first segment may begin: rules that many firms ask for, with how many these customers are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from custrata.delivery.figures import Figure, figure
from custrata.project.live.desk import Desk
from custrata.project.live.readings import count_rules, readings_of
from custrata.segments.rules.fields import Field
from custrata.segments.rules.rule import Every, Text
from custrata.segments.rules.short import short
from custrata.segments.rules.wording import said

_BEST = Text(column="tier", is_=("platinum", "gold"))
_RULES = (
    (
        "Your best customers who are leaving",
        Every(all=(_BEST, Text(column="stage", is_=("at risk", "lapsed")))),
    ),
    ("Everybody at risk", Every(all=(Text(column="stage", is_=("at risk",)),))),
    ("Those who give much and get little", Every(all=(Text(column="exchange", is_=("under-served",)),))),
    ("The best who have not grown yet", Every(all=(_BEST, Text(column="stage", is_=("adoption",))))),
)


@dataclass(frozen=True)
class Idea:
    """A rule to begin with.

    Attributes:
        title: What people would call it.
        words: The rule in words.
        n: How many customers it holds.
        query: The address of the builder with it, after the question mark.
    """

    title: str
    words: str
    n: Figure
    query: str


def ideas(desk: Desk, fields: Mapping[str, Field]) -> list[Idea]:
    """The rules of which something is known and somebody is in.

    Args:
        desk: The customers.
        fields: What the person may ask.
    """
    asked = [(title, rule) for title, rule in _RULES if all(c in fields for c in _columns(rule))]
    everybody, counts = count_rules(desk, tuple(rule for _, rule in asked))
    return [
        Idea(
            title,
            said(rule, desk.titles),
            figure(readings_of(desk, rule, found, everybody)["customers"]),
            urlencode([pair for part in rule.all for pair in short(part) or ()]),
        )
        for (title, rule), found in zip(asked, counts, strict=True)
        if found.n
    ]


def _columns(rule: Every) -> list[str]:
    return [part.column for part in rule.all if isinstance(part, Text)]
