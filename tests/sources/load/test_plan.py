from __future__ import annotations

import datetime as dt
import random
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from custrata.errors import ContractError
from custrata.settings import Settings
from custrata.sources.contract import CONTRACT, IBIS_TYPES
from custrata.sources.load import plan
from custrata.sources.mapping import Lookup, Mapped, Mapping, Source, Take

SALES = "order_id,customer_id,order_date,amount\n1,a,2020-01-01,5.50\n2,b,2020-01-02,7\n3,a,2020-02-01,1"


def test_a_table_has_all_columns_of_the_contract_in_its_order_and_types(desk) -> None:
    desk.put("sales.csv", SALES)
    table = plan(desk.guess(), desk.folder, Settings()).tables["transactions"]
    contract = CONTRACT["transactions"]
    assert table.columns == tuple(c.name for c in contract.columns)
    assert [str(t) for t in table.schema().types] == [
        IBIS_TYPES[c.kind].replace("(6)", "") for c in contract.columns
    ]


def test_attributes_follow_the_contract_columns_of_customers(desk) -> None:
    desk.put("customers.csv", "customer_id,age,plan\na,34,x\nb,41,y")
    loaded = desk.load()
    assert list(loaded.tables["customers"][0])[-2:] == ["age", "plan"]
    assert {"customers.age", "customers.customer_id"} <= loaded.plan.provided


def test_rows_are_loaded_or_set_aside_with_their_reason_and_the_account_closes(desk) -> None:
    rows = [f"{n},c{n % 3},2020-01-{n:02d},{n}" for n in range(1, 12)]
    desk.put(
        "sales.csv",
        "order,customer,date,amount\n"
        + "\n".join([*rows, "12,a,soon,5", "13,a,,5", "14,b,2020-01-02,much", "15,,2020-01-03,2"]),
    )
    loaded = desk.load()
    assert sorted((r["row"], r["column"], r["value"], r["reason"]) for r in loaded.set_aside) == [
        (12, "date", "soon", "occurred_at cannot be read as a date"),
        (13, "date", None, "occurred_at is empty"),
        (14, "amount", "much", "amount cannot be read as money"),
    ]
    (account,) = loaded.account.used
    assert (account.rows_in, account.loaded, account.set_aside, account.anonymous) == (15, 12, 3, 1)
    assert (account.money_in, account.money_loaded, account.money_set_aside) == (
        Decimal(78),
        Decimal(68),
        Decimal(10),
    )
    assert account.closes


@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["a", "b", ""]),
            st.sampled_from(["2020-01-01", "2020-02-30", "", "x"]),
            st.sampled_from(["1", "2.50", "-3", "", "many", "(4)"]),
        ),
        min_size=1,
        max_size=12,
    )
)
def test_whatever_stands_in_the_cells_rows_and_money_close(desk, rows) -> None:
    desk.tables.clear()
    good = [["a", f"2020-03-{n + 1:02d}", "5"] for n in range(28)] * 2
    desk.put_rows("sales.csv", ["customer", "date", "amount"], [*good, *rows])
    loaded = desk.load()
    assert loaded.account.closes
    assert loaded.account.rows_in == len(loaded.tables["transactions"]) + len(loaded.set_aside)


def test_two_files_of_one_table_are_one_whatever_the_order_of_their_columns(desk) -> None:
    desk.put("jan.csv", SALES)
    desk.put("feb.csv", "amount,order_date,customer_id,order_id\n7,2020-03-01,c,4\n1,2020-02-01,a,3")
    loaded = desk.load()
    assert [
        r["transaction_id"] for r in sorted(loaded.tables["transactions"], key=lambda r: r["occurred_at"])
    ] == ["1", "2", "3", "4"]
    (repeat,) = loaded.set_aside
    assert (repeat["value"], repeat["reason"]) == ("3", "repeats the row of the same transaction_id")
    assert loaded.account.closes


def test_several_tables_about_customers_become_one(desk) -> None:
    desk.put("accounts.csv", "customer_id,name,country\na,Ada,UK\nb,Bob,")
    desk.put("places.csv", "customer_id,country,city\nb,DE,Bonn\nc,FR,Lyon")
    rows = {r["customer_id"]: r for r in desk.load().tables["customers"]}
    assert [(k, rows[k]["name"], rows[k]["country"], rows[k]["city"]) for k in sorted(rows)] == [
        ("a", "Ada", "UK", None), ("b", "Bob", "DE", "Bonn"), ("c", None, "FR", "Lyon"),
    ]  # fmt: skip


def test_the_order_of_rows_changes_no_id_and_no_row(desk) -> None:
    rows = [[f"c{n % 5}", f"2020-01-{n % 9 + 1:02d}", str(n % 4)] for n in range(60)]
    found = []
    for lines in (rows, random.Random(5).sample(rows, len(rows))):
        desk.tables.clear()
        desk.put_rows("sales.csv", ["customer", "date", "amount"], lines)
        found.append(sorted(map(str, desk.load().tables["transactions"])))
    assert found[0] == found[1]
    assert len(set(found[0])) == len(rows)


def test_undated_data_stand_on_the_notional_day_and_a_set_day_wins(desk) -> None:
    desk.put("telco.csv", "customer_id,tenure,monthly charges,churn\na,1,20,Yes\nb,5,30,No\nc,0,30,No")
    loaded = desk.load()
    assert loaded.plan.notional
    assert [(r["started_on"], r["ended_on"]) for r in sorted(loaded.tables[""
        "subscriptions"], key=lambda r: r["customer_id"])] == [
        (dt.date(1999, 12, 1), dt.date(2000, 1, 1)), (dt.date(1999, 8, 1), None), (dt.date(2000, 1, 1), None),
    ]  # fmt: skip
    later = desk.load(settings=Settings(as_of=dt.date(2024, 6, 30)))
    assert not later.plan.notional
    assert max(r["started_on"] for r in later.tables["subscriptions"]) == dt.date(2024, 6, 30)


def test_orders_without_a_day_stand_on_the_notional_day_and_that_is_said(desk) -> None:
    desk.put("orders.csv", "order_id,customer_id,amount\n1,a,5\n2,b,7\n3,a,2")
    loaded = desk.load()
    assert loaded.plan.notional
    assert {r["occurred_at"] for r in loaded.tables["transactions"]} == {
        dt.datetime.fromisoformat("2000-01-01T00:00")
    }
    assert loaded.caveat("notional-date")


def test_beside_dated_data_the_undated_stand_on_their_last_day(desk) -> None:
    desk.put("sales.csv", SALES)
    desk.put(
        "survey.csv",
        "customer_id,nps,comment\na,9,it was a very good thing indeed\nb,2,it was not a good thing at all",
    )
    loaded = desk.load()
    assert {r["answered_at"] for r in loaded.tables["feedback"]} == {
        dt.datetime.fromisoformat("2020-02-01T00:00")
    }
    assert not loaded.plan.notional


def test_a_folder_without_any_table_is_refused_with_the_next_step(desk) -> None:
    desk.put("recipes.csv", "ingredient,grams\nflour,100\nsugar,50")
    with pytest.raises(ContractError, match=r"recipes.csv: no table .* was recognised.*To do: add a file"):
        desk.load()


@pytest.mark.parametrize(
    ("source", "words"),
    [
        (
            Source("transactions", "gone.csv", {"amount": Mapped(Take("amount"))}),
            "'gone.csv', which is not in the folder",
        ),
        (Source("transactions", "sales.csv", {"amount": Mapped(Take("amuont"))}), "no column 'amuont'"),
        (
            Source(
                "transactions", "sales.csv", {"amount": Mapped(Lookup("b.csv", "order_id", "k", Take("v")))}
            ),
            "'b.csv', which is not in the folder",
        ),
    ],
)
def test_a_mapping_that_names_what_is_not_there_is_refused(desk, source: Source, words: str) -> None:
    desk.put("sales.csv", SALES)
    with pytest.raises(ContractError, match=words):
        plan(Mapping((source,)), desk.folder, Settings())


def test_a_column_looked_up_must_be_there_too(desk) -> None:
    desk.put("sales.csv", SALES)
    desk.put("other.csv", "k,v\n1,2")
    source = Source(
        "transactions", "sales.csv", {"amount": Mapped(Lookup("other.csv", "order_id", "k", Take("w")))}
    )
    with pytest.raises(ContractError, match=r"other\.csv has no column 'w'"):
        plan(Mapping((source,)), desk.folder, Settings())


def test_a_required_column_that_nothing_gives_is_refused(desk) -> None:
    desk.put("sales.csv", SALES)
    source = Source("transactions", "sales.csv", {"customer_id": Mapped(Take("customer_id"))})
    with pytest.raises(ContractError, match="amount"):
        plan(Mapping((source,)), desk.folder, Settings())


def test_the_currency_that_is_set_or_constant_is_stated(desk) -> None:
    desk.put("sales.csv", SALES)
    assert plan(desk.guess(), desk.folder, Settings(currency="EUR")).currency == "EUR"
    assert plan(desk.guess(), desk.folder, Settings()).currency == ""
