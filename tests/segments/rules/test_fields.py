from __future__ import annotations

from custrata.segments.rules.fields import Kind, fields_of, title_of


def test_only_columns_that_hold_data_can_be_asked(customers):
    found = fields_of(dict(customers.schema().items()), {"customers.tier", "orders.value"})
    assert list(found) == ["customer_id", "tier"]


def test_kinds_units_and_what_names_a_person_follow_from_the_column(fields):
    assert [fields[n].kind for n in ("tier", "value", "last_order_on", "consents")] == [
        Kind.TEXT,
        Kind.NUMBER,
        Kind.DAY,
        Kind.FLAG,
    ]
    assert fields["value"].unit == "EUR"
    assert fields["orders"].unit == ""
    assert fields["name"].personal
    assert not fields["tier"].personal


def test_titles_are_words():
    assert title_of("mrr") == "Recurring revenue a month"
    assert title_of("last_order_on") == "Last order: day"
    assert title_of("household_size") == "Household size"


def test_orders_and_purchase_days_are_two_things_by_name():
    assert title_of("orders") == "Orders"
    assert title_of("order_days_score") == "Purchase days, score 1 to 5"
    for column in (
        "order_days",
        "repeat_orders",
        "value_per_order",
        "expected_orders",
        "expected_order_value",
    ):
        assert "urchase day" in title_of(column)
