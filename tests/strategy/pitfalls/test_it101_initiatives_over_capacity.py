from __future__ import annotations

from tests.strategies import findings, initiative, places, strategy

from custrata.strategy.parts.running.responsibility import Resource
from custrata.strategy.parts.steering.scoring import Scoring
from custrata.strategy.pitfalls.it101_initiatives_over_capacity import PITFALL

TWO = (initiative("call", effort_days=60, cost=9000), initiative("write", effort_days=50, cost=2000))


def test_more_days_than_there_are_are_found():
    doc = strategy(initiatives=TWO, scoring=Scoring(capacity_days=100))
    assert places(PITFALL, doc) == ["initiatives"]
    assert "110 person-days; there are 100" in findings(PITFALL, doc)[0].message


def test_more_money_than_there_is_is_found():
    doc = strategy(currency="EUR", initiatives=TWO, scoring=Scoring(capacity_money=10000))
    assert findings(PITFALL, doc)[0].message == "They cost EUR 11,000; there is EUR 10,000."


def test_days_that_stand_with_the_teams_count_once():
    teams = tuple(Resource(id=f"r{n}", initiative="call", team=f"t{n}", days=60) for n in range(2))
    alone = (initiative("call"),)
    assert places(
        PITFALL, strategy(initiatives=alone, resources=teams, scoring=Scoring(capacity_days=100))
    ) == ["initiatives"]
    stated = (initiative("call", effort_days=90),)
    assert (
        places(PITFALL, strategy(initiatives=stated, resources=teams, scoring=Scoring(capacity_days=100)))
        == []
    )


def test_what_fits_exactly_is_silent():
    assert (
        places(PITFALL, strategy(initiatives=TWO, scoring=Scoring(capacity_days=110, capacity_money=11000)))
        == []
    )


def test_without_a_capacity_or_without_efforts_nothing_is_said():
    assert places(PITFALL, strategy(initiatives=TWO)) == []
    assert places(PITFALL, strategy(initiatives=(initiative(),), scoring=Scoring(capacity_days=1))) == []
