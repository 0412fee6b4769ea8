from __future__ import annotations

from custrata.sources.recognise.choose import Chosen, choose
from custrata.sources.recognise.relate import Relations

ORDERS = "order_id,customer_id,order_date,total\n1,a,2020-01-01,5\n2,b,2020-01-02,7"
LINES = "line_id,order_id,product_id,quantity,price\n1,1,x,2,2\n2,1,y,1,1\n3,2,x,2,3.5"


def chosen(desk) -> Chosen:
    profiles = desk.profiles()
    return choose(profiles, Relations.from_rows(profiles, desk.related(profiles)))


def test_lines_that_add_up_to_their_orders_are_counted_instead_of_them(desk) -> None:
    desk.put("orders.csv", ORDERS)
    desk.put("lines.csv", LINES)
    found = chosen(desk)
    assert [r.source for r in found.of("transactions")] == ["lines.csv"]
    assert found.headers["lines.csv"].source == "orders.csv"
    assert "counted by their lines" in found.reasons["orders.csv"]


def test_lines_that_do_not_add_up_leave_the_orders_to_count(desk) -> None:
    desk.put("orders.csv", ORDERS.replace(",7", ",70"))
    desk.put("lines.csv", LINES)
    found = chosen(desk)
    assert [r.source for r in found.of("transactions")] == ["orders.csv"]
    assert "do not add up" in found.reasons["lines.csv"]


def test_payments_do_not_count_the_same_orders_again(desk) -> None:
    desk.put("orders.csv", "order_id,customer_id,order_date\n1,a,2020-01-01\n2,b,2020-01-02")
    desk.put("items.csv", "order_id,item,product_id,price\n1,1,x,2\n1,2,y,3\n2,1,x,7")
    desk.put("payments.csv", "order_id,payment_value\n1,5\n2,7")
    found = chosen(desk)
    assert [r.source for r in found.of("transactions")] == ["items.csv"]
    assert "again" in found.reasons["payments.csv"]


def test_orders_whose_money_nothing_tells_are_not_used(desk) -> None:
    desk.put("orders.csv", "order_id,customer_id,order_date\n1,a,2020-01-01\n2,b,2020-01-02")
    assert "carry no amount" in chosen(desk).reasons["orders.csv"]


def test_lines_without_day_and_order_are_not_used(desk) -> None:
    desk.put("lines.csv", LINES)
    assert "name neither a day" in chosen(desk).reasons["lines.csv"]


UNDATED = "order_id,customer_id,amount\n1,a,5\n2,b,7\n3,a,2"


def test_orders_without_a_day_count_where_nothing_is_dated(desk) -> None:
    desk.put("orders.csv", UNDATED)
    desk.put("customers.csv", "customer_id,age\na,34\nb,40")
    assert [r.source for r in chosen(desk).of("transactions")] == ["orders.csv"]


def test_orders_without_a_day_are_not_used_where_other_tables_are_dated(desk) -> None:
    desk.put("orders.csv", UNDATED)
    desk.put("customers.csv", "customer_id,signup date\na,2020-01-01\nb,2020-02-01")
    found = chosen(desk)
    assert found.of("transactions") == ()
    assert "its date column is missing" in found.reasons["orders.csv"]


def test_days_that_cannot_be_read_are_not_taken_for_none(desk) -> None:
    desk.put("orders.csv", "order_id,customer_id,amount,order date\n1,a,5,early\n2,b,7,late\n3,a,2,late")
    assert "order date holds no dates" in chosen(desk).reasons["orders.csv"]


def test_two_tables_of_sales_with_different_columns_raise_a_question(desk) -> None:
    desk.put("shop.csv", "customer,date,amount\na,2020-01-01,5\na,2020-01-02,6")
    desk.put("web.csv", "user_id,created_at,total,browser\na,2020-01-01,5,x\na,2020-01-02,6,y")
    (question,) = chosen(desk).questions
    assert [o.name for o in question.options] == ["shop.csv", "web.csv", "all of them"]


def test_two_months_of_one_export_raise_none(desk) -> None:
    desk.put("jan.csv", "customer,date,amount\na,2020-01-01,5\na,2020-01-02,6")
    desk.put("feb.csv", "amount,customer,date\n5,a,2020-02-01\n6,a,2020-02-02")
    found = chosen(desk)
    assert (len(found.readings), found.questions) == (2, ())


def test_ids_that_no_customer_column_knows_are_no_customers(desk) -> None:
    desk.put("customers.csv", "id,name\n1,Ada\n2,Bob")
    desk.put("orders.csv", "customer_id,date,amount\nc1,2020-01-01,5\nc1,2020-01-02,5")
    assert (
        chosen(desk).reasons["customers.csv"] == "its ids are not those of the customers in the other tables"
    )


def test_without_any_id_each_row_of_the_table_about_customers_is_one(desk) -> None:
    desk.put("wholesale customers.csv", "channel,region,milk\n1,2,3\n1,2,3")
    desk.put("notes.csv", "a,b\n1,2\n3,4")
    found = chosen(desk)
    assert [r.source for r in found.of("customers")] == ["wholesale customers.csv"]
    assert "another table fits customers better" in found.reasons["notes.csv"]


def test_rows_that_nothing_says_are_customers_are_not_used(desk) -> None:
    desk.put("transactions.csv", "city,temperature,humidity\nBonn,21,40\nLyon,25,30")
    found = chosen(desk)
    assert found.readings == ()
    assert "name no customer" in found.reasons["transactions.csv"]


def test_an_empty_table_is_said_to_be_empty(desk) -> None:
    desk.put("orders.csv", "order_id,customer_id,order_date,total")
    assert chosen(desk).reasons == {"orders.csv": "it has no rows"}


def test_the_header_rows_of_a_survey_tool_are_noted(desk) -> None:
    rows = [
        ["How likely?", "Comment", "End Date"],
        ['{"ImportId":"Q1"}', '{"ImportId":"Q2"}', '{"ImportId":"end"}'],
    ]
    rows += [
        [str(n % 11), f"a rather long comment number {n}", f"2020-01-{n % 28 + 1:02d}"] for n in range(40)
    ]
    desk.put_rows("nps.csv", ["nps", "comment", "EndDate"], rows)
    assert "Qualtrics" in chosen(desk).notes[0]
    loaded = desk.load()
    assert (len(loaded.tables["feedback"]), len(loaded.set_aside)) == (40, 2)
