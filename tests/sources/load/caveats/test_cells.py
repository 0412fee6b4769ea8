from __future__ import annotations


def test_a_few_blank_numbers_are_said_and_many_are_taken_as_meant(desk) -> None:
    rows = "\n".join(f"c{n},34,{'' if n == 3 else n},{'' if n % 2 else n}" for n in range(40))
    desk.put("customers.csv", f"customer_id,age,total revenue,bonus\n{rows}")
    found = [c for c in desk.load().caveats if c.code == "blank-cells"]
    assert [(c.where, c.how_many) for c in found] == [("customers.csv: total revenue", 1)]
    assert "not as 0" in found[0].text


def test_a_cell_that_cannot_be_read_counts_as_not_known(desk) -> None:
    rows = "\n".join(f"{n},a,2020-01-{n % 28 + 1:02d},5,{'?!' if n == 3 else 1}" for n in range(40))
    desk.put("sales.csv", f"order_id,customer_id,date,amount,quantity\n{rows}")
    loaded = desk.load()
    found = loaded.caveat("unreadable-cells")
    assert (found.where, found.how_many) == ("sales.csv: quantity", 1)
    assert sum(r["quantity"] is None for r in loaded.tables["transactions"]) == 1
    assert loaded.set_aside == []


def _two_orders(desk, others: int, column: str) -> None:
    """Forty-five sales, each day past the twelfth; the last few write the month first."""
    days = [f"{n % 15 + 13}/0{n % 9 + 1}/2020" for n in range(45 - others)]
    days += [f"0{n % 9 + 1}/{n % 15 + 13}/2020" for n in range(others)]
    lines = [f"{n},c{n % 5},{day},5" for n, day in enumerate(days)]
    if column == "paid on":
        lines = [f"{n},c{n % 5},2020-01-02,5,{day}" for n, day in enumerate(days)]
    heads = "order_id,customer_id,order date,amount" + (",paid on" if column == "paid on" else "")
    desk.put("sales.csv", f"{heads}\n" + "\n".join(lines))


def test_cells_with_day_and_month_in_another_order_are_set_aside_and_counted(desk) -> None:
    _two_orders(desk, 3, "order date")
    loaded = desk.load()
    assert [(r["row"], r["reason"]) for r in loaded.set_aside] == [
        (row, "day and month are in another order") for row in (43, 44, 45)
    ]
    caveat = loaded.caveat("mixed-date-order")
    assert (caveat.where, caveat.how_many) == ("sales.csv: order date", 3)
    assert "the day first in 42 cells and the month first in 3" in caveat.text
    assert "rows are set aside" in caveat.text


def test_such_cells_of_a_column_that_is_not_needed_count_as_not_known(desk) -> None:
    _two_orders(desk, 3, "paid on")
    loaded = desk.load()
    assert loaded.set_aside == []
    assert sum(r["paid_on"] is None for r in loaded.tables["transactions"]) == 3
    assert "not known" in loaded.caveat("mixed-date-order").text
    assert "unreadable-cells" not in {c.code for c in loaded.caveats}


def test_a_column_of_one_order_is_not_worth_a_word(desk) -> None:
    _two_orders(desk, 0, "order date")
    assert "mixed-date-order" not in {c.code for c in desk.load().caveats}
