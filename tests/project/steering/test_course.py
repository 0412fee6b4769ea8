from __future__ import annotations

import dataclasses
import datetime as dt

import pytest

from custrata.project.place import locate
from custrata.project.showing.scene import Scene, scene
from custrata.project.steering.course import Course, bound_of, kept_snapshots, standings, title
from custrata.vocabulary import Direction, EvidenceState


@pytest.fixture
def seen(project):
    return scene(locate(project(drafted=True)))


def with_row(seen, **changed):
    """The scene with one row of the scorecard, changed."""
    row = seen.document.scorecard[0].model_copy(update=changed)
    return Scene(seen.place, seen.snapshot, seen.document.model_copy(update={"scorecard": (row,)}))


def only(seen, **changed):
    (found,) = standings(with_row(seen, **changed), (seen.snapshot,))
    return found


def test_every_row_says_now_base_target_and_its_course(seen):
    found = standings(seen, (seen.snapshot,))
    assert [s.row.id for s in found] == [r.id for r in seen.document.scorecard]
    assert all(s.now is not None and s.base is not None for s in found)
    assert title(found).text.endswith("no target is signed yet")


def test_a_row_without_a_target_says_so(seen):
    found = only(seen, target=None)
    assert (found.course, found.state) == (Course.NO_TARGET, EvidenceState.UNPROVEN)
    assert found.target is None


def test_a_measure_that_stands_where_it_began_is_at_its_start(seen):
    value = bound_of(seen.document.scorecard[0]).value
    assert only(seen, target=value * 2).course is Course.START


def test_a_scorecard_at_its_start_is_not_called_off_course(seen):
    value = bound_of(seen.document.scorecard[0]).value
    said = title(standings(with_row(seen, target=value * 2), (seen.snapshot,))).text
    assert said == "The one measure stands where it began; no target is signed yet"


def test_a_measure_to_be_held_is_held_where_it_stands(seen):
    value = bound_of(seen.document.scorecard[0]).value
    assert only(seen, target=value, better=Direction.HIGHER).course is Course.HELD


def test_a_measure_that_goes_the_other_way_is_named_so(seen):
    base = seen.document.scorecard[0].base
    figure = base.figures[0]
    higher = figure.model_copy(update={"value": figure.value * 3})
    before = base.model_copy(update={"figures": (higher, *base.figures[1:])})
    found = only(seen, base=before, target=figure.value * 6)
    assert (found.course, found.state) == (Course.AWAY, EvidenceState.CONTRADICTED)
    assert "wrong way" in title((found,)).text


def test_the_line_holds_one_point_a_build_in_the_order_of_days(seen):
    manifest = dataclasses.replace(
        seen.snapshot.manifest, as_of=seen.snapshot.manifest.as_of - dt.timedelta(7)
    )
    before = dataclasses.replace(seen.snapshot, manifest=manifest)
    found = standings(seen, (before, seen.snapshot))[0]
    assert [p.on for p in found.history] == [manifest.as_of, seen.snapshot.manifest.as_of]


def test_kept_snapshots_end_with_the_latest(seen):
    assert kept_snapshots(seen.place, seen.snapshot)[-1] == seen.snapshot


def test_an_empty_scorecard_has_no_rows(seen):
    empty = Scene(seen.place, seen.snapshot, seen.document.model_copy(update={"scorecard": ()}))
    assert standings(empty, (seen.snapshot,)) == ()


def test_the_day_of_a_target_bears_its_fiscal_quarter(seen):
    manifest = seen.snapshot.manifest
    fiscal = dataclasses.replace(manifest, settings={**manifest.settings, "fiscal_year_start": 4})
    by = dt.date(2025, 12, 31)
    moved = Scene(seen.place, dataclasses.replace(seen.snapshot, manifest=fiscal), seen.document)
    assert (only(moved, on=by).due, only(moved, on=by).part) == (by, "Q3 FY2026")
    assert (only(seen, on=by).due, only(seen, on=by).part) == (by, "")
