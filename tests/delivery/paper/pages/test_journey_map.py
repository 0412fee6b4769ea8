from __future__ import annotations

import pytest
from tests.delivery.paper.written import full, full_document

from custrata.delivery.figures import say
from custrata.delivery.paper.page import Grid, Voice
from custrata.delivery.paper.pages.journey_map import journey_map, journey_sheet, lanes, without_stop
from custrata.delivery.paper.telling import Teller
from custrata.vocabulary import EvidenceState


@pytest.fixture(scope="module")
def teller() -> Teller:
    return Teller(full())


@pytest.fixture(scope="module")
def grid(teller) -> Grid:
    return lanes(teller, full_document().journey_maps[0])


def named(grid: Grid, name: str):
    return next(r for r in grid.rows if r.cells[0].lines[0].words.text.startswith(name))


def test_stages_are_columns_and_the_worst_one_is_marked(grid):
    assert [c.head for c in grid.columns[1:]][4] == "At risk · worst"
    assert grid.worst == 5


def test_the_title_says_where_the_journey_breaks_with_the_claim_behind_it():
    finding = journey_map(full())[0].finding
    assert finding.words.text.startswith(
        "The journey of Weekend walkers breaks first at “at risk”: 480 customers"
    )
    assert (finding.tail, finding.state) == ("J05", EvidenceState.SUPPORTED)


def test_without_a_worst_stage_the_title_says_that_it_is_missing(teller):
    part = full_document().journey_maps[0].model_copy(update={"worst": None})
    assert "not said yet" in journey_sheet(teller, part).finding.words.text


def test_friction_from_data_is_sized_by_customers_and_stands_apart_from_that_of_people(grid):
    data, people = named(grid, "Friction, from data"), named(grid, "Friction, from people")
    assert data.cells[5].size == 1.0
    assert data.cells[6].size == pytest.approx(60 / 480)
    assert data.cells[1].size is None
    assert {x.voice for c in people.cells[1:] for x in c.lines} == {Voice.PROPOSAL}


def test_a_metric_that_is_read_shows_its_number_and_one_that_is_not_waits(grid):
    metric = named(grid, "Metric")
    assert metric.cells[5].lines[0].words.text == "Logo retention 80%"
    assert metric.cells[1].lines[0].voice is Voice.GAP


def test_feelings_are_a_line_and_friction_never_leaves_the_page(grid):
    assert named(grid, "They feel").feels == (1, 2, 0, 2, -2, 1)
    assert named(grid, "Friction, from data").keep
    assert not named(grid, "Content").keep


def test_a_sentence_without_a_stop():
    assert without_stop(say("Done. ")).text == "Done"
    assert without_stop(say()).text == ""
