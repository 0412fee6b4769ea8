from __future__ import annotations

import pytest

from custrata.errors import InputError
from custrata.project.erasing.thinning import TOMBSTONE
from custrata.project.steering.course import bound_of
from custrata.web.steering.scorecard.views import builds_of, target_typed
from custrata.web.strategies.staging import scene_of
from custrata.web.workspaces.handover import handover


def test_every_measure_stands_with_its_course(come_in, address, standing):
    page = come_in("viewer").get(address("scorecard/")).content.decode()
    assert all(r.title in page for r in standing().scorecard)
    assert "at its start" in page
    assert 'name="target"' not in page


def test_a_target_is_typed_in_place_and_the_neighbour_stays(come_in, address, standing, acts):
    first, second, *_ = standing().scorecard
    come_in("editor").post(address("scorecard/target/"), {"row": first.id, "target": "97%", "base": "1"})
    now = {r.id: r.target for r in standing().scorecard}
    assert (now[first.id], now[second.id]) == (0.97, second.target)
    assert acts()[-1] == "target.set"


def test_what_is_no_number_is_refused_and_stays_typed(come_in, address, standing):
    row = standing().scorecard[0]
    answer = come_in("editor").post(
        address("scorecard/target/"), {"row": row.id, "target": "plenty", "base": "1"}
    )
    assert answer.status_code == 422
    assert ">plenty</textarea>" in answer.content.decode()
    assert standing().scorecard[0].target == row.target


def test_a_viewer_sets_no_target(come_in, address, standing):
    before = standing()
    answer = come_in("viewer").post(
        address("scorecard/target/"), {"row": before.scorecard[0].id, "target": "1"}
    )
    assert answer.status_code == 403
    assert standing() == before


def test_what_is_typed_is_read_in_the_unit_of_its_measure(standing):
    document = standing()
    share = next(r for r in document.scorecard if bound_of(r).unit == "share")
    assert target_typed(document, share.id, "99%") == 0.99
    assert target_typed(document, share.id, " ") is None
    with pytest.raises(InputError, match="no such measure"):
        target_typed(document, "score-x", "1")


def test_builds_are_read_once(workspace):
    scene = scene_of(workspace)
    assert builds_of(scene) is builds_of(scene)


def test_builds_are_read_anew_once_somebody_was_erased(workspace):
    before = builds_of(scene_of(workspace))
    folder = handover.shown(workspace.place.state)
    (folder / TOMBSTONE).write_text('[{"on": "2026-01-01", "rows": 1}]')
    assert builds_of(scene_of(workspace)) is not before
