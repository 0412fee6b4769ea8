"""What comes first in a project: its goals and initiatives with place, range and what fits."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from textwrap import shorten
from typing import Any

from custrata.project.economics.section import Section
from custrata.project.place import locate
from custrata.project.strategy_file import read_strategy
from custrata.strategy.document import Document
from custrata.strategy.prioritise.capacity import RULE, Cut, Fit, Fitted
from custrata.strategy.prioritise.coverage import Reached
from custrata.strategy.prioritise.firmness import RankRange
from custrata.strategy.prioritise.priorities import Priorities, prioritise
from custrata.strategy.prioritise.ranking import Ranked, Ranking
from custrata.strategy.wording.spelling import spell

WIDTH = 60
"""Letters of a goal that fit a line beside its numbers."""

STANDING = (
    "place",
    "place if one score is a point off",
    "if all its own scores are",
    "if a weight is",
    "points",
)
"""Heads over where an item stands, and how firm that is."""

RANGES = (
    "If one score is a point off: best and worst place when any single score of any item is one point higher "
    "or lower. If all its own scores are: when each of its own may be. If a weight is: when any one weight "
    "is left out or doubled."
)


def priorities_of(path: Path) -> tuple[Document, Priorities]:
    """The strategy of a project with its priorities.

    Args:
        path: The project.

    Raises:
        DocumentError: There is no strategy yet.
    """
    document = read_strategy(locate(path))
    return document, prioritise(document)


def priorities_sections(document: Document, found: Priorities) -> tuple[Section, ...]:
    """Tables of goals, initiatives, what they reach, and the dimensions that scores are missing on.

    A table of places is left out where nobody has scored anything: it would hold dashes alone.
    """
    sections = [] if _untouched(found.goals) else [_goals(found.goals)]
    if not _untouched(found.initiatives) or any(f.days is not None for f in found.cut.items):
        sections.append(_initiatives(document, found))
    sections.append(_reached(found))
    sections += [_dimensions(r) for r in (found.goals, found.initiatives) if r.unranked]
    return tuple(sections)


def priorities_opening(found: Priorities) -> tuple[str, ...]:
    """What is to be read before the tables: of what no score is given yet."""
    return tuple(
        line
        for ranking in (found.goals, found.initiatives)
        if _untouched(ranking)
        for line in _unscored(ranking)
    )


def priorities_sentences(found: Priorities) -> tuple[str, ...]:
    """What the tables do not say: who leads firmly, what is not scored, what is left, what to mind."""
    return (
        *_firm(found.goals),
        *_unscored(found.goals),
        *_firm(found.initiatives),
        *_unscored(found.initiatives),
        *_capacity(found.cut),
        *_not_reached(found),
        *found.caveats,
    )


def priorities_json(found: Priorities) -> dict[str, Any]:
    """The same for programs."""
    return {
        "goals": _ranking_json(found.goals),
        "initiatives": _ranking_json(found.initiatives),
        "capacity": {
            "rule": RULE,
            "days": found.cut.days,
            "money": found.cut.money,
            "days_left": found.cut.days_left,
            "money_left": found.cut.money_left,
            "initiatives": [
                {"id": f.id, "fit": str(f.fit), "days": f.days, "money": f.money, "why": f.why}
                for f in found.cut.items
            ],
        },
        "stages": [_reached_json(r) for r in found.coverage.stages],
        "groups": [_reached_json(r) for r in found.coverage.groups],
        "sentences": list(priorities_sentences(found)),
    }


def _goals(ranking: Ranking) -> Section:
    heads = (*STANDING, "goal", "what it says")
    rows = tuple((*_standing(r), r.id, shorten(r.title, WIDTH, placeholder=" …")) for r in ranking.items)
    return Section("Goals", heads, rows, RANGES if ranking.ranked else "")


def _initiatives(document: Document, found: Priorities) -> Section:
    heads = (*STANDING, "days", "money", "fits?", "initiative", "for goal")
    goals = {i.id: i.goal for i in document.initiatives}
    fitted = {f.id: f for f in found.cut.items}
    rows = tuple(
        (*_standing(r), *_effort(fitted[r.id], document.currency), r.id, goals[r.id])
        for r in found.initiatives.items
    )
    return Section("Initiatives", heads, rows)


def _standing(item: Ranked) -> tuple[str, ...]:
    ranges = tuple(_range(r) for r in (item.one_off, item.own_off, item.weights_off))
    place = "–" if item.rank is None else str(item.rank)
    points = "–" if item.points is None or item.rank is None else f"{item.points:.2f}"
    return place, *ranges, points


def _untouched(ranking: Ranking) -> bool:
    """Whether there is nothing to rank, or nobody has given any score."""
    return not ranking.ranked and all(not item.counted for item in ranking.items)


def _range(found: RankRange | None) -> str:
    if found is None:
        return "–"
    return str(found.best) if found.best == found.worst else f"{found.best} to {found.worst}"


def _effort(fitted: Fitted, currency: str) -> tuple[str, str, str]:
    days = "not said" if fitted.days is None else f"{fitted.days:,.10g}"
    money = "not said" if fitted.money is None else spell(fitted.money, currency)
    return days, money, str(fitted.fit)


def _reached(found: Priorities) -> Section:
    rows = tuple(
        (
            kind,
            shorten(r.title, WIDTH, placeholder=" …"),
            ", ".join(r.goals) or "none",
            str(len(r.initiatives)),
        )
        for kind, reached in (("stage", found.coverage.stages), ("group", found.coverage.groups))
        for r in reached
    )
    return Section("What they reach", ("", "stage or group", "goals", "initiatives"), rows)


def _dimensions(ranking: Ranking) -> Section:
    weights = dict(ranking.weights)
    rows = tuple(
        (d.id.replace("_", " "), f"{weights[d.id]:g}", d.low, d.middle, d.high) for d in ranking.dimensions
    )
    scores = ", ".join(f"{d.id}: 5" for d in ranking.dimensions)
    note = f'To score: custrata strategy set {ranking.unranked[0].id}.scores "{{{scores}}}", each 1 to 7.'
    return Section(
        f"How {ranking.scored} are scored (7 is best: less effort, less cost, less waiting score higher)",
        ("dimension", "weight", "1 means", "4 means", "7 means"),
        rows,
        note,
    )


def _firm(ranking: Ranking) -> Iterator[str]:
    count = len(ranking.ranked)
    if count < 2:
        return
    if not ranking.firm:
        yield f"One point off anywhere can change who leads the {ranking.scored}: no order of them is firm."
        return
    first = ranking.firm[0]
    leading = ", ".join(r.id for r in ranking.ranked[:first])
    more = f"; so do the first {_listed(ranking.firm[1:])}" if ranking.firm[1:] else ""
    verb = "leads" if first == 1 else "lead"
    yield f"{leading} {verb} the {ranking.scored} whatever single score is a point off{more}."


def _listed(numbers: tuple[int, ...]) -> str:
    *most, last = (str(n) for n in numbers)
    return f"{', '.join(most)} and {last}" if most else last


def _unscored(ranking: Ranking) -> Iterator[str]:
    if not ranking.items:
        yield f"There are no {ranking.scored} to rank."
    elif not ranking.ranked and all(not r.counted for r in ranking.items):
        yield f"No score of the {ranking.scored} is given yet, so none has a place. None is filled in."
    else:
        for item in ranking.unranked:
            lacking = ", ".join(item.missing) or "any dimension that counts"
            yield f"{item.id} has no place: not scored on {lacking}."


def _capacity(cut: Cut) -> Iterator[str]:
    if not cut.items:
        return
    if cut.days is None and cut.money is None:
        yield (
            "Nothing is cut: say how much there is as capacity_days and capacity_money under scoring in the "
            "strategy."
        )
        return
    yield RULE
    fits = sum(item.fit is Fit.FITS for item in cut.items)
    left = [
        f"{amount:,.10g} {word}"
        for amount, word in ((cut.days_left, "days"), (cut.money_left, "in money"))
        if amount is not None
    ]
    yield f"{fits} of {len(cut.items)} initiatives fit; {' and '.join(left)} are left."
    for item in cut.items:
        if item.fit in (Fit.TOO_MUCH, Fit.NOT_SAID):
            yield f"{item.id}: {item.why}"


def _not_reached(found: Priorities) -> Iterator[str]:
    for word, reached in (("stage", found.coverage.stages), ("group", found.coverage.groups)):
        empty = [r.title for r in reached if not r.goals]
        if empty and len(empty) < len(reached):
            words = f"{word}{'s' if len(empty) > 1 else ''} {', '.join(empty)}"
            yield f"No goal reaches the {words}; a goal need not reach all, but see that you mean it so."
    if found.coverage.without_stage:
        yield f"No stage is named by {', '.join(found.coverage.without_stage)}."


def _ranking_json(ranking: Ranking) -> dict[str, Any]:
    return {
        "dimensions": [
            {
                "id": d.id,
                "title": d.title,
                "weight": dict(ranking.weights)[d.id],
                "1": d.low,
                "4": d.middle,
                "7": d.high,
                "turned": d.turned,
                "own": d.own,
            }
            for d in ranking.dimensions
        ],
        "items": [
            {
                "id": r.id,
                "title": r.title,
                "rank": r.rank,
                "points": r.points,
                "range": r.one_off,
                "range_own": r.own_off,
                "range_weights": r.weights_off,
                "missing": list(r.missing),
                "counted": dict(r.counted),
            }
            for r in ranking.items
        ],
        "firm": list(ranking.firm),
        "unknown": list(ranking.unknown),
    }


def _reached_json(reached: Reached) -> dict[str, Any]:
    return {
        "id": reached.id,
        "title": reached.title,
        "goals": list(reached.goals),
        "initiatives": list(reached.initiatives),
    }
