"""Experiment readout: verdict, effect with its interval, set-up, guardrails, next step; a page each."""

from __future__ import annotations

from custrata.delivery.deck.material import day_text, plain, title_case, worded
from custrata.delivery.deliverable import Given
from custrata.delivery.figures import Figure, figure, rests_on, say
from custrata.delivery.paper.page import (
    Band,
    Block,
    Cell,
    Column,
    Grid,
    Line,
    Lines,
    Pair,
    Row,
    Sheet,
    Spot,
    Tone,
    Track,
    Voice,
)
from custrata.delivery.paper.telling import Teller, headline, listed, nothing_written, plainly, signed_by
from custrata.strategy.parts.running.experiment import Experiment, ExperimentDecision, ExperimentState
from custrata.strategy.parts.statement import Claim
from custrata.strategy.wording.spelling import spell
from custrata.vocabulary import Reading

KIND = "Experiment readout"
_VERDICT = {
    ExperimentDecision.SHIP: "Ship:",
    ExperimentDecision.STOP: "Stop:",
    ExperimentDecision.GO_ON: "Go on:",
    ExperimentDecision.OPEN: "Not decided:",
}
_AHEAD = {
    ExperimentState.PLANNED: "Not begun:",
    ExperimentState.RUNNING: "Running, nothing decided:",
    ExperimentState.DONE: "Done, result not written:",
    ExperimentState.STOPPED: "Stopped without a result:",
}


def experiment_readouts(given: Given) -> tuple[Sheet, ...]:
    """A page for every experiment, or for those of one group.

    Raises:
        DeliveryError: If the strategy holds no experiment, or none for the group asked for.
    """
    teller = Teller(given)
    chosen = [e for e in teller.document.experiments if not given.group or given.group in e.groups]
    if not chosen:
        whom = f" for {given.group}" if given.group else ""
        raise nothing_written(f"no experiment{whom}", "experiments")
    return tuple(readout_sheet(teller, e) for e in chosen)


def readout_sheet(teller: Teller, part: Experiment) -> Sheet:
    """The page of one experiment."""
    blocks: list[Block | None] = []
    said = teller.line(part.hypothesis, head=_AHEAD[part.state])
    if part.result is None:
        finding, band = headline(said, "A test with customers")
        blocks.append(Band("Hypothesis:", band) if band else None)
    else:
        result = teller.line(part.result, head=_VERDICT[part.decision])
        finding, band = headline(result, "What the test showed")
        blocks.append(Lines("Result", (band,), keep=True) if band else None)
        blocks.append(Band("Hypothesis:", teller.line(part.hypothesis)))
    blocks += [
        _effects(teller, part),
        _set_up(teller, part),
        Pair(_guardrails(teller, part), _limits(part))
        if part.result or part.learned
        else _guardrails(teller, part),
        _next(part),
    ]
    return teller.sheet(KIND, finding, blocks)


def _set_up(teller: Teller, part: Experiment) -> Grid:
    whom = listed(teller.group_name(g) for g in part.groups)
    days = [day_text(d) if d else "open" for d in (part.starts_on, part.ends_on)]
    when = f"{days[0]} to {days[1]}" if part.starts_on else ""
    least = spell(part.least_effect, teller.unit_of(part.metric)) if part.least_effect is not None else ""
    facts = (
        ("Who", whom),
        ("When", when),
        ("In each arm", f"{part.n_per_arm:,}" if part.n_per_arm else ""),
        ("Smallest effect worth finding", least),
        ("How", part.set_up),
        ("Decided by", title_case(plain(part.metric)) if part.metric else ""),
        ("State", title_case(part.state.value)),
    )
    rows = tuple(
        Row((Cell((plainly(head, bold=True),)), Cell((Line(worded(said), Voice.PROPOSAL),))), support=2.5)
        for head, said in facts
        if said
    )
    if empty := ", ".join(head[:1].lower() + head[1:] for head, said in facts if not said):
        gap = Line(worded(f"Not said yet: {empty}."), Voice.GAP, support=0.2)
        rows += (Row((Cell((gap,)),), support=1.5, wide=True),)
    return Grid("Who, when, how", (Column("", share=0), Column("", share=1)), rows, Tone.PROPOSAL)


def _effects(teller: Teller, part: Experiment) -> Grid | None:
    """Every figure of the result that is one reading, with its interval over a line at zero."""
    if not isinstance(part.result, Claim):
        return None
    evidence = teller.evidence(part.result.id)
    found = [
        f.now.readings[0]
        for f in (evidence.figures if evidence else ())
        if len(f.now.readings) == 1 and f.now.value is not None and f.now.readings[0].low is not None
    ]
    alike = [r for r in found if r.unit == found[0].unit]
    if not alike:
        return None
    columns = (
        Column("Measure", share=3),
        Column("n", True, 0),
        Column("Effect", True, 0),
        Column("Interval", share=2),
    )
    track = _zero_track(alike)
    rows = tuple(_effect_row(r, part.result.id) for r in alike)
    return Grid("Effect, 95% interval; the line is no difference", columns, rows, track=track)


def _zero_track(readings: list[Reading]) -> Track:
    ends = [abs(x) for r in readings for x in (r.value, r.low, r.high) if x is not None]
    reach = max(ends, default=1.0) * 1.15 or 1.0
    null = 1.0 if readings[0].unit == "ratio" else 0.0
    return Track(null - reach, null + reach, ((null, spell(null, readings[0].unit)),), (null,), width=5.2)


def _effect_row(reading: Reading, claim: str) -> Row:
    shown: Figure = figure(reading)
    where = "".join(f", {v}" for _, v in reading.segment)
    explored = " (exploratory)" if reading.segment else ""
    name = worded(f"{title_case(plain(reading.measure))}{where}{explored}")
    cells = (
        Cell((Line(name),)),
        Cell((Line(say(rests_on(reading)), claims=(claim,)),)),
        Cell((Line(say(shown), bold=True, claims=(claim,)),)),
        Cell((Line(worded(shown.interval or "counted", "evidence"), Voice.QUIET),)),
    )
    return Row(cells, Spot(reading.value or 0.0, reading.low, reading.high), support=6.0)


def _guardrails(teller: Teller, part: Experiment) -> Lines:
    if not part.guardrails:
        gap = Line(worded("No guardrail is named."), Voice.GAP, support=0.2)
        return Lines("Guardrails", (gap,))
    return Lines("Guardrails: must not get worse", tuple(teller.measured(g) for g in part.guardrails))


def _limits(part: Experiment) -> Lines:
    if part.learned:
        return Lines("What we keep of it", (Line(worded(part.learned), Voice.PROPOSAL),), Tone.PROPOSAL)
    gap = Line(worded("What was learned has not been written."), Voice.GAP, support=0.2)
    return Lines("What we keep of it", (gap,))


def _next(part: Experiment) -> Lines:
    words = part.next_step or "Nobody has said what happens next."
    voice = Voice.PROPOSAL if part.next_step else Voice.GAP
    return Lines("Next step", (Line(worded(words), voice, signed_by(part.owner)),), Tone.PROPOSAL, keep=True)
