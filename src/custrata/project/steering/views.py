"""How complete a project's strategy is, and how well it is proven: five views and six questions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
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
ADDRESS = "what is missing, as custrata strategy set names it"


@dataclass(frozen=True)
class Seen:
    """What was asked for.

    Attributes:
        views: One view, or all five.
        answers: The six questions, with all five views or the canvas.
        one: Whether one view was asked for, and so is told in full.
        first: How paths of the groups that come first begin.
    """

    views: tuple[View, ...]
    answers: tuple[Answer, ...]
    one: bool
    first: tuple[str, ...] = ()


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
        led = [group.id for group in document.groups if group.intent and group.intent.emphasised]
        first = tuple(f"{one}{mark}" for one in led for mark in ".:")
        return Seen((view(name, document, judged),), answers, True, first)
    return Seen(views(document, judged), ask(document), False)


def views_sections(seen: Seen) -> tuple[Section, ...]:
    """A table a view; with one view, what is missing in each component; then the six questions."""
    sections = [_view(found) for found in seen.views]
    if seen.one:
        lacking = (component for component in seen.views[0].components if _lacking(component))
        sections += [_missing(component, seen.first) for component in lacking]
    return (*sections, *((_questions(seen.answers),) if seen.answers else ()))


def views_sentences(seen: Seen) -> tuple[str, ...]:
    """How to read the tables."""
    said = (
        "A thing is said when anybody has said it, as a proposal too; a gap, or a role without a person, "
        "says nothing. Beside it stand all statements on the component, which are more than the things it "
        "needs: how many of them are proven, agreed or open."
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
    heads = (
        *(("part of",) if zoned else ()),
        "component",
        "things said",
        "its statements, by how well they are proven",
    )
    rows = tuple(
        (
            *((c.part_of,) if zoned else ()),
            c.title,
            f"{c.there} of {len(c.wanted)}",
            _strength(c),
        )
        for c in found.components
    )
    return Section(f"{found.title} ({found.name}): {found.completeness:.0%} is written", heads, rows)


def _strength(component: Component) -> str:
    """How well a component is proven; where nothing is said, where it would stand."""
    told = strength_line(component.strength)
    return told if component.strength.statements else f"{told}; it stands under {component.paths[0]}"


def _lacking(component: Component) -> tuple[Wanted, ...]:
    return tuple(w for w in component.wanted if not w.found.there)


def _missing(component: Component, first: tuple[str, ...]) -> Section:
    rows = tuple((w.title, _named(w.found, first)) for w in _lacking(component))
    return Section(f"{component.title}: {component.question}", ("not said yet", ADDRESS), rows)


def _named(found: Presence, first: tuple[str, ...]) -> str:
    """What is missing, of the groups that come first before the others."""
    urgent = [name for name in found.missing if name.startswith(first)] if first else []
    if not urgent or len(urgent) == len(found.missing):
        return _shortened(found.missing)
    others = [name for name in found.missing if name not in urgent]
    return f"{_shortened(urgent)}; of less hurry: {_shortened(others)}"


def _shortened(names: Sequence[str]) -> str:
    more = f" and {len(names) - MOST_NAMED} more" if len(names) > MOST_NAMED else ""
    return "; ".join(names[:MOST_NAMED]) + more


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
