from __future__ import annotations

import pytest
from tests.strategies import goal, places, strategy

from custrata.strategy.pitfalls.go104_business_before_customer import PITFALL


@pytest.mark.parametrize(
    "text",
    [
        "Increase revenue by a tenth.",
        "Grow ARR in the enterprise segment.",
        "To raise our share of wallet with gold customers",
        "Maximise customer lifetime value.",
        "We will boost recurring revenue so that customers stay.",
        "Revenue grows by a tenth.",
        "Hit €5m ARR.",
        "Sell more to gold customers.",
        "Reduce the cost to serve.",
        "Higher margins in the north.",
        "Revenue growth of a tenth.",
        "Become the market leader.",
    ],
)
def test_a_goal_that_begins_with_our_gain_is_found(text):
    assert places(PITFALL, strategy(goals=(goal("g", text),))) == ["goals[g].statement"]


@pytest.mark.parametrize(
    "text",
    [
        "Customers get enough out of us that they stay; revenue from customers we have holds.",
        "Help customers grow their revenue.",
        "Grow customers’ sales with fresher bread.",
        "Increase the time that members save each week.",
        "Get new customers to first value within a week; lifetime value follows.",
        "Win back the trust of bakeries; revenue follows.",
        "Make sales calls rarer and better.",
        "More bakeries know what to do with yesterday’s bread; sales follow.",
        "Sell only what a bakery will use.",
        "Raise margins for customers who bake themselves.",
        "Customers pay a fair price; margins hold.",
    ],
)
def test_a_goal_that_begins_with_customers_is_silent(text):
    assert places(PITFALL, strategy(goals=(goal("g", text),))) == []
