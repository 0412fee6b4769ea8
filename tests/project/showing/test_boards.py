import pytest

from custrata.project.showing.boards import answers, board, means
from custrata.project.showing.teams import TEAMS, team_of
from custrata.strategy.parts.part import Owner


@pytest.mark.parametrize("team", TEAMS, ids=lambda team: team.key)
def test_every_measure_of_a_team_is_shown_or_says_what_it_waits_for(scene_at, team):
    found = board(scene_at(), team)
    assert len(found.tiles) + len(found.awaited) == len(team.measures)
    assert all(one.waits_for for one in found.awaited)


def test_a_board_holds_claims_on_its_own_measures_alone(scene_at):
    scene, team = scene_at(), team_of("success")
    found = board(scene, team)
    assert found.claims
    for one in found.claims:
        assert {r.measure for r in scene.judged[one.claim].readings} & set(team.measures)


def test_the_board_of_a_team_without_data_has_no_finding_but_says_what_it_waits_for(scene_at):
    found = board(scene_at("Seven"), team_of("support"))
    assert (found.finding, found.tiles) == (None, ())
    assert found.awaited


def test_a_role_means_the_team_that_its_words_say():
    sales, success = team_of("sales"), team_of("success")
    assert means(sales, "Head of Sales")
    assert means(success, "head of customer success")
    assert not means(sales, "head of customer success")
    assert not means(sales, "")


def test_a_team_answers_for_what_its_role_owns():
    assert answers(team_of("marketing"), Owner(role="head of marketing"))
    assert not answers(team_of("marketing"), Owner(role="head of finance"))


def test_a_board_shows_what_the_team_answers_for_and_nothing_of_others(scene_at):
    scene, team = scene_at(), team_of("executive")
    owned = {f"initiatives[{i.id}]" for i in scene.document.initiatives if answers(team, i.owner)}
    shown = {o.origin for o in board(scene, team).owed if o.kind == "Initiative"}
    assert shown == owned
