from decimal import Decimal

from tests.served import pool, sale, served, spell, ticket

from custrata.economics.serving.charges import Charge, first_day
from custrata.economics.serving.drivers import Activity
from custrata.settings import Range, ServingRates, Settings


def test_a_charge_is_a_row_with_its_month_as_a_day():
    row = Charge("orders", Activity.ORDERS, 2024 * 12 + 1, Decimal(1), Decimal(2), Decimal(3)).row()
    assert (row["activity"], str(row["on"]), row["part"]) == ("ORDERS", "2024-02-01", "")
    assert str(first_day(2023 * 12 + 11)) == "2023-12-01"


def test_a_pool_is_divided_by_what_each_customer_used_and_the_rest_is_nobodys(tmp_path):
    tickets = [ticket("a", "2024-01-02", 30), ticket("b", "2024-01-20", 10), ticket("b", "2024-02-10", 5)]
    costs = [pool("Support minutes", "2024-01-01", 100, 50), pool("Support minutes", "2024-02-01", 10, 5)]
    found = served(tmp_path, tickets=tickets, costs=[*costs, pool("Rent", "2024-02-01", 7)])
    assert found.costs() == {
        ("a", "Support minutes", "2024-01"): 60,
        ("b", "Support minutes", "2024-01"): 20,
        ("b", "Support minutes", "2024-02"): 10,
        (None, "Support minutes", "2024-01"): 20,
        (None, "Rent", "2024-02"): 7,
    }


def test_costs_that_name_a_customer_are_theirs(tmp_path):
    found = served(
        tmp_path, costs=[pool("Onboarding", "2024-01-17", 380, 1, "a"), pool("x", "2024-01-01", 5)]
    )
    assert found.costs() == {("a", "Onboarding", "2024-01"): 380, (None, "x", "2024-01"): 5}


def test_several_pools_of_one_activity_all_reach_its_users(tmp_path):
    costs = [pool("Support staff", "2024-01-01", 8), pool("Service desk software", "2024-01-01", 2)]
    found = served(tmp_path, tickets=[ticket("a", "2024-01-02", 30)], costs=costs)
    assert found.costs() == {
        ("a", "Support staff", "2024-01"): 8,
        ("a", "Service desk software", "2024-01"): 2,
    }


def test_rates_of_the_settings_charge_from_low_to_high(tmp_path):
    rates = ServingRates(order=Range(low=1, likely=2, high=4))
    sales = [sale("a", "2024-01-02", 5), sale("a", "2024-01-09", 5), sale(None, "2024-01-09", 5)]
    found = served(tmp_path, settings=Settings(serving=rates), transactions=sales)
    rows = {row["customer_id"]: row for row in found.rows("customer_costs")}
    assert [rows["a"][c] for c in ("amount_low", "amount", "amount_high")] == [2, 4, 8]
    assert rows[None]["amount"] == 2


def test_the_relation_adds_up_to_the_table_of_costs(tmp_path):
    spells = [spell(c, f"2024-0{n % 4 + 1}-0{n % 7 + 1}", seats=n % 5 + 1) for n, c in enumerate("abcdefgh")]
    costs = [pool("Hosting", f"2024-0{m}-01", f"{100 / 3 * m:.2f}", 40) for m in range(1, 7)]
    found = served(tmp_path, subscriptions=spells, costs=costs, as_of="2024-06-30")
    whole = sum(row["amount"] for row in costs)
    assert abs(sum(found.costs().values()) - whole) < Decimal("0.001")
