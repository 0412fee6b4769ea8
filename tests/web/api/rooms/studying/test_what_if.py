from dataclasses import replace

import pytest

from custrata.errors import ScenarioError
from custrata.web.api.rooms.studying import what_if
from custrata.web.studies import playing


def test_the_intents_are_played_against_going_on_as_now_and_read_once(program):
    asker = program("admin", persons=True)
    answer = asker.ask("GET", "what-if")
    assert answer.status_code == 200, answer.content
    now, plan = answer.json()["plans"]
    assert now["name"] == "As now"
    assert plan["name"] in answer.json()["finding"]
    (revenue,) = (f for f in now["figures"] if f["measure"] == "revenue")
    band = revenue["value"]
    assert band["low_95"] <= band["low_80"] <= band["median"] <= band["high_80"] <= band["high_95"]
    assert revenue["definition"]
    assert revenue["difference"] is None
    assert asker.ask("GET", "what-if", If_None_Match=answer["ETag"]).status_code == 304


def test_an_intent_for_few_leaves_only_with_the_right_to_see_persons(program, problem_of, monkeypatch):
    monkeypatch.setattr(what_if, "groups_may_leave", lambda scene: False)
    assert "an intent is for fewer" in problem_of(program("viewer").ask("GET", "what-if"), 403)["detail"]
    assert program("analyst", persons=True).ask("GET", "what-if").status_code == 200


def test_intents_that_cannot_be_played_are_a_problem_that_says_why(program, problem_of, monkeypatch):
    def none(workspace):
        raise ScenarioError("no group has an intent", where="groups", remedy="give one an intent")

    monkeypatch.setattr(what_if, "played", none)
    said = problem_of(program("analyst", persons=True).ask("GET", "what-if"), 422)
    assert (said["detail"], said["remedy"]) == ("no group has an intent", "give one an intent")


@pytest.mark.parametrize("role", ["viewer", "editor"])
def test_the_intents_of_another_workspace_are_not_there(program, other_workspace, problem_of, role):
    ours, theirs = program(role), program(role, of=other_workspace)
    path = f"/workspaces/{theirs.workspace.slug}/what-if"
    problem_of(ours.ask("GET", path), 404)


def test_the_same_strategy_on_the_same_snapshot_is_played_once(program, monkeypatch):
    asker, times = program("admin", persons=True), []
    play = playing.play_strategy
    monkeypatch.setattr(playing, "play_strategy", lambda *a: times.append(a) or replace(play(*a)))
    first = asker.get("what-if")
    assert asker.get("what-if") == first
    assert len(times) <= 1
