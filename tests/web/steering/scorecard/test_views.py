from __future__ import annotations

import datetime as dt

import pytest

from custrata.errors import InputError
from custrata.project.steering.course import standings
from custrata.web.steering.scorecard.views import builds_of, drawn, with_target
from custrata.web.strategies.staging import scene_of


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


def test_who_signed_the_former_target_has_not_signed_the_new_one(standing):
    document = standing()
    row = document.scorecard[0].model_copy(update={"signed_on": dt.date(2026, 1, 1)})
    signed = document.model_copy(update={"scorecard": (row, *document.scorecard[1:])})
    assert with_target(signed, row.id, "99%").scorecard[0].signed_on is None
    assert with_target(signed, row.id, f"{row.target}").scorecard[0].signed_on == dt.date(2026, 1, 1)
    assert with_target(signed, row.id, "").scorecard[0].target is None
    with pytest.raises(InputError, match="no such measure"):
        with_target(signed, "score-x", "1")


def test_a_thin_strategy_gives_a_page(come_in, address, thin):
    assert "A few measures stand here" in come_in("editor").get(address("scorecard/")).content.decode()


def test_strangers_learn_nothing(come_in, address, other_workspace):
    assert come_in("admin", of=other_workspace).get(address("scorecard/")).status_code == 404


def test_the_page_asks_the_database_little(come_in, address, django_assert_max_num_queries):
    viewer = come_in("viewer")
    viewer.get(address("scorecard/"))
    with django_assert_max_num_queries(15):
        viewer.get(address("scorecard/"))


def test_builds_are_read_once(workspace):
    scene = scene_of(workspace)
    assert builds_of(scene) is builds_of(scene)


def test_one_build_draws_no_line(workspace):
    scene = scene_of(workspace)
    one = standings(scene, (scene.snapshot,))[0]
    assert drawn(one)[1] == ""
    assert "track" in drawn(one)[0]
