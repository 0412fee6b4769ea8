from __future__ import annotations

import datetime as dt

from custrata.sources.mapping import Earliest, Latest, Mapped, Mapping, Source, Take


def test_rows_of_one_thing_become_one_with_ends_and_most_frequent_values(desk) -> None:
    desk.put(
        "log.csv",
        "case,at,who,way\n1,2020-01-02,a,x\n1,2020-01-01,a,y\n1,2020-01-03,a,y\n2,2020-01-05,b,z\n2,2020-01-05,b,w",
    )
    columns = {
        "ticket_id": Mapped(Take("case")),
        "customer_id": Mapped(Take("who")),
        "opened_at": Mapped(Earliest(Take("at"))),
        "resolved_at": Mapped(Latest(Take("at"))),
        "channel": Mapped(Take("way")),
    }
    loaded = desk.load(Mapping((Source("tickets", "log.csv", columns, one_row_per=("case",)),)))
    rows = sorted(loaded.tables["tickets"], key=lambda r: r["ticket_id"])
    assert [(r["opened_at"], r["resolved_at"], r["channel"]) for r in rows] == [
        (dt.datetime.fromisoformat("2020-01-01T00:00"), dt.datetime.fromisoformat("2020-01-03T00:00"), "y"),
        (dt.datetime.fromisoformat("2020-01-05T00:00"), dt.datetime.fromisoformat("2020-01-05T00:00"), "w"),
    ]
    assert (loaded.account.used[0].loaded, loaded.account.closes) == (5, True)


def test_customers_split_out_of_sales_leave_the_anonymous_out(desk) -> None:
    desk.put("s.csv", "c,land\na,UK\na,UK\na,FR\n,DE\nb,")
    columns = {"customer_id": Mapped(Take("c")), "country": Mapped(Take("land"))}
    rows = desk.load(Mapping((Source("customers", "s.csv", columns, one_row_per=("c",)),))).tables[
        "customers"
    ]
    assert sorted((r["customer_id"], r["country"]) for r in rows) == [("a", "UK"), ("b", None)]
