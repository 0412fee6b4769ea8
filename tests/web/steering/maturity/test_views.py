from __future__ import annotations

import pytest

from custrata.errors import InputError
from custrata.project.steering.maturity import assessed
from custrata.web.steering.maturity.views import level_typed, money, rungs
from custrata.web.strategies.staging import scene_of


def test_five_dimensions_stand_with_what_shows_them(come_in, address):
    page = come_in("viewer").get(address("maturity/")).content.decode()
    assert page.count('<section class="sheet" id="maturity-') == 5
    assert "Nobody has said yet where this stands." in page
    assert "Keep my answer" not in page


def test_an_answer_carries_the_name_of_who_gives_it(come_in, address, standing, acts):
    editor = come_in("editor", email="ann@example.org")
    sent = {
        "dimension": "lifecycle orchestration",
        "level": "3",
        "wanted": "4",
        "because": "We meet weekly.",
        "base": "1",
    }
    editor.post(address("maturity/answer/"), sent)
    (answer,) = standing().maturity
    assert (answer.level, answer.wanted, answer.because, answer.said_by.name) == (
        3,
        4,
        "We meet weekly.",
        "ann",
    )
    assert answer.on is not None
    assert acts()[-1] == "maturity.answered"
    assert "We meet weekly." in editor.get(address("maturity/")).content.decode()


@pytest.mark.parametrize(
    "sent", [{"level": ""}, {"level": "9"}, {"level": "many"}, {"level": "3", "dimension": "x"}]
)
def test_what_is_no_answer_is_refused(come_in, address, standing, sent):
    answer = come_in("editor").post(
        address("maturity/answer/"), {"dimension": "lifecycle orchestration", "base": "1"} | sent
    )
    assert answer.status_code == 422
    assert standing().maturity == ()


def test_a_viewer_answers_nothing(come_in, address, standing):
    sent = {"dimension": "lifecycle orchestration", "level": "3"}
    assert come_in("viewer").post(address("maturity/answer/"), sent).status_code == 403
    assert standing().maturity == ()


def test_criteria_are_shown_up_to_the_aim(workspace):
    scene = scene_of(workspace)
    dimensions = assessed(scene.document, scene.snapshot, scene.evidence).dimensions
    assert any(rungs(standing) for standing in dimensions)
    for standing in dimensions:
        assert {c.level for c, _, _ in rungs(standing)} <= set(range(2, standing.aim + 1))
        assert (money(standing.cost) is None) == (standing.cost is None)


def test_levels_are_whole_numbers():
    assert (level_typed("3"), level_typed(" ")) == (3, None)
    with pytest.raises(InputError):
        level_typed("3.5")
