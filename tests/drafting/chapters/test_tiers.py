from __future__ import annotations

import pytest
from tests.snapshots import YEAR, Book, bare, grocer

from custrata.drafting.chapters.tiers import draft_tiers
from custrata.drafting.desk import Desk
from custrata.drafting.pen import Pen
from custrata.vocabulary import Relationship


def test_each_tier_has_its_size_position_and_policy():
    tiers = draft_tiers(Pen(Desk(grocer())))
    assert [t.size for t in tiers] == [0.05, 0.2, 0.5, 0.25]
    assert sum(t.size for t in tiers) == pytest.approx(1)
    assert tiers[0].position.said() == "120 platinum customers earn 24% of known customers' revenue."
    assert all(t.investment and t.service_model and t.entitlement and t.key_metrics for t in tiers)


def test_customers_that_could_not_be_ranked_have_no_tiers():
    assert draft_tiers(Pen(Desk(bare()))) == ()


def test_tiers_that_earn_their_number_are_treated_alike():
    book = Book("A", YEAR, "EUR", Relationship.NON_CONTRACTUAL)
    sizes = {"platinum": 5, "gold": 20, "silver": 50, "bronze": 25}
    book.by("customers", "customers", "tier", [(t, n, n) for t, n in sizes.items()])
    book.by("revenue", "money", "tier", [(t, n * 10.0, n) for t, n in sizes.items()])
    flat = draft_tiers(Pen(Desk(book.snapshot({}))))
    assert len({tier.service_model.text for tier in flat}) == 1
    assert len({tier.service_model.text for tier in draft_tiers(Pen(Desk(grocer())))}) == 4
