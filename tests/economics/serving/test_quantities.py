from decimal import Decimal

import pytest
from tests.served import pool, sale, served, spell, ticket

from custrata.economics.serving.drivers import Activity
from custrata.economics.serving.quantities import monthly_use_query, quantities
from custrata.settings import Range, ServingRates, Settings

ONE = Range(low=1, likely=1, high=1)


def counted(found, activity):
    rows = found.engine.rows(quantities(found.step.base, activity))
    sums = {}
    for row in rows:
        key = (row["customer_id"], f"{row['month'] // 12}-{row['month'] % 12 + 1:02}", row["part"])
        sums[key] = sums.get(key, 0) + row["quantity"]
    return {" ".join(part for part in key if part): value for key, value in sums.items()}


@pytest.mark.parametrize(
    ("start", "end", "months"),
    [
        ("2024-01-15", "2024-03-15", ["2024-01", "2024-02"]),
        ("2024-01-15", "2024-03-16", ["2024-01", "2024-02", "2024-03"]),
        ("2024-01-31", "2024-02-29", ["2024-01"]),
        ("2024-01-31", "2024-03-01", ["2024-01", "2024-02"]),
        ("2024-04-10", None, ["2024-04", "2024-05"]),
        ("2024-04-12", None, ["2024-04"]),
        ("2024-03-01", "2024-03-01", []),
    ],
)
def test_a_spell_counts_in_each_month_on_the_day_it_began(tmp_path, start, end, months):
    spells = [spell("a", start, end, seats=3), spell("b", "2024-05-11", seats=1)]
    found = served(tmp_path, subscriptions=spells, as_of="2024-05-11")
    seats = counted(found, Activity.SEATS)
    assert {k: v for k, v in seats.items() if k.startswith("a")} == {f"a {m}": 3 for m in months}


def test_on_the_last_day_of_the_data_a_month_without_that_day_is_over(tmp_path):
    found = served(tmp_path, subscriptions=[spell("a", "2024-01-31", seats=2)], as_of="2024-02-29")
    assert counted(found, Activity.SEATS) == {"a 2024-01": 2, "a 2024-02": 2}


def test_tickets_and_their_minutes_count_in_the_month_they_were_opened(tmp_path):
    rows = [ticket("a", "2024-01-02", 30), ticket("a", "2024-01-30", 12), ticket("b", "2024-02-01")]
    found = served(tmp_path, tickets=rows)
    assert counted(found, Activity.SUPPORT_MINUTES) == {"a 2024-01": 42}
    assert counted(found, Activity.TICKETS) == {"a 2024-01": 2, "b 2024-02": 1}


def test_tickets_by_channel_leave_out_those_whose_minutes_are_charged(tmp_path):
    rows = [
        ticket("a", "2024-01-02", 30, channel="Phone"),
        ticket("a", "2024-01-02", channel="PHONE "),
        ticket("a", "2024-01-03", channel="chat"),
    ]
    rates = ServingRates(support_minute=ONE, support_ticket={"phone": ONE, "other": ONE})
    found = served(tmp_path, settings=Settings(serving=rates), tickets=rows)
    assert counted(found, Activity.CHANNEL_TICKETS) == {"a 2024-01 phone": 1, "a 2024-01 other": 1}


def test_orders_and_returns_are_distinct_orders_and_newcomers_come_once(tmp_path):
    rows = [
        sale("a", "2024-01-02", 5, order_id="1"),
        sale("a", "2024-01-02", 6, order_id="1"),
        sale("a", "2024-02-02", 7, order_id="2"),
        sale("a", "2024-02-05", -6, order_id="3"),
        sale(None, "2024-02-05", 4, order_id="4"),
    ]
    found = served(tmp_path, transactions=rows)
    assert counted(found, Activity.ORDERS) == {"a 2024-01": 1, "a 2024-02": 1, "2024-02": 1}
    assert counted(found, Activity.RETURNS) == {"a 2024-02": 1}
    assert counted(found, Activity.ONBOARDING) == {"a 2024-01": 1}


def test_money_paid_late_counts_by_the_years_it_was_late(tmp_path):
    from tests.served import day

    rows = [
        sale("a", "2024-01-02", 3650, due_on=day("2024-02-01"), paid_on=day("2024-02-11")),
        sale("a", "2024-01-02", 3650, due_on=day("2024-02-01"), paid_on=day("2024-01-20")),
        sale("b", "2024-01-02", 365, due_on=day("2024-03-01")),
    ]
    found = served(tmp_path, transactions=rows, as_of="2024-03-21")
    assert counted(found, Activity.LATE_PAYMENT) == {"a 2024-02": 100, "b 2024-03": 20}


def test_use_is_its_quantity_or_else_one(tmp_path):
    from tests.served import at

    rows = [
        {"customer_id": "a", "occurred_at": at("2024-01-02"), "event": "x", "quantity": Decimal("2.5")},
        {"customer_id": "a", "occurred_at": at("2024-01-03"), "event": "x"},
    ]
    assert counted(served(tmp_path, usage=rows), Activity.USE) == {"a 2024-01": Decimal("3.5")}


def test_the_use_of_all_is_the_sum_over_customers(tmp_path):
    spells = [spell("a", "2024-01-15", "2024-03-15", seats=3), spell("b", "2024-02-01", seats=2)]
    tickets, costs = [ticket("a", "2024-01-02", 30)], [pool("x", "2024-04-01", 1)]
    found = served(tmp_path, subscriptions=spells, tickets=tickets, costs=costs, as_of="2024-04-30")
    rows = found.engine.rows(monthly_use_query(found.step.base, {Activity.SEATS, Activity.TICKETS}))
    use = {(row["activity"], row["month"] % 12 + 1): row["quantity"] for row in rows}
    assert use == {("SEATS", 1): 3, ("SEATS", 2): 5, ("SEATS", 3): 2, ("SEATS", 4): 2, ("TICKETS", 1): 1}
