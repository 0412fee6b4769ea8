"""The lines of an agenda: claims, moves, decisions and actions, each with its source."""

from __future__ import annotations

import datetime as dt
import re
import textwrap
from collections.abc import Sequence

from custrata.drafting.agenda.matter import TOP, Matter, answers
from custrata.evidence.check import ROUNDING, ClaimEvidence
from custrata.evidence.moved import ClaimMove
from custrata.evidence.movement import Change
from custrata.measures.catalogue import CATALOGUE
from custrata.strategy.parts.assumption import Assumption
from custrata.strategy.parts.decision import Decision
from custrata.strategy.parts.running.review import Action, Review
from custrata.strategy.wording.spelling import spell

NAMED = 60
"""Letters of a sentence that stands for a name."""

PLURAL = re.compile(r"\b(\w+)s\b")
"""The first noun of a phrase such as ``claims in doubt``."""


def move_line(move: ClaimMove, matter: Matter) -> str:
    """A claim whose state changed: its sentence with today's numbers, both states, cause and money."""
    was = f"was {move.before.state}" if move.before else "new"
    parts = [
        f"{move.claim_id} is {move.after.state} ({was}): {matter.told(move.after)}",
        _changed(move.after),
    ]
    parts += ["The figures went the better way."] if move.better else []
    parts += [move.cause] if move.cause else []
    parts += [f"At stake: {matter.money(move.at_stake)}."] if move.at_stake is not None else []
    return " ".join(part for part in parts if part)


def claim_line(evidence: ClaimEvidence, money: float | None, matter: Matter) -> str:
    """A claim that is not supported: sentence, state, reason, money."""
    stake = f" At stake: {matter.money(money)}." if money is not None else ""
    return f"{evidence.claim_id} is {evidence.state}: {matter.told(evidence)} {evidence.reason}{stake}"


def _changed(evidence: ClaimEvidence) -> str:
    moved = [f for f in evidence.figures if f.state != "supported" and f.now.value is not None]
    return f"Written and now: {'; '.join(f.was_to_is for f in moved)}." if moved else ""


def change_line(change: Change, name: str) -> str:
    """A reading in both snapshots, with its key as the source."""
    was, now = change.before, change.after
    where = f" ({change.label})" if change.label else ""
    return (
        f"{name}{where}: {spell(was.value, was.unit)} → {spell(now.value, now.unit)} "
        f"[{now.measure}, {now.period.name}, n {now.n:,} {now.n_of}]"
    )


def action_line(review: Review, action: Action, matter: Matter) -> str:
    """An action that is not done."""
    who = answers(action.owner)
    due = f", due {action.by}{_quarter(matter, action.by)}" if action.by else ", without a day"
    late = ": overdue" if action.by is not None and action.by < matter.on else ""
    return f"{action.text} ({who}{due}{late}; from the {review.kind} review of {review.on})"


def _quarter(matter: Matter, day: dt.date | None) -> str:
    """The fiscal quarter of a day in brackets; empty where the year is the calendar's."""
    return matter.snapshot.manifest.reckoning.beside(day)


def decision_line(decision: Decision, matter: Matter) -> str:
    """A decision that nobody has taken."""
    late = "overdue since" if decision.by is not None and decision.by < matter.on else "due"
    waiting = f" Waiting costs: {decision.cost_of_waiting.said()}" if decision.cost_of_waiting else ""
    rests = f" [{', '.join(decision.rests_on)}]" if decision.rests_on else ""
    by = _quarter(matter, decision.by)
    return f"{decision.question.said()} ({answers(decision.owner)}; {late} {decision.by}{by}){rests}{waiting}"


def assumption_line(assumption: Assumption, matter: Matter) -> str:
    """An assumption that lapses, with what its measure says against the threshold."""
    day = matter.lapses(assumption)
    when = (
        "no day is set"
        if day is None
        else f"{'lapsed' if day < matter.on else 'lapses'} {day}{_quarter(matter, day)}"
    )
    return (
        f"{assumption.statement.said()} ({answers(assumption.owner)}; {when}){measured(assumption, matter)}"
    )


def measured(assumption: Assumption, matter: Matter) -> str:
    """What the measure of an assumption says today; a clause, empty where it names none."""
    if not assumption.measure:
        return ""
    reading = matter.watched(assumption)
    if reading is None or reading.value is None:
        return f" “{titled(assumption.measure)}” is not read yet."
    now = f"{spell(reading.value, reading.unit)} (“{titled(reading.measure)}”, {reading.period.name})"
    if assumption.threshold is None or assumption.direction is None:
        return f" It stands at {now}."
    wanted = f"{assumption.direction} {spell(assumption.threshold, reading.unit)}"
    crossed = failed(assumption, reading.value)
    stop = f" {assumption.kill_criterion}" if crossed and assumption.kill_criterion else ""
    return f" It stands at {now}; it must be {wanted}: {'it fails' if crossed else 'it holds'}.{stop}"


def titled(measure: str) -> str:
    """What people call a measure; its id where the catalogue does not know it.

    Args:
        measure: Id of the measure.

    Example:
        >>> titled("revenue"), titled("mood")
        ('Revenue', 'mood')
    """
    return CATALOGUE[measure].title if measure in CATALOGUE else measure


def short(said: str) -> str:
    """A sentence as a name: without its stop, cut at a word where it is long.

    Args:
        said: The sentence.

    Example:
        >>> short("Call gold customers first.")
        '“Call gold customers first”'
    """
    return f"“{textwrap.shorten(said.rstrip('.'), NAMED, placeholder=' …')}”"


def failed(assumption: Assumption, value: float) -> bool:
    """Whether a number is on the wrong side of an assumption's threshold."""
    if assumption.threshold is None:
        return False
    room = ROUNDING * max(abs(assumption.threshold), abs(value))
    sign = 1 if assumption.direction == "at least" else -1
    return sign * (value - assumption.threshold) < -room


def at_most(
    lines: Sequence[str], what: str, count: int = TOP, where: str = "custrata check"
) -> tuple[str, ...]:
    """The first lines, and how many more there are.

    Args:
        lines: The lines, the heaviest first.
        what: What they are, for the last line.
        count: How many are named.
        where: The command that lists all of them.

    Example:
        >>> at_most(["a", "b", "c"], "claims", 2)
        ('a', 'b', 'and 1 more claim: custrata check lists it')
    """
    more = len(lines) - count
    rest = (f"and {more} more {what}: {where} lists them",) if more > 1 else ()
    if more == 1:
        one = PLURAL.sub(r"\1", what, count=1)
        rest = (f"and 1 more {one}: {where} lists it",)
    return (*lines[:count], *rest)


def counted(count: int, one: str) -> str:
    """A number of things.

    Example:
        >>> counted(1, "action"), counted(2, "action")
        ('1 action', '2 actions')
    """
    return f"{count:,} {one}" if count == 1 else f"{count:,} {one}s"


def same_figure(found: Sequence[ClaimEvidence]) -> dict[str, tuple[str, ...]]:
    """Claims that are in doubt for one and the same figure: the first one, and the ids of the others.

    Args:
        found: Claims in the order in which they are named.

    Returns:
        Ids of the others by the id of the first; a claim that stands behind another is no key.
    """
    first: dict[object, str] = {}
    behind: dict[str, tuple[str, ...]] = {}
    for evidence in found:
        doubted = [f for f in evidence.figures if f.state != "supported"]
        keys = tuple(sorted({tuple(k.key for k in f.figure.keys) for f in doubted})) or evidence.claim_id
        name = first.setdefault(keys, evidence.claim_id)
        others = behind.setdefault(name, ())
        behind[name] = others if name == evidence.claim_id else (*others, evidence.claim_id)
    return behind


def also(ids: Sequence[str]) -> str:
    """A clause that names the claims on the same figure; empty when there are none."""
    return f" The same figure stands in {', '.join(ids)}." if ids else ""
