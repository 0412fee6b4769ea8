from pathlib import Path

import pytest

from custrata.errors import ContractError
from custrata.flow.loading import load
from custrata.flow.recognising import recognise, settle
from custrata.settings import Settings
from custrata.sources.mapping import Mapped, Mapping, Source, Take


@pytest.fixture
def loaded(engine, tmp_path):
    """Load a folder of texts by file name."""

    def from_texts(**texts):
        data = tmp_path / "data"
        data.mkdir()
        for name, text in texts.items():
            (data / f"{name}.csv").write_text(text, encoding="utf-8")
        folder = engine.read(data)
        mapping = settle(recognise(folder, Settings(), engine))
        return load(mapping, folder, Path(data), Settings(), engine)

    return from_texts


GOOD = "".join(f"{n},c{n % 7},2025-03-{1 + n % 28:02},{n}.50\n" for n in range(60))
HEAD = "order_id,customer_id,order_date,amount\n"


def test_rows_in_are_rows_loaded_and_rows_set_aside_and_so_is_the_money(engine, loaded):
    found = loaded(orders=HEAD + GOOD + "900,c1,not a day,5.00\n901,c2,2025-03-05,oops\n")
    assert found.account.closes
    assert (found.account.rows_in, found.account.set_aside) == (62, 2)
    assert engine.count("loaded_transactions") == 60


def test_what_is_set_aside_names_file_line_column_value_and_reason(engine, loaded):
    loaded(orders=HEAD + GOOD + "900,c1,not a day,5.00\n")
    (row,) = engine.rows(engine.table("set_aside"))
    assert (row["source"], row["line"], row["column"], row["value"]) == (
        "orders.csv",
        62,
        "order_date",
        "not a day",
    )
    assert row["reason"]


def test_raw_relations_are_gone_when_the_contract_stands(engine, loaded):
    loaded(orders=HEAD + GOOD)
    left = {row[0] for row in engine.connection.execute("SELECT table_name FROM duckdb_tables()").fetchall()}
    assert "loaded_transactions" in left
    assert not [name for name in left if name.startswith("stage")]


def test_only_columns_that_hold_data_are_provided(loaded):
    found = loaded(orders=HEAD + GOOD)
    assert "transactions.amount" in found.provided
    assert "transactions.cost" not in found.provided


def test_a_folder_in_which_every_row_is_wrong_is_refused(engine, tmp_path):
    (tmp_path / "orders.csv").write_text(HEAD + "1,a,no day,5\n2,b,no day,6\n", encoding="utf-8")
    names = {"customer_id": "customer_id", "occurred_at": "order_date", "amount": "amount"}
    columns = {field: Mapped(Take(column)) for field, column in names.items()}
    mapping = Mapping((Source("transactions", "orders.csv", columns),))
    with pytest.raises(ContractError, match="every row was set aside"):
        load(mapping, engine.read(tmp_path), tmp_path, Settings(), engine)
