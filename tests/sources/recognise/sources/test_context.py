from __future__ import annotations


def test_a_misspelled_id_is_read_as_the_one_it_means(desk) -> None:
    desk.put(
        "pipeline.csv",
        "deal_id,product,account,close_value,deal_stage,engage_date\n"
        "1,GTX Pro,a,1,Won,2020-01-01\n2,GTXPro,b,2,Lost,2020-01-01\n3,MG,b,2,Lost,2020-01-01",
    )
    desk.put("products.csv", "product,series\nGTX Pro,G\nMG,M")
    assert desk.source("opportunities").columns["product_id"].derivation.read_as == (("GTXPro", "GTX Pro"),)


def test_two_amounts_that_differ_raise_a_question_and_equal_ones_do_not(desk) -> None:
    desk.put("sales.csv", "customer,date,revenue,sales\na,2020-01-01,5,5\nb,2020-01-02,7,8")
    (question,) = desk.guess().questions
    assert [o.name for o in question.options] == ["revenue", "sales"]
    desk.tables.clear()
    desk.put("sales.csv", "customer,date,revenue,sales\na,2020-01-01,5,5\nb,2020-01-02,8,8")
    assert desk.guess().questions == ()


def test_a_source_is_as_sure_as_its_least_sure_column(desk) -> None:
    desk.put("sales.csv", "customer_id,date,amount\na,2020-01-01,5\na,2020-01-02,7")
    source = desk.source("transactions")
    assert source.confidence == min(m.confidence for m in source.columns.values())


def test_a_column_torn_between_two_orders_of_day_and_month_raises_a_question_with_both_counts(desk) -> None:
    days = [f"{n + 13}/02/2020" for n in range(12)] + [f"02/{n + 13}/2020" for n in range(8)]
    lines = [f"{n},a,{day},5" for n, day in enumerate(days)]
    desk.put("sales.csv", "order_id,customer_id,order date,amount\n" + "\n".join(lines))
    (question,) = desk.guess().questions
    assert [o.name for o in question.options] == ["day first", "month first"]
    assert "12 of its cells can only have the day first, 8 only the month" in question.text
