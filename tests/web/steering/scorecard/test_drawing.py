from __future__ import annotations

from dataclasses import replace

import pytest

from custrata.delivery.deck.chapters.strategy.way import Way
from custrata.project.steering.course import standings
from custrata.web.steering.scorecard.drawing import drawn
from custrata.web.strategies.staging import scene_of


@pytest.fixture
def row(workspace):
    """A row of the scorecard with one build behind it."""
    scene = scene_of(workspace)
    return standings(scene, (scene.snapshot,))[0]


def test_one_build_draws_no_line(row):
    assert drawn(row)[1] == ""
    assert "polyline" in drawn(replace(row, history=row.history * 2))[1]


def test_a_track_shows_now_target_and_plan_and_ends_at_its_edges(row):
    track = drawn(replace(row, way=Way(50.0, 20.0, 80.0, 25.0)))[0]
    assert 'class="zero dash"' in track
    assert 'class="fb"' in track
    assert 'class="f1 ring"' in track
    far = drawn(replace(row, way=Way(-300.0)))[0]
    assert 'cx="4.0" cy="8" r="4" class="f2 ring"' in far


def test_where_there_is_no_way_to_go_there_is_no_track(row):
    assert drawn(replace(row, way=None))[0] == ""
