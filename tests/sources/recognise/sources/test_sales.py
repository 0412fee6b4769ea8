from __future__ import annotations

import pytest

from custrata.sources.recognise.sources.sales import is_rate

HEAD = "order_id,customer_id,order_date"


def lines(*more: str) -> str:
    return "\n".join(f"{n},c{n % 3},2020-01-{n + 1:02d},{cells}" for n, cells in enumerate(more))


def test_quantity_times_price_is_the_amount_where_no_total_stands(desk) -> None:
    desk.put("sales.csv", f"{HEAD},quantity,unit_price\n" + lines("2,1.5", "1,2"))
    assert desk.said("transactions")["amount"] == "quantity × unit_price"


def test_a_total_wins_over_a_unit_price(desk) -> None:
    desk.put("sales.csv", f"{HEAD},quantity,unit_price,total\n" + lines("2,1.5,3", "1,2,2"))
    assert desk.said("transactions")["amount"] == "total"


def test_a_rate_makes_the_discount_and_lowers_quantity_times_price(desk) -> None:
    desk.put("sales.csv", f"{HEAD},quantity,unit_price,discount\n" + lines("2,1.5,0.1", "1,2,0"))
    said = desk.said("transactions")
    assert said["amount"] == "quantity × unit_price × (always 1 − (discount, else always 0))"
    assert said["discount"] == "quantity × unit_price × discount"


def test_a_rate_beside_a_total_says_what_was_taken_off(desk) -> None:
    desk.put("sales.csv", f"{HEAD},sales,discount\n" + lines("3,0.2", "2,0"))
    assert desk.said("transactions")["discount"] == "money taken off by discount from sales"


def test_several_discounts_add_up_and_negative_ones_turn_their_sign(desk) -> None:
    desk.put("sales.csv", f"{HEAD},sales,coupon discount,retail discount\n" + lines("3,-2.5,1.25", "2,-1,4"))
    said = desk.said("transactions")["discount"]
    assert said == "(−coupon discount, else always 0) + (retail discount, else always 0)"


@pytest.mark.parametrize(
    ("amounts", "currency"),
    [
        (("17.50 €", "3 €", "-2 €"), "always EUR"),
        (("CHF 17.50", "CHF 3", "CHF 2"), "always CHF"),
        (("$17.50", "$3", "$2"), None),
        (("17.50 €", "3", "2"), None),
        (("17.50 €", "£3", "2 €"), None),
        (("17.50", "3", "2"), None),
    ],
)
def test_the_sign_that_amounts_carry_is_their_currency(desk, amounts, currency) -> None:
    desk.put("sales.csv", f"{HEAD},amount\n" + lines(*amounts))
    assert desk.said("transactions").get("currency") == currency


def test_a_column_of_currencies_says_more_than_signs(desk) -> None:
    desk.put("sales.csv", f"{HEAD},amount,currency\n" + lines("5 €,EUR", "3 €,EUR"))
    assert desk.said("transactions")["currency"] == "currency"


def test_profit_gives_the_cost_and_unit_cost_does_too(desk) -> None:
    desk.put("sales.csv", f"{HEAD},sales,profit\n" + lines("3,1", "2,-1"))
    assert desk.said("transactions")["cost"] == "sales − profit"
    desk.tables.clear()
    desk.put("sales.csv", f"{HEAD},sales,quantity,unit cost\n" + lines("3,1,2", "2,1,1"))
    assert desk.said("transactions")["cost"] == "quantity × unit cost"


def test_an_invoice_number_that_begins_with_c_is_a_cancellation(desk) -> None:
    rows = "\n".join(
        f"{no},c{n % 3},2020-01-0{n + 1},5" for n, no in enumerate(["536365", "536366", "C536367"])
    )
    desk.put("sales.csv", "InvoiceNo,customer_id,date,amount\n" + rows)
    assert desk.said("transactions")["kind"] == "refund where InvoiceNo begins with C"


def test_a_status_names_the_cancelled_orders_here_and_in_the_table_of_orders(desk) -> None:
    desk.put("sales.csv", f"{HEAD},amount,status\n" + lines("3,paid", "2,Cancelled"))
    assert desk.said("transactions")["kind"] == "refund where status is cancelled"
    desk.tables.clear()
    desk.put(
        "orders.csv",
        "order_id,customer_id,order_date,order_status\n1,a,2020-01-01,ok\n2,b,2020-01-02,canceled",
    )
    desk.put("items.csv", "order_id,item,product_id,price\n1,1,p,2\n1,2,q,3\n2,1,p,7")
    said = desk.said("transactions")
    assert said["kind"] == "refund where order_status is canceled of orders.csv, by order_id"
    assert said["customer_id"] == "customer_id of orders.csv, by order_id"


def test_a_status_tells_what_came_back_from_what_was_called_off(desk) -> None:
    desk.put(
        "sales.csv", f"{HEAD},amount,status\n" + lines("3,paid", "2,Cancelled", "4,Returned", "5,refunded")
    )
    said = "returned where status is refunded, returned, else refund where status is cancelled"
    assert desk.said("transactions")["kind"] == said
    desk.tables.clear()
    desk.put(
        "orders.csv", "order_id,customer_id,order_date,status\n1,a,2020-01-01,ok\n2,b,2020-01-02,Returned"
    )
    desk.put("items.csv", "order_id,item,product_id,price\n1,1,p,2\n1,2,q,3\n2,1,p,7")
    assert desk.said("transactions")["kind"] == "returned where status is returned of orders.csv, by order_id"


def test_a_part_given_back_is_no_guess_and_a_column_of_money_given_back_goes_before_the_status(desk) -> None:
    rows = lines("3,paid", "2,partially_refunded", "4,refunded")
    desk.put("sales.csv", f"{HEAD},amount,status\n" + rows)
    assert "partly returned where status is partially_refunded" in desk.said("transactions")["kind"]
    desk.tables.clear()
    rows = lines("3,paid,0", "2,partially_refunded,1", "4,refunded,4")
    desk.put("sales.csv", f"{HEAD},amount,status,amount_refunded\n" + rows)
    said = desk.said("transactions")
    assert said["amount"] == "amount less amount_refunded given back"
    assert "kind" not in said


def test_money_given_back_that_is_written_with_a_minus_is_turned(desk) -> None:
    desk.put("sales.csv", f"{HEAD},amount,amount_refunded\n" + lines("3,0", "2,-1", "4,-4"))
    assert desk.said("transactions")["amount"] == "amount less −amount_refunded given back"


def test_a_credit_note_gives_back_with_a_minus_or_without(desk) -> None:
    rows = lines("3,Invoice", "2,Credit Note")
    desk.put("sales.csv", f"{HEAD},amount,document type\n" + rows)
    assert desk.said("transactions")["kind"] == "given back where document type is credit note"


def test_raw_payments_are_in_cents_and_net_of_what_was_given_back(desk) -> None:
    head = "id,object,amount,amount_refunded,balance_transaction,created,currency,customer"
    rows = "\n".join(f"ch_{n},charge,{1000 + n},0,t{n},{1700000000 + n},eur,cus_{n % 3}" for n in range(9))
    desk.put("charges.csv", f"{head}\n{rows}")
    assert (
        desk.said("transactions")["amount"]
        == "amount × always 0.01 less amount_refunded × always 0.01 given back"
    )


def test_a_total_on_the_first_line_of_an_order_gives_way_to_its_lines(desk) -> None:
    rows = ["#1,a@b.de,2020-01-01,9,2,3.50", "#1,a@b.de,2020-01-01,,1,2", "#2,c@d.de,2020-01-02,5,1,5"]
    desk.put(
        "orders_export.csv",
        "Name,Email,Created at,Total,Lineitem quantity,Lineitem price\n" + "\n".join(rows),
    )
    said = desk.said("transactions")
    assert (said["amount"], said["order_id"]) == ("Lineitem quantity × Lineitem price", "Name")


def test_an_order_with_one_line_each_names_its_line(desk) -> None:
    desk.put("sales.csv", f"{HEAD},amount\n" + lines("3", "2"))
    assert desk.said("transactions")["transaction_id"] == "order_id"


def test_products_are_split_out_of_wide_rows_unless_they_have_a_table(desk) -> None:
    wide = f"{HEAD},amount,product_id,product name\n" + lines("3,p1,Mug", "2,p2,Cup")
    desk.put("sales.csv", wide)
    assert desk.source("products").one_row_per == ("product_id",)
    desk.put("products.csv", "product_id,name\np1,Mug\np2,Cup")
    assert [s.source for s in desk.guess().of("products")] == ["products.csv"]


@pytest.mark.parametrize(
    ("text", "rate"),
    [
        ("discount\n0\n0.2\n0.5", True),
        ("discount pct\n10\n20", True),
        ("discount amount\n0\n0.2", False),
        ("discount\n0\n3.5", False),
    ],
)
def test_a_discount_is_a_rate_by_name_or_by_values(desk, text: str, rate: bool) -> None:
    assert is_rate(desk.profile(text).columns[0]) is rate
