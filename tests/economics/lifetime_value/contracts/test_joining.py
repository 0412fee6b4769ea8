import datetime as dt

import ibis
import pyarrow as pa
from tests.companies import Company, spell

from custrata.economics.lifetime_value.contracts.joining import contract_parts_query, together_query
from custrata.economics.lifetime_value.contracts.summaries import contracts_query
from custrata.economics.lifetime_value.contracts.worth import ContractWorth

SCORES = {
    "plan": ["small", "big"],
    "months": [2, 5],
    "discounted": [10.0, 20.0],
    "discounted_chance": [4.0, 9.0],
    "discounted_shift_1": [1.0, 0.0],
    "beyond": [1.0, None],
    "ahead": [11.0, 22.0],
    "ahead_chance": [5.0, 10.0],
    "ahead_shift_1": [1.1, 0.0],
    "year": [8.0, 9.0],
    "year_chance": [2.0, 3.0],
    "year_shift_1": [0.5, 0.0],
}


def _hold(company, name, columns):
    company.engine.create_table(name, pa.table(columns), overwrite=True)
    return ibis.table(company.engine.table(name).schema(), name=name)


def _parts(worth, before=0):
    rows = [
        spell("a", "2024-01-01", 30, plan="small"),
        spell("b", "2023-10-01", 50, plan="big"),
        spell("c", "2023-10-01", 50, "2024-02-01", plan="big"),
        spell("d", "2023-09-01", 50, plan="big"),
    ]
    company = Company().has("subscriptions", rows)
    spells = company.base("2024-03-01").tables["subscriptions"]
    contracts = contracts_query(spells, dt.date(2024, 3, 1), ("small", "big"))
    query = contract_parts_query(contracts, _hold(company, "scores", SCORES), worth, "in words", before)
    return company, company.keep("parts", query)


def test_a_running_contract_is_worth_its_months_times_what_a_month_keeps():
    company, parts = _parts(ContractWorth("margin", 0.5, 3.0, ()))
    rows = {row["customer_id"]: row for row in company.rows(parts)}
    # The contract of c has ended, and nobody is scored at the age of d.
    assert set(rows) == {"a", "b"}
    a = rows["a"]
    assert (a["value"], a["chance"], a["shift_1"], a["beyond"]) == (120, 4 * 144, 12, 12)
    assert (a["revenue"], a["revenue_chance"], a["months"], a["terms"]) == (240, 1800, 11, "in words")
    assert rows["b"]["beyond"] is None


def test_a_month_that_costs_more_than_it_brings_is_worth_nothing():
    company, parts = _parts(ContractWorth("margin", 0.5, 20.0, ()))
    assert {row["customer_id"]: row["value"] for row in company.rows(parts)} == {"a": 0, "b": 100}


def test_orders_and_contracts_of_a_customer_are_added_and_their_doubts_stay_apart():
    company, parts = _parts(ContractWorth("margin", 1.0, None, ()), before=1)
    assert "shift_1" not in parts.columns
    money = pa.decimal128(38, 6)
    columns = {"customer_id": ["a", "z"]}
    columns |= {name: pa.array([7, 8], money) for name in ("value", "chance", "shift_1", "orders")}
    orders = _hold(company, "orders_parts", columns | {"terms": ["x", "x"]})
    rows = {row["customer_id"]: row for row in company.rows(together_query([orders, parts], "both"))}
    assert set(rows) == {"a", "b", "z"}
    a = rows["a"]
    assert (a["value"], a["chance"], a["shift_1"], a["shift_2"], a["orders"]) == (307, 7 + 3600, 7, 30, 7)
    assert (rows["b"]["orders"], rows["z"]["months"], a["terms"]) == (None, None, "both")


def test_a_part_without_an_interval_takes_it_from_the_whole():
    company, parts = _parts(ContractWorth("margin", 1.0, None, ()))
    orders = _hold(
        company,
        "orders_parts",
        {"customer_id": ["a"], "value": pa.array([7], pa.decimal128(38, 6)), "terms": ["x"]},
    )
    assert "chance" not in together_query([orders, parts], "both").columns
