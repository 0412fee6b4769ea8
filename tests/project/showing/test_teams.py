import pytest

from custrata.measures.catalogue import CATALOGUE
from custrata.project.showing.teams import TEAMS, team_of
from custrata.vocabulary import Stage


@pytest.mark.parametrize("team", TEAMS, ids=lambda team: team.key)
def test_a_team_watches_measures_of_the_catalogue_and_stages_of_the_lifecycle(team):
    assert [m for m in team.measures if m not in CATALOGUE] == []
    assert set(team.stages) <= {stage.value for stage in Stage}
    assert len(team.measures) == len(set(team.measures)) > 0


def test_a_team_is_found_by_its_key_and_nothing_else():
    assert team_of("support").title == "Support"
    assert team_of("Support") is None
