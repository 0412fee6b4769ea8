"""The strategy is steered by a measure that rises without any customer being better off.

Avoid: page views, followers, impressions, raw registrations as a target.

Prefer: what customers do after they noticed us: activated, came back, stayed, recommended; each as a share
of those who could.

Why: attention can be bought without limit; it says nothing about whether anybody stays or pays.

Mend: replace it by the step that follows: registrations by activation, visits by first orders, followers by
referrals.
"""

from __future__ import annotations

from collections.abc import Iterator

from custrata.strategy.document import Document
from custrata.strategy.gathering import Gathered
from custrata.strategy.lint.awaited import VANITY
from custrata.strategy.lint.finding import Finding, Known, Severity
from custrata.strategy.lint.matching import named
from custrata.strategy.lint.naming import measures_of
from custrata.strategy.parts.goal import Goal
from custrata.strategy.parts.papers.channel_charter import ChannelCharter, ChannelGoal
from custrata.strategy.parts.part import Part
from custrata.strategy.parts.scorecard import ScoreRow
from custrata.strategy.parts.steering.objective import KeyResult
from custrata.strategy.pitfalls.pitfall import Pitfall

STEERING = (Goal, ScoreRow, KeyResult, ChannelCharter, ChannelGoal)
"""Parts whose measures steer."""

TITLES = (
    "ad impressions",
    "app downloads",
    "brand impressions",
    "follower count",
    "followers",
    "impressions",
    "page views",
    "pageviews",
    "raw registrations",
    "site visits",
    "social followers",
    "total registrations",
    "video views",
    "website traffic",
    "website visits",
)
"""Words of a row's title that give it away, whatever its id."""


def _find(document: Document, known: Known) -> Iterator[Finding]:
    for path, found in _attention(document):
        names = ", ".join(repr(name) for name in found)
        yield PITFALL.finding(
            path,
            f"{names} counts attention; it can rise while customers leave.",
            "Steer by what customers do next: activated, came back, stayed, recommended.",
        )


def _of_part(path: str, part: Part) -> Iterator[tuple[str, tuple[str, ...]]]:
    found = _vain(part) if isinstance(part, STEERING) else ()
    if found:
        yield path, found


_attention = Gathered(_of_part)


def _vain(part: Part) -> tuple[str, ...]:
    names = tuple(name for name in measures_of(part) if _as_id(name) in VANITY)
    return names or (named(part.title, TITLES) if isinstance(part, ScoreRow) else ())


def _as_id(name: str) -> str:
    return "_".join(name.casefold().replace("-", " ").split())


PITFALL = Pitfall(
    code="ME102",
    slug="vanity_metric",
    title="A measure counts attention, not customers",
    severity=Severity.WARNING,
    find=_find,
)
"""This mistake."""
