from __future__ import annotations

import pytest

from custrata.strategy.pitfalls.citing import cited, passed_on


@pytest.mark.parametrize(
    "text",
    [
        "Studies show that loyal customers pay more.",
        "Research from a business school has shown that firms with a plan grow.",
        "According to Gartner, most buyers decide alone.",
        "40% of companies lose customers this way.",
        "On average, SaaS companies lose customers in the first week.",
        "The average SaaS company loses them early.",
        "We are above the industry average.",
        "Benchmarks show that this is low.",
        "McKinsey analysis puts it higher.",
    ],
)
def test_what_is_said_of_other_companies_is_known(text):
    assert cited(text)


@pytest.mark.parametrize(
    "text",
    [
        "Our research shows that they leave after the second order.",
        "Our own study of 40 bakeries found that they bake at night.",
        "Customer research shows three reasons.",
        "On average a customer orders twice.",
        " …  of companies on this plan have left.",
        "The average order is larger than last year.",
        "A study is planned for spring.",
        "Experts find the fault within an hour.",
        "The case study shows how a bakery did it.",
        "92% of companies come back to us for a second course.",
    ],
)
def test_what_is_said_of_the_own_company_is_no_citation(text):
    assert cited(text) == ""


@pytest.mark.parametrize(
    "text",
    [
        "Companies with an ideal customer profile are 68% more likely to succeed.",
        "Only 41 % of B2B organisations have defined their ICP.",
        "86 percent stay loyal where the onboarding is good.",
        "A typical product loses 75% of new users within the first week.",
        "The best customers bring 150-300% of profit.",
        "Those with a formal customer strategy outperform by 25–85%.",
        "Fewer than 30% have a documented strategy.",
        "It costs five times more to win a new customer than to keep one.",
        "A little more retention raises profits by 25% to 95%.",
        "Best Buy raised revenue per store by 9.1%.",
    ],
)
def test_a_figure_that_is_handed_on_is_known_by_number_and_topic(text):
    assert passed_on(text)


@pytest.mark.parametrize(
    "text",
    [
        "68% of orders come by mail.",
        "41% of bakeries order at night.",
        "The top 20% of customers bring most.",
        "75% of orders arrive on time.",
        "We call existing customers three times a year.",
        "We write five times to win new customers and twice to keep them.",
        "Retention of 95% keeps profit where it is.",
        "New customers order 2 times in the first year.",
        "168% more ICP matches.",
        "68% of the revenue target is reached.",
        "68% of new customers match the ideal customer profile.",
        "86% of customers finish the onboarding.",
        "75% of new users come back in the first week.",
        "The first fifth brings 300% of profit.",
        "Revenue of our stores rose by 9.1%.",
        "We want 30% of bakeries by winter.",
        "An ideal customer profile has five signs.",
    ],
)
def test_the_number_or_the_topic_alone_is_not_enough(text):
    assert passed_on(text) == ""
