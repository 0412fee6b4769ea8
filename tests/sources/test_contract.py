"""The contract is sound: keys exist, required columns come first in meaning, names keep their endings."""

from __future__ import annotations

import pytest

from custrata.sources.contract import ANONYMOUS_ALLOWED, CONTRACT, IBIS_TYPES, TRANSACTIONS

COLUMNS = [(table, column) for table in CONTRACT.values() for column in table.columns]
NAMES = [f"{table.name}.{column.name}" for table, column in COLUMNS]


@pytest.mark.parametrize("table", CONTRACT.values(), ids=CONTRACT)
def test_a_table_has_each_column_once_and_its_key_among_them(table):
    names = [column.name for column in table.columns]
    assert len(set(names)) == len(names)
    assert table.key is None or table.key in table.required
    assert set(table.happens) <= set(names)
    assert table.required


@pytest.mark.parametrize(("table", "column"), COLUMNS, ids=NAMES)
def test_a_column_says_by_its_ending_what_it_is(table, column):
    assert column.kind in IBIS_TYPES
    assert column.meaning.endswith(".")
    if column.name.endswith("_id"):
        assert column.kind == "id"
    if column.name.endswith("_at"):
        assert column.kind == "instant"
    if column.name.endswith("_on"):
        assert column.kind == "date"


@pytest.mark.parametrize(("table", "column"), COLUMNS, ids=NAMES)
def test_what_happens_is_a_day_or_an_instant(table, column):
    if column.name in table.happens:
        assert column.kind in ("date", "instant")


def test_money_and_numbers_are_exact():
    assert IBIS_TYPES["money"] == IBIS_TYPES["number"] == "decimal(18, 6)"


def test_a_table_may_keep_rows_without_customer_only_if_it_can_name_one():
    assert all(CONTRACT[name].has("customer_id") for name in ANONYMOUS_ALLOWED)


def test_a_column_is_found_by_name_and_an_unknown_one_is_an_error():
    assert TRANSACTIONS.column("amount").kind == "money"
    assert not TRANSACTIONS.has("price")
    with pytest.raises(KeyError, match="transactions has no column 'price'"):
        TRANSACTIONS.column("price")


def test_the_required_columns_are_those_of_the_published_contract():
    required = {name: set(table.required) for name, table in CONTRACT.items()}
    assert required["transactions"] == {"transaction_id", "customer_id", "occurred_at", "amount"}
    assert required["subscriptions"] == {"subscription_id", "customer_id", "started_on", "mrr"}
    assert required["customers"] == {"customer_id"}
    assert len(CONTRACT) == 16
