from __future__ import annotations

import pytest
from tests.strategies import (
    PERSON,
    claim,
    findings,
    goal,
    places,
    proposal,
    strategy,
)
from tests.told import Told, known

from custrata.strategy.parts.assumption import Assumption
from custrata.strategy.parts.decision import Decision
from custrata.strategy.parts.insight import Insight
from custrata.strategy.parts.statement import Figure
from custrata.strategy.pitfalls.co101_concentration_ignored import PITFALL

AGREED = (goal("grow", "Customers find more.", owner=PERSON),)
CONCENTRATED = Told().add("top_5_revenue_share", 0.46, n=380)


def test_revenue_that_rests_on_few_and_is_not_spoken_of_is_found():
    (found,) = findings(PITFALL, strategy(goals=AGREED), known(CONCENTRATED))
    assert found.place == "assumptions"
    assert "46%" in found.message


@pytest.mark.parametrize(
    ("measure", "value", "n", "count"),
    [
        ("top_1_revenue_share", 0.11, 380, 1),
        ("top_1_revenue_share", 0.11, 12, 0),
        ("top_10_revenue_share", 0.55, 60, 0),
        ("top_10_revenue_share", 0.55, 380, 1),
        ("revenue_hhi", 0.2, 380, 1),
        ("revenue_hhi", 0.05, 380, 0),
    ],
)
def test_a_few_customers_and_a_low_share_are_no_concentration(measure, value, n, count):
    unit = "index" if measure == "revenue_hhi" else "share"
    told = Told().add(measure, value, unit, n)
    assert len(places(PITFALL, strategy(goals=AGREED), known(told))) == count


def test_a_strategy_that_speaks_of_it_is_silent():
    watched = Assumption(id="a", statement=proposal("No large one leaves."), measure="top_5_revenue_share")
    decided = Decision(id="d", question=proposal("What do we do if our largest customer leaves?"))
    led = claim("Of {n|customer|customers} few bring most.", id="E01")
    shown = led.model_copy(
        update={"figures": (*led.figures, Figure(name="top", measure="top_1_revenue_share", value=0.1))}
    )
    insight = Insight(id="I1", claim="E01", consequence=proposal())
    for parts in (
        {"assumptions": (watched,)},
        {"decisions": (decided,)},
        {"insights": (insight,), "pattern": {"statements": (shown,)}},
    ):
        assert places(PITFALL, strategy(goals=AGREED, **parts), known(CONCENTRATED)) == []


def test_a_draft_and_a_strategy_without_data_are_silent():
    assert places(PITFALL, strategy(goals=(goal(),)), known(CONCENTRATED)) == []
    assert places(PITFALL, strategy(goals=AGREED), known()) == []
