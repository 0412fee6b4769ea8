from __future__ import annotations

from custrata.sources.recognise.fields import assign, best, best_part, called, candidates, holds
from custrata.sources.recognise.synonyms import tiers

SALES = """order_id,customer_id,order_date,ship_date,unit_price,quantity,total
1,a,2020-01-01,2020-01-02,2.50,2,5.00
1,b,2020-01-02,2020-01-03,1.00,1,1.00"""


def test_the_better_name_wins_a_column(desk) -> None:
    profile = desk.profile(SALES, "sales.csv")
    found = {
        n: c.name
        for n, c in assign(
            profile, "transactions", ["occurred_at", "amount", "order_id", "customer_id"]
        ).items()
    }
    assert found == {
        "occurred_at": "order_date",
        "amount": "total",
        "order_id": "order_id",
        "customer_id": "customer_id",
    }


def test_a_price_is_no_amount_beside_a_quantity(desk) -> None:
    profile = desk.profile("order,customer,date,price,quantity\n1,a,2020-01-01,2.5,1\n2,b,2020-01-02,3.5,2")
    assert "amount" not in assign(profile, "transactions", ["amount"])
    assert best_part(profile, "unit_price").name == "price"


def test_a_tax_or_profit_is_never_the_amount(desk) -> None:
    profile = desk.profile("order,date,tax amount,profit amount\n1,2020-01-01,2.5,1.5\n2,2020-01-02,3.5,2")
    assert "amount" not in assign(profile, "transactions", ["amount"])


def test_values_must_fit_what_the_name_promises(desk) -> None:
    profile = desk.profile("date,amount\nsoon,much\nlater,more")
    assert best(profile, "transactions", "occurred_at") is None
    assert best(profile, "transactions", "amount") is None


def test_an_order_id_does_not_name_lines_even_in_a_table_of_orders(desk) -> None:
    profile = desk.profile("order_id,amount\n1,2\n2,3", "orders.csv")
    assert "transaction_id" not in assign(profile, "transactions", ["transaction_id"])


def test_of_equal_names_the_fuller_column_comes_first(desk) -> None:
    profile = desk.profile("paid at,created at\n,2020-01-01\n2020-01-01,2020-01-02\n,2020-01-03")
    found = candidates(profile, tiers("transactions", "occurred_at"), "instant")
    assert [c.name for c in found] == ["created at", "paid at"]


def test_ids_with_letters_are_ids_and_fractions_are_none(desk) -> None:
    profile = desk.profile(
        "a,b,c\n85123A,1.5,1.0\n71053,2.5,2.0\n22633,3.5,3.0\n22752,4.0,4.0\n21730,5.0,5.0"
    )
    assert [holds(profile.of(n), "id") for n in "abc"] == [True, False, True]


def test_a_column_is_found_by_its_name_alone_even_when_it_is_empty(desk) -> None:
    profile = desk.profile("order id,order date,amount\n1,,5\n2,,7")
    assert called(profile, tiers("transactions", "occurred_at")) == ("order date",)
