"""Journey map with friction: stages as columns, lanes beneath, friction from data beside that from people."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from custrata.delivery.deck.material import plain, title_case, worded
from custrata.delivery.deliverable import Given
from custrata.delivery.figures import Prose, say
from custrata.delivery.paper.folding import without_owners
from custrata.delivery.paper.page import Cell, Column, Grid, Line, Row, Sheet, Voice
from custrata.delivery.paper.telling import LONGEST_FINDING, Teller, nothing_written, plainly, signed_by
from custrata.strategy.parts.papers.journey_map import JourneyMap, JourneyStage
from custrata.strategy.parts.statement import Claim, Statement

KIND = "Journey map"
_COUNTED = frozenset({"customers", "accounts", "people"})


def journey_map(given: Given) -> tuple[Sheet, ...]:
    """A page for every journey map, or for those of one group.

    Raises:
        DeliveryError: If the strategy holds no journey map with stages, or none for the group asked for.
    """
    teller = Teller(given)
    chosen = [
        m for m in teller.document.journey_maps if m.stages and (not given.group or m.group == given.group)
    ]
    if not chosen:
        whom = f" for {given.group}" if given.group else ""
        raise nothing_written(f"no journey map{whom} has stages", "journey_maps")
    return tuple(journey_sheet(teller, m) for m in chosen)


def journey_sheet(teller: Teller, part: JourneyMap) -> Sheet:
    """The page of one journey map."""
    blocks = (replace(lanes(teller, part), note=_note(part)),)
    return teller.sheet(KIND, _finding(teller, part), blocks, landscape=True)


def _finding(teller: Teller, part: JourneyMap) -> Line:
    whom = teller.called(part.group, "customers")
    worst = next((s for s in part.stages if s.stage == part.worst), None)
    if worst is None:
        return plainly(f"Where the journey of {whom} breaks first is not said yet")
    title = f"The journey of {whom} breaks first at “{worst.stage.value}”"
    friction = worst.friction_from_data
    if isinstance(friction, Claim):
        line = teller.line(friction)
        words = without_stop(say(worded(f"{title}: "), line.words))
        if len(words.text) <= LONGEST_FINDING:
            return Line(
                words, Voice.COMPUTED, line.tail, line.state, support=line.support, claims=line.claims
            )
    return plainly(title)


def without_stop(prose: Prose) -> Prose:
    """The sentence without a full stop at its end."""
    last = prose.parts[-1] if prose.parts else ""
    return Prose((*prose.parts[:-1], last.rstrip().removesuffix("."))) if isinstance(last, str) else prose


def lanes(teller: Teller, part: JourneyMap) -> Grid:
    """Stages as columns, lanes as rows; lanes that nobody has filled are left out."""
    stages = part.stages
    lost = [_lost(teller, s.friction_from_data) for s in stages]
    most = max((x for x in lost if x), default=0.0)

    def friction(at: int, stage: JourneyStage) -> Cell:
        size = (lost[at] or 0.0) / most if most and lost[at] else None
        lines = teller.lines([stage.friction_from_data], short=True)
        return Cell(lines, size)

    def people(_: int, stage: JourneyStage) -> Cell:
        return Cell(teller.lines(stage.friction_from_people, short=True))

    rows = [
        _row("Outcome wanted", stages, lambda _, s: Cell(teller.lines([s.outcome], short=True)), 2.2),
        _row("Decision moments", stages, lambda _, s: _texts(s.decision_moments), 1.6),
        _row("They think", stages, lambda _, s: _texts(s.thinks), 1.5),
        _feels(stages),
        _row("Friction, from data", stages, friction, keep=True)
        or _unknown("Friction, from data", "Where customers are lost on the way is not known."),
        _row("Friction, from people", stages, people, 2.4)
        or _unknown("Friction, from people", "Nobody has asked customers or colleagues what holds them up."),
        _row("Human touch", stages, lambda _, s: _texts((s.human_touch,)), 1.2),
        _row("Content", stages, lambda _, s: _texts((s.content,)), 1.1),
        _row("Metric", stages, lambda _, s: _metric(teller, s), keep=True),
        _row("Owner", stages, lambda _, s: Cell((_owner(s),)), 2.0),
    ]
    worst = next((i + 1 for i, s in enumerate(stages) if s.stage == part.worst), None)
    heads = tuple(
        Column(title_case(s.stage.value) + (" · worst" if s.stage == part.worst else "")) for s in stages
    )
    kept = tuple(r for r in rows if r)
    return without_owners(Grid("", (Column("", share=0.8), *heads), kept, worst=worst, dense=True))


def _row(
    name: str,
    stages: tuple[JourneyStage, ...],
    cell: Callable[[int, JourneyStage], Cell],
    support: float = 6.0,
    *,
    keep: bool = False,
) -> Row | None:
    cells = tuple(cell(i, s) for i, s in enumerate(stages))
    if not any(c.lines for c in cells):
        return None
    return Row((Cell((plainly(name, bold=True),)), *cells), support=support, keep=keep)


def _unknown(name: str, missing: str) -> Row:
    """A lane of which nothing is known, as one gap over all stages."""
    gap = Cell((Line(worded(missing), Voice.GAP),))
    return Row((Cell((plainly(name, bold=True),)), gap), support=2.3, wide=True)


def _texts(words: tuple[str, ...]) -> Cell:
    return Cell(tuple(Line(worded(w), Voice.PROPOSAL) for w in words if w))


def _feels(stages: tuple[JourneyStage, ...]) -> Row | None:
    values = tuple(s.feels for s in stages)
    if all(v is None for v in values):
        return None
    return Row((Cell((plainly("They feel, −3 to 3", bold=True),)),), feels=values, support=1.8)


def _metric(teller: Teller, stage: JourneyStage) -> Cell:
    said = teller.lines([stage.position], short=True)
    if said:
        return Cell(said)
    if not stage.metric:
        return Cell((Line(worded("No metric named."), Voice.GAP),))
    if teller.has(stage.metric):
        shown = teller.shown(stage.metric)
        if shown is not None:
            return Cell((Line(say(title_case(plain(stage.metric)), " ", shown), Voice.STATED),))
    return Cell((Line(worded(f"{title_case(plain(stage.metric))} is waited for."), Voice.GAP),))


def _owner(stage: JourneyStage) -> Line:
    if stage.owner.assigned:
        return plainly(stage.owner.name)
    return Line(
        worded(f"{title_case(stage.owner.role)}?" if stage.owner.role else "Needs an owner"), Voice.PROPOSAL
    )


def _lost(teller: Teller, statement: Statement | None) -> float | None:
    """Customers that a friction loses: the first counted figure of its claim."""
    if not isinstance(statement, Claim):
        return None
    evidence = teller.evidence(statement.id)
    for found in evidence.figures if evidence else ():
        unit = found.figure.unit or (found.now.readings[0].unit if found.now.readings else "")
        if unit in _COUNTED and found.now.value:
            return abs(found.now.value)
    return None


def _note(part: JourneyMap) -> Line:
    words = "Dots: customers, by area. Violet: what people say, think or propose; ink: what data show."
    return Line(worded(f"{words} Map: {signed_by(part.owner)}."), Voice.QUIET)
