from __future__ import annotations

from custrata.sources.raw import RejectedRow


def test_lines_that_never_became_rows_are_in_the_account(desk) -> None:
    desk.put(
        "sales.csv",
        "customer,date,amount\na,2020-01-01,5\na,2020-01-02,6",
        rejected=(RejectedRow(4, "", "too many cells", "x"),),
    )
    desk.put("notes.csv", "a,b\n1,2\n3,4")
    loaded = desk.load()
    (account,) = loaded.account.used
    assert (account.rows_in, account.loaded, account.set_aside, account.closes) == (3, 2, 1, True)
    (unused,) = loaded.account.unused
    assert (unused.source, unused.rows_in, bool(unused.reason)) == ("notes.csv", 2, True)


def test_a_table_that_gives_sales_and_customers_is_counted_once(desk) -> None:
    rows = [f"c{n % 12},2020-01-{n % 28 + 1:02d},{n}.5,s{n % 12 % 3}" for n in range(60)]
    desk.put("sales.csv", "customer_id,date,amount,segment\n" + "\n".join(rows))
    loaded = desk.load()
    assert len(loaded.tables["customers"]) == 12
    assert [(a.table, a.rows_in) for a in loaded.account.used] == [("transactions", 60)]
