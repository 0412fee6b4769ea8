from __future__ import annotations

import datetime as dt

from custrata.project.steering.assumptions import watched
from custrata.project.steering.tracking import Step, tracked
from custrata.web.steering.experiments.views import finding
from custrata.web.strategies.staging import scene_of

DAY = dt.date(2026, 1, 5)


def test_every_test_stands_in_its_column_with_what_decides(come_in, address, standing):
    page = come_in("viewer").get(address("experiments/")).content.decode()
    assert all(e.hypothesis.said() in page for e in standing().experiments)
    assert "find the smallest effect worth finding" in page
    assert "Plan a test of it" not in page, "every assumption is tested, and who looks plans nothing"


def test_an_assumption_becomes_a_test_with_one_press(come_in, address, standing, with_document, acts):
    with_document(experiments=())
    assumption = standing().assumptions[0]
    editor = come_in("editor")
    assert "Plan a test of it" in editor.get(address("experiments/")).content.decode()
    editor.post(address("experiments/test/"), {"assumption": assumption.id, "base": "2"})
    assert [e.assumption for e in standing().experiments] == [assumption.id]
    assert acts()[-1] == "experiment.planned"


def test_a_viewer_plans_nothing(come_in, address, standing):
    before = standing()
    answer = come_in("viewer").post(address("experiments/test/"), {"assumption": before.assumptions[0].id})
    assert answer.status_code == 403
    assert standing() == before


def test_the_finding_counts_what_runs_and_what_is_planned(workspace):
    scene = scene_of(workspace)
    said = finding(tracked(scene, DAY), watched(scene, DAY))
    assert said.text.startswith("No test runs, 3 planned")
    assert finding(dict.fromkeys(Step, ()), ()) == "No test with customers is planned yet"
