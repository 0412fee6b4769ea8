from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.snapshots import every_company, grocer

from custrata.drafting.draft import draft
from custrata.evidence.check import evaluate, judge, subject
from custrata.evidence.figures import NumberNow
from custrata.snapshot import Snapshot
from custrata.strategy.document import Document
from custrata.strategy.parts.group import CustomerGroup
from custrata.strategy.parts.papers.journey_map import JourneyMap, JourneyStage
from custrata.strategy.parts.pattern import Pattern
from custrata.strategy.parts.statement import Claim, Figure
from custrata.vocabulary import EvidenceState, Stage

SUPPORTED, CONTRADICTED = EvidenceState.SUPPORTED, EvidenceState.CONTRADICTED
DRIFTING, UNPROVEN, STALE = EvidenceState.DRIFTING, EvidenceState.UNPROVEN, EvidenceState.STALE


def figure(**fields: object) -> Figure:
    return Figure(**{"name": "rate", "measure": "repeat_rate", "value": 0.72, "unit": "share", **fields})


def moved(snapshot: Snapshot, measure: str, factor: float) -> Snapshot:
    """The snapshot with every reading of one measure multiplied, intervals included."""
    readings = tuple(
        replace(
            r,
            value=None if r.value is None else r.value * factor,
            low=None if r.low is None else r.low * factor,
            high=None if r.high is None else r.high * factor,
        )
        if r.measure == measure
        else r
        for r in snapshot.readings
    )
    return replace(snapshot, readings=readings)


def claimed(bound: Figure, **fields: object) -> Document:
    claim = Claim(id="E01", text="{rate} come back.", figures=(bound,), **fields)
    return Document(schema_version=2, company="A", pattern=Pattern(statements=(claim,)))


@pytest.mark.parametrize(
    ("now", "low", "high", "state"),
    [
        (0.72, None, None, SUPPORTED),
        (0.729, None, None, SUPPORTED),
        (0.735, None, None, DRIFTING),
        (0.705, None, None, DRIFTING),
        (0.75, None, None, CONTRADICTED),
        (0.69, None, None, CONTRADICTED),
        (0.75, 0.735, 0.765, DRIFTING),
        (0.75, 0.745, 0.755, CONTRADICTED),
        (0.69, 0.66, 0.72, DRIFTING),
    ],
)
def test_a_figure_may_move_within_its_tolerance_and_its_interval_decides(now, low, high, state):
    assert judge(figure(tolerance=0.02), NumberNow(now, low, high, 100))[0] is state


@pytest.mark.parametrize(
    ("direction", "now", "low", "high", "state"),
    [
        ("at least", 0.71, None, None, SUPPORTED),
        ("at least", 0.70, None, None, SUPPORTED),
        ("at least", 0.69, None, None, CONTRADICTED),
        ("at least", 0.69, 0.67, 0.71, DRIFTING),
        ("at least", 0.66, 0.63, 0.69, CONTRADICTED),
        ("at most", 0.69, None, None, SUPPORTED),
        ("at most", 0.71, 0.69, 0.73, DRIFTING),
        ("at most", 0.75, 0.72, 0.78, CONTRADICTED),
    ],
)
def test_a_threshold_is_kept_crossed_or_crossed_beyond_the_interval(direction, now, low, high, state):
    bound = figure(threshold=0.7, direction=direction)
    assert judge(bound, NumberNow(now, low, high, 100))[0] is state


def test_a_figure_with_neither_tolerance_nor_threshold_may_not_move():
    assert judge(figure(), NumberNow(0.72, n=9))[0] is SUPPORTED
    assert judge(figure(), NumberNow(0.72001, n=9))[0] is CONTRADICTED


def test_without_a_number_then_or_now_nothing_is_proven():
    assert judge(figure(), NumberNow(None, reason="no data")) == (UNPROVEN, "no data")
    assert judge(figure(value=None), NumberNow(0.7))[0] is UNPROVEN


@given(st.floats(-1e9, 1e9), st.floats(0, 1e6))
def test_what_has_not_moved_is_supported_whatever_the_tolerance(value, tolerance):
    assert judge(figure(value=value, tolerance=tolerance), NumberNow(value, n=10))[0] is SUPPORTED


@pytest.mark.parametrize("snapshot", every_company(), ids=lambda s: s.manifest.company)
def test_a_draft_is_supported_by_the_snapshot_it_was_written_from(snapshot):
    evidence = evaluate(draft(snapshot), snapshot)
    assert {e.state for e in evidence} == {SUPPORTED}
    assert {e.snapshot for e in evidence} == {snapshot.manifest.fingerprint}


def test_only_claims_on_the_measure_that_moved_change_their_state():
    document, snapshot = draft(grocer()), moved(grocer(), "net_revenue_retention", 0.8)
    changed = {e.claim_id for e in evaluate(document, snapshot) if e.state is not SUPPORTED}
    about = {c.id for c in document.claims() if any(f.measure == "net_revenue_retention" for f in c.figures)}
    assert changed == about
    assert len(about) >= 2


def test_a_contradicted_claim_says_what_it_was_and_what_it_is():
    evidence = evaluate(claimed(figure(tolerance=0.02)), moved(grocer(), "repeat_rate", 0.5))[0]
    assert evidence.state is CONTRADICTED
    assert evidence.figures[0].was_to_is == "72% → 36%"
    assert evidence.reason == "72% is now 36%, outside what was allowed."
    assert evidence.said == "36% come back."
    assert evidence.path == "pattern.statements[E01]"


def test_a_reading_that_is_gone_leaves_its_claims_unproven():
    snapshot = replace(grocer(), readings=tuple(r for r in grocer().readings if r.measure != "repeat_rate"))
    evidence = evaluate(claimed(figure(tolerance=0.02)), snapshot)[0]
    assert evidence.state is UNPROVEN
    assert "holds no reading of repeat_rate" in evidence.reason


def test_data_older_than_the_claim_asks_for_are_stale_by_the_day_given_not_by_a_clock():
    document = claimed(figure(tolerance=0.02), as_of=dt.date(2024, 12, 30), fresh_days=90)
    assert evaluate(document, grocer())[0].state is SUPPORTED
    assert evaluate(document, grocer(), on=dt.date(2025, 3, 30))[0].state is SUPPORTED
    assert evaluate(document, grocer(), on=dt.date(2025, 3, 31))[0].state is STALE


def test_a_claim_written_from_newer_data_is_stale_against_an_old_snapshot():
    document = claimed(figure(tolerance=0.02), as_of=dt.date(2025, 6, 30), fresh_days=90)
    assert evaluate(document, grocer())[0].state is STALE


def test_a_claim_without_figures_is_unproven():
    loose = Claim(id="E01", text="All is well.")
    document = Document(schema_version=2, company="A", pattern=Pattern(statements=(loose,)))
    assert evaluate(document, grocer())[0].state is UNPROVEN


def test_a_claim_stands_as_its_weakest_figure():
    other = Figure(name="n", measure="customers", value=1, unit="customers")
    claim = Claim(id="E01", text="{rate} of {n}", figures=(figure(tolerance=0.02), other))
    document = Document(schema_version=2, company="A", pattern=Pattern(statements=(claim,)))
    evidence = evaluate(document, grocer())[0]
    assert [f.state for f in evidence.figures] == [SUPPORTED, CONTRADICTED]
    assert evidence.state is CONTRADICTED


def test_every_reading_used_is_named_once():
    readings = evaluate(draft(grocer()), grocer())[0].readings
    assert len({r.key for r in readings}) == len(readings) >= 1


def test_a_claim_with_a_typed_number_is_never_supported_however_well_its_figures_stand():
    snapshot = grocer()
    bound = figure(value=snapshot.reading("repeat_rate").value, tolerance=0.02)
    typed = Claim(id="E01", text="{rate} come back, up 35% on last year.", figures=(bound,))
    named = typed.model_copy(update={"text": "{rate} of “18-24” come back."})
    states = {
        claim.text: evaluate(
            Document(schema_version=2, company="A", pattern=Pattern(statements=(claim,))), snapshot
        )[0]
        for claim in (typed, named)
    }
    assert states[typed.text].state is UNPROVEN
    assert states[typed.text].reason == "A number in the text is bound to nothing."
    assert states[named.text].state is SUPPORTED


def test_a_contradicted_figure_is_said_even_beside_a_typed_number():
    typed = Claim(id="E01", text="{rate} come back, up 35%.", figures=(figure(value=0.01, tolerance=0.002),))
    document = Document(schema_version=2, company="A", pattern=Pattern(statements=(typed,)))
    assert evaluate(document, grocer())[0].state is CONTRADICTED


def test_a_claim_about_a_group_or_stage_says_whom_it_speaks_of_where_its_words_do_not():
    document = draft(grocer())
    told = {e.path.split(".")[0]: (subject(e, document), e) for e in evaluate(document, grocer())}
    groups = [(name, e) for path, (name, e) in told.items() if path.startswith("groups[")]
    assert groups
    for name, evidence in groups:
        assert name in ("", *(g.name for g in document.groups))
        assert name == "" or name not in evidence.said
    assert "Stage adoption" in {name for path, (name, _) in told.items() if path.startswith("lifecycle[")}
    assert {name for path, (name, _) in told.items() if path.startswith("canvas")} == {""}


@pytest.mark.parametrize(
    ("text", "group", "named"),
    [
        ("{rate} of them came back.", "gold", "Gold customers"),
        ("{rate} stand at this stage.", "", "Stage adoption"),
        ("{rate} of requests were answered within a day.", "gold", ""),
        ("{rate} of gold customers came back: {rate} of them.", "other", "Stage adoption"),
    ],
)
def test_a_claim_of_a_journey_is_told_of_whom_it_speaks_where_its_words_point(text, group, named):
    claim = Claim(id="E01", text=text, figures=(figure(),))
    stage = JourneyStage(id="at", stage=Stage.ADOPTION, position=claim)
    document = Document(
        schema_version=2,
        company="A",
        groups=(CustomerGroup(id="gold", name="Gold customers"),),
        journey_maps=(JourneyMap(id="j", group=group, stages=(stage,)),),
    )
    (found,) = evaluate(document, grocer())
    assert subject(found, document) == named


@pytest.mark.parametrize(
    ("bound", "factor", "state"),
    [
        ({"tolerance": 0.02}, 1.0, SUPPORTED),
        ({"tolerance": 0.02}, 0.975, DRIFTING),
        ({"tolerance": 0.02}, 0.9, CONTRADICTED),
        ({"threshold": 0.71, "direction": "at least"}, 0.99, SUPPORTED),
        ({"threshold": 0.71, "direction": "at least"}, 0.97, DRIFTING),
        ({"threshold": 0.71, "direction": "at least"}, 0.9, CONTRADICTED),
        ({"threshold": 0.73, "direction": "at most"}, 1.01, SUPPORTED),
        ({"threshold": 0.73, "direction": "at most"}, 1.03, DRIFTING),
        ({"threshold": 0.73, "direction": "at most"}, 1.1, CONTRADICTED),
        ({"threshold": 0.71, "direction": "at least", "tolerance": 0.0001}, 1.5, SUPPORTED),
        ({"tolerance": 0.02, "least_n": 5000}, 1.0, UNPROVEN),
        ({"threshold": 0.71, "direction": "at least", "least_n": 5000}, 1.0, UNPROVEN),
    ],
)
def test_every_state_comes_about_under_every_kind_of_bound(bound, factor, state):
    snapshot = moved(grocer(), "repeat_rate", factor)
    document = claimed(figure(**bound), as_of=dt.date(2024, 12, 30), fresh_days=90)
    assert evaluate(document, snapshot)[0].state is state
    assert evaluate(document, snapshot, on=dt.date(2025, 6, 30))[0].state is STALE


def test_a_digit_that_changed_is_not_called_as_written():
    assert judge(figure(tolerance=0.04), NumberNow(0.72, n=9))[1] == "72% as written"
    days = figure(tolerance=1, value=13, unit="days")
    assert judge(days, NumberNow(3, n=9))[1] == "13 days is now 3 days, outside what was allowed"
    assert judge(figure(tolerance=0.04), NumberNow(0.73, n=9)) == (
        SUPPORTED,
        "72% is now 73%, well within what is allowed",
    )
