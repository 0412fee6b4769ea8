from __future__ import annotations

import datetime as dt

import pytest

from custrata.errors import SettingError
from custrata.sources.contract import CONTRACT
from custrata.sources.example import ExampleCompany, example_company, example_parts


def test_the_same_seed_gives_the_same_company(firm: ExampleCompany) -> None:
    again = example_company()
    assert again.truth == firm.truth
    assert all(again.tables[name].equals(table) for name, table in firm.tables.items())
    assert all(again.true_tables[name].equals(table) for name, table in firm.true_tables.items())


def test_another_seed_gives_another_company(firm: ExampleCompany) -> None:
    assert not example_company(seed=8).tables["invoices"].equals(firm.tables["invoices"])


def test_there_is_an_export_for_every_table_of_the_contract(firm: ExampleCompany) -> None:
    assert len(firm.tables) == len(CONTRACT) + 1, "feedback comes from two surveys"
    assert all(table.num_rows for table in firm.tables.values())


def test_nothing_but_plans_lies_after_the_last_day(firm: ExampleCompany) -> None:
    end = dt.date.fromisoformat(firm.truth["as_of"])
    planned = {"Due Date", "renewal_date", "Close Date"}
    for table in firm.tables.values():
        for name in set(table.column_names) - planned:
            days = [value for value in table[name].to_pylist() if isinstance(value, dt.date)]
            assert all((day.date() if isinstance(day, dt.datetime) else day) <= end for day in days), name
    last = max(firm.tables["product_events"]["event_time"].to_pylist())
    assert last.date() == end


def test_start_and_length_can_be_chosen() -> None:
    firm = example_company(customers=60, start=dt.date(2020, 5, 17), months=14)
    assert (firm.truth["start"], firm.truth["as_of"]) == ("2020-05-01", "2021-06-30")


def test_a_large_company_comes_in_parts_whose_ids_never_meet() -> None:
    parts = list(example_parts(customers=100, months=12, part=40))
    assert [part.truth["figures"]["customers"] for part in parts] == [40, 40, 20]
    ids = [key for part in parts for key in part.tables["crm_accounts"]["Account ID"].to_pylist()]
    assert len(set(ids)) == len(ids)
    assert [("products" in part.tables) for part in parts] == [True, False, False]


@pytest.mark.parametrize(("customers", "months"), [(19, 36), (400, 11)])
def test_too_small_a_company_is_refused_with_the_next_step(customers: int, months: int) -> None:
    with pytest.raises(SettingError) as caught:
        example_company(customers=customers, months=months)
    assert "at least 20 customers and 12 months" in str(caught.value)
    assert caught.value.remedy
