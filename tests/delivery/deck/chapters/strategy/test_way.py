from __future__ import annotations

from dataclasses import replace

import pytest
from tests.delivery.deck.filled import moved_on

from custrata.delivery.deck.chapters import plan
from custrata.delivery.deck.chapters.strategy.way import Way, way_of
from custrata.evidence.check import evaluate
from custrata.vocabulary import EvidenceState


@pytest.fixture
def moved(material):
    found = material("grocer")
    document = moved_on(found.document)
    return replace(found, document=document, evidence=evaluate(document, found.snapshot))


def test_a_fresh_scorecard_has_gone_no_way(material):
    found = material("grocer")
    ways = [way_of(found, row) for row in found.document.scorecard]
    assert all(w is None or w.at == pytest.approx(0, abs=1e-6) for w in ways)
    assert plan.scorecard(found).exhibits[0].exhibit.spots is None


def test_a_tenth_above_its_base_is_told_as_a_part_of_the_way(moved):
    row = next(r for r in moved.document.scorecard if r.target is not None)
    base = row.base.figures[0].value
    now = moved.bound(row.base.figures[0]).value
    assert way_of(moved, row).at == pytest.approx(100 * (now - base) / (row.target - base))


@pytest.mark.parametrize("months", [-5, 10**7])
def test_a_target_in_any_number_of_months_has_a_way(moved, months):
    row = next(r for r in moved.document.scorecard if r.target is not None)
    far = row.model_copy(update={"on": None, "in_months": months})
    assert way_of(moved, far).at == way_of(moved, row).at


def test_the_scorecard_shows_the_way_once_anything_moved(moved):
    table = plan.scorecard(moved).exhibits[0].exhibit
    assert {0.0, 100.0} <= set(table.spots.levels)
    assert any(row.spot for row in table.rows)


def test_on_plan_and_backwards_are_asked_of_the_whole_interval():
    assert Way(40.0, 30.0, 55.0, wanted=50.0).on_plan
    assert not Way(40.0, 30.0, 45.0, wanted=50.0).on_plan
    assert not Way(-5.0, -20.0, 10.0).backwards
    assert Way(-20.0).backwards


def test_a_measure_that_came_nearer_is_not_shown_as_a_broken_claim(moved):
    table = plan.scorecard(moved).exhibits[0].exhibit
    for row in table.rows:
        if row.spot is not None and row.spot.at > 0:
            assert row.spot.state is None
            assert row.cells[5].main.text in {"nearer", "on plan", "behind plan"}


def test_what_moves_away_from_its_target_says_so_in_words(moved):
    rows = [r for r in plan.scorecard(moved).exhibits[0].exhibit.rows if r.spot is not None]
    wrong = [r for r in rows if r.cells[5].main.text == "× wrong way"]
    assert all(r.spot.state is EvidenceState.CONTRADICTED for r in wrong)
