from __future__ import annotations

import pytest
from tests.web.steering.conftest import HTMX

from custrata.web.steering.goals.views import firm_words, given, weights_of, whole
from custrata.web.strategies.staging import scene_of


def test_the_page_shows_goals_initiatives_and_who_does_what(come_in, address, standing):
    page = come_in("viewer").get(address("goals/")).content.decode()
    document = standing()
    assert all(g.statement.said() in page for g in document.goals)
    assert "Who does what" in page
    assert 'name="score"' not in page, "who may only look finds nothing to type into"


def test_an_editor_scores_an_initiative_and_it_is_on_record(come_in, address, standing, acts):
    first, second, *_ = standing().initiatives
    sent = {"item": first.id, "dimension": "impact", "score": "5", "base": "1"}
    assert come_in("editor").post(address("goals/score/"), sent).status_code == 302
    now = {i.id: dict(i.scores) for i in standing().initiatives}
    assert now[first.id] == {"impact": 5}
    assert now[second.id] == {}
    assert acts()[-1] == "score.set"


@pytest.mark.parametrize("role", ["viewer", "commenter"])
@pytest.mark.parametrize("place", ["goals/score/", "goals/weight/", "goals/capacity/"])
def test_who_may_not_edit_is_refused_and_nothing_changes(come_in, address, standing, role, place):
    before = standing()
    answer = come_in(role).post(
        address(place), {"item": before.initiatives[0].id, "dimension": "impact", "score": "5"}
    )
    assert answer.status_code == 403
    assert standing() == before


def test_people_of_another_company_score_nothing(come_in, address, other_workspace):
    stranger = come_in("admin", of=other_workspace)
    assert stranger.post(address("goals/score/"), {"score": "5"}).status_code == 404


def test_a_score_out_of_range_is_refused_in_words_and_what_was_typed_stays(come_in, address, standing):
    sent = {"item": standing().initiatives[0].id, "dimension": "impact", "score": "9", "base": "1"}
    answer = come_in("editor").post(address("goals/score/"), sent)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "scores go from 1 to 7" in page
    assert ">9</textarea>" in page


def test_the_second_to_score_the_same_is_shown_the_first(come_in, address, standing):
    item = standing().initiatives[0].id
    sent = {"item": item, "dimension": "impact", "was": ""}
    first, second = come_in("editor"), come_in("editor")
    first.post(address("goals/score/"), sent | {"score": "5"})
    answer = second.post(address("goals/score/"), sent | {"score": "2"})
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "<pre>5</pre>" in page
    assert "Keep mine" in page
    assert dict(standing().initiatives[0].scores) == {"impact": 5}
    assert second.post(address("goals/score/"), sent | {"score": "2", "force": "1"}).status_code == 302
    assert dict(standing().initiatives[0].scores) == {"impact": 2}


def test_scores_typed_one_after_another_never_stand_in_each_other_s_way(come_in, address, standing):
    item, editor = standing().initiatives[0].id, come_in("editor")
    for dimension in ("impact", "investment", "complexity"):
        sent = {"item": item, "dimension": dimension, "score": "5", "was": ""}
        assert editor.post(address("goals/score/"), sent).status_code == 302
    assert dict(standing().initiatives[0].scores) == {"impact": 5, "investment": 5, "complexity": 5}
    assert given(standing(), item, "impact") == "5"


def test_a_weight_and_the_capacity_are_kept(come_in, address, standing):
    editor = come_in("editor")
    editor.post(address("goals/weight/"), {"dimension": "impact", "weight": "3", "base": "1"})
    editor.post(address("goals/capacity/"), {"days": "120", "money": "", "base": "2"})
    scoring = standing().scoring
    assert [(w.dimension, w.weight) for w in scoring.weights] == [("impact", 3.0)]
    assert (scoring.capacity_days, scoring.capacity_money) == (120.0, None)


def test_htmx_gets_the_part_with_its_own_popovers(come_in, address):
    part = come_in("editor").get(address("goals/"), headers=HTMX).content.decode()
    assert part.lstrip().startswith('<div id="room"')
    assert "<html" not in part


def test_how_firm_the_order_is_stands_in_a_sentence(workspace):
    scene = scene_of(workspace)
    assert firm_words(scene) == "", "nobody has scored anything"
    assert [title for title, _ in weights_of(scene)] == ["Goals", "Initiatives"]
    assert whole(2.5) == 0
