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
