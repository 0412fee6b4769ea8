from __future__ import annotations

import pytest

from custrata.drafting.wording.roles import changed_places
from custrata.strategy.parts.statement import Figure

UNITS = tuple(Figure(name=n, measure="m", unit=u) for n, u in (("n", "customers"), ("share", "share")))


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ("Gold earns {a}, silver {b}.", "Silver earns {b}, gold {a}."),
        (
            "An order of theirs comes to {a}, of all to {b}.",
            "Theirs, an order, comes to {a}; of all, it is {b}.",
        ),
        ("{n} customers bring {share} of revenue.", "{share} of revenue is brought by {n} customers."),
        ("Ask ten who have not come back.", "Those who have not come back: ask ten."),
        ("They cost more than they bring.", "More than they bring, they cost."),
        ("{share} of closed deals are won.", "{share} of deals that are closed are won."),
        ("{n} contracts run, for {share}.", "{n} running contracts, for {share}."),
    ],
)
def test_another_order_of_words_is_no_change_of_places(was, now):
    assert list(changed_places(was, now, UNITS)) == []


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ("Gold earns {a}, silver {b}.", "Silver earns {a}, gold {b}."),
        (
            "An order of theirs comes to {a}, of all to {b}.",
            "An order of theirs comes to {b}, of all to {a}.",
        ),
        ("{n} customers bring {share} of revenue.", "{share} bring {n} customers of revenue."),
        ("{n} customers bring {share}.", "{share} bring {n} customers."),
        ("Pay for stays, not for signatures.", "Pay for signatures, not for stays."),
        ("They cost more than they bring.", "They bring more than they cost."),
        ("Test before it is given.", "It is given before test."),
        (
            "{share} of revenue comes from buyers nobody knows.",
            "{share} of buyers comes from revenue nobody knows.",
        ),
        ("Half of the orders of a customer.", "Half of the customers of an order."),
        ("Without new customers a year brings {n}.", "Without customers a new year brings {n}."),
        ("Of deals that are decided, {share} are won.", "Of deals that are won, {share} are decided."),
        (
            "It beats the best channel or falls behind the worst.",
            "It beats the worst channel or falls behind the best.",
        ),
        ("Ask who have not come back for the reason.", "Ask who have come back for the reason, not others."),
        ("Picture one of {n}.", "Picture {n} of one."),
        ("Test on some, then give it to all.", "Test on all, then give it to some."),
    ],
)
def test_a_change_of_places_is_seen(was, now):
    assert list(changed_places(was, now, UNITS))
