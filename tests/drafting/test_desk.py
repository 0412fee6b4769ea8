from __future__ import annotations

from dataclasses import replace

import pytest
from tests.snapshots import NOTIONAL, YEAR, Book, bare, grocer, phone_company, pipeline

from custrata.drafting.desk import Desk, key, least_n, nameless
from custrata.strategy.parts.statement import Figure
from custrata.vocabulary import Relationship, Stage


def test_a_figure_carries_its_value_unit_and_room_to_move():
    figure = Desk(grocer()).figure("rate", "repeat_rate")
    assert (figure.value, figure.unit, figure.tolerance) == (0.72, "share", 0.02)


def test_a_part_is_divided_by_the_known_values_of_its_dimension():
    book = Book("A", YEAR, "GBP", Relationship.NON_CONTRACTUAL)
    parts = [("gold", 30.0, 20), ("silver", 10.0, 20), ("not known", 60.0, 20)]
    book.by("revenue", "money", "tier", parts)
    figure = Desk(book.snapshot({})).share("share", "revenue", (("tier", "gold"),))
    assert figure.value == 0.75
    assert [k.segment[0][1] for k in figure.over] == ["gold", "silver"]


def test_nothing_is_said_of_a_rate_that_rests_on_nine_and_a_count_of_nine_is_a_count():
    book = Book("A", YEAR, "GBP", Relationship.NON_CONTRACTUAL)
    book.add("repeat_rate", 0.5, "share", 9)
    book.add("lost_customers", 9, "customers", 9)
    book.add("average_order_value", 12.0, "money", 9)
    desk = Desk(book.snapshot({}))
    assert desk.figure("x", "repeat_rate") is None
    assert desk.figure("x", "average_order_value") is None
    assert desk.figure("x", "lost_customers").value == 9


def test_nothing_that_moves_is_said_of_data_on_a_notional_day():
    windows = {**NOTIONAL, "current": YEAR["current"]}
    book = Book("A", windows, "GBP", Relationship.CONTRACTUAL)
    book.add("net_revenue_retention", 0.8, "share", 500, period="current")
    book.add("inter_purchase_days", 12, "days", 500)
    book.add("customers", 500, "customers", 500)
    snapshot = book.snapshot({})
    real = Desk(snapshot)
    assert real.figure("x", "net_revenue_retention", period="current") is not None
    object.__setattr__(snapshot.manifest, "notional", True)
    notional = Desk(snapshot)
    assert notional.figure("x", "net_revenue_retention", period="current") is None
    assert notional.value("net_revenue_retention", period="current") is None
    assert notional.figure("x", "inter_purchase_days") is None
    assert notional.figure("x", "customers").value == 500


def test_what_is_counted_needs_no_number_of_things_and_what_is_measured_does():
    money = Figure(name="x", measure="revenue")
    assert least_n(money, "EUR") == 0
    assert least_n(Figure(name="x", measure="average_order_value"), "EUR") == 10
    assert least_n(money, "share") == 10


def test_worth_is_revenue_then_what_contracts_bring_then_what_was_won_then_heads():
    assert Desk(grocer()).worth == "revenue"
    assert Desk(pipeline()).worth == "won_revenue"
    assert Desk(bare()).worth == "customers"


def test_known_customers_are_set_apart_where_some_revenue_is_nobody_s():
    desk = Desk(grocer())
    assert desk.noun == "known customers' revenue"
    assert desk.of_known("revenue") == (key("anonymous_revenue"),)
    assert desk.of_known("mrr") == ()
    assert Desk(phone_company()).noun == "revenue"


def test_a_few_anonymous_orders_of_much_money_are_no_customer_s():
    book = Book("A", YEAR, "EUR", Relationship.NON_CONTRACTUAL)
    book.add("customers", 24, "customers", 24)
    book.add("revenue", 146_060.0, "money", 900, "orders")
    book.add("anonymous_revenue", 80_140.0, "money", 3, "orders")
    desk = Desk(book.snapshot({}))
    assert desk.value("anonymous_revenue") is None
    each = desk.figure("each", "revenue", minus=desk.of_known("revenue"), over=[key("customers")], unit="EUR")
    assert each.value == pytest.approx(65_920 / 24)
    assert desk.noun == "known customers' revenue"


def test_a_trifle_that_names_nobody_is_left_out_without_a_word():
    book = Book("A", YEAR, "EUR", Relationship.NON_CONTRACTUAL)
    book.add("revenue", 66_345.0, "money", 900, "orders")
    book.add("anonymous_revenue", 99.0, "money", 3, "orders")
    desk = Desk(book.snapshot({}))
    assert desk.noun == "revenue"
    assert desk.of_known("revenue") == (key("anonymous_revenue"),)


def test_windows_of_a_year_are_called_years():
    assert Desk(grocer()).year_before == "the year before"
    assert Desk(phone_company()).year_before == "the period before"


def test_attributes_are_dimensions_of_customers_that_are_not_made_by_the_build():
    assert Desk(grocer()).attributes == ("age_band",)
    assert Desk(phone_company()).attributes == ("contract",)


def test_numbers_and_ids_are_no_names():
    assert all(map(nameless, ["3", "1,204", "0.5", "C-00017", "AB123"]))
    assert not any(map(nameless, ["18-24", "Q1", "Two year", "G7", "2 people", "3M"]))


def test_ids_and_owners_are_no_attributes():
    book = Book("A", YEAR, "GBP", Relationship.NON_CONTRACTUAL)
    book.by("customers", "customers", "genre", [("1", 50, 50), ("2", 50, 50)])
    book.by("customers", "customers", "owner", [("Ann", 50, 50), ("Bo", 50, 50)])
    book.by("customers", "customers", "region", [("North", 50, 50), ("South", 50, 50)])
    assert Desk(book.snapshot({})).attributes == ("region",)


def test_a_stage_of_ten_is_too_small_for_a_sentence():
    book = Book("A", YEAR, "GBP", Relationship.NON_CONTRACTUAL)
    book.by("customers", "customers", "stage", [("lapsed", 10, 10), ("adoption", 11, 11)])
    desk = Desk(book.snapshot({}))
    assert desk.in_stage("n", Stage.LAPSED) is None
    assert desk.in_stage("n", Stage.ADOPTION).value == 11
    assert desk.value_of_count((("stage", "lapsed"),)) == 10


def test_tiers_ranked_by_margin_are_worth_their_margin():
    book = Book("A", YEAR, "GBP", Relationship.NON_CONTRACTUAL)
    tiers = [(tier, 25.0, 50) for tier in ("platinum", "gold", "silver", "bronze")]
    for measure in ("revenue", "gross_margin"):
        book.by(measure, "money", "tier", tiers)
    snapshot = book.snapshot({})
    assert Desk(snapshot).worth_by_tier == "revenue"
    rules = {"tiers": ("Customers are ranked by gross margin over the whole history.",)}
    ranked = Desk(replace(snapshot, manifest=replace(snapshot.manifest, rules=rules)))
    assert ranked.worth_by_tier == "gross_margin"
    assert ranked.noun_of("gross_margin") == "gross margin"
