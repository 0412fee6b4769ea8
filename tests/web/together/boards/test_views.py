import pytest

from custrata.project.showing.teams import TEAMS
from custrata.web.strategies.saving import set_value, strategy_of
from custrata.web.strategies.staging import scene_of
from custrata.web.together.boards import views
from custrata.web.together.tasks.keeping import make


@pytest.fixture
def at(workspace):
    return f"/w/{workspace.slug}/boards/"


def test_all_boards_stand_on_one_page(at, come_in, django_assert_max_num_queries):
    client = come_in("viewer")
    client.get(at)
    with django_assert_max_num_queries(25):
        html = client.get(at).content.decode()
    assert all(f"{at}{team.key}/" in html for team in TEAMS)


@pytest.mark.parametrize("team", TEAMS, ids=lambda team: team.key)
def test_a_board_shows_its_team_within_its_queries(at, come_in, team, django_assert_max_num_queries):
    client = come_in("editor")
    client.get(f"{at}{team.key}/")
    with django_assert_max_num_queries(15):
        answer = client.get(f"{at}{team.key}/")
    html = answer.content.decode()
    assert team.question in html
    assert html.count("<h1>") == 1
    assert len(answer.content) < 300_000


def test_tasks_made_on_a_board_stand_there_and_on_no_other(at, workspace, come_in, named):
    make(workspace, named("Ann"), "Call the largest", origin="team:sales")
    client = come_in("viewer")
    assert "Call the largest" in client.get(f"{at}sales/").content.decode()
    assert "Call the largest" not in client.get(f"{at}support/").content.decode()


def test_a_team_that_is_none_is_not_there_and_the_neighbour_neither(at, other_workspace, come_in):
    assert come_in("viewer").get(f"{at}legal/").status_code == 404
    assert come_in("admin", of=other_workspace).get(f"{at}sales/").status_code == 404


def test_a_board_is_worked_out_once_until_somebody_saves(at, workspace, come_in, monkeypatch):
    asked, client = [], come_in("viewer")
    kept = views.Kept(lambda scene, team: asked.append(team.key) or views.board_of(scene, team), most=24)
    monkeypatch.setattr(views, "_boards", kept)
    for _ in range(2):
        client.get(f"{at}sales/")
    assert asked == ["sales"]
    strategy = strategy_of(workspace)
    set_value(strategy, "horizon.months", "30", strategy.number, None)
    client.get(f"{at}sales/")
    assert asked == ["sales", "sales"]
    assert scene_of(workspace).document.horizon.months == 30
