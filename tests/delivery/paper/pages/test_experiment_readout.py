from __future__ import annotations

from tests.delivery.paper.written import full, full_document

from custrata.delivery.paper.page import Band, Grid, Lines, Voice, lines_of
from custrata.delivery.paper.pages.experiment_readout import experiment_readouts, readout_sheet
from custrata.delivery.paper.telling import Teller
from custrata.strategy.parts.running.experiment import ExperimentState


def test_the_verdict_opens_the_title():
    done, planned = experiment_readouts(full())
    assert done.finding.head == "Ship:"
    assert done.finding.claims == ("X01",)
    assert planned.finding.head == "Not begun:"
    assert planned.finding.voice is Voice.PROPOSAL


def test_the_effect_is_drawn_over_the_line_of_no_difference_and_parts_are_exploratory():
    grid = next(b for b in experiment_readouts(full())[0].blocks if isinstance(b, Grid) and b.track)
    assert grid.track.rules == (0.0,)
    assert [r.cells[0].lines[0].words.text for r in grid.rows] == [
        "Repeat rate effect",
        "Repeat rate effect, gold (exploratory)",
    ]
    assert grid.rows[1].spot.low < 0 < grid.rows[1].spot.high


def test_a_test_without_a_result_has_no_plot_and_keeps_nothing():
    sheet = experiment_readouts(full())[1]
    assert not [b for b in sheet.blocks if isinstance(b, Grid) and b.track]
    assert "What we keep of it" not in [b.heading for b in sheet.blocks if isinstance(b, Lines)]


def test_a_running_test_decides_nothing():
    part = full_document().experiments[1].model_copy(update={"state": ExperimentState.RUNNING})
    assert readout_sheet(Teller(full()), part).finding.head == "Running, nothing decided:"


def test_who_when_and_how_are_there_or_said_to_be_missing():
    done, planned = experiment_readouts(full())
    said = [x.words.text for b in done.blocks for x in lines_of(b)]
    assert "1 Mar 2024 to 30 Sep 2024" in said
    assert "600" in said
    assert "3%" in said
    missing = [x.words.text for b in planned.blocks for x in lines_of(b) if "Not said yet" in x.words.text]
    assert missing == [
        "Not said yet: who, when, in each arm, smallest effect worth finding, how, decided by."
    ]
    assert any(isinstance(b, Band) for b in done.blocks)
