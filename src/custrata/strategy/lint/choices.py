"""Checks of choices: too many at once, shares that do not add up, measures that do not exist."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from custrata.strategy.document import Document
from custrata.strategy.lint.awaited import AWAITED
from custrata.strategy.lint.finding import Finding, Known, Severity
from custrata.strategy.parts.assumption import Assumption
from custrata.strategy.parts.goal import Goal
from custrata.strategy.parts.group import CustomerGroup
from custrata.strategy.parts.lifecycle import StagePlan
from custrata.strategy.parts.part import Part, walk
from custrata.strategy.parts.scorecard import ScoreRow
from custrata.strategy.parts.statement import ReadingKey
from custrata.strategy.parts.tier import TierPolicy

MOST_EMPHASISED = 2
MOST_GOALS = 4
ROUNDING = 0.011
"""How far shares written in whole hundredths may miss 1."""


def emphasis(document: Document, known: Known) -> Iterator[Finding]:
    """IN101: more than two intents that all come first."""
    intents = {g.intent.intent for g in document.groups if g.intent is not None and g.intent.emphasised}
    if len(intents) > MOST_EMPHASISED:
        yield Finding(
            "IN101",
            Severity.WARNING,
            "groups",
            f"{len(intents)} intents are emphasised; what all comes first does not come first.",
            f"Choose at most {MOST_EMPHASISED}.",
        )


def goals(document: Document, known: Known) -> Iterator[Finding]:
    """GO101: more than four goals."""
    if len(document.goals) > MOST_GOALS:
        yield Finding(
            "GO101",
            Severity.WARNING,
            "goals",
            f"There are {len(document.goals)} goals; most companies can carry three or four at a time.",
            f"Keep the {MOST_GOALS} that matter most.",
        )


def group_shares(document: Document, known: Known) -> Iterator[Finding]:
    """SH101 and SH102: shares of groups, now and targeted, that do not add up to 1."""
    for name in dict.fromkeys(g.partition for g in document.groups if g.partition):
        members = [g for g in document.groups if g.partition == name]
        for of in ("customers", "value"):
            yield from _whole("SH101", f"groups by {name}: share of {of} now", [g.share(of) for g in members])
        aims = [g.share_targeted.value for g in members]
        yield from _whole("SH102", f"groups by {name}: share of value targeted", aims)


def tier_shares(document: Document, known: Known) -> Iterator[Finding]:
    """SH103: sizes of tiers that do not add up to 1."""
    if document.tiers:
        yield from _whole("SH103", "sizes of the tiers", [tier.size for tier in document.tiers])


def _whole(code: str, what: str, shares: Sequence[float | None]) -> Iterator[Finding]:
    known = [share for share in shares if share is not None]
    if len(known) == len(shares) and abs(sum(known) - 1) > ROUNDING:
        yield Finding(
            code,
            Severity.ERROR,
            "tiers" if code == "SH103" else "groups",
            f"The {what} add up to {100 * sum(known):.0f}%.",
            "Make them add up to 100%.",
        )


def measures(document: Document, known: Known) -> Iterator[Finding]:
    """ME101: a measure that no catalogue holds."""
    if not known.measures:
        return
    for path, part in walk(document):
        for name in _named(part):
            if name and name not in known.measures and name not in AWAITED:
                yield Finding(
                    "ME101",
                    Severity.ERROR,
                    path,
                    f"There is no measure {name!r}.",
                    "Mend its spelling; `custrata show` lists the measures.",
                )


def _named(part: Part) -> tuple[str, ...]:
    if isinstance(part, ReadingKey | ScoreRow | Assumption):
        return (part.measure,)
    if isinstance(part, StagePlan):
        return (part.metric,)
    if isinstance(part, TierPolicy):
        return part.key_metrics
    return (*part.leading, *part.lagging) if isinstance(part, Goal) else ()


def addressed(document: Document, known: Known) -> Iterator[Finding]:
    """ID101: a part that points at a group, goal or claim that is not there."""
    there = {"groups": {g.id for g in document.groups}, "goal": {g.id for g in document.goals}}
    there["rests_on"] = {c.id for c in document.claims()}
    for path, part in walk(document):
        if isinstance(part, CustomerGroup | Document):
            continue
        for field, ids in there.items():
            value = getattr(part, field, ())
            for name in (value,) if isinstance(value, str) else value:
                if isinstance(name, str) and name not in ids:
                    yield Finding(
                        "ID101",
                        Severity.ERROR,
                        path,
                        f"It points at {name!r}, which is not in the document.",
                        "Mend the id, or take it out.",
                    )
