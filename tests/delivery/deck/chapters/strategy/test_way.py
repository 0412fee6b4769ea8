from __future__ import annotations

from dataclasses import replace

import pytest
from tests.delivery.deck.filled import moved_on

from custrata.delivery.deck.chapters import plan
from custrata.delivery.deck.chapters.strategy.way import Way, holds, is_to_hold, way_of
from custrata.evidence.check import evaluate
from custrata.vocabulary import Direction, EvidenceState


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


def _to_hold(found, now):
    """The first row with a target and a reading, whose base and target are one, at some part of today's."""
    row = next(r for r in found.document.scorecard if r.target is not None)
    bound = row.base.figures[0]
    base = found.bound(bound).value * now
    written = row.base.model_copy(update={"figures": (bound.model_copy(update={"value": base}),)})
    return row.model_copy(update={"base": written, "target": float(f"{base:.3g}")})


def test_a_target_that_rounds_its_base_is_to_be_held_and_is_no_way(moved):
    row = _to_hold(moved, 1.0)
    assert is_to_hold(row)
    assert way_of(moved, row) is None
    assert holds(moved, row) is True
    assert holds(moved, _to_hold(moved, 2.0)) is False
    assert holds(moved, next(r for r in moved.document.scorecard if not is_to_hold(r))) is None


def test_what_is_lower_the_better_is_held_while_it_does_not_rise(moved):
    lower = {"better": Direction.LOWER}
    assert holds(moved, _to_hold(moved, 2.0).model_copy(update=lower)) is True
    assert holds(moved, _to_hold(moved, 0.5).model_copy(update=lower)) is False


def test_what_is_only_to_be_held_counts_as_held_and_not_as_on_plan(moved):
    rows = moved.document.scorecard
    first = next(n for n, r in enumerate(rows) if r.target is not None)
    held = (*rows[:first], _to_hold(moved, 1.0), *rows[first + 1 :])
    document = moved.document.model_copy(update={"scorecard": held})
    slides = [plan.scorecard(m) for m in (moved, replace(moved, document=document))]
    assert ", 1 holds" in slides[1].titles[-1].text
    assert "hold" not in slides[0].titles[-1].text
    assert slides[1].exhibits[0].exhibit.rows[first].cells[5].main.text == "held"
    counted = [slide.titles[-1].figures[0].value for slide in slides]
    assert counted[1] == counted[0] - 1
