"""How complete a project's strategy is, and how well it is proven: five views and six questions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from custrata.engine.snapshots import SnapshotStore
from custrata.evidence.check import evaluate
from custrata.project.economics.section import Section
from custrata.project.place import locate
from custrata.project.strategy_file import read_strategy
from custrata.strategy.views.catalogue import view, views
from custrata.strategy.views.presence import Presence
from custrata.strategy.views.questions import Answer, Answered, ask
from custrata.strategy.views.view import Component, Strength, View, Wanted

MOST_NAMED = 3


@dataclass(frozen=True)
class Seen:
    """What was asked for.

    Attributes:
        views: One view, or all five.
        answers: The six questions, with all five views or the canvas.
        one: Whether one view was asked for, and so is told in full.
    """

    views: tuple[View, ...]
    answers: tuple[Answer, ...]
    one: bool


def views_of(path: Path, name: str = "") -> Seen:
    """The strategy of a project in one view, or in all five.

    Args:
        path: The project.
        name: ``anatomy``, ``canvas``, ``marketing``, ``steps`` or ``chain``; empty for all.

    Raises:
        DocumentError: There is no such view, or no strategy yet.
        SnapshotError: There is no snapshot yet.
    """
    place = locate(path)
    document = read_strategy(place)
    judged = {e.claim_id: e for e in evaluate(document, SnapshotStore(place.state).load())}
    if name:
        answers = ask(document) if name == "canvas" else ()
        return Seen((view(name, document, judged),), answers, True)
    return Seen(views(document, judged), ask(document), False)


def views_sections(seen: Seen) -> tuple[Section, ...]:
    """A table a view; with one view, what is missing in each component; then the six questions."""
    sections = [_view(found) for found in seen.views]
    if seen.one:
        sections += [_missing(component) for component in seen.views[0].components if _lacking(component)]
    return (*sections, *((_questions(seen.answers),) if seen.answers else ()))


def views_sentences(seen: Seen) -> tuple[str, ...]:
    """How to read the tables."""
    said = (
        "There is what is said at all, proposals too; a gap, or a role without a person, is not there. "
        "How far it can be relied on stands beside it."
    )
    if seen.one:
        return (said,)
    names = ", ".join(f"custrata views {found.name}" for found in seen.views)
    return said, f"What is missing, thing by thing: {names}."


def views_json(seen: Seen) -> dict[str, Any]:
    """The same for programs."""
    return {
        "views": [
            {
                "name": found.name,
                "title": found.title,
                "completeness": found.completeness,
                "components": [_component_json(c) for c in found.components],
            }
            for found in seen.views
        ],
        "questions": [
            {
                "id": a.question.id,
                "question": a.question.text,
                "state": str(a.state),
                "where": list(a.where),
                "missing": [w.title for w in a.wanted if not w.found.there],
            }
            for a in seen.answers
        ],
    }


def strength_line(strength: Strength) -> str:
    """How well statements are proven, in words.

    Example:
        >>> strength_line(Strength(unsigned=2, gaps=1))
        '2 proposals not signed, 1 gap'
    """
    pieces = [f"{n} {state}" for state, n in strength.claims]
    pieces += [
        f"{n} {one if n == 1 else many}"
        for n, one, many in (
            (strength.not_judged, "claim not held against data", "claims not held against data"),
            (strength.signed, "proposal signed", "proposals signed"),
            (strength.unsigned, "proposal not signed", "proposals not signed"),
            (strength.gaps, "gap", "gaps"),
        )
        if n
    ]
    return ", ".join(pieces) or "nothing said"


def _view(found: View) -> Section:
    zoned = any(c.part_of for c in found.components)
    heads = (*(("part of",) if zoned else ()), "component", "there", "how well it is proven")
    rows = tuple(
        (
            *((c.part_of,) if zoned else ()),
            c.title,
            f"{c.there} of {len(c.wanted)}",
            strength_line(c.strength),
        )
        for c in found.components
    )
    return Section(f"{found.title} ({found.name}): {found.completeness:.0%} is there", heads, rows)


def _lacking(component: Component) -> tuple[Wanted, ...]:
    return tuple(w for w in component.wanted if not w.found.there)


def _missing(component: Component) -> Section:
    rows = tuple((w.title, _named(w.found)) for w in _lacking(component))
    return Section(f"{component.title}: {component.question}", ("not there yet", "missing"), rows)


def _named(found: Presence) -> str:
    more = f" and {len(found.missing) - MOST_NAMED} more" if len(found.missing) > MOST_NAMED else ""
    return "; ".join(found.missing[:MOST_NAMED]) + more


def _questions(answers: tuple[Answer, ...]) -> Section:
    rows = tuple((a.question.text, str(a.state), "; ".join(_open(a))) for a in answers)
    return Section("Six questions", ("question", "", "open"), rows)


def _open(answer: Answer) -> Iterator[str]:
    if answer.state is not Answered.ANSWERED:
        yield from (w.title for w in answer.wanted if not w.found.there)


def _component_json(c: Component) -> dict[str, Any]:
    return {
        "id": c.id,
        "title": c.title,
        "question": c.question,
        "part_of": c.part_of or None,
        "completeness": c.completeness,
        "paths": list(c.paths),
        "present": list(c.parts_present),
        "things": [
            {
                "title": w.title,
                "there": w.found.there,
                "where": list(w.found.where),
                "missing": list(w.found.missing),
            }
            for w in c.wanted
        ],
        "strength": {
            "claims": {str(state): n for state, n in c.strength.claims},
            "not_judged": c.strength.not_judged,
            "signed": c.strength.signed,
            "unsigned": c.strength.unsigned,
            "gaps": c.strength.gaps,
            "supported": c.strength.supported,
        },
        "gaps": [{"place": place, "text": text} for place, text in c.gaps],
    }
