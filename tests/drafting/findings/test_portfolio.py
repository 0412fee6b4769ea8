from __future__ import annotations

import pytest
from tests.snapshots import TIERS, YEAR, Book, bare, grocer, shop_with_profit

from custrata.drafting.desk import Desk
from custrata.drafting.findings.portfolio import (
    anonymous,
    concentration,
    losing_category,
    served_at_a_loss,
    thin_category,
    top_tiers,
)
from custrata.vocabulary import Relationship


def test_the_top_tiers_are_named_with_what_they_earn():
    finding = top_tiers(Desk(grocer()))
    assert finding.said == "The top two tiers earn 63% of known customers' revenue with 25% of customers"
    assert finding.at_stake.value == pytest.approx(0.63 * 4_600_000)


def test_a_flat_base_is_called_flat():
    book = Book("A", YEAR, "EUR", Relationship.NON_CONTRACTUAL)
    book.by("customers", "customers", "tier", [(t, 25, 25) for t in TIERS])
    book.by("revenue", "money", "tier", [(t, 26.0 - i, 25) for i, t in enumerate(TIERS)])
    finding = top_tiers(Desk(book.snapshot({})))
    assert "earn only 52%" in finding.said
    assert "No few customers" in finding.so_what


def leaning(customers: int, ten: float, one: float):
    book = Book("A", YEAR, "USD", Relationship.NON_CONTRACTUAL)
    book.add("customers", customers, "customers", customers)
    book.add("top_10_revenue_share", ten, "share", customers)
    book.add("top_1_revenue_share", one, "share", customers)
    book.add("top_customer_revenue", 2_100_000.0, "money", 1, segment=(("rank", "1"),))
    return concentration(Desk(book.snapshot({})))


def test_a_base_that_leans_on_ten_or_on_one_is_said_to():
    said = "Ten customers bring 41% of revenue; the largest alone has brought $2.1m"
    assert leaning(900, 0.41, 0.02).said == said
    assert leaning(90, 0.8, 0.2).said == "One customer brings 20% of revenue, the ten largest bring 80%"
    assert leaning(900, 0.1, 0.06) is not None
    assert leaning(900, 0.1, 0.01) is None


def test_ten_of_twenty_customers_are_no_concentration():
    assert leaning(20, 0.7, 0.2) is None


def test_customers_served_at_a_loss_are_counted_with_what_they_cost():
    finding = served_at_a_loss(Desk(shop_with_profit()))
    assert finding.said == "159 of 793 customers brought a loss, −$63k in all"
    assert served_at_a_loss(Desk(grocer())) is None


def test_the_category_that_loses_most_is_named():
    assert losing_category(Desk(shop_with_profit())).said == "“Furniture” sells $742k and earns −$18.5k"
    assert losing_category(Desk(grocer())) is None


def test_a_large_category_that_leaves_little_is_named():
    book = Book("A", YEAR, "USD", Relationship.NON_CONTRACTUAL)
    book.add("revenue", 1000.0, "money", 500)
    book.add("gross_margin_rate", 0.3, "share", 500)
    for name, sold, left in (("Chairs", 400.0, 20.0), ("Desks", 580.0, 278.0), ("Lamps", 20.0, 0.2)):
        book.add("revenue", sold, "money", 500, segment=(("category", name),))
        book.add("gross_margin", left, "money", 500, segment=(("category", name),))
    finding = thin_category(Desk(book.snapshot({})))
    assert finding.said == "“Chairs” sells $400 and leaves 5% of it, against 30% over all"
    assert thin_category(Desk(grocer())) is None


def test_revenue_of_nobody_is_a_finding_from_two_points_of_a_hundred():
    assert anonymous(Desk(grocer())).said == "8% of revenue comes from buyers nobody has a record of"
    assert anonymous(Desk(bare())) is None
